//! A listener that goes when its owner goes.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// Listens as long as it lives.
pub(crate) struct Listener {
    target: EventTarget,
    kind: &'static str,
    capture: bool,
    closure: Closure<dyn Fn(Event)>,
}

impl Listener {
    /// Calls `act` at every event of the kind at the target.
    pub(crate) fn new(target: &EventTarget, kind: &'static str, act: impl Fn(Event) + 'static) -> Self {
        Self::add(target, kind, false, Closure::new(act))
    }

    /// As [`new`](Self::new), also for events inside the target that do not come up to it.
    pub(crate) fn within(target: &EventTarget, kind: &'static str, act: impl Fn(Event) + 'static) -> Self {
        Self::add(target, kind, true, Closure::new(act))
    }

    fn add(target: &EventTarget, kind: &'static str, capture: bool, closure: Closure<dyn Fn(Event)>) -> Self {
        let act = closure.as_ref().unchecked_ref();
        // It fails only for a callback that is no function, which a closure is.
        let _ = target.add_event_listener_with_callback_and_bool(kind, act, capture);
        Self { target: target.clone(), kind, capture, closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let act = self.closure.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback_and_bool(self.kind, act, self.capture);
    }
}
