//! The second half of the module (`tools/split`): fetched when something is first looked at that only it can show.

use std::cell::{Cell, RefCell};

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

thread_local! {
    static FETCH: RefCell<Option<Function>> = const { RefCell::new(None) };
    static HERE: Cell<bool> = const { Cell::new(false) };
}

/// The function of the shell that fetches the half and gives a promise of its being there. A module that is told of
/// none is whole.
pub(crate) fn complete_with(fetch: Function) {
    FETCH.set(Some(fetch));
}

/// Whether it is there.
pub(crate) fn is_here() -> bool {
    HERE.get() || FETCH.with_borrow(Option::is_none)
}

/// Has it there; whether it could be had.
pub(crate) async fn fetch() -> bool {
    if !is_here() {
        HERE.set(ask().await.is_some());
    }
    is_here()
}

async fn ask() -> Option<JsValue> {
    let fetch = FETCH.with_borrow(Clone::clone)?;
    let promise = fetch.call0(&JsValue::UNDEFINED).ok()?;
    JsFuture::from(promise.dyn_into::<Promise>().ok()?).await.ok()
}
