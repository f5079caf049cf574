//! What the shell is asked for: another part of the module, fetched when it is needed.

use std::cell::RefCell;
use std::thread::LocalKey;

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// A function of the shell that fetches something and gives a promise of it, once the shell has named it.
pub(super) type Fetch = RefCell<Option<Function>>;

/// What the function fetches; `None` where it could not be had.
pub(super) async fn ask(fetch: &'static LocalKey<Fetch>) -> Option<JsValue> {
    let fetch = fetch.with_borrow(Clone::clone)?;
    let promise = fetch.call0(&JsValue::UNDEFINED).ok()?;
    JsFuture::from(promise.dyn_into::<Promise>().ok()?).await.ok()
}
