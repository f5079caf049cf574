//! What to call an item, in a list of others and told in full.

use super::scribe::Scribe;
use crate::deal::{Item, ItemId};
use crate::words::sentence;

/// What to call an item in a list of others: names and titles as they are, the one exchange "the bargain".
pub(super) fn called(scribe: &Scribe<'_>, id: ItemId) -> String {
    let only = scribe.deal.document().exchanges.len() == 1;
    match scribe.deal.item(id) {
        Some(Item::Exchange(_)) if only => scribe.words.the_bargain.to_owned(),
        _ => condition(scribe, id).unwrap_or_else(|| scribe.label(id).trim_end_matches('.').to_owned()),
    }
}

/// A statement told in full: a condition by who is to do what, all others by their text.
pub(super) fn told(scribe: &Scribe<'_>, id: ItemId) -> String {
    let text = || scribe.deal.statement(id).map(|statement| statement.text.own()).unwrap_or_default();
    condition(scribe, id).unwrap_or_else(text)
}

/// "Russia is to press Assad"; `None` where the item is no condition, or names nobody: an act needs an actor, and
/// only the whole statement says how the act stands without one.
fn condition(scribe: &Scribe<'_>, id: ItemId) -> Option<String> {
    let Some(Item::Condition(it)) = scribe.deal.item(id) else { return None };
    (!it.by.is_empty()).then(|| sentence::condition(scribe.tongue, scribe.deal, id))
}
