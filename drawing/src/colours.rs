//! Colours as numbers, however a style sheet may have written them.

use std::cell::RefCell;
use std::collections::BTreeMap;

use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Document, HtmlCanvasElement};

use crate::sheet::{Colour, Font};

/// A canvas of one dot, on which colours and letters are tried.
pub(crate) struct Palette {
    context: CanvasRenderingContext2d,
    known: RefCell<BTreeMap<String, Colour>>,
}

impl Palette {
    /// `None` where the browser has no canvas.
    pub(crate) fn new(document: &Document) -> Option<Self> {
        let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
        canvas.set_width(1);
        canvas.set_height(1);
        let often = js_sys::Object::new();
        let _ = js_sys::Reflect::set(&often, &"willReadFrequently".into(), &true.into());
        let context = canvas.get_context_with_context_options("2d", &often).ok()??.dyn_into().ok()?;
        Some(Self { context, known: RefCell::default() })
    }

    /// The colour that this stands for: painted and read back, as there are ever more ways to write one.
    pub(crate) fn colour(&self, written: &str) -> Colour {
        if let Some(known) = self.known.borrow().get(written) {
            return *known;
        }
        self.context.clear_rect(0.0, 0.0, 1.0, 1.0);
        self.context.set_fill_style_str("rgba(0, 0, 0, 0)");
        self.context.set_fill_style_str(written);
        self.context.fill_rect(0.0, 0.0, 1.0, 1.0);
        let dot = self.context.get_image_data(0.0, 0.0, 1.0, 1.0).ok().map(|dots| dots.data().0);
        let colour = dot.and_then(|dot| dot.try_into().ok()).map_or(Colour([0, 0, 0, 255]), Colour);
        self.known.borrow_mut().insert(written.to_owned(), colour);
        colour
    }

    /// How far letters of this font reach above and below the line that they stand on, in pixels.
    pub(crate) fn reach(&self, font: &Font) -> (f64, f64) {
        self.context.set_font(&font.shorthand());
        let measured = self.context.measure_text("x");
        let reach = measured.ok().map(|it| (it.font_bounding_box_ascent(), it.font_bounding_box_descent()));
        reach.filter(|(above, below)| above + below > 0.0).unwrap_or((font.size * 0.8, font.size * 0.2))
    }

    /// How wide words are in this font, in pixels.
    pub(crate) fn width(&self, words: &str, font: &Font) -> f64 {
        self.context.set_font(&font.shorthand());
        self.context.measure_text(words).map_or(0.0, |it| it.width())
    }
}
