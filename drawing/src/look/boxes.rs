//! What an element has behind and around its words: its background and its borders.

use web_sys::{CssStyleDeclaration, Element};

use super::{Reader, pixels, value};
use crate::numbers::{number, read};
use crate::sheet::{Fill, Mark, Shape, Stroke};

const PLAIN: [f64; 6] = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];
const SIDES: [&str; 4] = ["top", "right", "bottom", "left"];

impl Reader<'_> {
    /// The background, and the borders that can be seen.
    pub(super) fn background(&mut self, element: &Element, style: &CssStyleDeclaration) {
        let fill = self.filled(style);
        let outline = self.line(style, "outline");
        let borders = SIDES.map(|side| self.line(style, &["border-", side].concat()));
        if fill == Fill::None && outline.is_none() && borders.iter().all(Option::is_none) {
            return;
        }
        let place = element.get_bounding_client_rect();
        let (x, y) = self.place(place.left(), place.top());
        let (wide, high) = (place.width(), place.height());
        // A triangle is made of three borders around nothing; the one that is seen is its base.
        let triangle = match &borders {
            [None, None, Some(base), None] => Some((base, [(0.0, high), (wide, high), (wide / 2.0, 0.0)])),
            [None, Some(base), None, None] => Some((base, [(wide, 0.0), (wide, high), (0.0, high / 2.0)])),
            [None, None, None, Some(base)] => Some((base, [(0.0, 0.0), (0.0, high), (wide, high / 2.0)])),
            _ => None,
        };
        if let Some((base, corners)) = triangle.filter(|_| element.client_width() == 0) {
            let corners = corners.map(|(across, down)| [number(x + across), " ".to_owned(), number(y + down)].concat());
            let path = ["M", &corners.join("L"), "z"].concat();
            self.marks.push(Mark::Shape(Shape { path, matrix: PLAIN, fill: Fill::Plain(base.colour), stroke: None }));
            return;
        }
        let radius = read(&value(style, "border-top-left-radius")).min(wide / 2.0).min(high / 2.0);
        let [first, others @ ..] = &borders;
        let around = first.clone().filter(|_| others.iter().all(|other| other == first)).or(outline);
        let inset = around.as_ref().map_or(0.0, |stroke| stroke.width / 2.0);
        if fill != Fill::None || around.is_some() {
            let path = if value(style, "transform").starts_with("matrix") {
                // What is turned in our pictures is a square on its tip.
                let (middle, down) = (number(x + wide / 2.0), number(y + high / 2.0));
                let (far, low) = (number(x + wide), number(y + high));
                let (x, y) = (number(x), number(y));
                ["M", &middle, " ", &y, "L", &far, " ", &down, "L", &middle, " ", &low, "L", &x, " ", &down, "z"]
                    .concat()
            } else {
                rounded(x + inset, y + inset, wide - 2.0 * inset, high - 2.0 * inset, radius)
            };
            self.marks.push(Mark::Shape(Shape { path, matrix: PLAIN, fill, stroke: around.clone() }));
        }
        if around.is_some() {
            return;
        }
        for (side, border) in SIDES.into_iter().zip(borders) {
            let Some(stroke) = border else { continue };
            let half = stroke.width / 2.0;
            let path = match side {
                "top" => level(x, y + half, wide),
                "right" => upright(x + wide - half, y, high),
                "bottom" => level(x, y + high - half, wide),
                _ => upright(x + half, y, high),
            };
            self.marks.push(Mark::Shape(Shape { path, matrix: PLAIN, fill: Fill::None, stroke: Some(stroke) }));
        }
    }

    fn filled(&self, style: &CssStyleDeclaration) -> Fill {
        if let Some(colour) = self.colour(style, "background-color") {
            return Fill::Plain(colour);
        }
        let image = value(style, "background-image");
        // Hatching is a gradient that repeats; its last colour is that of the lines.
        let lines = image.strip_prefix("repeating-linear-gradient").and_then(|image| {
            let (before, inside) = image.rsplit_once('(')?;
            let name = before.rsplit([' ', ',', '(']).next()?;
            Some([name, "(", inside.split(')').next()?, ")"].concat())
        });
        lines.map_or(Fill::None, |lines| Fill::Hatch(self.palette.colour(&lines)))
    }

    /// The line of a border or of an outline.
    fn line(&self, style: &CssStyleDeclaration, name: &str) -> Option<Stroke> {
        let of = |what: &str| [name, "-", what].concat();
        let width = pixels(style, &of("width"));
        let dashes = match value(style, &of("style")).as_str() {
            "none" | "hidden" => return None,
            "dashed" => vec![width * 3.0; 2],
            "dotted" => vec![width, width * 1.5],
            _ => Vec::new(),
        };
        let colour = self.colour(style, &of("color")).filter(|_| width > 0.0)?;
        Some(Stroke { colour, width, dashes, round: false })
    }
}

fn level(x: f64, y: f64, length: f64) -> String {
    ["M", &number(x), " ", &number(y), "h", &number(length)].concat()
}

fn upright(x: f64, y: f64, length: f64) -> String {
    ["M", &number(x), " ", &number(y), "v", &number(length)].concat()
}

/// A rectangle with round corners.
fn rounded(x: f64, y: f64, wide: f64, high: f64, radius: f64) -> String {
    let (across, down) = (number(wide - 2.0 * radius), number(high - 2.0 * radius));
    let r = number(radius);
    let turn = |to: String| ["a", &r, " ", &r, " 0 0 1 ", &to].concat();
    [
        level(x + radius, y, wide - 2.0 * radius),
        turn([&r, " ", &r].concat()),
        ["v", &down].concat(),
        turn(["-", &r, " ", &r].concat()),
        ["h-", &across].concat(),
        turn(["-", &r, " -", &r].concat()),
        ["v-", &down].concat(),
        turn([&r, " -", &r].concat()),
        "z".to_owned(),
    ]
    .concat()
}
