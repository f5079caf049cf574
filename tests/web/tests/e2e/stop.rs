//! What takes its time, by keyboard: once it is done its way to stop is gone, and the focus is where the result is.

use anyhow::{Result, ensure};
use serde_json::Value;
use web_tests::{Outcome, Page, on_page, on_plain_page};

/// The beginning of a script that has these to make a deal of many pieces with.
const MAKE: &str = "const about = { origin: 'editor' }; const list = (count, make) => Array.from({ length: count }, (_, at) => make(at)); \
    const give = async (title, lists) => { host.data = { format: 1, id: 'many', title, summary: 'Much.', language: 'en', \
            asOf: '2020-03-01T12:00:00Z', state: 'forming', ...lists }; \
        await come(() => root.querySelector('header')?.textContent.includes(title)); }; ";

/// Puts the keyboard on the first way to stop that fits, waits until it is gone, and gives whether what then has the
/// focus fits `to`, and how far the page has scrolled by itself.
const WAIT: &str = "const wait = async (stop, to) => { const button = () => root.querySelector(stop); \
        await come(button); button().focus(); const before = scrollY; \
        if (root.activeElement !== button()) throw new Error('it takes no focus'); \
        for (let n = 0; n < 1500 && button(); n += 1) await new Promise((on) => setTimeout(on, 10)); \
        if (button()) throw new Error('it does not end'); \
        await pause(); await pause(); await new Promise(requestAnimationFrame); \
        const now = root.activeElement; return [now?.matches(to) ? '' : now?.outerHTML.slice(0, 100) ?? 'nothing', scrollY - before]; }; ";

/// Follows the script, which gives what [`WAIT`] does; by Tab it goes on in the explorer.
async fn hands_on(page: &Page, script: &str) -> Result<()> {
    let (other, scrolled): (String, f64) = page.follow(&format!("{MAKE}{WAIT}{script}"), vec![]).await?;
    ensure!(other.is_empty(), "the focus is on {other}");
    ensure!(scrolled.abs() < 1.0, "the page scrolled by {scrolled}");
    page.press("Tab").await?;
    page.comes("the keyboard goes on in the explorer", "return root.activeElement !== null").await
}

#[test]
fn what_follows_from_a_supposition() -> Outcome {
    on_page("gallery/article.html", async |page| {
        let tree = "await give('A large tree', { conditions: list(60000, (at) => ({ ...about, id: 'c' + at, text: `Step ${at}.`, act: `take step ${at}` })), \
            links: list(59999, (at) => ({ ...about, id: 'l' + at, text: `Step ${at} comes first.`, \
                from: 'c' + (at + 1), to: 'c' + Math.floor(at / 50), kind: 'needs' })) }); \
            await bring('/fixture/slow.js'); host.show('what-if'); return wait('.supposing button', '.supposing')";
        hands_on(page, tree).await?;
        page.no_troubles().await
    })
}

#[test]
fn the_hunt_for_what_most_hangs_on() -> Outcome {
    on_page("gallery/article.html", async |page| {
        let ladder = "await give('A ladder', { conditions: list(1500, (at) => ({ ...about, id: 'c' + at, text: `Step ${at}.`, act: `take step ${at}` })), \
            links: list(1499, (at) => ({ ...about, id: 'l' + at, text: `Step ${at} comes first.`, from: 'c' + (at + 1), to: 'c' + at, kind: 'needs' })) }); \
            host.show('what-if'); return wait('.linchpins .doings button', '.linchpins')";
        hands_on(page, ladder).await?;
        page.no_troubles().await
    })
}

#[test]
fn the_layout_of_many_actors() -> Outcome {
    on_page("gallery/article.html", async |page| {
        let dots = |count: usize, then: &str| {
            format!(
                "const count = {count}; \
                 const tie = (id, from, to) => ({{ ...about, id, class: 'support', kind: 'backs', from, to, text: `${{from}} backs ${{to}}.` }}); \
                 await give('Many, ' + count, {{ actors: list(count, (at) => ({{ ...about, id: 'a' + at, kind: 'state', name: `Country ${{at}}`, text: 'It is in it.', standing: ['party'] }})), \
                     relations: list(count - 1, (at) => tie('t' + at, 'a' + (at + 1), 'a' + Math.floor(at / 2))) }}); \
                 host.show('relations'); {then}"
            )
        };
        let picture = "return wait('figcaption .status + button', '.web')";
        hands_on(page, &dots(1500, picture)).await?;
        // Also where the reader stops it; at once, when of another picture in its place all was told.
        let stop = "const button = () => root.querySelector('figcaption .status + button'); \
            await come(button); button().focus(); button().click(); await come(() => !button()); await pause(); await pause(); \
            return root.activeElement?.matches('.web') ?? false";
        let taken: bool = page.follow(&format!("{MAKE}{}", dots(5000, stop)), vec![]).await?;
        ensure!(taken, "the focus is on {}", page.focused().await?);
        page.no_troubles().await
    })
}

/// A document that comes in parts until `window.enough`, and then to its end.
const SLOW: &str = "const before = window.fetch; window.fetch = async (what) => { \
    if (!String(what.url ?? what).includes('nowhere')) return before(what); \
    const bytes = new Uint8Array(await (await before('/deals/harbour.json')).arrayBuffer()); \
    return new Response(new ReadableStream({ async pull(to) { await new Promise((go) => setTimeout(go, 50)); \
        if (window.enough) { to.enqueue(bytes); to.close(); } else to.enqueue(new Uint8Array(500_000).fill(32)); } })); }";

#[test]
fn a_document_that_comes() -> Outcome {
    on_plain_page("?src=deals/nowhere.json", async |page| {
        const STOP: &str = "p.status button";
        page.says("[role=alert]", "404").await?;
        page.ask::<()>(SLOW, vec![]).await?;
        page.use_control("[role=alert]", "Try again").await?;
        page.says("[role=status]", " MB").await?;
        // Who stops it reads that it was stopped, …
        page.focus(STOP).await?;
        page.press("Enter").await?;
        page.says("[role=alert]", "Reading was stopped.").await?;
        ensure!(page.focus_is_on("[role=alert]").await?, "the focus is on {}", page.focused().await?);
        page.use_control("[role=alert]", "Try again").await?;
        page.says("[role=status]", " MB").await?;
        // … who does not, the deal.
        page.focus(STOP).await?;
        page.ask::<()>("window.enough = true", vec![]).await?;
        page.says("section[data-view=brief]", "Averil").await?;
        page.comes("its title has the focus", "return root.activeElement === root.querySelector('header')").await?;
        page.press("Tab").await?;
        page.comes("the keyboard goes on in the explorer", "return root.activeElement !== null").await
    })
}

/// Nobody who is elsewhere in the page is called to it.
#[test]
fn a_document_that_comes_while_the_reader_is_elsewhere_takes_no_focus() -> Outcome {
    on_plain_page("?src=deals/nowhere.json", async |page| {
        page.says("[role=alert]", "404").await?;
        page.ask::<()>(SLOW, vec![]).await?;
        page.use_control("[role=alert]", "Try again").await?;
        page.says("[role=status]", " MB").await?;
        let leave = "const other = document.createElement('button'); other.id = 'other'; document.body.append(other); other.focus(); \
            window.enough = true";
        page.ask::<Value>(&format!("{leave}; return null"), vec![]).await?;
        page.says("section[data-view=brief]", "Averil").await?;
        ensure!(page.focus_is_on("#other").await?, "the focus is on {}", page.focused().await?);
        Ok(())
    })
}
