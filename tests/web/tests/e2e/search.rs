//! Search and filters: what is found, how it is told, and the way there and back.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use web_tests::{Outcome, Page, on_page};

const BOX: &str = "input[type=search]";
/// No click: `WebKit`’s driver takes a field in a shadow root to be covered by the element around it.
const FOCUS: &str = "root.querySelector('input[type=search]').focus()";
const COUNT: &str = "search [role=status]";
const RESULTS: &str = "section[aria-label=Results]";
/// Below them stands what was found in other than statements.
const STATEMENTS: &str = ".long:not(.long ~ .long) > ol > li";

/// The number that is announced.
async fn announced(page: &Page) -> Result<usize> {
    page.says(COUNT, "statement").await?;
    let text = page.texts(COUNT).await?.concat();
    let number = text.split(' ').next().context("no number")?;
    Ok(number.parse()?)
}

/// Searches for this in place of what was searched for.
async fn search(page: &Page, words: &str) -> Result<()> {
    page.ask::<()>(FOCUS, vec![]).await?;
    page.press("Control+a").await?;
    page.press("Backspace").await?;
    page.type_into(BOX, words).await?;
    let typed = format!("return root.querySelector('input[type=search]').value === {}", json!(words));
    page.comes("the words stand in the box", &typed).await
}

#[test]
fn accents_and_case_make_no_difference() -> Outcome {
    on_page("", async |page| {
        let mut counts = Vec::new();
        for words in ["Erdogan", "ERDOGAN", "erdoğan"] {
            search(page, words).await?;
            page.says(&format!("{RESULTS} mark"), "Erdogan").await?;
            counts.push(announced(page).await?);
        }
        counts.dedup();
        ensure!(matches!(counts.as_slice(), [count] if *count > 1), "{counts:?}");
        Ok(())
    })
}

#[test]
fn hits_are_marked_and_counted() -> Outcome {
    on_page("", async |page| {
        page.type_into(BOX, "bargain").await?;
        page.says(&format!("{RESULTS} mark"), "bargain").await?;
        let (count, listed) = (announced(page).await?, page.count(&format!("{RESULTS} {STATEMENTS}")).await?);
        ensure!(count == listed, "{count} are announced and {listed} listed");
        ensure!(page.count("nav [aria-current=page]").await? == 0, "a view is marked while results are shown");
        Ok(())
    })
}

/// Types in the page itself, and waits until what comes of it has been drawn.
const TYPE: &str = "const box = root.querySelector('input[type=search]'); \
    const rest = () => new Promise((on) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(on, 50)))); \
    const type = async (words) => { box.value = words; box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true })); await rest(); }; \
    const results = () => root.querySelector('section[aria-label=Results]'); \
    const rows = () => [...results().querySelectorAll('li')].map((row) => row.outerHTML); ";

#[test]
fn letter_by_letter_the_same_is_shown_as_by_the_whole_word() -> Outcome {
    on_page("", async |page| {
        page.type_into(BOX, "b").await?;
        page.find(&format!("{RESULTS} li")).await?;
        for words in ["bargain", "russia", "syria", "assad", "press assad", "erdogan"] {
            let both = format!(
                "{TYPE} const words = {}; \
                 for (let at = 1; at <= words.length; at++) await type(words.slice(0, at)); \
                 await type(words.slice(0, -1)); await type(words); const typed = rows(); \
                 await type(''); await type(words); return [typed, rows()];",
                json!(words)
            );
            let [typed, whole]: [Vec<String>; 2] = page.follow(&both, vec![]).await?;
            ensure!(!typed.is_empty() && !whole.is_empty(), "nothing is found by {words}");
            let other = typed.iter().zip(&whole).find(|(one, other)| one != other);
            ensure!(other.is_none(), "{words}: {other:?}");
        }
        Ok(())
    })
}

#[test]
fn the_view_stays_as_it_was_while_a_search_stands_in_its_place() -> Outcome {
    on_page("", async |page| {
        page.type_into(BOX, "b").await?;
        page.find(&format!("{RESULTS} li")).await?;
        let script = format!(
            "{TYPE} await type(''); const kept = root.querySelector('.view .statement'); await type('bargain'); \
             const seen = [kept.checkVisibility(), root.querySelectorAll('.view').length === 1]; await type(''); \
             return [...seen, root.querySelector('.view .statement') === kept, kept.checkVisibility(), !results()];"
        );
        let seen: Vec<bool> = page.follow(&script, vec![]).await?;
        ensure!(seen == [false, true, true, true, true], "{seen:?}");
        Ok(())
    })
}

