//! Citing a statement: as plain text, and as [`bibtex`] and [`csl`].

mod bibtex;
mod csl;

use crate::deal::gather::Gather;
use crate::deal::{Certainty, Date, Deal, Edtf, Item, ItemId, Origin, Source, Statement, Text};

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
            None => updated.own(),
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
        let voices = voices.into_iter().filter_map(|voice| deal.item(voice).map(Item::label)).gather();
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
            let head = head.into_iter().flatten().map(Text::own).chain(cited.updated());
            let all = head.chain(cited.quoted()).chain(source.url.as_ref().map(Text::own));
            parts.push(all.gather().join(", "));
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

    /// What other programs know the citation by.
    fn key(&self, cited: &Cited<'_>) -> String {
        [self.deal, &cited.source.id, &self.statement.id].join("-")
    }

    fn note(&self, cited: &Cited<'_>) -> String {
        let quotes: Vec<String> = cited.quoted().gather();
        format!("{}{} — {}", self.statement.text, self.firmness(), quotes.join(", "))
    }
}
