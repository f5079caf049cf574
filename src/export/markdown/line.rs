//! Lines of `CommonMark` that say what the text says: nothing in a document becomes a link, an image or a heading.

use crate::deal::{Certainty, Deal, Origin, Statement};
use crate::words::{Tongue, sentence};

/// Markdown in the making.
#[derive(Default)]
pub(super) struct Lines {
    out: String,
    in_list: bool,
}

impl Lines {
    pub(super) fn heading(&mut self, level: usize, text: &str) {
        self.paragraph(&format!("{} {}", "#".repeat(level), escaped(text)));
    }

    /// A block of Markdown, with an empty line before it.
    pub(super) fn paragraph(&mut self, markdown: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out.extend([markdown, "\n"]);
        self.in_list = false;
    }

    /// An item of a list, so deep within others.
    pub(super) fn item(&mut self, depth: usize, markdown: &str) {
        if !self.in_list {
            self.out.push('\n');
        }
        self.in_list = true;
        self.out.extend([&"  ".repeat(depth), "- ", markdown, "\n"]);
    }

    pub(super) fn finish(self) -> String {
        self.out
    }
}

/// Text as Markdown shows it: marks that mean something are escaped, white space is one space, as it is shown anyway.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::new();
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        let digits = word.trim_start_matches(|c: char| c.is_ascii_digit());
        // A number with a mark behind it would be an item of a list, and a mark alone as well, a rule or a heading.
        let is_count = digits.len() < word.len() && digits.starts_with(['.', ')']);
        let starts = out.is_empty();
        for (at, letter) in word.char_indices() {
            let opens = starts && (at == 0 && "+-=:".contains(letter) || is_count && at == word.len() - digits.len());
            if opens || "\\`*_[]<>&~|#$!".contains(letter) {
                out.push('\\');
            }
            out.push(if letter.is_control() { '\u{FFFD}' } else { letter });
        }
    }
    out
}

/// An id or another slug of the document.
pub(super) fn code(slug: &str) -> String {
    format!("`{slug}`")
}

/// A link that shows where it leads; what is no address of the web stands as text.
pub(super) fn address(url: &str) -> String {
    let is_web = url.split_once("://").is_some_and(|(scheme, _)| ["http", "https"].contains(&scheme));
    let is_plain = !url.contains(|c: char| c.is_whitespace() || c.is_control() || "<>".contains(c));
    if is_web && is_plain { format!("<{url}>") } else { escaped(url) }
}

/// What a statement must not go without where it is only spoken of.
pub(super) fn beside(deal: &Deal, tongue: &Tongue, statement: &Statement) -> Vec<String> {
    let words = tongue.words;
    let mut parts = Vec::new();
    if statement.origin() == Origin::Editor {
        parts.push(words.editor_mark.to_owned());
    }
    if statement.certainty() != Certainty::Certain {
        parts.push((words.certainty)(statement.certainty()).to_owned());
    }
    parts.extend(statement.hedge.as_ref().map(|hedge| format!("“{hedge}”")));
    if !statement.voice.is_empty() {
        parts.push(sentence::voices(tongue, deal, statement));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::{Lines, address, escaped};

    #[test]
    fn nothing_in_a_text_is_markup() {
        assert_eq!(escaped("*a* [b](c) <i> & `d` #1 a_b"), "\\*a\\* \\[b\\](c) \\<i\\> \\& \\`d\\` \\#1 a\\_b");
        assert_eq!(escaped("1. a 2. b"), "1\\. a 2. b");
        assert_eq!(escaped("- a\n\n- b"), "\\- a - b");
        assert_eq!(escaped("a-b\u{7}"), "a-b\u{FFFD}");
    }

    #[test]
    fn only_addresses_of_the_web_are_links() {
        assert_eq!(address("https://a.b/?c_d"), "<https://a.b/?c_d>");
        assert_eq!(address("javascript:alert(1)"), "javascript:alert(1)");
        assert_eq!(address("https://a.b/> <i>"), "https://a.b/\\> \\<i\\>");
    }

    #[test]
    fn a_list_stands_apart_from_what_is_before_it() {
        let mut lines = Lines::default();
        lines.heading(1, "A");
        lines.item(0, "b");
        lines.item(1, "c");
        lines.paragraph("d");
        assert_eq!(lines.finish(), "# A\n\n- b\n  - c\n\nd\n");
    }
}
