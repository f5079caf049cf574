//! What if: the pieces that most hangs on, each with what would go with it. The explorer tries any of them.

use super::html::Html;
use super::scribe::{Scribe, WHAT_IF};
use crate::deal::Item;
use crate::reason::{Linchpin, Linchpins, Scenario};
use crate::state::Supposed;
use crate::words::scenario::{summary, title};

/// So many are told.
const TOLD: usize = 5;

/// The part.
pub(super) fn write(scribe: &Scribe<'_>, html: &mut Html) {
    let mut search = Linchpins::new(scribe.deal, true);
    while search.go_on(u32::MAX) {}
    let ranked = search.ranked(usize::MAX);
    let words = scribe.words.what_if();
    scribe.section(html, WHAT_IF, scribe.words.what_if_view, |html| {
        scribe.own(html, "p", "note", if ranked.is_empty() { words.no_linchpins } else { words.supposition });
        if ranked.is_empty() {
            return;
        }
        html.element("ul", &[], |html| {
            for pin in ranked.iter().take(TOLD) {
                html.element("li", &[], |html| told(scribe, html, pin));
            }
        });
    });
}

/// What is supposed, with a link to the statement that it is about, and what follows.
fn told(scribe: &Scribe<'_>, html: &mut Html, pin: &Linchpin) {
    let (tongue, deal) = (scribe.tongue, scribe.deal);
    let id = deal.item(pin.item).map(Item::id).unwrap_or_default();
    let supposed = Supposed::only(id, pin.setting);
    let mut scenario = Scenario::new(deal, true);
    scenario.suppose(pin.item, Some(pin.setting));
    let heading = [("lang", scribe.lang()), ("dir", scribe.dir())];
    html.element("p", &heading, |html| scribe.link(html, pin.item, &title(tongue, deal, &supposed)));
    scribe.own(html, "p", "", &summary(tongue, deal, &scenario, &supposed));
}
