//! Who says so: the chain of voices of a statement, outermost first.

use crate::deal::{Deal, Item, ItemId, Origin, Role};

/// Who says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// Sources whose publishers report it in their own voice around the rest; one of each publisher. Empty for the
    /// editor's statements, for gaps, and where the publisher is itself the first voice.
    pub publishers: Vec<ItemId>,
    /// The actors cited, outermost first.
    pub voices: Vec<ItemId>,
    /// Whose statement it is.
    pub origin: Origin,
}

/// The chain of voices of a statement; `None` if the item is none.
pub fn chain(deal: &Deal, item: ItemId) -> Option<Chain> {
    let statement = deal.statement(item)?;
    let voices: Vec<ItemId> = statement.voice.iter().filter_map(|id| deal.find(id)).collect();
    let mut publishers: Vec<ItemId> = Vec::new();
    for source in deal.targets(item, Role::Evidence) {
        let Some(name) = publisher(deal, source) else { continue };
        let first = voices.first().is_some_and(|voice| is_called(deal, *voice, name));
        if !first && publishers.iter().all(|other| publisher(deal, *other) != Some(name)) {
            publishers.push(source);
        }
    }
    Some(Chain { publishers, voices, origin: statement.origin() })
}

fn publisher(deal: &Deal, source: ItemId) -> Option<&str> {
    match deal.item(source) {
        Some(Item::Source(source)) => Some(source.publisher.trim()),
        _ => None,
    }
}

fn is_called(deal: &Deal, actor: ItemId, name: &str) -> bool {
    let Some(Item::Actor(actor)) = deal.item(actor) else { return false };
    let lower = |text: &str| text.trim().chars().flat_map(char::to_lowercase).collect::<String>();
    let same = |other: &String| lower(other) == lower(name);
    same(&actor.name) || actor.names.iter().any(same)
}
