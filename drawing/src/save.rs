//! A picture saved: read off the page, with its words below it, and handed to the reader as a file.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, Document, Element, Window};

use crate::cloud::Cloud;
use crate::colours::Palette;
use crate::hand::hand;
use crate::look::{Lines, Reader};
use crate::sheet::{Anchor, Colour, Font, Mark, Sheet, Words};
use crate::{paint, svg};

/// Room around the picture, in pixels.
const MARGIN: f64 = 16.0;
/// The words below it: their size, and from line to line, in pixels.
const SMALL: f64 = 13.0;
const LINE: f64 = 18.0;
/// Set at a picture while it is read off.
const STILL: &str = "data-still";

/// Saves a picture of the page as a file of this name: `svg` with words that are words, or `png`. The title and the
/// lines are what is said of it: what it shows, of which deal, by whose report. Where there is a canvas in it, `dots` are
/// the numbers of what is on it, as [`Cloud`] has them, and `names` what is written there.
///
/// # Errors
/// Where the page does not let it be drawn.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "wasm-bindgen takes no list of texts by reference")]
#[expect(unreachable_pub, reason = "it is reached from outside, by its name")]
pub fn save(
    picture: &Element,
    kind: &str,
    name: &str,
    title: &str,
    lines: Vec<String>,
    dots: &[f64],
    names: Vec<String>,
) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    // What stays in view as the page scrolls would be read off where it does not belong: the style sheet keeps it still.
    picture.set_attribute(STILL, "")?;
    let cloud = Cloud::read(dots).map(|cloud| (cloud, names));
    let sheet = sheet(&window, &document, picture, cloud, title, &lines);
    picture.remove_attribute(STILL)?;
    let sheet = sheet.ok_or("the picture cannot be read")?;
    let name = format!("{name}.{kind}");
    if kind == "svg" {
        let parts = Array::of1(&JsValue::from_str(&svg::document(&sheet)));
        let of = BlobPropertyBag::new();
        of.set_type("image/svg+xml");
        return hand(&document, &Blob::new_with_str_sequence_and_options(&parts, &of)?, &name);
    }
    let canvas = paint::painted(&document, &sheet)?;
    let done = Closure::once_into_js(move |blob: Option<Blob>| {
        let _ = blob.map(|blob| hand(&document, &blob, &name));
    });
    canvas.to_blob(done.unchecked_ref())
}

/// The picture with its words below.
fn sheet(
    window: &Window,
    document: &Document,
    picture: &Element,
    cloud: Option<(Cloud, Vec<String>)>,
    title: &str,
    lines: &[String],
) -> Option<Sheet> {
    let palette = Palette::new(document)?;
    let place = picture.get_bounding_client_rect();
    // What can be scrolled is saved whole.
    let wide = place.width().max(f64::from(picture.scroll_width()));
    let high = place.height().max(f64::from(picture.scroll_height()));
    let left = place.left() - f64::from(picture.scroll_left()).min(0.0) - f64::from(picture.scroll_left()).max(0.0);
    let origin = (left - MARGIN, place.top() - MARGIN);
    let mut reader = Reader { window, palette: &palette, origin, cloud, marks: Vec::new() };
    reader.read(picture, Lines::default());
    let style = window.get_computed_style(picture).ok()??;
    let value = |property: &str| style.get_property_value(property).unwrap_or_default();
    let font =
        |weight: &str| Font { family: value("font-family"), size: SMALL, weight: weight.to_owned(), italic: false };
    let from_right = value("direction") == "rtl";
    // The longest word below, which may be an address, has to fit too.
    let words = lines.iter().flat_map(|line| line.split_whitespace());
    let wide = words.map(|word| palette.width(word, &font("400"))).fold(wide, f64::max);
    let mut y = high + MARGIN;
    for (at, line) in std::iter::once(title).chain(lines.iter().map(String::as_str)).enumerate() {
        let font = font(if at == 0 { "600" } else { "400" });
        for part in broken(line, wide, |words| palette.width(words, &font)) {
            y += LINE;
            reader.marks.push(Mark::Words(Words {
                text: part,
                matrix: [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
                place: (if from_right { wide + MARGIN } else { MARGIN }, y),
                anchor: Anchor::Start,
                from_right,
                font: font.clone(),
                colour: palette.colour(&value("color")),
                halo: None,
                struck: false,
                underlined: false,
            }));
        }
    }
    let paper = paper(window, picture, &palette);
    let (width, height) = (wide + 2.0 * MARGIN, y + MARGIN);
    Some(Sheet { title: title.to_owned(), about: lines.join(" "), width, height, paper, marks: reader.marks })
}

/// The colour behind the picture: the nearest that is opaque, through the roots of shadow trees; white where there is none.
fn paper(window: &Window, picture: &Element, palette: &Palette) -> Colour {
    let mut around = Some(picture.clone());
    while let Some(element) = around {
        let style = window.get_computed_style(&element).ok().flatten();
        let colour = style.and_then(|style| style.get_property_value("background-color").ok());
        let colour = colour.map(|written| palette.colour(&written)).filter(|colour| colour.0.last() == Some(&255));
        if let Some(colour) = colour {
            return colour;
        }
        let host = || js_sys::Reflect::get(&element.get_root_node(), &"host".into()).ok()?.dyn_into().ok();
        around = element.parent_element().or_else(host);
    }
    Colour([255; 4])
}

/// Words in lines that are no wider than this.
fn broken(text: &str, wide: f64, width: impl Fn(&str) -> f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(&[line, " ", word].concat()) <= wide => *line = [line, " ", word].concat(),
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::broken;

    #[test]
    fn lines_are_broken_between_words_and_no_word_is_lost() {
        let width = |words: &str| words.chars().count() as f64;
        assert_eq!(broken("who must do what for whom", 9.0, width), ["who must", "do what", "for whom"]);
        assert_eq!(broken("  unbreakable it ", 4.0, width), ["unbreakable", "it"]);
        assert!(broken(" ", 4.0, width).is_empty());
    }
}
