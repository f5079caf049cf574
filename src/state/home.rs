//! The view where an item lives.

use crate::deal::{Deal, ItemId, Kind, Role};

use super::model::View;

/// The view that shows the item with this id; `None` if the deal has none.
pub fn home(deal: &Deal, id: &str) -> Option<View> {
    home_of(deal, deal.find(id)?)
}

/// The view that shows the item; `None` if it belongs to another deal.
pub fn home_of(deal: &Deal, id: ItemId) -> Option<View> {
    Some(match deal.kind(id)? {
        Kind::Actor | Kind::Relation | Kind::Aim => View::Parties,
        Kind::Condition | Kind::Exchange | Kind::Link | Kind::Section => View::Conditions,
        Kind::Doubt | Kind::Gap | Kind::Tension => View::Open,
        Kind::Event | Kind::Figure | Kind::Medium | Kind::Place => View::Facts,
        Kind::Source => View::Source,
        Kind::Remark => subject(deal, id).unwrap_or(View::Brief),
    })
}

/// A remark lives with the first thing that it is about; one about the deal, or about another remark, in the brief.
fn subject(deal: &Deal, remark: ItemId) -> Option<View> {
    let about = deal.target(remark, Role::About)?;
    if deal.kind(about) == Some(Kind::Remark) { None } else { home_of(deal, about) }
}
