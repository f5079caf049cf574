//! The words of relations: what a tie is called, and what a picture of ties shows.

use super::format::Plural;
use super::tongue::Tongue;
use crate::deal::gather::Gather;
use crate::deal::{Certainty, Deal, Duty, Item, ItemId, Role};
use crate::query::{Asked, Circle, Reach, Tie, TieKind};
use crate::words::sentence;

/// Every word of "Relations". A field that takes values is a function, so that a language decides its own order.
#[derive(Clone, Copy)]
#[allow(missing_docs)] // Each field is named by what it says; the languages show it.
pub struct RelationsWords {
    pub picture: &'static str,
    pub all_actors: &'static str,
    /// The same with an actor in the middle.
    pub around: fn(&str) -> String,
    pub choose_actor: &'static str,
    pub way_to: &'static str,
    pub nobody: &'static str,
    pub reach_label: &'static str,
    pub reach: fn(Reach) -> &'static str,
    pub steps_label: &'static str,
    /// How many steps; 0 for as far as ties lead.
    pub steps: fn(u32) -> &'static str,
    pub kinds: &'static str,
    pub kind: fn(TieKind) -> &'static str,
    pub sentences: &'static str,
    pub table: &'static str,
    pub as_what: &'static str,
    pub from: &'static str,
    pub tie: &'static str,
    pub to: &'static str,
    pub who_says: &'static str,
    pub both_ways: &'static str,
    pub page_of: fn(&str) -> String,
    pub tied: fn(&str, &str, bool) -> String,
    pub belongs_to: &'static str,
    /// What a condition makes of two actors: its duty, what the other is to it, whether the bearer is only pressed to it.
    pub deed: fn(Duty, Role, bool) -> &'static str,
    pub more: fn(&str, &str) -> String,
    pub counts: fn(&str, Plural) -> String,
    pub count: fn(TieKind, &str, Plural) -> String,
    pub shown: fn(&str, &str) -> String,
    pub way: fn(&str, &str, &str, Plural) -> String,
    pub no_way: fn(&str, &str) -> String,
    pub nothing: &'static str,
    pub among: &'static str,
    pub hedged: &'static str,
    pub keys: &'static str,
    pub larger: &'static str,
    pub smaller: &'static str,
    pub whole: &'static str,
    pub cut: fn(&str, &str) -> String,
    pub laying_out: fn(&str) -> String,
    pub stop: &'static str,
    pub dots: &'static str,
    /// How a picture of dots is walked through.
    pub dots_keys: &'static str,
    /// So many ties more than are told.
    pub more_ties: fn(&str, Plural) -> String,
}

/// What a tie is called: "supports", "may have persuaded · unknown", "is to press". The hedge stays.
pub fn tie(tongue: &Tongue, deal: &Deal, tie: &Tie) -> String {
    let words = tongue.words.ties();
    let mut said = match deal.item(tie.via) {
        Some(Item::Relation(relation)) => relation.kind.replace('-', " "),
        Some(Item::Condition(condition)) => {
            let is_pressed = sentence::is_pressed(deal, tie.via);
            (words.deed)(condition.duty.unwrap_or_default(), tie.role, is_pressed).to_owned()
        }
        _ => words.belongs_to.to_owned(),
    };
    let certainty = deal.statement(tie.via).map(crate::deal::Statement::certainty).unwrap_or_default();
    if certainty != Certainty::Certain && tie.role != Role::PartOf {
        said.push_str(" · ");
        said.push_str((tongue.words.certainty)(certainty));
    }
    said
}

/// What a line for several ties is called.
pub fn ties(tongue: &Tongue, deal: &Deal, ties: &[Tie]) -> String {
    let Some(first) = ties.first() else { return String::new() };
    let said = tie(tongue, deal, first);
    let rest = ties.len() - 1;
    if rest == 0 { said } else { (tongue.words.ties().more)(&said, &tongue.format.number(rest as f64)) }
}

/// What a picture of ties shows, in a sentence.
pub fn caption(tongue: &Tongue, deal: &Deal, circle: &Circle, asked: &Asked) -> String {
    let words = tongue.words.ties();
    let name = |actor: ItemId| deal.item(actor).map(|item| item.label().to_owned()).unwrap_or_default();
    if let (Some(from), Some(to)) = (asked.actor, asked.other) {
        if circle.ties.is_empty() {
            return (words.no_way)(&name(from), &name(to));
        }
        let (count, plural) = tongue.count(circle.ties.len());
        return (words.way)(&name(from), &name(to), &count, plural);
    }
    if circle.ties.is_empty() {
        return words.nothing.to_owned();
    }
    let actors = tongue.counted(words.counts, circle.actors.len());
    let kinds = TieKind::ALL.iter().filter_map(|kind| {
        let count = circle.ties.iter().filter(|tie| tie.kind == *kind).count();
        let (number, plural) = tongue.count(count);
        (count > 0).then(|| (words.count)(*kind, &number, plural))
    });
    (words.shown)(&actors, &tongue.format.list(&kinds.gather()))
}

/// What a screen reader hears of an actor in the picture: its name, its standing, and its ties one by one.
pub fn spoken(tongue: &Tongue, deal: &Deal, circle: &Circle, actor: ItemId, note: &str, most: usize) -> String {
    let name = |actor: ItemId| deal.item(actor).map(|item| item.label().to_owned()).unwrap_or_default();
    let mut parts = vec![name(actor)];
    if !note.is_empty() {
        parts.push(note.to_owned());
    }
    let mut ends = circle.ends(actor);
    for (at, other) in ends.by_ref().take(most) {
        parts.push((tongue.words.ties().tied)(&tie(tongue, deal, at), &name(other), at.from == actor));
    }
    let more = ends.count();
    if more > 0 {
        parts.push(tongue.counted(tongue.words.ties().more_ties, more));
    }
    parts.join(". ")
}
