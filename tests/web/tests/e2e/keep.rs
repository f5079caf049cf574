//! Pictures saved as files: self-contained, with words that are words, and with what they show said below.

use anyhow::{Result, ensure};
use serde::Deserialize;
use serde_json::json;
use web_tests::{Outcome, Page, on_page};

use crate::relations::many;

/// From now on, what is handed to the reader is kept where a test can look at it.
const CATCH: &str = "window.caught = []; URL.createObjectURL = (blob) => { window.caught.push(blob); return 'blob:caught'; }; \
                     HTMLAnchorElement.prototype.click = function () { window.called = this.download; }";

/// What a saved SVG says of itself.
#[derive(Debug, Deserialize)]
struct Saved {
    name: String,
    sound: bool,
    words: String,
    out: Vec<String>,
    shapes: usize,
    overflow: Vec<String>,
}

async fn save(page: &Page, figure: &str, button: &str) -> Result<()> {
    page.ask::<()>(CATCH, vec![]).await?;
    page.use_control(figure, button).await?;
    page.comes("a file", "return window.caught.length === 1 && !!window.called").await
}

/// Reads the saved SVG as any other program would.
async fn read(page: &Page) -> Result<Saved> {
    let script = "const text = await window.caught[0].text(); const xml = new DOMParser().parseFromString(text, 'image/svg+xml'); \
        const svg = xml.documentElement; const all = [...svg.querySelectorAll('text:not([aria-hidden])')]; \
        const out = [...svg.querySelectorAll('*')].flatMap(one => [...one.attributes]).map(one => one.value).filter(value => /^https?:|url\\(http|var\\(/.test(value)); \
        document.body.append(svg); const frame = svg.getBoundingClientRect(); \
        const overflow = all.filter(one => { const place = one.getBoundingClientRect(); return place.left < frame.left - 1 || place.right > frame.right + 3 || place.bottom > frame.bottom + 1; }).map(one => one.textContent); \
        svg.remove(); \
        return { name: window.called, sound: svg.localName === 'svg' && !svg.querySelector('parsererror, foreignObject, style, script'), \
            words: all.map(one => one.textContent).join(' '), out, shapes: svg.querySelectorAll('path').length, overflow }";
    page.follow(script, vec![]).await
}

fn holds(saved: &Saved, parts: &[&str]) -> Outcome {
    ensure!(saved.sound && saved.out.is_empty(), "{saved:?}");
    ensure!(saved.overflow.is_empty(), "sticks out: {:?}", saved.overflow);
    for part in parts {
        ensure!(saved.words.contains(part), "no “{part}” in {}", saved.words);
    }
    Ok(())
}

/// Whether every word that is seen there, but for those of tools, is in the file.
async fn holds_what_is_shown(page: &Page, saved: &Saved, css: &str) -> Outcome {
    // What is drawn is no text of the page, and what is for ears alone or a tool is not part of the picture.
    let script = "const shown = [...root.querySelectorAll(arguments[0])].find(one => one.clientWidth); \
        const leaves = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT); let text = ''; \
        while (leaves.nextNode()) { const around = leaves.currentNode.parentElement; \
            if (around.checkVisibility() && !around.closest('.sr, [data-tool]') && !(around.closest('.whose')?.clientWidth <= 1)) text += ' ' + leaves.currentNode.data; } \
        return text.toLowerCase()";
    let shown: String = page.ask(script, vec![json!(css)]).await?;
    // A word that is broken at a hyphen stands in two lines.
    let words: String = saved.words.to_lowercase().split_whitespace().collect();
    let missing: Vec<&str> = shown.split_whitespace().filter(|word| !words.contains(word)).collect();
    ensure!(!shown.trim().is_empty() && missing.is_empty(), "not in the file: {missing:?}");
    Ok(())
}

