//! Conditions: each with its questions answered, the rest of them left open in one line, and what bears on it.

use super::html::Html;
use super::scribe::{CONDITIONS, Scribe};
use super::statement::{beside, home, mention, mentions, named};
use crate::deal::{Condition, Item, ItemId, Kind};
use crate::query::{About, ConditionSlot, Direction, Fill, SlotName, slots};
use crate::words::sentence;

/// The part: every condition in the document's order, under its chapter where it has one.
pub(super) fn write(scribe: &Scribe<'_>, html: &mut Html) {
    scribe.section(html, CONDITIONS, scribe.words.conditions, |html| {
        let mut chapter: Option<&str> = None;
        for id in scribe.deal.of_kind(Kind::Condition) {
            let Some(Item::Condition(it)) = scribe.deal.item(id) else { continue };
            let own = it.section.as_deref();
            if let Some(title) = own.filter(|_| own != chapter).and_then(|section| scribe.deal.get(section)) {
                html.line(scribe.level(2), &[], title.label());
            }
            chapter = own;
            condition(scribe, html, id, it, if chapter.is_some() { 3 } else { 2 });
        }
    });
}

fn condition(scribe: &Scribe<'_>, html: &mut Html, id: ItemId, it: &Condition, depth: u8) {
    let title = sentence::condition(scribe.tongue, scribe.deal, id);
    let after = |html: &mut Html| {
        fulfilment(scribe, html, it);
        html.filled("dl", &[], |html| {
            for slot in slots(scribe.deal, id).into_iter().flatten() {
                fill(scribe, html, &slot);
            }
            unsaid(scribe, html, id);
            bearing(scribe, html, id);
        });
    };
    home(scribe, html, "section", id, |html| html.line(scribe.level(depth), &[], &title), after);
}

fn fulfilment(scribe: &Scribe<'_>, html: &mut Html, it: &Condition) {
    if let Some(level) = it.fulfilment {
        scribe.own(html, "p", "kind", (scribe.words.terms().fulfilment)(level));
    }
}

/// A question that the source answers. Who is to do what stands in the heading already.
fn fill(scribe: &Scribe<'_>, html: &mut Html, slot: &ConditionSlot<'_>) {
    let words = scribe.words;
    if matches!(slot.name, SlotName::Bearer | SlotName::Act) {
        return;
    }
    let name = (words.terms().slot)(slot.name);
    if slot.fill == Fill::Unsaid {
        return;
    }
    scribe.own(html, "dt", "", name);
    html.element("dd", &[], |html| match &slot.fill {
        Fill::Items(items) => {
            for (at, id) in items.iter().enumerate() {
                if at > 0 {
                    html.text("; ");
                }
                named(scribe, html, *id);
            }
        }
        Fill::Words(text) => html.text(&format!("“{text}”")),
        Fill::Agreed(agreed) => scribe.say(html, (words.agreed)(*agreed)),
        Fill::Unsaid => {}
    });
}

/// What is not said: in one line the questions that nothing answers and no gap names, then the gaps. What is unsaid of
/// the whole deal stands under the open questions, not again with each condition.
fn unsaid(scribe: &Scribe<'_>, html: &mut Html, id: ItemId) {
    let gaps = About::of(scribe.deal, id).gaps;
    let is_open =
        |slot: &ConditionSlot<'_>| slot.fill == Fill::Unsaid && !slot.gaps.iter().any(|gap| gaps.contains(gap));
    let slots = slots(scribe.deal, id).into_iter().flatten();
    let open: Vec<&str> = slots.filter(is_open).map(|slot| (scribe.words.prose_slot)(slot.name)).collect();
    if open.is_empty() && gaps.is_empty() {
        return;
    }
    scribe.own(html, "dt", "", scribe.words.article_does_not_say);
    scribe.own(html, "dd", "unsaid", &open.join(" · "));
    for gap in gaps {
        html.element("dd", &[("class", "unsaid")], |html| mention(scribe, html, gap));
    }
}

/// What bears on a condition: exchanges, links, doubts, tensions, remarks and figures.
fn bearing(scribe: &Scribe<'_>, html: &mut Html, id: ItemId) {
    let (about, words) = (About::of(scribe.deal, id), scribe.words);
    let exchanges: Vec<ItemId> = about.exchanges.iter().map(|end| end.exchange).collect();
    mentions(scribe, html, words.exchanged, &exchanges);
    for (at, end) in about.links.iter().enumerate() {
        if at == 0 {
            scribe.own(html, "dt", "", words.hangs_together);
        }
        let outward = end.direction == Direction::Out;
        let how = if outward { (words.link)(end.kind) } else { (words.link_back)(end.kind) };
        // The link and its other end are two statements, each with its own hedge.
        html.element("dd", &[], |html| {
            scribe.say(html, how);
            beside(scribe, html, &[end.link], true);
            html.text(": ");
            mention(scribe, html, end.other);
        });
    }
    mentions(scribe, html, words.in_doubt, &about.doubts);
    mentions(scribe, html, words.tensions, &about.tensions);
    let rest: Vec<ItemId> = about.remarks.iter().chain(&about.figures).copied().collect();
    mentions(scribe, html, words.said_of_the_whole, &rest);
}
