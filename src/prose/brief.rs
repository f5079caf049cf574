//! What the bargain hangs on, what is said of it as a whole, what is wanted.

use super::html::Html;
use super::scribe::Scribe;
use super::statement::{home, homes, mention};
use crate::deal::{Item, ItemId, Kind, RemarkKind, Role};
use crate::query::hinges;
use crate::words::sentence::names;

/// The parts.
pub(super) fn write(scribe: &Scribe<'_>, html: &mut Html) {
    hangs_on(scribe, html);
    remarks(scribe, html);
    aims(scribe, html);
}

fn hangs_on(scribe: &Scribe<'_>, html: &mut Html) {
    let hinges = hinges(scribe.deal, 4);
    if hinges.is_empty() {
        return;
    }
    scribe.section(html, "", scribe.words.it_hangs_on, |html| {
        html.element("ul", &[], |html| {
            for hinge in hinges {
                html.element("li", &[], |html| {
                    scribe.own(html, "p", "kind", (scribe.words.doubt)(hinge.kind));
                    html.element("p", &[("class", "say")], |html| mention(scribe, html, hinge.doubt));
                });
            }
        });
    });
}

/// The actor with whom a remark stands: what is said of one alone is not said of the whole.
pub(super) fn host(scribe: &Scribe<'_>, remark: ItemId) -> Option<ItemId> {
    let Some(Item::Remark(it)) = scribe.deal.item(remark) else { return None };
    let first = scribe.deal.find(it.about.first()?)?;
    matches!(scribe.deal.item(first), Some(Item::Actor(_))).then_some(first)
}

fn remarks(scribe: &Scribe<'_>, html: &mut Html) {
    let of_kind = |kind: RemarkKind| {
        let fits = move |id: &ItemId| {
            matches!(scribe.deal.item(*id), Some(Item::Remark(it)) if it.kind == kind) && host(scribe, *id).is_none()
        };
        scribe.deal.of_kind(Kind::Remark).filter(fits)
    };
    if RemarkKind::ALL.iter().all(|kind| of_kind(*kind).next().is_none()) {
        return;
    }
    scribe.section(html, "", scribe.words.said_of_the_whole, |html| {
        for kind in RemarkKind::ALL.iter().filter(|kind| of_kind(**kind).next().is_some()) {
            scribe.heading(html, 2, "", (scribe.words.said_of_it)(*kind));
            homes(scribe, html, of_kind(*kind));
        }
    });
}

fn aims(scribe: &Scribe<'_>, html: &mut Html) {
    let mut aims = scribe.deal.of_kind(Kind::Aim).peekable();
    if aims.peek().is_none() {
        return;
    }
    scribe.section(html, "", scribe.words.aims, |html| {
        html.element("ul", &[], |html| {
            for aim in aims {
                let of = names(scribe.tongue, scribe.deal, scribe.deal.targets(aim, Role::Of));
                let who = |html: &mut Html| {
                    if !of.is_empty() {
                        html.line("p", &[("class", "kind")], &of);
                    }
                };
                home(scribe, html, "li", aim, who, |_| {});
            }
        });
    });
}