#[test]
fn the_bargain_is_saved_with_its_words_and_where_they_come_from() -> Outcome {
    on_page("", async |page| {
        for width in [1280, 390] {
            page.width(width).await?;
            save(page, ".view figure", "Save as SVG").await?;
            let saved = read(page).await?;
            ensure!(saved.name == "us-russia-syria-2016-bargain.svg", "{}", saved.name);
            holds(&saved, &["Russia", "in turn", "Reported by CBS News", "https://www.cbsnews.com/"])?;
            holds_what_is_shown(page, &saved, ".ledger").await?;
        }
        page.no_troubles().await
    })
}

#[test]
fn a_scenario_is_saved_with_what_follows_and_that_it_is_supposed() -> Outcome {
    on_page("#deal=what-if;if=press-assad:fails", async |page| {
        for theme in ["light", "dark"] {
            page.ask::<()>("host.setAttribute('theme', arguments[0])", vec![json!(theme)]).await?;
            save(page, ".stage", "Save as SVG").await?;
            let saved = read(page).await?;
            holds(&saved, &["Then the bargain fails", "Not a forecast", "you set this"])?;
            ensure!(saved.shapes > 10, "{} shapes", saved.shapes);
        }
        page.no_troubles().await
    })
}

#[test]
fn the_relations_are_saved_with_every_name_and_every_tie_in_words() -> Outcome {
    on_page("#deal=relations", async |page| {
        for width in [1280, 390] {
            page.width(width).await?;
            page.find(".drawing [data-node=russia]").await?;
            save(page, ".stage", "Save as SVG").await?;
            let saved = read(page).await?;
            ensure!(saved.name == "us-russia-syria-2016-relations.svg", "{}", saved.name);
            holds(&saved, &["Russia", "Hezbollah", "Reported by CBS News"])?;
            let shown: Vec<String> = page
                .ask(
                    "const shown = [...root.querySelectorAll('.drawing')].find(one => one.checkVisibility()); \
                     return [...shown.querySelectorAll('.node text, .tie text')].map(one => one.textContent.trim())",
                    vec![],
                )
                .await?;
            ensure!(shown.len() > 30, "{shown:?}");
            let missing: Vec<&String> = shown.iter().filter(|line| !saved.words.contains(line.as_str())).collect();
            ensure!(missing.is_empty(), "not in the file: {missing:?}");
            ensure!(saved.shapes > 40, "{} shapes", saved.shapes);
        }
        page.no_troubles().await
    })
}

#[test]
fn a_network_of_many_is_saved_as_circles_and_lines_with_its_names_as_words() -> Outcome {
    on_page("gallery/article.html", async |page| {
        many(page).await?;
        for theme in ["light", "dark"] {
            page.ask::<()>("host.setAttribute('theme', arguments[0])", vec![json!(theme)]).await?;
            let ink = "const style = getComputedStyle(root.querySelector('.dots')); return style.color.match(/\\d+/g).slice(0, 3).map(Number)";
            // Each transition of a colour has ended.
            page.comes(
                "the theme",
                &format!("const [red] = (() => {{ {ink} }})(); return (red < 100) === {}", theme == "light"),
            )
            .await?;
            save(page, ".stage", "Save as SVG").await?;
            let saved = read(page).await?;
            holds(&saved, &["Country 0", "Many"])?;
            let script = "const xml = new DOMParser().parseFromString(await window.caught[0].text(), 'image/svg+xml'); const count = (css) => xml.querySelectorAll(css).length; \
                const lines = [...xml.querySelectorAll('path.ties')].map(path => path.getAttribute('d').split('M').length - 1); \
                const names = [...xml.querySelectorAll('text:not([aria-hidden])')].filter(one => one.textContent.startsWith('Country ')); \
                return { circles: count('.actors:not(.named) circle'), named: count('.actors.named circle'), names: names.length, lines: lines.reduce((sum, one) => sum + one, 0), \
                    images: count('image, use, [href]'), said: count('title') && count('desc'), fill: xml.querySelector('.actors').getAttribute('fill') }";
            let found: serde_json::Value = page.follow(script, vec![]).await?;
            let [red, green, blue]: [u8; 3] = page.ask(ink, vec![]).await?;
            let named = found.get("names").cloned().unwrap_or_default();
            ensure!(named.as_u64().is_some_and(|names| (6..100).contains(&names)), "{found}");
            let fill = format!("#{red:02x}{green:02x}{blue:02x}");
            let whole = json!({ "circles": 150, "named": named, "names": named, "lines": 297, "images": 0, "said": 1, "fill": fill });
            ensure!(found == whole, "{found} and not {whole}");
        }
        page.no_troubles().await
    })
}

