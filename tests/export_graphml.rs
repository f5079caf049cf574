//! The network: an XML parser reads it, every edge has its ends, and every field of the document is in it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "export/support.rs"]
mod support;

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use roxmltree::{Document, Node};
use serde_json::Value;
use support::{ALL, STATEMENTS, items, json, with_texts, written};

/// The data of a node or an edge by the names of its keys.
fn data<'x>(element: Node<'x, 'x>, names: &BTreeMap<String, String>) -> BTreeMap<String, &'x str> {
    let entries = element.children().filter(|child| child.has_tag_name("data"));
    entries.map(|it| (names[it.attribute("key").unwrap()].clone(), it.text().unwrap_or_default())).collect()
}

fn names(xml: &Document<'_>) -> BTreeMap<String, String> {
    let keys = xml.descendants().filter(|node| node.has_tag_name("key"));
    let keys: Vec<_> = keys
        .map(|key| (key.attribute("id").unwrap().to_owned(), key.attribute("attr.name").unwrap().to_owned()))
        .collect();
    let all: BTreeMap<_, _> = keys.iter().cloned().collect();
    assert_eq!(all.len(), keys.len(), "a key stands twice");
    all
}

fn joined(value: &Value) -> Option<String> {
    let plain = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match value {
        Value::Array(items) if items.iter().any(Value::is_object) => None,
        Value::Array(items) => Some(
            items.iter().map(|it| plain(it).replace('\\', "\\\\").replace('|', "\\|")).collect::<Vec<_>>().join(" | "),
        ),
        value => Some(plain(value)),
    }
}

/// What XML cannot hold.
fn shown(text: &str) -> String {
    let hold = |c: char| {
        if c < ' ' && !"\t\r\n".contains(c) || ('\u{FFFE}'..='\u{FFFF}').contains(&c) { '\u{FFFD}' } else { c }
    };
    text.chars().map(hold).collect()
}

fn check(text: &str) {
    let (document, graph) = (json(text), written(text, "graphml", None));
    let xml = Document::parse(&graph).expect("well-formed");
    let names = names(&xml);
    let with_ids = |tag: &'static str| xml.descendants().filter(move |node| node.has_tag_name(tag));
    let nodes: BTreeSet<&str> = with_ids("node").map(|node| node.attribute("id").unwrap()).collect();
    for edge in with_ids("edge") {
        assert!(nodes.contains(edge.attribute("source").unwrap()) && nodes.contains(edge.attribute("target").unwrap()));
    }
    let ids: Vec<&str> = with_ids("node").chain(with_ids("edge")).map(|it| it.attribute("id").unwrap()).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "an id stands twice");
    for list in STATEMENTS {
        let tag = if ["relations", "links"].contains(&list) { "edge" } else { "node" };
        for item in items(&document, list) {
            let element = with_ids(tag).find(|it| it.attribute("id") == item["id"].as_str()).expect("the item");
            let data = data(element, &names);
            assert_eq!(data["list"], list);
            assert!(data.contains_key("label"));
            for (key, value) in &item {
                let expected = joined(value).filter(|it| !it.is_empty() && *key != "id" && !key.starts_with("x-"));
                if let Some(expected) = expected {
                    assert_eq!(data[key], shown(&expected), "{key}");
                }
            }
            for quote in item.get("evidence").and_then(Value::as_array).into_iter().flatten() {
                assert!(data["evidence.quote"].contains(quote["quote"].as_str().unwrap()));
                assert!(data["evidence.source"].contains(quote["source"].as_str().unwrap()));
            }
        }
    }
}

#[test]
fn every_statement_is_a_node_or_an_edge_with_every_field() {
    for text in ALL {
        check(text);
    }
}

#[test]
fn who_bears_and_who_is_pressed_stand_in_the_network_with_how_firmly_it_is_said() {
    let graph = written(ALL[0], "graphml", None);
    let xml = Document::parse(&graph).expect("well-formed");
    let names = names(&xml);
    let part = |from: &str, to: &str| {
        let edge =
            xml.descendants().find(|it| it.attribute("source") == Some(from) && it.attribute("target") == Some(to));
        data(edge.unwrap_or_else(|| panic!("no edge from {from} to {to}")), &names)
    };
    assert_eq!(part("russia", "press-assad")["part"], "by");
    assert_eq!(part("press-assad", "bashar-al-assad")["part"], "pressing");
    let document = json(ALL[0]);
    let condition = items(&document, "conditions").into_iter().find(|it| it["id"] == "press-assad").unwrap();
    let said = part("press-assad", "bashar-al-assad");
    assert_eq!(said["certainty"], condition["certainty"]);
    assert_eq!(said.get("hedge").copied(), condition.get("hedge").and_then(Value::as_str));
}

#[test]
fn what_holds_both_ways_has_an_edge_back() {
    let (document, graph) = (json(ALL[0]), written(ALL[0], "graphml", None));
    let xml = Document::parse(&graph).expect("well-formed");
    let mut found = 0;
    for relation in items(&document, "relations") {
        let id = format!("{}.back", relation["id"].as_str().unwrap());
        let back = xml.descendants().find(|it| it.attribute("id") == Some(&id));
        assert_eq!(back.is_some(), relation.get("mutual") == Some(&Value::Bool(true)), "{id}");
        if let Some(back) = back {
            found += 1;
            assert_eq!(back.attribute("source"), relation["to"].as_str());
            assert_eq!(back.attribute("target"), relation["from"].as_str());
        }
    }
    assert!(found > 0);
    assert!(
        !graph.contains("directed=\"false\""),
        "readers such as NetworkX refuse edges without direction among others"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn it_stays_well_formed_whatever_stands_in_it(texts in prop::array::uniform4("[<>&\"'\\]\u{0}-\u{1F}a\\\\| \u{FFFE}é]{1,12}")) {
        let Some(document) = with_texts(&texts) else { return Err(TestCaseError::reject("no sound deal")) };
        check(&document);
    }
}
