//! The second half of the module (`tools/split`): fetched when something is first looked at that only it can show.

use std::cell::{Cell, RefCell};

use js_sys::Function;

use super::ask::{Fetch, ask};

thread_local! {
    static FETCH: Fetch = const { RefCell::new(None) };
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
        HERE.set(ask(&FETCH).await.is_some());
    }
    is_here()
}
