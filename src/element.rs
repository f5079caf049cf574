//! The handle between an element on a page and the app inside it: what the shell calls, and what it is told.
//!
//! The shell (`embed/deal-explorer.js`) is the custom element; it reads attributes and properties, and dispatches
//! events. Everything that crosses is a plain value.

mod details;
mod options;
mod panic;
mod stage;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::{Element, ShadowRoot, ShadowRootInit, ShadowRootMode};

use crate::deal::Item;
use crate::dom::fetch;
use crate::dom::intl::Intl;
use crate::dom::{self, drawing, faults, sheet};
use crate::reason::is_settable;
use crate::state::{self, Action, Supposed, View};
use crate::view::app::{AppProps, Source};
use crate::view::link::Link;
use crate::view::rest::{self, doors};
use crate::words::{self, Tongue};
pub use options::Asked;
use options::Options;
use stage::Stage;

thread_local! {
    /// The number of the next element; landmarks of the page must not share their names.
    static NUMBER: Cell<u32> = const { Cell::new(1) };
}

/// An app in an element's shadow root. The element's own content stands until the deal is shown, and stays where it
/// cannot be.
#[wasm_bindgen]
pub struct Handle {
    stage: RefCell<Stage>,
    link: Link,
    host: Element,
    number: u32,
    now: RefCell<(Options, AppProps)>,
}

/// Mounts an app in an element.
///
/// `asked` is an object with what its attributes and properties ask for; `text` is the document, where the host gives it itself;
/// `tell` is called with the name of each event and its detail.
///
/// # Errors
/// Where the element takes no shadow root, or no document is named.
#[wasm_bindgen]
pub fn mount(host: Element, asked: &Asked, text: Option<String>, tell: Function) -> Result<Handle, JsValue> {
    let options = Options::new(asked);
    let shadow = shadow_of(&host)?;
    sheet::adopt(&shadow);
    let number = NUMBER.with(|number| number.replace(number.get() + 1));
    let link = Link::new(details::teller(host.clone(), tell));
    let source = source(&options, text.map(Rc::from)).ok_or("no document is named")?;
    let props = AppProps {
        source,
        beginning: Rc::new(options.beginning()),
        permalink: options.permalink,
        outline: outline(&host),
        number,
        article: options.article.clone(),
        tongue: tongue(&options),
        link: link.clone(),
    };
    let stage = Stage::enter(&shadow, number, props.clone())?;
    Ok(Handle { stage: RefCell::new(stage), link, host, number, now: RefCell::new((options, props)) })
}

/// Has `tell` called with the message of the first panic; after it the whole module must not be used any more.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(tell: Function) {
    panic::tell(tell);
}

/// Gives the function by which documents are fetched: it takes an address and an `AbortSignal`, and gives a promise of the
/// answer, which comes to nothing once the signal is given.
#[wasm_bindgen(js_name = bringWith)]
pub fn bring_with(fetch: Function) {
    fetch::bring_with(fetch);
}

/// Gives the function by which the second module is fetched, which tells what is wrong with a document and writes files
/// of it: it gives a promise of what that exports.
#[wasm_bindgen(js_name = explainWith)]
pub fn explain_with(fetch: Function) {
    faults::explain_with(fetch);
}

/// Gives the function by which the other half of the module is fetched: it gives a promise of its being there.
#[wasm_bindgen(js_name = completeWith)]
pub fn complete_with(fetch: Function) {
    dom::rest::complete_with(fetch);
}

/// Has the other half of the module there; whether it could be had.
#[wasm_bindgen]
pub async fn complete() -> bool {
    dom::rest::fetch().await
}

/// Gives the function by which the module that draws is fetched: it gives a promise of what that exports.
#[wasm_bindgen(js_name = drawWith)]
pub fn draw_with(fetch: Function) {
    drawing::draw_with(fetch);
}

#[wasm_bindgen]
impl Handle {
    /// Takes what is asked for now; what the reader looks at stays.
    pub fn update(&self, asked: &Asked) {
        self.change(Options::new(asked), None);
    }

    /// Shows a document whose text the host gives itself.
    pub fn open(&self, text: String) {
        let options = Options { src: None, ..self.now.borrow().0.clone() };
        self.change(options, Some(Rc::from(text)));
    }

