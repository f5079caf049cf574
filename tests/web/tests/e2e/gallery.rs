//! Every page of the gallery: sound for everybody, quiet, and asking for nothing but what it says.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::path::Path;
use web_tests::{Engine, Look, Outcome, Page, Theme, on_page, on_plain_page};

const GALLERY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../gallery");
/// What comes where more than the brief is looked at, the article stands beside it, or sections lie in files of their own.
const REST: &str = "deal-explorer-rest.wasm";
/// What the element itself consists of.
const SHELL: [&str; 3] = ["deal-explorer.js", "deal-explorer-app.js", "deal-explorer-app_bg.wasm"];
const STYLES: [&str; 2] = ["gallery/gallery.css", "page.css"];
const SEED: &str = "seeds/us-russia-syria-2016.json";

/// A page that loads these files beside itself and the element's own, and is accessible in two widths, light and dark.
fn sound(name: &str, files: &[&str]) -> Outcome {
    on_plain_page("fixture/", async |page| {
        for width in [1280, 390] {
            page.look(Look { width, ..Look::default() }).await?;
            page.open(&format!("gallery/{name}.html")).await?;
            page.comes("nothing is on its way", "return !root?.querySelector('.status')").await?;
            let expected = [&SHELL, files].concat();
            quiet(page, &expected).await?;
            page.no_sideways_scroll().await.with_context(|| format!("{width} pixels wide"))?;
            for theme in [Theme::Light, Theme::Dark] {
                page.theme(theme).await?;
                page.accessible().await.with_context(|| format!("{width} pixels wide, {theme:?}"))?;
            }
            page.no_troubles().await?;
        }
        Ok(())
    })
}

/// The page has loaded exactly these files, and nothing is stored.
async fn quiet(page: &Page, expected: &[&str]) -> Outcome {
    let mut loaded = page.loaded().await?;
    // Put in by the tests' server.
    loaded.retain(|address| !address.ends_with("/__watch.js"));
    let mut loaded: Vec<String> =
        loaded.iter().map(|address| address.replace(&format!("{}/", page.base()), "")).collect();
    loaded.sort();
    loaded.dedup();
    let mut expected = expected.to_vec();
    expected.sort_unstable();
    ensure!(loaded == expected, "loaded is {loaded:#?}, expected {expected:#?}");
    let kept = page.stored().await?;
    ensure!(kept.is_empty(), "stored: {kept:?}");
    Ok(())
}

/// One test a page: its name, and the files that it names.
macro_rules! pages {
    ($($name:ident: $page:literal, $files:expr;)*) => {
        $(#[test] fn $name() -> Outcome { sound($page, &$files.concat()) })*
    };
}

pages! {
    plain_html: "plain", [&STYLES[..], &[SEED]];
    several_on_a_page: "several",
        [&STYLES[..], &[REST, "deals/arabic.json", "deals/harbour.json", "deals/no-exchange.json"]];
    a_dark_host: "dark", [["gallery/dark.css", SEED]];
    a_strict_policy: "strict", [&STYLES[..], &[SEED]];
    inline_data: "inline", [&STYLES[..], &[REST]];
    in_an_article: "article", [["page.css", SEED]];
    with_permalinks: "permalink", [["page.css", SEED]];
    two_deals: "two", [["page.css", SEED, REST, "deals/no-exchange.json"]];
    a_faulty_deal: "broken",
        [&STYLES[..], &["deals/broken.json", "deal-explorer-faults.js", "deal-explorer-faults_bg.wasm"]];
    from_right_to_left: "rtl", [&STYLES[..], &["deals/arabic.json"]];
    beside_its_article: "beside-article", [[REST, "gallery/beside-article.css", "page.css", "deals/harbour.json"]];
    a_late_article: "late-article",
        [[REST, "gallery/beside-article.css", "gallery/late-article.js", "page.css", "deals/harbour.json"]];
    what_if_asked_by_the_page: "what-if",
        [&STYLES[..], &["gallery/what-if.js", SEED, REST, "deal-explorer-drawing.js", "deal-explorer-drawing_bg.wasm"]];
    a_library_of_deals: "library", [&STYLES[..], &[REST, "deals/library.json"]];
    on_paper: "print", [&STYLES[..], &[SEED, REST]];
}

#[test]
fn every_page_is_listed() -> Outcome {
    let list = std::fs::read_to_string(format!("{GALLERY}/index.html"))?;
    for entry in std::fs::read_dir(GALLERY)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let is_page = Path::new(&name).extension().is_some_and(|end| end == "html") && name != "index.html";
        ensure!(!is_page || list.contains(&format!("<a href=\"{name}\">")), "{name} is not listed");
    }
    on_plain_page("gallery/", async |page| {
        page.accessible().await?;
        page.no_troubles().await?;
        let dead = "const dead = []; for (const link of document.querySelectorAll('.pages a')) { \
                    const answer = await fetch(link.href); if (!answer.ok) dead.push(link.href); } return dead";
        let dead: Vec<String> = page.follow(dead, vec![]).await?;
        ensure!(dead.is_empty(), "{dead:?}");
        quiet(page, &STYLES).await.or_else(|error| if dead.is_empty() { Ok(()) } else { Err(error) })
    })
}

