//! Marks in the host's text that leave its nodes alone: the CSS Custom Highlight API.
//!
//! The registry is one for the whole document, so all explorers of a page add their ranges to the same two highlights
//! and take out none but their own. Where a browser has no registry, nothing is marked and all else goes on.

use wasm_bindgen::prelude::*;
use web_sys::{Node, Range};

use super::sheet;

#[wasm_bindgen]
extern "C" {
    type Highlight;
    #[wasm_bindgen(constructor)]
    fn new() -> Highlight;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &Range);
    #[wasm_bindgen(method, js_name = "delete")]
    fn remove(this: &Highlight, range: &Range) -> bool;
    #[wasm_bindgen(method, getter)]
    fn size(this: &Highlight) -> u32;
    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Highlight, priority: i32);

    type Registry;
    #[wasm_bindgen(method)]
    fn get(this: &Registry, name: &str) -> Option<Highlight>;
    #[wasm_bindgen(method)]
    fn set(this: &Registry, name: &str, highlight: &Highlight);
    #[wasm_bindgen(method, js_name = "delete")]
    fn remove(this: &Registry, name: &str) -> bool;

    #[wasm_bindgen(thread_local_v2, js_namespace = CSS, js_name = highlights)]
    static HIGHLIGHTS: Option<Registry>;
}

/// How words are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// They prove something.
    Quote,
    /// They are what is shown or pointed at.
    Lit,
}

impl Mark {
    fn name(self) -> &'static str {
        match self {
            Self::Quote => "deal-quote",
            Self::Lit => "deal-lit",
        }
    }
}

/// Words that are marked as long as it lives.
pub(crate) struct Marked {
    mark: Mark,
    /// The tree that they stand in, even when the article does no longer.
    tree: Node,
    ranges: Vec<Range>,
}

impl Marked {
    /// Marks ranges in the text under a node.
    pub(crate) fn new(mark: Mark, within: &Node, ranges: Vec<Range>) -> Self {
        let marked = Self { mark, tree: within.get_root_node(), ranges };
        marked.turn(&marked.ranges, true);
        marked
    }

    /// Marks some of the ranges, or no longer.
    pub(super) fn turn(&self, ranges: &[Range], on: bool) {
        HIGHLIGHTS.with(|registry| {
            let Some(registry) = registry.as_ref().filter(|_| !ranges.is_empty()) else { return };
            let highlight = registry.get(self.mark.name()).unwrap_or_else(|| {
                let highlight = Highlight::new();
                highlight.set_priority(i32::from(self.mark == Mark::Lit));
                registry.set(self.mark.name(), &highlight);
                highlight
            });
            for range in ranges {
                if on {
                    highlight.add(range);
                } else {
                    highlight.remove(range);
                }
            }
            sheet::stand(&self.tree, true);
        });
    }
}

impl Drop for Marked {
    fn drop(&mut self) {
        HIGHLIGHTS.with(|registry| {
            let Some(registry) = registry else { return };
            let Some(highlight) = registry.get(self.mark.name()) else { return };
            for range in &self.ranges {
                highlight.remove(range);
            }
            if highlight.size() == 0 {
                registry.remove(self.mark.name());
                if [Mark::Quote, Mark::Lit].iter().all(|mark| registry.get(mark.name()).is_none()) {
                    sheet::stand(&self.tree, false);
                }
            }
        });
    }
}
