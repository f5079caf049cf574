//! Walking through what hangs together: along an arrow, back along one, or to the neighbour in the order of reading.

use super::dependence::Dependence;
use crate::deal::ItemId;

/// A step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// To what the piece acts on.
    Forward,
    /// To what acts on it.
    Back,
    /// To the next in the order of reading.
    Next,
    /// To the one before.
    Previous,
}

/// Where a step from a piece leads; `None` where there is nothing on that side. Of several pieces that arrows lead to,
/// the first in the order of reading; from there it is steps to the next.
pub fn walk(dependence: &Dependence, order: &[ItemId], from: ItemId, pace: Pace) -> Option<ItemId> {
    let here = order.iter().position(|piece| *piece == from)?;
    match pace {
        Pace::Next => order.get(here + 1).copied(),
        Pace::Previous => order.get(here.checked_sub(1)?).copied(),
        Pace::Forward | Pace::Back => {
            let leads = |to: ItemId| {
                let ends = if pace == Pace::Forward { (from, to) } else { (to, from) };
                dependence.arrows.iter().any(|arrow| (arrow.from, arrow.to) == ends)
            };
            order.iter().copied().find(|piece| *piece != from && leads(*piece))
        }
    }
}
