//! What hangs on what: the pieces of a deal that act on each other, and the arrows between them.
//!
//! An arrow leads from what acts to what is acted on, so that what comes first stands first; a need, whose link leads
//! from the one in need, is turned round. Each piece stands once, each arrow names the statement that proves it.

use crate::deal::gather::Gather;
use crate::deal::pace::{Pace, at_once};
#[cfg(any(feature = "app", test))]
use crate::deal::sort::sort_and_dedup;
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
        let mut finding = Finding::of(deal, editor);
        at_once(|pace| finding.go_on(deal, pace))
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
        Ends::of(self).nearest(self, seeds, limit)
    }

    /// The end of an arrow with this number, of which each has two.
    fn end(&self, number: u32) -> Option<ItemId> {
        let arrow = self.arrows.get(number as usize / 2)?;
        Some(if number.is_multiple_of(2) { arrow.from } else { arrow.to })
    }
}

/// The arrows as far as they are found.
pub(crate) struct Finding {
    editor: bool,
    /// The next link, then the next doubt.
    link: u32,
    doubt: u32,
    arrows: Vec<Arrow>,
}

impl Finding {
    /// Those of the exchanges.
    pub(crate) fn of(deal: &Deal, editor: bool) -> Self {
        let mut arrows = Vec::new();
        for id in deal.of_kind(Kind::Exchange).filter(|id| counts(deal, *id, editor)) {
            for (role, tie) in [(Role::Gives, Tie::Gives), (Role::Gets, Tie::Gets)] {
                deal.targets(id, role).map(|from| Arrow { from, to: id, tie, via: id }).add_to(&mut arrows);
            }
        }
        let (links, doubts) = (deal.range(Kind::Link), deal.range(Kind::Doubt));
        // What is as long as this does not grow by doubling: the memory of that stays with the page.
        arrows.reserve_exact(links.len() + doubts.len());
        Self { editor, link: links.start, doubt: doubts.start, arrows }
    }

    /// Goes on; gives all once it is found.
    #[inline(never)]
    pub(crate) fn go_on(&mut self, deal: &Deal, pace: &Pace) -> Option<Dependence> {
        for (next, end) in
            [(&mut self.link, deal.range(Kind::Link).end), (&mut self.doubt, deal.range(Kind::Doubt).end)]
        {
            while *next < end {
                if !pace.step() {
                    return None;
                }
                let id = ItemId(*next);
                *next += 1;
                if counts(deal, id, self.editor) {
                    self.arrows.extend(link(deal, id));
                    doubt(deal, id, &mut self.arrows);
                }
            }
        }
        let arrows = std::mem::take(&mut self.arrows);
        let mut used = vec![false; deal.len()];
        let ends = arrows.iter().flat_map(|arrow| [arrow.from, arrow.to]).chain(deal.of_kind(Kind::Condition));
        ends.for_each(|end| {
            if let Some(place) = used.get_mut(end.index()) {
                *place = true;
            }
        });
        let mut pieces = Vec::with_capacity(used.iter().filter(|used| **used).count());
        (0..).zip(used).filter(|(_, used)| *used).map(|(number, _)| ItemId(number)).add_to(&mut pieces);
        pace.pay(arrows.len());
        Some(Dependence { pieces, arrows })
    }
}

fn counts(deal: &Deal, id: ItemId, editor: bool) -> bool {
    editor || deal.statement(id).is_some_and(|it| it.origin() == Origin::Source)
}

/// A doubt is usually tied to what it is about by a link that says more.
fn doubt(deal: &Deal, id: ItemId, arrows: &mut Vec<Arrow>) {
    for to in deal.targets(id, Role::About).filter(|to| takes_part(deal, *to)) {
        let tied = |one: ItemId, other: ItemId| {
            deal.sources_of(one, Role::LinkFrom).any(|link| deal.targets(link, Role::LinkTo).any(|end| end == other))
        };
        if !(tied(id, to) || tied(to, id)) {
            arrows.push(Arrow { from: id, to, tie: Tie::Doubt, via: id });
        }
    }
}

