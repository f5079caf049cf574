//! Bringing a place of the article into view, without taking from the reader what was being read.

use web_sys::{Element, Range, ScrollToOptions, ShadowRoot};

use wasm_bindgen::JsCast;

use crate::dom::place::behavior;

/// What of the explorer is in the window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sight {
    /// Nothing.
    Nothing,
    /// Something, not that which has the focus.
    Something,
    /// What has the focus.
    #[default]
    Focus,
}

/// Scrolls to a range, at a third of the height, where it is not in view yet. What nobody asked for is left undone if
/// it would carry away the part of the explorer that has the focus. Tells what of the explorer is in view then.
pub(crate) fn show(range: &Range, explorer: &Element, asked: bool) -> Sight {
    let place = range.get_bounding_client_rect();
    let Some(host) = host(explorer).filter(|_| place.height() > 0.0) else { return Sight::Focus };
    let (mut top, mut moved) = (place.top(), 0.0);
    if let Some(scroller) = scroller(range) {
        let frame = scroller.get_bounding_client_rect();
        let by = distance(top - frame.top(), place.height(), frame.height());
        if scroller.contains(Some(&host)) {
            moved = by;
        }
        if asked || moved == 0.0 || sight(explorer, &host, moved) == Sight::Focus {
            scroller.scroll_by_with_scroll_to_options(&options(by));
            top -= by;
        }
    }
    let by = distance(top, place.height(), height());
    let then = sight(explorer, &host, moved + by);
    if let Some(window) = web_sys::window().filter(|_| by != 0.0 && (asked || then == Sight::Focus)) {
        window.scroll_by_with_scroll_to_options(&options(by));
    }
    then
}

/// What of the explorer is in view now.
pub(crate) fn of(explorer: &Element) -> Sight {
    let place = explorer.get_bounding_client_rect();
    if place.top() < height() && place.bottom() > 0.0 { Sight::Something } else { Sight::Nothing }
}

/// The height of the window.
pub(crate) fn height() -> f64 {
    web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default()
}

/// How far to scroll what is so high, in a frame of that height, to have it at a third; nothing if it is in view.
fn distance(top: f64, own: f64, frame: f64) -> f64 {
    if top >= 0.0 && top + own <= frame { 0.0 } else { top - frame / 3.0 }
}

/// What of the explorer is in the window after scrolling. What sticks always is.
fn sight(explorer: &Element, host: &Element, by: f64) -> Sight {
    let sticks = |element: &Element| ["sticky", "fixed"].contains(&style(element, "position").as_str());
    if climb(Some(host.clone()), sticks).is_some() {
        return Sight::Focus;
    }
    let focused = explorer.get_root_node().dyn_into::<ShadowRoot>().ok().and_then(|root| root.active_element());
    // What stands over the page is no part of it that scrolls.
    let focused = focused.filter(|focused| focused.closest("[popover]").is_ok_and(|over| over.is_none()));
    let place = focused.as_ref().unwrap_or(explorer).get_bounding_client_rect();
    if (0.0..height() - place.height().min(height() / 3.0)).contains(&(place.top() - by)) {
        return Sight::Focus;
    }
    let whole = explorer.get_bounding_client_rect();
    if whole.top() - by < height() && whole.bottom() - by > 0.0 { Sight::Something } else { Sight::Nothing }
}

/// The nearest box around a range that scrolls by itself; the window is none.
fn scroller(range: &Range) -> Option<Element> {
    let scrolls = |element: &Element| {
        element.scroll_height() > element.client_height()
            && ["auto", "scroll"].contains(&style(element, "overflow-y").as_str())
            // What these two say of scrolling holds for the window.
            && !["html", "body"].contains(&element.local_name().as_str())
    };
    climb(range.start_container().ok()?.parent_element(), scrolls)
}

fn climb(from: Option<Element>, fits: impl Fn(&Element) -> bool) -> Option<Element> {
    std::iter::successors(from, |element| element.parent_element()).find(fits)
}

/// The element that the explorer is in.
pub(crate) fn host(explorer: &Element) -> Option<Element> {
    Some(explorer.get_root_node().dyn_into::<ShadowRoot>().ok()?.host())
}

fn style(element: &Element, name: &str) -> String {
    let style = web_sys::window().and_then(|window| window.get_computed_style(element).ok()?);
    style.and_then(|style| style.get_property_value(name).ok()).unwrap_or_default()
}

fn options(by: f64) -> ScrollToOptions {
    let options = ScrollToOptions::new();
    options.set_top(by);
    options.set_behavior(behavior());
    options
}
