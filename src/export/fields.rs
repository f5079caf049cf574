//! An item as the keys and values of its document, so that tables and graphs have every field without naming each.
//!
//! What a document leaves out because it goes without saying, certainty and origin, is said here. A list of objects,
//! such as the evidence, is one column for each of their keys: `evidence.quote`, `evidence.paragraph`.

use serde_json::{Map, Value};

use super::cell;
use crate::deal::{
    Actor, Aim, Condition, Deal, Digest, Doubt, Event, Evidence, Exchange, Figure, Gap, Item, Kind, Link, Medium,
    Place, Relation, Remark, Section, Source, Statement, Tension,
};

/// The fields of one item.
pub(super) struct Fields {
    pub(super) kind: Kind,
    pub(super) values: Map<String, Value>,
}

/// A column: a key of an item, and for a list of objects a key of theirs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    key: String,
    part: Option<String>,
}

impl Column {
    /// What stands over it.
    pub(super) fn name(&self) -> String {
        self.part.as_ref().map_or_else(|| self.key.clone(), |part| format!("{}.{part}", self.key))
    }
}

impl Fields {
    pub(super) fn of(item: Item<'_>) -> Self {
        let value = match item {
            Item::Source(it) => serde_json::to_value(it),
            Item::Medium(it, _) => serde_json::to_value(it),
            Item::Actor(it) => serde_json::to_value(it),
            Item::Place(it) => serde_json::to_value(it),
            Item::Remark(it) => serde_json::to_value(it),
            Item::Section(it) => serde_json::to_value(it),
            Item::Condition(it) => serde_json::to_value(it),
            Item::Exchange(it) => serde_json::to_value(it),
            Item::Link(it) => serde_json::to_value(it),
            Item::Relation(it) => serde_json::to_value(it),
            Item::Aim(it) => serde_json::to_value(it),
            Item::Doubt(it) => serde_json::to_value(it),
            Item::Figure(it) => serde_json::to_value(it),
            Item::Event(it) => serde_json::to_value(it),
            Item::Tension(it) => serde_json::to_value(it),
            Item::Gap(it) => serde_json::to_value(it),
        };
        // Only maps whose keys are no strings cannot be values, and a document has none.
        let Ok(Value::Object(mut values)) = value else { return Self { kind: item.kind(), values: Map::new() } };
        if let Some(statement) = item.statement() {
            values.insert("certainty".to_owned(), statement.certainty().word().into());
            values.insert("origin".to_owned(), statement.origin().word().into());
        }
        if let Item::Medium(_, source) = item {
            values.insert("source".to_owned(), source.id.clone().into());
        }
        Self { kind: item.kind(), values }
    }

    /// The items of a list, or all statements, in the format's order.
    pub(super) fn all(deal: &Deal, list: Option<Kind>) -> Vec<Self> {
        let wanted = |item: &Item<'_>| list.map_or(item.statement().is_some(), |kind| item.kind() == kind);
        deal.items().map(|(_, item)| item).filter(wanted).map(Self::of).collect()
    }

    /// What stands in a column; empty where the document says nothing.
    pub(super) fn cell(&self, column: &Column) -> String {
        match (self.values.get(&column.key), &column.part) {
            (None, _) => String::new(),
            (Some(value), None) => cell::text(&column.key, value),
            (Some(value), Some(part)) => {
                let items = value.as_array().into_iter().flatten();
                let texts = items.map(|item| item.get(part).map(|value| cell::text(part, value)));
                cell::join(texts)
            }
        }
    }
}

/// The columns of a list, or of all statements: those of the format in its order, then the `x-` keys that occur.
pub(super) fn columns(list: Option<Kind>, rows: &[Fields]) -> Vec<Column> {
    let mut columns = Vec::new();
    for kind in Kind::ALL.iter().filter(|kind| list.map_or(is_statement(**kind), |list| list == **kind)) {
        let common = if is_statement(*kind) { Statement::KEYS } else { &[] };
        common.iter().chain(own_keys(*kind)).for_each(|key| add_key(&mut columns, key));
    }
    for row in rows {
        row.values.keys().for_each(|key| add_key(&mut columns, key));
        for (key, value) in row.values.iter().filter(|(key, _)| parts(key).is_some()) {
            let objects = value.as_array().into_iter().flatten().filter_map(Value::as_object);
            objects.flat_map(Map::keys).for_each(|part| add(&mut columns, key, Some(part)));
        }
    }
    columns
}

/// Sources, media and sections are none.
fn is_statement(kind: Kind) -> bool {
    !matches!(kind, Kind::Source | Kind::Medium | Kind::Section)
}

fn add_key(columns: &mut Vec<Column>, key: &str) {
    match parts(key) {
        Some(parts) => parts.iter().for_each(|part| add(columns, key, Some(part))),
        None => add(columns, key, None),
    }
}

fn add(columns: &mut Vec<Column>, key: &str, part: Option<&str>) {
    let column = Column { key: key.to_owned(), part: part.map(str::to_owned) };
    if !columns.contains(&column) {
        columns.push(column);
    }
}

/// The keys of the objects in a list of objects.
fn parts(key: &str) -> Option<&'static [&'static str]> {
    match key {
        "evidence" => Some(Evidence::KEYS),
        "media" => Some(Medium::KEYS),
        "digest" => Some(Digest::KEYS),
        _ => None,
    }
}

fn own_keys(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Source => Source::KEYS,
        Kind::Medium => Medium::KEYS,
        Kind::Actor => Actor::KEYS,
        Kind::Place => Place::KEYS,
        Kind::Remark => Remark::KEYS,
        Kind::Section => Section::KEYS,
        Kind::Condition => Condition::KEYS,
        Kind::Exchange => Exchange::KEYS,
        Kind::Link => Link::KEYS,
        Kind::Relation => Relation::KEYS,
        Kind::Aim => Aim::KEYS,
        Kind::Doubt => Doubt::KEYS,
        Kind::Figure => Figure::KEYS,
        Kind::Event => Event::KEYS,
        Kind::Tension => Tension::KEYS,
        Kind::Gap => Gap::KEYS,
    }
}
