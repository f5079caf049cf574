//! Open questions and facts.

use anyhow::{Context, ensure};
use web_tests::{Outcome, on_page};

const FACTS: &str = "section[data-view=facts]";
const OPEN: &str = "section[data-view=open]";

#[test]
fn doubts_stand_under_what_sort_of_doubt_they_are() -> Outcome {
    on_page("#deal=open", async |page| {
        page.says(&format!("{OPEN} :is(h2, h3)"), "What is in doubt").await?;
        page.says(&format!("{OPEN} :is(h2, h3, h4)"), "It failed before").await?;
        page.says("[data-item=putin-keeps-his-end]", "not known").await?;
        page.says("[data-item=putin-keeps-his-end]", "“the question is whether”").await
    })
}

#[test]
fn a_tension_puts_two_passages_side_by_side() -> Outcome {
    on_page("#deal=open", async |page| {
        page.says(OPEN, "What does not sit easily together").await?;
        page.find("[data-item=understanding-or-flux]").await?;
        page.says(&format!("{OPEN} .pair q"), "diplomacy is in flux").await?;
        page.says(&format!("{OPEN} .pair q"), "reached an understanding").await
    })
}

#[test]
fn what_the_article_does_not_say_is_listed_and_proved_by_absence() -> Outcome {
    on_page("#deal=open", async |page| {
        page.says(OPEN, "What the article does not say").await?;
        let gaps: usize = page.ask("return root.querySelectorAll('[data-item^=gap-]').length", vec![]).await?;
        ensure!(gaps == 30, "{gaps} of 30 gaps");
        page.click("[data-item=gap-check] button[aria-expanded]").await?;
        page.says("[data-item=gap-check]", "The proof is absence: the sources do not say it.").await?;
        ensure!(page.count("[data-item=gap-check] q").await? == 0, "a gap with a quote");
        Ok(())
    })
}

#[test]
fn a_date_that_was_worked_out_carries_its_rule() -> Outcome {
    on_page("#deal=facts", async |page| {
        page.says(FACTS, "September 4, 2016").await?;
        page.says(FACTS, "Worked out: The Sunday that follows the last update").await?;
        page.says(FACTS, "“On Sunday”").await?;
        page.says(FACTS, "Worked out: 48 hours counted from the last update").await
    })
}

#[test]
fn figures_keep_their_bounds_and_how_they_were_printed() -> Outcome {
    on_page("#deal=facts", async |page| {
        for words in
            ["at least 400,000", "at least 200,000", "about 5,000,000", "Printed as “more than 400,000 Syrians”"]
        {
            page.says(FACTS, words).await?;
        }
        Ok(())
    })
}

#[test]
fn events_stand_in_order() -> Outcome {
    on_page("#deal=facts", async |page| {
        page.find("[data-item=obama-erdogan-meeting]").await?;
        let order: Vec<String> = page
            .ask(
                "return [...root.querySelectorAll('section[data-view] ol [data-item]')].map(one => one.dataset.item)",
                vec![],
            )
            .await?;
        let place = |id: &str| order.iter().position(|one| one == id).with_context(|| format!("no {id} in {order:?}"));
        ensure!(place("report-updated")? < place("obama-erdogan-meeting")?, "{order:?}");
        ensure!(place("war-in-syria")? < place("talks-to-finalize")?, "{order:?}");
        Ok(())
    })
}

#[test]
fn people_carry_their_office_as_printed_and_lead_to_their_page() -> Outcome {
    on_page("#deal=facts", async |page| {
        page.says(&format!("{FACTS} table tr"), "John Kerry“Secretary of State”").await?;
        page.use_control(&format!("{FACTS} table"), "John Kerry").await?;
        page.find("[data-page=john-kerry]").await?;
        Ok(())
    })
}

#[test]
fn the_films_of_the_article_are_named_with_their_length() -> Outcome {
    on_page("#deal=facts", async |page| {
        page.says("[data-item=video-syrian-children-in-war]", "length as printed: 02:30").await?;
        page.says("[data-item=video-syrian-children-in-war]", "paragraph 7").await
    })
}
