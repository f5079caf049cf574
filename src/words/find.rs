//! The words around what is searched for and filtered by.

use super::format::Plural;
use super::tongue::KindWords;

/// Every word of what is found, and filtered by.
#[derive(Clone, Copy)]
#[allow(missing_docs)] // Each field is named by what it says; the languages show it.
pub struct FindWords {
    pub filter_party: &'static str,
    pub filter_voice: &'static str,
    pub filter_certainty: &'static str,
    pub filter_origin: &'static str,
    pub filter_topic: &'static str,
    pub origin_source: &'static str,
    pub origin_editor: &'static str,
    pub sources_own_voice: &'static str,
    pub remove_filter: fn(&str) -> String,
    pub found: fn(&str, Plural) -> String,
    pub nothing_found_hint: &'static str,
    pub show_editor_statements: &'static str,
    pub kinds: KindWords,
}
