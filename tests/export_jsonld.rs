//! Linked data: expanded by its own context, the whole document can be read back from it.
//!
//! No processor of JSON-LD is light enough to be among the dependencies. What one does with this context is little and
//! written out here: terms, prefixes, ids and ordered lists.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "export/support.rs"]
mod support;

use serde_json::{Map, Value};
use support::{ALL, STATEMENTS, items, json, written};

const OWN: &str = "urn:deal-explorer:format-1#";
const SCHEMA: &str = "https://schema.org/";

/// The value of a property in expanded form: terms as full addresses, ids and lists as objects.
fn expand(context: &Map<String, Value>, value: &Value, term: Option<&Value>) -> Value {
    let is = |key: &str, word: &str| term.is_some_and(|term| term[key] == word);
    match value {
        Value::Array(items) => {
            let items: Vec<Value> = items.iter().map(|item| expand(context, item, term)).collect();
            if is("@container", "@list") { serde_json::json!({ "@list": items }) } else { items.into() }
        }
        Value::Object(node) if node.get("@type").is_some_and(|it| it == "@json") => value.clone(),
        Value::Object(node) => {
            let entries = node.iter().filter(|(key, _)| *key != "@context").map(|(key, value)| match key.as_str() {
                "@id" => (key.clone(), value.clone()),
                "@type" => (key.clone(), format!("{SCHEMA}{}", value.as_str().unwrap()).into()),
                key => {
                    assert!(!key.starts_with('@'), "the keyword {key}");
                    (address(context, key), expand(context, value, context.get(key)))
                }
            });
            Value::Object(entries.collect())
        }
        Value::String(id) if is("@type", "@id") => serde_json::json!({ "@id": id }),
        plain => plain.clone(),
    }
}

fn address(context: &Map<String, Value>, key: &str) -> String {
    match key.split_once(':') {
        Some((prefix, rest)) => format!("{}{rest}", context[prefix].as_str().expect("a prefix")),
        None => format!("{}{key}", context["@vocab"].as_str().expect("a vocabulary")),
    }
}

fn expanded(text: &str) -> Value {
    let written = json(&written(text, "jsonld", None));
    let context = written["@context"].as_object().expect("a context that needs no network").clone();
    expand(&context, &written, None)
}

/// An expanded value as the document has it.
fn back(value: &Value) -> Value {
    let id = |id: &str| id.strip_prefix("#deal-").unwrap_or(id.trim_start_matches('#')).to_owned();
    match value {
        Value::Array(items) => items.iter().map(back).collect(),
        Value::Object(node) if node.contains_key("@value") => node["@value"].clone(),
        Value::Object(node) if node.contains_key("@list") => back(&node["@list"]),
        Value::Object(node) if node.len() == 1 && node.contains_key("@id") => id(node["@id"].as_str().unwrap()).into(),
        Value::Object(node) => {
            let entries = node.iter().filter_map(|(key, value)| match key.as_str() {
                "@id" => Some(("id".to_owned(), Value::from(id(value.as_str().unwrap())))),
                key => Some((key.strip_prefix(OWN)?.to_owned(), back(value))),
            });
            Value::Object(entries.collect())
        }
        plain => plain.clone(),
    }
}

/// The item again from its claim.
fn item(claim: &Value) -> Map<String, Value> {
    let Value::Object(mut item) = back(claim) else { panic!("no object") };
    item.insert("text".to_owned(), claim[format!("{SCHEMA}text")].clone());
    let quotations = claim[format!("{SCHEMA}citation")].as_array().into_iter().flatten();
    let evidence = quotations.map(|quotation| {
        assert_eq!(quotation["@type"], "https://schema.org/Quotation");
        let Value::Object(mut evidence) = back(quotation) else { panic!("no object") };
        evidence.insert("quote".to_owned(), quotation[format!("{SCHEMA}text")].clone());
        evidence.insert("paragraph".to_owned(), quotation[format!("{SCHEMA}position")].clone());
        evidence.insert("source".to_owned(), back(&quotation[format!("{SCHEMA}isPartOf")]));
        Value::Object(evidence)
    });
    let evidence: Vec<Value> = evidence.collect();
    if !evidence.is_empty() {
        item.insert("evidence".to_owned(), evidence.into());
    }
    item
}

/// What is left out is the same as an empty list; one and a whole number is the same as 1.0.
fn normal(mut item: Map<String, Value>) -> Map<String, Value> {
    item.retain(|_, value| !value.as_array().is_some_and(Vec::is_empty));
    // One whom a key of several names may stand without a list.
    if let Some(Value::String(about)) = item.get("about") {
        let about = vec![Value::from(about.clone())];
        item.insert("about".to_owned(), about.into());
    }
    item
}

#[test]
fn the_document_can_be_read_back() {
    for text in ALL {
        let (document, data) = (json(text), expanded(text));
        assert_eq!(data["@id"], "#deal");
        for (key, term) in
            [("title", "name"), ("summary", "abstract"), ("language", "inLanguage"), ("asOf", "dateModified")]
        {
            assert_eq!(data[format!("{SCHEMA}{term}")], document[key]);
        }
        assert_eq!(data[format!("{SCHEMA}identifier")], document["id"]);
        assert_eq!(data[format!("{OWN}state")], document["state"]);
        let claims = data[format!("{SCHEMA}hasPart")].as_array().unwrap();
        let expected = STATEMENTS.iter().flat_map(|list| items(&document, list)).map(normal);
        let expected: Vec<_> = expected.collect();
        assert_eq!(claims.len(), expected.len());
        for (claim, expected) in claims.iter().zip(expected) {
            assert_eq!(claim["@type"], "https://schema.org/Claim");
            let mut found = normal(item(claim));
            if let (Some(a), Some(b)) = (found.get("value").and_then(Value::as_f64), expected.get("value")) {
                assert_eq!(Some(a), b.as_f64());
                found.insert("value".to_owned(), b.clone());
            }
            assert_eq!(found, expected);
        }
        let rest = [("mentions", SCHEMA, "sources"), ("sections", OWN, "sections"), ("tour", OWN, "tour")];
        for (term, place, list) in rest {
            let found = back(&data[format!("{place}{term}")]);
            let expected: Vec<Value> = items(&document, list).into_iter().map(normal).map(Value::Object).collect();
            let found = found.as_array().cloned().unwrap_or_default();
            let found: Vec<Value> =
                found.into_iter().map(|it| Value::Object(normal(it.as_object().unwrap().clone()))).collect();
            assert_eq!(found, expected, "{list}");
        }
    }
}

#[test]
fn a_claim_appears_in_its_sources_and_says_how_firmly() {
    let data = expanded(ALL[0]);
    for claim in data[format!("{SCHEMA}hasPart")].as_array().unwrap() {
        assert!(claim[format!("{SCHEMA}description")].as_str().is_some_and(|it| !it.is_empty()));
        let proved = claim.get(format!("{SCHEMA}citation")).is_some();
        assert_eq!(proved, claim.get(format!("{SCHEMA}appearance")).is_some());
    }
    let sources = data[format!("{SCHEMA}mentions")].as_array().unwrap();
    assert_eq!(sources[0]["@type"], "https://schema.org/NewsArticle");
    assert!(sources[0][format!("{SCHEMA}url")]["@id"].as_str().is_some_and(|url| url.starts_with("https://")));
}

#[test]
fn nothing_is_rated() {
    // This is no fact check, and must not pass for one.
    for text in ALL {
        let data = written(text, "jsonld", None);
        assert!(!data.contains("ClaimReview") && !data.contains("reviewRating"));
    }
}
