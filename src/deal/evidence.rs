//! Holding a quote against a text: Web Annotation's `TextQuoteSelector` with one folding rule.

use super::statement::Evidence;

/// Folds runs of white space and U+00A0 into one space, trims both ends, and keeps everything else exact.
pub fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Folds without trimming: a prefix ends with a space where the text has one there.
fn fold_open(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        if !c.is_whitespace() {
            folded.push(c);
        } else if !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded
}

/// How a quote stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Match {
    /// Exactly once, at these bytes of the folded text.
    Once {
        /// The first byte.
        start: usize,
        /// The byte after the last.
        end: usize,
    },
    /// An orphan: not at all, or more than once.
    Orphan {
        /// How often.
        count: usize,
    },
}

/// Finds the quote with its prefix and suffix in a text that was folded.
pub fn locate_quote(folded: &str, quote: &str, prefix: Option<&str>, suffix: Option<&str>) -> Match {
    let mut found = matches(folded, quote, prefix, suffix);
    match (found.next(), found.count()) {
        (Some(start), 0) => Match::Once { start, end: start + fold(quote).len() },
        (None, _) => Match::Orphan { count: 0 },
        (Some(_), more) => Match::Orphan { count: more + 1 },
    }
}

/// Finds a piece of evidence in the folded digest of its paragraph. The digest retells what stands around the quote,
/// so there the quote alone will do; its prefix and suffix help where they too were carried over.
pub fn locate_in_digest(folded: &str, evidence: &Evidence) -> Match {
    let around = (evidence.prefix.as_deref(), evidence.suffix.as_deref());
    match locate_quote(folded, &evidence.quote, around.0, around.1) {
        Match::Orphan { .. } if around != (None, None) => locate_quote(folded, &evidence.quote, None, None),
        found => found,
    }
}

/// The bytes at which the quote starts in a folded text, every one, also where two overlap.
pub fn matches(folded: &str, quote: &str, prefix: Option<&str>, suffix: Option<&str>) -> impl Iterator<Item = usize> {
    // White space at the quote's own edges lies between it and what must stand beside it.
    let core = quote.trim();
    let (leading, trailing) = quote.split_once(core).unwrap_or_default();
    let before = prefix.filter(|prefix| !prefix.is_empty()).map(|prefix| fold_open(&[prefix, leading].concat()));
    let after = suffix.filter(|suffix| !suffix.is_empty()).map(|suffix| fold_open(&[trailing, suffix].concat()));
    let (prefix, suffix) = (before.unwrap_or_default(), after.unwrap_or_default());
    let quote = fold(quote);
    let mut from = 0;
    std::iter::from_fn(move || {
        while !quote.is_empty() {
            let start = from + folded.get(from..)?.find(&quote)?;
            from = start + quote.chars().next().map_or(1, char::len_utf8);
            let before = folded.get(..start).unwrap_or_default();
            let after = folded.get(start + quote.len()..).unwrap_or_default();
            if before.ends_with(&prefix) && after.starts_with(&suffix) {
                return Some(start);
            }
        }
        None
    })
}
