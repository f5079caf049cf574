//! The conditions as a matrix: by mouse, by keyboard alone, by link, from right to left, and on paper.

use anyhow::ensure;
use serde_json::Value;
use web_tests::{Look, Outcome, on_page};

const VIEW: &str = "section[data-view=conditions]";
const CELL: &str = "[data-cell='press-assad/russia']";

#[test]
fn the_switch_leads_to_it_its_link_opens_it_and_back_leads_away() -> Outcome {
    on_page("#deal=conditions", async |page| {
        page.use_control(VIEW, "as a matrix").await?;
        page.address_ends("#deal=conditions;as=matrix").await?;
        page.says(".parts-matrix caption", "7 conditions, and 9 actors with a part in them.").await?;
        page.back().await?;
        page.find("[data-page=press-assad]").await?;
        page.open("#deal=conditions/press-assad;as=matrix").await?;
        page.find(".parts-matrix th [data-item=press-assad]").await?;
        page.find(".parts-matrix th .proof").await?;
        // Another view is asked for, and the conditions are a list again.
        page.use_control("nav[aria-label='Views of the deal']", "Facts").await?;
        page.address_ends("#deal=facts").await
    })
}

#[test]
fn a_part_opens_the_words_that_prove_it_and_closes_them() -> Outcome {
    on_page("#deal=conditions;as=matrix", async |page| {
        page.look(Look { width: 1280, ..Look::default() }).await?;
        page.click(CELL).await?;
        page.says(".told", "Russia: is to press, in exchange").await?;
        page.says(".told q", "in exchange for Russia agreeing to pressure").await?;
        ensure!(page.attribute(CELL, "aria-expanded").await?.as_deref() == Some("true"));
        page.click(CELL).await?;
        page.gone(".told").await?;
        page.no_troubles().await
    })
}

#[test]
fn it_is_a_table_with_heads_and_hedges_nothing_away() -> Outcome {
    on_page("#deal=conditions;as=matrix", async |page| {
        let script = "const table = root.querySelector('.parts-matrix table'); \
            return [table.querySelectorAll('thead th[scope=col]').length, table.querySelectorAll('tbody th[scope=row]').length, \
                !!table.caption]";
        let found: Value = page.ask(script, vec![]).await?;
        ensure!(found == serde_json::json!([10, 7, true]), "{found}");
        page.says("[data-cell='stop-bombing-civilians/bashar-al-assad']", "to be pressed to").await?;
        page.find(".unagreed [data-cell='stop-bombing-civilians/bashar-al-assad']").await?;
        page.says(".parts-matrix th [data-item=stop-bombing-civilians]", "not known").await
    })
}

#[test]
fn by_keyboard_alone_from_part_to_part() -> Outcome {
    on_page("#deal=conditions;as=matrix", async |page| {
        page.look(Look { width: 1280, ..Look::default() }).await?;
        ensure!(page.count("[data-cell][tabindex='0']").await? == 1, "one stop for all parts");
        page.focus("[data-cell='cooperate-militarily/united-states']").await?;
        let at = async |keys: &str, cell: &str| {
            page.press(keys).await?;
            let script = format!("return root.activeElement?.dataset.cell === '{cell}'");
            page.comes(&format!("{keys} leads to {cell}"), &script).await
        };
        at("ArrowRight", "cooperate-militarily/russia").await?;
        at("ArrowDown", "cooperate-on-intelligence/russia").await?;
        at("ArrowDown", "press-assad/russia").await?;
        at("End", "press-assad/bashar-al-assad").await?;
        at("ArrowLeft", "press-assad/russia").await?;
        page.press("Enter").await?;
        page.says(".told", "Russia: is to press").await?;
        ensure!(page.focus_is_on(CELL).await?, "the focus stays on the part");
        Ok(())
    })
}

#[test]
fn in_a_narrow_place_it_reads_as_a_list_and_nothing_scrolls_sideways() -> Outcome {
    on_page("#deal=conditions;as=matrix", async |page| {
        page.look(Look { width: 320, ..Look::default() }).await?;
        let whose =
            "return root.querySelector(\"[data-cell='press-assad/russia'] .whose\").getBoundingClientRect().width > 30";
        page.comes("the name is there", whose).await?;
        page.no_sideways_scroll().await?;
        page.look(Look { width: 1280, ..Look::default() }).await?;
        page.no_sideways_scroll().await
    })
}

#[test]
fn from_right_to_left_the_first_column_is_at_the_right() -> Outcome {
    on_page("?src=deals/arabic.json#deal=conditions;as=matrix", async |page| {
        page.look(Look { width: 1280, ..Look::default() }).await?;
        page.find("[data-cell]").await?;
        let script = "const [head, first] = [...root.querySelectorAll('.parts-matrix thead th')].map(one => one.getBoundingClientRect().left); \
            return head > first";
        page.comes("the columns run to the left", script).await?;
        page.no_sideways_scroll().await?;
        page.no_troubles().await
    })
}

