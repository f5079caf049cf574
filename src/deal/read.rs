//! The one door for deals that come in: bytes or text to a [`Deal`], or to every fault at once.

use serde_json::Value;

use super::deal::Deal;
use super::document::Document;
use super::issue::{Fault, Issue, Severity};
use super::json::{FromJson, Path, Reader};
use super::{locate, rules};

/// The largest document that is read, in bytes.
pub const LIMIT_BYTES: usize = 128 * 1024 * 1024;

/// The deepest nesting that is read; the format itself needs seven levels.
pub const LIMIT_DEPTH: usize = 127;

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
    match parse(bytes) {
        Err(issue) => Reading { deal: None, issues: vec![issue] },
        Ok((text, value)) => read_value(text, &value),
    }
}

fn parse(bytes: &[u8]) -> Result<(&str, Value), Issue> {
    let refuse = |fault: Fault| Issue::new(fault, Path::default());
    if bytes.len() > LIMIT_BYTES {
        return Err(refuse(Fault::TooLarge { bytes: bytes.len(), limit: LIMIT_BYTES }));
    }
    // A byte order mark is no fault of the author's (RFC 8259, 8.1, lets a reader ignore it).
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text =
        std::str::from_utf8(bytes).map_err(|error| refuse(Fault::NotUtf8 { valid_up_to: error.valid_up_to() }))?;
    let value = serde_json::from_str(text).map_err(|error| {
        let message = error.to_string();
        let fault = if message.contains("recursion limit") {
            Fault::TooDeep { limit: LIMIT_DEPTH }
        } else {
            // The parser appends the place, which the issue carries by itself.
            let end = message.rfind(" at line ").unwrap_or(message.len());
            Fault::NotJson { message: message.get(..end).unwrap_or_default().to_owned() }
        };
        Issue { fault, path: Path::default(), line: error.line() as u32, column: error.column() as u32 }
    })?;
    Ok((text, value))
}

fn read_value(text: &str, value: &Value) -> Reading {
    let mut reader = Reader::default();
    let document = Document::from_json(value, &mut reader);
    let mut issues = reader.issues;
    issues.extend(rules::check(&document));
    locate::place(text, &mut issues);
    issues.sort_by_key(|issue| (issue.line, issue.column, issue.rule()));
    let shown = issues.iter().all(|issue| issue.severity() == Severity::Warning);
    Reading { deal: shown.then(|| Deal::new(document)), issues }
}
