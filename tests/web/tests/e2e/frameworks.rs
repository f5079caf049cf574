//! The package as applications use it: taken from npm's archive, built, and opened.

use anyhow::ensure;
use thirtyfour::By;
use web_tests::{Outcome, on_page, on_pages, on_plain_page};

/// What is built from `gallery/frameworks`.
const EXAMPLES: [&str; 4] = ["frameworks/react/", "frameworks/vue/", "frameworks/svelte/", "frameworks/vite/"];

const VIEWS: &str = "nav[aria-label='Views of the deal']";

#[test]
fn data_events_and_methods_go_through_every_framework() -> Outcome {
    on_pages(EXAMPLES, async |page| {
        let deal = "return document.getElementById('deal').textContent === 'Two banks of a river'";
        page.comes("the page hears which deal shows", deal).await?;
        page.driver().find(By::Id("choose")).await?.click().await?;
        page.find("section[data-view=conditions] [data-item=pay-ferry]").await?;
        let looks: String = page.ask("return document.getElementById('looks').textContent", vec![]).await?;
        ensure!(looks == "nothing", "the page is told of what it did itself: {looks}");
        page.use_control(VIEWS, "Parties").await?;
        page.use_control("nav[aria-label=Parties]", "North …").await?;
        let heard = "return document.getElementById('looks').textContent === 'north'";
        page.comes("the page hears what the reader looks at", heard).await
    })
}

#[test]
fn everybody_can_use_the_examples() -> Outcome {
    on_pages(EXAMPLES, async |page| {
        page.says("section[data-view=brief]", "The bargain").await?;
        page.accessible().await
    })
}

#[test]
fn a_bundler_takes_the_module_along() -> Outcome {
    on_pages(EXAMPLES, async |page| {
        let own: String = page.ask("return location.origin + location.pathname + 'assets/'", vec![]).await?;
        let loaded = page.loaded().await?;
        let foreign: Vec<&String> =
            loaded.iter().filter(|one| !one.starts_with(&own) && !one.ends_with("/__watch.js")).collect();
        ensure!(foreign.is_empty(), "asked for from elsewhere: {foreign:?}");
        ensure!(loaded.iter().any(|one| one.contains(".wasm")), "no module among {loaded:?}");
        ensure!(loaded.iter().all(|one| !one.contains(".json")), "the page gave its deal itself: {loaded:?}");
        Ok(())
    })
}

#[test]
fn a_page_styles_parts_and_tokens() -> Outcome {
    on_page("frameworks/vite/", async |page| {
        page.says("section[data-view=brief]", "The bargain").await?;
        let script = "return [getComputedStyle(root.querySelector('[part=title]')).borderBlockEndStyle, \
                      getComputedStyle(host).getPropertyValue('--deal-accent')]";
        let (line, accent): (String, String) = page.ask(script, vec![]).await?;
        ensure!(line == "double" && accent.contains("#7a1f3d"), "{line}, {accent}");
        page.use_control("section[data-view=brief]", "Paragraph 2: …").await?;
        let parts: Vec<String> =
            page.ask("return [...root.querySelectorAll('[part]')].map(one => one.part.value)", vec![]).await?;
        for part in ["title", "menu", "search", "view", "proof"] {
            ensure!(parts.iter().any(|one| one == part), "no {part} among {parts:?}");
        }
        Ok(())
    })
}

#[test]
fn the_snippet_checks_both_scripts() -> Outcome {
    on_page("package/snippet.html", async |page| page.says("section[data-view=brief]", "The bargain").await)?;
    on_plain_page("package/other.html", async |page| {
        page.comes("what is not as expected does not run", "return host.dataset.ready === 'failed'").await?;
        page.comes("the page's own content stands", "return host.querySelector('p').checkVisibility()").await
    })
}
