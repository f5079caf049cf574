//! The article in the same page: its words light up where they stand, both ways, and nothing of it is touched.

mod sorts;

use anyhow::{Result, ensure};
use serde_json::json;
use web_tests::{Outcome, Page, on_page};

const BESIDE: &str = "gallery/beside-article.html";
const PANEL: &str = ".beside";

/// The words that are marked so, each with its white space folded.
async fn marked(page: &Page, name: &str) -> Result<Vec<String>> {
    let script = "const all = CSS.highlights.get(arguments[0]); \
                  return all ? [...all].map(one => String(one).replace(/\\s+/g, ' ')) : []";
    page.ask(script, vec![json!(name)]).await
}

/// Waits until these words are lit, and no others.
async fn lit(page: &Page, words: &[&str]) -> Result<()> {
    let script = format!(
        "const all = CSS.highlights.get('deal-lit'); const now = all ? [...all].map(one => String(one).replace(/\\s+/g, ' ')) : []; \
         return JSON.stringify(now.sort()) === JSON.stringify({}.sort())",
        json!(words)
    );
    let so = page.until(&script).await?;
    ensure!(so, "{words:?} should be lit and {:?} is", marked(page, "deal-lit").await?);
    Ok(())
}

/// Waits until nothing scrolls any more.
async fn still(page: &Page) -> Result<()> {
    let script = "const done = arguments[arguments.length - 1]; let last = NaN, same = 0; \
        const look = () => { same = scrollY === last ? same + 1 : 0; last = scrollY; \
            if (same > 12) done(true); else requestAnimationFrame(look); }; look()";
    page.driver().execute_async(script, vec![]).await?;
    Ok(())
}

/// Brings these words of the article into view and gives a point in their middle.
async fn point(page: &Page, css: &str, words: &str) -> Result<(i64, i64)> {
    still(page).await?;
    let script = "const [css, words] = arguments; const within = document.querySelector(css); \
        const walk = document.createTreeWalker(within, NodeFilter.SHOW_TEXT); \
        for (let node; (node = walk.nextNode());) { const at = node.data.indexOf(words); if (at < 0) continue; \
            node.parentElement.scrollIntoView({ block: 'center' }); const range = new Range(); range.setStart(node, at); range.setEnd(node, at + words.length); \
            const box = range.getClientRects()[0]; return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]; } \
        return [-1, -1]";
    let (x, y) = page.ask(script, vec![json!(css), json!(words)]).await?;
    ensure!(x >= 0, "`{css}` does not say {words}");
    Ok((x, y))
}

/// As if the pointer left the article; a driver's pointer would pass other words on its way.
async fn leave(page: &Page) -> Result<()> {
    page.ask("document.getElementById('story').dispatchEvent(new MouseEvent('mouseleave'))", vec![]).await
}

async fn open_proof(page: &Page, item: &str) -> Result<()> {
    page.click(&format!(".view [data-item={item}] button[aria-expanded=false]")).await
}

#[test]
fn words_are_found_across_markup_and_light_up_when_their_proof_is_opened() -> Outcome {
    on_page(BESIDE, async |page| {
        // The article is held against the deal once the rest of the module has come.
        page.comes("its words are marked", "return (CSS.highlights.get('deal-quote')?.size ?? 0) > 20").await?;
        open_proof(page, "deepen-basin").await?;
        lit(page, &["Averil would deepen its harbour basin", "Under the draft"]).await?;
        page.click(".view [data-item=deepen-basin] button[aria-expanded=true]").await?;
        lit(page, &[]).await
    })
}

#[test]
fn nothing_of_the_article_is_touched() -> Outcome {
    on_page(BESIDE, async |page| {
        let nodes = "const all = [], walk = document.createTreeWalker(document.querySelector('#story')); \
                     while (walk.nextNode()) all.push(walk.currentNode); ";
        page.ask::<()>(&format!("{nodes} window.before = all"), vec![]).await?;
        open_proof(page, "deepen-basin").await?;
        lit(page, &["Averil would deepen its harbour basin", "Under the draft"]).await?;
        page.use_control(PANEL, "Next passage").await?;
        let (x, y) = point(page, "#story", "load").await?;
        page.driver().action_chain().move_to(x, y).click().perform().await?;
        lit(page, &["load the ferry by night"]).await?;
        let same =
            format!("{nodes} return all.length === before.length && all.every((node, at) => node === before[at])");
        ensure!(page.ask::<bool>(&same, vec![]).await?, "there are other nodes");
        let sent = "const request = new XMLHttpRequest(); request.open('GET', location.href, false); request.send(); \
            const sent = new DOMParser().parseFromString(request.responseText, 'text/html').querySelector('#story').outerHTML; \
            return document.querySelector('#story').outerHTML === sent";
        ensure!(page.ask::<bool>(sent, vec![]).await?, "it is not as it was sent");
        ensure!(page.ask::<bool>("return getSelection().isCollapsed", vec![]).await?, "something is selected");
        Ok(())
    })
}

