//! A large deal: long lists, sections, a far item by its address, search while the page lives.

use anyhow::ensure;
use serde_json::Value;
use web_tests::{Outcome, Page, on_page};

const VIEW: &str = "section[data-view=conditions]";

/// Shows a deal of 3,000 conditions in 30 sections, each agreed by one of 300 actors.
async fn large(page: &Page) -> anyhow::Result<()> {
    let open = "const about = { origin: 'editor' }, count = 3000; \
        const list = (count, make) => Array.from({ length: count }, (_, at) => make(at)); \
        const sections = list(30, (at) => ({ id: 's' + at, title: `Chapter ${at}` })); \
        const actors = list(300, (at) => ({ ...about, id: 'a' + at, kind: 'state', name: `Country ${at}`, text: `Country ${at} is in it.`, standing: ['party'] })); \
        const conditions = list(count, (at) => ({ ...about, id: 'c' + at, text: `Step number${at} is to be taken.`, act: `take step number${at}`, \
            by: ['a' + at % 300], section: 's' + Math.floor(at / 100 < 28 ? at / 100 : 28) })); \
        host.data = { format: 1, id: 'large', title: 'A large deal', summary: 'Much.', language: 'en', \
            asOf: '2020-03-01T12:00:00Z', state: 'forming', sections, actors, conditions }; \
        await come(() => root.querySelector('header')?.textContent.includes('A large deal')); return null";
    page.follow::<Value>(open, vec![]).await.map(|_| ())
}

#[test]
fn the_brief_of_a_large_deal_shows_the_weightiest_and_leads_to_all() -> Outcome {
    on_page("gallery/article.html", async |page| {
        large(page).await?;
        page.says(".ledger", "of the 3,000 conditions").await?;
        ensure!(page.count(".ledger .deed").await? <= 60, "more than the weightiest");
        page.use_control(".ledger", "All conditions").await?;
        page.find(VIEW).await?;
        page.no_troubles().await
    })
}

#[test]
fn of_very_many_remarks_the_first_stand_in_the_brief_and_the_others_come_as_they_are_wanted() -> Outcome {
    on_page("gallery/article.html", async |page| {
        let open = "const remarks = Array.from({ length: 150 }, (_, at) => ({ origin: 'editor', id: 'r' + at, \
                kind: 'background', text: `Remark ${at} is made.` })); \
            host.data = { format: 1, id: 'remarks', title: 'Much is said', summary: 'Much.', language: 'en', \
                asOf: '2020-03-01T12:00:00Z', state: 'forming', remarks }; \
            await come(() => root.querySelector('header')?.textContent.includes('Much is said')); return null";
        page.follow::<Value>(open, vec![]).await?;
        page.find("[data-item=r0]").await?;
        ensure!(page.count(".statement").await? == 10, "{} are drawn", page.count(".statement").await?);
        page.follow::<Value>("host.select('r100'); return null", vec![]).await?;
        page.find("[data-item=r100]").await?;
        ensure!(page.focus_is_on("[data-item=r100]").await?, "{}", page.focused().await?);
        page.use_control("section[data-view=brief]", "Show more").await?;
        page.says(".long", "150 in all").await?;
        page.accessible().await?;
        page.comes("not all are drawn", "return root.querySelectorAll('.statement').length < 120").await?;
        page.follow::<Value>("host.select('r149'); return null", vec![]).await?;
        page.find("[data-item=r149]").await?;
        page.no_troubles().await
    })
}

