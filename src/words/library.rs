//! The words of a library: an index whose sections lie in files of their own.

use super::format::Plural;

/// Every word for libraries.
#[derive(Clone, Copy)]
#[allow(missing_docs)] // Each field is named by what it says; the languages show it.
pub struct LibraryWords {
    /// What the landmark with the way back is called.
    pub library: &'static str,
    pub contents: &'static str,
    /// That each is a file of its own.
    pub note: &'static str,
    /// The section that another belongs to.
    pub within: fn(&str) -> String,
    /// All of more than are listed.
    pub all: fn(&str, Plural) -> String,
}
