//! What hangs on what: the pieces of a deal that act on each other, and the arrows between them.
//!
//! An arrow leads from what acts to what is acted on, so that what comes first stands first; a need, whose link leads
//! from the one in need, is turned round. Each piece stands once, each arrow names the statement that proves it.

use crate::deal::gather::Gather;
use crate::deal::{Deal, EventState, Item, ItemId, Kind, LinkKind, Origin, Role};
use crate::reason::by_node;

/// What an arrow says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// A link of this kind.
    Link(LinkKind),
    /// A condition is what an exchange gives.
    Gives,
    /// A condition is what an exchange gets.
    Gets,
    /// A doubt is about the piece.
    Doubt,
}

/// An arrow from one piece to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrow {
    /// What acts.
    pub from: ItemId,
    /// What is acted on.
    pub to: ItemId,
    /// How.
    pub tie: Tie,
    /// The link, exchange or doubt that says so.
    pub via: ItemId,
}

/// The pieces, in the format's order, and their arrows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Dependence {
    /// What an arrow leads to or from; and every condition, for one on which nothing hangs is worth knowing too.
    pub pieces: Vec<ItemId>,
    /// The arrows.
    pub arrows: Vec<Arrow>,
}

impl Dependence {
    /// That of a deal, with or without what its editor inferred.
    pub fn of(deal: &Deal, editor: bool) -> Self {
        let counts = |id: ItemId| editor || deal.statement(id).is_some_and(|it| it.origin() == Origin::Source);
        let mut arrows = Vec::new();
        for id in deal.of_kind(Kind::Exchange).filter(|id| counts(*id)) {
            for (role, tie) in [(Role::Gives, Tie::Gives), (Role::Gets, Tie::Gets)] {
                deal.targets(id, role).map(|from| Arrow { from, to: id, tie, via: id }).add_to(&mut arrows);
            }
        }
        deal.of_kind(Kind::Link).filter(|id| counts(*id)).filter_map(|id| link(deal, id)).add_to(&mut arrows);
        // A doubt is usually tied to what it is about by a link that says more.
        for id in deal.of_kind(Kind::Doubt).filter(|id| counts(*id)) {
            for to in deal.targets(id, Role::About).filter(|to| takes_part(deal, *to)) {
                let tied = |one: ItemId, other: ItemId| {
                    deal.sources_of(one, Role::LinkFrom)
                        .any(|link| deal.targets(link, Role::LinkTo).any(|end| end == other))
                };
                if !(tied(id, to) || tied(to, id)) {
                    arrows.push(Arrow { from: id, to, tie: Tie::Doubt, via: id });
                }
            }
        }
        let mut used = vec![false; deal.len()];
        let ends = arrows.iter().flat_map(|arrow| [arrow.from, arrow.to]).chain(deal.of_kind(Kind::Condition));
        ends.for_each(|end| {
            if let Some(place) = used.get_mut(end.index()) {
                *place = true;
            }
        });
        let pieces = deal.items().map(|(id, _)| id).filter(|id| used.get(id.index()) == Some(&true)).gather();
        Self { pieces, arrows }
    }

    /// The part that these pieces make, with the arrows among them.
    #[must_use]
    pub fn among(&self, wanted: impl Fn(ItemId) -> bool) -> Self {
        let pieces = self.pieces.iter().copied().filter(|piece| wanted(*piece)).gather();
        let arrows = self.arrows.iter().copied().filter(|arrow| wanted(arrow.from) && wanted(arrow.to)).gather();
        Self { pieces, arrows }
    }

    /// So many pieces at most, the nearest to these: first they themselves, then what an arrow ties to them, and so on.
    pub fn nearest(&self, seeds: &[ItemId], limit: usize) -> Vec<ItemId> {
        let size = self.pieces.last().map_or(0, |last| last.index() + 1);
        // The two ends of an arrow stand side by side, so that from one the other is found.
        let ends: Vec<u32> = self.arrows.iter().flat_map(|arrow| [arrow.from.0, arrow.to.0]).gather();
        let (starts, order) = by_node(size, &ends);
        let (mut seen, mut found) = (vec![false; size], Vec::new());
        let mut waiting = seeds.to_vec();
        let mut next = 0;
        while let Some(piece) = waiting.get(next).copied().filter(|_| found.len() < limit) {
            next += 1;
            if let Some(seen) = seen.get_mut(piece.index()).filter(|seen| !**seen) {
                *seen = true;
                found.push(piece);
                let bound = |at: usize| starts.get(at).copied().unwrap_or_default() as usize;
                let here = order.get(bound(piece.index())..bound(piece.index() + 1)).unwrap_or_default();
                here.iter()
                    .filter_map(|at| ends.get(*at as usize ^ 1))
                    .map(|other| ItemId(*other))
                    .add_to(&mut waiting);
            }
        }
        found
    }
}

fn link(deal: &Deal, id: ItemId) -> Option<Arrow> {
    let Some(Item::Link(link)) = deal.item(id) else { return None };
    let (from, to) = (deal.target(id, Role::LinkFrom)?, deal.target(id, Role::LinkTo)?);
    let (from, to) = if link.kind == LinkKind::Needs { (to, from) } else { (from, to) };
    Some(Arrow { from, to, tie: Tie::Link(link.kind), via: id })
}

/// Whether a doubt can keep the piece open: not what is said of the deal, nor what is reported as a fact.
fn takes_part(deal: &Deal, id: ItemId) -> bool {
    match deal.item(id) {
        Some(Item::Event(event)) => matches!(event.state, EventState::Expected | EventState::Scheduled),
        Some(item) => matches!(item.kind(), Kind::Condition | Kind::Exchange | Kind::Aim | Kind::Doubt),
        None => false,
    }
}