#[test]
fn what_the_next_letter_leaves_as_it_is_stays_untouched() -> Outcome {
    on_page("", async |page| {
        page.type_into(BOX, "barg").await?;
        page.says(&format!("{RESULTS} mark"), "bargain").await?;
        let changes = "const eye = new MutationObserver(() => {}); \
                       eye.observe(results(), { subtree: true, childList: true, attributes: true, characterData: true });";
        let script = format!("{TYPE} await rest(); {changes} await type('barga'); return eye.takeRecords().length;");
        let touched: usize = page.follow(&script, vec![]).await?;
        ensure!(touched == 0, "{touched} changes of what stays as it is");
        // A proof that is open goes on, and can be closed.
        page.click(&format!("{RESULTS} .cite")).await?;
        page.find(&format!("{RESULTS} .proof")).await?;
        page.ask::<()>(FOCUS, vec![]).await?;
        page.press("i").await?;
        page.says(&format!("{RESULTS} mark"), "bargain").await?;
        ensure!(page.count(&format!("{RESULTS} .proof")).await? == 1, "the proof went with the next letter");
        page.click(&format!("{RESULTS} .cite")).await?;
        page.gone(&format!("{RESULTS} .proof")).await
    })
}

#[test]
fn of_many_results_those_in_view_are_drawn_and_all_are_printed() -> Outcome {
    on_page("", async |page| {
        search(page, "syria").await?;
        let (count, entries) = (announced(page).await?, format!("{RESULTS} {STATEMENTS}"));
        ensure!((41..=120).contains(&count), "{count} found: take another word");
        page.find(&entries).await?;
        let drawn = page.count(&entries).await?;
        ensure!(drawn < count, "{drawn} of {count} are drawn");
        page.accessible().await?;
        let told = page.texts(&format!("{RESULTS} .long > .note")).await?.concat();
        ensure!(!told.contains("in all"), "how much was found is told twice: {told}");
        // In the same task, as it is printed: later only what is in view is drawn again.
        let print = format!(
            "const drawn = () => root.querySelectorAll('{RESULTS} {STATEMENTS}').length; \
             dispatchEvent(new Event('beforeprint')); for (let at = 0; at < 500 && drawn() < {count}; at++) await null; \
             return [String(drawn()), root.querySelector('{RESULTS} .paper').textContent]"
        );
        let [printed, note]: [String; 2] = page.follow(&print, vec![]).await?;
        ensure!(printed == count.to_string() && note.is_empty(), "{printed} are printed, and it says {note}");
        Ok(())
    })
}

#[test]
fn a_name_as_printed_and_a_quote_are_found() -> Outcome {
    on_page("", async |page| {
        page.type_into(BOX, "Tehran").await?;
        page.says(RESULTS, "Iran").await?;
        search(page, "global player status").await?;
        page.find(&format!("{RESULTS} [data-item=putin-global-player]")).await?;
        Ok(())
    })
}

#[test]
fn nothing_found_is_said_so() -> Outcome {
    on_page("", async |page| {
        page.type_into(BOX, "qwertyuiop").await?;
        page.says(RESULTS, "Nothing in this deal fits.").await?;
        page.says(RESULTS, "Try fewer words").await?;
        page.shows(COUNT, "0 statements").await?;
        page.use_control("search", "Clear all").await?;
        page.find("section[data-view=brief]").await?;
        let left: String = page.ask("return root.querySelector('input[type=search]').value", vec![]).await?;
        ensure!(left.is_empty(), "{left} still stands in the box");
        Ok(())
    })
}

#[test]
fn filters_combine_and_go_one_by_one() -> Outcome {
    on_page("", async |page| {
        page.use_control("search", "Filters").await?;
        page.use_control("search fieldset", "Iran …").await?;
        let iran = announced(page).await?;
        page.use_control("search fieldset", "not known …").await?;
        page.control("search", "Remove filter Party: Iran").await?;
        page.control("search", "Remove filter How firmly: not known").await?;
        page.comes(
            "both filters narrow",
            &format!("return parseInt(root.querySelector('{COUNT}').textContent) < {iran}"),
        )
        .await?;
        page.address_ends("/#deal=;party=iran;certainty=unknown").await?;
        let both = announced(page).await?;
        ensure!(both > 0, "{both} of {iran}");
        page.use_control("search", "Remove filter How firmly: not known").await?;
        page.shows(COUNT, &format!("{iran} statements")).await?;
        page.use_control("search", "Clear all").await?;
        page.find("section[data-view=brief]").await?;
        page.address_ends("/").await
    })
}

#[test]
fn opening_the_filters_is_told() -> Outcome {
    on_page("", async |page| {
        let button = page.control("search", "Filters").await?;
        ensure!(button.attr("aria-expanded").await?.as_deref() == Some("false"), "open from the beginning");
        button.click().await?;
        page.find("search fieldset").await?;
        ensure!(button.attr("aria-expanded").await?.as_deref() == Some("true"), "said to be closed");
        let legends = page.texts("search legend").await?;
        for legend in ["Party", "Who says so", "How firmly", "Topic", "Whose statement"] {
            ensure!(legends.iter().any(|one| one == legend), "no {legend} among {legends:?}");
        }
        button.click().await?;
        page.gone("search fieldset").await
    })
}

