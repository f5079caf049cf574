//! Standing over the page: a popover that goes away at a press beside it or at Escape.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::listener::Listener;

/// An element that stands over the page as long as this lives.
pub(crate) struct Over {
    element: HtmlElement,
    _toggled: Listener,
}

impl Over {
    /// Puts the first element that fits over the page; `closed` is called when the reader sends it away. Where the browser cannot, the
    /// element stays where it is.
    pub(crate) fn new(within: &Element, selector: &str, closed: impl Fn() + 'static) -> Option<Self> {
        let element: HtmlElement = within.query_selector(selector).ok()??.unchecked_into();
        let _ = element.set_attribute("popover", "");
        let own = element.clone();
        let toggled = Listener::new(&element, "toggle", move |_| {
            if !is_open(&own) {
                closed();
            }
        });
        let _ = element.show_popover();
        Some(Self { element, _toggled: toggled })
    }
}

impl Over {
    /// Whether it still stands there.
    pub(crate) fn is_open(&self) -> bool {
        is_open(&self.element)
    }
}

/// A browser that knows no popovers has none to close.
fn is_open(element: &Element) -> bool {
    element.matches(":popover-open").unwrap_or(true)
}

impl Drop for Over {
    fn drop(&mut self) {
        let _ = self.element.remove_attribute("popover");
    }
}
