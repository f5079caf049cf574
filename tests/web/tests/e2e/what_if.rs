//! What if: supposing, reading what follows, checking it against the words, and the way back.

use anyhow::{bail, ensure};
use serde_json::{Value, json};
use web_tests::{Engine, Look, Outcome, on_page};

const VIEW: &str = "section[data-view=what-if]";
const SAID: &str = ".supposing [role=status]";
const HEADING: &str = ".supposing :is(h1, h2, h3)";
/// The drawings, of which the one that fits the width shows.
const DRAWING: &str = ".drawing";

/// A scenario by its address: its heading, what follows, and the steps with the words that prove each.
fn scenario(address: &str, heading: &str, summary: &str, steps: &[(&str, &str, &str)]) -> Outcome {
    on_page(&format!("#deal=what-if;if={address}"), async |page| {
        page.shows(HEADING, heading).await?;
        page.shows(SAID, summary).await?;
        for (name, turn, _) in steps {
            let there: Vec<String> = page.texts(".steps > li").await?;
            let found = there.iter().any(|step| step.contains(name) && step.contains(turn));
            ensure!(found, "no step says that of {name:?} {turn:?}: {there:#?}");
        }
        // Each opens the words that lead to it.
        let open = "const closed = () => root.querySelector('.steps .cite[aria-expanded=false]'); \
            while (closed()) { const mark = closed(); mark.click(); \
                await come(() => !mark.isConnected || mark.ariaExpanded === 'true'); } \
            return [root.querySelectorAll('.steps .cite').length, root.querySelectorAll('.steps .proof').length]";
        let [marks, proofs]: [usize; 2] = page.follow(open, vec![]).await?;
        ensure!(marks == proofs && marks >= steps.len(), "{proofs} proofs of {marks} marks");
        for (_, _, quote) in steps {
            page.says(".steps .proof", quote).await?;
        }
        page.gone(".steps .orphan").await
    })
}

#[test]
fn russia_does_not_press_assad() -> Outcome {
    scenario(
        "press-assad:fails",
        "Suppose Russia does not press Assad to end the bombing of civilians and to let aid in",
        "Then the bargain fails, 2 conditions are no longer owed, as worded, and 2 conditions, 2 aims, 1 doubt, and 1 remark lose",
        &[
            ("cooperate militarily", "open → no longer owed, as worded", "in exchange for"),
            ("stop bombing civilians", "open → loses its support", "stop bombing civilians"),
            ("let humanitarian aid into", "open → loses its support", "aid to all starving areas"),
            ("The bargain", "open → fails", "in exchange for"),
        ],
    )
}

#[test]
fn the_air_force_is_not_grounded() -> Outcome {
    scenario(
        "ground-air-force:fails",
        "Suppose this fails: Assad’s own air force grounded",
        "Then 1 condition loses all that the article gives it to stand on. The bargain, 5 conditions, and 5 aims stay open.",
        &[("food and medical aid", "open → loses its support", "In turn")],
    )
}

#[test]
fn putin_does_not_keep_his_end() -> Outcome {
    scenario(
        "putin-keeps-his-end:holds",
        "Suppose this doubt proves right: The open question is whether Putin will do his part of the bargain",
        "Then the bargain and 1 condition fail, 2 conditions are no longer owed, as worded",
        &[
            ("The bargain", "open → fails", "the question is whether"),
            ("Russia is to press Assad", "open → fails", "editor’s own inference"),
        ],
    )
}

#[test]
fn moscow_has_not_persuaded_tehran() -> Outcome {
    scenario(
        "iran-persuaded:holds",
        "Suppose this doubt proves right: It is unclear whether Russia has won Iran over",
        "Then 1 aim fails. The bargain, 7 conditions, and 4 aims stay open.",
        &[("stop the killing", "open → fails", "editor’s own inference")],
    )
}

#[test]
fn without_the_editors_links_no_conclusion_stands_on_them() -> Outcome {
    on_page("#deal=what-if;if=iran-persuaded:holds", async |page| {
        page.says(".follows", "1 step stands on a link of the editor’s").await?;
        page.use_control(VIEW, "Leave the editor’s own links out").await?;
        page.shows(SAID, "By the words of the article, nothing else follows from that.").await?;
        page.gone(".steps").await?;
        page.address_ends(";editor=off;if=iran-persuaded:holds").await
    })
}

