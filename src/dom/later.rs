//! The next task: what is long is done in slices, and the page lives in between.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

/// How long a slice of work may take, in milliseconds: a fraction of a frame, so that scrolling stays smooth.
const SLICE: f64 = 8.0;

/// How much memory stands ready for the next slice, in bytes.
const ROOM: usize = 4 << 20;

/// Fulfils on the next task, after whatever the page has to do before. A message comes at once, where browsers hold back a
/// timer for 4 ms, and for a second in a page that is not looked at.
pub(crate) async fn next_task() {
    let promise = Promise::new(&mut |resolve, _| {
        let sent = MessageChannel::new().and_then(|channel| {
            channel.port1().set_onmessage(Some(&resolve));
            channel.port2().post_message(&JsValue::NULL)
        });
        // Without messages there is nothing to wait for.
        if sent.is_err() {
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
            // The module's memory grows by this much at once: each time costs the page a collection of its garbage.
            drop(std::hint::black_box(Vec::<u8>::with_capacity(ROOM)));
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