#[test]
fn the_page_supposes_and_hears_what_the_reader_supposes() -> Outcome {
    on_page("gallery/what-if.html", async |page| {
        page.ask::<()>("document.querySelector('[data-suppose=press-assad]').click()", vec![]).await?;
        page.shows(".supposing [role=status]", "Then the bargain fails").await?;
        let told = "return document.querySelector('#told').textContent";
        let silent: String = page.ask(told, vec![]).await?;
        ensure!(silent == "nothing yet", "the page is told of its own: {silent}");
        page.use_control("[data-page=press-assad]", "holds").await?;
        page.comes("the page is told", &format!("{told} === 'press-assad: holds; 0 follow'")).await
    })
}

#[test]
fn the_several_deals_have_their_own_colours_languages_and_parts() -> Outcome {
    on_page("gallery/several.html", async |page| {
        let seen: Value = page
            .ask(
                "return [...document.querySelectorAll('deal-explorer')].map((one) => { const root = one.shadowRoot; \
                    return [getComputedStyle(one).colorScheme, root.querySelector('.deal').dir, \
                        root.querySelector('.menu').checkVisibility(), root.querySelector('section[data-view]').dataset.view]; })",
                vec![],
            )
            .await?;
        let expected = json!([
            ["dark", "ltr", true, "brief"],
            ["light dark", "rtl", true, "brief"],
            ["light", "ltr", false, "conditions"]
        ]);
        ensure!(seen == expected, "{seen}");
        Ok(())
    })
}

#[test]
fn a_dark_page_has_a_dark_explorer_in_the_daytime() -> Outcome {
    on_page("gallery/dark.html", async |page| {
        let paper: String =
            page.ask("return getComputedStyle(root.querySelector('.deal')).backgroundColor", vec![]).await?;
        ensure!(paper == "rgb(20, 22, 26)", "{paper}");
        Ok(())
    })
}

#[test]
fn hostile_styles_stay_outside() -> Outcome {
    on_plain_page("fixture/empty.html", async |page| {
        // The plain page and the hostile one, side by side, equally wide, with filters and a proof open. Browsers round
        // a place on the page, so a hundredth of a pixel is no difference.
        let script = "const deals = []; for (const name of ['plain', 'hostile']) { \
                const frame = document.createElement('iframe'); frame.width = 1000; frame.height = 800; \
                frame.src = '/gallery/' + name + '.html'; document.body.append(frame); \
                await come(() => frame.contentDocument.querySelector('deal-explorer[data-ready]')); \
                const host = frame.contentDocument.querySelector('deal-explorer'); const root = host.shadowRoot; \
                root.querySelector('search .line-button').click(); root.querySelector('[aria-expanded=false].cite').click(); \
                await come(() => root.querySelector('fieldset') && root.querySelector('.proof')); \
                deals.push(root.querySelector('.deal')); } \
            const [plain, hostile] = deals.map((deal) => [...deal.children].flatMap((part) => [part, ...part.querySelectorAll('*')])); \
            const parts = (text) => text.split(/(-?\\d*\\.?\\d+)/); \
            const same = (one, other) => one === other || parts(one).length === parts(other).length \
                && parts(one).every((part, at) => part === parts(other)[at] || Math.abs(part - parts(other)[at]) < 0.1); \
            const wrong = []; if (plain.length !== hostile.length) wrong.push(plain.length + ' elements, ' + hostile.length); \
            const style = (one, part) => one.ownerDocument.defaultView.getComputedStyle(one, part); \
            plain.forEach((one, at) => { for (const part of [null, '::before', '::after']) { \
                if (part && style(one, part).content === 'none' && style(hostile[at], part).content === 'none') continue; \
                const [own, other] = [style(one, part), style(hostile[at], part)]; \
                for (const name of own) if (!/^--(?!deal-)/.test(name) && !same(own.getPropertyValue(name), other.getPropertyValue(name))) \
                    wrong.push(one.localName + '.' + one.className + (part ?? '') + ' ' + name + ': ' \
                        + own.getPropertyValue(name) + ' / ' + other.getPropertyValue(name)); } }); \
            return [plain.length, wrong.length, wrong.slice(0, 40)]";
        let (elements, wrong, first): (usize, usize, Vec<String>) = page.follow(script, vec![]).await?;
        ensure!(elements > 300, "only {elements} elements are compared");
        ensure!(wrong == 0, "{wrong} differences: {first:#?}");
        page.no_troubles().await
    })
}