#[test]
fn from_a_statement_to_what_would_follow_and_back_by_mouse() -> Outcome {
    on_page("", async |page| {
        page.click("[data-item=press-assad] button[aria-expanded]").await?;
        page.use_control("[data-item=press-assad]", "What if this fails?").await?;
        page.shows(HEADING, "Suppose Russia does not press Assad").await?;
        page.address_ends("#deal=what-if;if=press-assad:fails").await?;
        page.use_control(VIEW, "As reported").await?;
        page.shows(HEADING, "What if a piece of it failed?").await?;
        page.back().await?;
        page.shows(HEADING, "Suppose Russia does not press Assad").await?;
        page.back().await?;
        page.find("section[data-view=brief]").await?;
        Ok(())
    })
}

#[test]
fn a_piece_of_the_picture_is_chosen_set_and_taken_back() -> Outcome {
    on_page("#deal=what-if", async |page| {
        page.look(Look { width: 1280, ..Look::default() }).await?;
        page.press_part(&format!("{DRAWING} [data-node=ground-air-force]")).await?;
        page.find("[data-page=ground-air-force]").await?;
        page.address_ends("#deal=what-if/ground-air-force").await?;
        page.use_control("[data-page=ground-air-force]", "fails").await?;
        page.shows(SAID, "Then 1 condition loses").await?;
        let fate = page.texts("[data-node=ground-air-force] .fate").await?;
        ensure!(fate.iter().all(|fate| fate == "you set this: fails"), "{fate:?}");
        page.use_control("[data-page=ground-air-force]", "holds").await?;
        page.shows(SAID, "Then 1 event falls away.").await?;
        // The chosen one again takes it back.
        page.use_control("[data-page=ground-air-force]", "holds").await?;
        page.shows(HEADING, "What if a piece of it failed?").await?;
        page.no_troubles().await
    })
}

#[test]
fn a_finger_chooses_and_sets_a_piece() -> Outcome {
    on_page("#deal=what-if", async |page| {
        page.look(Look { width: 320, ..Look::default() }).await?;
        page.tap(".drawing.narrow [data-node=press-assad]").await?;
        page.find("[data-page=press-assad]").await?;
        page.tap("[data-page=press-assad] .choice .fails").await?;
        page.shows(SAID, "Then the bargain fails").await?;
        page.no_sideways_scroll().await
    })
}

#[test]
fn by_keyboard_alone_from_piece_to_piece_to_a_supposition() -> Outcome {
    on_page("#deal=what-if", async |page| {
        page.look(Look { width: 1280, ..Look::default() }).await?;
        // One stop for the whole picture, and one for the list.
        let stops: Vec<usize> = page
            .ask("return ['.drawing.wide', '.drawing.narrow', '.rows'].map(css => root.querySelectorAll(`${css} [tabindex=\"0\"]`).length)", vec![])
            .await?;
        ensure!(stops == [1, 1, 1], "{stops:?}");
        for place in [".drawing", ".rows"] {
            let shown = format!(
                "[...root.querySelectorAll('{place} [data-node=press-assad]')].find(one => one.checkVisibility())"
            );
            page.ask::<()>(&format!("{shown}.focus()"), vec![]).await?;
            let wide = page.ask("return root.querySelector('.drawing.wide').checkVisibility()", vec![]).await?;
            let (forward, back) =
                if wide || place == ".rows" { ("ArrowRight", "ArrowLeft") } else { ("ArrowDown", "ArrowUp") };
            page.press(forward).await?;
            let first = page.ask::<String>("return root.activeElement.dataset.node", vec![]).await?;
            ensure!(
                ["the-bargain", "stop-bombing-civilians", "allow-humanitarian-aid"].contains(&first.as_str()),
                "{first}"
            );
            page.press(back).await?;
            let again = page.ask::<String>("return root.activeElement.dataset.node", vec![]).await?;
            ensure!(again != first, "{back} stays on {again}");
        }
        page.focus(".rows [data-node=press-assad]").await?;
        page.press("Enter").await?;
        page.comes("the focus is on the piece", "return !!root.activeElement?.matches('[data-page=press-assad]')")
            .await?;
        page.press("Tab").await?;
        // Its proof, then holds, open, fails.
        for _ in 0..3 {
            page.press("Tab").await?;
        }
        ensure!(page.focused().await?.contains("fails"), "Tab leads to {}", page.focused().await?);
        page.press("Space").await?;
        page.shows(SAID, "Then the bargain fails").await?;
        ensure!(page.focused().await?.contains("fails"), "the focus went to {}", page.focused().await?);
        Ok(())
    })
}

#[test]
fn home_and_end_lead_to_both_ends_of_the_list() -> Outcome {
    on_page("#deal=what-if", async |page| {
        page.focus(".rows [tabindex='0']").await?;
        page.press("End").await?;
        page.comes(
            "the last has the focus",
            "return root.activeElement === [...root.querySelectorAll('.rows button')].at(-1)",
        )
        .await?;
        page.press("Home").await?;
        page.comes("the first has it", "return root.activeElement === root.querySelector('.rows button')").await
    })
}

