//! The texts of an item that a search looks into.

use crate::deal::{Deal, Item, ItemId, Text};

/// Which text of an item it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// A name, a name as printed, or a title.
    Name,
    /// A person's office.
    Role,
    /// The statement's sentence.
    Text,
    /// A condition's act.
    Act,
    /// The source's words for an exchange or a link.
    Words,
    /// The source's own hedge.
    Hedge,
    /// A time, a number or a duration as printed.
    Printed,
    /// Words of the source that prove the item.
    Quote,
    /// A paragraph retold; only sources have them.
    Digest,
}

/// Calls `visit` for every text of an item, with its place among the texts of the same field.
pub(super) fn each_text<'d>(deal: &'d Deal, id: ItemId, mut visit: impl FnMut(Field, usize, &'d str)) {
    each(deal, id, &mut |field, at, text| visit(field, at, text));
}

// Once for all who call it.
#[inline(never)]
fn each<'d>(deal: &'d Deal, id: ItemId, visit: &mut dyn FnMut(Field, usize, &'d str)) {
    let Some(item) = deal.item(id) else { return };
    let mut maybe = |field: Field, at: usize, text: Option<&'d Text>| {
        if let Some(text) = text {
            visit(field, at, text);
        }
    };
    match item {
        Item::Actor(actor) => {
            maybe(Field::Name, 0, Some(&actor.name));
            actor.names.iter().enumerate().for_each(|(at, name)| maybe(Field::Name, at + 1, Some(name)));
            maybe(Field::Role, 0, actor.role.as_ref());
        }
        Item::Place(place) => maybe(Field::Name, 0, Some(&place.name)),
        Item::Source(source) => {
            maybe(Field::Name, 0, Some(&source.title));
            maybe(Field::Name, 1, Some(&source.publisher));
            maybe(Field::Name, 2, source.author.as_ref());
            source.digest.iter().enumerate().for_each(|(at, digest)| maybe(Field::Digest, at, Some(&digest.text)));
        }
        Item::Medium(medium, _) => {
            maybe(Field::Name, 0, Some(&medium.title));
            maybe(Field::Printed, 0, medium.duration.as_ref());
        }
        Item::Section(section) => maybe(Field::Name, 0, Some(&section.title)),
        Item::Condition(condition) => {
            maybe(Field::Act, 0, Some(&condition.act));
            maybe(Field::Printed, 0, condition.when.as_ref());
        }
        Item::Exchange(exchange) => maybe(Field::Words, 0, exchange.words.as_ref()),
        Item::Link(link) => maybe(Field::Words, 0, link.words.as_ref()),
        Item::Figure(figure) => {
            maybe(Field::Printed, 0, Some(&figure.printed));
            maybe(Field::Printed, 1, Some(&figure.unit));
        }
        Item::Event(event) => maybe(Field::Printed, 0, Some(&event.printed)),
        Item::Remark(_) | Item::Relation(_) | Item::Aim(_) | Item::Doubt(_) | Item::Tension(_) | Item::Gap(_) => {}
    }
    if let Some(statement) = item.statement() {
        maybe(Field::Text, 0, Some(&statement.text));
        maybe(Field::Hedge, 0, statement.hedge.as_ref());
    }
    deal.evidence(id).enumerate().for_each(|(at, evidence)| maybe(Field::Quote, at, Some(&evidence.quote)));
}

/// The text that a hit points into.
pub fn field_text(deal: &Deal, item: ItemId, field: Field, at: usize) -> Option<&str> {
    let mut found = None;
    each_text(deal, item, |other, place, text| {
        if (other, place) == (field, at) {
            found = Some(text);
        }
    });
    found
}
