//! The faults of a document in words, from the second module (`faults/`), which is fetched when there are any.

use std::cell::RefCell;

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

thread_local! {
    static EXPLAIN: RefCell<Option<Function>> = const { RefCell::new(None) };
}

#[wasm_bindgen]
extern "C" {
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

/// The function of the shell that fetches the second module and gives a promise of its answer.
pub(crate) fn explain_with(explain: Function) {
    EXPLAIN.set(Some(explain));
}

/// Every fault of a document; none where the second module cannot be had.
pub(crate) async fn of(document: &[u8]) -> Array {
    ask(document).await.unwrap_or_default()
}

async fn ask(document: &[u8]) -> Option<Array> {
    let explain = EXPLAIN.with_borrow(Clone::clone)?;
    let promise = explain.call1(&JsValue::UNDEFINED, &Uint8Array::from(document)).ok()?;
    JsFuture::from(promise.dyn_into::<Promise>().ok()?).await.ok()?.dyn_into().ok()
}
