//! What is painted on a canvas: what it is made of is told with the picture.

use web_sys::{CssStyleDeclaration, HtmlCanvasElement};

use super::{Reader, value};
use crate::cloud::{Looks, SORTS};
use crate::sheet::{Anchor, Dots, Font, Mark, Stroke, Words};

/// How tall the letters of names are, in pixels.
const LETTERS: f64 = 12.0;

impl Reader<'_> {
    /// Dots with their names, in the colours of the canvas.
    pub(super) fn dots(&mut self, canvas: &HtmlCanvasElement, style: &CssStyleDeclaration) {
        let Some((cloud, names)) = self.cloud.take() else { return };
        let place = canvas.get_bounding_client_rect();
        let (x, y) = self.place(place.left(), place.top());
        let colour = |property: &str| self.palette.colour(&value(style, property));
        let looks = Looks { ink: colour("color"), lines: SORTS.map(|(property, ..)| colour(property)) };
        let font = Font { family: value(style, "font-family"), size: LETTERS, weight: "400".to_owned(), italic: false };
        let halo = Stroke { colour: colour("background-color"), width: 3.0, dashes: Vec::new(), round: false };
        let name = |([_, _, left, middle], text): (&[f64; 4], String)| Words {
            text,
            matrix: [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
            // A third of their height below the middle of the line stands what letters stand on.
            place: (x + left, y + middle + LETTERS * 0.35),
            anchor: Anchor::Start,
            from_right: false,
            font: font.clone(),
            colour: looks.ink,
            halo: Some(halo.clone()),
            struck: false,
            underlined: false,
        };
        let names = cloud.named.iter().zip(names).map(name).collect();
        let dots = Dots { cloud, looks, names, canvas: Some(canvas.clone()) };
        self.marks.push(Mark::Dots(dots, [x, y, place.width(), place.height()]));
    }
}
