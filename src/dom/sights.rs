//! Where a list stands in the window, and what is heard of the window.

use web_sys::Element;

use super::listener::Listener;

/// What is to be known of a list in the window, in CSS pixels.
pub(crate) struct Sight {
    /// Where what is drawn of the list begins, from the top of the window.
    pub(crate) top: f64,
    /// How tall the window is.
    pub(crate) window: f64,
    /// How tall each chunk is.
    pub(crate) heights: Vec<f64>,
}

/// Of a list with so many entries to a chunk; `None` where it has no place, as in a closed box.
pub(crate) fn of(list: &Element, chunk: usize) -> Option<Sight> {
    let window = web_sys::window()?.inner_height().ok()?.as_f64()?;
    let (place, entries) = (list.get_bounding_client_rect(), list.children());
    // A list of which nothing is drawn has a place, too.
    if list.get_client_rects().length() == 0 {
        return None;
    }
    let tops = (0..entries.length()).step_by(chunk).filter_map(|at| entries.item(at));
    let mut edges: Vec<f64> = Vec::new();
    tops.for_each(|entry| edges.push(entry.get_bounding_client_rect().top()));
    if !edges.is_empty() {
        edges.push(place.bottom());
    }
    let mut heights = Vec::new();
    edges.iter().zip(edges.iter().skip(1)).for_each(|(top, next)| heights.push(next - top));
    Some(Sight { top: place.top(), window, heights })
}

/// Listens to the window, also for what scrolls inside it.
pub(crate) fn on_window(kind: &'static str, act: impl Fn() + 'static) -> Option<Listener> {
    web_sys::window().map(|window| Listener::within(&window, kind, move |_| act()))
}

/// Listens to the reader's wish for light or dark colours.
pub(crate) fn on_wish(act: impl Fn() + 'static) -> Option<Listener> {
    let query = web_sys::window()?.match_media("(prefers-color-scheme: dark)").ok()??;
    Some(Listener::new(&query, "change", move |_| act()))
}