    /// Shows a view; `false` where there is none of that name.
    pub fn show(&self, view: &str) -> bool {
        View::from_word(view).is_some_and(|view| self.link.act(Action::Show(view)))
    }

    /// Looks at an item, or at none; `false` where the deal has none of that id.
    pub fn select(&self, id: Option<String>) -> bool {
        let Some(id) = id.filter(|id| !id.is_empty()) else { return self.link.act(Action::Deselect) };
        let waits = self.link.store().is_none_or(|store| store.shown.is_none());
        (waits || self.knows(&id)) && self.link.act(Action::Select(id))
    }

    /// Whether the deal that is shown has an item of this id.
    pub fn knows(&self, id: &str) -> bool {
        let shown = self.link.store().and_then(|store| store.shown);
        shown.is_some_and(|shown| shown.deal.find(id).is_some())
    }

    /// Supposes this of the deal and nothing else: pieces with settings, as they stand in an address.
    pub fn suppose(&self, pieces: &str) -> bool {
        self.link.act(Action::Try(Supposed::parse(pieces)))
    }

    /// Whether something can be supposed of the item of this id in the deal that is shown.
    #[wasm_bindgen(js_name = canSuppose)]
    pub fn can_suppose(&self, id: &str) -> bool {
        let shown = self.link.store().and_then(|store| store.shown);
        shown.and_then(|shown| shown.deal.get(id).map(Item::kind)).is_some_and(is_settable)
    }

    /// Takes a state as [`state`](Self::state) gives it; what the deal does not know is left out.
    pub fn restore(&self, state: &str) -> bool {
        self.link.act(Action::Restore(Box::new(state::parse(state))))
    }

    /// The state as one short line.
    pub fn state(&self) -> String {
        self.link.store().map(|store| state::format(&store.state)).unwrap_or_default()
    }

    /// The document that is shown, as it came.
    pub fn text(&self) -> Option<String> {
        let shown = self.link.store()?.shown?;
        String::from_utf8(fetch::joined(&shown.text).to_vec()).ok()
    }

    /// Whether anything is supposed.
    pub fn supposes(&self) -> bool {
        self.link.store().is_some_and(|store| !store.state.trial.now.is_empty())
    }

    /// What is supposed and what follows, as plain text; none where nothing is supposed, or before the rest of the
    /// module has come.
    pub fn account(&self) -> Option<String> {
        let store = self.link.store()?;
        let deal = store.shown.as_ref().filter(|_| !store.state.trial.now.is_empty())?.deal.clone();
        doors::account(rest::key()?, &self.now.borrow().1.tongue, &store, &deal)
    }

    /// Takes the app out of the element.
    pub fn destroy(self) {
        self.stage.into_inner().leave();
    }

    fn change(&self, options: Options, text: Option<Rc<str>>) {
        let mut now = self.now.borrow_mut();
        let (before, props) = &mut *now;
        if (&before.lang, &before.labels) != (&options.lang, &options.labels) {
            props.tongue = tongue(&options);
        }
        if let Some(source) = source(&options, text) {
            props.source = source;
        }
        props.permalink = options.permalink;
        props.outline = outline(&self.host);
        props.article.clone_from(&options.article);
        *before = options;
        self.stage.borrow_mut().update(self.number, props.clone());
    }
}

fn source(options: &Options, text: Option<Rc<str>>) -> Option<Source> {
    text.map(Source::Text).or_else(|| options.src.clone().map(Source::Address))
}

fn shadow_of(host: &Element) -> Result<ShadowRoot, JsValue> {
    host.shadow_root().map_or_else(|| host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)), Ok)
}

/// The words that fit the reader's language best, with the rules of that very language where it is theirs.
fn tongue(options: &Options) -> Tongue {
    let asked = options.lang.as_deref().unwrap_or_default();
    let words = words::with_labels(words::of_language(asked), &options.labels);
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let tag = if primary(asked) == primary(words.tag) { asked } else { words.tag };
    Tongue { words, format: Rc::new(Intl::new(tag)) }
}

/// The level of the title: 1 where the page has no other first heading, else 2.
fn outline(host: &Element) -> u8 {
    let headings = host.owner_document().and_then(|document| document.query_selector_all("h1").ok());
    let Some(headings) = headings else { return 2 };
    let outside = (0..headings.length()).filter_map(|at| headings.item(at)).any(|h1| !host.contains(Some(&h1)));
    if outside { 2 } else { 1 }
}