#[test]
fn suppositions_are_undone_and_done_again() -> Outcome {
    on_page("#deal=what-if;if=press-assad:fails", async |page| {
        page.use_control(VIEW, "Suppose all holds").await?;
        page.shows(SAID, "Then 1 event falls away and the bargain holds. 5 aims stay open.").await?;
        page.address_ends(";if=_all").await?;
        page.use_control(VIEW, "Undo").await?;
        page.shows(SAID, "Then the bargain fails").await?;
        page.use_control(VIEW, "Redo").await?;
        page.shows(SAID, "and the bargain holds").await?;
        page.address_ends(";if=_all").await
    })
}

#[test]
fn steps_are_taken_one_by_one_and_the_picture_follows() -> Outcome {
    on_page("#deal=what-if;if=press-assad:fails", async |page| {
        let all = page.count(".drawing.wide .arrow.hot").await?;
        page.use_control(VIEW, "Next step").await?;
        page.shows(".follows [role=status]", "Step 1 of 9").await?;
        page.find(".steps > li:first-child[aria-current=step]").await?;
        let one = page.count(".drawing.wide .arrow.hot").await?;
        ensure!(0 < one && one < all, "{one} of {all} arrows are hot");
        page.use_control(VIEW, "Next step").await?;
        page.shows(".follows [role=status]", "Step 2 of 9").await?;
        page.use_control(VIEW, "All steps at once").await?;
        page.gone("[aria-current=step]").await
    })
}

#[test]
fn the_other_views_show_what_the_scenario_does_and_the_way_out() -> Outcome {
    on_page("#deal=what-if;if=press-assad:fails", async |page| {
        page.use_control("nav[aria-label='Views of the deal']", "Conditions").await?;
        page.says(".supposed", "Not a forecast").await?;
        page.says("[data-page=cooperate-militarily] .outcome", "no longer owed, as worded").await?;
        page.use_control("nav[aria-label='Views of the deal']", "Parties").await?;
        page.use_control("nav[aria-label=Parties]", "Russia …").await?;
        page.says("[data-page=russia] .outcome", "you set this: fails").await?;
        page.use_control(".supposed", "As reported").await?;
        page.gone(".supposed").await?;
        page.gone(".outcome").await?;
        page.address_ends("#deal=parties/russia").await
    })
}

#[test]
fn linchpins_are_ranked_and_lead_to_their_scenario() -> Outcome {
    on_page("#deal=what-if", async |page| {
        page.says(".pins", "Suppose Russia does not press Assad").await?;
        let counts: Vec<u32> = page
            .ask(
                "return [...root.querySelectorAll('.pins small:nth-of-type(1)')].map(one => parseInt(one.textContent))",
                vec![],
            )
            .await?;
        ensure!(
            counts.len() == 5 && counts.is_sorted_by(|a, b| a >= b) && counts.iter().all(|count| *count > 0),
            "{counts:?}"
        );
        page.use_control(".pins", "Suppose Russia does not press Assad…").await?;
        page.shows(SAID, "Then the bargain fails").await
    })
}

#[test]
fn the_host_supposes_is_told_of_the_reader_alone_and_resets() -> Outcome {
    let script = "window.told = []; host.addEventListener('deal-suppose', ({ detail }) => window.told.push(detail)); \
        const done = [await host.suppose({ 'press-assad': 'fails' }), await host.suppose({ 'press-assad': 'fails', russia: 'holds' }), \
            await host.suppose({ 'press-assad': 'perhaps' })]; \
        await host.suppose({ 'press-assad': 'fails' }); await host.show('what-if'); \
        await come(() => root.querySelector('.supposing')?.textContent.includes('Then the bargain fails')); \
        return [done, window.told.length, host.state]";
    on_page("gallery/article.html", async |page| {
        let found: Value = page.follow(script, vec![]).await?;
        ensure!(found == json!([[true, false, false], 0, "what-if;if=press-assad:fails"]), "{found}");
        page.use_control(VIEW, "Take it back").await?;
        page.comes("it is told", "return window.told.length === 1").await?;
        let told: Value = page.ask("return window.told[0]", vec![]).await?;
        ensure!(told == json!({ "supposed": {}, "follows": {}, "state": "what-if" }), "{told}");
        let again = "await host.suppose({ 'ground-air-force': 'fails' }); await host.reset(); await pause(); \
            return [window.told.length, host.state]";
        let found: Value = page.follow(again, vec![]).await?;
        ensure!(found == json!([1, ""]), "{found}");
        Ok(())
    })
}

