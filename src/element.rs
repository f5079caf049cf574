//! The handle between an element on a page and the app inside it.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, ShadowRoot, ShadowRootInit, ShadowRootMode, UrlSearchParams};
use yew::AppHandle;
use yew::prelude::*;

use crate::dom::intl::Intl;
use crate::dom::sheet;
use crate::view::app::{App, AppProps};
use crate::words::{ENGLISH, Tongue};

/// The tag of the element.
pub const TAG: &str = "deal-explorer";

/// The document that shows where an element names none, relative to the page.
const BUILT_IN: &str = "seeds/us-russia-syria-2016.json";

thread_local! {
    /// The number of the next element; landmarks of the page must not share their names.
    static NUMBER: Cell<u32> = const { Cell::new(1) };
}

/// An app in an element's shadow root. The element's own content stands until the deal is shown, and stays where it
/// cannot be.
pub struct Mounted {
    app: AppHandle<App>,
    root: Element,
}

impl Mounted {
    /// Mounts the app in the element; `None` where the element takes no shadow root.
    pub fn new(host: &Element) -> Option<Self> {
        let document = host.owner_document()?;
        let shadow = shadow_of(host)?;
        sheet::adopt(&shadow);
        // Yew empties the node that it mounts in and never frees its listeners there, so each mount gets a fresh one.
        let root = document.create_element("div").ok()?;
        shadow.append_child(&root).ok()?;
        let props = props(host, &document);
        let app = yew::Renderer::<App>::with_root_and_props(root.clone(), props).render();
        Some(Self { app, root })
    }

    /// Takes the app out of the element.
    pub fn destroy(self) {
        self.app.destroy();
        self.root.remove();
    }
}

/// Mounts an app in each element of the page, for as long as the page lives.
///
/// The page's query may name another document (`?src=my-deal.json`) for elements that name none themselves.
pub fn mount_page() {
    let Some(window) = web_sys::window() else { return };
    let Some(document) = window.document() else { return };
    let query = window.location().search().unwrap_or_default();
    let src = UrlSearchParams::new_with_str(&query).ok().and_then(|query| query.get("src"));
    let Ok(hosts) = document.query_selector_all(TAG) else { return };
    for host in (0..hosts.length()).filter_map(|at| hosts.item(at)?.dyn_into::<Element>().ok()) {
        if let Some(src) = src.as_deref().filter(|_| !host.has_attribute("src")) {
            let _ = host.set_attribute("src", src);
        }
        // The page never takes its elements out, so the handle has no further use.
        std::mem::forget(Mounted::new(&host));
    }
}

fn shadow_of(host: &Element) -> Option<ShadowRoot> {
    host.shadow_root().or_else(|| host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).ok())
}

fn props(host: &Element, document: &Document) -> AppProps {
    let tongue = Tongue { words: &ENGLISH, format: Rc::new(Intl::new(ENGLISH.tag)) };
    let ready = host.clone();
    AppProps {
        src: host.get_attribute("src").filter(|src| !src.is_empty()).unwrap_or_else(|| BUILT_IN.to_owned()),
        permalink: host.get_attribute("permalink").as_deref() == Some("hash"),
        outline: outline(host, document),
        number: NUMBER.with(|number| number.replace(number.get() + 1)),
        tongue,
        on_settled: Callback::from(move |shown: bool| {
            let _ = ready.set_attribute("data-ready", if shown { "shown" } else { "failed" });
        }),
    }
}

/// The level of the title: 1 where the page has no other first heading, else 2.
fn outline(host: &Element, document: &Document) -> u8 {
    let Ok(headings) = document.query_selector_all("h1") else { return 2 };
    let outside = (0..headings.length()).filter_map(|at| headings.item(at)).any(|h1| !host.contains(Some(&h1)));
    if outside { 2 } else { 1 }
}
