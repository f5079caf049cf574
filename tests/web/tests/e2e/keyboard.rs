//! By keyboard alone: every control in order, the focus always to be seen, nothing that traps.

use anyhow::{Context, Result, ensure};
use thirtyfour::Key;
use web_tests::{Outcome, Page, on_page};

/// What the focus visited: its place among all controls in the order of the page, whether it could be seen, its words.
type Visit = (i64, bool, String);

/// Presses Tab from the link before the explorer to the link after it.
fn reaches_everything(path: &str, prepare: impl AsyncFnOnce(&Page) -> Result<()>) -> Outcome {
    on_page(&format!("gallery/permalink.html{path}"), async |page| {
        page.find("section[data-view]").await?;
        prepare(page).await?;
        let watch = "window.visited = []; const name = (one) => one.localName + ' ' + (one.getAttribute('aria-label') || one.textContent).trim().slice(0, 50); \
            const all = [...root.querySelectorAll('a[href], button:not([disabled]), input, select, summary, [tabindex=\"0\"]')].filter(one => one.checkVisibility() && one.tabIndex >= 0); \
            root.addEventListener('focusin', ({ target }) => { const { outlineStyle, outlineWidth } = getComputedStyle(target); \
                window.visited.push([all.indexOf(target), outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1, name(target)]); }); \
            document.getElementById('before').focus(); return all.map(name)";
        let controls: Vec<String> = page.ask(watch, vec![]).await?;
        tab(page, controls.len(), false).await?;
        let visited: Vec<Visit> = page.ask("return window.visited", vec![]).await?;
        for (at, name) in controls.iter().enumerate() {
            let (place, seen, what) = visited.get(at).with_context(|| format!("Tab ends before {name}"))?;
            ensure!(usize::try_from(*place) == Ok(at), "Tab {} leads to {what} instead of {name}", at + 1);
            ensure!(*seen, "the focus on {what} is not to be seen");
        }
        tab(page, 1, false).await?;
        ensure!(page.focus_is_on("#after").await?, "the explorer keeps the focus on {}", page.focused().await?);
        tab(page, 1, true).await?;
        let last: Vec<Visit> = page.ask("return window.visited.slice(-1)", vec![]).await?;
        let place = last.first().and_then(|last| usize::try_from(last.0).ok());
        ensure!(place.map(|place| place + 1) == Some(controls.len()), "no way back in: {last:?}");
        Ok(())
    })
}

/// Presses Tab that many times, in one go.
async fn tab(page: &Page, times: usize, back: bool) -> Result<()> {
    let mut chain = page.driver().action_chain();
    if back {
        chain = chain.key_down(Key::Shift);
    }
    for _ in 0..times {
        chain = chain.key_down(Key::Tab).key_up(Key::Tab);
    }
    if back {
        chain = chain.key_up(Key::Shift);
    }
    Ok(chain.perform().await?)
}

#[test]
fn tab_reaches_everything_in_the_brief() -> Outcome {
    reaches_everything("", async |page| page.click("[data-item=press-assad] button[aria-expanded]").await)
}

#[test]
fn tab_reaches_everything_among_the_parties() -> Outcome {
    reaches_everything("#deal=parties/russia", async |_| Ok(()))
}

#[test]
fn tab_reaches_everything_among_the_conditions() -> Outcome {
    reaches_everything("#deal=conditions", async |_| Ok(()))
}

#[test]
fn tab_reaches_everything_about_what_would_follow() -> Outcome {
    reaches_everything("#deal=what-if;if=press-assad:fails", async |_| Ok(()))
}

#[test]
fn tab_reaches_everything_among_the_relations() -> Outcome {
    reaches_everything("#deal=relations/russia", async |_| Ok(()))
}

#[test]
fn tab_reaches_everything_among_the_open_questions() -> Outcome {
    reaches_everything("#deal=open", async |_| Ok(()))
}

#[test]
fn tab_reaches_everything_among_the_facts() -> Outcome {
    reaches_everything("#deal=facts", async |_| Ok(()))
}

#[test]
fn tab_reaches_everything_in_the_source() -> Outcome {
    reaches_everything("#deal=source", async |_| Ok(()))
}

#[test]
fn tab_reaches_every_filter_and_every_result() -> Outcome {
    on_page("gallery/permalink.html#deal=;q=aid", async |page| {
        page.find("section[data-view]").await?;
        page.use_control("search", "Filters").await?;
        page.find("search fieldset input").await?;
        // Results are drawn as the reader comes to them, so what is visited is noted and not what stands there at first.
        let watch = "window.visited = []; root.addEventListener('focusin', ({ target }) => { \
                const { outlineStyle, outlineWidth } = getComputedStyle(target); const result = target.closest('li.result[aria-posinset]'); \
                window.visited.push([target.matches('search input[type=checkbox]') ? -1 : Number(result?.ariaPosInSet ?? 0) + (result?.closest('.long ~ .long') ? 1000 : 0), \
                    outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1, target.textContent]); }); \
            document.getElementById('before').focus(); \
            return [root.querySelectorAll('search input[type=checkbox]').length, Number(root.querySelector('li.result').ariaSetSize)]";
        let [choices, results]: [usize; 2] = page.ask(watch, vec![]).await?;
        ensure!(choices > 5 && results > 10, "{choices} choices and {results} results are too few to show it");
        for _ in 0..200 {
            if page.focus_is_on("#after").await? {
                break;
            }
            tab(page, 1, false).await?;
        }
        ensure!(page.focus_is_on("#after").await?, "the explorer keeps the focus on {}", page.focused().await?);
        let visited: Vec<Visit> = page.ask("return window.visited", vec![]).await?;
        let unseen = visited.iter().find(|(_, seen, _)| !seen);
        ensure!(unseen.is_none(), "the focus is not to be seen: {unseen:?}");
        ensure!(visited.iter().filter(|(place, ..)| *place == -1).count() == choices, "not every choice: {visited:?}");
        let mut places: Vec<i64> = visited.iter().map(|(place, ..)| *place).filter(|place| *place > 0).collect();
        places.dedup();
        // Below the statements what was found beside them, as it was drawn on the way.
        let beside: usize =
            page.ask("return Number(root.querySelector('.long ~ .long li.result').ariaSetSize)", vec![]).await?;
        let all = (1..).take(results).chain((1001..).take(beside));
        ensure!(all.eq(places.iter().copied()), "of {results} results and {beside} beside: {places:?}");
        tab(page, 1, true).await?;
        let back: Vec<Visit> = page.ask("return window.visited.slice(-1)", vec![]).await?;
        ensure!(visited.last().map(|it| &it.2) == back.last().map(|it| &it.2), "no way back in: {back:?}");
        Ok(())
    })
}

