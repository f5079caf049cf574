//! The words around the data that a reader takes along.

/// Every word of the files.
#[derive(Clone, Copy)]
#[allow(missing_docs)] // Each field is named by what it says; the languages show it.
pub struct TakeWords {
    pub title: &'static str,
    /// What all of them keep.
    pub note: &'static str,
    /// What they do not have in them while something is supposed.
    pub supposing: &'static str,
    /// Saves the file of this name.
    pub save: fn(&str) -> String,
    pub json: &'static str,
    pub csv: &'static str,
    /// Before the names of the document's lists.
    pub one_list: &'static str,
    pub markdown: &'static str,
    pub jsonld: &'static str,
    pub graphml: &'static str,
    /// The name of the file with what follows from what is supposed.
    pub scenario: &'static str,
    pub scenario_note: &'static str,
    pub failed: &'static str,
}
