//! The last word of a module that panicked: the page around it must learn of it.

use std::cell::RefCell;
use std::panic::PanicHookInfo;

use js_sys::Function;
use wasm_bindgen::JsValue;

thread_local! {
    static TELL: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Has the first panic told. Yew keeps a hook that is set through it, and replaces every other.
pub(super) fn tell(tell: Function) {
    TELL.set(Some(tell));
    yew::set_custom_panic_hook(Box::new(last_word));
}

fn last_word(info: &PanicHookInfo<'_>) {
    let message = JsValue::from_str(&info.to_string());
    if let Some(tell) = TELL.take() {
        // Nobody is left to take an error.
        let _ = tell.call1(&JsValue::UNDEFINED, &message);
    }
}
