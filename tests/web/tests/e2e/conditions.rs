//! Conditions: each with its questions answered or left open; and the switch for the editor's statements.

use anyhow::ensure;
use web_tests::{Outcome, on_page};

const VIEW: &str = "section[data-view=conditions]";
const EDITORS: &str = "[data-item=putin-question-threatens-pressing]";

#[test]
fn every_condition_stands_once() -> Outcome {
    on_page("#deal=conditions", async |page| {
        page.find("[data-page=press-assad]").await?;
        let pages: Vec<String> = page
            .ask("return [...root.querySelectorAll('[data-page]')].map(one => one.dataset.page).sort()", vec![])
            .await?;
        let expected = [
            "allow-humanitarian-aid",
            "cooperate-militarily",
            "cooperate-on-intelligence",
            "ground-air-force",
            "let-aid-deliveries-in",
            "press-assad",
            "stop-bombing-civilians",
        ];
        ensure!(pages == expected, "{pages:?}");
        Ok(())
    })
}

#[test]
fn every_question_to_a_condition_is_answered_or_left_open() -> Outcome {
    on_page("#deal=conditions", async |page| {
        page.find("[data-page=press-assad] dl").await?;
        let script = "return [...root.querySelectorAll('[data-page]')].map(card => { \
            const all = [...card.querySelectorAll('dt')].map(one => one.textContent.trim()); \
            const open = [...card.querySelectorAll('dd')].map(one => one.textContent).join(' '); \
            const asked = ['For whom', 'Against whom', 'Where', 'When', 'Agreed?', 'Who checks?']; \
            return [card.dataset.page, asked.filter(name => !all.includes(name) && !open.includes(name))]; \
        }).filter(([, missing]) => missing.length).map(([page, missing]) => page + ': ' + missing.join(', '))";
        let missing: Vec<String> = page.ask(script, vec![]).await?;
        ensure!(missing.is_empty(), "questions that are not put: {missing:?}");
        page.says("[data-page=press-assad] dt", "The article does not say").await?;
        page.says("[data-page=ground-air-force] dd", "does not say who would ground the air force").await?;
        page.says("[data-page=press-assad] dd", "Would agree under the deal").await
    })
}

#[test]
fn a_condition_says_what_it_is_exchanged_for_and_hangs_on() -> Outcome {
    on_page("#deal=conditions/press-assad", async |page| {
        page.find("[data-page=press-assad] [data-item=the-bargain]").await?;
        page.says("[data-page=press-assad] :is(h2, h3, h4)", "In exchange").await?;
        page.says("[data-page=press-assad] :is(h2, h3, h4)", "What it hangs on").await
    })
}

#[test]
fn an_actor_of_a_condition_leads_to_its_page() -> Outcome {
    on_page("#deal=conditions", async |page| {
        page.use_control("[data-page=press-assad] dl", "Russia").await?;
        page.find("[data-page=russia]").await?;
        page.address_ends("/#deal=parties/russia").await
    })
}

#[test]
fn the_editors_own_statements_are_marked_and_say_so() -> Outcome {
    on_page("#deal=conditions", async |page| {
        let mark = format!("{EDITORS} button[aria-expanded]");
        page.shows(&mark, "editor").await?;
        page.click(&mark).await?;
        page.says(EDITORS, "The editor’s own inference. No words of the source prove it.").await?;
        ensure!(page.count(&format!("{EDITORS} q")).await? == 0, "an inference with a quote");
        Ok(())
    })
}

#[test]
fn the_editors_own_statements_can_be_switched_off_and_on() -> Outcome {
    on_page("#deal=conditions", async |page| {
        page.find(EDITORS).await?;
        page.use_control("search", "Filters").await?;
        page.use_control("search", "Show the editor’s own statements").await?;
        page.gone(EDITORS).await?;
        page.find(VIEW).await?;
        page.address_ends("/#deal=conditions;editor=off").await?;
        page.use_control("search", "Editor’s statements are hidden").await?;
        page.find(EDITORS).await?;
        page.address_ends("/#deal=conditions").await
    })
}
