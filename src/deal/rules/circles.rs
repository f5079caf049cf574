//! D10: nothing is part of itself, about itself, linked with itself or in tension with itself.

use std::collections::HashMap;

use crate::deal::issue::Fault;
use crate::deal::item::{Item, ItemId};
use crate::deal::reference::{Referrer, Role, each_reference};

use super::Court;

pub(super) fn check(court: &Court<'_>) {
    circles(court);
    self_references(court);
}

/// Follows every `partOf` upwards once. A circle is reported at its first member in the document.
fn circles(court: &Court<'_>) {
    let part_of = |item: Item<'_>| match item {
        Item::Actor(actor) => actor.part_of.clone(),
        Item::Place(place) => place.part_of.clone(),
        Item::Section(section) => section.part_of.clone(),
        _ => None,
    };
    let parent = |court: &Court<'_>, number: usize| {
        let item = court.items.get(number).map(|(_, item)| *item)?;
        let whole = court.ids.get(part_of(item)?.as_str()).copied()?;
        (court.item(whole)?.kind() == item.kind()).then_some(whole.index())
    };
    // The walk on which each item was first met.
    let mut met: HashMap<usize, usize> = HashMap::new();
    for start in 0..court.items.len() {
        let mut at = start;
        let mut walk = Vec::new();
        while !met.contains_key(&at) {
            met.insert(at, start);
            walk.push(at);
            match parent(court, at) {
                Some(whole) => at = whole,
                None => break,
            }
        }
        let Some(first) = walk.iter().position(|member| *member == at).filter(|_| parent(court, at).is_some()) else {
            continue;
        };
        let circle = walk.split_off(first);
        // The walk may have entered the circle from outside, in the middle.
        let Some(head) = circle.iter().enumerate().min_by_key(|(_, number)| **number).map(|(at, _)| at) else {
            continue;
        };
        let members = circle.iter().cycle().skip(head).take(circle.len());
        let ids = members.filter_map(|number| court.items.get(*number)).map(|(_, item)| item.id().to_owned()).collect();
        if let Some((spot, _)) = circle.get(head).and_then(|number| court.items.get(*number)) {
            court.report(spot.path().key("partOf"), Fault::Circle { ids });
        }
    }
}

fn self_references(court: &Court<'_>) {
    // What the item that is being walked has named so far, for those that must not name one thing twice.
    let mut named: Vec<&str> = Vec::new();
    let mut walked = None;
    each_reference(court.document, |reference| {
        let Referrer::Item(from, _) = reference.from else { return };
        if walked != Some(from) {
            (walked, named) = (Some(from), Vec::new());
        }
        let own = |id: ItemId| court.item(id).is_some_and(|item| item.id() == reference.target);
        let pairs = matches!(
            reference.role,
            Role::LinkFrom | Role::LinkTo | Role::RelationFrom | Role::RelationTo | Role::Between
        );
        let itself = (pairs || reference.role == Role::About) && own(from);
        if itself || (pairs && named.contains(&reference.target)) {
            court.report(reference.path(), Fault::SelfReference);
        }
        if pairs {
            named.push(reference.target);
        }
    });
}
