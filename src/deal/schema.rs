//! The JSON Schema (draft 2020-12) of a deal document, derived from its types.
//!
//! It says what one value at a time can say: keys, types, words, forms. What needs two values to be judged (ids that
//! lead nowhere, statements without evidence) only the reader knows.

use crate::deal::gather::Gather;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::actor::{Actor, Place};
use super::condition::{Condition, Exchange, Link};
use super::document::{Document, Section, Step};
use super::issue::Fault;
use super::json::Json;
use super::reader::Reader;
use super::report::{Aim, Doubt, Event, Figure, Gap, Relation, Remark, Tension};
use super::source::{Digest, Medium, Source};
use super::statement::Evidence;
use super::value::FromJson;

/// What an id is made of.
const SLUG: &str = "^[a-z0-9-]{1,64}$";

/// Keys that hold an id, or a word made like one.
const SLUGS: &[&str] = &["id", "partOf", "pressing", "topic", "section", "source"];

/// Keys that hold a list of ids.
const SLUG_LISTS: &[&str] =
    &["voice", "by", "for", "against", "where", "gives", "gets", "of", "about", "actors", "between", "shows"];

/// The schema.
pub fn schema() -> Value {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut root = generator.into_root_schema_for::<Document>().to_value();
    tidy(&mut root);
    close(&mut root, required::<Document>());
    if let Some(types) = root.get_mut("$defs").and_then(Value::as_object_mut) {
        for (name, keys) in records() {
            if let Some(record) = types.get_mut(name) {
                close(record, keys);
            }
        }
        bound(types);
    }
    if let Some(object) = root.as_object_mut() {
        object.insert("title".to_owned(), "A deal document, format 1".into());
        set(object, "format", &[("const", 1.into())]);
        set(object, "asOf", &[("format", "date-time".into())]);
        set(object, "language", &[("pattern", "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$".into())]);
    }
    root
}

/// The records of the format, each with the keys that it must have.
fn records() -> Vec<(&'static str, Vec<&'static str>)> {
    macro_rules! records {
        ($($name:ident),*) => { vec![$((stringify!($name), required::<$name>())),*] };
    }
    records![
        Source, Medium, Digest, Actor, Place, Remark, Section, Condition, Exchange, Link, Relation, Aim, Doubt, Figure,
        Event, Tension, Gap, Step, Evidence
    ]
}

/// The keys that the reader misses in an empty object.
fn required<T: FromJson>() -> Vec<&'static str> {
    let mut reader = Reader::default();
    T::from_json(Json::Object(Vec::new()), &mut reader);
    let missing = reader.issues.iter().filter_map(|issue| match issue.fault {
        Fault::MissingKey { key } => Some(key),
        _ => None,
    });
    missing.gather()
}

/// An object with these keys and no others but those that begin with `x-`.
fn close(record: &mut Value, required: Vec<&'static str>) {
    let Some(record) = record.as_object_mut() else { return };
    record.insert("required".to_owned(), required.into());
    record.insert("additionalProperties".to_owned(), false.into());
    record.insert("patternProperties".to_owned(), json!({ "^x-": true }));
    for key in SLUGS {
        set(record, key, &[("pattern", SLUG.into()), ("maxLength", 64.into())]);
    }
    for key in SLUG_LISTS {
        if let Some(items) = property(record, key).and_then(|list| list.get_mut("items")).filter(|items| is_text(items))
        {
            *items = json!({ "type": "string", "pattern": SLUG, "maxLength": 64 });
        }
    }
}

/// What single records demand beyond their types.
fn bound(types: &mut Map<String, Value>) {
    let mut limit = |name: &str, key: &str, limits: &[(&str, Value)]| {
        if let Some(record) = types.get_mut(name).and_then(Value::as_object_mut) {
            set(record, key, limits);
        }
    };
    let slug = [("pattern", Value::from(SLUG)), ("maxLength", 64.into())];
    for (name, keys) in [
        ("Link", ["from", "to"]),
        ("Relation", ["from", "to"]),
        ("Relation", ["kind", "kind"]),
        ("Gap", ["about", "about"]),
    ] {
        for key in keys {
            limit(name, key, &slug);
        }
    }
    for name in ["Evidence", "Digest", "Medium"] {
        limit(name, "paragraph", &[("minimum", 1.into())]);
    }
    limit("Evidence", "quote", &[("pattern", "\\S".into())]);
    limit("Condition", "fulfilment", &[("maximum", 3.into())]);
    limit("Tension", "between", &[("minItems", 2.into())]);
    limit("Source", "url", &[("pattern", "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#]".into()), ("format", "iri".into())]);
    limit("Section", "url", &[("format", "iri-reference".into())]);
    for name in ["Section", "Event"] {
        limit(
            name,
            "date",
            &[("pattern", "^[-0-9?~%./]+$".into()), ("examples", json!(["2016-09-04", "2016-09", "../2016-09-03"]))],
        );
    }
    if let Some(required) =
        types.get_mut("Tension").and_then(|tension| tension.get_mut("required")).and_then(Value::as_array_mut)
    {
        required.push("between".into());
    }
}

fn property<'r>(record: &'r mut Map<String, Value>, key: &str) -> Option<&'r mut Map<String, Value>> {
    record.get_mut("properties")?.get_mut(key)?.as_object_mut()
}

/// Adds to what a record says of a key, if the key holds plain text or a number.
fn set(record: &mut Map<String, Value>, key: &str, limits: &[(&str, Value)]) {
    let Some(property) = property(record, key).filter(|property| property.contains_key("type")) else { return };
    if limits.iter().any(|(limit, _)| *limit == "pattern") && property.get("type") != Some(&"string".into()) {
        return;
    }
    property.extend(limits.iter().map(|(limit, value)| ((*limit).to_owned(), value.clone())));
}

fn is_text(schema: &Value) -> bool {
    schema.get("type") == Some(&"string".into())
}

/// Takes out what Rust's types say and the format does not: `null` for what may be left out, and sizes of numbers.
fn tidy(schema: &mut Value) {
    match schema {
        Value::Array(array) => array.iter_mut().for_each(tidy),
        Value::Object(object) => {
            if matches!(object.get("format").and_then(Value::as_str), Some("uint32" | "double")) {
                object.remove("format");
            }
            if let Some(Value::Array(types)) = object.get_mut("type") {
                types.retain(|name| name != "null");
                if let [only] = types.as_slice() {
                    let only = only.clone();
                    object.insert("type".to_owned(), only);
                }
            }
            if let Some(Value::Array(choices)) = object.get_mut("anyOf") {
                choices.retain(|choice| choice.get("type") != Some(&"null".into()));
                if let [Value::Object(only)] = choices.as_slice() {
                    let only = only.clone();
                    object.remove("anyOf");
                    object.extend(only);
                }
            }
            object.values_mut().for_each(tidy);
        }
        _ => {}
    }
}
