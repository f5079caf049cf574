//! Who says so: the chain of voices of a statement, outermost first.

use crate::deal::gather::Gather;
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
    let voices: Vec<ItemId> = statement.voice.iter().filter_map(|id| deal.find(id)).gather();
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
    let same = |other: &str| other.trim().chars().map(small).eq(name.trim().chars().map(small));
    same(&actor.name) || actor.names.iter().any(|name| same(name))
}

/// The small letter of a capital one of the Latin, Greek, Cyrillic and Armenian scripts, as far as the two stand a
/// fixed way apart. The standard library's table of all scripts would be a fortieth of the widget.
fn small(letter: char) -> char {
    let apart = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        'Ա'..='Ֆ' => 48,
        'Ā'..='Į' | 'Ĳ'..='ķ' | 'Ŋ'..='ŷ' | 'Ѡ'..='ҁ' | 'Ҋ'..='ҿ' | 'Ӑ'..='ԯ' if u32::from(letter) % 2 == 0 => {
            1
        }
        'Ĺ'..='ň' | 'Ź'..='ž' | 'Ӂ'..='ӎ' if u32::from(letter) % 2 == 1 => 1,
        _ => 0,
    };
    char::from_u32(u32::from(letter) + apart).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::small;

    #[test]
    fn capitals_become_small_and_all_else_stays() {
        let capitals = "ABZÀÉÖØÞĀĶĹŇŊŶŹŽΑΡΣΩΫЀЏАЯѠҀҊҾӁӍӐԮԱՖ";
        let known: String = capitals.chars().flat_map(char::to_lowercase).collect();
        assert_eq!(capitals.chars().map(small).collect::<String>(), known);
        for letter in (0..0x600).filter_map(char::from_u32).filter(|letter| small(*letter) != *letter) {
            assert_eq!(letter.to_lowercase().collect::<Vec<_>>(), [small(letter)], "{letter}");
        }
    }
}
