//! Citing a statement: as plain text, BibTeX and CSL-JSON.

use serde_json::{Value, json};

use crate::deal::{Certainty, Date, Deal, Edtf, Item, ItemId, Origin, Source, SourceKind, Statement};

use super::voices::chain;

/// A statement ready to be cited. Its hedge, its certainty and its voices go wherever it goes.
#[derive(Debug, Clone, PartialEq)]
pub struct Citation<'d> {
    /// The deal's id.
    pub deal: &'d str,
    /// The deal's title.
    pub title: &'d str,
    /// The statement.
    pub statement: &'d Statement,
    /// Names of those who are cited for it, outermost first.
    pub voices: Vec<&'d str>,
    /// The sources that prove it; none for an editor's statement or a gap.
    pub sources: Vec<Cited<'d>>,
}

/// A source with the words that prove a statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Cited<'d> {
    /// The source.
    pub source: &'d Source,
    /// The paragraph and the words.
    pub quotes: Vec<(u32, &'d str)>,
}

impl Cited<'_> {
    /// When the source was updated: of a date, the day, else as printed.
    fn updated(&self) -> Option<String> {
        let updated = self.source.updated.as_ref()?;
        Some(match self.date() {
            Some(_) => updated.split('T').next().unwrap_or_default().to_owned(),
            None => updated.clone(),
        })
    }

    fn date(&self) -> Option<Date> {
        let day = self.source.updated.as_deref()?.split('T').next()?;
        Edtf::parse(day).and_then(|edtf| edtf.dates().next())
    }

    fn quoted(&self) -> impl Iterator<Item = String> {
        self.quotes.iter().map(|(paragraph, quote)| format!("¶ {paragraph}: “{quote}”"))
    }
}

impl<'d> Citation<'d> {
    /// The citation of a statement; `None` if the item is none.
    pub fn of(deal: &'d Deal, item: ItemId) -> Option<Self> {
        let statement = deal.statement(item)?;
        let mut sources: Vec<Cited<'d>> = Vec::new();
        for evidence in deal.evidence(item) {
            let Some(Item::Source(source)) = deal.get(&evidence.source) else { continue };
            let quote = (evidence.paragraph, evidence.quote.as_str());
            match sources.iter_mut().find(|cited| cited.source.id == source.id) {
                Some(cited) => cited.quotes.push(quote),
                None => sources.push(Cited { source, quotes: vec![quote] }),
            }
        }
        let voices = chain(deal, item)?.voices;
        let voices = voices.into_iter().filter_map(|voice| deal.item(voice).map(Item::label)).collect();
        let document = deal.document();
        Some(Self { deal: &document.id, title: &document.title, statement, voices, sources })
    }

    /// One line of text: the sentence, how firm it is, who says so, then each source with its words.
    pub fn plain(&self) -> String {
        let mut parts = vec![format!("{}{}", self.statement.text, self.firmness())];
        if self.sources.is_empty() {
            parts.push(self.title.to_owned());
        }
        for cited in &self.sources {
            let source = cited.source;
            let head = [source.author.as_ref(), Some(&source.title), Some(&source.publisher)];
            let head = head.into_iter().flatten().cloned().chain(cited.updated());
            let all = head.chain(cited.quoted()).chain(source.url.clone());
            parts.push(all.collect::<Vec<_>>().join(", "));
        }
        parts.join(" — ")
    }

    /// In brackets what the sentence must not go without: the format's words for certainty and origin, the hedge, the voices.
    fn firmness(&self) -> String {
        let mut parts: Vec<String> = Vec::new();
        if self.statement.origin() == Origin::Editor {
            parts.push(Origin::Editor.word().to_owned());
        }
        if self.statement.certainty() != Certainty::Certain {
            parts.push(self.statement.certainty().word().to_owned());
        }
        parts.extend(self.statement.hedge.as_ref().map(|hedge| format!("“{hedge}”")));
        if !self.voices.is_empty() {
            parts.push(self.voices.join(" → "));
        }
        if parts.is_empty() { String::new() } else { format!(" [{}]", parts.join("; ")) }
    }

    fn note(&self, cited: &Cited<'_>) -> String {
        let quotes: Vec<String> = cited.quoted().collect();
        format!("{}{} — {}", self.statement.text, self.firmness(), quotes.join(", "))
    }

    /// One `BibTeX` entry a source; `None` where there is no source.
    pub fn bibtex(&self) -> Option<String> {
        let entries: Vec<String> = self.sources.iter().map(|cited| self.entry(cited)).collect();
        (!entries.is_empty()).then(|| entries.join("\n"))
    }

    fn entry(&self, cited: &Cited<'_>) -> String {
        let source = cited.source;
        let note = self.note(cited);
        let fields = [
            ("author", source.author.as_deref().map(|author| format!("{{{}}}", escape(author)))),
            ("title", Some(format!("{{{}}}", escape(&source.title)))),
            ("publisher", Some(escape(&source.publisher))),
            ("date", cited.updated().as_deref().map(escape)),
            ("year", cited.date().map(|date| date.year.to_string())),
            ("url", source.url.as_deref().map(verbatim)),
            ("note", Some(escape(&note))),
        ];
        let fields = fields.into_iter().filter_map(|(key, value)| Some(format!("  {key} = {{{}}},\n", value?)));
        format!("@misc{{{}-{}-{},\n{}}}\n", self.deal, source.id, self.statement.id, fields.collect::<String>())
    }

    /// CSL-JSON: one item a source.
    pub fn csl_json(&self) -> Value {
        self.sources.iter().map(|cited| self.csl_item(cited)).collect()
    }

    fn csl_item(&self, cited: &Cited<'_>) -> Value {
        let source = cited.source;
        let kind = match source.kind {
            SourceKind::Article => "article-newspaper",
            SourceKind::Document => "document",
            SourceKind::Letter => "personal_communication",
            SourceKind::Dataset => "dataset",
        };
        let paragraphs: Vec<String> = cited.quotes.iter().map(|(at, _)| at.to_string()).collect();
        let mut item = json!({
            "id": format!("{}-{}-{}", self.deal, source.id, self.statement.id),
            "type": kind,
            "title": source.title,
            "publisher": source.publisher,
            "container-title": source.publisher,
            "note": self.note(cited),
            "locator": paragraphs.join(", "),
            "label": "paragraph",
        });
        let author = source.author.as_ref().map(|author| json!([{ "literal": author }]));
        let issued = cited.updated().map(|updated| match cited.date().map(parts) {
            Some(parts) => json!({ "date-parts": [parts] }),
            None => json!({ "literal": updated }),
        });
        for (key, value) in [("author", author), ("issued", issued), ("URL", source.url.as_ref().map(|url| json!(url)))]
        {
            if let (Some(object), Some(value)) = (item.as_object_mut(), value) {
                object.insert(key.to_owned(), value);
            }
        }
        item
    }
}

fn parts(date: Date) -> Vec<i32> {
    [Some(date.year), date.month.map(i32::from), date.day.map(i32::from)].into_iter().map_while(|part| part).collect()
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
