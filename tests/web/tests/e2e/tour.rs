//! The guided walk.

use anyhow::ensure;
use web_tests::{Outcome, on_page};

const TOUR: &str = "section[aria-label='Guided walk']";

#[test]
fn the_walk_goes_forward_and_back_and_ends() -> Outcome {
    on_page("", async |page| {
        page.use_control("header", "Take the guided walk: 9 steps").await?;
        page.shows(TOUR, "Step 1 of 9").await?;
        page.says(TOUR, "Near, not done").await?;
        page.address_ends("tour=1").await?;
        ensure!(
            page.attribute(&format!("{TOUR} button[disabled]"), "type").await?.is_some(),
            "no step before the first"
        );
        page.use_control(TOUR, "Next").await?;
        page.shows(TOUR, "Step 2 of 9").await?;
        page.find(&format!("{TOUR} [data-item=the-bargain]")).await?;
        page.use_control(TOUR, "Next").await?;
        page.shows(TOUR, "Step 3 of 9").await?;
        page.find("section[data-view=parties] [data-page=bashar-al-assad]").await?;
        page.use_control(TOUR, "Previous").await?;
        page.shows(TOUR, "Step 2 of 9").await?;
        page.use_control(TOUR, "End the walk").await?;
        page.gone(TOUR).await?;
        page.control("header", "Take the guided walk: 9 steps").await?;
        Ok(())
    })
}

#[test]
fn back_leads_to_the_step_before() -> Outcome {
    on_page("", async |page| {
        page.use_control("header", "Take the guided walk: 9 steps").await?;
        page.shows(TOUR, "Step 1 of 9").await?;
        page.use_control(TOUR, "Next").await?;
        page.shows(TOUR, "Step 2 of 9").await?;
        page.back().await?;
        page.shows(TOUR, "Step 1 of 9").await?;
        page.back().await?;
        page.gone(TOUR).await?;
        page.address_ends("/").await
    })
}

#[test]
fn a_link_leads_into_the_middle_of_the_walk() -> Outcome {
    on_page("#deal=open/putin-keeps-his-end;tour=7", async |page| {
        page.shows(TOUR, "Step 7 of 9").await?;
        page.says(TOUR, "What it hangs on").await
    })
}

#[test]
fn the_last_step_has_no_next() -> Outcome {
    on_page("#deal=facts;tour=9", async |page| {
        page.shows(TOUR, "Step 9 of 9").await?;
        page.shows(&format!("{TOUR} button[disabled]"), "Next").await
    })
}

#[test]
fn the_walk_is_walked_by_keyboard() -> Outcome {
    on_page("", async |page| {
        page.focus("header button").await?;
        page.press("Enter").await?;
        page.shows(TOUR, "Step 1 of 9").await?;
        page.comes("the focus is on the walk", "return !!root.activeElement?.closest('[aria-label=\"Guided walk\"]')")
            .await?;
        for step in 2..=4 {
            to_control(page, "Next").await?;
            page.press("Enter").await?;
            page.shows(TOUR, &format!("Step {step} of 9")).await?;
        }
        to_control(page, "Previous").await?;
        page.press("Space").await?;
        page.shows(TOUR, "Step 3 of 9").await?;
        to_control(page, "End the walk").await?;
        page.press("Enter").await?;
        page.gone(TOUR).await
    })
}

#[test]
fn ending_the_walk_keeps_the_keyboard_in_the_explorer() -> Outcome {
    on_page("#deal=open/putin-keeps-his-end;tour=7", async |page| {
        page.use_control(TOUR, "End the walk").await?;
        page.gone(TOUR).await?;
        page.comes("the focus is still in the explorer", "return !!root.activeElement").await
    })
}

/// Presses Tab until the control of that name within the walk has the focus.
async fn to_control(page: &web_tests::Page, name: &str) -> anyhow::Result<()> {
    for _ in 0..40 {
        page.press("Tab").await?;
        if page.focused().await?.ends_with(&format!("\"{name}\"")) {
            return Ok(());
        }
    }
    anyhow::bail!("\"{name}\" is not reached; the focus is on {}", page.focused().await?)
}
