//! Work that is done in shares, and all that comes of it, to be held against the same at once.

use std::collections::BTreeMap;

use deal_explorer::deal::{Deal, Paced};
use deal_explorer::reason::{Scenario, Step, Verdict};

use super::verdicts;

/// What comes of work that is done in shares of so many steps.
pub(crate) fn all(mut work: Paced<Scenario>, share: u32) -> Scenario {
    loop {
        if let Some(scenario) = work.go_on(share) {
            return scenario;
        }
    }
}

/// All that a scenario has to tell: verdicts, the steps to each, and what it cost.
pub(crate) fn told(deal: &Deal, scenario: &Scenario) -> (BTreeMap<String, Verdict>, Vec<Vec<Step>>, u64) {
    let why = deal.items().map(|(id, _)| scenario.why(id)).collect();
    (verdicts(deal, scenario), why, scenario.effort())
}
