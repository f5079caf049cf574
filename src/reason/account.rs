//! The account of a scenario: what follows, step by step, each after those that it follows from.

use super::scenario::Scenario;
use super::verdict::Verdict;
use super::why::Step;
use crate::deal::ItemId;
use crate::deal::gather::Gather;
use crate::deal::sort::sort_by_key;

/// The steps to everything that changed but was not set, those of short chains first; no more pieces than `limit`.
pub fn steps(scenario: &Scenario, limit: usize) -> Vec<Step> {
    let changed = scenario.changes().into_iter().filter(|item| scenario.setting(*item).is_none());
    let mut chains: Vec<Vec<Step>> = changed.take(limit).map(|item| scenario.why(item)).gather();
    sort_by_key(&mut chains, Vec::len);
    let mut account: Vec<Step> = Vec::new();
    for step in chains.into_iter().flatten() {
        if account.iter().all(|told| told.to != step.to) {
            account.push(step);
        }
    }
    account
}

/// What was set against what the rules have: for each of the pieces that are set, if it is set milder than it would
/// result from the others, what would result.
pub fn against(scenario: &Scenario, set: &[ItemId]) -> Vec<(ItemId, Verdict)> {
    // Of one alone, that is what was reported; only several have to be tried.
    let mut other = (set.len() > 1).then(|| scenario.clone());
    let mut found = Vec::new();
    for piece in set {
        let Some(setting) = scenario.setting(*piece) else { continue };
        let without = match &mut other {
            Some(other) => {
                other.suppose(*piece, None);
                let verdict = other.verdict(*piece);
                other.suppose(*piece, Some(setting));
                verdict
            }
            None => scenario.reported(*piece),
        };
        let graver = without.filter(|verdict| *verdict > Verdict::Open.max(setting.into()));
        found.extend(graver.map(|verdict| (*piece, verdict)));
    }
    found
}
