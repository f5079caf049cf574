//! Loading and failing: each cause has its words, the prose still stands, and it can be tried again.

use anyhow::{Result, ensure};
use web_tests::{Outcome, Page, on_page, on_plain_page};

const TROUBLE: &str = "[role=alert]";

/// The explorer said that it cannot show the deal, and why; the page's own prose is to be seen.
async fn told(page: &Page, words: &[&str]) -> Result<()> {
    page.says(TROUBLE, "This deal cannot be shown").await?;
    for words in words {
        page.says(TROUBLE, words).await?;
    }
    page.control(TROUBLE, "Try again").await?;
    page.comes("it is said to have failed", "return host.dataset.ready === 'failed'").await?;
    page.comes("the prose is to be seen", "return host.querySelector('h1').checkVisibility()").await?;
    ensure!(page.count("section[data-view]").await? == 0, "a view without a deal");
    Ok(())
}

/// The page's troubles but for the request that was to fail.
async fn nothing_thrown(page: &Page) -> Result<()> {
    let all = page.troubles().await?;
    let thrown: Vec<&String> = all
        .iter()
        .filter(|one| one.starts_with("uncaught") || one.starts_with("unhandled") || one.starts_with("console"))
        .collect();
    ensure!(thrown.is_empty(), "{thrown:?}");
    Ok(())
}

#[test]
fn a_document_that_is_not_there_is_named_with_the_servers_answer() -> Outcome {
    on_plain_page("?src=deals/nowhere.json", async |page| {
        told(page, &["deals/nowhere.json was not delivered: the server answered 404."]).await?;
        nothing_thrown(page).await
    })
}

#[test]
fn a_document_that_cannot_be_reached_is_named() -> Outcome {
    on_plain_page("?src=http://127.0.0.1:9/deal.json", async |page| {
        told(page, &["http://127.0.0.1:9/deal.json could not be fetched.", "Check the connection"]).await?;
        nothing_thrown(page).await
    })
}

#[test]
fn a_document_that_is_no_json_is_told_with_the_place() -> Outcome {
    on_page("?src=fixture/not.json", async |page| told(page, &["The document is not JSON.", "line 1, column"]).await)
}

#[test]
fn a_web_page_in_place_of_a_document_is_told() -> Outcome {
    on_page("?src=fixture/index.html", async |page| {
        told(page, &["The document is not JSON.", "line 1, column 1"]).await
    })
}

#[test]
fn a_document_in_a_newer_format_is_told() -> Outcome {
    on_page("?src=fixture/newer.json", async |page| {
        told(page, &["newer format than this page can read", "Use a newer version of the deal explorer"]).await
    })
}

#[test]
fn every_fault_of_a_document_is_listed_with_rule_path_and_line() -> Outcome {
    on_page("?src=deals/broken.json", async |page| {
        told(page, &["Each is named with its rule and its place"]).await?;
        let listed = page.texts("[role=alert] li").await?;
        let expected = include_str!("../../../deals/broken.expected.txt");
        for line in expected.lines() {
            let (rule, path) = line.split_once(' ').unwrap_or((line, ""));
            let there = listed.iter().any(|one| one.starts_with(rule) && one.contains(path) && one.contains(", line "));
            ensure!(there, "{line} is not among {listed:#?}");
        }
        ensure!(listed.len() == expected.lines().count(), "{} are listed", listed.len());
        page.says(TROUBLE, &format!("The document has {} faults.", listed.len())).await?;
        page.says("[role=alert] li", "Did you mean “title”?").await
    })
}

#[test]
fn a_document_with_faults_is_refused_in_words_also_where_they_cannot_be_listed() -> Outcome {
    on_plain_page("?src=deals/nowhere.json", async |page| {
        told(page, &["404"]).await?;
        // From now on the second module cannot be had.
        let spoil = "const fetch = window.fetch; window.fetch = (what) => String(what.url ?? what).includes('faults') \
            ? Promise.reject(new TypeError('gone')) : fetch('/deals/broken.json')";
        page.ask::<()>(spoil, vec![]).await?;
        page.use_control(TROUBLE, "Try again").await?;
        told(page, &["The document breaks the rules of its format.", "could not be listed"]).await?;
        ensure!(page.count("[role=alert] li").await? == 0, "a fault out of nowhere");
        nothing_thrown(page).await
    })
}

#[test]
fn trying_again_shows_the_deal_once_it_is_there() -> Outcome {
    on_plain_page("?src=deals/nowhere.json", async |page| {
        told(page, &["404"]).await?;
        page.use_control(TROUBLE, "Try again").await?;
        told(page, &["404"]).await?;
        // The missing document comes into being.
        let mend = "const fetch = window.fetch; window.fetch = () => fetch('/deals/no-exchange.json')";
        page.ask::<()>(mend, vec![]).await?;
        page.use_control(TROUBLE, "Try again").await?;
        page.says("section[data-view=brief]", "Who is to do what").await?;
        page.gone(TROUBLE).await?;
        page.comes("it is said to be shown", "return host.dataset.ready === 'shown'").await?;
        nothing_thrown(page).await
    })
}

#[test]
fn while_a_document_comes_it_says_so_and_the_prose_stands() -> Outcome {
    on_plain_page("?src=deals/nowhere.json", async |page| {
        told(page, &["404"]).await?;
        page.ask::<()>("window.fetch = () => new Promise(() => {})", vec![]).await?;
        page.use_control(TROUBLE, "Try again").await?;
        page.says("[role=status]", "Opening the deal").await?;
        page.comes("the prose is to be seen", "return host.querySelector('h1').checkVisibility()").await
    })
}
