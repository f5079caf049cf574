//! A sheet as an SVG document that needs nothing else: words stay words, colours stand in it.
//!
//! Only what SVG 1.1 knows is used, so that programs for drawing read it as browsers do.
#![expect(clippy::format_push_string, reason = "a picture is written once, when it is saved")]

use crate::numbers::number;
use crate::sheet::{Anchor, Colour, Fill, Mark, Matrix, Shape, Sheet, Stroke, Words};

/// The document.
pub(crate) fn document(sheet: &Sheet) -> String {
    let (width, height) = (number(sheet.width), number(sheet.height));
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" aria-labelledby=\"title\" aria-describedby=\"about\">\n<title id=\"title\">{}</title>\n\
         <desc id=\"about\">{}</desc>\n",
        escaped(&sheet.title),
        escaped(&sheet.about)
    );
    let mut hatches: Vec<Colour> = Vec::new();
    for mark in &sheet.marks {
        if let Mark::Shape(Shape { fill: Fill::Hatch(colour), .. }) = mark
            && !hatches.contains(colour)
        {
            hatches.push(*colour);
        }
    }
    for (at, colour) in hatches.iter().enumerate() {
        text += &format!(
            "<pattern id=\"hatch-{at}\" width=\"7\" height=\"7\" patternTransform=\"rotate(45)\" \
             patternUnits=\"userSpaceOnUse\"><path d=\"M0 0v7\"{} stroke-width=\"2\"/></pattern>\n",
            paint("stroke", *colour)
        );
    }
    text += &format!("<path d=\"M0 0H{width}V{height}H0z\"{}/>\n", paint("fill", sheet.paper));
    for mark in &sheet.marks {
        let written = match mark {
            Mark::Shape(it) => shape(it, &hatches),
            Mark::Words(it) => words(it),
            Mark::Dots(dots, [x, y, ..]) => {
                dots.cloud.write(&mut text, (*x, *y), &dots.looks);
                dots.names.iter().map(words).collect()
            }
        };
        text += &written;
    }
    text + "</svg>\n"
}

fn shape(shape: &Shape, hatches: &[Colour]) -> String {
    let fill = match shape.fill {
        Fill::None => " fill=\"none\"".to_owned(),
        Fill::Plain(colour) => paint("fill", colour),
        Fill::Hatch(colour) => {
            let at = hatches.iter().position(|other| *other == colour).unwrap_or(0);
            format!(" fill=\"url(#hatch-{at})\"")
        }
    };
    let stroke = shape.stroke.as_ref().map(stroke).unwrap_or_default();
    format!("<path d=\"{}\"{}{fill}{stroke}/>\n", escaped(&shape.path), moved(shape.matrix))
}

fn words(words: &Words) -> String {
    let (x, y) = words.place;
    let mut looks = format!(
        " font-family=\"{}\" font-size=\"{}\" font-weight=\"{}\"",
        escaped(&words.font.family),
        number(words.font.size),
        escaped(&words.font.weight)
    );
    if words.font.italic {
        looks += " font-style=\"italic\"";
    }
    match words.anchor {
        Anchor::Start => {}
        Anchor::Middle => looks += " text-anchor=\"middle\"",
        Anchor::End => looks += " text-anchor=\"end\"",
    }
    if words.from_right {
        looks += " direction=\"rtl\" unicode-bidi=\"embed\"";
    }
    match (words.struck, words.underlined) {
        (true, true) => looks += " text-decoration=\"line-through underline\"",
        (true, false) => looks += " text-decoration=\"line-through\"",
        (false, true) => looks += " text-decoration=\"underline\"",
        (false, false) => {}
    }
    let place = format!("<text x=\"{}\" y=\"{}\"{}{looks}", number(x), number(y), moved(words.matrix));
    let text = escaped(&words.text);
    // The rim by itself and below: what order the two are painted in, only newer programs can be told.
    let halo = words.halo.as_ref().map(|halo| {
        let rim = stroke(halo);
        format!("{place} fill=\"none\"{rim} stroke-linejoin=\"round\" aria-hidden=\"true\">{text}</text>\n")
    });
    format!("{}{place}{}>{text}</text>\n", halo.unwrap_or_default(), paint("fill", words.colour))
}

fn stroke(stroke: &Stroke) -> String {
    let mut text = format!("{} stroke-width=\"{}\"", paint("stroke", stroke.colour), number(stroke.width));
    if !stroke.dashes.is_empty() {
        let dashes: Vec<String> = stroke.dashes.iter().map(|length| number(*length)).collect();
        text += &format!(" stroke-dasharray=\"{}\"", dashes.join(" "));
    }
    if stroke.round {
        text += " stroke-linecap=\"round\"";
    }
    text
}

