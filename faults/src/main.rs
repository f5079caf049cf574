//! The module that a page fetches only when a document cannot be shown: every fault of it, in words.

use deal_explorer::deal::{Issue, Severity, read};
use deal_explorer::words::faults;
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

fn main() {}
