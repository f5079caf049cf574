//! Relations: choosing an actor, hiding sorts of ties, the way between two, sentences and table, and the keyboard.

use anyhow::ensure;
use serde_json::{Value, json};
use web_tests::{Engine, Look, Outcome, Page, Theme, on_page};

const VIEW: &str = "section[data-view=relations]";
const CAPTION: &str = ".supposing [role=status]";
const HEADING: &str = ".supposing :is(h1, h2, h3)";
/// Of the two drawings the one that shows.
const DRAWN: &str = "[...root.querySelectorAll('.drawing')].find(one => one.checkVisibility())";

/// Chooses in the list of this place among the lists.
fn chosen(list: usize, id: &str) -> String {
    format!(
        "const list = root.querySelectorAll('.ties-actor select')[{list}]; list.value = '{id}'; \
         list.dispatchEvent(new Event('change', {{ bubbles: true }}))"
    )
}

#[test]
fn everyone_with_whom_and_against_whom() -> Outcome {
    on_page("#deal=relations", async |page| {
        page.shows(HEADING, "Who stands with whom, and against whom").await?;
        page.shows(CAPTION, "16 actors and what ties them: 7 ties of support, 12 hostile ones, 1 of pressure").await?;
        page.find(".drawing [data-node=russia]").await?;
        // No words overlap others or a box; measured without the stroke around letters, which Firefox counts to the box
        // in the page.
        let overlaps: usize = page
            .ask(
                &format!(
                    "const boxes = [...({DRAWN}).querySelectorAll('.node .border, .tie text')].map(one => one.getBBox()); \
                     return boxes.filter((a, at) => boxes.slice(at + 1).some(b => \
                       Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 3 && Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 4)).length"
                ),
                vec![],
            )
            .await?;
        ensure!(overlaps == 0, "{overlaps} overlap");
        page.says(".tied", "Russia supports Assad").await?;
        page.no_troubles().await
    })
}

#[test]
fn an_actor_is_chosen_by_mouse_and_all_narrows_to_it() -> Outcome {
    on_page("#deal=relations", async |page| {
        page.look(Look { width: 1280, ..Look::default() }).await?;
        page.press_part(".drawing.wide [data-node=iran]").await?;
        page.shows(HEADING, "Iran, and who is tied to it").await?;
        page.address_ends("#deal=relations/iran").await?;
        page.gone(".drawing [data-node=al-qaeda]").await?;
        page.says(".tied", "Iran backs the Hezbollah fighters").await?;
        page.use_control(VIEW, "two steps").await?;
        page.find(".drawing [data-node=russia]").await?;
        page.address_ends("#deal=relations/iran;steps=2").await?;
        page.use_control(VIEW, "what leads to it").await?;
        page.shows(CAPTION, "No tie of these sorts.").await?;
        page.back().await?;
        page.shows(HEADING, "Who stands with whom").await
    })
}

#[test]
fn sorts_of_ties_are_hidden_and_shown() -> Outcome {
    on_page("#deal=relations", async |page| {
        page.use_control(VIEW, "hostility").await?;
        page.gone(".drawing [data-node=al-qaeda]").await?;
        page.address_ends("#deal=relations;ties=support,pressure").await?;
        page.use_control(VIEW, "contact").await?;
        page.find(".drawing [data-node=john-kerry]").await?;
        page.says(".tied", "Kerry and Lavrov are at work").await
    })
}

#[test]
fn a_way_between_two_with_its_statements() -> Outcome {
    on_page("#deal=relations/turkish-troops", async |page| {
        page.find(".drawing [data-node=isis]").await?;
        page.ask::<()>(&chosen(1, "russia"), vec![]).await?;
        page.shows(CAPTION, "A shortest way from Turkish troops to Russia: 3 steps.").await?;
        page.address_ends("#deal=relations/turkish-troops;to=russia").await?;
        page.says(".tied", "The United States supports these Kurdish fighters").await?;
        let boxes: usize = page.ask(&format!("return ({DRAWN}).querySelectorAll('.node').length"), vec![]).await?;
        ensure!(boxes == 4, "{boxes}");
        Ok(())
    })
}

