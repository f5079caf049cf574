//! The article read back: from the words to the statements and from the statements to the words.

use anyhow::ensure;
use serde_json::json;
use web_tests::{Outcome, on_page};

const VIEW: &str = "section[data-view=source]";
const PHRASE: &str = "“in exchange for Russia agreeing to pressure”";

#[test]
fn the_article_is_read_back_paragraph_by_paragraph() -> Outcome {
    on_page("#deal=source", async |page| {
        page.says(VIEW, "U.S., Russia near groundbreaking deal on Syria").await?;
        page.says(VIEW, "By Margaret Brennan").await?;
        page.says(VIEW, "Last updated September 3, 2016").await?;
        ensure!(page.count(&format!("{VIEW} ol > li.paragraph")).await? == 15, "not 15 paragraphs");
        page.control(VIEW, "Read the article at CBS News").await?;
        Ok(())
    })
}

#[test]
fn a_phrase_shows_what_it_supports() -> Outcome {
    on_page("#deal=source", async |page| {
        let phrase = page.control(VIEW, &PHRASE.replace(['“', '”'], "")).await?;
        phrase.click().await?;
        page.comes("the phrase is pressed", "return root.querySelectorAll('[aria-pressed=true]').length === 1").await?;
        let script = "const list = root.querySelector('[aria-pressed=true]').closest('li').querySelector('details'); \
                      return list.open && !!list.querySelector('[data-item=press-assad]') \
                          && !list.querySelector('[data-item=hangzhou]')";
        page.comes("what it supports is listed", script).await?;
        phrase.click().await?;
        page.gone("[aria-pressed=true]").await
    })
}

#[test]
fn pointing_at_a_statement_lights_up_its_words() -> Outcome {
    on_page("#deal=source", async |page| {
        page.find(".paragraph details").await?;
        let script = "const all = [...root.querySelectorAll('.paragraph details')]; const at = all.findIndex(one => \
                      one.querySelector('[data-item=press-assad]')); all[at].querySelector('summary').click(); return at";
        let at: usize = page.ask(script, vec![]).await?;
        let row = page.find(&format!("li.paragraph:nth-child({}) [data-item=press-assad]", at + 1)).await?;
        row.scroll_into_view().await?;
        page.driver().action_chain().move_to_element_center(&row).perform().await?;
        let lit = "return [...root.querySelectorAll('[role=button].lit')].some(one => one.textContent.includes('agreeing to pressure'))";
        page.comes("its words light up", lit).await?;
        let open: bool =
            page.ask("return root.querySelectorAll('.paragraph details')[arguments[0]].open", vec![json!(at)]).await?;
        ensure!(open, "the list closed under the pointer");
        Ok(())
    })
}

#[test]
fn what_a_phrase_supports_can_be_reached_with_the_pointer() -> Outcome {
    on_page("#deal=source", async |page| {
        page.control(VIEW, &PHRASE.replace(['“', '”'], "")).await?.click().await?;
        page.find("[aria-pressed=true]").await?;
        page.click("details[open] [data-item=press-assad] button[aria-expanded]").await?;
        page.find("details[open] [data-item=press-assad] q").await?;
        Ok(())
    })
}

#[test]
fn what_a_phrase_supports_can_be_reached_by_keyboard() -> Outcome {
    on_page("#deal=source", async |page| {
        let phrase = page.control(VIEW, &PHRASE.replace(['“', '”'], "")).await?;
        phrase.focus().await?;
        page.press("Enter").await?;
        page.find("[aria-pressed=true]").await?;
        page.find("details[open] [data-item=press-assad]").await?;
        // Past the other phrases of the paragraph and the summary, into the list.
        for _ in 0..20 {
            page.press("Tab").await?;
            if page.focus_is_on("details [data-item] button").await? {
                page.press("Enter").await?;
                page.find("details[open] [data-item] q").await?;
                return Ok(());
            }
        }
        anyhow::bail!("the list is never reached; the focus is on {}", page.focused().await?)
    })
}