#[test]
fn words_are_marked_where_the_reader_is_and_on_paper_everywhere() -> Outcome {
    on_page(BESIDE, async |page| {
        // A gap of many windows between the beginning of the article and its end.
        let part = "const space = document.createElement('div'); space.style.height = '9000px'; space.id = 'gap'; \
            document.querySelector('#story p').after(space)";
        page.ask::<()>(part, vec![]).await?;
        let (first, last) = ("close to a deal", "load the ferry by night");
        let only = async |here: &str, away: &str| {
            let script = format!(
                "const all = [...CSS.highlights.get('deal-quote') ?? []].map(one => String(one).replace(/\\s+/g, ' ')); \
                 return all.includes({here:?}) && !all.includes({away:?})"
            );
            page.comes(&format!("{here} is marked, {away} is not"), &script).await
        };
        only(first, last).await?;
        page.ask::<()>("document.querySelector('#gap').nextElementSibling.scrollIntoView({ block: 'start' })", vec![])
            .await?;
        only(last, first).await?;
        page.ask::<()>("dispatchEvent(new Event('beforeprint'))", vec![]).await?;
        let printed = marked(page, "deal-quote").await?;
        ensure!([first, last].iter().all(|words| printed.iter().any(|one| one == words)), "{printed:?}");
        Ok(())
    })
}

#[test]
fn a_passage_says_what_it_supports_and_leads_there() -> Outcome {
    on_page(BESIDE, async |page| {
        let (x, y) = point(page, "#story", "expects both").await?;
        page.driver().action_chain().move_to(x, y).click().perform().await?;
        page.says(PANEL, "The article’s words “expects both councils to vote” support:").await?;
        let (item, text): (String, String) = page
            .ask(
                "const row = root.querySelector('.beside .row'); return [row.textContent, row.querySelector('.words').textContent]",
                vec![],
            )
            .await?;
        ensure!(item.starts_with(&text), "{item}");
        page.click(".beside .row").await?;
        page.comes("the statement has the focus", "return !!root.activeElement?.closest('.view [data-item]')").await?;
        page.find(".view [data-item] .proof").await?;
        lit(page, &["Averil’s mayor, Tomas Brandt", "expects both councils to vote", "“within ten days”"]).await
    })
}

#[test]
fn pointing_lights_up_and_leaves_the_list_within_reach() -> Outcome {
    on_page(BESIDE, async |page| {
        let (x, y) = point(page, "#story", "may not take").await?;
        page.driver().action_chain().move_to(x, y).perform().await?;
        lit(page, &["may not take it quietly"]).await?;
        page.says(PANEL, "“may not take it quietly” support:").await?;
        // On its way to the list the pointer leaves the words.
        leave(page).await?;
        page.says(PANEL, "“may not take it quietly” support:").await?;
        // What was chosen stays, whatever the pointer passes.
        page.driver().action_chain().move_to(x, y).click().perform().await?;
        let (other, below) = point(page, "#story", "broke down").await?;
        page.driver().action_chain().move_to(other, below).perform().await?;
        lit(page, &["broke down in 2028"]).await?;
        leave(page).await?;
        lit(page, &["may not take it quietly"]).await?;
        page.use_control(PANEL, "Close").await?;
        lit(page, &[]).await
    })
}

#[test]
fn the_hosts_own_controls_and_selections_are_the_hosts() -> Outcome {
    on_page(BESIDE, async |page| {
        // The article is held against the deal once the rest of the module has come; until then it is only the host's.
        page.comes("its words are marked", "return (CSS.highlights.get('deal-quote')?.size ?? 0) > 20").await?;
        page.ask::<()>("document.querySelector('#ferry').focus()", vec![]).await?;
        lit(page, &["bring back the night ferry"]).await?;
        page.ask::<()>("document.querySelector('#ferry').click()", vec![]).await?;
        page.address_ends("#ferry-history").await?;
        page.use_control(PANEL, "Close").await?;
        let select = "const words = document.querySelector('#story footer p:last-of-type').firstChild; \
                      getSelection().setBaseAndExtent(words, 0, words, 5); words.parentNode.click()";
        page.ask::<()>(select, vec![]).await?;
        lit(page, &[]).await?;
        ensure!(page.ask::<String>("return String(getSelection())", vec![]).await? == "Petra", "the selection is gone");
        Ok(())
    })
}

