//! The words of the matrix and of the timeline.

use super::format::Plural;
use crate::deal::EventState;
use crate::picture::matrix::Part;

/// Every word of the matrix of conditions and actors.
#[derive(Clone, Copy)]
#[allow(missing_docs)] // Each field is named by what it says; the languages show it.
pub struct MatrixWords {
    pub shown: &'static str,
    pub as_list: &'static str,
    pub as_matrix: &'static str,
    pub title: &'static str,
    pub condition: &'static str,
    pub part: fn(Part) -> &'static str,
    pub conditions: fn(&str, Plural) -> String,
    pub actors: fn(&str, Plural) -> String,
    /// How many conditions, and how many actors have a part in them.
    pub extent: fn(&str, &str) -> String,
    /// Who has a part in most of them, and in how many.
    pub most: fn(&str, &str, Plural) -> String,
    pub nobodys: fn(&str, Plural) -> String,
    pub unagreed: fn(&str, Plural) -> String,
    pub arranged: &'static str,
    pub written: &'static str,
    pub arrange: &'static str,
    pub as_written: &'static str,
    pub keys: &'static str,
    /// Rows from, to, of how many.
    pub rows: fn(&str, &str, &str) -> String,
    /// Columns from, to, of how many: those with the most parts first.
    pub columns: fn(&str, &str, &str) -> String,
    pub rows_before: &'static str,
    pub rows_after: &'static str,
    pub columns_before: &'static str,
    pub columns_after: &'static str,
    pub go_to: &'static str,
}

/// Every word of the timeline.
#[derive(Clone, Copy)]
#[allow(missing_docs)] // Each field is named by what it says; the languages show it.
pub struct TimelineWords {
    pub title: &'static str,
    /// How many events have a date, of so many events.
    pub dated: fn(&str, &str) -> String,
    pub events: fn(&str, Plural) -> String,
    /// Where those without a date stand.
    pub undated: &'static str,
    /// What stands over them: what is past, goes on, or is to come.
    pub undated_of: fn(EventState) -> &'static str,
    pub no_date: &'static str,
    pub derived: &'static str,
    pub breaks: &'static str,
    pub keys: &'static str,
    /// Of how many years each bar is.
    pub grouped: fn(&str) -> String,
    pub grouped_by_year: &'static str,
    pub years: fn(&str, &str) -> String,
}
