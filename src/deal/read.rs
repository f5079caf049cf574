//! The doors for deals that come in: bytes or text to a [`Deal`], to every fault at once, or to a plain no.

use super::document::Document;
use super::index::Deal;
use super::issue::{Fault, Issue, Severity};
use super::json::Json;
use super::opening::Opening;
use super::parse::{parse, refusal};
use super::path::Path;
use super::reader::Reader;
use super::rules::Trial;
use super::sort::sort_by_key;
use super::value::{FromJson, whole};
use super::{locate, rules};

/// The format that this reader knows.
pub(crate) const FORMAT: u32 = 1;

/// So many bytes stand in memory a second time while they are read.
const PART: usize = 1 << 20;

/// What came of reading a document.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The deal, where no fault is an error.
    pub deal: Option<Deal>,
    /// Every fault and warning, in the order of the text.
    pub issues: Vec<Issue>,
}

/// Why a document is not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is no JSON.
    NotJson,
    /// It is written in a newer format.
    Newer,
    /// It has errors.
    Faulty,
}

/// Reads a document; never stops at the first fault, never panics.
pub fn read(bytes: &[u8]) -> Reading {
    let Some((text, value)) = parse(bytes) else { return Reading { deal: None, issues: vec![refusal(bytes)] } };
    let (document, mut issues) = match newer_format(&value) {
        Some(found) => (None, vec![Issue::new(Fault::OtherFormat { found }, Path::default().key("format"))]),
        None => judge(value),
    };
    if !issues.is_empty() {
        locate::place(text, &mut issues);
        sort_by_key(&mut issues, |issue| (issue.line, issue.column, issue.rule()));
    }
    let sound = issues.iter().all(|issue| issue.severity() == Severity::Warning);
    Reading { deal: document.filter(|_| sound).map(Deal::new), issues }
}

/// Opens a document for readers, to whom it is all one what exactly is wrong: by the same rules as [`read`], so both
/// give a deal or neither does, but with a fraction of its code.
///
/// # Errors
/// What keeps it from being shown; [`read`] tells it in full.
pub fn open(bytes: &[u8]) -> Result<Deal, Refusal> {
    let mut opening = Opening::new();
    for part in bytes.chunks(PART) {
        opening.feed(part.len(), &|room| room.copy_from_slice(part));
        while opening.go_on() {}
    }
    opening.finish();
    while opening.go_on() {}
    let document = opening.document()?;
    let mut trial = Trial::new(document);
    while trial.go_on() {}
    trial.deal().ok_or(Refusal::Faulty)
}

fn judge(value: Json) -> (Option<Document>, Vec<Issue>) {
    let mut reader = Reader::default();
    let document = Document::from_json(value, &mut reader);
    let (document, broken) = rules::check(document, &reader.issues);
    reader.issues.extend(broken);
    (Some(document), reader.issues)
}

/// The number of a newer format. Such a document may mean anything by its keys, so nothing else of it can be judged.
pub(super) fn newer_format(value: &Json) -> Option<u32> {
    let found = value.get("format")?.as_f64().and_then(whole).filter(|found| *found > f64::from(FORMAT))?;
    #[expect(clippy::cast_sign_loss, reason = "it is greater than 1; what is too great becomes the greatest")]
    Some(found as u32)
}