#[test]
fn as_in_the_document_puts_the_rows_as_they_are_written() -> Outcome {
    on_page("#deal=conditions;as=matrix", async |page| {
        let rows = "return [...root.querySelectorAll('.row-of-parts th [data-item]')].map(one => one.dataset.item)";
        let arranged: Vec<String> = page.ask(rows, vec![]).await?;
        page.use_control(VIEW, "As in the document").await?;
        page.says(".parts-matrix caption", "In the order of the document.").await?;
        let written: Vec<String> = page.ask(rows, vec![]).await?;
        ensure!(arranged != written && written.last().is_some_and(|id| id == "let-aid-deliveries-in"), "{written:?}");
        Ok(())
    })
}

#[test]
fn a_large_deal_is_seen_through_a_window() -> Outcome {
    let large = "const about = { origin: 'editor', text: 'Something.' }; \
        const actors = Array.from({ length: 1000 }, (_, at) => ({ ...about, id: 'a' + at, name: 'Actor ' + at, kind: 'state', standing: ['party'] })); \
        const sections = Array.from({ length: 20 }, (_, at) => ({ id: 's' + at, title: 'Chapter ' + at })); \
        const conditions = Array.from({ length: 10000 }, (_, at) => ({ ...about, id: 'c' + at, act: `take step ${at}`, \
            by: ['a' + at % 1000], for: ['a' + at % 7], section: 's' + Math.floor(at / 500) })); \
        host.data = { format: 1, id: 'large', title: 'A large deal', summary: 'Many steps.', language: 'en', \
            asOf: '2020-03-01T12:00:00Z', state: 'forming', actors, sections, conditions }; \
        await come(() => root.querySelector('header')?.textContent.includes('A large deal')); \
        host.state = 'conditions;as=matrix'; await come(() => root.querySelector('.parts-matrix')); \
        return [root.querySelectorAll('.row-of-parts').length, root.querySelector('.parts-matrix table').getAttribute('aria-rowcount')]";
    on_page("gallery/article.html", async |page| {
        let found: Value = page.follow(large, vec![]).await?;
        ensure!(found == serde_json::json!([40, "10001"]), "{found}");
        page.says(".pages", "Conditions 1 to 40 of 10,000").await?;
        // What is counted of forty rows is not said of all.
        page.says(".parts-matrix caption", "Conditions 1 to 40 of 10,000, and 40 actors with a part in them.").await?;
        page.use_control(".parts-matrix", "Conditions after").await?;
        page.says(".pages", "Conditions 41 to 80 of 10,000").await?;
        page.find(".row-of-parts[aria-rowindex='42']").await?;
        page.use_control(".parts-matrix", "The other actors").await?;
        page.says(".pages", "Actors 11 to 20 of the").await?;
        let jump = "const select = root.querySelector('.pages select'); select.value = '5000'; \
            select.dispatchEvent(new Event('change', { bubbles: true })); \
            await come(() => root.querySelector('.parts-matrix [data-item=c5000]')); \
            return root.querySelectorAll('.row-of-parts').length";
        ensure!(page.follow::<usize>(jump, vec![]).await? == 40);
        page.no_troubles().await
    })
}

#[test]
fn the_same_part_many_times_is_named_once_with_how_often_it_is_one() -> Outcome {
    on_page("gallery/article.html", async |page| {
        // One condition stands in fifty exchanges, each for what the same other actor is to do.
        let open = "const about = { origin: 'editor' }; const list = (count, make) => Array.from({ length: count }, (_, at) => make(at)); \
            const actors = ['One', 'Two'].map((name) => ({ ...about, id: name.toLowerCase(), kind: 'state', name, text: `${name} is in it.`, standing: ['party'] })); \
            const conditions = list(51, (at) => ({ ...about, id: 'c' + at, text: `Step ${at} is to be taken.`, act: `take step ${at}`, by: [at ? 'two' : 'one'] })); \
            const exchanges = list(50, (at) => ({ ...about, id: 'x' + at, text: `Bargain ${at}.`, gives: ['c0'], gets: ['c' + (at + 1)] })); \
            host.data = { format: 1, id: 'hub', title: 'A hub', summary: 'Much for one.', language: 'en', \
                asOf: '2020-03-01T12:00:00Z', state: 'forming', actors, conditions, exchanges }; \
            await come(() => root.querySelector('header')?.textContent.includes('A hub')); \
            host.show('conditions'); return null";
        page.follow::<Value>(open, vec![]).await?;
        page.look(Look { width: 1280, ..Look::default() }).await?;
        page.use_control(VIEW, "as a matrix").await?;
        page.says("[data-cell='c0/one']", "in exchange × 50").await?;
        ensure!(page.count("[data-cell='c0/one'] .part").await? <= 3, "each part once");
        page.click("[data-cell='c0/one']").await?;
        page.says(".told", "in exchange × 50").await?;
        page.says(".told", "The first 40 are listed.").await?;
        ensure!(page.count(".told .statement").await? == 40, "{}", page.count(".told .statement").await?);
        page.no_troubles().await
    })
}
