//! A citation as BibTeX (of biblatex, whose `date` takes a day).

use super::{Citation, Cited};
use crate::deal::gather::Gather;

impl Citation<'_> {
    /// One `BibTeX` entry a source; `None` where there is no source.
    pub fn bibtex(&self) -> Option<String> {
        let entries: Vec<String> = self.sources.iter().map(|cited| self.entry(cited)).gather();
        (!entries.is_empty()).then(|| entries.join("\n"))
    }

    fn entry(&self, cited: &Cited<'_>) -> String {
        let source = cited.source;
        let fields = [
            ("author", source.author.as_deref().map(|author| braced(&escape(author)))),
            ("title", Some(braced(&escape(&source.title)))),
            ("publisher", Some(escape(&source.publisher))),
            ("date", cited.updated().as_deref().map(escape)),
            ("year", cited.date().map(|date| date.year.to_string())),
            ("url", source.url.as_deref().map(verbatim)),
            ("note", Some(escape(&self.note(cited)))),
        ];
        let mut entry = ["@misc{", &self.key(cited), ",\n"].concat();
        for (key, value) in fields {
            if let Some(value) = value {
                entry.push_str(&["  ", key, " = ", &braced(&value), ",\n"].concat());
            }
        }
        entry.push_str("}\n");
        entry
    }
}

/// Taken as it stands: no part of it is a given name, or a word to be written small.
fn braced(text: &str) -> String {
    ["{", text, "}"].concat()
}

/// Escapes what TeX would take for a command; braces stay balanced because none is left bare.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '$' | '&' | '%' | '#' | '_' => out.extend(['\\', letter]),
            _ if letter.is_whitespace() || letter.is_control() => out.push(' '),
            _ => out.push(letter),
        }
    }
    out
}

/// An address: TeX reads it as it is, so only what would end the field is percent-encoded.
fn verbatim(url: &str) -> String {
    url.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C").replace(char::is_whitespace, "%20")
}