#[test]
fn sections_open_and_a_long_one_is_drawn_where_the_reader_is() -> Outcome {
    on_page("gallery/article.html", async |page| {
        large(page).await?;
        page.follow::<Value>("host.show('conditions'); return null", vec![]).await?;
        page.says(VIEW, "Chapter 3 100 conditions").await?;
        ensure!(page.count(&format!("{VIEW} .card")).await? == 0, "sections begin closed");
        page.use_control(VIEW, "Chapter 28 200 conditions").await?;
        page.says(&format!("{VIEW} .long"), "200 in all").await?;
        page.comes(
            "fewer cards than conditions",
            "const cards = root.querySelectorAll('.card').length; return cards > 0 && cards < 120",
        )
        .await?;
        // To the end of the page: the last comes, and the first goes.
        let down = "for (let at = 0; at < 60 && !root.querySelector('[data-page=c2999]'); at++) \
            { scrollBy(0, 1e6); await new Promise((done) => setTimeout(done, 60)); } \
            return [root.querySelectorAll('[data-page=c2999]').length, root.querySelectorAll('[data-page=c2800]').length]";
        let [last, first]: [usize; 2] = page.follow(down, vec![]).await?;
        ensure!((last, first) == (1, 0), "{last} of the last, {first} of the first");
        page.no_troubles().await
    })
}

#[test]
fn a_far_condition_is_drawn_focused_and_in_view() -> Outcome {
    on_page("gallery/article.html", async |page| {
        large(page).await?;
        page.follow::<Value>("host.select('c2950'); return null", vec![]).await?;
        page.find("[data-page=c2950]").await?;
        ensure!(
            page.focus_is_on("[data-page=c2950], [data-page=c2950] [data-item]").await?,
            "{}",
            page.focused().await?
        );
        let seen = "const place = root.querySelector('[data-page=c2950]').getBoundingClientRect(); \
            return place.top > -place.height && place.top < innerHeight";
        page.comes("it is in view", seen).await?;
        // By the keyboard on from there: what comes next is drawn before the keyboard comes to it.
        page.press_times("Tab", 60).await?;
        page.comes(
            "the focus is further on",
            "const card = root.activeElement?.closest('[data-page]'); return !!card && card.dataset.page > 'c2950'",
        )
        .await?;
        page.no_troubles().await
    })
}

#[test]
fn one_of_the_last_of_a_section_is_reached_in_parts_then_focused_and_in_view() -> Outcome {
    on_page("gallery/article.html", async |page| {
        large(page).await?;
        page.follow::<Value>("host.show('conditions'); return null", vec![]).await?;
        page.says(VIEW, "Chapter 3 100 conditions").await?;
        let select = "const cards = () => root.querySelectorAll('.card').length; host.select('c395'); \
            for (let at = 0; at < 500 && !cards(); at++) await null; return cards()";
        let first: usize = page.follow(select, vec![]).await?;
        ensure!(first > 0 && first < 40, "{first} at first");
        let focus = "return !!root.activeElement?.closest('[data-page=c395]')";
        page.comes("it has the focus", focus).await?;
        let seen = "const { top } = root.querySelector('[data-page=c395]').getBoundingClientRect(); \
            return top > -innerHeight / 2 && top < innerHeight";
        page.comes("it is in view", seen).await?;
        // What was still to come is not of what was chosen before.
        page.follow::<Value>("host.select('c399'); host.select('c300'); return null", vec![]).await?;
        page.comes("the other has it", "return !!root.activeElement?.closest('[data-page=c300]')").await?;
        page.comes("all are drawn", "return root.querySelectorAll('.card').length === 100").await?;
        ensure!(page.focus_is_on("[data-page=c300], [data-page=c300] [data-item]").await?, "{}", page.focused().await?);
        page.no_troubles().await
    })
}

