//! What is drawn in SVG: shapes and words in coordinates of their own.

use web_sys::{CssStyleDeclaration, Element, SvgGraphicsElement};

use super::{Lines, Reader, font, pixels, value};
use crate::numbers::{number, read};
use crate::sheet::{Anchor, Fill, Mark, Matrix, Shape, Stroke, Words};

impl Reader<'_> {
    /// Reads a shape or words off; whether the element was one of these, so that nothing more is in it.
    pub(super) fn drawn(&mut self, drawn: &SvgGraphicsElement, style: &CssStyleDeclaration, lines: Lines) -> bool {
        let Some(matrix) = self.matrix(drawn) else { return true };
        if drawn.tag_name() == "text" {
            self.lettering(drawn, style, lines, matrix);
            return true;
        }
        let Some(path) = path(drawn) else { return false };
        let fill = value(style, "fill");
        let fill = if fill.starts_with("url(") {
            self.hatch(drawn, &fill).map_or(Fill::None, Fill::Hatch)
        } else {
            self.colour(style, "fill").map_or(Fill::None, Fill::Plain)
        };
        let stroke = self.stroke(style);
        if fill != Fill::None || stroke.is_some() {
            self.marks.push(Mark::Shape(Shape { path, matrix, fill, stroke }));
        }
        true
    }

    fn lettering(&mut self, text: &Element, style: &CssStyleDeclaration, lines: Lines, matrix: Matrix) {
        let words = text.text_content().unwrap_or_default();
        let Some(colour) = self.colour(style, "fill").filter(|_| !words.trim().is_empty()) else { return };
        let anchor = match value(style, "text-anchor").as_str() {
            "middle" => Anchor::Middle,
            "end" => Anchor::End,
            _ => Anchor::Start,
        };
        self.marks.push(Mark::Words(Words {
            text: words.trim().to_owned(),
            matrix,
            place: (attribute(text, "x"), attribute(text, "y")),
            anchor,
            from_right: value(style, "direction") == "rtl",
            font: font(style),
            colour,
            halo: self.stroke(style),
            struck: lines.struck,
            underlined: lines.underlined,
        }));
    }

    /// From the coordinates of an element to those of the picture.
    fn matrix(&self, drawn: &SvgGraphicsElement) -> Option<Matrix> {
        let it = drawn.get_screen_ctm()?;
        let part = |part: f32| f64::from(part);
        let (e, f) = self.place(part(it.e()), part(it.f()));
        Some([part(it.a()), part(it.b()), part(it.c()), part(it.d()), e, f])
    }

    fn stroke(&self, style: &CssStyleDeclaration) -> Option<Stroke> {
        let colour = self.colour(style, "stroke")?;
        let dashes = value(style, "stroke-dasharray");
        let lengths = dashes.split([',', ' ']).map(read).filter(|length| *length > 0.0);
        let width = pixels(style, "stroke-width");
        let round = value(style, "stroke-linecap") == "round";
        (width > 0.0).then(|| Stroke { colour, width, dashes: lengths.collect(), round })
    }

    /// The colour of the lines in a pattern that fills a shape.
    fn hatch(&self, drawn: &Element, fill: &str) -> Option<crate::sheet::Colour> {
        let name = fill.split('#').nth(1)?.trim_end_matches([')', '"', '\'']);
        let svg = drawn.closest("svg").ok()??;
        let line = svg.query_selector(&format!("[id='{name}'] path")).ok()??;
        let style = self.window.get_computed_style(&line).ok()??;
        self.colour(&style, "stroke")
    }
}

fn attribute(element: &Element, name: &str) -> f64 {
    element.get_attribute(name).map_or(0.0, |value| read(&value))
}

/// The outline of a shape; `None` where the element is none.
fn path(shape: &Element) -> Option<String> {
    let of = |name: &str| number(attribute(shape, name));
    match shape.tag_name().as_str() {
        "path" => shape.get_attribute("d"),
        "rect" => {
            let wide = of("width");
            Some(format!("M{} {}h{wide}v{}h-{wide}z", of("x"), of("y"), of("height")))
        }
        "line" => Some(format!("M{} {}L{} {}", of("x1"), of("y1"), of("x2"), of("y2"))),
        "circle" => {
            let radius = attribute(shape, "r");
            let (r, wide) = (number(radius), number(2.0 * radius));
            let left = number(attribute(shape, "cx") - radius);
            Some(format!("M{left} {}a{r} {r} 0 1 0 {wide} 0a{r} {r} 0 1 0 -{wide} 0z", of("cy")))
        }
        "polygon" => Some(format!("M{}z", shape.get_attribute("points")?)),
        "polyline" => Some(format!("M{}", shape.get_attribute("points")?)),
        _ => None,
    }
}
