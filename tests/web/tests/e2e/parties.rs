//! Parties: choosing one, what its page says, and the way back.

use anyhow::ensure;
use web_tests::{Outcome, on_page};

const ROLL: &str = "nav[aria-label=Parties]";

#[test]
fn everyone_is_listed_once_by_standing() -> Outcome {
    on_page("#deal=parties", async |page| {
        page.says(ROLL, "Parties to the deal").await?;
        page.says(ROLL, "To be pressed, not a party").await?;
        page.says(ROLL, "Those who only speak").await?;
        let names = page.controls(ROLL).await?;
        ensure!(names.len() == 36, "{} are listed: {names:?}", names.len());
        page.says("section[data-view=parties]", "Choose one to see what it gives").await
    })
}

#[test]
fn choosing_a_party_shows_what_it_gives_and_gets() -> Outcome {
    on_page("#deal=parties", async |page| {
        page.use_control(ROLL, "Russia …").await?;
        page.shows("[data-page=russia]", "Russia").await?;
        let headings = page.texts("[data-page=russia] :is(h2, h3)").await?;
        for heading in ["Is to do", "Gets in exchange", "How it stands to others", "Double roles"] {
            ensure!(headings.iter().any(|one| one == heading), "no \"{heading}\" among {headings:?}");
        }
        page.find("[data-page=russia] [data-item=press-assad]").await?;
        page.find("[data-page=russia] [data-item=the-bargain]").await?;
        page.address_ends("/#deal=parties/russia").await?;
        ensure!(page.focus_is_on("[data-page=russia]").await?, "the focus is on {}", page.focused().await?);
        ensure!(page.texts("nav [aria-current=true]").await?.concat().contains("Russia"), "not marked in the list");
        Ok(())
    })
}

#[test]
fn back_leads_from_a_partys_page_to_the_list() -> Outcome {
    on_page("#deal=parties", async |page| {
        page.use_control(ROLL, "Russia …").await?;
        page.find("[data-page=russia]").await?;
        page.use_control(ROLL, "Iran …").await?;
        page.find("[data-page=iran]").await?;
        page.back().await?;
        page.find("[data-page=russia]").await?;
        page.back().await?;
        page.gone("[data-page]").await?;
        page.address_ends("/#deal=parties").await?;
        page.ask::<()>("history.forward()", vec![]).await?;
        page.find("[data-page=russia]").await?;
        Ok(())
    })
}

#[test]
fn russia_has_double_roles_with_a_proof_on_each_side() -> Outcome {
    on_page("#deal=parties/russia", async |page| {
        page.says("[data-page=russia]", "Backs “Bashar al-Assad”, and is to press “Bashar al-Assad”").await?;
        let script = "return [...root.querySelectorAll('[data-page=russia] .pair > li')] \
                      .every(side => side.querySelector('[data-item] button[aria-expanded]'))";
        page.comes("each side has its proof", script).await
    })
}

#[test]
fn what_somebody_is_pressed_to_do_is_not_among_what_it_is_to_do() -> Outcome {
    on_page("#deal=parties/bashar-al-assad", async |page| {
        let headings = page.texts("[data-page] :is(h2, h3)").await?;
        ensure!(headings.iter().any(|one| one == "Is to be pressed to"), "{headings:?}");
        ensure!(!headings.iter().any(|one| one == "Is to do"), "{headings:?}");
        page.says("[data-page]", "to be pressed, not a party").await
    })
}

#[test]
fn on_a_phone_the_list_leads_to_a_page_and_the_page_back_to_the_list() -> Outcome {
    on_page("#deal=parties", async |page| {
        page.width(320).await?;
        page.use_control(ROLL, "Russia …").await?;
        page.find("[data-page=russia]").await?;
        page.comes("the list makes place", "return !root.querySelector('nav[aria-label=Parties]').checkVisibility()")
            .await?;
        page.no_sideways_scroll().await?;
        page.use_control("section[data-view=parties]", "All parties").await?;
        page.gone("[data-page]").await?;
        page.comes("the list is back", "return root.querySelector('nav[aria-label=Parties]').checkVisibility()")
            .await?;
        page.address_ends("/#deal=parties").await
    })
}

#[test]
fn all_parties_keeps_the_keyboard_in_the_list() -> Outcome {
    on_page("#deal=parties/russia", async |page| {
        page.width(320).await?;
        page.use_control("section[data-view=parties]", "All parties").await?;
        page.gone("[data-page]").await?;
        page.comes("the focus is still in the explorer", "return !!root.activeElement").await
    })
}
