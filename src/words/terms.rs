//! The words around a condition and its questions.

/// Every word of a condition.
#[derive(Clone, Copy)]
#[allow(missing_docs)] // Each field is named by what it says; the languages show it.
pub struct TermsWords {
    pub slot_by: &'static str,
    pub slot_how: &'static str,
    pub slot_for: &'static str,
    pub slot_against: &'static str,
    pub slot_where: &'static str,
    pub slot_when: &'static str,
    pub slot_agreed: &'static str,
    pub slot_check: &'static str,
    pub fulfilment: fn(u32) -> &'static str,
}
