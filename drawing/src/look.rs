//! A picture as it stands in the page, read off mark by mark: boxes with their borders, words line by line, and what is
//! drawn in SVG. What a reader does not see is left out, and so are controls that are marked as such.

mod boxes;
mod dots;
mod letters;
mod shapes;

use wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, Element, HtmlCanvasElement, Node, SvgGraphicsElement, Window};

use crate::cloud::Cloud;
use crate::colours::Palette;
use crate::numbers::read;
use crate::sheet::{Colour, Font, Mark};

/// Whoever reads a picture off.
pub(crate) struct Reader<'a> {
    pub(crate) window: &'a Window,
    pub(crate) palette: &'a Palette,
    /// Where the picture begins, in the window's coordinates.
    pub(crate) origin: (f64, f64),
    /// What is on the canvas of the picture, if there is one, and its names.
    pub(crate) cloud: Option<(Cloud, Vec<String>)>,
    pub(crate) marks: Vec<Mark>,
}

/// Lines at letters, which come from the elements around them.
#[derive(Clone, Copy, Default)]
pub(crate) struct Lines {
    struck: bool,
    underlined: bool,
}

impl Reader<'_> {
    /// Reads an element off with all that is in it.
    pub(crate) fn read(&mut self, element: &Element, lines: Lines) {
        let Ok(Some(style)) = self.window.get_computed_style(element) else { return };
        if value(&style, "display") == "none" || element.has_attribute("data-tool") || is_for_ears(element, &style) {
            return;
        }
        let lines = lines.and(&style);
        let seen = value(&style, "visibility") == "visible";
        if let Some(canvas) = element.dyn_ref::<HtmlCanvasElement>() {
            self.dots(canvas, &style);
        } else if let Some(drawn) = element.dyn_ref::<SvgGraphicsElement>() {
            if drawn.tag_name() == "svg" && seen {
                self.background(element, &style);
            } else if seen && self.drawn(drawn, &style, lines) {
                return;
            }
        } else if seen {
            self.background(element, &style);
        }
        if ["defs", "title", "desc"].contains(&element.tag_name().as_str()) {
            return;
        }
        let children = element.child_nodes();
        for child in (0..children.length()).filter_map(|at| children.get(at)) {
            if let Some(inner) = child.dyn_ref::<Element>() {
                self.read(inner, lines);
            } else if child.node_type() == Node::TEXT_NODE && seen {
                self.letters(&child, &style, lines);
            }
        }
    }

    /// A place of the window as a place of the picture.
    fn place(&self, x: f64, y: f64) -> (f64, f64) {
        (x - self.origin.0, y - self.origin.1)
    }

    /// The colour of a property; `None` where nothing would be seen.
    fn colour(&self, style: &CssStyleDeclaration, property: &str) -> Option<Colour> {
        let written = value(style, property);
        let colour = self.palette.colour(&written);
        (written != "none" && colour.0.last() != Some(&0)).then_some(colour)
    }
}

impl Lines {
    fn and(self, style: &CssStyleDeclaration) -> Self {
        let own = value(style, "text-decoration-line");
        let (struck, underlined) = (own.contains("line-through"), own.contains("underline"));
        Self { struck: self.struck || struck, underlined: self.underlined || underlined }
    }
}

/// Whether it is there for those who listen alone: a dot that overflows unseen.
fn is_for_ears(element: &Element, style: &CssStyleDeclaration) -> bool {
    value(style, "position") == "absolute" && element.client_width() <= 1 && value(style, "overflow-x") != "visible"
}

/// A property's value; empty where there is none.
fn value(style: &CssStyleDeclaration, property: &str) -> String {
    style.get_property_value(property).unwrap_or_default()
}

/// A length in pixels; 0 where it is none.
fn pixels(style: &CssStyleDeclaration, property: &str) -> f64 {
    read(&value(style, property))
}

fn font(style: &CssStyleDeclaration) -> Font {
    Font {
        family: value(style, "font-family"),
        size: pixels(style, "font-size"),
        weight: value(style, "font-weight"),
        italic: value(style, "font-style").starts_with("italic"),
    }
}
