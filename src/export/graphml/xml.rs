//! A small writer of XML that is well-formed whatever text comes in.

/// XML in the making. Names are literals of the program, all else is data.
pub(super) struct Xml {
    out: String,
}

impl Xml {
    pub(super) fn new(opening: &str) -> Self {
        Self { out: opening.to_owned() }
    }

    /// An element on a line of its own, with what the closure writes in it.
    pub(super) fn element(&mut self, name: &str, attributes: &[(&str, &str)], content: impl FnOnce(&mut Self)) {
        self.tag(name, attributes, ">\n");
        content(self);
        self.out.extend(["</", name, ">\n"]);
    }

    /// An element that holds text.
    pub(super) fn line(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.tag(name, attributes, ">");
        escape(text, &mut self.out);
        self.out.extend(["</", name, ">\n"]);
    }

    /// An element that holds nothing.
    pub(super) fn void(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes, "/>\n");
    }

    pub(super) fn finish(mut self, closing: &str) -> String {
        self.out.push_str(closing);
        self.out
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)], end: &str) {
        self.out.extend(["<", name]);
        for (key, value) in attributes {
            self.out.extend([" ", key, "=\""]);
            escape(value, &mut self.out);
            self.out.push('"');
        }
        self.out.push_str(end);
    }
}

/// Text for between tags or between double quotes. White space that a reader would fold is written by number, and
/// characters that XML 1.0 cannot hold at all become U+FFFD.
fn escape(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' => out.push_str("&#9;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => out.push('\u{FFFD}'),
            _ => out.push(letter),
        }
    }
}
