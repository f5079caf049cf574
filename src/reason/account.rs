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

/// What was set against what the rules have: for each of these pieces that is set milder than it would result from the
/// others, what would result.
pub fn against(scenario: &Scenario, pieces: &[ItemId]) -> Vec<(ItemId, Verdict)> {
    let mut other = scenario.clone();
    let mut found = Vec::new();
    for piece in pieces {
        let Some(setting) = scenario.setting(*piece) else { continue };
        other.suppose(*piece, None);
        if let Some(verdict) = other.verdict(*piece).filter(|verdict| *verdict > Verdict::Open.max(setting.into())) {
            found.push((*piece, verdict));
        }
        other.suppose(*piece, Some(setting));
    }
    found
}