#[test]
fn tab_reaches_everything_on_the_walk() -> Outcome {
    reaches_everything("#deal=open/putin-keeps-his-end;tour=7", async |_| Ok(()))
}

#[test]
fn enter_and_space_open_and_close_a_proof() -> Outcome {
    on_page("", async |page| {
        let mark = "[data-item=press-assad] button[aria-expanded]";
        for (open, close) in [("Enter", "Space"), ("Space", "Enter")] {
            page.focus(mark).await?;
            page.press(open).await?;
            page.find("[data-item=press-assad] q").await?;
            ensure!(page.focus_is_on(mark).await?, "{open} moves the focus to {}", page.focused().await?);
            page.press("Tab").await?;
            ensure!(page.focused().await?.contains("Read it in the article"), "Tab leads to {}", page.focused().await?);
            page.press("Shift+Tab").await?;
            page.press(close).await?;
            page.gone("[data-item=press-assad] q").await?;
        }
        Ok(())
    })
}

#[test]
fn a_filter_is_set_and_taken_away_by_keyboard() -> Outcome {
    on_page("", async |page| {
        page.focus("search button").await?;
        page.press("Enter").await?;
        page.find("search fieldset input").await?;
        page.press("Tab").await?;
        ensure!(page.focus_is_on("search fieldset input").await?, "Tab leads to {}", page.focused().await?);
        page.press("Space").await?;
        page.find("section[aria-label=Results]").await?;
        ensure!(page.focus_is_on("search fieldset input").await?, "the focus went to {}", page.focused().await?);
        page.press("Space").await?;
        page.find("section[data-view=brief]").await?;
        ensure!(page.focus_is_on("search fieldset input").await?, "the focus went to {}", page.focused().await?);
        Ok(())
    })
}

#[test]
fn a_phrase_is_chosen_with_enter_and_with_space() -> Outcome {
    on_page("#deal=source", async |page| {
        page.focus("[role=button][aria-pressed]").await?;
        for (key, pressed) in [("Enter", 1), ("Space", 0), ("Space", 1), ("Enter", 0)] {
            page.press(key).await?;
            let script = format!("return root.querySelectorAll('[aria-pressed=true]').length === {pressed}");
            page.comes(&format!("{key} leaves {pressed} phrases chosen"), &script).await?;
        }
        Ok(())
    })
}

#[test]
fn a_party_is_chosen_by_keyboard_and_its_page_is_next() -> Outcome {
    on_page("#deal=parties", async |page| {
        page.focus("nav[aria-label=Parties] button").await?;
        page.press("Enter").await?;
        page.comes("the focus is on the page", "return !!root.activeElement?.matches('[data-page]')").await?;
        page.press("Tab").await?;
        ensure!(page.focus_is_on("[data-page] *").await?, "Tab leads to {}", page.focused().await?);
        Ok(())
    })
}

#[test]
fn what_goes_when_it_is_pressed_keeps_the_keyboard_in_the_explorer() -> Outcome {
    let both = "#deal=;party=iran;certainty=unknown";
    for (path, name) in [
        (both, "Remove filter Party: Iran"),
        (both, "Clear all"),
        ("#deal=conditions;editor=off", "Editor’s statements are hidden"),
        ("#deal=conditions/the-bargain;q=pressing", "Back to the results"),
    ] {
        on_page(path, async |page| {
            let button = page.control("search", name).await?;
            button.focus().await?;
            page.press("Enter").await?;
            let gone = format!(
                "return ![...root.querySelectorAll('search button')].some(one => \
                 (one.getAttribute('aria-label') || one.textContent).trim() === '{name}')"
            );
            page.comes(&format!("{name} is gone"), &gone).await?;
            page.comes(&format!("after {name} the focus is still in the explorer"), "return !!root.activeElement").await
        })?;
    }
    Ok(())
}

#[test]
fn a_name_in_the_brief_takes_the_keyboard_to_the_page_it_opens() -> Outcome {
    on_page("", async |page| {
        page.control("section[data-view=brief]", "Iran, outside the deal").await?.focus().await?;
        page.press("Enter").await?;
        page.find("[data-page=iran]").await?;
        page.comes("the focus is on the page", "return !!root.activeElement?.matches('[data-page=iran]')").await
    })
}