#[test]
fn the_passages_are_walked_by_keyboard() -> Outcome {
    on_page(BESIDE, async |page| {
        page.control(PANEL, "Next passage").await?.focus().await?;
        page.press("Enter").await?;
        lit(page, &["close to a deal"]).await?;
        page.shows(".beside [role=status]", "Marked in the article, paragraph 1: “close to a deal”").await?;
        page.press("Enter").await?;
        lit(page, &["old quay at Averil"]).await?;
        ensure!(page.focused().await?.contains("Next passage"), "the focus is on {}", page.focused().await?);
        still(page).await?;
        let seen = "const [range] = CSS.highlights.get('deal-lit'); const box = range.getBoundingClientRect(); \
                    return box.top >= 0 && box.bottom <= innerHeight";
        page.comes("the words are in view", seen).await?;
        page.press("Shift+Tab").await?;
        page.press("Enter").await?;
        lit(page, &["close to a deal"]).await?;
        // From the walk into the list.
        page.press_times("Tab", 3).await?;
        ensure!(page.focus_is_on(".beside .row").await?, "the focus is on {}", page.focused().await?);
        page.press("Enter").await?;
        page.comes("the statement has the focus", "return !!root.activeElement?.closest('.view [data-item]')").await
    })
}

#[test]
fn the_view_never_moves_away_from_what_was_opened() -> Outcome {
    on_page(BESIDE, async |page| {
        page.width(390).await?;
        page.focus(".view [data-item=deepen-basin] button[aria-expanded]").await?;
        still(page).await?;
        let before: f64 = page.ask("return scrollY", vec![]).await?;
        page.press("Enter").await?;
        lit(page, &["Averil would deepen its harbour basin", "Under the draft"]).await?;
        still(page).await?;
        let after: f64 = page.ask("return scrollY", vec![]).await?;
        ensure!((before - after).abs() < 1.0, "the page went from {before} to {after}");
        // Who asks for it is taken there, and the way back comes along.
        page.use_control(".view [data-item=deepen-basin]", "Show it in the article").await?;
        still(page).await?;
        let seen = "const all = [...CSS.highlights.get('deal-lit')].map(one => one.getBoundingClientRect()); \
                    return all.some(box => box.top >= 0 && box.bottom <= innerHeight)";
        page.comes("the words are in view", seen).await?;
        page.shows(".beside [role=status]", "Marked in the article, paragraph 5: “Under the draft”").await?;
        page.comes("the list stands over the page", "return root.querySelector('.beside').matches(':popover-open')")
            .await?;
        page.no_sideways_scroll().await?;
        page.accessible().await?;
        page.use_control(PANEL, "Averil would make its harbour basin deeper…").await?;
        page.comes("the list is back in its place", "return !root.querySelector('.beside').hasAttribute('popover')")
            .await?;
        still(page).await?;
        let back = "const box = root.querySelector('[data-item=deepen-basin] .proof').getBoundingClientRect(); \
                    return box.bottom > 0 && box.top < innerHeight";
        page.comes("the statement is in view", back).await
    })
}

#[test]
fn each_press_shows_the_next_of_a_statements_words() -> Outcome {
    on_page(BESIDE, async |page| {
        open_proof(page, "deepen-basin").await?;
        for words in ["Under the draft", "Averil would deepen its harbour basin", "Under the draft"] {
            page.use_control(".view [data-item=deepen-basin]", "Show it in the article").await?;
            page.shows(".beside [role=status]", words).await?;
        }
        Ok(())
    })
}

#[test]
fn a_phrase_of_the_article_read_back_lights_up_in_the_article() -> Outcome {
    on_page(BESIDE, async |page| {
        page.use_control("nav[aria-label='Views of the deal']", "Source").await?;
        let phrase = page.control("section[data-view=source]", "“within ten days”").await?;
        phrase.click().await?;
        lit(page, &["“within ten days”"]).await
    })
}
