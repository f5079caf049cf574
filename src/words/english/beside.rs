//! The words around an article that stands in the same page, in English.

use super::s;
use crate::words::beside::BesideWords;

pub(crate) static BESIDE: BesideWords = BesideWords {
    show_in_article: "Show it in the article",
    not_on_this_page: "These words were not found in the article on this page.",
    marked_in_paragraph: |number, words| format!("Marked in the article, paragraph {number}: “{words}”"),
    marked_in_article: |words| format!("Marked in the article: “{words}”"),
    passages: "Passages of the article",
    passages_found: |count, plural| format!("{count} passage{} of the article", s(plural)),
    passage_of: |at, of| format!("Passage {at} of {of} of the article"),
    previous_passage: "Previous passage",
    next_passage: "Next passage",
    close: "Close",
    words_support: |words| format!("The article’s words “{words}” support:"),
    silent_sentences: |silent, of| format!("{silent} of {of} sentences of the article have no statement"),
    show: "Show",
};
