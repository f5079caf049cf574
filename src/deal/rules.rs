//! Rules D03 to D12 that need more than one value to be judged.

use super::document::Document;
use super::issue::Issue;

/// Every breach of a rule in the document.
pub(crate) fn check(_document: &Document) -> Vec<Issue> {
    Vec::new()
}
