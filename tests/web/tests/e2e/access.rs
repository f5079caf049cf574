//! For everybody: axe-core and no sideways scrolling in every state, in two widths, light and dark.

use anyhow::{Context, Result};
use web_tests::{Look, Outcome, Page, Theme, on_pages, on_plain_page};

/// What a reader does to get a page into a state.
enum Step {
    /// Clicks what fits this CSS.
    Click(&'static str),
    /// Presses the control within the scope that is called so.
    Press(&'static str, &'static str),
}
use Step::{Click, Press};

/// Audits the page in this state in both widths and both colours.
fn sound(path: &str, steps: &[Step]) -> Outcome {
    on_plain_page("fixture/", async |page| {
        for width in [1280, 320] {
            page.look(Look { width, ..Look::default() }).await?;
            page.open(path).await?;
            reach(page, steps).await?;
            page.no_sideways_scroll().await.with_context(|| format!("{width} pixels wide"))?;
            for theme in [Theme::Light, Theme::Dark] {
                page.theme(theme).await?;
                page.accessible().await.with_context(|| format!("{width} pixels wide, {theme:?}"))?;
            }
            if !path.contains("nowhere") {
                page.no_troubles().await?;
            }
        }
        Ok(())
    })
}

async fn reach(page: &Page, steps: &[Step]) -> Result<()> {
    for step in steps {
        match step {
            Click(css) => page.click(css).await?,
            Press(scope, name) => page.use_control(scope, name).await?,
        }
    }
    Ok(())
}

/// One test a state: its name, its path, and what is done there.
macro_rules! states {
    ($($(#[$ignored:meta])? $name:ident: $path:literal, $steps:expr;)*) => {
        $(#[test] $(#[$ignored])? fn $name() -> Outcome { sound($path, &$steps) })*
    };
}

states! {
    brief: "", [];
    brief_with_a_proof: "", [
        Click("[data-item=press-assad] button[aria-expanded]"),
        Press("[data-item=press-assad]", "Copy link to this"),
    ];
    brief_with_a_citation: "", [
        Click("[data-item=press-assad] button[aria-expanded]"),
        Press("[data-item=press-assad]", "Cite this"),
    ];
    brief_with_a_gap_opened: "#deal=open", [Click("[data-item=gap-check] button[aria-expanded]")];
    parties: "#deal=parties", [];
    party: "#deal=parties/russia", [];
    conditions: "#deal=conditions", [];
    matrix: "#deal=conditions;as=matrix", [Click("[data-cell='press-assad/russia']")];
    right_to_left_matrix: "?src=deals/arabic.json#deal=conditions;as=matrix", [];
    condition_with_the_editors_mark_opened: "#deal=conditions", [
        Click("[data-item=putin-question-threatens-pressing] button[aria-expanded]"),
    ];
    what_if: "#deal=what-if", [];
    what_if_a_piece: "#deal=what-if/press-assad", [];
    what_if_it_fails: "#deal=what-if;if=press-assad:fails", [
        Press("section[data-view]", "Next step"),
        Click(".steps .cite"),
    ];
    what_if_all_holds: "#deal=what-if;if=_all,press-assad:fails", [Press(".linchpins", "Show more")];
    relations: "#deal=relations", [];
    relations_of_one_with_a_proof: "#deal=relations/russia;ties=support,hostile,pressure,condition,contact,part;steps=2", [
        Click(".tied .cite"),
    ];
    relations_as_a_table: "#deal=relations", [Press(".tied", "Table")];
    right_to_left_relations: "?src=deals/arabic.json#deal=relations", [];
    conditions_under_a_supposition: "#deal=conditions;if=press-assad:fails", [];
    right_to_left_what_if: "?src=deals/arabic.json#deal=what-if", [];
    open_questions: "#deal=open", [];
    facts: "#deal=facts", [];
    source: "#deal=source", [];
    source_with_a_phrase: "#deal=source", [Press("section[data-view]", "near completing a groundbreaking deal")];
    filters: "", [Press("search", "Filters")];
    results: "#deal=;q=aid", [];
    results_of_filters: "#deal=;party=iran;certainty=unknown", [Press("search", "Filters")];
    no_results: "#deal=;q=qwertyuiop", [];
    without_the_editor: "#deal=conditions;editor=off", [];
    walk: "#deal=open/putin-keeps-his-end;tour=7", [];
    missing: "?src=deals/nowhere.json", [];
    no_json: "?src=fixture/not.json", [];
    faulty: "?src=deals/broken.json", [];
    newer: "?src=fixture/newer.json", [];
    right_to_left: "?src=deals/arabic.json", [Click("[data-item=fath-al-qanat] button[aria-expanded]")];
    right_to_left_conditions: "?src=deals/arabic.json#deal=conditions", [];
    right_to_left_source: "?src=deals/arabic.json#deal=source", [];
    no_exchange: "?src=deals/no-exchange.json", [];
    no_exchange_conditions: "?src=deals/no-exchange.json#deal=conditions", [];
    harbour: "?src=deals/harbour.json", [];
    in_an_article: "gallery/article.html", [];
    beside_another: "gallery/two.html", [];
    beside_its_article: "gallery/beside-article.html", [Press(".beside", "Next passage"), Click(".coverage summary")];
    beside_its_article_with_a_proof: "gallery/beside-article.html", [
        Click(".view [data-item=deepen-basin] button[aria-expanded]"),
        Press(".view [data-item=deepen-basin]", "Show it in the article"),
    ];
    before_its_article: "gallery/late-article.html", [];
}

#[test]
fn zoomed_to_four_times_nothing_scrolls_sideways() -> Outcome {
    // 1280 by 1024 pixels at 400 %.
    let zoomed = Look { width: 320, height: 256, ..Look::default() };
    on_pages(
        [
            "",
            "#deal=parties/russia",
            "#deal=conditions",
            "#deal=what-if;if=press-assad:fails",
            "#deal=open",
            "#deal=facts",
            "#deal=source",
        ],
        async |page| {
            page.look(zoomed).await?;
            page.use_control("search", "Filters").await?;
            page.find("search fieldset").await?;
            page.no_sideways_scroll().await
        },
    )
}
