//! The brief: the bargain, what it hangs on, the words that prove it.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use web_tests::{Outcome, Page, on_page, on_pages};

const BRIEF: &str = "section[data-view=brief]";

/// Every view of the built-in deal, as a link opens it.
const VIEWS: [&str; 6] =
    ["#deal=brief", "#deal=parties", "#deal=conditions", "#deal=open", "#deal=facts", "#deal=source"];

#[test]
fn the_ledger_shows_both_sides_of_the_exchange() -> Outcome {
    on_page("", async |page| {
        page.says(BRIEF, "United States and Russia").await?;
        page.says(BRIEF, "are to cooperate militarily").await?;
        page.says(BRIEF, "in exchange for").await?;
        page.says(BRIEF, "is to press Assad to end the bombing of civilians").await?;
        let order = "const text = root.querySelector('section[data-view=brief]').textContent; \
                     const at = [...arguments].map(words => text.indexOf(words)); \
                     return at.every((one, place) => one >= 0 && (place === 0 || at[place - 1] < one))";
        let words = ["cooperate militarily", "in exchange for", "press Assad", "stop bombing civilians"];
        let ordered: bool = page.ask(order, words.iter().map(|words| json!(words)).collect()).await?;
        ensure!(ordered, "the bargain is not read as it is traded");
        Ok(())
    })
}

#[test]
fn assad_is_to_be_pressed_and_is_no_party() -> Outcome {
    on_page("", async |page| {
        page.says(BRIEF, "is to be pressed to stop bombing civilians").await?;
        page.says(BRIEF, "is to be pressed to let humanitarian aid into all starving areas").await?;
        let who = page.texts(".who").await?;
        let assad = who.iter().find(|who| who.contains("Assad")).context("Assad is not in the ledger")?;
        ensure!(assad.contains("to be pressed, not a party"), "Assad is called: {assad}");
        Ok(())
    })
}

#[test]
fn the_ledger_says_what_is_not_said() -> Outcome {
    on_page("", async |page| {
        page.says(BRIEF, "does not say that Assad has agreed to stop bombing civilians").await?;
        page.says(BRIEF, "does not say who would ground the air force").await
    })
}

#[test]
fn a_paragraph_mark_opens_the_proof_in_place_and_closes_it() -> Outcome {
    on_page("", async |page| {
        let mark = "[data-item=press-assad] button[aria-expanded]";
        page.shows(mark, "¶5").await?;
        ensure!(page.attribute(mark, "aria-expanded").await?.as_deref() == Some("false"), "open from the beginning");
        page.click(mark).await?;
        page.says("[data-item=press-assad] q", "in exchange for Russia agreeing to pressure").await?;
        page.says("[data-item=press-assad]", "CBS News, in its own voice, paragraph 5").await?;
        ensure!(page.attribute(mark, "aria-expanded").await?.as_deref() == Some("true"), "said to be closed");
        ensure!(page.focus_is_on(mark).await?, "the focus went to {}", page.focused().await?);
        page.click(mark).await?;
        page.gone("[data-item=press-assad] q").await?;
        ensure!(page.attribute(mark, "aria-expanded").await?.as_deref() == Some("false"), "said to be open");
        page.address_ends("/").await
    })
}

#[test]
fn opening_a_proof_leaves_its_statement_where_it_is() -> Outcome {
    on_page("", async |page| {
        let place = "return Math.round(root.querySelector('[data-item=press-assad]').getBoundingClientRect().top)";
        page.find("[data-item=press-assad] button[aria-expanded]").await?.scroll_into_view().await?;
        let before: i32 = page.ask(place, vec![]).await?;
        page.click("[data-item=press-assad] button[aria-expanded]").await?;
        page.find("[data-item=press-assad] q").await?;
        let after: i32 = page.ask(place, vec![]).await?;
        ensure!((before - after).abs() <= 1, "it moved from {before} to {after}");
        Ok(())
    })
}

#[test]
fn the_proof_links_to_the_words_in_the_article() -> Outcome {
    on_page("#deal=parties/united-states", async |page| {
        page.click("[data-item=united-states] button[aria-expanded]").await?;
        let link = page.control("[data-item=united-states]", "Read it in the article").await?;
        let href = link.attr("href").await?.context("a link without an address")?;
        let (article, words) = href.split_once("#:~:text=").context("no text fragment")?;
        ensure!(article == "https://www.cbsnews.com/news/u-s-russia-near-groundbreaking-deal-on-syria/", "{article}");
        ensure!(words == "U.S.%2DRussia%20deal", "{words}");
        ensure!(link.attr("target").await?.as_deref() == Some("_blank"), "it takes the reader away");
        ensure!(link.attr("rel").await?.is_some_and(|rel| rel.contains("noopener")), "without noopener");
        Ok(())
    })
}

