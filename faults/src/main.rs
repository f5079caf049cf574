//! The module that a page fetches only on demand: every fault of a document that cannot be shown, in words, and a sound
//! one written for other tools, as text or as a file that the reader takes along.

// The same as in the module that draws: neither needs the other.
#[path = "../../drawing/src/hand.rs"]
mod hand;

use std::rc::Rc;

use deal_explorer::deal::{Issue, Severity, open, read, too_large};
use deal_explorer::export::Export;
use deal_explorer::words::plain::Plain;
use deal_explorer::words::{ENGLISH, Tongue, faults};
use js_sys::{Array, Uint8Array};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Blob, BlobPropertyBag};

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

/// The faults of a document, as a list of objects in the order of its text; without one, of a document that is too large,
/// whatever else it is.
#[wasm_bindgen]
#[must_use]
pub fn faults(document: Option<Vec<u8>>) -> JsValue {
    let issues = document.map_or_else(|| vec![too_large()], |document| read(&document).issues);
    let told: Vec<Told> = issues.iter().map(told).collect();
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

/// Hands a document to the reader as a file of this kind, and of this name: as it is (`json`, and what follows from a
/// supposition, `scenario`), or written as [`write`] does. Whether it could.
///
/// # Errors
/// Where the page cannot hand out a file.
#[wasm_bindgen]
pub fn take(document: &[u8], kind: &str, list: Option<String>, name: &str) -> Result<bool, JsValue> {
    let form = match kind {
        "json" => "application/json",
        "csv" => "text/csv;charset=utf-8",
        "markdown" => "text/markdown;charset=utf-8",
        "jsonld" => "application/ld+json",
        "graphml" => "application/graphml+xml",
        _ => "text/plain;charset=utf-8",
    };
    let written = match kind {
        "json" | "scenario" => None,
        _ => match std::str::from_utf8(document).ok().and_then(|document| write(document, kind, list)) {
            Some(written) => Some(written),
            None => return Ok(false),
        },
    };
    let bytes = Uint8Array::from(written.as_deref().map_or(document, str::as_bytes));
    let of = BlobPropertyBag::new();
    of.set_type(form);
    let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(&bytes), &of)?;
    let page = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    hand::hand(&page, &blob, name)?;
    Ok(true)
}

fn main() {}
