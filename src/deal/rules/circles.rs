//! D10: nothing is part of itself, about itself, linked with itself or in tension with itself.

use std::ops::Range;

use crate::deal::gather::Gather;
use crate::deal::issue::Fault;
use crate::deal::item::{Item, ItemId, Kind};
use crate::deal::reference::{Referrer, Role};

use super::{Clerk, Court};

pub(super) fn check(court: &Court<'_, impl Clerk>, items: Range<usize>) {
    // Few items can be part of others, and a circle runs through any of them.
    if items.start == 0 {
        circles(court);
    }
    self_references(court, items);
}

/// Follows every `partOf` upwards once. A circle is reported at its first member in the document.
fn circles(court: &Court<'_, impl Clerk>) {
    let mut met = vec![false; court.len()];
    let can_be_part = |kind: Kind| matches!(kind, Kind::Actor | Kind::Place | Kind::Section);
    let starts = court.index.spots.iter().enumerate().filter(|(_, spot)| can_be_part(spot.kind));
    for (start, _) in starts {
        let (mut at, mut walk) = (Some(start), Vec::new());
        while let Some(number) = at
            && let Some(met) = met.get_mut(number).filter(|met| !**met)
        {
            *met = true;
            walk.push(number);
            at = whole(court, number);
        }
        // It is a circle if this very walk came back to where it had been, which need not be its start.
        let Some(entry) = at.and_then(|at| walk.iter().position(|member| *member == at)) else { continue };
        let mut circle = walk.split_off(entry);
        let first = (0..circle.len()).min_by_key(|at| circle.get(*at)).unwrap_or(0);
        circle.rotate_left(first);
        let members = || circle.iter().filter_map(|number| court.entry(*number));
        if let Some((spot, _)) = members().next() {
            court.report(
                || spot.path().key("partOf"),
                || Fault::Circle { ids: members().map(|(_, item)| item.id().to_owned()).gather() },
            );
        }
    }
}

/// The item that another of the same kind is part of.
fn whole(court: &Court<'_, impl Clerk>, number: usize) -> Option<usize> {
    let (_, item) = court.entry(number)?;
    let whole = court.find(part_of(item)?)?;
    (court.item(whole)?.kind() == item.kind()).then_some(whole.index())
}

fn part_of(item: Item<'_>) -> Option<&str> {
    match item {
        Item::Actor(actor) => actor.part_of.as_deref(),
        Item::Place(place) => place.part_of.as_deref(),
        Item::Section(section) => section.part_of.as_deref(),
        _ => None,
    }
}

fn self_references(court: &Court<'_, impl Clerk>, items: Range<usize>) {
    // What the item that is being walked has named so far, for those that must not name one thing twice.
    let mut named: Vec<&str> = Vec::new();
    let mut walked = None;
    court.each_reference(items, |reference| {
        let Referrer::Item(from, _) = reference.from else { return };
        if walked != Some(from) {
            (walked, named) = (Some(from), Vec::new());
        }
        let own = |id: ItemId| court.item(id).is_some_and(|item| item.id() == reference.target);
        let pairs = reference.role.is_end();
        let itself = (pairs || reference.role == Role::About) && own(from);
        if itself || (pairs && named.contains(&reference.target)) {
            court.report(|| reference.path(), || Fault::SelfReference);
        }
        if pairs {
            named.push(reference.target);
        }
    });
}
