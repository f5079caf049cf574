//! How a document comes: in parts of any size, not to its end, or without one.

use anyhow::{Result, ensure};
use web_tests::{Outcome, Page, on_plain_page};

const TROUBLE: &str = "[role=alert]";

/// A page whose document is not there yet; from now on `answer` is what its server gives, a body of the `bytes` of a
/// sound document or of whatever else.
async fn comes_as(page: &Page, answer: &str) -> Result<()> {
    page.says(TROUBLE, "404").await?;
    let script = format!(
        "const before = window.fetch; window.fetch = async (what) => {{ \
             if (!String(what.url ?? what).includes('nowhere')) return before(what); \
             const bytes = new Uint8Array(await (await before('/deals/harbour.json')).arrayBuffer()); \
             return new Response({answer}); }}"
    );
    page.ask::<()>(&script, vec![]).await?;
    page.use_control(TROUBLE, "Try again").await
}

#[test]
fn in_crumbs_it_is_the_same_document() -> Outcome {
    on_plain_page("?src=deals/nowhere.json", async |page| {
        let crumbs = "new ReadableStream({ start(to) { \
            for (let at = 0; at < bytes.length; at += 5) to.enqueue(bytes.slice(at, at + 5)); to.close(); } })";
        comes_as(page, crumbs).await?;
        page.says("section[data-view=brief]", "Averil").await?;
        page.gone(TROUBLE).await?;
        let same = "const [ours, theirs] = [await host.export('json'), await (await fetch('/deals/harbour.json')).text()]; \
            return ours.length > 1000 && ours === theirs";
        ensure!(page.follow::<bool>(same, vec![]).await?, "it is not the document that came");
        Ok(())
    })
}

#[test]
fn where_the_line_is_cut_it_could_not_be_fetched() -> Outcome {
    on_plain_page("?src=deals/nowhere.json", async |page| {
        let half = "new ReadableStream({ pull(to) { if (this.gave) to.error(new TypeError('cut')); \
            else { this.gave = true; to.enqueue(bytes.slice(0, bytes.length / 2)); } } })";
        comes_as(page, half).await?;
        page.says(TROUBLE, "deals/nowhere.json could not be fetched.").await?;
        ensure!(page.count("section[data-view]").await? == 0, "half a deal is shown");
        page.comes("the prose is to be seen", "return host.querySelector('h1').checkVisibility()").await?;
        let thrown = page.troubles().await?;
        ensure!(!thrown.iter().any(|one| one.starts_with("uncaught") || one.starts_with("unhandled")), "{thrown:?}");
        Ok(())
    })
}

#[test]
fn of_one_that_does_not_end_is_told_how_much_is_read_and_a_stop_ends_it() -> Outcome {
    on_plain_page("?src=deals/nowhere.json", async |page| {
        let endless = "new ReadableStream({ async pull(to) { await new Promise((go) => setTimeout(go, 50)); \
            to.enqueue(new Uint8Array(500_000).fill(32)); }, cancel() { document.body.dataset.left = 'yes'; } })";
        comes_as(page, endless).await?;
        page.says("[role=status]", "Reading the deal …").await?;
        page.says("[role=status]", " MB").await?;
        page.comes("the prose is to be seen", "return host.querySelector('h1').checkVisibility()").await?;
        page.accessible().await?;
        page.use_control("p.status", "Stop").await?;
        page.says(TROUBLE, "Reading was stopped.").await?;
        page.comes("nobody waits for the rest", "return document.body.dataset.left === 'yes'").await
    })
}

#[test]
fn it_is_asked_for_while_the_module_comes_and_once() -> Outcome {
    on_plain_page("gallery/two.html", async |page| {
        page.find("section[data-view=brief]").await?;
        let script = "const all = performance.getEntriesByType('resource'); const of = (part) => all.filter(({ name }) => name.includes(part)); \
            const files = of('.json').map(({ name }) => name); const [deal, app] = [of('.json')[0], of('app_bg.wasm')[0]]; \
            return [files.length === new Set(files).size, deal.startTime < app.responseEnd]";
        let (once, early): (bool, bool) = page.ask(script, vec![]).await?;
        ensure!(once, "a document was asked for twice");
        ensure!(early, "the document was asked for after the module had come");
        Ok(())
    })
}
