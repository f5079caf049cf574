//! What the host asks of an element, as the shell passes it on.

use crate::deal::gather::Gather;
use wasm_bindgen::prelude::*;

use crate::state::{self, State, View};
use crate::view::beside::Wanted;
use crate::words::Label;

#[wasm_bindgen]
extern "C" {
    /// The shell's object. Read field by field: `serde-wasm-bindgen` would bring its complaints about every type with
    /// it (7 kB compressed), and here is nobody to hear them.
    pub type Asked;

    #[wasm_bindgen(method, getter)]
    fn src(this: &Asked) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn view(this: &Asked) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn selected(this: &Asked) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn state(this: &Asked) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn permalink(this: &Asked) -> bool;
    #[wasm_bindgen(method, getter)]
    fn article(this: &Asked) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn follow(this: &Asked) -> bool;
    #[wasm_bindgen(method, getter)]
    fn coverage(this: &Asked) -> bool;
    #[wasm_bindgen(method, getter)]
    fn lang(this: &Asked) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn labels(this: &Asked) -> Option<Vec<String>>;
}

/// The element's attributes and properties. Whatever is missing has its default.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Options {
    /// The address of the document; `None` where its text is given.
    pub(super) src: Option<String>,
    /// The view to begin with, by its word.
    pub(super) view: Option<String>,
    /// The id of the item to begin with.
    pub(super) selected: Option<String>,
    /// The state to begin with, in place of the two above.
    pub(super) state: Option<String>,
    /// Whether the state stands in the page's fragment.
    pub(super) permalink: bool,
    /// The article in the same page.
    pub(super) article: Option<Wanted>,
    /// The language of the reader, as a well-formed BCP 47 tag.
    pub(super) lang: Option<String>,
    /// Words of the interface in place of ours, by their names.
    pub(super) labels: Vec<Label>,
}

impl Options {
    pub(super) fn new(asked: &Asked) -> Self {
        let mut words = asked.labels().unwrap_or_default().into_iter();
        Self {
            src: asked.src(),
            view: asked.view(),
            selected: asked.selected(),
            state: asked.state(),
            permalink: asked.permalink(),
            article: asked.article().map(|selector| Wanted {
                selector,
                follow: asked.follow(),
                coverage: asked.coverage(),
            }),
            lang: asked.lang(),
            // Names and texts by turns.
            labels: std::iter::from_fn(|| Some((words.next()?, words.next()?))).gather(),
        }
    }

    /// The state to begin with. An item alone shows in the view where it lives.
    pub(super) fn beginning(&self) -> State {
        if let Some(state) = &self.state {
            return state::parse(state);
        }
        let view = self.view.as_deref().and_then(View::from_word).unwrap_or_default();
        State { view, selected: self.selected.clone().filter(|id| !id.is_empty()), ..State::default() }
    }
}
