//! The deals that exports are tried on, and what every export must hold of them.
#![allow(dead_code, unreachable_pub)]

use std::rc::Rc;

use deal_explorer::deal::{Deal, Kind, read};
use deal_explorer::export::Export;
use deal_explorer::words::plain::Plain;
use deal_explorer::words::{ENGLISH, Tongue};
use serde_json::{Map, Value};

/// Sound documents of several shapes.
pub const ALL: [&str; 5] = [
    include_str!("../../seeds/us-russia-syria-2016.json"),
    include_str!("../deals/harbour.json"),
    include_str!("../deals/arabic.json"),
    include_str!("../deals/no-exchange.json"),
    include_str!("../deal/small.json"),
];

/// The lists of a document whose items are statements.
pub const STATEMENTS: [&str; 13] = [
    "actors",
    "places",
    "remarks",
    "conditions",
    "exchanges",
    "links",
    "relations",
    "aims",
    "doubts",
    "figures",
    "events",
    "tensions",
    "gaps",
];

pub fn tongue() -> Tongue {
    Tongue { words: &ENGLISH, format: Rc::new(Plain) }
}

pub fn deal(text: &str) -> Deal {
    read(text.as_bytes()).deal.expect("a sound deal")
}

pub fn written(text: &str, kind: &str, list: Option<&str>) -> String {
    Export::parse(kind, list).expect("such an export").write(&deal(text), &tongue())
}

pub fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

/// The items of a list as the document has them, with what goes without saying.
pub fn items(document: &Value, list: &str) -> Vec<Map<String, Value>> {
    let items = document[list].as_array().into_iter().flatten().filter_map(Value::as_object);
    let is_statement = STATEMENTS.contains(&list);
    let said = |item: &Map<String, Value>| {
        let mut item = item.clone();
        if is_statement {
            item.entry("certainty").or_insert_with(|| "certain".into());
            item.entry("origin").or_insert_with(|| "source".into());
        }
        item
    };
    items.map(said).collect()
}

/// Every list by its name.
pub fn lists() -> impl Iterator<Item = &'static str> {
    Kind::ALL.iter().map(|kind| kind.list())
}

/// A document in which the texts of the first condition, the first actor's names and an own key are others.
pub fn with_texts(texts: &[String; 4]) -> Option<String> {
    let mut document = json(ALL[1]);
    let condition = &mut document["conditions"][0];
    condition["text"] = texts[0].clone().into();
    condition["hedge"] = texts[1].clone().into();
    condition["when"] = texts[2].clone().into();
    condition["x-note"] = serde_json::json!({ "said": texts[3] });
    document["actors"][0]["names"] = texts.to_vec().into();
    document["conditions"][0]["act"] = texts[3].clone().into();
    let text = document.to_string();
    read(text.as_bytes()).deal.is_some().then_some(text)
}
