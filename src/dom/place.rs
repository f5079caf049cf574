//! Moving the focus and the view to a place inside the widget.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Focuses the first element that fits the selector, and brings it into view without moving what is in view already.
pub(crate) fn focus(within: &Element, selector: &str) {
    let Some(element) = find(within, selector) else { return };
    // Focus scrolls by itself in jumps; the second call brings the whole element into view, smoothly where wanted.
    let _ = element.focus();
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_behavior(if wants_stillness() { ScrollBehavior::Instant } else { ScrollBehavior::Smooth });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

fn find(within: &Element, selector: &str) -> Option<HtmlElement> {
    within.query_selector(selector).ok()??.dyn_into().ok()
}

fn wants_stillness() -> bool {
    let query = |window: web_sys::Window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten();
    web_sys::window().and_then(query).is_some_and(|list| list.matches())
}