#[test]
fn a_filter_by_voice_leaves_only_what_that_voice_says() -> Outcome {
    on_page("#deal=;voice=american-diplomats", async |page| {
        page.find(&format!("{RESULTS} [data-item=diplomacy-in-flux]")).await?;
        page.control("search", "Remove filter Who says so: American diplomats").await?;
        ensure!(page.count(&format!("{RESULTS} [data-item=press-assad]")).await? == 0, "another voice is left");
        Ok(())
    })
}

#[test]
fn a_result_leads_to_its_item_and_back_to_the_results() -> Outcome {
    on_page("", async |page| {
        page.type_into(BOX, "pressing").await?;
        page.click(&format!("{RESULTS} [data-item=the-bargain] button[aria-expanded]")).await?;
        page.use_control(&format!("{RESULTS} [data-item=the-bargain]"), "Open in Conditions").await?;
        page.find("section[data-view=conditions] [data-item=the-bargain] q").await?;
        page.use_control("search", "Back to the results").await?;
        page.find(&format!("{RESULTS} [data-item=the-bargain]")).await?;
        let query: String = page.ask("return root.querySelector('input[type=search]').value", vec![]).await?;
        ensure!(query == "pressing", "the search became {query}");
        Ok(())
    })
}

#[test]
fn the_browsers_back_leads_to_the_results_too() -> Outcome {
    on_page("", async |page| {
        page.type_into(BOX, "Tehran").await?;
        page.use_control(RESULTS, "Iran").await?;
        page.find("[data-page=iran]").await?;
        page.back().await?;
        page.says(RESULTS, "Iran").await?;
        page.address_ends("/#deal=;q=Tehran").await
    })
}

#[test]
fn typing_makes_no_entries_in_the_history() -> Outcome {
    on_page("", async |page| {
        page.count_entries().await?;
        page.type_into(BOX, "aid to all starving").await?;
        page.address_ends("/#deal=;q=aid+to+all+starving").await?;
        let made = page.entries().await?;
        ensure!(made == 0, "{made} entries were made in the history");
        Ok(())
    })
}

#[test]
fn typing_keeps_the_focus_and_every_letter() -> Outcome {
    on_page("#deal=facts", async |page| {
        page.ask::<()>(FOCUS, vec![]).await?;
        for letter in ["r", "u", "s", "s", "i", "a"] {
            page.press(letter).await?;
        }
        page.find(RESULTS).await?;
        ensure!(page.focus_is_on(BOX).await?, "the focus went to {}", page.focused().await?);
        page.press_times("Backspace", 6).await?;
        page.find("section[data-view=facts]").await?;
        Ok(())
    })
}

#[test]
fn a_search_survives_a_reload() -> Outcome {
    on_page("", async |page| {
        page.type_into(BOX, "Russia; 48 & “hours”").await?;
        page.comes("the address follows", "return location.hash.includes('hours')").await?;
        let address: String = page.ask("return location.href", vec![]).await?;
        page.driver().refresh().await?;
        page.comes("the explorer is ready", "return !!host && host.hasAttribute('data-ready')").await?;
        let query: String = page.ask("return root.querySelector('input[type=search]').value", vec![]).await?;
        ensure!(query == "Russia; 48 & “hours”", "{query} after the reload of {address}");
        page.address_ends(&address).await
    })
}

#[test]
fn a_deep_link_to_a_condition_brings_its_card_into_view() -> Outcome {
    on_page("#deal=conditions/let-aid-deliveries-in", async |page| {
        page.find("[data-page=let-aid-deliveries-in] [data-item=let-aid-deliveries-in] q").await?;
        let seen = "const box = root.querySelector('[data-page=let-aid-deliveries-in]').getBoundingClientRect(); \
                    return box.top < innerHeight - 40 && box.bottom > 40";
        page.comes("it is in view", seen).await
    })
}

#[test]
fn an_address_with_nonsense_shows_what_can_be_shown() -> Outcome {
    on_page("#deal=nowhere/nobody;q=%FF%zz;party=nobody;certainty=maybe;tour=99;x", async |page| {
        page.find("header time").await?;
        page.find("section[data-view]").await?;
        Ok(())
    })
}

#[test]
fn the_filters_stand_below_the_box_as_wide_as_the_search() -> Outcome {
    on_page("gallery/article.html", async |page| {
        page.use_control(".find", "Filters").await?;
        page.find(".filters fieldset").await?;
        let below = "const of = (css) => root.querySelector(css).getBoundingClientRect(); \
                     const [box, filters, find] = ['.box', '.filters', '.find'].map(of); \
                     return filters.top >= box.bottom && Math.abs(filters.width - find.width) < 1";
        ensure!(page.ask::<bool>(below, vec![]).await?, "they stand beside the box");
        page.width(1280).await?;
        let rows = "const [first, second] = [...root.querySelectorAll('.filters fieldset:first-of-type label')] \
                        .map((choice) => choice.getBoundingClientRect()); \
                    return first.top === second.top && first.right <= second.left";
        ensure!(page.ask::<bool>(rows, vec![]).await?, "the choices of a facet are one long column");
        Ok(())
    })
}
