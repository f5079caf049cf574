//! The second module (`faults/`), fetched when it is needed: it tells the faults of a document in words, and writes the
//! files that a reader takes along.

use std::cell::RefCell;

use js_sys::{Array, Function, Uint8Array};
use wasm_bindgen::prelude::*;

use super::ask::{Fetch, ask};

thread_local! {
    static FETCH: Fetch = const { RefCell::new(None) };
}

#[wasm_bindgen]
extern "C" {
    /// What the module exports.
    type Second;

    #[wasm_bindgen(method, catch)]
    fn faults(this: &Second, document: Option<Uint8Array>) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn take(this: &Second, document: &Uint8Array, kind: &str, list: Option<&str>, name: &str) -> Result<bool, JsValue>;

    /// A fault as the second module tells it.
    pub(crate) type Told;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn rule(this: &Told) -> String;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn path(this: &Told) -> String;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn line(this: &Told) -> u32;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn column(this: &Told) -> u32;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn message(this: &Told) -> String;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn hint(this: &Told) -> Option<String>;
}

/// The function of the shell that fetches the second module and gives a promise of what it exports.
pub(crate) fn explain_with(fetch: Function) {
    FETCH.set(Some(fetch));
}

/// Every fault of a document, or of one that is too large to be looked at; none where the second module cannot be had.
pub(crate) async fn of(document: Option<Uint8Array>) -> Array {
    let told = match second().await {
        Some(second) => second.faults(document).ok(),
        None => None,
    };
    told.and_then(|told| told.dyn_into().ok()).unwrap_or_default()
}

/// Hands a document to the reader as a file of this kind, of one list where there is one named; whether it could.
pub(crate) async fn take(document: &Uint8Array, kind: &str, list: Option<&str>, name: &str) -> bool {
    let second = second().await;
    second.is_some_and(|second| second.take(document, kind, list, name).unwrap_or_default())
}

async fn second() -> Option<Second> {
    ask(&FETCH).await.map(JsCast::unchecked_into)
}
