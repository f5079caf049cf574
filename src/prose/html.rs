//! A small writer of HTML that cannot write anything else: text and values are escaped, elements nest by closures.

/// Elements that begin a line of their own, so that the file can be read and compared.
const BLOCKS: &[&str] = &[
    "article",
    "header",
    "section",
    "footer",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "table",
    "thead",
    "tbody",
    "tr",
];

/// Attributes that lead somewhere; see [`is_safe`].
const ADDRESSES: &[&str] = &["href", "cite", "src"];

/// HTML in the making. Names of elements and attributes are literals of the program, all else is data.
#[derive(Debug, Default)]
pub struct Html {
    out: String,
}

/// An attribute; one with an empty value is left out.
pub type Attribute<'a> = (&'static str, &'a str);

impl Html {
    /// An element with what the closure writes in it.
    pub fn element(&mut self, name: &'static str, attributes: &[Attribute<'_>], content: impl FnOnce(&mut Self)) {
        if BLOCKS.contains(&name) && !self.out.is_empty() {
            self.out.push('\n');
        }
        self.open(name, attributes);
        content(self);
        self.out.extend(["</", name, ">"]);
    }

    /// An element with nothing but text in it.
    pub fn line(&mut self, name: &'static str, attributes: &[Attribute<'_>], text: &str) {
        self.element(name, attributes, |html| html.text(text));
    }

    /// An element without content, such as `br` or `meta`.
    pub fn void(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.open(name, attributes);
    }

    /// Text; a reader sees exactly these characters.
    pub fn text(&mut self, text: &str) {
        escape(text, &mut self.out);
    }

    /// What another writer wrote.
    pub fn append(&mut self, other: Self) {
        self.out.push_str(&other.out);
    }

    /// Whether nothing is written yet.
    pub fn is_empty(&self) -> bool {
        self.out.is_empty()
    }

    /// The finished HTML.
    pub fn finish(self) -> String {
        self.out
    }

    fn open(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.out.extend(["<", name]);
        for (key, value) in attributes {
            if value.is_empty() || (ADDRESSES.contains(key) && !is_safe(value)) {
                continue;
            }
            self.out.extend([" ", key, "=\""]);
            escape(value, &mut self.out);
            self.out.push('"');
        }
        self.out.push('>');
    }
}

/// Text for between tags or between double quotes. Control characters, which HTML forbids, become U+FFFD.
pub fn escape(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(letter),
            _ if letter.is_control() => out.push('\u{FFFD}'),
            _ => out.push(letter),
        }
    }
}

/// Whether an address leads to a web page or to a place in this one; nothing that could run.
fn is_safe(address: &str) -> bool {
    let scheme = address.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    address.starts_with('#') || matches!(scheme.as_deref(), Some("http" | "https"))
}

#[cfg(test)]
mod tests {
    use super::Html;

    fn written(write: impl FnOnce(&mut Html)) -> String {
        let mut html = Html::default();
        write(&mut html);
        html.finish()
    }

    #[test]
    fn text_and_values_are_escaped() {
        let text = written(|html| html.line("q", &[("lang", "\"><i>")], "a < b & \"c\"\u{0}"));
        assert_eq!(text, "<q lang=\"&quot;&gt;&lt;i&gt;\">a &lt; b &amp; &quot;c&quot;\u{FFFD}</q>");
    }

    #[test]
    fn only_addresses_of_the_web_are_written() {
        for bad in ["javascript:alert(1)", "JavaScript://x", " https://a.b", "//a.b", "data:text/html,x", "", "a/b"] {
            assert_eq!(written(|html| html.line("a", &[("href", bad)], "x")), "<a>x</a>", "{bad:?}");
        }
        for good in ["https://a.b/?c&d", "HTTP://a.b", "#deal-x"] {
            assert!(written(|html| html.line("a", &[("href", good)], "x")).starts_with("<a href="), "{good:?}");
        }
    }

    #[test]
    fn elements_nest_and_blocks_begin_a_line() {
        let text = written(|html| {
            html.element("ul", &[], |html| {
                html.line("li", &[("id", "")], "one");
                html.element("li", &[], |html| html.void("br", &[]));
            });
        });
        assert_eq!(text, "<ul>\n<li>one</li>\n<li><br></li></ul>");
    }
}
