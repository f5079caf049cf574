//! Linked data with every field of the document: JSON-LD 1.1 in the terms of schema.org, and in our own under `deal:`
//! where it has none.
//!
//! It says what [`crate::prose::linked`] says in a page for search engines, and besides that all else. The context
//! stands in it, so that a processor needs no network; lists keep their order; ids of the document are fragments, as in
//! the deal's own page (`#deal-russia`), and the deal as a whole is `#deal`.

use serde_json::{Map, Value, json};

use super::fields::Fields;
use crate::deal::{ActorKind, Deal, Evidence, Item, Statement, WHOLE_DEAL};
use crate::prose::linked;
use crate::words::Tongue;

/// Where our own terms live.
const TERMS: &str = "urn:deal-explorer:format-1#";

/// Keys whose values are ids of the document.
const REFERENCES: &[&str] = &[
    "voice", "source", "partOf", "about", "by", "for", "against", "pressing", "where", "section", "gives", "gets",
    "from", "to", "of", "actors", "between", "shows",
];

pub(super) fn write(deal: &Deal, tongue: &Tongue) -> String {
    let document = deal.document();
    let of_kind = |fits: fn(&Item<'_>) -> bool| deal.items().filter(move |(_, item)| fits(item));
    let is_apart = |item: &Item<'_>| matches!(item, Item::Section(_));
    let mut whole = linked(deal, tongue);
    let claims = of_kind(|item| item.statement().is_some());
    let claims: Vec<Value> =
        taken(&mut whole, "hasPart").into_iter().zip(claims).map(|(known, (_, item))| claim(known, item)).collect();
    let sources = of_kind(|item| matches!(item, Item::Source(_)));
    let sources: Vec<Value> = taken(&mut whole, "mentions")
        .into_iter()
        .zip(sources)
        .map(|(known, (_, item))| with_own(known, item))
        .collect();
    let sections: Vec<Value> =
        of_kind(is_apart).map(|(_, item)| with_own(json!({ "@id": iri(item.id()) }), item)).collect();
    let tour: Vec<Value> = document.tour.iter().filter_map(|step| serde_json::to_value(step).ok()).map(own).collect();
    let extra = serde_json::to_value(&document.extra).ok().map(own);
    let mut entry = object(whole);
    put(&mut entry, "@context", context());
    put(&mut entry, "@id", iri(WHOLE_DEAL).into());
    put(&mut entry, "identifier", document.id.clone().into());
    put(&mut entry, "deal:state", document.state.word().into());
    put(&mut entry, "deal:format", document.format.into());
    put(&mut entry, "hasPart", claims.into());
    put(&mut entry, "mentions", sources.into());
    put(&mut entry, "deal:sections", sections.into());
    put(&mut entry, "deal:tour", tour.into());
    entry.extend(extra.map(object).unwrap_or_default());
    let mut text = serde_json::to_string_pretty(&Value::Object(entry)).unwrap_or_default();
    text.push('\n');
    text
}

/// Terms of schema.org as they are; our own, with what says that a value is an id, or that the order counts.
fn context() -> Value {
    let mut context = Map::new();
    put(&mut context, "@version", 1.1.into());
    put(&mut context, "@vocab", "https://schema.org/".into());
    put(&mut context, "deal", TERMS.into());
    put(&mut context, "url", json!({ "@type": "@id" }));
    for key in ["names", "standing", "sections", "tour", "media", "digest"] {
        put(&mut context, &term(key), json!({ "@container": "@list" }));
    }
    for key in REFERENCES {
        // One, or several in order.
        let one = matches!(*key, "source" | "partOf" | "pressing" | "section" | "from" | "to");
        let entry = if one { json!({ "@type": "@id" }) } else { json!({ "@type": "@id", "@container": "@list" }) };
        put(&mut context, &term(key), entry);
    }
    Value::Object(context)
}

/// A statement: the claim as schema.org has it, what it is about, and every field.
fn claim(known: Value, item: Item<'_>) -> Value {
    let mut entry = object(with_own(known, item));
    if let Some(statement) = item.statement() {
        quotations(&mut entry, statement);
    }
    if let Some(about) = about(item) {
        put(&mut entry, "about", about);
    }
    Value::Object(entry)
}

/// What stands around a quote goes with it.
fn quotations(entry: &mut Map<String, Value>, statement: &Statement) {
    let Some(Value::Array(quotations)) = entry.get_mut("citation") else { return };
    for (quotation, evidence) in quotations.iter_mut().zip(&statement.evidence) {
        let Evidence { prefix, suffix, extra, .. } = evidence;
        let Value::Object(quotation) = quotation else { continue };
        for (key, value) in [("prefix", prefix), ("suffix", suffix)] {
            quotation.extend(value.as_ref().map(|value| (term(key), value.clone().into())));
        }
        quotation.extend(serde_json::to_value(extra).ok().map(own).map(object).unwrap_or_default());
    }
}

/// Whom or what a claim about an actor or a place is about.
fn about(item: Item<'_>) -> Option<Value> {
    let (kind, name) = match item {
        Item::Place(place) => ("Place", &place.name),
        Item::Actor(actor) => match actor.kind {
            ActorKind::Person => ("Person", &actor.name),
            ActorKind::State | ActorKind::Force | ActorKind::Group | ActorKind::Body => ("Organization", &actor.name),
            ActorKind::People | ActorKind::Voice => ("Thing", &actor.name),
        },
        _ => return None,
    };
    Some(json!({ "@type": kind, "name": name }))
}

/// An item with its own fields. Its quotations stand in `citation` already, and its text in `text`.
fn with_own(known: Value, item: Item<'_>) -> Value {
    let mut values = Fields::of(item).values;
    if item.statement().is_some() {
        values.retain(|key, _| !matches!(key.as_str(), "text" | "evidence"));
    }
    let mut entry = object(known);
    entry.extend(object(own(Value::Object(values))));
    Value::Object(entry)
}

/// Keys and values of the document in our own terms.
fn own(value: Value) -> Value {
    let entries = object(value).into_iter().map(|(key, value)| match key.as_str() {
        "id" => ("@id".to_owned(), value.as_str().map(iri).into()),
        key if key.starts_with("x-") => (term(key), json!({ "@type": "@json", "@value": value })),
        key if REFERENCES.contains(&key) => (term(key), reference(value)),
        key => (term(key), inner(value)),
    });
    Value::Object(entries.collect())
}

/// Objects within an item, such as its media.
fn inner(value: Value) -> Value {
    match value {
        Value::Array(items) => items.into_iter().map(inner).collect(),
        Value::Object(_) => own(value),
        plain => plain,
    }
}

/// An id, or several.
fn reference(value: Value) -> Value {
    match value {
        Value::Array(items) => items.into_iter().map(reference).collect(),
        Value::String(id) => iri(&id).into(),
        other => other,
    }
}

fn iri(id: &str) -> String {
    if id == WHOLE_DEAL { "#deal".to_owned() } else { format!("#deal-{id}") }
}

fn term(key: &str) -> String {
    format!("deal:{key}")
}

fn object(value: Value) -> Map<String, Value> {
    if let Value::Object(entries) = value { entries } else { Map::new() }
}

fn taken(whole: &mut Value, key: &str) -> Vec<Value> {
    match whole.get_mut(key).map(Value::take) {
        Some(Value::Array(items)) => items,
        _ => Vec::new(),
    }
}

fn put(entry: &mut Map<String, Value>, key: &str, value: Value) {
    entry.insert(key.to_owned(), value);
}
