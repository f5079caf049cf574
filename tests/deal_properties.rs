//! Whatever comes in, reading ends, says why not, and says it of a place that exists.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "deal/support.rs"]
mod support;

use deal_explorer::deal::{Deal, Fault, Issue, Reading, Refusal, Rule, Segment, Severity, open, print, read};
use deal_explorer::words::faults;
use std::collections::BTreeSet;

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::{Map, Number, Value, json};
use support::{lines, resolve};

const BUILT_IN: &str = include_str!("../seeds/us-russia-syria-2016.json");

/// The reading of a document, by which readers and authors hear the same: it opens, or has errors that say why not.
fn heard(bytes: &[u8]) -> Result<Reading, TestCaseError> {
    let reading = read(bytes);
    let errors = || reading.issues.iter().filter(|issue| issue.severity() == Severity::Error);
    let expected = match errors().next() {
        None => None,
        Some(issue) if issue.rule() == Rule::D01 => Some(Refusal::NotJson),
        Some(issue) if matches!(issue.fault, Fault::OtherFormat { found: 2.. }) => Some(Refusal::Newer),
        Some(_) => Some(Refusal::Faulty),
    };
    prop_assert_eq!(open(bytes).err(), expected, "{:#?}", lines(&reading));
    prop_assert_eq!(reading.deal.is_some(), expected.is_none());
    let (quick, thorough) = (open(bytes).ok(), reading.deal.as_ref());
    prop_assert_eq!(quick.as_ref().map(Deal::document), thorough.map(Deal::document));
    Ok(reading)
}

/// What must be true of every reading of a text.
fn is_honest(text: &str, value: &Value) -> Result<Reading, TestCaseError> {
    let reading = heard(text.as_bytes())?;
    for issue in &reading.issues {
        prop_assert!(resolve(value, issue).is_some(), "{} leads nowhere", issue.path);
        let row = text.lines().nth(issue.line as usize - 1);
        prop_assert!(row.is_some_and(|row| issue.column as usize <= row.chars().count()), "{}", faults::line(issue));
        prop_assert!(stands_at(text, value, issue), "{} in\n{text}", faults::line(issue));
    }
    prop_assert!(reading.issues.is_sorted_by_key(|issue| (issue.line, issue.column)));
    Ok(reading)
}

