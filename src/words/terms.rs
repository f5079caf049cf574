//! The words around a condition and its questions.

use crate::query::SlotName;

/// Every word of a condition.
#[derive(Clone, Copy)]
#[allow(missing_docs)] // Each field is named by what it says; the languages show it.
pub struct TermsWords {
    /// A question to a condition, as what stands before its answer.
    pub slot: fn(SlotName) -> &'static str,
    pub fulfilment: fn(u32) -> &'static str,
}
