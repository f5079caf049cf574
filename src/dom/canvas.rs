//! Painting many dots and lines: on a canvas, since as elements they would weigh too much.

#![expect(clippy::cast_sign_loss, reason = "no size of a canvas is below zero")]

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration, Element, Event, HtmlCanvasElement, MouseEvent};

use crate::picture::dots::{Fit, Name, lettered};
use crate::picture::lettering::width;

/// Dots with lines between them.
pub(crate) struct Cloud<'a> {
    /// Across and down, one after the other.
    pub(crate) places: &'a [f32],
    /// Of the whole.
    pub(crate) size: (f64, f64),
    /// Of each look the lines, as pairs of places in the list of dots.
    pub(crate) lines: &'a [Vec<(u32, u32)>; 3],
    /// As many names as find room are written, the first before others.
    pub(crate) names: &'a [(u32, String)],
    /// One dot may have a ring, and its lines are heavy.
    pub(crate) ringed: Option<u32>,
}

/// Which property of the canvas has the colour of each look, since custom ones do not tell theirs; and whether the lines
/// are dashed. The module that draws knows the same order.
const LOOKS: [(&str, bool); 3] =
    [("text-decoration-color", false), ("outline-color", false), ("column-rule-color", true)];

/// How much of what lies below a name is covered.
const VEIL: f64 = 0.8;

/// How tall a name's letters are, and its line, in CSS pixels.
const LETTERS: f64 = 12.0;
const LINE: f64 = 15.0;

impl<'s> Cloud<'s> {
    fn fit(&self, canvas: &Element) -> Fit {
        Fit::new(self.size, extent(canvas))
    }

    /// Half the width of a dot, and how much lines cover what is below: many are drawn small, in a small frame even
    /// smaller, and what lies over each other by the thousands would be one blot.
    fn fineness(&self, size: (f64, f64)) -> (f64, f64) {
        let lines: usize = self.lines.iter().map(Vec::len).sum();
        let room = (size.0 / 700.0).clamp(0.5, 1.0);
        // Two numbers a dot.
        let dot = if self.places.len() > 4000 { 0.8 * room } else { 1.6 };
        let faint = (2000.0 / lines.max(1) as f64).clamp(0.3, 1.0);
        (dot, if lines > 2000 { faint * room } else { faint })
    }