fn moved(matrix: Matrix) -> String {
    if matrix.map(number) == [1.0, 0.0, 0.0, 1.0, 0.0, 0.0].map(number) {
        return String::new();
    }
    let numbers: Vec<String> = matrix.iter().map(|part| number(*part)).collect();
    format!(" transform=\"matrix({})\"", numbers.join(" "))
}

pub(crate) fn paint(what: &str, Colour([red, green, blue, opacity]): Colour) -> String {
    let mut text = format!(" {what}=\"#{red:02x}{green:02x}{blue:02x}\"");
    if opacity < 255 {
        text += &format!(" {what}-opacity=\"{}\"", number(f64::from(opacity) / 255.0));
    }
    text
}

/// Safe in text and between double quotes; what XML has no place for is left out.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\t' | '\n' | '\r' => safe.push(' '),
            '\0'..'\u{20}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]
mod tests {
    use super::document;
    use crate::sheet::{Anchor, Colour, Fill, Font, Mark, Shape, Sheet, Stroke, Words};

    const INK: Colour = Colour([20, 30, 40, 255]);
    const VEIL: Colour = Colour([255, 255, 255, 51]);

    fn sheet(marks: Vec<Mark>) -> Sheet {
        Sheet {
            title: "A <deal> & \"more\"\u{1}".to_owned(),
            about: String::new(),
            width: 200.0,
            height: 99.5,
            paper: VEIL,
            marks,
        }
    }

    fn words(text: &str) -> Words {
        let font = Font { family: "\"A B\", serif".to_owned(), size: 12.5, weight: "600".to_owned(), italic: true };
        let rim = Stroke { colour: VEIL, width: 4.0, dashes: vec![], round: false };
        Words {
            text: text.to_owned(),
            matrix: [1.0, 0.0, 0.0, 1.0, 10.0, f64::NAN],
            place: (3.0, -0.0004),
            anchor: Anchor::Middle,
            from_right: true,
            font,
            colour: INK,
            halo: Some(rim),
            struck: true,
            underlined: false,
        }
    }

    #[test]
    fn any_words_come_back_as_they_were() {
        let text = "Tom & \"Jerry\" <b>it</b> ‘so’ مرحبا \u{ffff}";
        let written = document(&sheet(vec![Mark::Words(words(text))]));
        let read = roxmltree::Document::parse(&written).unwrap();
        let found: Vec<_> =
            read.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text"))).collect();
        // The rim, and the words themselves.
        assert_eq!(found.len(), 2);
        assert_eq!(found[1].text(), Some("Tom & \"Jerry\" <b>it</b> ‘so’ مرحبا "));
        assert_eq!(found[1].attribute("font-family"), Some("\"A B\", serif"));
        assert_eq!(found[1].attribute("direction"), Some("rtl"));
        assert_eq!(found[1].attribute("transform"), Some("matrix(1 0 0 1 10 0)"));
        assert_eq!((found[1].attribute("x"), found[1].attribute("y")), (Some("3"), Some("0")));
        assert_eq!(found[0].attribute("stroke-opacity"), Some("0.2"));
        let title = read.descendants().find(|node| node.tag_name().name() == "title").unwrap();
        assert_eq!(title.text(), Some("A <deal> & \"more\""));
    }

    #[test]
    fn each_colour_of_hatching_is_told_once_and_nothing_leads_out() {
        let hatched = |colour| {
            let stroke = Some(Stroke { colour: INK, width: 1.0, dashes: vec![6.0, 4.0], round: true });
            let path = "M0 0h9\"z".to_owned();
            Mark::Shape(Shape { path, matrix: [1.0, 0.0, 0.0, 1.0, 0.0, 0.0], fill: Fill::Hatch(colour), stroke })
        };
        let written = document(&sheet(vec![hatched(INK), hatched(VEIL), hatched(INK)]));
        let read = roxmltree::Document::parse(&written).unwrap();
        let patterns = read.descendants().filter(|node| node.tag_name().name() == "pattern").count();
        assert_eq!(patterns, 2);
        let fills: Vec<_> = read
            .descendants()
            .filter_map(|node| node.attribute("fill"))
            .filter(|fill| fill.starts_with("url"))
            .collect();
        assert_eq!(fills, ["url(#hatch-0)", "url(#hatch-1)", "url(#hatch-0)"]);
        assert!(!written.contains("href") && written.matches("http").count() == 1);
        assert!(written.contains("stroke-dasharray=\"6 4\" stroke-linecap=\"round\""));
    }
}
