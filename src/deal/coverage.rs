//! Holding a whole document against the article it reports: which quotes stand in it, which sentences nothing proves.

use crate::deal::gather::Gather;
use std::ops::Range;

use super::document::Document;
use super::evidence::{Match, each_evidence, fold, locate_quote};
use super::issue::{Fault, Held, Issue};
use super::path::Path;
use super::sentence::{is_prose, sentences};
use super::source::Source;
use super::statement::Evidence;

/// A text by paragraphs: its non-empty lines, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// The paragraphs.
    pub paragraphs: Vec<Paragraph>,
}

/// A non-empty line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Its number, from 1.
    pub number: u32,
    /// Its text, folded.
    pub text: String,
    /// Its sentences, as bytes of the text. A line without a sentence's end is one.
    pub sentences: Vec<Range<usize>>,
    /// Whether it has a sentence's end. Titles, captions and bylines have none.
    pub prose: bool,
}

impl Article {
    /// Splits a text into paragraphs and sentences.
    pub fn new(text: &str) -> Self {
        let lines = text.lines().map(fold).filter(|line| !line.is_empty());
        let paragraph = |(number, text): (u32, String)| {
            let (sentences, prose) = (sentences(&text), is_prose(&text));
            Paragraph { number, text, sentences, prose }
        };
        Self { paragraphs: (1..).zip(lines).map(paragraph).gather() }
    }

    /// The paragraph with this number.
    pub fn paragraph(&self, number: u32) -> Option<&Paragraph> {
        self.paragraphs.get((number as usize).checked_sub(1)?)
    }

    /// How a piece of evidence stands in it.
    pub fn locate(&self, evidence: &Evidence) -> Match {
        let around = (evidence.prefix.as_deref(), evidence.suffix.as_deref());
        let paragraph = self.paragraph(evidence.paragraph);
        paragraph.map_or(Match::Orphan { count: 0 }, |paragraph| {
            locate_quote(&paragraph.text, &evidence.quote, around.0, around.1)
        })
    }
}

/// A piece of evidence that stands in no place, or in more than one.
#[derive(Debug, Clone, PartialEq)]
pub struct Stray<'d> {
    /// The id of the item that it is to prove.
    pub item: &'d str,
    /// Where it stands in the document.
    pub path: Path,
    /// The evidence.
    pub evidence: &'d Evidence,
    /// How often its quote stands in its paragraph.
    pub count: usize,
    /// Other paragraphs in which it stands once. It is never moved there; an author may want to.
    pub elsewhere: Vec<u32>,
}

impl Stray<'_> {
    /// The same as an issue of the document: rule D11.
    pub fn issue(&self) -> Issue {
        let (quote, matches) = (self.evidence.quote.clone(), self.count);
        Issue::new(Fault::Orphan { quote: quote.into(), matches, held: Held::Article }, self.path.key("quote"))
    }
}

/// A piece of the article that nothing in the document is proved by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Silent {
    /// The paragraph's number.
    pub paragraph: u32,
    /// The sentence's number in it, from 1.
    pub sentence: u32,
    /// Its words, folded.
    pub text: String,
}

/// What came of holding a document against an article.
#[derive(Debug, Clone, PartialEq)]
pub struct Report<'d> {
    /// Evidence whose quote does not stand in its paragraph.
    pub orphans: Vec<Stray<'d>>,
    /// Evidence whose quote stands more than once in its paragraph.
    pub twice: Vec<Stray<'d>>,
    /// Sentences that no quote lies in.
    pub uncovered: Vec<Silent>,
    /// Titles, captions and bylines that neither a quote nor the source's own description accounts for.
    pub unstated: Vec<Silent>,
    /// How many paragraphs the source says it has and the article has, where the two differ.
    pub paragraphs: Option<(u32, u32)>,
    /// How many pieces of evidence were held against the article.
    pub held: usize,
    /// How many sentences of prose it has.
    pub sentences: usize,
}

impl Report<'_> {
    /// Whether there is nothing to mend.
    pub fn is_clean(&self) -> bool {
        let strays = self.orphans.len() + self.twice.len() + self.uncovered.len() + self.unstated.len();
        strays == 0 && self.paragraphs.is_none()
    }
}

/// Holds the evidence that a document takes from one of its sources against the text of that source.
pub fn hold<'d>(document: &'d Document, source: &'d Source, article: &Article) -> Report<'d> {
    let count = article.paragraphs.len() as u32;
    let mut report = Report {
        orphans: Vec::new(),
        twice: Vec::new(),
        uncovered: Vec::new(),
        unstated: Vec::new(),
        paragraphs: (count != source.paragraphs).then_some((source.paragraphs, count)),
        held: 0,
        sentences: 0,
    };
    let mut proved: Vec<(u32, Range<usize>)> = Vec::new();
    each_evidence(document, |item, path, evidence| {
        if evidence.source != source.id {
            return;
        }
        report.held += 1;
        match article.locate(evidence) {
            Match::Once { start, end } => proved.push((evidence.paragraph, start..end)),
            Match::Orphan { count } => {
                let elsewhere = elsewhere(article, evidence);
                let stray = Stray { item: item.id(), path: path(), evidence, count, elsewhere };
                if count == 0 { report.orphans.push(stray) } else { report.twice.push(stray) }
            }
        }
    });
    for paragraph in &article.paragraphs {
        let here = || proved.iter().filter(|(number, _)| *number == paragraph.number).map(|(_, range)| range);
        for (number, sentence) in (1..).zip(&paragraph.sentences) {
            report.sentences += usize::from(paragraph.prose);
            let quoted = here().any(|range| range.start < sentence.end && sentence.start < range.end);
            if quoted || (!paragraph.prose && describes(source, paragraph)) {
                continue;
            }
            let text = paragraph.text.get(sentence.clone()).unwrap_or_default().to_owned();
            let silent = Silent { paragraph: paragraph.number, sentence: number, text };
            if paragraph.prose { report.uncovered.push(silent) } else { report.unstated.push(silent) }
        }
    }
    report
}

fn elsewhere(article: &Article, evidence: &Evidence) -> Vec<u32> {
    let others = article.paragraphs.iter().map(|paragraph| paragraph.number).filter(|n| *n != evidence.paragraph);
    let once = |number: &u32| {
        let moved = Evidence { paragraph: *number, ..evidence.clone() };
        matches!(article.locate(&moved), Match::Once { .. })
    };
    others.filter(once).gather()
}

/// Whether a line says what the source's own description says: its title, author or date, or a medium in it.
fn describes(source: &Source, line: &Paragraph) -> bool {
    let own = [Some(&source.title), source.author.as_ref(), source.updated.as_ref(), source.dateline.as_ref()];
    let said =
        own.into_iter().flatten().map(|text| fold(text)).any(|text| !text.is_empty() && line.text.contains(&text));
    let shown = |paragraph: Option<u32>, title: &str| paragraph == Some(line.number) || fold(title) == line.text;
    said || source.media.iter().any(|medium| shown(medium.paragraph, &medium.title))
}
