//! A document prints back as it was read, and its index knows every reference both ways.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use deal_explorer::deal::{Deal, Item, Kind, Role, print, read};
use serde_json::{Value, json};

const SMALL: &str = include_str!("deal/small.json");

fn deal(text: &str) -> Deal {
    let reading = read(text.as_bytes());
    reading.deal.unwrap_or_else(|| panic!("{:#?}", reading.issues))
}

/// Numbers as JSON has them: 5 and 5.0 are one.
fn normal(value: &Value) -> Value {
    match value {
        Value::Number(number) => json!(number.as_f64()),
        Value::Array(array) => array.iter().map(normal).collect(),
        Value::Object(object) => object.iter().map(|(key, value)| (key.clone(), normal(value))).collect(),
        other => other.clone(),
    }
}

#[track_caller]
fn prints_back(text: &str) -> String {
    let printed = print(deal(text).document());
    let values: [Value; 2] = [text, &printed].map(|text| serde_json::from_str(text).unwrap());
    assert_eq!(normal(&values[0]), normal(&values[1]));
    assert_eq!(print(deal(&printed).document()), printed, "the second time nothing changes");
    printed
}

#[test]
fn every_fixture_prints_back() {
    for text in [
        SMALL,
        include_str!("../seeds/us-russia-syria-2016.json"),
        include_str!("deals/harbour.json"),
        include_str!("deals/arabic.json"),
    ] {
        prints_back(text);
    }
}

#[test]
fn what_was_said_stays_and_what_was_left_out_stays_out() {
    let text = SMALL
        .replacen("\"name\": \"North\",", "\"name\": \"North\", \"certainty\": \"certain\", \"origin\": \"source\", \"voice\": [], \"hedge\": \"\", \"named\": true,", 1)
        .replacen("\"act\": \"pay for the ferry\",", "\"act\": \"\", \"by\": [], \"for\": [], \"x-by\": null,", 1)
        .replacen("\"by\": [\"south\"],", "", 1);
    let printed = prints_back(&text);
    assert_eq!(printed.matches("\"certainty\"").count(), 1);
    assert_eq!(printed.matches("\"mutual\"").count(), 0);
}

#[test]
fn keys_that_begin_with_x_stay_at_every_level_with_any_value() {
    let extra = "\"x-\": {\"a\": [1, 2.5, 1e-7, -0.1, 9007199254740993, \"\\u0000\\ud83d\\ude00\", null, true, {}]}, ";
    let text = SMALL
        .replacen("\"format\"", &format!("{extra}\"format\""), 1)
        .replacen("\"paragraph\": 2, \"quote\"", &format!("{extra}\"paragraph\": 2, \"quote\""), 1)
        .replacen("\"paragraph\": 2, \"text\"", &format!("{extra}\"paragraph\": 2, \"text\""), 1)
        .replacen("\"shows\"", &format!("{extra}\"shows\""), 1)
        .replacen("\"act\"", &format!("{extra}\"act\""), 1);
    let printed = prints_back(&text);
    assert_eq!(printed.matches("9007199254740993").count(), 5, "foreign numbers are not touched");
}

#[test]
fn numbers_print_as_people_write_them() {
    for (written, printed) in [
        ("5", "5"),
        ("5.0", "5"),
        ("400000", "400000"),
        ("0.5", "0.5"),
        ("-12.25", "-12.25"),
        ("1e3", "1000"),
        ("0.1", "0.1"),
    ] {
        let text = SMALL.replacen("\"value\": 5", &format!("\"value\": {written}"), 1);
        assert!(prints_back(&text).contains(&format!("\"value\": {printed},")), "{written}");
    }
    for written in ["123456789012345", "1.23456789012345", "0.000123456789012345", "1e300", "12345678901234567890"] {
        prints_back(&SMALL.replacen("\"value\": 5", &format!("\"value\": {written}"), 1));
    }
}

