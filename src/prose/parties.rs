//! Everyone once, under the first of their standings. A party is not a target.

use super::html::Html;
use super::party;
use super::scribe::{PARTIES, Scribe};
use crate::deal::{Item, ItemId, Kind, Standing};

/// The part; absent where the deal names nobody.
pub(super) fn write(scribe: &Scribe<'_>, html: &mut Html) {
    let words = scribe.words;
    scribe.section(html, PARTIES, words.parties, |html| {
        for standing in Standing::ALL.iter().copied().map(Some).chain([None]) {
            let members = members(scribe, standing);
            if members.is_empty() {
                continue;
            }
            let heading = standing.map_or(words.no_standing, |standing| (words.standings)(standing));
            scribe.heading(html, 2, "", heading);
            members.into_iter().for_each(|id| party::write(scribe, html, id));
        }
    });
}

fn members(scribe: &Scribe<'_>, standing: Option<Standing>) -> Vec<ItemId> {
    let first = |id: &ItemId| match scribe.deal.item(*id) {
        Some(Item::Actor(actor)) => actor.standing.first().copied() == standing,
        _ => false,
    };
    scribe.deal.of_kind(Kind::Actor).filter(first).collect()
}
