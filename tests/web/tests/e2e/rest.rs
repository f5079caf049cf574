//! What the brief does not need: a file that comes when more is first looked at, and what the reader sees until then.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use web_tests::{Outcome, Page, on_page};

/// A page whose element has no article beside it.
const PAGE: &str = "gallery/article.html";

/// How many times the other half was asked for.
async fn fetched(page: &Page) -> Result<usize> {
    Ok(page.loaded().await?.iter().filter(|address| address.contains("deal-explorer-rest")).count())
}

/// Keeps the other half from coming, until `window.fetch` is `window.whole` again.
async fn withhold(page: &Page) -> Outcome {
    let spoil = "window.whole = window.fetch; window.fetch = (what) => String(what.url ?? what).includes('-rest') \
        ? Promise.reject(new TypeError('gone')) : window.whole(what)";
    page.ask(spoil, vec![]).await
}

#[test]
fn the_brief_and_its_proofs_need_no_more_than_the_first_half() -> Outcome {
    on_page(PAGE, async |page| {
        page.shows("[part=title]", "September 3, 2016").await?;
        page.click(".ledger .cite, .bargain .cite").await?;
        page.find("[part=proof] q").await?;
        ensure!(fetched(page).await? == 0, "the brief fetched it");
        page.ask::<()>("host.show('facts')", vec![]).await?;
        page.shows("section[data-view=facts]", "400,000").await?;
        ensure!(fetched(page).await? == 1, "{} times", fetched(page).await?);
        page.no_troubles().await
    })
}

#[test]
fn the_keyboard_at_the_menu_brings_it_before_it_is_needed() -> Outcome {
    on_page(PAGE, async |page| {
        page.focus(".menu button").await?;
        page.comes(
            "it comes",
            "return performance.getEntriesByType('resource').some((it) => it.name.includes('-rest'))",
        )
        .await?;
        page.find("section[data-view=brief]").await?;
        page.no_troubles().await
    })
}

#[test]
fn what_was_chosen_in_the_brief_has_the_focus_once_it_is_there() -> Outcome {
    on_page(PAGE, async |page| {
        page.use_control(".cast", "Russia, party").await?;
        page.find("[data-page=russia]").await?;
        let there = "return root.activeElement?.matches('[data-page=russia], [data-page=russia] *, [data-item=russia]') ?? false";
        page.comes("the focus is on it", there).await?;
        page.no_troubles().await
    })
}

#[test]
fn where_it_cannot_be_had_the_brief_stays_and_it_can_be_tried_again() -> Outcome {
    on_page(PAGE, async |page| {
        withhold(page).await?;
        page.ask::<()>("host.show('facts')", vec![]).await?;
        page.shows(".view", "could not be shown").await?;
        page.accessible().await?;
        page.use_control(".menu", "Brief").await?;
        page.find(".bargain, .ledger").await?;
        page.use_control(".find", "Filters").await?;
        page.shows(".filters-place", "could not be shown").await?;
        page.ask::<()>("window.fetch = window.whole", vec![]).await?;
        page.use_control(".filters-place", "Try again").await?;
        page.shows(".filters-place", "Party").await?;
        page.use_control(".menu", "Facts").await?;
        page.shows("section[data-view=facts]", "400,000").await
    })
}

#[test]
fn a_link_to_a_view_a_search_and_a_scenario_bring_it_with_the_deal() -> Outcome {
    on_page("gallery/permalink.html#deal=facts", async |page| {
        page.shows("section[data-view=facts]", "400,000").await?;
        page.visit("gallery/permalink.html#deal=brief;q=aleppo").await?;
        page.shows(".chips .count", "statement").await?;
        page.find("[data-view=results] .result").await?;
        page.visit("gallery/permalink.html#deal=brief;if=press-assad:fails").await?;
        page.shows(".supposed", "Then the bargain fails").await?;
        page.no_troubles().await
    })
}

#[test]
fn what_the_host_supposes_is_accounted_for_at_once() -> Outcome {
    on_page(PAGE, async |page| {
        let none: Value = page.follow("return await host.export('scenario') ?? null", vec![]).await?;
        ensure!(none.is_null() && fetched(page).await? == 0, "nothing is supposed: {none}");
        let account: String = page
            .follow("await host.suppose({ 'press-assad': 'fails' }); return await host.export('scenario')", vec![])
            .await?;
        ensure!(account.contains("Then the bargain fails"), "{account}");
        page.no_troubles().await
    })
}

#[test]
fn what_the_reader_supposes_is_told_with_what_follows() -> Outcome {
    on_page(PAGE, async |page| {
        let listen =
            "window.told = []; host.addEventListener('deal-suppose', (event) => window.told.push(event.detail))";
        page.ask::<()>(listen, vec![]).await?;
        // From a proof in the brief, when nothing of the other half has been asked for.
        let open = "root.querySelector('[data-item=press-assad] .cite').click()";
        page.ask::<()>(open, vec![]).await?;
        page.use_control("[data-item=press-assad] [part=proof]", "What if this fails?").await?;
        page.comes("it is told", "return window.told.length > 0").await?;
        let told: Vec<Value> = page.ask("return window.told", vec![]).await?;
        ensure!(told.len() == 1, "told {} times", told.len());
        let first = told.first().cloned().unwrap_or_default();
        ensure!(first.get("supposed") == Some(&json!({ "press-assad": "fails" })), "{first}");
        let follows = first.get("follows").and_then(Value::as_object).map_or(0, serde_json::Map::len);
        ensure!(follows > 0, "without what follows: {first}");
        page.no_troubles().await
    })
}
