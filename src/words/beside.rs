//! The words around an article that stands in the same page.

use super::format::Plural;

/// Every word of its passages.
#[derive(Clone, Copy)]
#[allow(missing_docs)] // Each field is named by what it says; the languages show it.
pub struct BesideWords {
    pub show_in_article: &'static str,
    pub not_on_this_page: &'static str,
    /// What a screen reader is told of words that are marked in the article: their paragraph and themselves.
    pub marked_in_paragraph: fn(u32, &str) -> String,
    pub marked_in_article: fn(&str) -> String,
    pub passages: &'static str,
    pub passages_found: fn(&str, Plural) -> String,
    pub passage_of: fn(usize, usize) -> String,
    pub previous_passage: &'static str,
    pub next_passage: &'static str,
    pub close: &'static str,
    pub words_support: fn(&str) -> String,
    /// How many sentences have no statement, of how many.
    pub silent_sentences: fn(&str, &str) -> String,
    pub show: &'static str,
}