#[test]
fn a_scenario_without_an_exchange_and_from_right_to_left() -> Outcome {
    for deal in ["no-exchange", "arabic", "harbour"] {
        on_page(&format!("?src=deals/{deal}.json#deal=what-if"), async |page| {
            page.find(".supposing").await?;
            page.find(".rows button").await?;
            page.no_sideways_scroll().await?;
            page.no_troubles().await
        })?;
    }
    Ok(())
}

#[test]
fn the_hunt_for_linchpins_in_a_large_deal_shows_how_far_it_is_and_can_be_stopped() -> Outcome {
    // A long ladder: whatever fails takes along all that is above it.
    let large = "const count = 6000, about = { origin: 'editor' }; const name = (at) => 'c' + at; \
        const conditions = Array.from({ length: count }, (_, at) => ({ ...about, id: name(at), text: `Step ${at}.`, act: `take step ${at}` })); \
        const links = Array.from({ length: count - 1 }, (_, at) => \
            ({ ...about, id: 'l' + at, text: `Step ${at} comes first.`, from: name(at + 1), to: name(at), kind: 'needs' })); \
        host.data = { format: 1, id: 'ladder', title: 'A ladder', summary: 'Step by step.', language: 'en', \
            asOf: '2020-03-01T12:00:00Z', state: 'forming', conditions, links }; \
        await come(() => root.querySelector('header')?.textContent.includes('A ladder')); await host.show('what-if')";
    on_page("gallery/article.html", async |page| {
        page.follow::<Value>(large, vec![]).await?;
        page.says(".linchpins [role=status]", "of 6,000 pieces tried").await?;
        page.use_control(".linchpins", "Stop").await?;
        page.says(".linchpins [role=status]", "Stopped before all were tried.").await?;
        page.says(".pins", "pieces would go with it").await?;
        page.use_control(".linchpins", "Go on").await?;
        page.says(".linchpins [role=status]", "pieces tried").await?;
        // Meanwhile the page lives: a supposition is answered.
        page.use_control(".pins", "Suppose this fails: take step 0…").await?;
        page.shows(SAID, "Then 5,999 conditions fail.").await?;
        page.says(".follows", "more pieces").await?;
        page.no_troubles().await
    })
}

#[test]
fn where_what_draws_cannot_be_had_the_lists_say_all_and_it_can_be_tried_again() -> Outcome {
    on_page("", async |page| {
        let spoil = "window.whole = window.fetch; window.fetch = (what) => String(what.url ?? what).includes('drawing') \
            ? Promise.reject(new TypeError('gone')) : window.whole(what)";
        page.ask::<()>(spoil, vec![]).await?;
        page.ask::<()>("host.show('what-if')", vec![]).await?;
        page.shows(".pen", "could not be drawn in full").await?;
        page.shows(".rows", "press").await?;
        ensure!(page.count(".drawing.narrow [data-node]").await? > 10, "what needs no module is drawn all the same");
        ensure!(page.count(".drawing.wide").await? == 0, "drawn out of nothing");
        page.accessible().await?;
        page.ask::<()>("window.fetch = window.whole", vec![]).await?;
        page.use_control(".what-if", "Try again").await?;
        page.comes("the picture", "return root.querySelectorAll('.drawing.wide [data-node]').length > 10").await?;
        ensure!(page.controls(".what-if").await?.iter().all(|name| name != "Try again"), "it is there");
        Ok(())
    })
}

#[test]
fn on_paper_a_scenario_keeps_its_words_and_that_it_is_one() -> Outcome {
    on_page("#deal=what-if;if=press-assad:fails", async |page| {
        if page.engine() != Engine::Chromium {
            // Only Chromium can be made to show what it would print.
            return Ok(());
        }
        page.shows(SAID, "Then the bargain fails").await?;
        let cdp = page.driver().cdp();
        cdp.send_raw("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        let printed: Vec<String> = page
            .ask("return ['.supposing', '.choice', '.presets', '.pacer'].map(css => root.querySelector(css)).map(one => one?.checkVisibility() ? one.innerText : '')", vec![])
            .await?;
        cdp.send_raw("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
        let [supposing, choice, presets, pacer] = printed.as_slice() else { bail!("{printed:?}") };
        ensure!(
            supposing.contains("Suppose Russia does not press") && supposing.contains("Not a forecast"),
            "{supposing}"
        );
        ensure!(choice.trim() == "fails", "the choice is printed as {choice:?}");
        ensure!(presets.trim().is_empty() && pacer.trim().is_empty(), "buttons are printed: {presets}{pacer}");
        Ok(())
    })
}