#[test]
fn what_is_chosen_has_the_focus_and_not_an_earlier_word_of_it() -> Outcome {
    on_page("gallery/article.html", async |page| {
        let give = "const about = { origin: 'editor' }, list = (count, make) => Array.from({ length: count }, (_, at) => make(at)); \
            const conditions = list(12, (at) => ({ ...about, id: 'c' + at, text: `Step ${at}.`, act: `take step ${at}` })); \
            const links = [{ ...about, id: 'l', text: 'It needs the last.', from: 'c0', to: 'c11', kind: 'needs' }]; \
            host.data = { format: 1, id: 'linked', title: 'The first needs the last', summary: 'Much.', language: 'en', \
                asOf: '2020-03-01T12:00:00Z', state: 'forming', conditions, links }; \
            await come(() => root.querySelector('header')?.textContent.includes('needs the last')); \
            host.show('conditions'); await come(() => root.querySelectorAll('.card').length === 12); host.select('c11'); return null";
        page.follow::<Value>(give, vec![]).await?;
        page.comes("its card has it", "return root.activeElement?.dataset.page === 'c11'").await?;
        ensure!(page.count("[data-page=c0] [data-item=c11]").await? == 1, "no word of it stands before");
        page.no_troubles().await
    })
}

#[test]
fn a_section_is_printed_whole_before_all_of_it_is_drawn() -> Outcome {
    on_page("gallery/article.html", async |page| {
        large(page).await?;
        page.follow::<Value>("host.show('conditions'); return null", vec![]).await?;
        page.says(VIEW, "Chapter 3 100 conditions").await?;
        // Without a pause between, in which more would be drawn.
        let print = "const cards = () => root.querySelectorAll('.card').length; \
            const head = [...root.querySelectorAll('.section-head')].find((head) => head.textContent.includes('Chapter 3')); \
            head.click(); for (let at = 0; at < 500 && !cards(); at++) await null; const first = cards(); \
            dispatchEvent(new Event('beforeprint')); for (let at = 0; at < 500 && cards() < 100; at++) await null; \
            return [first, cards()]";
        let [first, printed]: [usize; 2] = page.follow(print, vec![]).await?;
        ensure!(first > 0 && first < 60, "{first} at first");
        ensure!(printed == 100, "{printed} printed");
        page.no_troubles().await
    })
}

#[test]
fn of_a_hundred_conditions_the_first_are_drawn_at_once_and_soon_all() -> Outcome {
    on_page("gallery/article.html", async |page| {
        let open = "const about = { origin: 'editor' }; \
            const conditions = Array.from({ length: 100 }, (_, at) => ({ ...about, id: 'c' + at, text: `Step ${at} is to be taken.`, act: `take step ${at}`, by: ['a'] })); \
            host.data = { format: 1, id: 'hundred', title: 'A hundred conditions', summary: 'Some.', language: 'en', \
                asOf: '2020-03-01T12:00:00Z', state: 'forming', conditions, \
                actors: [{ ...about, id: 'a', kind: 'state', name: 'A country', text: 'It is in it.', standing: ['party'] }] }; \
            await come(() => root.querySelector('header')?.textContent.includes('A hundred conditions')); return null";
        page.follow::<Value>(open, vec![]).await?;
        page.follow::<Value>("host.show('conditions'); return null", vec![]).await?;
        page.says(VIEW, "take step 0").await?;
        page.comes(
            "all cards, in order",
            "return [...root.querySelectorAll('.card')].map((it) => it.dataset.page).join() \
            === Array.from({ length: 100 }, (_, at) => 'c' + at).join()",
        )
        .await?;
        // What is chosen is there at once, with all before and after it.
        page.follow::<Value>("host.show('brief'); return null", vec![]).await?;
        page.follow::<Value>("host.select('c90'); return null", vec![]).await?;
        page.find("[data-page=c90]").await?;
        ensure!(page.count(".card").await? == 100, "not all cards");
        ensure!(page.focus_is_on("[data-page=c90]").await?, "{}", page.focused().await?);
        page.no_troubles().await
    })
}

#[test]
fn a_search_through_a_large_deal_finds_as_is_typed() -> Outcome {
    on_page("gallery/article.html", async |page| {
        large(page).await?;
        page.type_into("input.box", "step").await?;
        page.says(".count", "3,000 ").await?;
        ensure!(page.count("li.result").await? < 200, "all results are drawn");
        ensure!(page.attribute("li.result", "aria-setsize").await?.as_deref() == Some("3000"), "no size of the list");
        page.type_into("input.box", " number2750").await?;
        page.says(".count", "1 ").await?;
        page.says("li.result", "number2750").await?;
        page.no_troubles().await
    })
}

