//! The verdict that a piece begins with: as the document has it, before anything is supposed.

use super::verdict::Verdict;
use crate::deal::{Certainty, DealState, EventState, Item};

/// The verdict before any rule; `None` for an item that takes no part.
pub(super) fn begin(item: Item<'_>, state: DealState) -> Option<Verdict> {
    let certain = item.statement().is_some_and(|statement| statement.certainty() == Certainty::Certain);
    match item {
        Item::Condition(condition) => {
            // Before a deal is in force, the firmest words about it are no more than words.
            let kept = state == DealState::InForce && certain && condition.fulfilment != Some(0);
            Some(if kept { Verdict::Holds } else { Verdict::Open })
        }
        Item::Event(event) => {
            let fact = certain && matches!(event.state, EventState::Past | EventState::Ongoing);
            Some(if fact { Verdict::Holds } else { Verdict::Open })
        }
        // It stands as its sides do.
        Item::Exchange(_) => Some(Verdict::Holds),
        Item::Aim(_) | Item::Doubt(_) | Item::Remark(_) => Some(Verdict::Open),
        _ => None,
    }
}
