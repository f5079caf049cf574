//! A citation as CSL-JSON, written out here: a printer for any JSON would weigh more than all citations.

use crate::deal::gather::Gather;
use crate::deal::{Date, SourceKind};

use super::{Citation, Cited};

impl Citation<'_> {
    /// CSL-JSON: one item a source.
    pub fn csl_json(&self) -> String {
        let items: Vec<String> = self.sources.iter().map(|cited| self.csl_item(cited)).gather();
        ["[", &items.join(", "), "]\n"].concat()
    }

    fn csl_item(&self, cited: &Cited<'_>) -> String {
        let source = cited.source;
        let kind = match source.kind {
            SourceKind::Article => "article-newspaper",
            SourceKind::Document => "document",
            SourceKind::Letter => "personal_communication",
            SourceKind::Dataset => "dataset",
        };
        let paragraphs: Vec<String> = cited.quotes.iter().map(|(at, _)| at.to_string()).gather();
        let literal = |text: &str| ["{ \"literal\": ", &quoted(text), " }"].concat();
        let issued = cited.updated().map(|updated| cited.date().map_or_else(|| literal(&updated), date_parts));
        let fields = [
            ("id", Some(quoted(&self.key(cited)))),
            ("type", Some(quoted(kind))),
            ("title", Some(quoted(&source.title))),
            ("author", source.author.as_deref().map(|author| ["[", &literal(author), "]"].concat())),
            ("publisher", Some(quoted(&source.publisher))),
            ("container-title", Some(quoted(&source.publisher))),
            ("issued", issued),
            ("URL", source.url.as_deref().map(quoted)),
            ("locator", Some(quoted(&paragraphs.join(", ")))),
            ("label", Some(quoted("paragraph"))),
            ("note", Some(quoted(&self.note(cited)))),
        ];
        let mut lines: Vec<String> = Vec::new();
        for (key, value) in fields {
            lines.extend(value.map(|value| ["  ", &quoted(key), ": ", &value].concat()));
        }
        ["{\n", &lines.join(",\n"), "\n}"].concat()
    }
}

fn date_parts(date: Date) -> String {
    let parts = [Some(date.year), date.month.map(i32::from), date.day.map(i32::from)];
    let parts: Vec<String> = parts.into_iter().flatten().map(|part| part.to_string()).gather();
    ["{ \"date-parts\": [[", &parts.join(", "), "]] }"].concat()
}

/// A JSON string (RFC 8259, 7).
fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            '\0'..='\u{1F}' => {
                out.push_str("\\u00");
                let code = u32::from(letter);
                out.extend([code / 16, code % 16].into_iter().filter_map(|digit| char::from_digit(digit, 16)));
            }
            _ => out.push(letter),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn any_text_makes_a_string_that_reads_back() {
        let text: String = ('\0'..='\u{250}').chain(['\u{2028}', '\u{1F600}']).collect();
        assert_eq!(serde_json::from_str::<String>(&quoted(&text)).unwrap(), text);
    }
}
