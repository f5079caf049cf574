//! Tables: an independent reader finds every field of the document in them, and a spreadsheet finds no formula.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "export/support.rs"]
mod support;

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Map, Value};
use support::{ALL, STATEMENTS, items, json, lists, with_texts, written};

type Row = BTreeMap<String, String>;

/// The table as the crate `csv` reads it, with the apostrophes taken back.
fn rows(table: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let names: Vec<String> = reader.headers().expect("names").iter().map(str::to_owned).collect();
    let data = |cell: &str| cell.strip_prefix('\'').unwrap_or(cell).to_owned();
    let row = |record: csv::StringRecord| names.iter().cloned().zip(record.iter().map(data)).collect();
    // Rows of another length would be an error.
    reader.records().map(|record| row(record.expect("a record"))).collect()
}

/// Several values in a cell, by the rule that the room states.
fn several(cell: &str) -> Vec<String> {
    let one = |part: &str| {
        let (mut out, mut letters) = (String::new(), part.chars());
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => out.extend(letters.next().filter(|next| *next != 'e')),
                letter => out.push(letter),
            }
        }
        out
    };
    cell.split(" | ").map(one).collect()
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Every key of an item stands in its row.
fn holds(row: &Row, item: &Map<String, Value>) {
    for (key, value) in item {
        let cell = |name: &str| row.get(name).unwrap_or_else(|| panic!("no column {name}"));
        match value {
            _ if key.starts_with("x-") => assert_eq!(&json(cell(key)), value),
            Value::Array(items) if items.is_empty() => {}
            Value::Array(items) if items[0].is_object() => {
                for (at, entry) in items.iter().enumerate() {
                    for (part, value) in entry.as_object().unwrap() {
                        assert_eq!(several(cell(&format!("{key}.{part}")))[at], plain(value), "{key}.{part}");
                    }
                }
            }
            Value::Array(items) => assert_eq!(several(cell(key)), items.iter().map(plain).collect::<Vec<_>>(), "{key}"),
            Value::Number(number) => assert_eq!(cell(key).parse::<f64>().ok(), number.as_f64(), "{key}"),
            value => assert_eq!(cell(key), &plain(value), "{key}"),
        }
    }
}

#[test]
fn every_field_of_every_list_is_found_again() {
    for text in ALL {
        let document = json(text);
        for list in lists().filter(|list| *list != "media") {
            let (rows, items) = (rows(&written(text, "csv", Some(list))), items(&document, list));
            assert_eq!(rows.len(), items.len(), "{list}");
            for (row, item) in rows.iter().zip(&items) {
                holds(row, item);
            }
        }
    }
}

#[test]
fn all_statements_stand_in_one_table_under_the_names_of_their_lists() {
    for text in ALL {
        let (document, rows) = (json(text), rows(&written(text, "csv", None)));
        let expected = STATEMENTS.iter().flat_map(|list| items(&document, list).into_iter().map(move |it| (list, it)));
        let expected: Vec<_> = expected.collect();
        assert_eq!(rows.len(), expected.len());
        for (row, (list, item)) in rows.iter().zip(&expected) {
            assert_eq!(row["list"], **list);
            holds(row, item);
        }
    }
}

#[test]
fn media_name_their_source() {
    let document = json(ALL[0]);
    let rows = rows(&written(ALL[0], "csv", Some("media")));
    let source = &document["sources"][0];
    assert_eq!(rows.len(), source["media"].as_array().unwrap().len());
    for (row, medium) in rows.iter().zip(source["media"].as_array().unwrap()) {
        assert_eq!(row["source"], source["id"]);
        holds(row, medium.as_object().unwrap());
    }
}

#[test]
fn a_table_is_what_rfc_4180_says() {
    for text in ALL {
        let table = written(text, "csv", None);
        assert!(table.ends_with("\r\n") && !table.starts_with('\u{FEFF}'));
        assert_eq!(table, written(text, "csv", None), "the same deal gives the same bytes");
        let breaks = table.matches("\r\n").count();
        assert!(breaks > rows(&table).len());
    }
}

#[test]
fn without_statements_the_names_of_the_columns_still_stand() {
    let empty = r#"{"format": 1, "id": "a", "title": "A", "summary": "B", "language": "en",
        "asOf": "2020-03-01T12:00:00Z", "state": "forming"}"#;
    let table = written(empty, "csv", Some("conditions"));
    assert!(table.starts_with("id,text,voice,certainty,hedge,evidence.source,evidence.paragraph,evidence.quote,"));
    assert_eq!(table.lines().count(), 1);
    assert_eq!(written(empty, "csv", None).lines().count(), 1);
}

/// Texts of what spreadsheets and readers of tables take for something else.
fn text() -> impl Strategy<Value = String> {
    let sign = prop_oneof!["", "=", "\\+", "-", "@", "\t", "\r", "\n", "'", "''=", "＝", "\"", "\\\\", "\\| ", " \\| "];
    (sign, "[-=+@'\"\\\\|,;ex \t\r\n\u{0}é“\u{1F600}]{0,12}").prop_map(|(sign, rest)| sign + &rest)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_found_again_and_none_is_a_formula(texts in [text(), text(), text(), text()]) {
        let Some(document) = with_texts(&texts) else { return Err(TestCaseError::reject("no sound deal")) };
        let table = written(&document, "csv", Some("conditions"));
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        for record in reader.records() {
            for cell in &record.expect("a record") {
                prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝']), "{cell:?}");
            }
        }
        let document = json(&document);
        for list in ["conditions", "actors"] {
            for (row, item) in rows(&written(&document.to_string(), "csv", Some(list))).iter().zip(items(&document, list)) {
                holds(row, &item);
            }
        }
    }
}
