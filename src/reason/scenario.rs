//! A scenario: what the reader supposes, and what follows.

use std::rc::Rc;

use super::build::Building;
use super::graph::Node;
use super::spread::Spread;
use super::verdict::{Setting, Verdict, is_settable};
use super::why::{Step, Way};
use crate::deal::gather::Gather;
use crate::deal::pace::{Pace, Paced, at_once, rest};
use crate::deal::{Deal, ItemId};

/// What is supposed of a deal, and what follows from it.
#[derive(Debug, Clone)]
pub struct Scenario {
    deal: Deal,
    pub(super) spread: Spread,
    reported: Rc<[Verdict]>,
    /// What was set against the rules, once that is worked out: of which pieces that was asked, and what was found.
    pub(super) against: Option<Rc<Against>>,
}

/// Pieces that are set, and those of them that would be graver by the others alone.
pub(super) type Against = (Vec<ItemId>, Vec<(ItemId, Verdict)>);

impl Scenario {
    /// The deal as reported: nothing is supposed. Without the editor's links, no conclusion stands on one. All at once:
    /// a large deal wants [`in_shares`](Self::in_shares).
    pub fn new(deal: &Deal, editor: bool) -> Self {
        let mut building = Building::of(deal, editor);
        at_once(|pace| building.go_on(pace))
    }

    /// The same in as many shares as the caller likes, so that a page never waits for it. What comes of it, down to what
    /// each verdict rests on, is the same whatever the shares.
    pub fn in_shares(deal: &Deal, editor: bool) -> Paced<Self> {
        let deal = deal.clone();
        Paced::new(|pace| async move { Self::build(&deal, editor, &pace).await })
    }

    /// How many steps that may take: an estimate.
    #[cfg(feature = "app")]
    pub(crate) fn steps(deal: &Deal) -> u64 {
        7 * deal.len() as u64 + 12 * deal.range(crate::deal::Kind::Link).len() as u64
    }

    pub(super) fn of(deal: Deal, spread: Spread, reported: Rc<[Verdict]>) -> Self {
        Self { deal, spread, reported, against: None }
    }

    /// The same, with pauses.
    pub(crate) async fn build(deal: &Deal, editor: bool, pace: &Pace) -> Self {
        let mut building = Building::of(deal, editor);
        loop {
            match building.go_on(pace) {
                Some(built) => return built,
                None => rest().await,
            }
        }
    }

    /// Goes on from here in shares: supposes these, one after the other.
    pub fn supposing(mut self, changes: Vec<(ItemId, Option<Setting>)>) -> Paced<Self> {
        Paced::new(|pace| async move {
            self.suppose_all(changes, &pace).await;
            self
        })
    }

    /// Supposes these, with pauses.
    pub(crate) async fn suppose_all(&mut self, changes: Vec<(ItemId, Option<Setting>)>, pace: &Pace) {
        for (item, setting) in changes {
            while self.suppose_on(item, setting, pace).is_none() {
                rest().await;
            }
        }
    }

    /// Whether something can be supposed of the item: of conditions, aims, doubts and events.
    pub fn is_settable(&self, item: ItemId) -> bool {
        self.deal.kind(item).is_some_and(is_settable)
    }

    /// Supposes something of an item, or nothing any more; gives the items whose verdict that changes.
    pub fn suppose(&mut self, item: ItemId, setting: Option<Setting>) -> Vec<ItemId> {
        at_once(|pace| self.suppose_on(item, setting, pace))
    }

    /// The same with pauses: where it gives `None`, it goes on with the same.
    pub(super) fn suppose_on(&mut self, item: ItemId, setting: Option<Setting>, pace: &Pace) -> Option<Vec<ItemId>> {
        if !self.is_settable(item) {
            return Some(Vec::new());
        }
        self.against = None;
        let mut changed = self.spread.put(item.0, setting, pace)?;
        changed.retain(|node| *node < self.spread.graph.items);
        Some(changed.into_iter().map(ItemId).gather())
    }

    /// Supposes nothing any more.
    pub fn reset(&mut self) {
        for item in self.set() {
            self.suppose(item, None);
        }
    }

    /// The items of which something is supposed.
    pub(super) fn set(&self) -> Vec<ItemId> {
        (0..self.spread.graph.items).map(ItemId).filter(|item| self.setting(*item).is_some()).gather()
    }

    /// What is supposed of an item.
    pub fn setting(&self, item: ItemId) -> Option<Setting> {
        self.spread.setting(item.0)
    }

    /// The verdict on an item; `None` where it takes no part.
    pub fn verdict(&self, item: ItemId) -> Option<Verdict> {
        self.spread.graph.begins.get(item.index()).copied().flatten().map(|_| self.spread.verdict(item.0))
    }

    /// The verdict before anything is supposed.
    pub fn reported(&self, item: ItemId) -> Option<Verdict> {
        self.verdict(item).and_then(|_| self.reported.get(item.index()).copied())
    }

    /// Every item whose verdict is another than as reported, in the format's order.
    pub fn changes(&self) -> Vec<ItemId> {
        let other = |node: &Node| self.reported.get(*node as usize) != Some(&self.spread.verdict(*node));
        (0..self.spread.graph.items).filter(other).map(ItemId).gather()
    }

    /// How often a piece was judged so far: what changes cost, in a measure that is the same on every machine.
    pub fn effort(&self) -> u64 {
        self.spread.effort
    }

    /// The steps by which the item came to its verdict, the first ones from what is set or reported. Empty where the
    /// verdict is so from the beginning, or set.
    pub fn why(&self, item: ItemId) -> Vec<Step> {
        let mut way = Way::to(&self.spread, vec![item.0]);
        at_once(|pace| way.go_on(pace).then(|| way.chain(item.0, pace)))
    }
}
