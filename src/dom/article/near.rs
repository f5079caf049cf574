//! Marks where the reader is: with every change of the page a browser draws all marked words anew, those out of view, too.

use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, Node, Range};

use super::highlight::{Mark, Marked};
use crate::deal::gather::Gather;
use crate::dom::listener::Listener;
use crate::dom::sights::on_window;

/// Half a window above and below: who scrolls meets them marked.
const MARGIN: &str = "50% 0%";

/// An element of the article and the words in it.
pub(crate) type Place = (Element, Vec<Range>);

/// An observer and what it calls.
type Observer = (IntersectionObserver, Closure<dyn Fn(Array)>);

/// Marks words as long as it lives, while they are near the view or printed.
pub(crate) struct Near {
    observer: Option<Observer>,
    _print: Option<Listener>,
}

impl Near {
    /// Marks the words in these elements under a node. Where a browser does not tell what is in view, all of them.
    pub(crate) fn new(within: &Node, places: Vec<Place>) -> Self {
        let all: Vec<Range> = places.iter().flat_map(|(_, ranges)| ranges).cloned().gather();
        let (marked, places) = (Rc::new(Marked::new(Mark::Quote, within, all)), Rc::new(places));
        let observer = observe(marked.clone(), places.clone());
        let print = on_window("beforeprint", move || {
            for (_, ranges) in &*places {
                marked.turn(ranges, true);
            }
        });
        Self { observer, _print: print }
    }
}

/// The observer tells at once of every element where it is.
fn observe(marked: Rc<Marked>, places: Rc<Vec<Place>>) -> Option<Observer> {
    let elements = places.clone();
    let seen = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
        for entry in entries.iter().map(JsCast::unchecked_into::<IntersectionObserverEntry>) {
            let element = entry.target();
            for (_, ranges) in places.iter().filter(|(other, _)| *other == element) {
                marked.turn(ranges, entry.is_intersecting());
            }
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(MARGIN);
    let observer = IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options).ok()?;
    for (element, _) in &*elements {
        observer.observe(element);
    }
    Some((observer, seen))
}

impl Drop for Near {
    fn drop(&mut self) {
        if let Some((observer, _)) = &self.observer {
            observer.disconnect();
        }
    }
}
