//! The host's own article: its text by blocks, as it flows, and the way back from a place in it to the page's nodes.
//!
//! Nothing of it is ever changed, moved or made to take the focus.

pub(crate) mod held;
pub(crate) mod highlight;
pub(crate) mod near;
pub(crate) mod pointing;
mod sheet;
pub(crate) mod sight;
pub(crate) mod watch;

use web_sys::{CssStyleDeclaration, Element, Node, Range, Text, Window};

use crate::query::Place;

/// What is in the article and not of its text; the explorer's own prose would find itself.
const PASSED_OVER: &str = "deal-explorer, script, style, noscript, template, textarea, select, svg, [hidden]";

/// A floating element with no more letters than this is a drop cap, and belongs to its word.
const DROP_CAP: u32 = 3;

/// The article as it stands now.
pub(crate) struct Article {
    pub(crate) root: Element,
    pub(crate) blocks: Vec<Block>,
}

/// A run of text that flows together.
pub(crate) struct Block {
    /// The element that it flows in.
    pub(crate) element: Element,
    pub(crate) text: String,
    /// The text nodes, each with the UTF-16 code unit of the block's text that it begins at.
    nodes: Vec<(usize, Text)>,
}

impl AsRef<str> for Block {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl Article {
    /// Reads the text under an element.
    pub(crate) fn read(root: &Element) -> Self {
        let mut article = Self { root: root.clone(), blocks: Vec::new() };
        if let Some(window) = web_sys::window() {
            let mut reader = Reader { window, blocks: &mut article.blocks, open: Open::default() };
            reader.children(root, root);
            reader.close(root);
        }
        article
    }

    /// The page's own range of a place.
    pub(crate) fn range(&self, place: &Place) -> Option<Range> {
        let block = self.blocks.get(place.block)?;
        let node = |at: usize| block.nodes.iter().rev().find(|(first, _)| *first <= at);
        let range = Range::new().ok()?;
        let (first, start) = node(place.range.start)?;
        range.set_start(start, (place.range.start - first) as u32).ok()?;
        // The last code unit says in which node the range ends.
        let (first, end) = node(place.range.end.checked_sub(1)?)?;
        range.set_end(end, (place.range.end - first) as u32).ok()?;
        Some(range)
    }
}

/// The block that is being read.
#[derive(Default)]
struct Open {
    text: String,
    length: usize,
    nodes: Vec<(usize, Text)>,
    /// Whether nothing was read since a line break.
    broken: bool,
}

struct Reader<'a> {
    window: Window,
    blocks: &'a mut Vec<Block>,
    open: Open,
}

/// How an element's text goes with the text around it.
enum Flow {
    Along,
    Apart,
    /// Out of the flow: what is around it goes on behind it.
    Aside,
    Not,
}

impl Reader<'_> {
    fn children(&mut self, parent: &Element, block: &Element) {
        use wasm_bindgen::JsCast;
        let mut next = parent.first_child();
        while let Some(node) = next {
            next = node.next_sibling();
            match node.node_type() {
                Node::TEXT_NODE => self.text(node.unchecked_ref()),
                Node::ELEMENT_NODE => self.element(node.unchecked_ref(), block),
                _ => {}
            }
        }
    }

    fn text(&mut self, node: &Text) {
        let data = node.data();
        let blank = data.trim().is_empty();
        if blank && self.open.text.is_empty() {
            return;
        }
        self.open.nodes.push((self.open.length, node.clone()));
        self.open.length += data.chars().map(char::len_utf16).sum::<usize>();
        self.open.text.push_str(&data);
        self.open.broken &= blank;
    }

    fn element(&mut self, element: &Element, block: &Element) {
        if element.local_name() == "br" {
            self.line_break(block);
            return;
        }
        match self.flow(element) {
            Flow::Not => {}
            Flow::Along => self.children(element, block),
            Flow::Apart => {
                self.close(block);
                self.children(element, element);
                self.close(element);
            }
            Flow::Aside => {
                let around = std::mem::take(&mut self.open);
                self.children(element, element);
                self.close(element);
                self.open = around;
            }
        }
    }

    /// One line break is white space; a second one with nothing between ends the paragraph.
    fn line_break(&mut self, block: &Element) {
        if self.open.broken {
            self.close(block);
        } else {
            self.open.text.push('\n');
            self.open.length += 1;
            self.open.broken = true;
        }
    }

    fn close(&mut self, element: &Element) {
        let Open { text, nodes, .. } = std::mem::take(&mut self.open);
        if !text.trim().is_empty() {
            self.blocks.push(Block { element: element.clone(), text, nodes });
        }
    }

    fn flow(&self, element: &Element) -> Flow {
        if element.matches(PASSED_OVER).unwrap_or_default() {
            return Flow::Not;
        }
        let Ok(Some(style)) = self.window.get_computed_style(element) else { return Flow::Along };
        let is = |name: &str, values: &[&str]| values.contains(&value(&style, name).as_str());
        let display = value(&style, "display");
        if display == "none" {
            Flow::Not
        } else if is("position", &["absolute", "fixed"]) {
            Flow::Aside
        } else if !is("float", &["none", ""]) {
            let letters = element.text_content().unwrap_or_default();
            if letters.trim().chars().count() as u32 <= DROP_CAP { Flow::Along } else { Flow::Aside }
        } else if ["inline", "contents", "ruby"].iter().any(|inline| display.starts_with(inline)) {
            Flow::Along
        } else {
            Flow::Apart
        }
    }
}

fn value(style: &CssStyleDeclaration, name: &str) -> String {
    style.get_property_value(name).unwrap_or_default()
}
