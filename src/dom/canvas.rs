//! Painting many dots and lines: on a canvas, since as elements they would weigh too much.

#![expect(clippy::cast_sign_loss, reason = "no size of a canvas is below zero")]

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration, Element, Event, HtmlCanvasElement, MouseEvent};

use crate::deal::gather::Gather;
use crate::picture::dots::{Name, lettered};
use crate::picture::lettering::width;

/// Lines of one look.
pub(crate) struct Stroke<'a> {
    /// Which property of the canvas has the colour: custom ones do not tell theirs.
    pub(crate) colour: &'static str,
    /// Dash and gap; 0 for a whole line.
    pub(crate) dash: f64,
    /// Pairs of places in the list of dots.
    pub(crate) lines: &'a [(u32, u32)],
}

/// How much of what lies below a name is covered.
const VEIL: f64 = 0.8;

/// How tall a name's letters are, and its line, in CSS pixels.
const LETTERS: f64 = 12.0;
const LINE: f64 = 15.0;

/// Paints dots and lines in the canvas's own colours, and as many names as find room, the first before others. Places are across and down, one
/// after the other. One dot may have a ring, and its lines are heavy.
pub(crate) fn paint(
    canvas: &Element,
    places: &[f32],
    size: (f64, f64),
    strokes: &[Stroke<'_>],
    names: &[(u32, String)],
    ringed: Option<u32>,
) -> Option<()> {
    let canvas: &HtmlCanvasElement = canvas.dyn_ref()?;
    let window = web_sys::window()?;
    let style = window.get_computed_style(canvas).ok()??;
    let (wide, high) = (f64::from(canvas.client_width()), f64::from(canvas.client_height()));
    // Sharp, but no larger than every browser takes.
    let sharp = if wide > 2000.0 { 1.0 } else { window.device_pixel_ratio().clamp(1.0, 2.0) };
    canvas.set_width((wide * sharp) as u32);
    canvas.set_height((high * sharp) as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let scale = (wide / size.0.max(1.0)).min(high / size.1.max(1.0)) * sharp * 0.98;
    let at = |dot: u32| {
        let dot = dot as usize * 2;
        Some((f64::from(*places.get(dot)?) * scale + 4.0, f64::from(*places.get(dot + 1)?) * scale + 4.0))
    };
    // What lies over each other by the thousands would be one blot.
    let lines: usize = strokes.iter().map(|stroke| stroke.lines.len()).sum();
    let faint = (2000.0 / lines.max(1) as f64).clamp(0.3, 1.0);
    for stroke in strokes {
        context.set_global_alpha(faint);
        context.set_stroke_style_str(&style.get_property_value(stroke.colour).ok()?);
        let dash: Array = if stroke.dash > 0.0 {
            [stroke.dash, stroke.dash / 2.0].map(JsValue::from).into_iter().collect()
        } else {
            Array::new()
        };
        let _ = context.set_line_dash(&dash);
        context.set_line_width(sharp * 0.6);
        context.begin_path();
        for (from, to) in stroke.lines {
            if let (Some((x, y)), Some((to_x, to_y))) = (at(*from), at(*to)) {
                context.move_to(x, y);
                context.line_to(to_x, to_y);
            }
        }
        context.stroke();
        context.set_global_alpha(1.0);
        let Some(ringed) = ringed else { continue };
        context.set_line_width(sharp * 2.0);
        context.begin_path();
        for (from, to) in stroke.lines.iter().filter(|(from, to)| *from == ringed || *to == ringed) {
            if let (Some((x, y)), Some((to_x, to_y))) = (at(*from), at(*to)) {
                context.move_to(x, y);
                context.line_to(to_x, to_y);
            }
        }
        context.stroke();
    }
    context.set_fill_style_str(&style.get_property_value("color").ok()?);
    // Two numbers a dot: many are drawn small.
    let dot = sharp * if places.len() > 4000 { 0.8 } else { 1.6 };
    for place in places.chunks_exact(2) {
        if let [x, y] = place {
            context.fill_rect(
                f64::from(*x) * scale + 4.0 - dot,
                f64::from(*y) * scale + 4.0 - dot,
                dot * 2.0,
                dot * 2.0,
            );
        }
    }
    let named =
        names.iter().filter_map(|(dot, text)| Some(Name { text, at: at(*dot)?, width: width(text) * LETTERS * sharp }));
    let names = named.gather();
    letter(&context, &style, (wide * sharp, high * sharp), sharp, &names);
    if let Some((x, y)) = ringed.and_then(at) {
        context.set_stroke_style_str(&style.get_property_value("color").ok()?);
        let _ = context.set_line_dash(&Array::new());
        context.set_line_width(sharp * 2.0);
        context.begin_path();
        let _ = context.arc(x, y, sharp * 7.0, 0.0, std::f64::consts::TAU);
        context.stroke();
    }
    Some(())
}

/// Writes names beside their dots, which become round and larger; what lies below shows faintly.
fn letter(
    context: &CanvasRenderingContext2d,
    style: &CssStyleDeclaration,
    size: (f64, f64),
    sharp: f64,
    names: &[Name<'_>],
) -> Option<()> {
    let (colour, paper) = (style.get_property_value("color").ok()?, style.get_property_value("background-color").ok()?);
    let family = style.get_property_value("font-family").ok()?;
    let letters = LETTERS * sharp;
    // A whole number: to write others takes several kilobytes of code.
    context.set_font(&[&(letters as u32).to_string(), "px ", &family].concat());
    context.set_text_align("left");
    context.set_text_baseline("middle");
    for (name, (x, y)) in lettered(size, LINE * sharp, names) {
        context.set_fill_style_str(&paper);
        context.set_global_alpha(VEIL);
        context.fill_rect(x - sharp, y - LINE * sharp / 2.0, name.width + sharp * 2.0, LINE * sharp);
        context.set_global_alpha(1.0);
        context.set_fill_style_str(&colour);
        context.begin_path();
        let _ = context.arc(name.at.0, name.at.1, sharp * 3.0, 0.0, std::f64::consts::TAU);
        context.fill();
        let _ = context.fill_text(name.text, x, y);
    }
    Some(())
}

/// Scrolls the box around a canvas to a dot that is not in sight.
pub(crate) fn scroll_to(canvas: &Element, places: &[f32], size: (f64, f64), dot: u32) -> Option<()> {
    let frame = canvas.closest(".drawing").ok()??;
    let (wide, high) = (f64::from(canvas.client_width()), f64::from(canvas.client_height()));
    let scale = (wide / size.0.max(1.0)).min(high / size.1.max(1.0)) * 0.98;
    let at = dot as usize * 2;
    let (x, y) = (f64::from(*places.get(at)?) * scale, f64::from(*places.get(at + 1)?) * scale);
    let (seen_x, seen_y) = (f64::from(frame.client_width()), f64::from(frame.client_height()));
    let (left, top) = (f64::from(frame.scroll_left()), f64::from(frame.scroll_top()));
    if !(left..left + seen_x).contains(&x) || !(top..top + seen_y).contains(&y) {
        frame.scroll_to_with_x_and_y(x - seen_x / 2.0, y - seen_y / 2.0);
    }
    Some(())
}

/// The dot nearest to a press on the canvas, within a finger's breadth.
pub(crate) fn pressed(event: &MouseEvent, places: &[f32], size: (f64, f64)) -> Option<usize> {
    let target: &Event = event;
    let canvas: HtmlCanvasElement = target.target()?.dyn_into().ok()?;
    let (wide, high) = (f64::from(canvas.client_width()), f64::from(canvas.client_height()));
    let scale = (wide / size.0.max(1.0)).min(high / size.1.max(1.0)) * 0.98;
    let (x, y) = (f64::from(event.offset_x()) - 4.0, f64::from(event.offset_y()) - 4.0);
    let mut best: Option<(f64, usize)> = None;
    for (at, place) in places.chunks_exact(2).enumerate() {
        let [px, py] = place else { continue };
        let far = (f64::from(*px) * scale - x).powi(2) + (f64::from(*py) * scale - y).powi(2);
        if far < 16.0 * 16.0 && best.is_none_or(|(least, _)| far < least) {
            best = Some((far, at));
        }
    }
    best.map(|(_, at)| at)
}
