//! The one door for deals that come in: bytes or text to a [`Deal`], or to every fault at once.

use crate::deal::sort::sort_by_key;
use serde_json::Value;

use super::document::Document;
use super::index::Deal;
use super::issue::{Fault, Issue, Severity};
use super::json::{FromJson, Path, Reader, whole};
use super::parse::{Parsed, parse};
use super::{locate, rules};

/// The format that this reader knows.
pub(crate) const FORMAT: u32 = 1;

/// What came of reading a document.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The deal, where no fault is an error.
    pub deal: Option<Deal>,
    /// Every fault and warning, in the order of the text.
    pub issues: Vec<Issue>,
}

/// Reads a document; never stops at the first fault, never panics.
pub fn read(bytes: &[u8]) -> Reading {
    let Parsed { text, value, twice } = match parse(bytes) {
        Ok(parsed) => parsed,
        Err(issue) => return Reading { deal: None, issues: vec![issue] },
    };
    let (document, mut issues) = match newer_format(&value) {
        Some(issue) => (None, vec![issue]),
        None => judge(&value, twice),
    };
    if !issues.is_empty() {
        locate::place(text, &mut issues);
        sort_by_key(&mut issues, |issue| (issue.line, issue.column, issue.rule()));
    }
    let sound = issues.iter().all(|issue| issue.severity() == Severity::Warning);
    Reading { deal: document.filter(|_| sound).map(Deal::new), issues }
}

fn judge(value: &Value, twice: Vec<Issue>) -> (Option<Document>, Vec<Issue>) {
    let mut reader = Reader::default();
    reader.issues = twice;
    let document = Document::from_json(value, &mut reader);
    let broken = rules::check(&document, &reader.issues);
    reader.issues.extend(broken);
    (Some(document), reader.issues)
}

/// A newer document may mean anything by its keys, so nothing else of it can be judged.
fn newer_format(value: &Value) -> Option<Issue> {
    let found = whole(value.get("format")?).filter(|found| *found > f64::from(FORMAT))?;
    #[expect(clippy::cast_sign_loss, reason = "it is greater than 1; what is too great becomes the greatest")]
    Some(Issue::new(Fault::OtherFormat { found: found as u32 }, Path::default().key("format")))
}
