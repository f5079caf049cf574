//! Whether a step of a chain follows by its rule, and who loses what: once more from the rules alone.

use std::collections::{BTreeMap, BTreeSet};

use deal_explorer::deal::{Document, ItemId, Text};
use deal_explorer::reason::{Rule, Scenario, Setting, Step, Verdict};

/// Whether the rule that a step names gives its verdict, from what was told before.
pub(crate) fn bears(scenario: &Scenario, steps: &[Step], step: &Step) -> bool {
    // The fate of an exchange by its own links goes by the name of the exchange, so it may be told more than once.
    let told = |id: &ItemId| {
        let mut all: Vec<Verdict> = steps.iter().filter(|it| it.to == *id).map(|it| it.verdict).collect();
        all.extend(scenario.verdict(*id));
        all
    };
    let is = |id: &ItemId, fits: &dyn Fn(Verdict) -> bool| told(id).into_iter().any(fits);
    let any = |fits: &dyn Fn(Verdict) -> bool| step.from.iter().any(|id| is(id, fits));
    let setting = |wanted: Setting| step.from.iter().all(|id| scenario.setting(*id) == Some(wanted));
    match (step.rule, step.verdict) {
        (Rule::Need | Rule::Side, Verdict::Open) => any(&|it| matches!(it, Verdict::Open | Verdict::NoLongerOwed)),
        (Rule::Need | Rule::Side, verdict @ (Verdict::Unsupported | Verdict::Fails)) => any(&|it| it == verdict),
        (Rule::Support, Verdict::Unsupported) => {
            step.from.iter().all(|id| is(id, &|it| matches!(it, Verdict::Unsupported | Verdict::Fails)))
        }
        (Rule::Prevent, Verdict::Fails) => any(&|it| it == Verdict::Holds),
        (Rule::Threat, Verdict::Fails) => setting(Setting::Holds),
        (Rule::Threat | Rule::Doubt, Verdict::Open) => !setting(Setting::Fails),
        (Rule::Exchange | Rule::Void, Verdict::NoLongerOwed) => any(&|it| it == Verdict::Fails),
        _ => false,
    }
}

type Verdicts = BTreeMap<String, Verdict>;

fn changed<'a>(before: &'a Verdicts, after: &'a Verdicts) -> impl Iterator<Item = (&'a String, Verdict)> {
    after.iter().filter(|(id, verdict)| before.get(*id) != Some(*verdict)).map(|(id, verdict)| (id, *verdict))
}

/// How many conditions, exchanges, aims and events come to this verdict, but for the one that is set.
pub(crate) fn lost(document: &Document, before: &Verdicts, after: &Verdicts, set: &str, verdict: Verdict) -> u32 {
    let counted: BTreeSet<&str> = (document.conditions.iter().map(|it| &*it.statement.id))
        .chain(document.exchanges.iter().map(|it| &*it.statement.id))
        .chain(document.aims.iter().map(|it| &*it.statement.id))
        .chain(document.events.iter().map(|it| &*it.statement.id))
        .collect();
    let lost = changed(before, after).filter(|(id, it)| *it == verdict && *id != set && counted.contains(id.as_str()));
    lost.count() as u32
}

/// For whom something was to be done that is lost, whose aim it was, and who was to give it in exchange for that.
pub(crate) fn losers<'d>(document: &'d Document, before: &Verdicts, after: &Verdicts) -> BTreeSet<&'d str> {
    let grave = [Verdict::NoLongerOwed, Verdict::Unsupported, Verdict::Fails];
    let mut all: BTreeSet<&str> = BTreeSet::new();
    for (id, _) in changed(before, after).filter(|(_, it)| grave.contains(it)) {
        for condition in document.conditions.iter().filter(|it| it.statement.id == *id) {
            all.extend(condition.for_.iter().map(Text::as_str));
        }
        for aim in document.aims.iter().filter(|it| it.statement.id == *id) {
            all.extend(aim.of.iter().map(Text::as_str));
        }
        for exchange in &document.exchanges {
            for (own, other) in [(&exchange.gives, &exchange.gets), (&exchange.gets, &exchange.gives)] {
                let others = document
                    .conditions
                    .iter()
                    .filter(|it| own.iter().any(|it| it == id) && other.contains(&it.statement.id));
                all.extend(others.flat_map(|it| it.by.iter().map(Text::as_str)));
            }
        }
    }
    all
}
