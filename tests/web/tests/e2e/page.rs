//! The page itself: that it opens, from everywhere, keeps to itself, and is readable without any script.

use anyhow::{Result, ensure};
use web_tests::{Engine, Outcome, Page, Theme, on_page, on_pages, on_plain_page};

/// The page strictly served, from deep inside a host, and by a host that does not know the type of a module.
const PLACES: [&str; 3] = ["", "some/deep/path/", "plain/"];

#[test]
fn opens_without_trouble_wherever_it_lies() -> Outcome {
    // Uncaught errors, refused or failed requests and other origins are looked for after every test.
    on_pages(PLACES, async |page| {
        let loaded = page.loaded().await?;
        ensure!(loaded.iter().any(|address| address.contains("_bg.wasm")), "no module among {loaded:?}");
        Ok(())
    })
}

#[test]
fn asks_no_other_origin() -> Outcome {
    on_page("", async |page| {
        for address in page.loaded().await? {
            ensure!(address.starts_with(page.base()), "{address} was loaded");
        }
        Ok(())
    })
}

#[test]
fn does_not_scroll_sideways_on_a_small_phone() -> Outcome {
    on_page("", async |page| {
        page.width(320).await?;
        page.no_sideways_scroll().await
    })
}

#[test]
fn is_accessible_in_light_and_dark() -> Outcome {
    on_page("", async |page| {
        page.accessible().await?;
        page.theme(Theme::Dark).await?;
        page.accessible().await
    })
}

#[test]
fn leaves_the_page_around_it_alone() -> Outcome {
    on_page("", async |page| {
        let sent = "const request = new XMLHttpRequest(); request.open('GET', location.href, false); request.send(); \
                    return new DOMParser().parseFromString(request.responseText, 'text/html').title";
        let sent: String = page.ask(sent, vec![]).await?;
        let (title, address): (String, String) = page.ask("return [document.title, location.href]", vec![]).await?;
        ensure!(title == sent, "the title {sent} became {title}");
        ensure!(address == format!("{}/", page.base()), "the address became {address}");
        let stored: usize = page.ask("return localStorage.length + sessionStorage.length", vec![]).await?;
        ensure!(stored == 0, "something was stored");
        let outside: Vec<String> =
            page.ask("return [...document.body.children].map(one => one.localName)", vec![]).await?;
        ensure!(outside == ["header", "main"], "the body holds {outside:?}");
        prose_stands(page).await
    })
}

#[test]
fn says_so_when_the_module_cannot_be_loaded() -> Outcome {
    on_plain_page("broken/", async |page| {
        ensure!(page.until("return document.getElementById('status').textContent !== ''").await?, "no word of it");
        let visible: bool = page.ask("return host.querySelector('p').checkVisibility()", vec![]).await?;
        ensure!(visible, "the prose is hidden");
        prose_stands(page).await
    })
}

#[test]
fn is_readable_without_scripts() -> Outcome {
    on_plain_page("", async |page| {
        if page.engine() != Engine::Chromium {
            // The others cannot be told so at run time; there, what the server sends has to do.
            let sent = "const request = new XMLHttpRequest(); request.open('GET', location.href, false); \
                        request.send(); return request.responseText";
            let sent: String = page.ask(sent, vec![]).await?;
            ensure!(sent.contains("<deal-explorer") && sent.contains("<p>"), "no prose is sent");
            return Ok(());
        }
        page.scripts(false).await?;
        let outcome = async {
            page.visit("").await?;
            let ready: bool = page.ask("return host.hasAttribute('data-ready') || !!root", vec![]).await?;
            ensure!(!ready, "scripts did run");
            prose_stands(page).await
        };
        let outcome = outcome.await;
        page.scripts(true).await?;
        outcome
    })
}

