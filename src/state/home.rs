//! The view where an item lives.

use crate::deal::{Deal, Item, ItemId, Kind, Role};

use super::model::View;

/// The view that shows the item with this id; `None` if the deal has none.
pub fn home(deal: &Deal, id: &str) -> Option<View> {
    let id = deal.find(id)?;
    Some(match deal.item(id)?.kind() {
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
    let about = deal.targets(remark, Role::About).find_map(|id| deal.item(id))?;
    if about.kind() == Kind::Remark { None } else { home(deal, Item::id(about)) }
}