/// Where the arrows end, by piece: what is near one is found without looking at all of them.
#[derive(Debug, Default)]
pub(crate) struct Ends {
    starts: Vec<u32>,
    /// The two ends of an arrow have numbers side by side, so that from one the other is found.
    numbers: Vec<u32>,
}

impl Ends {
    pub(crate) fn of(whole: &Dependence) -> Self {
        let size = whole.pieces.last().map_or(0, |last| last.index() + 1);
        let end = |number: usize| whole.end(number as u32).map_or(0, |end| end.0);
        let (starts, numbers) = by_node(size, 2 * whole.arrows.len(), &end);
        Self { starts, numbers }
    }

    fn at(&self, piece: ItemId) -> &[u32] {
        let bound = |at: usize| self.starts.get(at).copied().unwrap_or_default() as usize;
        self.numbers.get(bound(piece.index())..bound(piece.index() + 1)).unwrap_or_default()
    }

    /// So many pieces at most, the nearest to these.
    pub(crate) fn nearest(&self, whole: &Dependence, seeds: &[ItemId], limit: usize) -> Vec<ItemId> {
        let (mut seen, mut found) = (vec![false; self.starts.len().saturating_sub(1)], Vec::new());
        let mut waiting = seeds.to_vec();
        let mut next = 0;
        while let Some(piece) = waiting.get(next).copied().filter(|_| found.len() < limit) {
            next += 1;
            if let Some(seen) = seen.get_mut(piece.index()).filter(|seen| !**seen) {
                *seen = true;
                found.push(piece);
                self.at(piece).iter().filter_map(|number| whole.end(number ^ 1)).add_to(&mut waiting);
            }
        }
        found
    }

    /// The part that a few pieces make, which are in order: the same as [`Dependence::among`] them.
    #[cfg(any(feature = "app", test))]
    pub(crate) fn among(&self, whole: &Dependence, few: &[ItemId]) -> Dependence {
        let is_in = |piece: &ItemId| few.binary_search(piece).is_ok();
        let pieces = few.iter().copied().filter(|piece| whole.pieces.binary_search(piece).is_ok()).gather();
        // From where they begin, so each stands once.
        let ends = few.iter().flat_map(|piece| self.at(*piece)).filter(|number| number.is_multiple_of(2));
        let mut arrows: Vec<u32> = ends
            .filter(|number| whole.end(**number ^ 1).is_some_and(|to| is_in(&to)))
            .map(|number| number / 2)
            .gather();
        sort_and_dedup(&mut arrows);
        let arrows = arrows.iter().filter_map(|at| whole.arrows.get(*at as usize)).copied().gather();
        Dependence { pieces, arrows }
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

#[cfg(test)]
mod tests {
    use super::{Arrow, Dependence, Ends, Tie};
    use crate::deal::ItemId;
    use crate::deal::LinkKind::Needs;

    #[test]
    fn a_few_pieces_make_the_same_part_by_their_ends_as_by_all_arrows() {
        let pieces: Vec<ItemId> = (0..40).filter(|at| at % 5 != 2).map(ItemId).collect();
        let some = |at: u32| pieces[(at * 37 % 101 % 17 + at / 3) as usize % pieces.len()];
        let arrows = (0..120).map(|at| Arrow {
            from: some(at),
            to: some(at * 7 + 1),
            tie: Tie::Link(Needs),
            via: ItemId(100 + at),
        });
        let whole = Dependence { arrows: arrows.collect(), pieces: pieces.clone() };
        let ends = Ends::of(&whole);
        for seed in &pieces {
            let mut few = ends.nearest(&whole, &[*seed], 9);
            assert_eq!(few, whole.nearest(&[*seed], 9));
            // What takes no part may be asked for.
            few.push(ItemId(12));
            few.sort_unstable();
            let part = ends.among(&whole, &few);
            assert_eq!(part, whole.among(|piece| few.contains(&piece)));
            assert!(!part.arrows.is_empty());
        }
    }
}
