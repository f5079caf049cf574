//! The words of a search, where they stand in a text, and how to mark them.

use crate::deal::gather::Gather;
use crate::deal::letter::is_letter;
use crate::deal::sort::sort_by_key;
use std::ops::Range;

use super::fold::{Fold, FoldedText};

/// The words that a reader typed, folded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Terms(pub(super) Vec<Term>);

/// One word. It is found at the start of a word; inside of one only if it is long enough to mean something there
/// ("aid" is not meant to find "said"), or is written in a script without spaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    text: String,
    inside: bool,
}

impl Terms {
    pub(super) fn new(query: &str, fold: Fold) -> Self {
        let folded = FoldedText::new(query, fold);
        let mut terms: Vec<Term> = Vec::new();
        for word in folded.as_str().split(' ') {
            let bare = word.trim_matches(|letter: char| !is_letter(letter));
            let text = if bare.is_empty() { word } else { bare };
            if !text.is_empty() && terms.iter().all(|term| term.text != text) {
                let inside = text.chars().count() >= 4 || text.chars().any(is_unspaced);
                terms.push(Term { text: text.to_owned(), inside });
            }
        }
        Self(terms)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words of the original of a folded text in which they stand: sorted, apart from each other.
    pub(super) fn marks(&self, text: &FoldedText) -> Vec<Range<usize>> {
        let folded = text.as_str();
        let places = self.0.iter().flat_map(|term| term.places(folded));
        let found = places.map(|(range, _)| text.original(whole(folded, range)));
        merged(found.filter(|range| !range.is_empty()).gather())
    }
}

impl Term {
    /// Where it stands next in many texts, from this byte on.
    pub(super) fn next(&self, texts: &str, from: usize) -> Option<usize> {
        let texts = texts.get(from..)?;
        let mut letters = self.text.chars();
        // One letter is found ten times as fast as a word is.
        let at = match (letters.next(), letters.next()) {
            (Some(letter), None) => texts.find(letter),
            _ => texts.find(&self.text),
        };
        at.map(|at| from + at)
    }

    /// Whether it stands in a folded text: at the start of a word, or only inside of one.
    pub(super) fn best(&self, folded: &str) -> Option<bool> {
        self.places(folded).map(|(_, starts)| starts).max()
    }

    /// Where the word stands in a folded text, and whether at the start of a word.
    pub(super) fn places<'t>(&'t self, folded: &'t str) -> impl Iterator<Item = (Range<usize>, bool)> + 't {
        let step = self.text.chars().next().map_or(1, char::len_utf8);
        let open = self.text.chars().next().is_some_and(|letter| !is_letter(letter));
        let mut from = 0;
        let all = std::iter::from_fn(move || {
            let start = from + folded.get(from..)?.find(&self.text)?;
            from = start + step;
            let before = folded.get(..start).and_then(|text| text.chars().next_back());
            let starts = open || before.is_none_or(|letter| !is_letter(letter));
            Some((start..start + self.text.len(), starts))
        });
        all.filter(|(_, starts)| *starts || self.inside)
    }
}

/// The whole word where a piece of one was found: its letters stay joined, as those of Arabic have to be, and the mark
/// stays while the reader types the word.
fn whole(folded: &str, found: Range<usize>) -> Range<usize> {
    let joins = |letter: char| is_letter(letter) && !is_unspaced(letter);
    let piece = folded.get(found.clone()).unwrap_or_default();
    let (mut start, mut end) = (found.start, found.end);
    if piece.starts_with(joins) {
        start = folded.get(..start).unwrap_or_default().trim_end_matches(joins).len();
    }
    if piece.ends_with(joins) {
        let after = folded.get(end..).unwrap_or_default();
        end += after.len() - after.trim_start_matches(joins).len();
    }
    start..end
}

/// Whether its script is one of those from Thai to Japanese, most of which put no spaces between words.
fn is_unspaced(letter: char) -> bool {
    letter >= '\u{0E00}'
}

fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    sort_by_key(&mut ranges, |range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match apart.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

/// The words of `text` in which a search for `query` finds something, whole, as bytes: sorted, apart from each other, on
/// character boundaries. In scripts without spaces, only what it finds.
pub fn mark(text: &str, query: &str, fold: Fold) -> Vec<Range<usize>> {
    let terms = Terms::new(query, fold);
    if terms.is_empty() { Vec::new() } else { terms.marks(&FoldedText::new(text, fold)) }
}