#[test]
fn each_letter_changes_the_words_of_its_results_once_and_keeps_their_elements() -> Outcome {
    on_page("gallery/article.html", async |page| {
        large(page).await?;
        page.type_into("input.box", "s").await?;
        page.says(".count", "3,000 ").await?;
        let letter = "let changes = 0; const first = root.querySelector('li.result .statement'); \
            const watch = new MutationObserver((all) => { changes += all.some(({ target }) => (target.closest ?? target.parentElement.closest).call(target.closest ? target : target.parentElement, 'li.result')); }); \
            watch.observe(root, { subtree: true, childList: true, characterData: true }); const box = root.querySelector('input.box'); \
            box.value = 'step number29'; box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true })); \
            await come(() => root.querySelector('li.result')?.textContent.includes('number29')); await pause(); await pause(); \
            watch.disconnect(); return [changes, first === root.querySelector('li.result .statement')]";
        let (changes, kept): (usize, bool) = page.follow(letter, vec![]).await?;
        ensure!(changes == 1 && kept, "changed {changes} times; kept: {kept}");
        page.no_troubles().await
    })
}

#[test]
fn a_large_deal_is_accessible() -> Outcome {
    on_page("gallery/article.html", async |page| {
        large(page).await?;
        page.follow::<Value>("host.show('conditions'); return null", vec![]).await?;
        page.use_control(VIEW, "Chapter 28 200 conditions").await?;
        page.find(".card").await?;
        page.accessible().await?;
        page.follow::<Value>("host.show('parties'); return null", vec![]).await?;
        page.says(".roll-side", "300 in all").await?;
        page.accessible().await
    })
}

#[test]
fn a_jump_into_what_is_not_drawn_yet_stays_where_it_led() -> Outcome {
    on_page("gallery/article.html", async |page| {
        large(page).await?;
        // All conditions are found: a list of 3,000 results.
        let jump = "host.state = ';q=step'; await come(() => root.querySelector('.long .space')); \
            const list = root.querySelector('.long'); \
            scrollBy(0, list.getBoundingClientRect().top + 30000); const before = scrollY; \
            for (let at = 0; at < 20; at++) await new Promise((done) => setTimeout(done, 60)); \
            const row = [...list.querySelectorAll('li')].filter((li) => li.getBoundingClientRect().top < innerHeight && li.getBoundingClientRect().bottom > 0); \
            return [before, scrollY, row.length]";
        let [before, after, seen]: [f64; 3] = page.follow(jump, vec![]).await?;
        ensure!(before > 20_000.0, "it is a long list: {before}");
        ensure!((after - before).abs() < 3_000.0, "from {before} to {after}");
        ensure!(seen > 0.0, "something is drawn there");
        page.no_troubles().await
    })
}

/// Shows a deal of 60,000 conditions, each of which needs one before it: working out what follows takes many slices.
const HANGING: &str = "const about = { origin: 'editor' }, count = 60000; const list = (count, make) => Array.from({ length: count }, (_, at) => make(at)); \
    const conditions = list(count, (at) => ({ ...about, id: 'c' + at, text: `Step ${at}.`, act: `take step ${at}` })); \
    const links = list(count - 1, (at) => ({ ...about, id: 'l' + at, text: `Step ${at} comes first.`, \
        from: 'c' + (at + 1), to: 'c' + Math.floor(at / 50), kind: 'needs' })); \
    const notes = globalThis.notes = []; \
    const watch = () => { const said = root.querySelector('.supposing [role=status], .supposed .say'); \
        const text = said?.textContent ?? ''; if (text.includes('Working it out')) notes.push(text); }; \
    new MutationObserver(watch).observe(root, { subtree: true, childList: true, characterData: true }); \
    host.data = { format: 1, id: 'hanging', title: 'A large tree', summary: 'Step by step.', language: 'en', \
        asOf: '2020-03-01T12:00:00Z', state: 'forming', conditions, links }; \
    await come(() => root.querySelector('header')?.textContent.includes('A large tree'));";

