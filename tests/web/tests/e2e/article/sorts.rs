//! Articles of all sorts: late, changing, shared by two explorers, in a shadow root, in a browser without highlights.

use anyhow::ensure;
use serde_json::json;
use web_tests::{Engine, Outcome, on_page, on_plain_page};

use super::{BESIDE, PANEL, lit, marked, open_proof, still};

#[test]
fn an_article_that_comes_late_and_changes_is_followed() -> Outcome {
    on_page("gallery/late-article.html", async |page| {
        let press = async |id: &str| page.ask::<()>(&format!("document.getElementById('{id}').click()"), vec![]).await;
        open_proof(page, "deepen-basin").await?;
        ensure!(page.count(".orphan").await? == 0 && page.count(".beside").await? == 0, "it knows an article");
        press("come").await?;
        lit(page, &["Averil would deepen its harbour basin", "Under the draft"]).await?;
        page.control(".view [data-item=deepen-basin]", "Show it in the article").await?;
        press("change").await?;
        page.says(".view [data-item=deepen-basin] .orphan", "These words were not found in the article on this page.")
            .await?;
        lit(page, &["Under the draft"]).await?;
        press("mend").await?;
        page.gone(".view [data-item=deepen-basin] .orphan").await?;
        page.use_control(".view [data-item=deepen-basin]", "Show it in the article").await?;
        lit(page, &["Averil would deepen its harbour basin", "Under the draft"]).await?;
        press("go").await?;
        page.gone(".beside").await?;
        page.comes("nothing is marked", "return CSS.highlights.size === 0 && document.adoptedStyleSheets.length === 0")
            .await?;
        press("come").await?;
        page.find(".beside").await?;
        Ok(())
    })
}

#[test]
fn in_a_shadow_root_the_marks_are_that_roots() -> Outcome {
    on_plain_page("fixture/island.html", async |page| {
        let root = "const island = document.getElementById('island').shadowRoot, inside = island?.querySelector('deal-explorer')?.shadowRoot; ";
        page.comes("it is found", &format!("{root}return !!inside?.querySelector('.beside')")).await?;
        ensure!(
            marked(page, "deal-quote").await? == ["Averil would deepen its harbour basin"],
            "{:?}",
            marked(page, "deal-quote").await?
        );
        let sheets = "return [island.adoptedStyleSheets.length, document.adoptedStyleSheets.length]";
        let (own, page_s): (usize, usize) = page.ask(&format!("{root}{sheets}"), vec![]).await?;
        ensure!((own, page_s) == (2, 0), "{own} sheets in the root and {page_s} in the page");
        page.ask::<()>(&format!("{root}island.querySelector('deal-explorer').remove()"), vec![]).await?;
        page.comes(
            "the root has its own sheet again",
            &format!("{root}return island.adoptedStyleSheets.length === 1 && CSS.highlights.size === 0"),
        )
        .await?;
        page.no_troubles().await
    })
}

#[test]
fn two_explorers_share_the_marks_of_one_article() -> Outcome {
    on_page("fixture/two-besides.html", async |page| {
        let other = "const other = document.getElementById('other').shadowRoot; ";
        page.comes(
            "both have it",
            &format!("{other}return !!root.querySelector('.beside') && !!other.querySelector('.beside')"),
        )
        .await?;
        let quotes = marked(page, "deal-quote").await?;
        ensure!(quotes.iter().filter(|words| *words == "expects both councils to vote").count() == 2, "{quotes:?}");
        let walk =
            "[...other.querySelectorAll('.beside button')].find(one => one.textContent === 'Next passage').click()";
        page.ask::<()>(&format!("{other}{walk}"), vec![]).await?;
        lit(page, &["are close to a deal"]).await?;
        page.control(PANEL, "Previous passage").await?.focus().await?;
        page.press("Enter").await?;
        lit(page, &["are close to a deal", "“within ten days”"]).await?;
        page.control(PANEL, "Close").await?.focus().await?;
        page.press("Enter").await?;
        lit(page, &["are close to a deal"]).await?;
        page.ask::<()>("document.getElementById('other').remove()", vec![]).await?;
        lit(page, &[]).await?;
        // Of what is in view, as it was when both marked it.
        page.ask::<()>("scrollTo(0, 0)", vec![]).await?;
        let half = format!("return (CSS.highlights.get('deal-quote')?.size ?? 0) * 2 === {}", quotes.len());
        page.comes("those of the other are left", &half).await?;
        page.ask::<()>("host.remove()", vec![]).await?;
        page.comes("nothing is left", "return CSS.highlights.size === 0 && document.adoptedStyleSheets.length === 0")
            .await
    })
}

