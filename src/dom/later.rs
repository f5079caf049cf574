//! The next task: what is long is done in slices, and the page lives in between.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

/// How long a slice of work may take, in milliseconds: a fraction of a frame, so that scrolling stays smooth.
const SLICE: f64 = 8.0;

/// Fulfils on the next task, after whatever the page has to do before.
pub(crate) async fn next_task() {
    let promise = Promise::new(&mut |resolve, _| {
        let later = web_sys::window()
            .and_then(|window| window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 0).ok());
        // Without a window there is nothing to wait for.
        if later.is_none() {
            let _ = resolve.call0(&resolve);
        }
    });
    let _ = JsFuture::from(promise).await;
}

/// The time, in milliseconds.
pub(crate) fn now() -> f64 {
    js_sys::Date::now()
}

/// Works until the slice is over; `work` says whether there is more. Gives whether there is.
pub(crate) fn slice(mut work: impl FnMut() -> bool) -> bool {
    let end = now() + SLICE;
    loop {
        if !work() {
            return false;
        }
        if now() >= end {
            return true;
        }
    }
}

/// Fulfils after so many milliseconds.
pub(crate) async fn after(time: i32) {
    let promise = Promise::new(&mut |resolve, _| {
        let window = web_sys::window();
        let _ = window.map(|window| window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, time));
    });
    let _ = JsFuture::from(promise).await;
}
