//! The words of what takes its time, and of what only large deals need: lists that are not whole.

use super::format::Plural;

/// Every word for large deals. A field that takes values is a function, so that a language decides its own order.
#[derive(Clone, Copy)]
#[allow(missing_docs)] // Each field is named by what it says; the languages show it.
pub struct LargeWords {
    /// How many entries a list has that is not drawn whole.
    pub in_all: fn(&str, Plural) -> String,
    /// Who else reports a deal of so many sources.
    pub others: fn(&str, Plural) -> String,
    /// Which of them stand on paper.
    pub printed: fn(&str, &str, &str) -> String,
    /// Of more entries than a page can hold, only the first are listed.
    pub only_first: fn(&str) -> String,
    pub without_section: &'static str,
    /// A part of a section that is too long for one.
    pub part: fn(&str, &str, &str) -> String,
    pub conditions: fn(&str, Plural) -> String,
    /// How much of the deal the brief shows.
    pub weightiest: fn(&str, &str) -> String,
    pub all_conditions: &'static str,
    /// How many of the values of a filter are shown.
    pub choices: fn(&str, &str) -> String,
    /// How many megabytes of the document are read; nobody knows how many are to come.
    pub reading: fn(&str) -> String,
    pub reading_stopped: &'static str,
    /// How much of the search is ready, in hundredths.
    pub preparing: fn(&str) -> String,
    /// Where something is going to be that the rest of the module shows.
    pub more_loading: &'static str,
    /// While a large deal is got ready for filters.
    pub counting: &'static str,
    /// Where that could not be fetched.
    pub not_loaded: &'static str,
}
