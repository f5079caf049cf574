//! The account of a scenario: what follows, step by step, each after those that it follows from.

#[cfg(feature = "app")]
use std::rc::Rc;

use super::scenario::Scenario;
use super::verdict::Verdict;
use super::why::{Step, Way};
use crate::deal::ItemId;
use crate::deal::gather::Gather;
use crate::deal::pace::{Pace, at_once};
use crate::deal::sort::sort_by_key;

/// The steps to everything that changed but was not set, those of short chains first; no more pieces than `limit`.
pub fn steps(scenario: &Scenario, limit: usize) -> Vec<Step> {
    let pace = Pace::default();
    at_once(&pace, steps_in_shares(scenario, limit, &pace))
}

/// The same, with pauses.
pub(crate) async fn steps_in_shares(scenario: &Scenario, limit: usize, pace: &Pace) -> Vec<Step> {
    let mut changed = scenario.changes();
    changed.retain(|item| scenario.setting(*item).is_none());
    changed.truncate(limit);
    let goals = changed.iter().map(|item| item.0).gather();
    let mut way = Way::to(&scenario.spread, goals, pace).await;
    let mut chains: Vec<Vec<Step>> = Vec::new();
    let mut changed = changed.into_iter();
    pace.until(&mut || {
        let Some(item) = changed.next() else { return false };
        chains.push(way.chain(item.0, pace));
        true
    })
    .await;
    sort_by_key(&mut chains, Vec::len);
    let mut told = vec![false; scenario.spread.graph.len()];
    let mut account: Vec<Step> = Vec::new();
    for step in chains.into_iter().flatten() {
        if told.get_mut(step.to.index()).is_some_and(|told| !std::mem::replace(told, true)) {
            account.push(step);
        }
    }
    account
}

/// What was set against what the rules have: for each of the pieces that are set, if it is set milder than it would
/// result from the others, what would result.
pub fn against(scenario: &Scenario, set: &[ItemId]) -> Vec<(ItemId, Verdict)> {
    if let Some((_, found)) = scenario.against.as_deref().filter(|(known, _)| known == set) {
        return found.clone();
    }
    let pace = Pace::default();
    at_once(&pace, against_in_shares(scenario, set, &pace))
}

/// The same, with pauses.
async fn against_in_shares(scenario: &Scenario, set: &[ItemId], pace: &Pace) -> Vec<(ItemId, Verdict)> {
    // Of one alone, that is what was reported; only several have to be tried.
    let mut other = (set.len() > 1).then(|| scenario.clone());
    let mut found = Vec::new();
    for piece in set {
        let Some(setting) = scenario.setting(*piece) else { continue };
        let without = match &mut other {
            Some(other) => {
                other.suppose_in_shares(*piece, None, pace).await;
                let verdict = other.verdict(*piece);
                other.suppose_in_shares(*piece, Some(setting), pace).await;
                verdict
            }
            None => scenario.reported(*piece),
        };
        let graver = without.filter(|verdict| *verdict > Verdict::Open.max(setting.into()));
        found.extend(graver.map(|verdict| (*piece, verdict)));
    }
    found
}

#[cfg(feature = "app")]
impl Scenario {
    /// Works out what is set against the rules, for when it is asked of just these pieces.
    pub(crate) async fn hold_against(&mut self, set: Vec<ItemId>, pace: &Pace) {
        let found = against_in_shares(self, &set, pace).await;
        self.against = Some(Rc::new((set, found)));
    }
}
