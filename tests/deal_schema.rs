//! The committed JSON Schema is that of the types, takes what the reader takes, and refuses what a schema can refuse.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "deal/validator.rs"]
mod validator;

use deal_explorer::deal::{read, schema};
use serde_json::{Value, json};
use validator::validate;

const SMALL: &str = include_str!("deal/small.json");
const SOUND: [(&str, &str); 4] = [
    ("small", SMALL),
    ("the built-in deal", include_str!("../seeds/us-russia-syria-2016.json")),
    ("harbour", include_str!("deals/harbour.json")),
    ("arabic", include_str!("deals/arabic.json")),
];

/// `DEAL_SCHEMA=write cargo test` (which is `cargo xtask schema`) writes the file instead of comparing it.
#[test]
fn the_committed_schema_is_current() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/deal.schema.json");
    let current = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    if std::env::var_os("DEAL_SCHEMA").is_some_and(|wish| wish == "write") {
        std::fs::write(path, &current).unwrap();
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(committed == current, "seeds/deal.schema.json is behind the types; `cargo xtask schema` writes it");
}

#[test]
fn it_takes_every_sound_deal() {
    for (name, text) in SOUND {
        assert!(read(text.as_bytes()).deal.is_some(), "{name}");
        assert_eq!(validate(&schema(), &serde_json::from_str(text).unwrap()), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn every_object_is_closed_and_nothing_may_be_null() {
    let schema = schema();
    assert!(!schema.to_string().contains("null"));
    let mut records = 0;
    for (name, record) in schema["$defs"].as_object().unwrap().iter().chain([(&"the document".to_owned(), &schema)]) {
        if record.get("properties").is_some() {
            records += 1;
            assert_eq!(record["additionalProperties"], json!(false), "{name}");
            assert_eq!(record["patternProperties"], json!({ "^x-": true }), "{name}");
            assert!(!record["required"].as_array().unwrap().is_empty(), "{name}");
        }
        assert!(record.get("description").is_some(), "{name} is described");
    }
    assert_eq!(records, 20);
}

#[test]
fn schema_and_reader_agree_on_faulty_documents() {
    let broken: &[(&str, Value)] = &[
        ("/format", json!(2)),
        ("/format", json!("1")),
        ("/id", json!("Two Banks")),
        ("/language", json!("English")),
        ("/language", json!("en_US")),
        ("/state", json!("formed")),
        ("/actors", json!({})),
        ("/actors/0/id", json!("")),
        ("/actors/0/id", json!("x".repeat(65))),
        ("/actors/0/kind", json!("firm")),
        ("/actors/0/standing", json!("party")),
        ("/actors/0/standing/0", json!("friend")),
        ("/actors/0/evidence/0/paragraph", json!(0)),
        ("/actors/0/evidence/0/paragraph", json!(1.5)),
        ("/actors/0/evidence/0/paragraph", json!("2")),
        ("/actors/0/evidence/0/quote", json!(" ")),
        ("/actors/0/evidence/0/source", json!(null)),
        ("/actors/0/nmae", json!("North")),
        ("/sources/0/url", json!("javascript:alert(1)")),
        ("/sources/0/url", json!("https://")),
        ("/sources/0/media/0/id", json!("A film")),
        ("/sources/0/media/0/length", json!(1)),
        ("/sources/0/digest/0/paragraph", json!(-1)),
        ("/sections/0/date", json!("March")),
        ("/conditions/0/by/0", json!("North!")),
        ("/conditions/0/by", json!(null)),
        ("/conditions/0/duty", json!("should")),
        ("/conditions/0/topic", json!("Trade & traffic")),
        ("/conditions/0/fulfilment", json!({ "level": 2 })),
        ("/conditions/0/fulfilment", json!(4)),
        ("/conditions/0/fulfilment", json!(-1)),
        ("/links/0/kind", json!("wants")),
        ("/relations/0/kind", json!("borders on")),
        ("/relations/0/mutual", json!("yes")),
        ("/figures/0/value", json!("5")),
        ("/events/0/date", json!("Sunday")),
        ("/tensions/0/between", json!(["run-ferry"])),
        ("/gaps/0/slot", json!("money")),
        ("/gaps/0/about", json!(["pay-ferry"])),
        ("/tour/0", json!("The ferry")),
    ];
    for (pointer, value) in broken {
        let document = with(pointer, Some(value));
        let faults = validate(&schema(), &document);
        assert!(!faults.is_empty(), "the schema takes {pointer}: {value}");
        assert!(read(document.to_string().as_bytes()).deal.is_none(), "the reader takes {pointer}: {value}");
    }
}

#[test]
fn schema_and_reader_agree_on_what_may_be_left_out() {
    let mut pointers = Vec::new();
    collect("", &serde_json::from_str(SMALL).unwrap(), &mut pointers);
    let mut refused = 0;
    for pointer in &pointers {
        let document = with(pointer, None);
        let missing = read(document.to_string().as_bytes()).issues;
        let missing = missing.iter().any(|issue| matches!(issue.fault, deal_explorer::deal::Fault::MissingKey { .. }));
        assert_eq!(missing, !validate(&schema(), &document).is_empty(), "without {pointer}");
        refused += usize::from(missing);
    }
    assert!(refused > 40 && refused < pointers.len());
}

#[test]
fn schema_and_reader_agree_on_what_may_be_written_otherwise() {
    for (pointer, value) in [
        ("/sources/0/paragraphs", json!(3.0)),
        ("/figures/0/value", json!(-2.5)),
        ("/actors/0/x-note", json!({ "any": [null] })),
        ("/sources/0/url", json!("HTTP://example.org")),
        ("/language", json!("zh-Hant-TW")),
        ("/events/0/date", json!("-0044-03-15~/..")),
        ("/actors/0/standing", json!([])),
    ] {
        let document = with(pointer, Some(&value));
        assert_eq!(validate(&schema(), &document), Vec::<String>::new(), "{pointer}: {value}");
        assert!(read(document.to_string().as_bytes()).deal.is_some(), "{pointer}: {value}");
    }
}

/// The small deal with one value set, or taken out.
fn with(pointer: &str, value: Option<&Value>) -> Value {
    let mut document: Value = serde_json::from_str(SMALL).unwrap();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match (document.pointer_mut(parent).unwrap(), value) {
        (Value::Object(object), Some(value)) => drop(object.insert(key.to_owned(), value.clone())),
        (Value::Object(object), None) => drop(object.remove(key)),
        (Value::Array(array), Some(value)) => array[key.parse::<usize>().unwrap()] = value.clone(),
        (plain, _) => panic!("{plain} holds nothing"),
    }
    document
}

/// Pointers of all entries of all objects that the format knows.
fn collect(at: &str, value: &Value, pointers: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object.iter().filter(|(key, _)| !key.starts_with("x-")) {
                pointers.push(format!("{at}/{key}"));
                collect(&format!("{at}/{key}"), value, pointers);
            }
        }
        Value::Array(array) => {
            for (index, value) in array.iter().enumerate() {
                collect(&format!("{at}/{index}"), value, pointers);
            }
        }
        _ => {}
    }
}