#[test]
fn as_dots_a_picture_is_sharp_and_not_empty_under_a_strict_policy_too() -> Outcome {
    on_page("gallery/strict.html", async |page| {
        page.ask::<()>("host.show('what-if')", vec![]).await?;
        page.comes("the picture", "return root.querySelectorAll('.drawing [data-node]').length > 10").await?;
        save(page, ".stage", "Save as PNG").await?;
        let script = "const dots = await createImageBitmap(window.caught[0]); const canvas = new OffscreenCanvas(dots.width, dots.height); \
            const on = canvas.getContext('2d'); on.drawImage(dots, 0, 0); const data = on.getImageData(0, 0, dots.width, dots.height).data; \
            const colours = new Set(); for (let at = 0; at < data.length; at += 4) colours.add(data[at] * 65536 + data[at + 1] * 256 + data[at + 2]); \
            const shown = [...root.querySelectorAll('.drawing')].find(one => one.clientWidth); \
            return [dots.width / shown.scrollWidth, colours.size, window.caught[0].type === 'image/png' ? 1 : 0]";
        let [scale, colours, is_png]: [f64; 3] = page.follow(script, vec![]).await?;
        ensure!((1.9..2.3).contains(&scale) && colours > 20.0 && is_png > 0.0, "{scale} {colours} {is_png}");
        page.no_troubles().await
    })
}

#[test]
fn the_matrix_is_saved_with_its_words_however_far_the_page_is_scrolled() -> Outcome {
    on_page("#deal=conditions;as=matrix", async |page| {
        for width in [1280, 390] {
            page.width(width).await?;
            page.find(".parts-matrix [data-cell]").await?;
            let save_it = ".parts-matrix figcaption";
            page.ask::<()>("root.querySelector('.parts-matrix figcaption').scrollIntoView()", vec![]).await?;
            save(page, save_it, "Save as SVG").await?;
            let saved = read(page).await?;
            ensure!(saved.name == "us-russia-syria-2016-matrix.svg", "{}", saved.name);
            holds(&saved, &["is to press", "nothing says that", "Reported by CBS News"])?;
            ensure!(!saved.words.contains("arrow keys"), "{}", saved.words);
            ensure!(saved.shapes > 20, "{} shapes", saved.shapes);
            holds_what_is_shown(page, &saved, ".parts-matrix [data-picture]").await?;
            ensure!(page.count("[data-still]").await? == 0, "it is as it was");
        }
        page.no_troubles().await
    })
}

#[test]
fn the_timeline_is_saved_as_it_fits_the_page() -> Outcome {
    on_page("#deal=facts", async |page| {
        for width in [1280, 390] {
            page.width(width).await?;
            page.find(".timeline [data-node]").await?;
            save(page, ".timeline figcaption", "Save as SVG").await?;
            let saved = read(page).await?;
            ensure!(saved.name == "us-russia-syria-2016-timeline.svg", "{}", saved.name);
            holds(&saved, &["worked out", "no date given", "Reported by CBS News"])?;
            ensure!(saved.shapes > 6, "{} shapes", saved.shapes);
            holds_what_is_shown(page, &saved, ".timeline .drawing").await?;
        }
        page.no_troubles().await
    })
}
