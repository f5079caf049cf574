//! Conditions as sentences, and what to call an item.

use super::scribe::Scribe;
use crate::deal::{Agreed, Duty, Item, ItemId, Role};
use crate::words::sentence::names;

/// What to call an item in running text: a condition by its sentence, the one exchange as "the bargain", others by
/// name, title or text.
pub(super) fn called(scribe: &Scribe<'_>, id: ItemId) -> String {
    let only = scribe.deal.document().exchanges.len() == 1;
    match scribe.deal.item(id) {
        Some(Item::Exchange(_)) if only => scribe.words.the_bargain.to_owned(),
        _ => told(scribe, id).trim_end_matches('.').to_owned(),
    }
}

/// A statement told in full: a condition by its sentence, others by name, title or text.
pub(super) fn told(scribe: &Scribe<'_>, id: ItemId) -> String {
    condition(scribe, id).unwrap_or_else(|| scribe.label(id).to_owned())
}

/// "Russia is to press Assad"; `None` where the item is no condition, or names nobody: an act needs an actor, and
/// only the whole statement says how the act stands without one.
fn condition(scribe: &Scribe<'_>, id: ItemId) -> Option<String> {
    let Some(Item::Condition(it)) = scribe.deal.item(id) else { return None };
    let bearers = names(scribe.tongue, scribe.deal, scribe.deal.targets(id, Role::By));
    (!bearers.is_empty()).then(|| format!("{bearers} {} {}", lead(scribe, id), it.act))
}

/// The words between the bearers and the act: "is to", "are to", "is to be pressed to".
pub(super) fn lead(scribe: &Scribe<'_>, id: ItemId) -> &'static str {
    let duty = match scribe.deal.item(id) {
        Some(Item::Condition(it)) => it.duty.unwrap_or_default(),
        _ => Duty::Must,
    };
    let many = scribe.deal.targets(id, Role::By).nth(1).is_some();
    (scribe.words.duty)(duty, many, is_pressed(scribe, id))
}

/// Whether the bearer is only to be pressed to do it: somebody is to press it, and nothing says that it agreed.
fn is_pressed(scribe: &Scribe<'_>, id: ItemId) -> bool {
    let deal = scribe.deal;
    let agreed = match deal.item(id) {
        Some(Item::Condition(it)) => it.agreed.unwrap_or_default(),
        _ => Agreed::Unsaid,
    };
    let pressed = |bearer: ItemId| deal.sources_of(bearer, Role::Pressing).next().is_some();
    agreed == Agreed::Unsaid && deal.targets(id, Role::By).any(pressed)
}