    /// The names that find room.
    fn named(&self, fit: Fit, size: (f64, f64)) -> Vec<Name<'s>> {
        let mut names = Vec::new();
        for (dot, text) in self.names {
            if let Some(at) = fit.at(self.places, *dot) {
                names.push(Name { text, at, width: width(text) * LETTERS, begin: at });
            }
        }
        lettered(size, LINE, &mut names);
        names
    }

    /// Paints it in the canvas's own colours.
    pub(crate) fn paint(&self, canvas: &Element) -> Option<()> {
        let canvas: &HtmlCanvasElement = canvas.dyn_ref()?;
        let window = web_sys::window()?;
        let style = window.get_computed_style(canvas).ok()??;
        let size = extent(canvas);
        // Sharp, but no larger than every browser takes.
        let sharp = if size.0 > 2000.0 { 1.0 } else { window.device_pixel_ratio().clamp(1.0, 2.0) };
        canvas.set_width((size.0 * sharp) as u32);
        canvas.set_height((size.1 * sharp) as u32);
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        context.scale(sharp, sharp).ok()?;
        let fit = self.fit(canvas);
        let at = |dot: u32| fit.at(self.places, dot);
        let (dot, faint) = self.fineness(size);
        let trace = |lines: &mut dyn Iterator<Item = &(u32, u32)>| {
            context.begin_path();
            for (from, to) in lines {
                if let (Some((x, y)), Some((to_x, to_y))) = (at(*from), at(*to)) {
                    context.move_to(x, y);
                    context.line_to(to_x, to_y);
                }
            }
            context.stroke();
        };
        for ((colour, dashed), lines) in LOOKS.iter().zip(self.lines) {
            context.set_stroke_style_str(&style.get_property_value(colour).ok()?);
            let dash = Array::new();
            if *dashed {
                dash.push(&JsValue::from(6.0));
                dash.push(&JsValue::from(3.0));
            }
            let _ = context.set_line_dash(&dash);
            context.set_global_alpha(faint);
            context.set_line_width(0.6);
            trace(&mut lines.iter());
            context.set_global_alpha(1.0);
            if let Some(ringed) = self.ringed {
                context.set_line_width(2.0);
                trace(&mut lines.iter().filter(|(from, to)| *from == ringed || *to == ringed));
            }
        }
        let ink = style.get_property_value("color").ok()?;
        context.set_fill_style_str(&ink);
        for (x, y) in (0..self.places.len() as u32 / 2).filter_map(at) {
            context.fill_rect(x - dot, y - dot, dot * 2.0, dot * 2.0);
        }
        letter(&context, &style, &self.named(fit, size));
        if let Some((x, y)) = self.ringed.and_then(at) {
            context.set_stroke_style_str(&ink);
            let _ = context.set_line_dash(&Array::new());
            context.set_line_width(2.0);
            context.begin_path();
            let _ = context.arc(x, y, 7.0, 0.0, std::f64::consts::TAU);
            context.stroke();
        }
        Some(())
    }

    /// What is painted there as numbers, with the names: half the width of a dot, how faint lines are, the ringed dot or
    /// −1; how many dots, and each; for each look of lines how many, and each; how many names, and of each where
    /// its dot is and where it begins, halfway up the line.
    pub(crate) fn told(&self, canvas: &Element) -> (Vec<f64>, Vec<String>) {
        let (size, fit) = (extent(canvas), self.fit(canvas));
        let (dot, faint) = self.fineness(size);
        let dots = self.places.len() as u32 / 2;
        let mut numbers = vec![dot, faint, self.ringed.map_or(-1.0, f64::from), f64::from(dots)];
        for (x, y) in (0..dots).filter_map(|dot| fit.at(self.places, dot)) {
            numbers.extend_from_slice(&[x, y]);
        }
        for lines in self.lines {
            numbers.push(lines.len() as f64);
            for (from, to) in lines {
                numbers.extend_from_slice(&[f64::from(*from), f64::from(*to)]);
            }
        }
        let named = self.named(fit, size);
        numbers.push(named.len() as f64);
        let mut names = Vec::new();
        for name in named {
            numbers.extend_from_slice(&[name.at.0, name.at.1, name.begin.0, name.begin.1]);
            names.push(name.text.to_owned());
        }
        (numbers, names)
    }

    /// Scrolls the box around a canvas to a dot that is not in sight.
    pub(crate) fn scroll_to(&self, canvas: &Element, dot: u32) -> Option<()> {
        let frame = canvas.closest(".drawing").ok()??;
        let (x, y) = self.fit(canvas).at(self.places, dot)?;
        let (seen_x, seen_y) = extent(&frame);
        let (left, top) = (f64::from(frame.scroll_left()), f64::from(frame.scroll_top()));
        if !(left..left + seen_x).contains(&x) || !(top..top + seen_y).contains(&y) {
            frame.scroll_to_with_x_and_y(x - seen_x / 2.0, y - seen_y / 2.0);
        }
        Some(())
    }

    /// The dot nearest to a press on the canvas, within a finger's breadth.
    pub(crate) fn pressed(&self, event: &MouseEvent) -> Option<u32> {
        let target: &Event = event;
        let canvas: Element = target.target()?.dyn_into().ok()?;
        let point = (f64::from(event.offset_x()), f64::from(event.offset_y()));
        self.fit(&canvas).pressed(self.places, point, 16.0)
    }
}

/// The width and the height of an element, in CSS pixels.
fn extent(element: &Element) -> (f64, f64) {
    (f64::from(element.client_width()), f64::from(element.client_height()))
}

/// Writes names beside their dots, which become round and larger; what lies below shows faintly.
fn letter(context: &CanvasRenderingContext2d, style: &CssStyleDeclaration, names: &[Name<'_>]) -> Option<()> {
    let (colour, paper) = (style.get_property_value("color").ok()?, style.get_property_value("background-color").ok()?);
    let family = style.get_property_value("font-family").ok()?;
    context.set_font(&["12px ", &family].concat());
    context.set_text_align("left");
    context.set_text_baseline("middle");
    for name in names {
        let (x, y) = name.begin;
        context.set_fill_style_str(&paper);
        context.set_global_alpha(VEIL);
        context.fill_rect(x - 1.0, y - LINE / 2.0, name.width + 2.0, LINE);
        context.set_global_alpha(1.0);
        context.set_fill_style_str(&colour);
        context.begin_path();
        let _ = context.arc(name.at.0, name.at.1, 3.0, 0.0, std::f64::consts::TAU);
        context.fill();
        let _ = context.fill_text(name.text, x, y);
    }
    Some(())
}
