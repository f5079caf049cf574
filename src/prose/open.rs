//! Open questions: what is in doubt, what does not sit easily together, what is not said.

use super::html::Html;
use super::scribe::{OPEN, Scribe};
use super::statement::{home, named};
use super::tensions;
use crate::deal::{Doubt, DoubtKind, Item, ItemId, Kind, Role, Text};

/// The part.
pub(super) fn write(scribe: &Scribe<'_>, html: &mut Html) {
    scribe.section(html, OPEN, scribe.words.open_questions, |html| {
        doubts(scribe, html);
        tensions::write(scribe, html);
        gaps(scribe, html);
    });
}

fn doubts(scribe: &Scribe<'_>, html: &mut Html) {
    let doubts: Vec<(ItemId, &Doubt)> = scribe
        .deal
        .of_kind(Kind::Doubt)
        .filter_map(|id| match scribe.deal.item(id) {
            Some(Item::Doubt(doubt)) => Some((id, doubt)),
            _ => None,
        })
        .collect();
    if doubts.is_empty() {
        return;
    }
    scribe.heading(html, 2, "", scribe.words.doubts);
    html.element("ul", &[], |html| {
        for kind in DoubtKind::ALL {
            for (id, doubt) in doubts.iter().filter(|(_, doubt)| doubt.kind == *kind) {
                let label = |html: &mut Html| scribe.own(html, "p", "kind", (scribe.words.doubt)(doubt.kind));
                home(scribe, html, "li", *id, label, |html| about(scribe, html, *id, &doubt.about));
            }
        }
    });
}

/// What a doubt is about, with links that lead there.
fn about(scribe: &Scribe<'_>, html: &mut Html, id: ItemId, about: &[Text]) {
    let whole = about.iter().any(|about| about == "deal").then_some(scribe.words.about_the_deal);
    html.element("p", &[("class", "ends")], |html| {
        scribe.say(html, &(scribe.words.about)(whole.unwrap_or_default()));
        for (at, target) in scribe.deal.targets(id, Role::About).enumerate() {
            if at > 0 || whole.is_some() {
                html.text("; ");
            }
            named(scribe, html, target);
        }
    });
}

/// Gaps, gathered under what they are about.
fn gaps(scribe: &Scribe<'_>, html: &mut Html) {
    let words = scribe.words;
    let mut groups: Vec<(Option<ItemId>, Vec<ItemId>)> = Vec::new();
    for id in scribe.deal.of_kind(Kind::Gap) {
        let about = scribe.deal.targets(id, Role::About).next();
        match groups.iter_mut().find(|(other, _)| *other == about) {
            Some((_, members)) => members.push(id),
            None => groups.push((about, vec![id])),
        }
    }
    if groups.is_empty() {
        return;
    }
    scribe.heading(html, 2, "", words.gaps);
    scribe.own(html, "p", "note", words.gaps_note);
    html.element("dl", &[("class", "gaps")], |html| {
        for (about, members) in groups {
            match about {
                Some(id) => html.element("dt", &[], |html| named(scribe, html, id)),
                None => scribe.own(html, "dt", "", words.about_the_deal),
            }
            for id in members {
                let slot = match scribe.deal.item(id) {
                    Some(Item::Gap(gap)) => (words.gap)(gap.slot),
                    _ => "",
                };
                home(scribe, html, "dd", id, |html| scribe.own(html, "p", "kind", slot), |_| {});
            }
        }
    });
}
