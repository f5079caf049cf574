//! What the host is told: the name of each event and its detail.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::Element;

use crate::deal::{Deal, Document};
use crate::dom::fetch::FetchError;
use crate::reason::Scenario;
use crate::state::{self, State};
use crate::view::link::{News, Tell};
use crate::view::rest::{self, doors};
use crate::view::store::Trouble;

/// The function that tells the host; it also marks the element, for styles and for whoever waits.
pub(super) fn teller(host: Element, tell: Function) -> Tell {
    let latest = Rc::new(Cell::new(0));
    Box::new(move |news, state| {
        let (name, detail) = match news {
            News::Shown(deal) => {
                mark(&host, "shown");
                ("deal-ready", ready(deal.document(), state))
            }
            News::Failed(trouble) => {
                mark(&host, "failed");
                ("deal-error", failed(&trouble))
            }
            News::View => ("deal-view", looks(state)),
            News::Selected => ("deal-select", looks(state)),
            News::Supposed(deal, scenario) => return supposed(&deal, scenario.as_deref(), state, &tell, &latest),
            News::State => ("deal-state", looks(state)),
        };
        send(&tell, name, detail);
    })
}

/// What goes with an event.
type Detail = Vec<(&'static str, JsValue)>;

fn send(tell: &Function, name: &str, detail: Detail) {
    // What the host's own function throws is not ours.
    let _ = tell.call2(&JsValue::UNDEFINED, &JsValue::from_str(name), &object(detail));
}

/// A deal that is shown stays so, whatever happens to a later document.
fn mark(host: &Element, word: &str) {
    if word == "shown" || !host.has_attribute("data-ready") {
        let _ = host.set_attribute("data-ready", word);
    }
}

fn object(detail: Detail) -> Object {
    let object = Object::new();
    for (key, value) in detail {
        // A fresh object takes every key.
        let _ = Reflect::set(&object, &key.into(), &value);
    }
    object
}

/// `deal-ready`: a deal is shown.
fn ready(document: &Document, state: &State) -> Detail {
    vec![
        ("id", (&*document.id).into()),
        ("title", (&*document.title).into()),
        ("language", (&*document.language).into()),
        ("state", state::format(state).into()),
    ]
}

/// `deal-error`: a document cannot be shown. `fatal` is true only where the whole module is gone, which the shell tells.
fn failed(trouble: &Trouble) -> Detail {
    let (kind, src, status, issues) = match trouble {
        Trouble::Fetch(src, FetchError::Unreachable) => ("unreachable", src.into(), JsValue::NULL, Array::new()),
        Trouble::Fetch(src, FetchError::Refused(status)) => ("refused", src.into(), (*status).into(), Array::new()),
        Trouble::Stopped => ("stopped", JsValue::NULL, JsValue::NULL, Array::new()),
        Trouble::Refused(_, issues) => ("faults", JsValue::NULL, JsValue::NULL, issues.clone()),
    };
    let (fatal, issues) = (JsValue::FALSE, issues.into());
    vec![("kind", kind.into()), ("fatal", fatal), ("src", src), ("status", status), ("issues", issues)]
}

/// `deal-suppose`: what the reader supposes, and what follows from it. Of very much it is told some tasks later, unless by
/// then the reader supposes something else.
fn supposed(deal: &Deal, scenario: Option<&Scenario>, state: &State, tell: &Function, latest: &Rc<Cell<u32>>) {
    // Who supposes something has the other half.
    let Some(key) = rest::key() else { return };
    let turn = latest.get().wrapping_add(1);
    latest.set(turn);
    let (tell, latest, address) = (tell.clone(), latest.clone(), state::format(state));
    let then = move |supposed: Object, follows: Object| {
        if latest.get() == turn {
            let words = [("supposed", supposed.into()), ("follows", follows.into()), ("state", address.into())];
            send(&tell, "deal-suppose", words.into());
        }
    };
    doors::supposed(key, deal, scenario, state, Box::new(then));
}

/// `deal-view`, `deal-select` and `deal-state`: what the reader did.
fn looks(state: &State) -> Detail {
    let selected = state.selected.as_ref().map_or(JsValue::NULL, JsValue::from);
    vec![("view", state.view.word().into()), ("selected", selected), ("state", state::format(state).into())]
}
