//! In somebody else's page: nothing of it is touched.

use anyhow::ensure;
use web_tests::{Outcome, on_page, on_pages};

#[test]
fn without_permalink_the_address_is_the_pages_own() -> Outcome {
    on_page("gallery/article.html#chapter-2", async |page| {
        page.count_entries().await?;
        page.use_control("nav[aria-label='Views of the deal']", "Parties").await?;
        page.use_control("nav[aria-label=Parties]", "Russia …").await?;
        page.find("[data-page=russia]").await?;
        page.type_into("input[type=search]", "aid").await?;
        page.find("section[aria-label=Results], section[data-view]").await?;
        page.address_ends("/gallery/article.html#chapter-2").await?;
        let made = page.entries().await?;
        ensure!(made == 0, "{made} entries were made in the history");
        page.click("[data-page=russia] button[aria-expanded]").await?;
        ensure!(
            page.controls("[data-page=russia]").await?.iter().all(|name| name != "Copy link to this"),
            "a link is offered"
        );
        Ok(())
    })
}

#[test]
fn the_pages_own_fragment_survives() -> Outcome {
    on_page("gallery/permalink.html#chapter-2&deal=parties/russia", async |page| {
        page.find("[data-page=russia]").await?;
        page.use_control("nav[aria-label='Views of the deal']", "Conditions").await?;
        page.address_ends("/gallery/permalink.html#chapter-2&deal=conditions").await?;
        page.use_control("nav[aria-label='Views of the deal']", "Brief").await?;
        page.address_ends("/gallery/permalink.html#chapter-2").await?;
        page.back().await?;
        page.find("section[data-view=conditions]").await?;
        Ok(())
    })
}

#[test]
fn the_pages_own_links_leave_the_explorer_as_it_is() -> Outcome {
    on_page("gallery/article.html", async |page| {
        page.use_control("nav[aria-label='Views of the deal']", "Facts").await?;
        page.find("section[data-view=facts]").await?;
        page.ask::<()>("document.getElementById('before').click()", vec![]).await?;
        page.address_ends("#chapter-2").await?;
        page.find("section[data-view=facts]").await?;
        Ok(())
    })
}

#[test]
fn two_explorers_on_a_page_are_independent() -> Outcome {
    on_page("gallery/two.html", async |page| {
        page.says("section[data-view=brief]", "The bargain").await?;
        page.use_control("nav[aria-label='Views of the deal']", "Facts").await?;
        page.type_into("input[type=search]", "aid").await?;
        page.find("section[aria-label=Results]").await?;
        let other = "const other = document.getElementById('other').shadowRoot; \
                     return !!other.querySelector('section[data-view=brief]') \
                         && other.querySelector('input[type=search]').value === '' \
                         && other.textContent.includes('The Lantern Charter') && !root.textContent.includes('Lantern')";
        page.comes("the other is as it was", other).await?;
        page.ask::<()>(
            "[...document.getElementById('other').shadowRoot.querySelectorAll('nav button')].find(one => one.textContent.trim() === 'Source').click()",
            vec![],
        )
        .await?;
        let turned = "return !!document.getElementById('other').shadowRoot.querySelector('section[data-view=source]')";
        page.comes("the other follows its own menu", turned).await?;
        page.find("section[aria-label=Results]").await?;
        page.address_ends("/gallery/two.html").await
    })
}

#[test]
fn the_title_takes_its_place_among_the_pages_headings() -> Outcome {
    on_pages(["gallery/article.html", ""], async |page| {
        let expected =
            if page.ask("return !!document.querySelector('main > h1')", vec![]).await? { "h2" } else { "h1" };
        let title: String = page.ask("return root.querySelector('header :is(h1, h2, h3)').localName", vec![]).await?;
        ensure!(title == expected, "{title} instead of {expected}");
        Ok(())
    })
}

#[test]
fn nothing_is_stored_and_no_cookie_is_set() -> Outcome {
    on_page("", async |page| {
        page.use_control("nav[aria-label='Views of the deal']", "Parties").await?;
        page.type_into("input[type=search]", "aid").await?;
        page.find("section[aria-label=Results]").await?;
        let kept = page.stored().await?;
        ensure!(kept.is_empty(), "{kept:?}");
        Ok(())
    })
}

#[test]
fn no_style_and_no_script_is_written_into_the_page() -> Outcome {
    on_page("gallery/article.html", async |page| {
        let script = "return [...document.querySelectorAll('style, [style]'), ...root.querySelectorAll('style, [style], script')].map(one => one.outerHTML.slice(0, 80))";
        let inline: Vec<String> = page.ask(script, vec![]).await?;
        ensure!(inline.is_empty(), "{inline:?}");
        Ok(())
    })
}