#[test]
fn the_same_as_a_table_and_every_sentence_opens_its_proof() -> Outcome {
    on_page("#deal=relations/russia", async |page| {
        page.click(".tied [data-item=russia-supports-assad] .cite").await?;
        page.says(".tied .proof", "CBS News").await?;
        page.use_control(VIEW, "Table").await?;
        let rows = page.texts(".tied tbody tr").await?;
        ensure!(rows.len() == 5, "{rows:#?}");
        let told = rows.iter().any(|row| row.contains("Russia") && row.contains("is to press · probable"));
        ensure!(told, "{rows:#?}");
        page.use_control(".tied table", "al Qaeda").await?;
        page.shows(HEADING, "al Qaeda, and who is tied to it").await
    })
}

#[test]
fn by_keyboard_alone_from_actor_to_actor() -> Outcome {
    on_page("#deal=relations", async |page| {
        page.look(Look { width: 1280, ..Look::default() }).await?;
        page.find(".drawing.wide [data-node=russia]").await?;
        let stops: usize =
            page.ask("return root.querySelectorAll('.drawing.wide [tabindex=\"0\"]').length", vec![]).await?;
        ensure!(stops == 1, "{stops}");
        page.focus(".drawing.wide [data-node=united-states]").await?;
        page.press("ArrowRight").await?;
        let there = page.ask::<String>("return root.activeElement.dataset.node", vec![]).await?;
        ensure!(there == "russia", "{there}");
        let before: f64 =
            page.ask("return root.querySelector('.drawing.wide svg').width.baseVal.value", vec![]).await?;
        page.press("+").await?;
        page.comes(
            "it is larger",
            &format!("return root.querySelector('.drawing.wide svg').width.baseVal.value > {before}"),
        )
        .await?;
        page.press("0").await?;
        page.press("Enter").await?;
        page.shows(HEADING, "Russia, and who is tied to it").await?;
        page.comes("the focus stays in the picture", "return root.activeElement?.dataset.node === 'russia'").await?;
        page.press("Enter").await?;
        page.shows(HEADING, "Who stands with whom").await
    })
}

#[test]
fn nothing_scrolls_the_page_sideways() -> Outcome {
    on_page("#deal=relations", async |page| {
        for width in [320, 768, 1280] {
            page.look(Look { width, ..Look::default() }).await?;
            page.find(".drawing").await?;
            page.no_sideways_scroll().await?;
        }
        Ok(())
    })
}

/// Shows the relations of a deal of 150 actors, all of them tied to the first and each to the next: too many for boxes.
pub(crate) async fn many(page: &Page) -> Outcome {
    let open = "const about = { origin: 'editor' }; const list = (count, make) => Array.from({ length: count }, (_, at) => make(at)); \
        const actors = list(150, (at) => ({ ...about, id: 'a' + at, kind: 'state', name: `Country ${at}`, text: `Country ${at} is in it.`, standing: ['party'] })); \
        const tie = (id, from, to) => ({ ...about, id, class: 'support', kind: 'backs', from, to, text: `${from} backs ${to}.` }); \
        const relations = [...list(149, (at) => tie('h' + at, 'a' + (at + 1), 'a0')), ...list(148, (at) => tie('n' + at, 'a' + (at + 1), 'a' + (at + 2)))]; \
        host.data = { format: 1, id: 'many', title: 'Many', summary: 'Much.', language: 'en', \
            asOf: '2020-03-01T12:00:00Z', state: 'forming', actors, relations }; \
        await come(() => root.querySelector('header')?.textContent.includes('Many')); \
        host.show('relations'); await come(() => root.querySelector('.dots') && !root.querySelector('figcaption .status')); return null";
    page.follow::<Value>(open, vec![]).await.map(|_| ())
}

