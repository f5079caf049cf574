//! The account of a scenario: what follows, step by step, each after those that it follows from.

#[cfg(feature = "app")]
use std::rc::Rc;

use super::scenario::Scenario;
use super::verdict::Verdict;
use super::why::{Step, Way};
use crate::deal::ItemId;
use crate::deal::gather::Gather;
#[cfg(feature = "app")]
use crate::deal::pace::rest;
use crate::deal::pace::{Pace, at_once};
use crate::deal::sort::sort_by_key;

/// The steps to everything that changed but was not set, those of short chains first; no more pieces than `limit`.
pub fn steps(scenario: &Scenario, limit: usize) -> Vec<Step> {
    let mut account = Account::of(scenario, limit);
    at_once(|pace| account.go_on(pace).then(|| account.told()))
}

/// An account that is being made.
pub(crate) struct Account<'s> {
    way: Way<'s>,
    changed: Vec<ItemId>,
    chains: Vec<Vec<Step>>,
}

impl<'s> Account<'s> {
    /// Nothing is found yet.
    pub(crate) fn of(scenario: &'s Scenario, limit: usize) -> Self {
        let mut changed = scenario.changes();
        changed.retain(|item| scenario.setting(*item).is_none());
        changed.truncate(limit);
        let goals = changed.iter().map(|item| item.0).gather();
        Self { way: Way::to(&scenario.spread, goals), changed, chains: Vec::new() }
    }

    /// Finds the chains; whether that is done.
    pub(crate) fn go_on(&mut self, pace: &Pace) -> bool {
        if !self.way.go_on(pace) {
            return false;
        }
        while let Some(item) = self.changed.get(self.chains.len()) {
            if !pace.step() {
                return false;
            }
            let chain = self.way.chain(item.0, pace);
            self.chains.push(chain);
        }
        true
    }

    /// The steps of all chains that were found, each once.
    pub(crate) fn told(&mut self) -> Vec<Step> {
        let mut chains = std::mem::take(&mut self.chains);
        sort_by_key(&mut chains, Vec::len);
        let mut told = vec![false; self.way.len()];
        let mut account: Vec<Step> = Vec::new();
        for step in chains.into_iter().flatten() {
            if told.get_mut(step.to.index()).is_some_and(|told| !std::mem::replace(told, true)) {
                account.push(step);
            }
        }
        account
    }
}

/// What was set against what the rules have: for each of the pieces that are set, if it is set milder than it would
/// result from the others, what would result.
pub fn against(scenario: &Scenario, set: &[ItemId]) -> Vec<(ItemId, Verdict)> {
    if let Some((_, found)) = scenario.against.as_deref().filter(|(known, _)| known == set) {
        return found.clone();
    }
    let mut holding = Holding::of(scenario, set);
    at_once(|pace| holding.go_on(scenario, set, pace).then(|| std::mem::take(&mut holding.found)))
}

/// Settings that are being held against the rules.
struct Holding {
    /// Of one alone, that is what was reported; only several have to be tried.
    other: Option<Scenario>,
    at: usize,
    /// Whether the next is tried, and what would result for it.
    tried: bool,
    without: Option<Verdict>,
    found: Vec<(ItemId, Verdict)>,
}

impl Holding {
    fn of(scenario: &Scenario, set: &[ItemId]) -> Self {
        let other = (set.len() > 1).then(|| scenario.clone());
        Self { other, at: 0, tried: false, without: None, found: Vec::new() }
    }

    /// Holds one after the other; whether that is done.
    #[inline(never)]
    fn go_on(&mut self, scenario: &Scenario, set: &[ItemId], pace: &Pace) -> bool {
        while let Some(piece) = set.get(self.at).copied() {
            if let Some(setting) = scenario.setting(piece) {
                if let Some(other) = &mut self.other {
                    // First without it, then with it again.
                    if !self.tried {
                        if other.suppose_on(piece, None, pace).is_none() {
                            return false;
                        }
                        (self.tried, self.without) = (true, other.verdict(piece));
                    }
                    if other.suppose_on(piece, Some(setting), pace).is_none() {
                        return false;
                    }
                    self.tried = false;
                } else {
                    self.without = scenario.reported(piece);
                }
                let graver = self.without.filter(|verdict| *verdict > Verdict::Open.max(setting.into()));
                self.found.extend(graver.map(|verdict| (piece, verdict)));
            }
            self.at += 1;
        }
        true
    }
}

#[cfg(feature = "app")]
impl Scenario {
    /// Works out what is set against the rules, for when it is asked of just these pieces.
    pub(crate) async fn hold_against(&mut self, set: Vec<ItemId>, pace: &Pace) {
        let mut holding = Holding::of(self, &set);
        while !holding.go_on(self, &set, pace) {
            rest().await;
        }
        self.against = Some(Rc::new((set, holding.found)));
    }
}
