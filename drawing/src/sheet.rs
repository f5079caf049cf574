//! A picture as a list of marks on a sheet: what is saved, whatever it was drawn with.

use web_sys::HtmlCanvasElement;

use crate::cloud::{Cloud, Looks};
use crate::numbers::number;

/// A change of coordinates, as SVG and canvas have it: `x' = a x + c y + e`, `y' = b x + d y + f`.
pub(crate) type Matrix = [f64; 6];

/// A colour in red, green, blue and opacity, 0 to 255 each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Colour(pub(crate) [u8; 4]);

/// What fills a shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fill {
    None,
    Plain(Colour),
    /// Slanting lines of this colour.
    Hatch(Colour),
}

/// A line along a shape or around letters.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Stroke {
    pub(crate) colour: Colour,
    /// In pixels.
    pub(crate) width: f64,
    /// Lengths of dashes and gaps in turn, in pixels; none where it is unbroken.
    pub(crate) dashes: Vec<f64>,
    /// Whether dashes end round.
    pub(crate) round: bool,
}

/// A shape.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Shape {
    /// As the attribute `d` of SVG has it.
    pub(crate) path: String,
    pub(crate) matrix: Matrix,
    pub(crate) fill: Fill,
    pub(crate) stroke: Option<Stroke>,
}

/// Which part of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// How letters look.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Font {
    pub(crate) family: String,
    /// In pixels.
    pub(crate) size: f64,
    pub(crate) weight: String,
    pub(crate) italic: bool,
}

impl Font {
    /// As a canvas takes it.
    pub(crate) fn shorthand(&self) -> String {
        let style = if self.italic { "italic " } else { "" };
        [style, &self.weight, " ", &number(self.size), "px ", &self.family].concat()
    }
}

/// One line of words.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Words {
    pub(crate) text: String,
    pub(crate) matrix: Matrix,
    /// Where the anchor stands, on the line that letters stand on.
    pub(crate) place: (f64, f64),
    pub(crate) anchor: Anchor,
    /// Whether they run from right to left.
    pub(crate) from_right: bool,
    pub(crate) font: Font,
    pub(crate) colour: Colour,
    /// A rim that sets them off from what they cross.
    pub(crate) halo: Option<Stroke>,
    pub(crate) struck: bool,
    pub(crate) underlined: bool,
}

/// Many dots: what they are, what their names are, and the canvas that they are painted on.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Dots {
    pub(crate) cloud: Cloud,
    pub(crate) looks: Looks,
    pub(crate) names: Vec<Words>,
    /// None where there is no page: in tests.
    pub(crate) canvas: Option<HtmlCanvasElement>,
}

/// A mark on the sheet; later ones lie above.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Mark {
    Shape(Shape),
    Words(Words),
    /// What is dots in the page too: left, top, width, height.
    Dots(Dots, [f64; 4]),
}

/// The sheet.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sheet {
    pub(crate) title: String,
    /// What else is said of it.
    pub(crate) about: String,
    /// In pixels.
    pub(crate) width: f64,
    /// In pixels.
    pub(crate) height: f64,
    pub(crate) paper: Colour,
    pub(crate) marks: Vec<Mark>,
}
