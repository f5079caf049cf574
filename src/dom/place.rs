//! Moving the focus and the view to a place inside the widget.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{
    Element, Event, FocusOptions, HtmlElement, HtmlInputElement, MouseEvent, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition, ShadowRoot,
};

use super::later::after;

/// It is looked so often whether what was gone to has come to rest in view, …
const LOOKS: u32 = 8;
/// … each time after so many milliseconds: some frames, also on a slow machine.
const FRAMES: i32 = 100;

/// Focuses the first element that fits the first selector that one fits, of several with commas between, and brings its
/// beginning into view where it is not there yet.
pub(crate) fn focus(within: &Element, selectors: &str) {
    let Some(element) = selectors.split(',').find_map(|selector| find(within, selector)) else { return };
    // Left to itself, focus would jump to the end of what is taller than the window.
    still(&element);
    if begins_in_view(&element) {
        return;
    }
    // On a long way most of what comes past would only be drawn to go again.
    let far = element.get_bounding_client_rect().top().abs() > 2.0 * window_height();
    scroll_to(&element, if far { ScrollBehavior::Instant } else { behavior() });
    settle(element);
}

/// Keeps what was gone to in view. What stands before it is laid out only now, or while the page scrolls, and may be of
/// another height than was guessed; not every browser, and none at all times, then leaves what is in view where it is.
fn settle(element: HtmlElement) {
    let explorer = element.closest(".deal").ok().flatten();
    let top = |element: &Element| element.get_bounding_client_rect().top();
    // Where it stands in the explorer: who scrolls away leaves that as it is, and is left alone.
    let place = move |element: &Element| top(element) - explorer.as_ref().map_or(0.0, top);
    let (mut stood, mut before) = (place(&element), f64::INFINITY);
    spawn_local(async move {
        for _ in 0..LOOKS {
            after(FRAMES).await;
            if !element.matches(":focus").unwrap_or_default() {
                break;
            }
            let rests = (top(&element) - before).abs() < 1.0;
            before = top(&element);
            if rests && (place(&element) - stood).abs() >= 1.0 {
                stood = place(&element);
                if !begins_in_view(&element) {
                    scroll_to(&element, ScrollBehavior::Instant);
                }
            }
        }
    });
}

fn scroll_to(element: &Element, behavior: ScrollBehavior) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Start);
    options.set_behavior(behavior);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Focuses an element, and leaves the page where it is.
#[inline(never)]
fn still(element: &HtmlElement) {
    let focus = FocusOptions::new();
    focus.set_prevent_scroll(true);
    let _ = element.focus_with_options(&focus);
}

/// Whether the focus is inside the shadow root that the element stands in.
pub(crate) fn has_focus(within: &Element) -> bool {
    let root = within.get_root_node().dyn_into::<ShadowRoot>();
    root.is_ok_and(|root| root.active_element().is_some())
}

/// What has the focus, and what takes it where that goes: the nearest around it that can.
pub(crate) struct Held(Element, HtmlElement);

impl Held {
    /// What has it now, anywhere in the page.
    pub(crate) fn now() -> Option<Self> {
        let mut held = web_sys::window()?.document()?.active_element()?;
        while let Some(inner) = held.shadow_root().and_then(|root| root.active_element()) {
            held = inner;
        }
        let heir = held.closest("[tabindex]").ok()??.unchecked_into();
        Some(Self(held, heir))
    }

    /// Hands it on if what had it is gone, and leaves the page where it is.
    pub(crate) fn hand_on(self) {
        if !self.0.is_connected() {
            still(&self.1);
        }
    }
}

/// What the nearest element around the place of an event has under this name.
pub(crate) fn marked(event: &Event, name: &str) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(&format!("[{name}]")).ok()??.get_attribute(name)
}

/// The picture that is seen in the figure around the place of an event: of several drawings of one thing, the one that
/// fits the page.
pub(crate) fn picture(event: &Event) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let pictures = target.closest("figure").ok()??.query_selector_all("[data-picture]").ok()?;
    let mut pictures = (0..pictures.length()).filter_map(|at| pictures.item(at)?.dyn_into::<Element>().ok());
    pictures.find(|picture| picture.client_width() > 0)
}

/// What was chosen in the list that an event is heard at.
pub(crate) fn chosen(event: &Event) -> Option<String> {
    // A list and a box are read the same way.
    event.target().map(|target| target.unchecked_into::<HtmlInputElement>().value())
}

/// Moves the drawing around the place of an event under its frame.
pub(crate) fn pan(event: &Event, x: f64, y: f64) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(frame) = target.and_then(|target| target.closest(".drawing").ok().flatten()) {
        frame.scroll_by_with_x_and_y(x, y);
    }
}

/// Lets the hand that holds the drawing move it.
pub(crate) fn drag(event: &MouseEvent) {
    if event.buttons() & 1 == 1 {
        pan(event, f64::from(-event.movement_x()), f64::from(-event.movement_y()));
    }
}

/// Focuses what fits the selector within the element that an event is heard at.
pub(crate) fn focus_near(event: &Event, selector: &str) {
    // Yew hears at its root, so from the event's own place upwards: the list, table or picture that it happened in.
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let around = target.and_then(|target| target.closest("svg, ul, table").ok().flatten());
    if let Some(found) = around.and_then(|around| around.query_selector(selector).ok().flatten()) {
        // Elements of a picture take the focus as others do, but not every browser brings them into view.
        let _ = found.unchecked_ref::<HtmlElement>().focus();
        bring_into_view(&found);
    }
}

/// Scrolls the window, and the box around a drawing, by as much as the element sticks out of them.
fn bring_into_view(element: &Element) {
    let Some(window) = web_sys::window() else { return };
    let height = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let place = element.get_bounding_client_rect();
    window.scroll_by_with_x_and_y(0.0, beyond(place.top(), place.bottom(), 0.0, height));
    if let Ok(Some(around)) = element.closest(".drawing") {
        let frame = around.get_bounding_client_rect();
        around.scroll_by_with_x_and_y(beyond(place.left(), place.right(), frame.left(), frame.right()), 0.0);
    }
}

/// How far a stretch sticks out of another, at its end or, if at both, at its beginning.
fn beyond(start: f64, end: f64, from: f64, to: f64) -> f64 {
    if start < from { start - from } else { (end - to).max(0.0).min(start - from) }
}

fn find(within: &Element, selector: &str) -> Option<HtmlElement> {
    within.query_selector(selector).ok()??.dyn_into().ok()
}

/// Whether the element begins in the upper two thirds of the window.
fn begins_in_view(element: &Element) -> bool {
    // Some browsers scroll by whole pixels.
    (-1.0..window_height() * 2.0 / 3.0).contains(&element.get_bounding_client_rect().top())
}

fn window_height() -> f64 {
    web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default()
}

/// Smooth, unless the reader wants stillness.
pub(crate) fn behavior() -> ScrollBehavior {
    let query = |window: web_sys::Window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten();
    let still = web_sys::window().and_then(query).is_some_and(|list| list.matches());
    if still { ScrollBehavior::Instant } else { ScrollBehavior::Smooth }
}
