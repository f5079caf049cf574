//! Following an article that comes late, changes, or is put in another's place.

use crate::deal::gather::Gather;
use std::cell::Cell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, MutationObserver, MutationObserverInit, MutationRecord, Node, ShadowRoot};

/// How long changes are gathered, in milliseconds.
const GATHER: i32 = 100;

/// Watches as long as it lives.
pub(crate) struct Watch {
    observer: MutationObserver,
    timer: Rc<Cell<Option<i32>>>,
    _changed: Closure<dyn Fn(Array)>,
    _tell: Rc<Closure<dyn Fn()>>,
}

impl Watch {
    /// Tells at once, and after every change, which element is the article now, if any. The selector is tried first in
    /// the tree that the explorer's element stands in, then in the document.
    pub(crate) fn new(host: &Element, selector: String, tell: impl Fn(Option<Element>) + 'static) -> Option<Self> {
        let trees = trees(host);
        let found = Rc::new(Cell::new(None::<Element>));
        let timer = Rc::new(Cell::new(None));
        let tell = {
            let (trees, found, timer) = (trees.clone(), found.clone(), timer.clone());
            Closure::<dyn Fn()>::new(move || {
                timer.set(None);
                let element = trees.iter().find_map(|tree| find(tree, &selector));
                found.set(element.clone());
                tell(element);
            })
        };
        let tell = Rc::new(tell);
        let changed = {
            let (timer, tell) = (timer.clone(), tell.clone());
            Closure::<dyn Fn(Array)>::new(move |records: Array| {
                let article = found.take();
                let concerned = concerns(&records, article.as_ref());
                found.set(article);
                if concerned && timer.get().is_none() {
                    timer.set(later(&tell));
                }
            })
        };
        let observer = MutationObserver::new(changed.as_ref().unchecked_ref()).ok()?;
        let options = MutationObserverInit::new();
        options.set_child_list(true);
        options.set_character_data(true);
        options.set_subtree(true);
        // What hides or shows a part, and what the selector may ask for.
        let names: Array = ["class", "hidden", "id"].iter().map(|name| js_sys::JsString::from(*name)).collect();
        options.set_attribute_filter(&names);
        for tree in &trees {
            observer.observe_with_options(tree, &options).ok()?;
        }
        let _ = tell.as_ref().as_ref().unchecked_ref::<js_sys::Function>().call0(&wasm_bindgen::JsValue::NULL);
        Some(Self { observer, timer, _changed: changed, _tell: tell })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
        if let (Some(window), Some(timer)) = (web_sys::window(), self.timer.take()) {
            window.clear_timeout_with_handle(timer);
        }
    }
}

/// The tree that an element stands in, and the document around it.
fn trees(host: &Element) -> Vec<Node> {
    let own = host.get_root_node();
    let document = host.owner_document().map(Node::from).filter(|document| *document != own);
    std::iter::once(own).chain(document).gather()
}

fn find(tree: &Node, selector: &str) -> Option<Element> {
    let found = match tree.dyn_ref::<ShadowRoot>() {
        Some(root) => root.query_selector(selector),
        None => tree.dyn_ref::<web_sys::Document>()?.query_selector(selector),
    };
    found.ok()?
}

/// Whether a change is one of the article, or there is none as yet, or no longer.
fn concerns(records: &Array, article: Option<&Element>) -> bool {
    let Some(article) = article.filter(|article| article.is_connected()) else { return true };
    let mut records = records.iter().map(JsCast::unchecked_into::<MutationRecord>);
    records.any(|record| article.contains(record.target().as_ref()))
}

fn later(tell: &Closure<dyn Fn()>) -> Option<i32> {
    let act = tell.as_ref().unchecked_ref();
    web_sys::window()?.set_timeout_with_callback_and_timeout_and_arguments_0(act, GATHER).ok()
}