/// Whether the place of an issue is one of the key or of the value that its path leads to.
fn stands_at(text: &str, value: &Value, issue: &Issue) -> bool {
    let row = text.lines().nth(issue.line as usize - 1).unwrap_or_default();
    let rest: String = row.chars().skip(issue.column as usize - 1).collect();
    if let (Fault::UnknownKey { .. } | Fault::TwiceKey { .. }, Some(Segment::Key(key))) =
        (&issue.fault, issue.path.0.last())
    {
        return rest.starts_with(&serde_json::to_string(key).unwrap());
    }
    match resolve(value, issue) {
        Some(Value::Object(_)) => rest.starts_with('{'),
        Some(Value::Array(_)) => rest.starts_with('['),
        Some(plain) => rest.starts_with(&plain.to_string()),
        None => false,
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        (0u32..5).prop_map(Value::from),
        any::<f64>().prop_filter_map("finite", |number| Number::from_f64(number).map(Value::Number)),
        "\\PC{0,8}".prop_map(Value::from),
        known_word().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 64, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::from),
            btree_map(prop_oneof![known_word(), "\\PC{0,6}"], inner, 0..6)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

fn known_word() -> impl Strategy<Value = String> {
    let words = "id text evidence source paragraph quote by about from to kind partOf between fulfilment level state date \
                 origin editor forming deal actors conditions sources links tour shows a b c x-a format";
    prop::sample::select(words.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
}

/// One change of a document at a place chosen by numbers, so that it can be repeated and made smaller.
#[derive(Debug, Clone)]
enum Change {
    Delete,
    Duplicate,
    Replace(Value),
    Rename(String),
    /// Puts one string of the document in the place of another.
    Swap(usize),
}

fn any_change() -> impl Strategy<Value = Change> {
    prop_oneof![
        Just(Change::Delete),
        Just(Change::Duplicate),
        any_json().prop_map(Change::Replace),
        known_word().prop_map(Change::Rename),
        any::<usize>().prop_map(Change::Swap),
    ]
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(array) => array.iter().map(count).sum(),
        Value::Object(object) => object.values().map(count).sum(),
        _ => 0,
    }
}

/// Changes the entry that holds the value with number `at` in a walk of the tree.
fn change(value: &mut Value, at: &mut usize, what: &Change, words: &[String]) -> bool {
    let swap = |old: &Value, number: &usize| match old {
        Value::String(_) => Value::from(words[number % words.len()].as_str()),
        other => other.clone(),
    };
    match value {
        Value::Array(array) => {
            for index in 0..array.len() {
                if *at == 0 {
                    match what {
                        Change::Delete => drop(array.remove(index)),
                        Change::Duplicate => array.insert(index, array[index].clone()),
                        Change::Replace(new) => array[index] = new.clone(),
                        Change::Rename(word) => array[index] = Value::from(word.as_str()),
                        Change::Swap(number) => array[index] = swap(&array[index], number),
                    }
                    return true;
                }
                *at -= 1;
                if change(&mut array[index], at, what, words) {
                    return true;
                }
            }
        }
        Value::Object(object) => {
            for key in object.keys().cloned().collect::<Vec<_>>() {
                if *at == 0 {
                    change_entry(object, &key, what, &swap);
                    return true;
                }
                *at -= 1;
                if change(&mut object[&key], at, what, words) {
                    return true;
                }
            }
        }
        _ => {}
    }
    false
}

fn change_entry(object: &mut Map<String, Value>, key: &str, what: &Change, swap: &dyn Fn(&Value, &usize) -> Value) {
    let old = object.remove(key).unwrap();
    match what {
        Change::Delete => {}
        Change::Duplicate => {
            object.insert(key.to_owned(), old.clone());
            object.insert(format!("{key}2"), old);
        }
        Change::Replace(new) => drop(object.insert(key.to_owned(), new.clone())),
        Change::Rename(word) => drop(object.insert(word.clone(), old)),
        Change::Swap(number) => drop(object.insert(key.to_owned(), swap(&old, number))),
    }
}

fn strings(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(array) => array.iter().for_each(|value| strings(value, found)),
        Value::Object(object) => object.values().for_each(|value| strings(value, found)),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_value_gets_an_honest_answer(value in any_json()) {
        let reading = is_honest(&value.to_string(), &value)?;
        prop_assert!(reading.deal.is_none() && !reading.issues.is_empty());
        let pretty = serde_json::to_string_pretty(&value).unwrap();
        prop_assert_eq!(is_honest(&pretty, &value)?.issues.len(), reading.issues.len());
    }

    #[test]
    fn keys_that_stand_twice_are_all_found(
        before in any_json(), entries in vec(("[ab\u{e4}\n]{1,2}", any_json()), 0..12), inner in vec(0..3u8, 0..6),
    ) {
        let print = |key: &str, value: &Value| format!("{} :\n {value}", json!(key));
        let inner_text = inner.iter().map(|key| print(&key.to_string(), &json!([]))).collect::<Vec<_>>().join(",");
        let mut body: Vec<String> = vec![print("first", &before), format!("\"x\": [0, {{{inner_text}}}]")];
        body.extend(entries.iter().map(|(key, value)| print(key, value)));
        let text = format!("{{\"x-\": {{{}}}}}", body.join(",\n"));
        let reading = heard(text.as_bytes())?;
        let twice: Vec<&Issue> =
            reading.issues.iter().filter(|issue| matches!(issue.fault, Fault::TwiceKey { .. })).collect();
        let doubles = |keys: Vec<String>| keys.len() - keys.iter().collect::<BTreeSet<_>>().len();
        let outer = doubles(entries.iter().map(|(key, _)| key.clone()).collect());
        let inner = doubles(inner.iter().map(ToString::to_string).collect());
        prop_assert_eq!(twice.len(), outer + inner);
        let places: BTreeSet<(u32, u32)> = twice.iter().map(|issue| (issue.line, issue.column)).collect();
        prop_assert_eq!(places.len(), twice.len(), "each has its own place");
        for issue in twice {
            prop_assert!(stands_at(&text, &Value::Null, issue), "{}", faults::line(issue));
        }
    }

    #[test]
    fn any_bytes_get_an_answer(bytes in vec(any::<u8>(), 0..200)) {
        let reading = heard(&bytes)?;
        prop_assert!(reading.deal.is_none() && !reading.issues.is_empty());
        prop_assert!(reading.issues.iter().all(|issue| issue.line > 0 && issue.column > 0));
    }

    #[test]
    fn a_text_cut_short_or_spoilt_gets_an_answer(at in 0..BUILT_IN.len(), byte in any::<u8>()) {
        let cut = &BUILT_IN.as_bytes()[..at];
        prop_assert!(heard(cut)?.deal.is_none());
        let mut spoilt = BUILT_IN.as_bytes().to_vec();
        spoilt[at] = byte;
        heard(&spoilt)?;
    }

    #[test]
    fn a_changed_deal_gets_an_honest_answer(changes in vec((any::<usize>(), any_change()), 1..6)) {
        let original: Value = serde_json::from_str(BUILT_IN).unwrap();
        let mut words = Vec::new();
        strings(&original, &mut words);
        let mut value = original;
        for (at, what) in &changes {
            let size = count(&value) - 1;
            if size > 0 {
                change(&mut value, &mut (at % size), what, &words);
            }
        }
        let text = serde_json::to_string_pretty(&value).unwrap();
        let reading = is_honest(&text, &value)?;
        // What is still sound prints back as it was read.
        if let Some(deal) = reading.deal {
            let back: Value = serde_json::from_str(&print(deal.document())).unwrap();
            prop_assert!(read(print(deal.document()).as_bytes()).deal.is_some());
            prop_assert_eq!(normal(&back), normal(&value));
        }
    }

    #[test]
    fn a_value_of_a_foreign_type_never_passes(at in any::<usize>()) {
        let mut value: Value = serde_json::from_str(BUILT_IN).unwrap();
        let size = count(&value) - 1;
        change(&mut value, &mut (at % size), &Change::Replace(Value::Null), &[]);
        let reading = is_honest(&value.to_string(), &value)?;
        prop_assert!(reading.deal.is_none());
        prop_assert_eq!(reading.issues.iter().filter(|issue| issue.rule().name() == "D03").count(), 1, "{:#?}", lines(&reading));
    }

    #[test]
    fn an_unknown_key_never_passes(at in any::<usize>()) {
        let mut value: Value = serde_json::from_str(BUILT_IN).unwrap();
        let size = count(&value) - 1;
        let before = value.clone();
        change(&mut value, &mut (at % size), &Change::Duplicate, &[]);
        let reading = is_honest(&value.to_string(), &value)?;
        // A list may hold an item's reference twice; nothing else can be doubled unseen.
        if reading.deal.is_some() {
            let (old, new) = (serde_json::to_string(&before).unwrap(), serde_json::to_string(&value).unwrap());
            prop_assert!(new.len() > old.len() && !new.contains("2\":"), "{:#?}", lines(&reading));
        }
    }
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

#[test]
fn the_built_in_deal_has_no_fault_at_all() {
    let reading = read(BUILT_IN.as_bytes());
    assert!(reading.issues.is_empty(), "{:#?}", lines(&reading));
    assert!(reading.deal.is_some());
}

#[test]
fn what_a_text_can_say_in_several_ways_is_heard_by_both_readings() {
    let format = |number: &str| (r#""format": 1,"#.to_owned(), format!(r#""format": {number},"#));
    let after = |added: &str| (r#""format": 1,"#.to_owned(), format!(r#""format": 1, {added},"#));
    let changes =
        ["1.0", "1e0", "10e-1", "0", "2", "2.0", "2.5", "-2", "1e30", "1e400", "01", "\"2\"", "null", "[2]", "{}"]
            .map(format);
    let additions = [
        r#""format": 2"#,
        r#""x-a": {"b": [1, {"c": null}]}"#,
        r#""x-a": {"b": 1, "b": 2}"#,
        r#""x-a": 1, "x-a": 2"#,
        r#""x-a": 1, "x-\u0061": 2"#,
        r#""\u0078-a": tru"#,
        r#""tour": []"#,
        r#""tour": [], "tour": []"#,
        r#""tour": [], "to\u0075r": [{"title": "a", "text": "b"}]"#,
        r#""tour": null"#,
        r#""tour": [null]"#,
        r#""tour": [{"title": "a", "title": "b", "text": "c"}]"#,
        r#""tour": [{"text": "c", "title": "a", "shows": []}]"#,
        r#""tour": [{"text": "c", "title": "a", "shows": {"x": 1, "x": 2}}]"#,
        r#""tour": [{"text": "c", "x-\ud83d\ude00": "\ud83d\ude00\n", "title": "\"\\"}]"#,
        r#""tour": [{"text": "c", "title": "\ud83d"}]"#,
        r#""tour": [{"text": "c",, "title": "a"}]"#,
        r#""tour": [{"text": "c", "title": "a",}]"#,
        r#""tour": [{"text": "c", "title": "a"},]"#,
        r#""tour": [{"text": "c" "title": "a"}]"#,
        r#""state": "Forming""#,
        r#""gaps": [], "gaps": 1"#,
        r#""gaps": 1, "gaps": []"#,
        r#""sources": [], "sources": [{}]"#,
        r#""unknown": []"#,
    ]
    .map(after);
    for (old, new) in changes.into_iter().chain(additions) {
        for text in [support::SMALL, BUILT_IN] {
            assert!(text.contains(&old));
            heard(text.replacen(&old, &new, 1).as_bytes()).unwrap();
        }
    }
    // In a source, and in what stands in one.
    let within = [
        r#""kind": "article", "kind": "article","#,
        r#""kind": "article", "x-a": [], "x-a": [],"#,
        r#""kind": "article", "media": [], "media": [],"#,
        r#""kind": "article", "media": [{"id": "m", "title": "a", "paragraph": 1.0}],"#,
        r#""kind": "article", "media": [{"id": "m", "title": "a", "paragraph": 1.5}],"#,
        r#""kind": "article", "media": [{"id": "m", "title": "a", "paragraph": 4294967296}],"#,
        r#""kind": "article", "media": [{"id": "m"}],"#,
        r#""kind": "Article","#,
        r#""kind": "articl\u0065","#,
        r#""kind": ["article"],"#,
        r#""kind": {"a": 1, "a": 1},"#,
    ];
    for new in within {
        let old = r#""kind": "article","#;
        assert!(BUILT_IN.contains(old));
        heard(BUILT_IN.replacen(old, new, 1).as_bytes()).unwrap();
    }
}

#[test]
fn of_very_many_faults_each_is_told() {
    let actor = |at: usize| {
        format!("{{\"id\": \"a{at}\", \"text\": 1, \"nmae\": \"\", \"partOf\": \"nobody\", \"voice\": [5]}}")
    };
    // Were their lines counted from the beginning for each, this would not come to an end.
    let text = format!("{{\"actors\": [\n{}\n]}}", (0..10_000).map(actor).collect::<Vec<_>>().join(",\n"));
    assert!(read(text.as_bytes()).issues.len() > 50_000);
}
