//! The picture of events in time: by mouse, by keyboard alone, from right to left.

use anyhow::ensure;
use serde_json::json;
use web_tests::{Engine, Look, Outcome, on_page};

const WIDE: &str = ".timeline .drawing.wide";

#[test]
fn an_event_of_the_picture_leads_to_its_entry_in_the_list() -> Outcome {
    on_page("#deal=facts", async |page| {
        page.look(Look { width: 1280, ..Look::default() }).await?;
        page.press_part(&format!("{WIDE} [data-node=obama-erdogan-meeting]")).await?;
        page.address_ends("#deal=facts/obama-erdogan-meeting").await?;
        page.comes(
            "the entry has the focus",
            "return !!root.activeElement?.matches('.track [data-item=obama-erdogan-meeting]')",
        )
        .await?;
        page.no_troubles().await
    })
}

#[test]
fn by_keyboard_alone_from_event_to_event() -> Outcome {
    on_page("#deal=facts", async |page| {
        page.look(Look { width: 1280, ..Look::default() }).await?;
        ensure!(page.count(&format!("{WIDE} [tabindex='0']")).await? == 1, "one stop for the picture");
        page.ask::<()>(
            "[...root.querySelectorAll('.timeline [data-node]')].find(one => one.checkVisibility()).focus()",
            vec![],
        )
        .await?;
        page.press("ArrowDown").await?;
        page.comes("the second has it", "return root.activeElement?.dataset.node === 'obama-putin-meeting'").await?;
        page.press("End").await?;
        page.comes(
            "the last has it, of those without a date",
            "return root.activeElement?.dataset.node === 'talks-to-finalize'",
        )
        .await?;
        page.press("Home").await?;
        page.comes("the first has it", "return root.activeElement?.dataset.node === 'report-updated'").await?;
        page.press("Enter").await?;
        page.address_ends("#deal=facts/report-updated").await
    })
}

#[test]
fn as_many_events_are_drawn_as_are_listed_and_each_says_how_it_is_known() -> Outcome {
    on_page("#deal=facts", async |page| {
        let (drawn, listed) = (page.count(&format!("{WIDE} [data-node]")).await?, page.count(".track > li").await?);
        ensure!(drawn == listed && drawn == 14, "{drawn} of {listed}");
        page.says(".timeline figcaption", "3 of 14 events can be dated. The article gives no date for the others")
            .await?;
        ensure!(page.count(&format!("{WIDE} .stretch")).await? == 3, "what has no date has no bar");
        ensure!(
            page.texts(&format!("{WIDE} .head")).await? == ["Past, no date given", "Under way, no date given"],
            "heads"
        );
        let name = page.attribute(&format!("{WIDE} [data-node=obama-erdogan-meeting]"), "aria-label").await?;
        ensure!(
            name.as_deref().is_some_and(|name| name.contains("Scheduled · September 4, 2016 · worked out")),
            "{name:?}"
        );
        let name = page.attribute(&format!("{WIDE} [data-node=syrians-killed]"), "aria-label").await?;
        ensure!(
            name.as_deref()
                .is_some_and(|name| name.contains("at least 400,000") && name.ends_with("Past, no date given")),
            "{name:?}"
        );
        // An expectation lies after the report that tells of it.
        let early = "const [drawing] = [...root.querySelectorAll('.timeline .drawing.wide')]; \
            const now = drawing.querySelector('.now').getBoundingClientRect(); \
            return [...drawing.querySelectorAll('.expected .stretch, .scheduled .stretch')] \
                .map(one => one.getBoundingClientRect().left - now.left).filter(far => far < -2)";
        let early: Vec<f64> = page.ask(early, vec![]).await?;
        ensure!(early.is_empty(), "{early:?}");
        Ok(())
    })
}

#[test]
fn in_every_deal_and_width_nothing_scrolls_sideways_and_no_words_lie_over_others() -> Outcome {
    // Measured without the stroke of the ground around the letters, which Firefox counts to the box in the page.
    let apart = "const shown = [...root.querySelectorAll('.timeline svg')].filter(one => one.checkVisibility()); \
        const boxes = shown.flatMap(svg => [...svg.querySelectorAll('text')].map(one => one.getBBox())); \
        const over = (a, b) => Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 1 \
            && Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 4; \
        return shown.length === 1 && boxes.every((a, at) => boxes.slice(at + 1).every(b => !over(a, b)))";
    for path in [
        "#deal=facts",
        "?src=deals/arabic.json#deal=facts",
        "?src=deals/harbour.json#deal=facts",
        "?src=deals/no-exchange.json#deal=facts",
    ] {
        on_page(path, async |page| {
            for width in [320, 768, 1280] {
                page.look(Look { width, ..Look::default() }).await?;
                page.comes(&format!("words apart at {width} in {path}"), apart).await?;
                page.no_sideways_scroll().await?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

#[test]
fn all_double_roles_stand_together_beside_the_parties() -> Outcome {
    on_page("#deal=parties", async |page| {
        page.says(".double-roles", "Backs “Bashar al-Assad”, and is to press “Bashar al-Assad”").await?;
        let script = "return [...root.querySelectorAll('.double-roles .pair > li')].every(side => side.querySelector('[data-item] button[aria-expanded]'))";
        page.comes("each side has its proof", script).await?;
        page.use_control(".double-roles", "Russia").await?;
        page.find("[data-page=russia]").await?;
        Ok(())
    })
}

#[test]
fn on_paper_a_picture_keeps_its_caption_and_loses_its_buttons() -> Outcome {
    for (path, caption, said) in [
        ("#deal=facts", ".timeline figcaption", "3 of 14 events can be dated."),
        ("#deal=conditions;as=matrix", ".parts-matrix caption", "7 conditions, and 9 actors"),
    ] {
        on_page(path, async |page| {
            if page.engine() != Engine::Chromium {
                // Only Chromium can be made to show what it would print.
                return Ok(());
            }
            page.says(caption, said).await?;
            let cdp = page.driver().cdp();
            cdp.send_raw("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
            let script = "const shown = root.querySelector(arguments[0]); const figure = shown.closest('figure'); \
                const buttons = [...figure.querySelectorAll('figcaption button')].filter(one => one.checkVisibility()); \
                return [shown.checkVisibility() ? shown.innerText : '', String(buttons.length)]";
            let printed: [String; 2] = page.ask(script, vec![json!(caption)]).await?;
            cdp.send_raw("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
            ensure!(printed[0].contains(said) && !printed[0].contains("arrow keys"), "{printed:?}");
            ensure!(printed[1] == "0", "{printed:?}");
            Ok(())
        })?;
    }
    Ok(())
}
