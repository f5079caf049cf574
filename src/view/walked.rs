//! Pictures and tables whose pieces are pressed and walked through: both are heard once, around all of the pieces.

use std::rc::Rc;

use yew::prelude::*;

use crate::dom::place;

/// Hears a press on a piece; `act` is told the piece's name, which stands in the attribute `mark`.
pub(super) fn on_click(mark: &'static str, act: Rc<dyn Fn(String)>) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        if let Some(name) = place::marked(&event, mark) {
            act(name);
        }
    })
}

/// Is told the name of a piece and the key that was pressed there, and says the name of the piece that the key leads to.
/// The outer `None` leaves the key to the page; the inner one stays where it is.
type Go = Rc<dyn Fn(String, &str) -> Option<Option<String>>>;

/// Hears a key at a piece.
pub(super) fn on_key(mark: &'static str, go: Go) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let Some(next) = place::marked(&event, mark).and_then(|name| go(name, &event.key())) else { return };
        event.prevent_default();
        if let Some(next) = next {
            place::focus_near(&event, &["[", mark, "='", &next, "']"].concat());
        }
    })
}
