//! Facts in order: events, figures, people with their offices, media.

use crate::deal::sort::sort_by_key;
use crate::deal::{ActorKind, Deal, EventState, Item, ItemId, Kind};

use super::dates::Span;

/// Events: what is past, what goes on, what is to come; within these by date, and the undated last in the format's
/// order. The date is `None` where the document has none.
pub fn timeline(deal: &Deal) -> Vec<(ItemId, Option<Span>)> {
    let mut events: Vec<(u8, ItemId, Option<Span>)> = deal
        .of_kind(Kind::Event)
        .filter_map(|id| match deal.item(id) {
            Some(Item::Event(event)) => Some((tense(event.state), id, event.date.as_deref().and_then(Span::parse))),
            _ => None,
        })
        .collect();
    sort_by_key(&mut events, |(tense, id, span)| (*tense, span.is_none(), span.map(Span::key), *id));
    events.into_iter().map(|(_, id, span)| (id, span)).collect()
}

fn tense(state: EventState) -> u8 {
    match state {
        EventState::Past => 0,
        EventState::Ongoing => 1,
        EventState::Expected | EventState::Scheduled => 2,
    }
}

/// Every figure.
pub fn figures(deal: &Deal) -> Vec<ItemId> {
    deal.of_kind(Kind::Figure).collect()
}

/// Every picture and film.
pub fn media(deal: &Deal) -> Vec<ItemId> {
    deal.of_kind(Kind::Medium).collect()
}

/// A person and the office that it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Office<'d> {
    /// The person.
    pub person: ItemId,
    /// The title as printed.
    pub role: Option<&'d str>,
    /// Whom the person belongs to.
    pub part_of: Option<ItemId>,
}

/// Every person, in the format's order.
pub fn people(deal: &Deal) -> Vec<Office<'_>> {
    let office = |person: ItemId| match deal.item(person) {
        Some(Item::Actor(actor)) if actor.kind == ActorKind::Person => Some(Office {
            person,
            role: actor.role.as_deref(),
            part_of: deal.targets(person, crate::deal::Role::PartOf).next(),
        }),
        _ => None,
    };
    deal.of_kind(Kind::Actor).filter_map(office).collect()
}
