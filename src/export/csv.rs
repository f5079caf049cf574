//! Tables for spreadsheets and statistics: RFC 4180, a row an item, a column a key of the format.
//!
//! A spreadsheet takes a cell that begins with `=` for a formula, and a document comes from anywhere. So a cell of text
//! that begins with such a sign gets an apostrophe before it, and so does one that begins with an apostrophe: who reads
//! the table as data takes one apostrophe from the beginning of each cell that has one. Numbers stand as they are.

use super::fields::{Column, Fields, columns};
use crate::deal::{Deal, Kind};

/// What spreadsheets take for the beginning of a formula, the wide signs of East Asian type included.
const SIGNS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// One list; or all statements, with the name of their list before them.
pub(super) fn write(deal: &Deal, list: Option<Kind>) -> String {
    let rows = Fields::all(deal, list);
    let columns = columns(list, &rows);
    let mut out = String::new();
    let first = |text: &str| list.is_none().then(|| text.to_owned());
    record(&mut out, first("list").into_iter().chain(columns.iter().map(|column| quoted(&column.name()))));
    for row in &rows {
        let cells = columns.iter().map(|column| quoted(&safe(row, column)));
        record(&mut out, first(row.kind.list()).into_iter().chain(cells));
    }
    out
}

fn record(out: &mut String, cells: impl Iterator<Item = String>) {
    out.push_str(&cells.collect::<Vec<_>>().join(","));
    out.push_str("\r\n");
}

fn safe(row: &Fields, column: &Column) -> String {
    let text = row.cell(column);
    let is_number = row.values.get(&column.name()).is_some_and(serde_json::Value::is_number);
    let needed = !is_number && text.starts_with(|first| first == '\'' || SIGNS.contains(&first));
    if needed { format!("'{text}") } else { text }
}

fn quoted(text: &str) -> String {
    if text.contains(['"', ',', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}
