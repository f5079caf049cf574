//! Tensions: two passages side by side. Which weighs more is for the reader to judge.

use super::html::Html;
use super::proof::{self, address, paragraph};
use super::scribe::Scribe;
use super::sentence::told;
use super::statement::{beside, text};
use crate::deal::{Evidence, ItemId, Kind, Role};
use crate::query::passage;
use crate::words::sentence::voices;

/// The part; absent where nothing stands in tension.
pub(super) fn write(scribe: &Scribe<'_>, html: &mut Html) {
    let mut tensions = scribe.deal.of_kind(Kind::Tension).peekable();
    if tensions.peek().is_none() {
        return;
    }
    scribe.heading(html, 2, "", scribe.words.tensions);
    scribe.own(html, "p", "note", scribe.words.tensions_note);
    html.element("ul", &[("class", "tensions")], |html| tensions.for_each(|id| tension(scribe, html, id)));
}

fn tension(scribe: &Scribe<'_>, html: &mut Html, id: ItemId) {
    let sides: Vec<(ItemId, Option<&Evidence>)> =
        scribe.deal.targets(id, Role::Between).map(|side| (side, passage(scribe.deal, id, side))).collect();
    let shown: Vec<&Evidence> = sides.iter().filter_map(|(_, passage)| *passage).collect();
    html.element("li", &[("id", &scribe.anchor(id))], |html| {
        text(scribe, html, id);
        html.element("ul", &[("class", "pair")], |html| {
            for (side, passage) in &sides {
                html.element("li", &[], |html| self::side(scribe, html, *side, *passage));
            }
        });
        proof::write(scribe, html, id, &shown);
    });
}

fn side(scribe: &Scribe<'_>, html: &mut Html, id: ItemId, passage: Option<&Evidence>) {
    if let (Some(passage), Some(statement)) = (passage, scribe.deal.statement(id)) {
        html.element("blockquote", &[("cite", address(scribe, passage))], |html| html.line("p", &[], &passage.quote));
        let chain = voices(scribe.tongue, scribe.deal, statement);
        scribe.own(
            html,
            "p",
            "kind",
            &format!("— {}", (scribe.words.prose_place)(&chain, &paragraph(scribe, passage))),
        );
    }
    html.element("p", &[], |html| {
        html.text(&told(scribe, id));
        beside(scribe, html, &[id], passage.is_none());
    });
}
