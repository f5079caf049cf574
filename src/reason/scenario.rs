//! A scenario: what the reader supposes, and what follows.

use crate::deal::gather::Gather;
use std::rc::Rc;

use super::graph::{Graph, Node};
use super::spread::Spread;
use super::verdict::{Setting, Verdict, is_settable};
use super::why::{Step, why};
use crate::deal::sort::sort_and_dedup;
use crate::deal::{Deal, ItemId, Kind};

/// What is supposed of a deal, and what follows from it.
#[derive(Debug, Clone)]
pub struct Scenario {
    kinds: Vec<Kind>,
    spread: Spread,
    reported: Rc<[Verdict]>,
}

impl Scenario {
    /// The deal as reported: nothing is supposed. Without the editor's links, no conclusion stands on one.
    pub fn new(deal: &Deal, editor: bool) -> Self {
        let spread = Spread::new(Rc::new(Graph::new(deal, editor)));
        let reported = (0..spread.graph.len() as Node).map(|node| spread.verdict(node)).gather().into();
        Self { kinds: deal.items().map(|(_, item)| item.kind()).gather(), spread, reported }
    }

    /// Whether something can be supposed of the item: of conditions, aims, doubts and events.
    pub fn is_settable(&self, item: ItemId) -> bool {
        self.kinds.get(item.index()).copied().is_some_and(is_settable)
    }

    /// Supposes something of an item, or nothing any more; gives the items whose verdict that changes.
    pub fn suppose(&mut self, item: ItemId, setting: Option<Setting>) -> Vec<ItemId> {
        if !self.is_settable(item) {
            return Vec::new();
        }
        let mut changed = self.spread.put(item.0, setting);
        changed.retain(|node| *node < self.spread.graph.items);
        sort_and_dedup(&mut changed);
        changed.into_iter().map(ItemId).gather()
    }

    /// Supposes nothing any more.
    pub fn reset(&mut self) {
        for node in 0..self.spread.graph.items {
            if self.spread.setting(node).is_some() {
                self.spread.put(node, None);
            }
        }
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
        why(&self.spread, item.0)
    }
}