#[test]
fn the_brief_says_what_the_deal_hangs_on() -> Outcome {
    on_page("", async |page| {
        page.says(BRIEF, "It hangs on").await?;
        let hinges = page.texts(".hinges > li").await?;
        ensure!((3..=4).contains(&hinges.len()), "{hinges:?}");
        ensure!(hinges.iter().any(|one| one.contains("whether Putin will do his part of the bargain")), "{hinges:?}");
        ensure!(hinges.iter().all(|one| one.contains('¶')), "a hinge without proof: {hinges:?}");
        Ok(())
    })
}

#[test]
fn the_cast_leads_to_a_partys_page() -> Outcome {
    on_page("", async |page| {
        page.says(BRIEF, "To be pressed, not a party").await?;
        page.use_control(BRIEF, "Iran, outside the deal").await?;
        page.find("[data-page=iran]").await?;
        page.address_ends("/#deal=parties/iran").await
    })
}

#[test]
fn the_state_and_the_moment_stand_on_every_view() -> Outcome {
    on_pages(VIEWS, async |page| {
        page.shows("header time", "As of September 3, 2016").await?;
        page.shows("header time", "11:16 PM (UTC−4)").await?;
        page.says("header", "Forming: not completed").await?;
        page.says("header", "Reported by CBS News").await?;
        seen(page, "header time").await
    })
}

#[test]
fn the_menu_leads_to_every_view_and_says_which_is_shown() -> Outcome {
    on_page("", async |page| {
        for (name, word) in [
            ("Parties", "parties"),
            ("Conditions", "conditions"),
            ("Open questions", "open"),
            ("Facts", "facts"),
            ("Source", "source"),
            ("Brief", "brief"),
        ] {
            page.use_control("nav[aria-label='Views of the deal']", name).await?;
            page.find(&format!("section[data-view={word}][aria-label='{name}']")).await?;
            let current = page.texts("nav [aria-current=page]").await?;
            ensure!(current == [name], "{current:?} is marked on {name}");
            ensure!(page.count("section[data-view]").await? == 1, "two views at once");
            let end = if word == "brief" { "/".to_owned() } else { format!("/#deal={word}") };
            page.address_ends(&end).await?;
        }
        Ok(())
    })
}

#[test]
fn a_deal_without_exchange_says_who_is_to_do_what() -> Outcome {
    on_page("?src=deals/no-exchange.json", async |page| {
        page.says(BRIEF, "Who is to do what").await?;
        page.says(BRIEF, "is to replace every street lamp").await?;
        page.says(BRIEF, "are not to light the bird marsh").await?;
        page.says("header", "In force").await?;
        let text = page.texts(BRIEF).await?.join(" ");
        ensure!(!text.contains("in exchange for") && !text.contains("The bargain"), "an exchange is claimed");
        Ok(())
    })
}

#[test]
fn a_deal_in_arabic_runs_from_right_to_left() -> Outcome {
    on_page("?src=deals/arabic.json", async |page| {
        let direction: String =
            page.ask("return getComputedStyle(root.querySelector('header')).direction", vec![]).await?;
        ensure!(direction == "rtl", "it runs {direction}");
        page.says("header", "اتفاق العين الزرقاء").await?;
        let lang: Option<String> =
            page.ask("return root.querySelector('header h1 [lang], header h2 [lang]')?.lang ?? null", vec![]).await?;
        ensure!(lang.as_deref() == Some("ar"), "the title is said to be in {lang:?}");
        page.click("[data-item=fath-al-qanat] button[aria-expanded]").await?;
        page.says("[data-item=fath-al-qanat] q[lang=ar]", "تفتح السدرة القناة القديمة").await
    })
}

#[test]
fn a_statement_can_be_cited() -> Outcome {
    on_page("", async |page| {
        page.click("[data-item=press-assad] button[aria-expanded]").await?;
        page.use_control("[data-item=press-assad]", "Cite this").await?;
        page.says("[data-item=press-assad] pre", "U.S., Russia near groundbreaking deal on Syria").await?;
        page.says("[data-item=press-assad] pre", "Margaret Brennan").await?;
        page.says("[data-item=press-assad]", "BibTeX").await?;
        page.use_control("[data-item=press-assad]", "Cite this").await?;
        page.gone("[data-item=press-assad] pre").await
    })
}

#[test]
fn copying_the_link_is_announced() -> Outcome {
    on_page("", async |page| {
        page.click("[data-item=press-assad] button[aria-expanded]").await?;
        page.use_control("[data-item=press-assad]", "Copy link to this").await?;
        // Where copying is not allowed, the link stands there to be taken by hand.
        let words = "return [...root.querySelectorAll('[data-item=press-assad] [role=status]')].some(one => \
                     one.textContent.trim() === 'Copied' || one.textContent.includes('#deal=conditions/press-assad'))";
        page.comes("the copying is announced", words).await
    })
}

/// Fails unless the first element that fits is to be seen.
async fn seen(page: &Page, css: &str) -> Result<()> {
    let visible: bool = page.ask("return root.querySelector(arguments[0]).checkVisibility()", vec![json!(css)]).await?;
    ensure!(visible, "`{css}` is hidden");
    Ok(())
}