/// How many of the painted points are dark, and how many light.
const LIGHTS: &str = "const canvas = root.querySelector('.dots'); \
    const data = canvas.width ? canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data : []; \
    let [dark, light] = [0, 0]; for (let at = 0; at < data.length; at += 4) if (data[at + 3] > 250) { \
        const mean = (data[at] + data[at + 1] + data[at + 2]) / 3; if (mean < 70) dark += 1; else if (mean > 200) light += 1; } ";

/// Whether something in it is neither black nor white nor grey.
const COLOURED: &str = "const canvas = root.querySelector('.dots'); \
    const data = canvas.width ? canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data : []; \
    let coloured = false; for (let at = 0; at < data.length; at += 4) if (data[at + 3] > 100) { \
        const parts = [data[at], data[at + 1], data[at + 2]]; coloured ||= Math.max(...parts) - Math.min(...parts) > 50; } ";

#[test]
fn many_dots_are_walked_by_keyboard_and_each_says_its_name_and_ties() -> Outcome {
    on_page("gallery/article.html", async |page| {
        many(page).await?;
        page.focus(".drawing").await?;
        page.press("ArrowRight").await?;
        // At first to whoever has the most ties, and of them so many as can be listened to.
        page.says(".said-dot", "Country 0.").await?;
        page.says(".said-dot", "143 more ties").await?;
        page.press("ArrowLeft").await?;
        page.comes("another", "return !root.querySelector('.said-dot').textContent.startsWith('Country 0.')").await?;
        let there: String = page.ask("return root.querySelector('.said-dot').textContent", vec![]).await?;
        ensure!(there.starts_with("Country ") && there.contains("Country 0"), "along a tie: {there}");
        page.press("+").await?;
        page.find(".drawing.zoom1").await?;
        page.press("0").await?;
        page.find(".drawing.zoom0").await?;
        page.says(".said-dot", &there).await?;
        page.accessible().await?;
        page.focus(".drawing").await?;
        page.press("Enter").await?;
        let name = there.split('.').next().unwrap_or_default();
        page.shows(HEADING, &format!("{name}, and who is tied to it")).await?;
        page.no_troubles().await
    })
}

#[test]
fn of_many_dots_those_with_the_most_ties_are_named() -> Outcome {
    on_page("gallery/article.html", async |page| {
        // By a script of the page itself: what a test does to its classes is not seen by it in every browser.
        let listen = "const listener = Object.assign(document.createElement('script'), { src: '/fixture/names.js' }); \
            await new Promise((done) => { listener.onload = done; document.head.append(listener); }); return null";
        page.follow::<Value>(listen, vec![]).await?;
        many(page).await?;
        let named = "return (document.body.dataset.names ?? '').startsWith('Country 0|')";
        page.comes("the one whom all are tied to comes first", named).await?;
        let few =
            "const names = new Set(document.body.dataset.names.split('|')); return names.size > 5 && names.size < 100";
        page.comes("some of the others follow, and not all", few).await?;
        // Where there is more room there are more names.
        page.ask::<()>("document.body.dataset.before = new Set(document.body.dataset.names.split('|')).size; document.body.dataset.names = ''", vec![]).await?;
        page.use_control("figcaption", "Larger").await?;
        page.comes(
            "more of them where it is larger",
            "return new Set(document.body.dataset.names.split('|')).size > Number(document.body.dataset.before)",
        )
        .await?;
        page.no_troubles().await
    })
}