const SAID: &str = ".supposing [role=status]";

#[test]
fn what_if_of_a_large_deal_says_how_far_it_is_and_then_shows_what_most_hangs_on() -> Outcome {
    on_page("gallery/article.html", async |page| {
        let noted: bool = page
            .follow(&format!("{HANGING} host.show('what-if'); await come(() => notes.length > 0); return true"), vec![])
            .await?;
        ensure!(noted, "it is not said that it is worked out");
        page.says(SAID, "60,000 conditions of the deal are open").await?;
        // The hunt begins, though what it begins with came late.
        page.says(".pins", "pieces would go with it").await?;
        page.find(".stage svg").await?;
        page.no_troubles().await
    })
}

#[test]
fn a_link_to_a_supposition_in_a_large_deal_is_worked_out_and_the_host_is_told() -> Outcome {
    on_page("gallery/permalink.html", async |page| {
        let restore = format!(
            "{HANGING} const told = document.body.dataset; told.told = ''; \
             host.addEventListener('deal-suppose', ({{ detail }}) => {{ told.told += Object.keys(detail.follows).length + ' '; }}); \
             location.hash = '#deal=what-if;if=c0:fails'; await come(() => notes.length > 0); return notes[0]"
        );
        let note: String = page.follow(&restore, vec![]).await?;
        ensure!(note.starts_with("Working it out … ") && note.ends_with(" %"), "{note}");
        page.says(SAID, "Then 59,999 conditions fail.").await?;
        page.says(".steps", "open → fails").await?;
        // Who listens hears of it once it is known what follows.
        page.use_control(".presets", "As reported").await?;
        page.says(SAID, "60,000 conditions of the deal are open").await?;
        page.use_control(".presets", "Undo").await?;
        page.says(SAID, "Then 59,999 conditions fail.").await?;
        page.comes("the host is told each", "return document.body.dataset.told === '59999 0 59999 '").await?;
        page.no_troubles().await
    })
}

#[test]
fn what_was_supposed_before_is_not_told_after_what_is_supposed_now() -> Outcome {
    on_page("gallery/permalink.html", async |page| {
        let turn = format!(
            "{HANGING} const told = document.body.dataset; told.told = ''; \
             host.addEventListener('deal-suppose', ({{ detail }}) => {{ told.told += Object.keys(detail.follows).length + ' '; }}); \
             location.hash = '#deal=what-if;if=c0:fails'; \
             await come(() => root.querySelector('{SAID}')?.textContent.includes('Then 59,999 conditions fail.')); \
             [...root.querySelectorAll('.presets button')].find((button) => button.textContent === 'As reported').click(); return null"
        );
        page.follow::<Value>(&turn, vec![]).await?;
        page.says(SAID, "60,000 conditions of the deal are open").await?;
        page.comes("what is now is told", "return /(^| )0 $/.test(document.body.dataset.told)").await?;
        let last: String = page.follow("await pause(); return document.body.dataset.told", vec![]).await?;
        ensure!(last == "0 " || last.ends_with(" 0 "), "{last}");
        page.no_troubles().await
    })
}

#[test]
fn working_out_what_follows_can_be_stopped_and_is_accessible_meanwhile() -> Outcome {
    on_page("gallery/article.html", async |page| {
        let stop = format!(
            "{HANGING} await bring('/fixture/slow.js'); host.show('what-if'); const button = () => root.querySelector('.supposing button'); \
             await come(button); await pause(); button().click(); await come(() => button()?.textContent === 'Go on'); return true"
        );
        ensure!(page.follow::<bool>(&stop, vec![]).await?, "it cannot be stopped");
        page.shows(SAID, "Working it out was stopped.").await?;
        ensure!(page.count(".linchpins").await? == 0, "what is not known is told");
        page.accessible().await?;
        page.use_control(".supposing", "Go on").await?;
        page.says(SAID, "60,000 conditions of the deal are open").await?;
        page.no_troubles().await
    })
}