#[test]
fn the_prose_without_scripts_holds_every_statement_with_its_words() -> Outcome {
    let deal: serde_json::Value = serde_json::from_str(include_str!("../../../../seeds/us-russia-syria-2016.json"))?;
    let mut wanted = Vec::new();
    for item in deal.as_object().into_iter().flat_map(|deal| deal.values()).filter_map(|part| part.as_array()).flatten()
    {
        // The steps of the walk are no statements; what they point at is.
        if item["id"].is_null() {
            continue;
        }
        let quotes = item["evidence"].as_array().into_iter().flatten().map(|evidence| &evidence["quote"]);
        wanted.extend(std::iter::once(&item["text"]).chain(quotes).filter_map(|text| text.as_str()));
    }
    ensure!(wanted.len() > 200, "only {} texts are looked for", wanted.len());
    on_plain_page("", async |page| {
        // What the server sends is what stands there without scripts.
        let sent = "const request = new XMLHttpRequest(); request.open('GET', location.href, false); request.send(); \
                    const page = new DOMParser().parseFromString(request.responseText, 'text/html'); \
                    return page.querySelector('deal-explorer').textContent.replace(/\\s+/g, ' ')";
        let prose: String = page.ask(sent, vec![]).await?;
        let missing: Vec<&&str> = wanted.iter().filter(|text| !prose.contains(**text)).collect();
        ensure!(missing.is_empty(), "{} of {} are missing: {missing:#?}", missing.len(), wanted.len());
        Ok(())
    })
}

/// The prose in the page is the host's: it is there, whether or not the explorer covers it.
async fn prose_stands(page: &Page) -> Result<()> {
    let prose: String = page.ask("return host.textContent.trim()", vec![]).await?;
    ensure!(prose.len() > 80, "the fallback prose is gone: {prose:?}");
    Ok(())
}

#[test]
fn the_page_hardly_moves_when_the_explorer_takes_over() -> Outcome {
    hardly_moves("", &[320, 390, 768, 1280])
}

#[test]
fn a_page_with_a_sentence_in_words_hardly_moves_either() -> Outcome {
    hardly_moves("gallery/plain.html", &[320, 768, 1280])
}

/// The margin of the heading lies outside of the element, and the words below it do not move when it becomes one.
#[test]
fn nor_does_one_whose_words_begin_with_a_heading() -> Outcome {
    hardly_moves("fixture/headed.html", &[320, 1280])
}

/// The contents come with the other half of the module, and stand above all else.
#[test]
fn nor_does_a_library_when_its_contents_come() -> Outcome {
    hardly_moves("gallery/library.html", &[320, 1280])
}

fn hardly_moves(path: &str, widths: &[u32]) -> Outcome {
    on_page(path, async |page| {
        if page.engine() != Engine::Chromium {
            // Only Blink counts layout shifts (Layout Instability, WICG).
            return Ok(());
        }
        for width in widths.iter().copied() {
            page.width(width).await?;
            page.open(path).await?;
            page.gone(".view .status").await?;
            let script = "const done = arguments[arguments.length - 1]; let sum = 0; \
                 new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; }) \
                     .observe({ type: 'layout-shift', buffered: true }); \
                 requestAnimationFrame(() => setTimeout(() => done(sum), 100))";
            let shift = page.driver().execute_async(script, vec![]).await?.json().as_f64().unwrap_or(f64::MAX);
            ensure!(shift <= 0.02, "at {width} pixels the layout shifted by {shift}");
        }
        Ok(())
    })
}

#[test]
fn anchors_of_the_prose_lead_to_the_same_in_the_explorer() -> Outcome {
    on_page("#deal-press-assad", async |page| {
        page.find("section[data-view=conditions] [data-item=press-assad]").await?;
        page.open("#deal.parties").await?;
        page.find("section[data-view=parties]").await?;
        page.use_control("nav[aria-label='Views of the deal']", "Facts").await?;
        page.address_ends("/#deal=facts").await
    })
}

#[test]
fn a_deep_link_opens_the_proof_and_brings_it_into_view() -> Outcome {
    on_page("#deal=open/turkish-complication", async |page| {
        page.find("section[data-view=open] [data-item=turkish-complication] q").await?;
        let mark = "section[data-view=open] [data-item=turkish-complication] button[aria-expanded=true]";
        page.find(mark).await?;
        let seen = "const box = root.querySelector('section[data-view] [data-item=turkish-complication]').getBoundingClientRect(); \
                    return box.top > -1 && box.top < innerHeight - 40";
        page.comes("it is in view", seen).await?;
        ensure!(
            page.focus_is_on("[data-item=turkish-complication]").await?,
            "the focus is on {}",
            page.focused().await?
        );
        Ok(())
    })
}
