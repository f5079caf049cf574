//! Our own key in the page's fragment, and nothing else of the page's address.

use std::cell::RefCell;
use std::rc::Rc;

use crate::deal::gather::{Gather, joined};
use wasm_bindgen_futures::spawn_local;
use web_sys::Window;

use super::later::after;
use super::listener::Listener;

/// The key: `#deal=parties/russia`. Other keys of the fragment are the page's.
const KEY: &str = "deal=";

/// The anchors of the prose: `#deal.parties` is a part of it, `#deal-russia` an item.
const PART: &str = "deal.";
const ITEM: &str = "deal-";

/// What replaces the state in the address is written after so many milliseconds: a browser takes longer for that than a
/// letter of a search does to be answered, and some allow it only so often.
const PAUSE: i32 = 200;

/// The state that stands in the fragment, if our key is in it; or an anchor of the prose that stood here before.
pub(crate) fn read() -> Option<String> {
    let hash = web_sys::window()?.location().hash().ok()?;
    parts(&hash).find_map(|part| {
        let state = part.strip_prefix(KEY).or_else(|| part.strip_prefix(PART)).map(str::to_owned);
        state.or_else(|| part.strip_prefix(ITEM).map(|id| format!("/{id}")))
    })
}

/// The entry of the history that the reader is at, and the state that is still to be written into it.
#[derive(Default)]
pub(crate) struct Entry(Rc<RefCell<Option<String>>>);

impl Entry {
    /// Puts a state into the fragment in place of the present one: a little later, unless another is to be put there by
    /// then.
    pub(crate) fn replace(&self, state: String) {
        if self.0.replace(Some(state)).is_some() {
            return;
        }
        // Once the element is gone, the address is somebody else's.
        let owed = Rc::downgrade(&self.0);
        spawn_local(async move {
            after(PAUSE).await;
            if let Some(owed) = owed.upgrade() {
                Self(owed).settle();
            }
        });
    }

    /// Puts a state into a new entry, and into the one before what is owed to it.
    pub(crate) fn push(&self, state: &str) {
        self.settle();
        write(state, true);
    }

    /// The present state is the one that stands there.
    pub(crate) fn forget(&self) {
        self.0.take();
    }

    fn settle(&self) {
        if let Some(state) = self.0.take() {
            write(&state, false);
        }
    }
}

/// Puts a state into the fragment, as a new entry of the history or in place of the present one.
fn write(state: &str, push: bool) {
    let Some(window) = web_sys::window() else { return };
    let address = format!("{}{}", base(&window), with(&window, state));
    let Ok(history) = window.history() else { return };
    let null = wasm_bindgen::JsValue::NULL;
    // A sandboxed frame refuses; the widget then goes on without an address.
    let _ = if push {
        history.push_state_with_url(&null, "", Some(&address))
    } else {
        history.replace_state_with_url(&null, "", Some(&address))
    };
}

/// The page's whole address with this state in it.
pub(crate) fn link(state: &str) -> String {
    web_sys::window().map(|window| format!("{}{}", base(&window), with(&window, state))).unwrap_or_default()
}

/// Calls `act` when the reader goes back or forward, or types another fragment.
pub(crate) fn on_change(act: impl Fn() + 'static) -> Option<[Listener; 2]> {
    let window = web_sys::window()?;
    let act = std::rc::Rc::new(act);
    let again = act.clone();
    Some([Listener::new(&window, "popstate", move |_| act()), Listener::new(&window, "hashchange", move |_| again())])
}

fn base(window: &Window) -> String {
    let href = window.location().href().unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// The fragment with our key replaced, and every other part as it was; empty where nothing is left.
fn with(window: &Window, state: &str) -> String {
    let hash = window.location().hash().unwrap_or_default();
    let ours = |part: &&str| [KEY, PART, ITEM].iter().any(|key| part.starts_with(key));
    let mut kept: Vec<String> = parts(&hash).filter(|part| !ours(part)).map(str::to_owned).gather();
    if !state.is_empty() {
        kept.push(format!("{KEY}{state}"));
    }
    if kept.is_empty() { String::new() } else { format!("#{}", joined(&kept, "&")) }
}

fn parts(hash: &str) -> impl Iterator<Item = &str> {
    hash.trim_start_matches('#').split('&').filter(|part| !part.is_empty())
}