#[test]
fn of_very_many_steps_the_first_are_shown_and_more_as_the_reader_asks() -> Outcome {
    // Each step waits for the next one: to the first of them the way is the longest.
    let ladder = "const about = { origin: 'editor' }, count = 450; const list = (count, make) => Array.from({ length: count }, (_, at) => make(at)); \
        const conditions = list(count, (at) => ({ ...about, id: 'c' + at, text: `Step ${at}.`, act: `take step ${at}` })); \
        const links = list(count - 1, (at) => ({ ...about, id: 'l' + at, text: `Step ${at} waits.`, from: 'c' + at, to: 'c' + (at + 1), kind: 'needs' })); \
        host.data = { format: 1, id: 'ladder', title: 'A long way', summary: 'Step by step.', language: 'en', \
            asOf: '2020-03-01T12:00:00Z', state: 'forming', conditions, links }; \
        await come(() => root.querySelector('header')?.textContent.includes('A long way')); \
        host.show('what-if'); await host.suppose({ c449: 'fails' }); return null";
    on_page("gallery/article.html", async |page| {
        page.follow::<Value>(ladder, vec![]).await?;
        page.says(SAID, "Then 449 conditions fail.").await?;
        ensure!(page.count(".steps > li").await? == 200, "not the first of the steps");
        page.use_control(".follows", "Show more").await?;
        page.comes("there are more", "return root.querySelectorAll('.steps > li').length === 400").await?;
        page.use_control(".follows", "Show more").await?;
        page.comes("there are all", "return root.querySelectorAll('.steps > li').length === 449").await?;
        page.accessible().await?;
        page.no_troubles().await
    })
}

#[test]
fn filters_of_a_hundred_thousand_conditions_say_that_they_are_counted_and_then_narrow() -> Outcome {
    on_page("gallery/article.html", async |page| {
        let open = "const about = { origin: 'editor' }, count = 100000; const list = (count, make) => Array.from({ length: count }, (_, at) => make(at)); \
            const actors = list(50, (at) => ({ ...about, id: 'a' + at, kind: 'state', name: `Country ${at}`, text: `Country ${at} is in it.`, standing: ['party'] })); \
            const conditions = list(count, (at) => ({ ...about, id: 'c' + at, text: `Step ${at}.`, act: `take step ${at}`, by: ['a' + at % 50] })); \
            host.data = { format: 1, id: 'most', title: 'A very large deal', summary: 'Much.', language: 'en', \
                asOf: '2020-03-01T12:00:00Z', state: 'forming', actors, conditions }; \
            await come(() => root.querySelector('header')?.textContent.includes('A very large deal')); \
            const notes = window.notes = []; \
            new MutationObserver(() => { const said = root.querySelector('.filters-place .status')?.textContent; \
                if (said && notes.at(-1) !== said) notes.push(said); }).observe(root, { subtree: true, childList: true, characterData: true }); return null";
        page.follow::<Value>(open, vec![]).await?;
        page.use_control("search", "Filters").await?;
        page.comes("the choices are there", "return root.querySelectorAll('.filters fieldset input').length > 40")
            .await?;
        let notes: Vec<String> = page.ask("return window.notes", vec![]).await?;
        ensure!(notes.iter().any(|note| note == "Counting …"), "it says {notes:?}");
        page.says(".filters", "Country 7").await?;
        page.accessible().await?;
        page.ask::<()>("[...root.querySelectorAll('.filters label')].find((one) => one.textContent.startsWith('Country 7 ')).click()", vec![])
            .await?;
        // 2,000 conditions and the country itself.
        page.says(".count", "2,001 statements").await?;
        page.no_troubles().await
    })
}
