//! A sheet painted on a canvas: no picture has to be loaded for it, so it works under any policy of the page.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, Document, HtmlCanvasElement, Path2d};

use crate::numbers::number;
use crate::sheet::{Anchor, Colour, Fill, Mark, Matrix, Shape, Sheet, Stroke, Words};

/// Dots for each pixel, so that letters are sharp on paper too.
const SCALE: f64 = 2.0;
/// The longest side and the most dots that every browser takes.
const LONGEST: f64 = 16_000.0;
const MOST: f64 = 60_000_000.0;

/// The painted canvas.
pub(crate) fn painted(document: &Document, sheet: &Sheet) -> Result<HtmlCanvasElement, JsValue> {
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    let fits = (LONGEST / sheet.width.max(sheet.height)).min((MOST / (sheet.width * sheet.height)).sqrt());
    let scale = SCALE.min(fits);
    #[expect(clippy::cast_sign_loss, reason = "at least 1")]
    let dots = |length: f64| (length * scale).ceil().max(1.0) as u32;
    canvas.set_width(dots(sheet.width));
    canvas.set_height(dots(sheet.height));
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
    let at = |[a, b, c, d, e, f]: Matrix| {
        context.set_transform(a * scale, b * scale, c * scale, d * scale, e * scale, f * scale)
    };
    at([1.0, 0.0, 0.0, 1.0, 0.0, 0.0])?;
    context.set_fill_style_str(&css(sheet.paper));
    context.fill_rect(0.0, 0.0, sheet.width, sheet.height);
    for mark in &sheet.marks {
        match mark {
            Mark::Shape(it) => {
                at(it.matrix)?;
                shape(&context, it)?;
            }
            Mark::Words(it) => {
                at(it.matrix)?;
                words(&context, it)?;
            }
            Mark::Dots(dots, [x, y, width, height]) => {
                at([1.0, 0.0, 0.0, 1.0, 0.0, 0.0])?;
                if let Some(canvas) = &dots.canvas {
                    context.draw_image_with_html_canvas_element_and_dw_and_dh(canvas, *x, *y, *width, *height)?;
                }
            }
        }
    }
    Ok(canvas)
}

fn shape(context: &CanvasRenderingContext2d, shape: &Shape) -> Result<(), JsValue> {
    let path = Path2d::new_with_path_string(&shape.path)?;
    match shape.fill {
        Fill::None => {}
        Fill::Plain(colour) => {
            context.set_fill_style_str(&css(colour));
            context.fill_with_path_2d(&path);
        }
        Fill::Hatch(colour) => {
            context.save();
            context.clip_with_path_2d(&path);
            context.set_stroke_style_str(&css(colour));
            context.set_line_width(2.0);
            context.set_line_dash(&Array::new())?;
            context.stroke_with_path(&Path2d::new_with_path_string(&slanting())?);
            context.restore();
        }
    }
    if let Some(it) = &shape.stroke {
        line(context, it)?;
        context.stroke_with_path(&path);
    }
    Ok(())
}

/// Slanting lines over as much as a picture can be.
fn slanting() -> String {
    let lines: Vec<String> =
        (0..2000).map(|at| ["M", &number(f64::from(at) * 9.9), " 0l-8000 8000"].concat()).collect();
    lines.concat()
}

fn words(context: &CanvasRenderingContext2d, words: &Words) -> Result<(), JsValue> {
    context.set_font(&words.font.shorthand());
    context.set_text_align(match words.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "center",
        Anchor::End => "end",
    });
    // web-sys has no name for it yet.
    js_sys::Reflect::set(context, &"direction".into(), &if words.from_right { "rtl" } else { "ltr" }.into())?;
    let (x, y) = words.place;
    if let Some(halo) = &words.halo {
        line(context, halo)?;
        context.set_line_join("round");
        context.stroke_text(&words.text, x, y)?;
    }
    context.set_fill_style_str(&css(words.colour));
    context.fill_text(&words.text, x, y)?;
    let wide = context.measure_text(&words.text)?.width();
    let left = match (words.anchor, words.from_right) {
        (Anchor::Middle, _) => x - wide / 2.0,
        (Anchor::Start, false) | (Anchor::End, true) => x,
        _ => x - wide,
    };
    let size = words.font.size;
    for (drawn, height) in [(words.struck, -0.28), (words.underlined, 0.12)] {
        if drawn {
            context.fill_rect(left, y + height * size, wide, (size / 15.0).max(1.0));
        }
    }
    Ok(())
}

fn line(context: &CanvasRenderingContext2d, stroke: &Stroke) -> Result<(), JsValue> {
    context.set_stroke_style_str(&css(stroke.colour));
    context.set_line_width(stroke.width);
    context.set_line_cap(if stroke.round { "round" } else { "butt" });
    let dashes: Array = stroke.dashes.iter().map(|length| JsValue::from_f64(*length)).collect();
    context.set_line_dash(&dashes)
}

fn css(Colour([red, green, blue, opacity]): Colour) -> String {
    format!("rgba({red}, {green}, {blue}, {})", number(f64::from(opacity) / 255.0))
}
