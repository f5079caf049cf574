//! One side of the ledger: who is to do what, and what is left unsaid about it.

use crate::deal::gather::Gather;
use crate::deal::sort::sort_by_key;
use crate::deal::{Deal, Item, ItemId, Role, Slot, Standing};

/// The conditions that the same actors bear.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    /// Who is to act; empty where the source names nobody.
    pub bearers: Vec<ItemId>,
    /// What they are to do.
    pub deeds: Vec<Deed>,
    /// What the source does not say, most telling first.
    pub gaps: Vec<ItemId>,
}

/// One condition of a side.
#[derive(Debug, Clone, PartialEq)]
pub struct Deed {
    /// The condition.
    pub condition: ItemId,
    /// True where the deed before it has the same beneficiaries, targets and places, so that they need not be said
    /// until the last of the run.
    pub scope_follows: bool,
}

/// Gaps that change how the bargain is to be read. What else is unsaid stands with the condition itself.
const TELLING: &[Slot] = &[Slot::Consent, Slot::Bearer, Slot::Scope];

/// Where the source names nobody, who is to act is the first thing that a reader misses.
const TELLING_OF_NOBODY: &[Slot] = &[Slot::Bearer, Slot::Scope];

impl Side {
    /// Gathers conditions by their bearers, in order.
    pub(super) fn group(deal: &Deal, conditions: &[ItemId]) -> Vec<Self> {
        let mut sides: Vec<Self> = Vec::new();
        for condition in conditions {
            let bearers: Vec<ItemId> = deal.targets(*condition, Role::By).gather();
            let deed = Deed { condition: *condition, scope_follows: false };
            // Conditions that name nobody are not one actor's: each stands for itself.
            match sides.iter_mut().find(|side| !bearers.is_empty() && side.bearers == bearers) {
                Some(side) => side.deeds.push(deed),
                None => sides.push(Self { bearers, deeds: vec![deed], gaps: Vec::new() }),
            }
        }
        for side in &mut sides {
            side.gaps = gaps(deal, side);
            mark_shared_scope(deal, &mut side.deeds);
        }
        sides
    }

    /// The standing that the side's mark shows: the first bearer's first, or none where nobody is named.
    pub fn standing(&self, deal: &Deal) -> Option<Standing> {
        let bearer = deal.item(*self.bearers.first()?)?;
        let Item::Actor(actor) = bearer else { return None };
        actor.standing.first().copied()
    }

    /// Whether every bearer is a party to the deal.
    pub fn is_party(&self, deal: &Deal) -> bool {
        let party =
            |id: &ItemId| matches!(deal.item(*id), Some(Item::Actor(a)) if a.standing.contains(&Standing::Party));
        !self.bearers.is_empty() && self.bearers.iter().all(party)
    }
}

/// The scope of a condition: beneficiaries, targets and places.
fn scope(deal: &Deal, condition: ItemId) -> Vec<(Role, ItemId)> {
    let in_scope = |role| matches!(role, Role::For | Role::Against | Role::Where);
    let references = deal.references(condition).iter();
    references.filter(|r| in_scope(r.role)).map(|r| (r.role, r.item)).gather()
}

fn mark_shared_scope(deal: &Deal, deeds: &mut [Deed]) {
    let scopes: Vec<_> = deeds.iter().map(|deed| scope(deal, deed.condition)).gather();
    for (deed, pair) in deeds.iter_mut().zip(scopes.windows(2)) {
        deed.scope_follows = matches!(pair, [this, next] if this == next);
    }
}

fn gaps(deal: &Deal, side: &Side) -> Vec<ItemId> {
    let telling = if side.bearers.is_empty() { TELLING_OF_NOBODY } else { TELLING };
    let mut found: Vec<(usize, ItemId)> = Vec::new();
    for deed in &side.deeds {
        for gap in deal.sources_of(deed.condition, Role::About) {
            let Some(Item::Gap(item)) = deal.item(gap) else { continue };
            let weight = telling.iter().position(|slot| *slot == item.slot);
            if let Some(weight) = weight.filter(|_| !found.iter().any(|(_, other)| *other == gap)) {
                found.push((weight, gap));
            }
        }
    }
    sort_by_key(&mut found, |(weight, _)| *weight);
    // Two say enough on a first screen; the condition's own page has them all.
    found.into_iter().map(|(_, gap)| gap).take(2).gather()
}
