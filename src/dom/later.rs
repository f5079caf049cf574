//! The next task: what is long is done in slices, and the page lives in between.

use std::pin::Pin;
use std::task::{Context, Poll};

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

/// How long a slice of work may take, in milliseconds: a fraction of a frame, so that scrolling stays smooth.
pub(crate) const SLICE: f64 = 8.0;

/// How much memory stands ready for the next slice, in bytes, at the most.
const ROOM: usize = 4 << 20;

/// The same, of what there is: the most for the documents that ask for most, and little for small ones.
const SHARE: usize = 8;

/// Fulfils on the next task, after whatever the page has to do before. A message comes at once, where browsers hold back a
/// timer for 4 ms, and for a second in a page that is not looked at.
pub(crate) fn next_task() -> Later {
    Later::new(&mut |resolve| {
        let sent = MessageChannel::new().and_then(|channel| {
            channel.port1().set_onmessage(Some(&resolve));
            channel.port2().post_message(&JsValue::NULL)
        });
        // Without messages there is nothing to wait for.
        if sent.is_err() {
            let _ = resolve.call0(&resolve);
        }
    })
}

/// Fulfils after so many milliseconds.
pub(crate) fn after(time: i32) -> Later {
    Later::new(&mut |resolve| {
        let window = web_sys::window();
        let _ = window.map(|window| window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, time));
    })
}

/// What the browser fulfils at its time. No `async` function: each of those is a machine of its own.
pub(crate) struct Later(JsFuture);

impl Later {
    fn new(begin: &mut dyn FnMut(Function)) -> Self {
        Self(JsFuture::from(Promise::new(&mut |resolve, _| begin(resolve))))
    }
}

impl Future for Later {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        Pin::new(&mut self.0).poll(context).map(drop)
    }
}

/// The time, in milliseconds.
pub(crate) fn now() -> f64 {
    js_sys::Date::now()
}

/// How large the module's memory is, in bytes.
fn memory() -> usize {
    #[cfg(target_arch = "wasm32")]
    return core::arch::wasm32::memory_size::<0>() << 16;
    #[cfg(not(target_arch = "wasm32"))]
    0
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
            drop(std::hint::black_box(Vec::<u8>::with_capacity(ROOM.min(memory() / SHARE))));
            return true;
        }
    }
}
