//! The passages that stand side by side in a tension.

use crate::deal::{Deal, Evidence, ItemId};

/// The words for one side of a tension: those that the tension itself quotes from it, else the side's first.
pub fn passage(deal: &Deal, tension: ItemId, side: ItemId) -> Option<&Evidence> {
    let quoted = |evidence: &&Evidence| deal.evidence(tension).any(|own| own == *evidence);
    deal.evidence(side).find(quoted).or_else(|| deal.evidence(side).next())
}
