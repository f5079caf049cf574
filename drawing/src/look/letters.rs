//! Words as they stand, line by line: where the browser broke a line, a new one begins.

use web_sys::{CssStyleDeclaration, Node, Range};

use super::{Lines, Reader, font, value};
use crate::sheet::{Anchor, Mark, Words};

/// Words of one line, gathered while they stand at the same height.
struct Line {
    text: String,
    left: f64,
    right: f64,
    top: f64,
    height: f64,
}

impl Reader<'_> {
    /// The words of a node of text.
    pub(super) fn letters(&mut self, node: &Node, style: &CssStyleDeclaration, lines: Lines) {
        let text = node.text_content().unwrap_or_default();
        let Some(range) = self.window.document().and_then(|document| document.create_range().ok()) else { return };
        let mut line: Option<Line> = None;
        for (word, from, to) in words(&text) {
            let mut apart = " ";
            for word in unbroken(&range, node, word, from, to) {
                let same = line.as_mut().filter(|line| (line.top - word.top).abs() < word.height / 2.0);
                if let Some(line) = same {
                    line.text = [&line.text, apart, &word.text].concat();
                    line.left = line.left.min(word.left);
                    line.right = line.right.max(word.right);
                } else {
                    let whole = line.replace(word);
                    self.put(whole, style, lines);
                }
                apart = "";
            }
        }
        self.put(line, style, lines);
    }

    fn put(&mut self, line: Option<Line>, style: &CssStyleDeclaration, lines: Lines) {
        let Some((line, colour)) = line.zip(self.colour(style, "color")) else { return };
        let (font, from_right) = (font(style), value(style, "direction") == "rtl");
        let (above, below) = self.palette.reach(&font);
        let base = line.top + (line.height - above - below) / 2.0 + above;
        let text = match value(style, "text-transform").as_str() {
            "uppercase" => js_sys::JsString::from(line.text).to_locale_upper_case(None).into(),
            _ => line.text,
        };
        self.marks.push(Mark::Words(Words {
            text,
            matrix: [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
            place: self.place(if from_right { line.right } else { line.left }, base),
            anchor: Anchor::Start,
            from_right,
            font,
            colour,
            halo: None,
            struck: lines.struck,
            underlined: lines.underlined,
        }));
    }
}

/// The words of a text, with where each begins and ends as the browser counts.
fn words(text: &str) -> Vec<(&str, u32, u32)> {
    let mut found = Vec::new();
    let mut at = 0;
    for part in text.split_inclusive(|letter: char| letter.is_ascii_whitespace()) {
        let word = part.trim_end_matches(|letter: char| letter.is_ascii_whitespace());
        let length = |text: &str| text.encode_utf16().count() as u32;
        if !word.is_empty() {
            found.push((word, at, at + length(word)));
        }
        at += length(part);
    }
    found
}

/// A word in its place; letter by letter where the browser broke it, at a hyphen or for want of room.
fn unbroken(range: &Range, node: &Node, word: &str, from: u32, to: u32) -> Vec<Line> {
    let mut at = from;
    let mut letters = word.char_indices().map(|(start, letter)| {
        let (before, long) = (at, letter.len_utf16() as u32);
        at += long;
        (word.get(start..start + letter.len_utf8()).unwrap_or_default(), before, before + long)
    });
    let Some(whole) = placed(range, node, word, from, to) else { return Vec::new() };
    let first = letters.next().and_then(|(letter, from, to)| placed(range, node, letter, from, to));
    match first {
        Some(first) if whole.height > first.height * 1.5 => {
            let others = letters.filter_map(|(letter, from, to)| placed(range, node, letter, from, to));
            std::iter::once(first).chain(others).collect()
        }
        _ => vec![whole],
    }
}

/// A word in its place; `None` where it is not seen.
fn placed(range: &Range, node: &Node, word: &str, from: u32, to: u32) -> Option<Line> {
    range.set_start(node, from).ok()?;
    range.set_end(node, to).ok()?;
    let place = range.get_bounding_client_rect();
    let (left, right, top, height) = (place.left(), place.right(), place.top(), place.height());
    (height > 0.0).then(|| Line { text: word.to_owned(), left, right, top, height })
}