#[test]
fn a_hostile_page_is_as_usable_as_any() -> Outcome {
    on_plain_page("fixture/", async |page| {
        for theme in [Theme::Light, Theme::Dark] {
            for width in [1280, 390] {
                page.look(Look { width, theme, ..Look::default() }).await?;
                page.open("gallery/hostile.html").await?;
                page.accessible().await?;
                quiet(page, &[&SHELL[..], &["gallery/hostile.css", SEED]].concat()).await?;
            }
        }
        Ok(())
    })
}

#[test]
fn trusted_types_are_enforced_on_the_strict_page() -> Outcome {
    on_page("gallery/strict.html", async |page| {
        page.use_control("nav[aria-label='Views of the deal']", "Facts").await?;
        page.type_into("input[type=search]", "aid").await?;
        page.find("section[aria-label=Results]").await?;
        page.no_troubles().await?;
        if page.engine() != Engine::Chromium {
            return Ok(());
        }
        let refused =
            "try { document.createElement('div').innerHTML = '<b>x</b>'; return false } catch { return true }";
        ensure!(page.ask::<bool>(refused, vec![]).await?, "the page enforces nothing");
        // That was ours.
        page.ask("window.__troubles.length = 0", vec![]).await
    })
}

#[test]
fn without_webassembly_the_pages_own_words_stand_and_it_is_told() -> Outcome {
    on_plain_page("gallery/no-wasm.html", async |page| {
        page.comes("it is told", "return document.getElementById('told').textContent.includes('(module)')").await?;
        page.comes("the words stand", "return host.querySelector('p').checkVisibility()").await?;
        page.comes("it has failed", "return host.dataset.ready === 'failed'").await?;
        let ready: bool = page.follow("return host.ready", vec![]).await?;
        ensure!(!ready, "it says it is ready");
        page.accessible().await?;
        let kept = page.stored().await?;
        ensure!(kept.is_empty(), "stored: {kept:?}");
        // One refusal, and one word of it on the console.
        let troubles = page.troubles().await?;
        let other: Vec<&String> = troubles
            .iter()
            .filter(|one| !one.starts_with("the policy refused") && !one.starts_with("console: "))
            .collect();
        ensure!(other.is_empty() && troubles.iter().any(|one| one.starts_with("console")), "{troubles:?}");
        Ok(())
    })
}

#[test]
fn what_is_far_below_loads_nothing_until_the_reader_comes() -> Outcome {
    on_plain_page("gallery/lazy.html", async |page| {
        page.comes("it is defined", "return !!customElements.get('deal-explorer')").await?;
        quiet(page, &[&STYLES[..], &["deal-explorer.js"]].concat()).await?;
        ensure!(
            page.ask::<bool>("return host.querySelector('p').checkVisibility() && !root", vec![]).await?,
            "it began already"
        );
        page.ask::<()>("host.scrollIntoView()", vec![]).await?;
        page.comes("it shows", "return host.dataset.ready === 'shown'").await?;
        quiet(page, &[&STYLES[..], &SHELL, &[SEED]].concat()).await?;
        page.accessible().await?;
        page.no_troubles().await
    })
}

#[test]
fn on_paper_there_is_nothing_to_press() -> Outcome {
    on_page("gallery/print.html", async |page| {
        if page.engine() != Engine::Chromium {
            return Ok(());
        }
        let media = |media: &str| json!({ "media": media });
        page.driver().cdp().send_raw("Emulation.setEmulatedMedia", media("print")).await?;
        let outcome = async {
            let left: Vec<String> = page
                .ask(
                    "return [...root.querySelectorAll('.menu, .find, .tour, .back, .chips')].filter((one) => one.checkVisibility()).map((one) => one.className)",
                    vec![],
                )
                .await?;
            ensure!(left.is_empty(), "on paper there are {left:?}");
            let stands = "return root.querySelector('section[data-view=conditions]').checkVisibility() \
                          && document.querySelector('h1').checkVisibility()";
            ensure!(page.ask::<bool>(stands, vec![]).await?, "the view is not on paper");
            page.no_sideways_scroll().await
        };
        let outcome: Result<()> = outcome.await;
        page.driver().cdp().send_raw("Emulation.setEmulatedMedia", media("")).await?;
        outcome
    })
}
