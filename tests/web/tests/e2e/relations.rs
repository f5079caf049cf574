//! Relations: choosing an actor, hiding sorts of ties, the way between two, sentences and table, and the keyboard.

use anyhow::ensure;
use web_tests::{Look, Outcome, on_page};

const VIEW: &str = "section[data-view=relations]";
const CAPTION: &str = ".supposing [role=status]";
const HEADING: &str = ".supposing :is(h1, h2, h3)";
/// Of the two drawings the one that shows.
const DRAWN: &str = "[...root.querySelectorAll('.drawing')].find(one => one.checkVisibility())";

/// Chooses in the list of this place among the lists.
fn chosen(list: usize, id: &str) -> String {
    format!(
        "const list = root.querySelectorAll('.ties-actor select')[{list}]; list.value = '{id}'; \
         list.dispatchEvent(new Event('change', {{ bubbles: true }}))"
    )
}

#[test]
fn everyone_with_whom_and_against_whom() -> Outcome {
    on_page("#deal=relations", async |page| {
        page.shows(HEADING, "Who stands with whom, and against whom").await?;
        page.shows(CAPTION, "16 actors and what ties them: 7 ties of support, 12 hostile ones, 1 of pressure").await?;
        page.find(".drawing [data-node=russia]").await?;
        // No words overlap others or a box; measured without the stroke around letters, which Firefox counts to the box
        // in the page.
        let overlaps: usize = page
            .ask(
                &format!(
                    "const boxes = [...({DRAWN}).querySelectorAll('.node .border, .tie text')].map(one => one.getBBox()); \
                     return boxes.filter((a, at) => boxes.slice(at + 1).some(b => \
                       Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 3 && Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 4)).length"
                ),
                vec![],
            )
            .await?;
        ensure!(overlaps == 0, "{overlaps} overlap");
        page.says(".tied", "Russia supports Assad").await?;
        page.no_troubles().await
    })
}

#[test]
fn an_actor_is_chosen_by_mouse_and_all_narrows_to_it() -> Outcome {
    on_page("#deal=relations", async |page| {
        page.look(Look { width: 1280, ..Look::default() }).await?;
        page.press_part(".drawing.wide [data-node=iran]").await?;
        page.shows(HEADING, "Iran, and who is tied to it").await?;
        page.address_ends("#deal=relations/iran").await?;
        page.gone(".drawing [data-node=al-qaeda]").await?;
        page.says(".tied", "Iran backs the Hezbollah fighters").await?;
        page.use_control(VIEW, "two steps").await?;
        page.find(".drawing [data-node=russia]").await?;
        page.address_ends("#deal=relations/iran;steps=2").await?;
        page.use_control(VIEW, "what leads to it").await?;
        page.shows(CAPTION, "No tie of these sorts.").await?;
        page.back().await?;
        page.shows(HEADING, "Who stands with whom").await
    })
}

#[test]
fn sorts_of_ties_are_hidden_and_shown() -> Outcome {
    on_page("#deal=relations", async |page| {
        page.use_control(VIEW, "hostility").await?;
        page.gone(".drawing [data-node=al-qaeda]").await?;
        page.address_ends("#deal=relations;ties=support,pressure").await?;
        page.use_control(VIEW, "contact").await?;
        page.find(".drawing [data-node=john-kerry]").await?;
        page.says(".tied", "Kerry and Lavrov are at work").await
    })
}

#[test]
fn a_way_between_two_with_its_statements() -> Outcome {
    on_page("#deal=relations/turkish-troops", async |page| {
        page.find(".drawing [data-node=isis]").await?;
        page.ask::<()>(&chosen(1, "russia"), vec![]).await?;
        page.shows(CAPTION, "A shortest way from Turkish troops to Russia: 3 steps.").await?;
        page.address_ends("#deal=relations/turkish-troops;to=russia").await?;
        page.says(".tied", "The United States supports these Kurdish fighters").await?;
        let boxes: usize = page.ask(&format!("return ({DRAWN}).querySelectorAll('.node').length"), vec![]).await?;
        ensure!(boxes == 4, "{boxes}");
        Ok(())
    })
}

#[test]
fn the_same_as_a_table_and_every_sentence_opens_its_proof() -> Outcome {
    on_page("#deal=relations/russia", async |page| {
        page.click(".tied [data-item=russia-supports-assad] .cite").await?;
        page.says(".tied .proof", "CBS News").await?;
        page.use_control(VIEW, "Table").await?;
        let rows = page.texts(".tied tbody tr").await?;
        ensure!(rows.len() == 5, "{rows:#?}");
        let told = rows.iter().any(|row| row.contains("Russia") && row.contains("is to press · probable"));
        ensure!(told, "{rows:#?}");
        page.use_control(".tied table", "al Qaeda").await?;
        page.shows(HEADING, "al Qaeda, and who is tied to it").await
    })
}

#[test]
fn by_keyboard_alone_from_actor_to_actor() -> Outcome {
    on_page("#deal=relations", async |page| {
        page.look(Look { width: 1280, ..Look::default() }).await?;
        page.find(".drawing.wide [data-node=russia]").await?;
        let stops: usize =
            page.ask("return root.querySelectorAll('.drawing.wide [tabindex=\"0\"]').length", vec![]).await?;
        ensure!(stops == 1, "{stops}");
        page.focus(".drawing.wide [data-node=united-states]").await?;
        page.press("ArrowRight").await?;
        let there = page.ask::<String>("return root.activeElement.dataset.node", vec![]).await?;
        ensure!(there == "russia", "{there}");
        let before: f64 =
            page.ask("return root.querySelector('.drawing.wide svg').width.baseVal.value", vec![]).await?;
        page.press("+").await?;
        page.comes(
            "it is larger",
            &format!("return root.querySelector('.drawing.wide svg').width.baseVal.value > {before}"),
        )
        .await?;
        page.press("0").await?;
        page.press("Enter").await?;
        page.shows(HEADING, "Russia, and who is tied to it").await?;
        page.comes("the focus stays in the picture", "return root.activeElement?.dataset.node === 'russia'").await?;
        page.press("Enter").await?;
        page.shows(HEADING, "Who stands with whom").await
    })
}

#[test]
fn nothing_scrolls_the_page_sideways() -> Outcome {
    on_page("#deal=relations", async |page| {
        for width in [320, 768, 1280] {
            page.look(Look { width, ..Look::default() }).await?;
            page.find(".drawing").await?;
            page.no_sideways_scroll().await?;
        }
        Ok(())
    })
}
