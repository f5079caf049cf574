//! Whether an element changes its size, for whatever reason.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

/// Watches an element as long as it lives.
pub(crate) struct Resized {
    element: Element,
    observer: ResizeObserver,
    _act: Closure<dyn Fn()>,
}

impl Resized {
    /// Calls `act` whenever the element has another size, and once at the beginning.
    pub(crate) fn new(element: &Element, act: impl Fn() + 'static) -> Option<Self> {
        let act = Closure::<dyn Fn()>::new(act);
        let observer = ResizeObserver::new(act.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { element: element.clone(), observer, _act: act })
    }

    /// Whether it watches this element.
    pub(crate) fn is_of(&self, element: &Element) -> bool {
        self.element == *element
    }
}

impl Drop for Resized {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