/// Where what is painted begins and ends, from 0 to 1, across and down; and how wide the canvas is against its height.
const PAINTED: &str = "const canvas = root.querySelector('.dots'); const [wide, high] = [canvas.width, canvas.height]; \
    if (!wide || !high) return [0, 0, 0, 0, 0]; const data = canvas.getContext('2d').getImageData(0, 0, wide, high).data; \
    let [left, right, top, bottom] = [wide, 0, high, 0]; for (let y = 0; y < high; y += 1) for (let x = 0; x < wide; x += 1) \
        if (data[(y * wide + x) * 4 + 3] > 60) { left = Math.min(left, x); right = Math.max(right, x); top = Math.min(top, y); bottom = Math.max(bottom, y); } \
    return [left / wide, right / wide, top / high, bottom / high, canvas.clientWidth / canvas.clientHeight]";

/// Whether they stand in the middle of a canvas that is painted in its own size, and that is rather high than wide.
async fn stands_in_the_middle(page: &Page, upright: bool) -> Outcome {
    let sharp = "const canvas = root.querySelector('.dots'); const sharp = Math.min(2, Math.max(1, devicePixelRatio)); \
        return canvas.clientWidth > 0 && Math.abs(canvas.width - canvas.clientWidth * sharp) < 2 && Math.abs(canvas.height - canvas.clientHeight * sharp) < 2";
    page.comes("as many points as it has room for", sharp).await?;
    let [left, right, top, bottom, shape]: [f64; 5] = page.ask(PAINTED, vec![]).await?;
    let place = format!("{left} to {right}, {top} to {bottom} of {shape}");
    ensure!((shape < 1.0) == upright, "{place}");
    ensure!((left + right - 1.0).abs() < 0.15 && (top + bottom - 1.0).abs() < 0.15, "not in the middle: {place}");
    ensure!((right - left).max(bottom - top) > 0.9, "small: {place}");
    page.no_sideways_scroll().await
}

#[test]
fn many_dots_stand_in_the_middle_of_a_frame_that_is_upright_where_it_is_narrow() -> Outcome {
    for (width, upright) in [(320, true), (768, false), (1280, false)] {
        on_page("gallery/article.html", async |page| {
            page.look(Look { width, ..Look::default() }).await?;
            many(page).await?;
            stands_in_the_middle(page, upright).await?;
            // The host may make it narrower, without the window's being another.
            page.ask::<()>("host.style.display = 'block'; host.style.inlineSize = '280px'", vec![]).await?;
            page.comes(
                "an upright frame",
                "const canvas = root.querySelector('.dots'); return canvas.clientHeight > canvas.clientWidth",
            )
            .await?;
            stands_in_the_middle(page, true).await?;
            page.no_troubles().await
        })?;
    }
    Ok(())
}

#[test]
fn many_dots_take_the_colours_of_the_theme_as_it_changes() -> Outcome {
    on_page("gallery/article.html", async |page| {
        many(page).await?;
        let light = format!("{LIGHTS} return dark > light");
        let dark = format!("{LIGHTS} return light > dark");
        page.comes("dark on light", &light).await?;
        page.ask::<()>("host.setAttribute('theme', 'dark')", vec![]).await?;
        page.comes("light on dark, by the attribute", &dark).await?;
        page.ask::<()>("host.removeAttribute('theme')", vec![]).await?;
        page.comes("dark on light again", &light).await?;
        page.theme(Theme::Dark).await?;
        page.comes("light on dark, by the reader's wish", &dark).await?;
        page.theme(Theme::Light).await?;
        page.comes("dark on light once more", &light).await?;
        if page.engine() != Engine::Chromium {
            // Only Chromium can be made to force colours.
            return Ok(());
        }
        let cdp = page.driver().cdp();
        let force = |value: &str| json!({ "features": [{ "name": "forced-colors", "value": value }, { "name": "prefers-color-scheme", "value": "light" }] });
        cdp.send_raw("Emulation.setEmulatedMedia", force("active")).await?;
        let forced = page.comes("no colour but the system's", &format!("{COLOURED} return !coloured")).await;
        cdp.send_raw("Emulation.setEmulatedMedia", force("none")).await?;
        forced?;
        page.comes("the ties in their colour again", &format!("{COLOURED} return coloured")).await
    })
}