#[test]
fn items_are_found_by_id_by_number_and_by_kind() {
    let deal = deal(SMALL);
    assert_eq!(deal.len(), 21);
    for (id, item) in deal.items() {
        assert_eq!(deal.find(item.id()), Some(id));
        assert_eq!(deal.get(item.id()), Some(item));
        assert!(deal.of_kind(item.kind()).any(|other| other == id));
    }
    for absent in ["", "deal", "two-banks", "North", "north "] {
        assert_eq!(deal.find(absent), None, "{absent:?}");
    }
    let counts: Vec<usize> = Kind::ALL.iter().map(|kind| deal.of_kind(*kind).count()).collect();
    assert_eq!(counts, [1, 1, 3, 2, 1, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
    assert!(deal.items().map(|(_, item)| item.kind()).is_sorted());
    let film = deal.get("ferry-film").unwrap();
    assert!(matches!(film, Item::Medium(_, source) if source.id == "gazette"));
}

#[test]
fn references_and_referrers_mirror_each_other() {
    for text in [SMALL, include_str!("../seeds/us-russia-syria-2016.json"), include_str!("deals/harbour.json")] {
        let deal = deal(text);
        let (mut out, mut back) = (Vec::new(), Vec::new());
        for (id, _) in deal.items() {
            out.extend(deal.references(id).iter().map(|to| (id, to.role, to.item)));
            back.extend(deal.referrers(id).iter().map(|from| (from.item, from.role, id)));
            assert!(deal.referrers(id).is_sorted_by_key(|from| from.item), "referrers come in the format's order");
        }
        out.sort_unstable();
        back.sort_unstable();
        assert_eq!(out, back);
        assert!(out.len() > 20);
    }
}

#[test]
fn each_role_leads_where_its_key_says() {
    let deal = deal(SMALL);
    let id = |name: &str| deal.find(name).unwrap();
    let names = |ids: &mut dyn Iterator<Item = deal_explorer::deal::ItemId>| -> Vec<&str> {
        ids.map(|id| deal.item(id).unwrap().id()).collect()
    };
    let targets = |from: &str, role: Role| names(&mut deal.targets(id(from), role));
    let sources = |to: &str, role: Role| names(&mut deal.sources_of(id(to), role));
    assert_eq!(targets("run-ferry", Role::By), ["north"]);
    assert_eq!(targets("run-ferry", Role::Evidence), ["gazette"]);
    assert_eq!(targets("run-ferry", Role::Section), ["chapter-two"]);
    assert_eq!(targets("who-first", Role::Between), ["run-ferry", "pay-ferry"]);
    assert!(targets("old-quarrel", Role::About).is_empty(), "the whole deal is no item");
    assert_eq!(sources("pay-ferry", Role::LinkTo), ["money-first"]);
    assert_eq!(sources("pay-ferry", Role::Gets), ["swap"]);
    assert_eq!(sources("north", Role::PartOf), ["ferrymen"]);
    assert_eq!(sources("run-ferry", Role::About), ["low-water", "fare"]);
    assert_eq!(deal.evidence(id("run-ferry")).count(), 1);
    let keys: Vec<Role> = deal.references(id("run-ferry")).iter().map(|reference| reference.role).collect();
    assert_eq!(keys, [Role::Evidence, Role::By, Role::For, Role::Where, Role::Section]);
}

#[test]
fn a_hundred_thousand_conditions_take_time_in_proportion() {
    let text = |count: usize| {
        let mut document: Value = serde_json::from_str(SMALL).unwrap();
        let condition = |at: usize| json!({ "id": format!("c{at}"), "text": "", "origin": "editor", "by": ["north"], "for": ["south"], "act": "", "section": "part-one" });
        let link = |at: usize| json!({ "id": format!("l{at}"), "text": "", "origin": "editor", "from": format!("c{at}"), "to": "run-ferry", "kind": "needs" });
        for (key, make) in [("conditions", &condition as &dyn Fn(usize) -> Value), ("links", &link)] {
            document[key].as_array_mut().unwrap().extend((0..count).map(make));
        }
        document.to_string()
    };
    let time = |count: usize| {
        let text = text(count);
        let start = std::time::Instant::now();
        let deal = deal(&text);
        let north = deal.find("north").unwrap();
        assert!(deal.sources_of(north, Role::By).count() > count);
        assert_eq!(deal.find(&format!("c{}", count - 1)).and_then(|id| deal.item(id)).unwrap().kind(), Kind::Condition);
        start.elapsed().as_secs_f64()
    };
    time(1_000);
    let (few, many) = (time(10_000), time(100_000));
    assert!(many < few * 40.0, "{few} s for ten thousand, {many} s for a hundred thousand");
}
