//! The module that a page fetches only on demand: every fault of a document that cannot be shown, in words, and a sound
//! one written for other tools.

use std::rc::Rc;

use deal_explorer::deal::{Issue, Severity, open, read};
use deal_explorer::export::Export;
use deal_explorer::words::plain::Plain;
use deal_explorer::words::{ENGLISH, Tongue, faults};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// A fault as the panel and the event `deal-error` have it.
#[derive(Serialize)]
struct Told {
    rule: &'static str,
    severity: &'static str,
    path: String,
    line: u32,
    column: u32,
    message: String,
    hint: Option<String>,
}

fn told(issue: &Issue) -> Told {
    let text = faults::fault(&issue.fault);
    Told {
        rule: issue.rule().name(),
        severity: if issue.severity() == Severity::Error { "error" } else { "warning" },
        path: issue.path.to_string(),
        line: issue.line,
        column: issue.column,
        message: text.message,
        hint: text.hint,
    }
}

/// The faults of a document, as a list of objects in the order of its text.
#[wasm_bindgen]
#[must_use]
pub fn faults(document: &[u8]) -> JsValue {
    let told: Vec<Told> = read(document).issues.iter().map(told).collect();
    told.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}

/// The document written as this kind, for a table with the name of a list; nothing where there is no such kind or list,
/// or the document is not sound. (`export` is a word of JavaScript's own.)
#[wasm_bindgen]
#[must_use]
#[expect(clippy::needless_pass_by_value, reason = "wasm-bindgen takes no optional text by reference")]
pub fn write(document: &str, kind: &str, list: Option<String>) -> Option<String> {
    let export = Export::parse(kind, list.as_deref())?;
    let tongue = Tongue { words: &ENGLISH, format: Rc::new(Plain) };
    Some(export.write(&open(document.as_bytes()).ok()?, &tongue))
}

fn main() {}