#[test]
fn without_highlights_the_way_to_the_words_is_the_same() -> Outcome {
    on_page("fixture/no-highlights.html", async |page| {
        open_proof(page, "deepen-basin").await?;
        page.ask::<()>("scrollTo(0, document.body.scrollHeight)", vec![]).await?;
        page.use_control(".view [data-item=deepen-basin]", "Show it in the article").await?;
        page.shows(".beside [role=status]", "Marked in the article, paragraph 5").await?;
        still(page).await?;
        let seen = "const box = document.querySelector('#story p:nth-of-type(2)').getBoundingClientRect(); \
                    return box.top >= 0 && box.top < innerHeight";
        page.comes("the words are in view", seen).await
    })
}

#[test]
fn the_list_follows_the_reading_where_the_host_asks() -> Outcome {
    on_page("fixture/follow.html", async |page| {
        let read = async |at: usize| {
            let script = "document.querySelectorAll('#story p')[arguments[0]].scrollIntoView({ block: 'start' })";
            page.ask::<()>(script, vec![json!(at)]).await
        };
        page.find(PANEL).await?;
        ensure!(page.count(".beside .row").await? == 0, "something is listed before anything is read");
        read(2).await?;
        page.says(PANEL, "“Averil’s mayor, Tomas Brandt” support:").await?;
        read(3).await?;
        page.says(PANEL, "“About 1,200 islanders” support:").await?;
        // What is asked for stays while it is on its way and in view.
        page.focus(".view [data-item=deepen-basin] button[aria-expanded]").await?;
        read(3).await?;
        page.press("Enter").await?;
        lit(page, &["Averil would deepen its harbour basin", "Under the draft"]).await
    })
}

#[test]
fn the_list_stays_where_no_host_asks() -> Outcome {
    on_page(BESIDE, async |page| {
        page.ask::<()>("scrollTo(0, 500)", vec![]).await?;
        still(page).await?;
        ensure!(page.count(".beside .row").await? == 0, "it follows");
        Ok(())
    })
}

#[test]
fn an_editor_sees_the_sentences_without_a_statement() -> Outcome {
    on_page(BESIDE, async |page| {
        page.click(".coverage summary").await?;
        page.says(".coverage li", "Wool socks for cold quays.").await?;
        page.use_control(".coverage", "Show").await?;
        lit(page, &["Advertisement."]).await?;
        page.shows(".beside [role=status]", "Marked in the article: “Advertisement.”").await?;
        page.open("gallery/late-article.html").await?;
        page.ask::<()>("document.getElementById('come').click()", vec![]).await?;
        page.find(PANEL).await?;
        ensure!(page.count(".coverage").await? == 0, "readers see it");
        Ok(())
    })
}

#[test]
fn motion_is_smooth_unless_the_reader_wants_stillness() -> Outcome {
    on_page(BESIDE, async |page| {
        if page.engine() != Engine::Chromium {
            // Only Chromium can be told of the reader's wish while it runs.
            return Ok(());
        }
        let watch = "window.moves = []; const scroll = window.scrollBy; \
                     window.scrollBy = (how) => { window.moves.push(how.behavior); scroll.call(window, { ...how, behavior: 'instant' }); }";
        page.ask::<()>(watch, vec![]).await?;
        page.use_control(PANEL, "Next passage").await?;
        page.comes("smooth", "return window.moves.join() === 'smooth'").await?;
        let still = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
        page.driver().cdp().send_raw("Emulation.setEmulatedMedia", still).await?;
        page.use_control(PANEL, "Close").await?;
        page.ask::<()>("scrollTo(0, document.body.scrollHeight)", vec![]).await?;
        page.use_control(PANEL, "Next passage").await?;
        let outcome = page.comes("still", "return window.moves.join() === 'smooth,instant'").await;
        page.driver().cdp().send_raw("Emulation.setEmulatedMedia", json!({ "features": [] })).await?;
        outcome
    })
}
