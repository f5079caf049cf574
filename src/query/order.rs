//! Facts in order: events, figures, people with their offices, media.

use crate::deal::gather::Gather;
use crate::deal::sort::sort_by;
use crate::deal::{ActorKind, Deal, Edtf, EventState, Item, ItemId, Kind};

/// Events: what is past, what goes on, what is to come; within these by date, and the undated last in the format's
/// order. The date is `None` where the document has none.
pub fn timeline(deal: &Deal) -> Vec<(ItemId, Option<Edtf>)> {
    let mut events: Vec<(u8, ItemId, Option<Edtf>)> = deal
        .of_kind(Kind::Event)
        .filter_map(|id| match deal.item(id) {
            Some(Item::Event(event)) => Some((tense(event.state), id, event.date.as_deref().and_then(Edtf::parse))),
            _ => None,
        })
        .gather();
    sort_by(&mut events, |(tense, _, date), (other, _, other_date)| {
        let dates = match (date, other_date) {
            (Some(date), Some(other)) => date.order(other),
            _ => date.is_none().cmp(&other_date.is_none()),
        };
        tense.cmp(other).then(dates)
    });
    events.into_iter().map(|(_, id, span)| (id, span)).gather()
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
    deal.of_kind(Kind::Figure).gather()
}

/// Every picture and film.
pub fn media(deal: &Deal) -> Vec<ItemId> {
    deal.of_kind(Kind::Medium).gather()
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
    deal.of_kind(Kind::Actor).filter_map(office).gather()
}
