//! Holding a quote against a text: Web Annotation's `TextQuoteSelector` with one folding rule.

use crate::deal::gather::Gather;
use std::ops::Range;

use super::document::Document;
use super::find::{find, split};
use super::item::Item;
use super::path::Path;
use super::spot::items;
use super::statement::Evidence;

/// Folds runs of white space and U+00A0 into one space, trims both ends, and keeps everything else exact.
pub fn fold(text: &str) -> String {
    text.split_whitespace().gather().join(" ")
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
    let (leading, trailing) = split(quote, core).unwrap_or_default();
    let before = prefix.filter(|prefix| !prefix.is_empty()).map(|prefix| fold_open(&[prefix, leading].concat()));
    let after = suffix.filter(|suffix| !suffix.is_empty()).map(|suffix| fold_open(&[trailing, suffix].concat()));
    let (prefix, suffix) = (before.unwrap_or_default(), after.unwrap_or_default());
    let quote = fold(quote);
    let mut from = 0;
    std::iter::from_fn(move || {
        while !quote.is_empty() {
            let start = from + find(folded.get(from..)?, &quote)?;
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

/// Every piece of evidence with its item and its path.
pub(crate) fn each_evidence<'d>(
    document: &'d Document,
    mut visit: impl FnMut(Item<'d>, &dyn Fn() -> Path, &'d Evidence),
) {
    for (spot, item) in items(document) {
        for (index, evidence) in item.statement().into_iter().flat_map(|statement| &statement.evidence).enumerate() {
            visit(item, &|| spot.path().key("evidence").index(index), evidence);
        }
    }
}

/// The place in an unfolded text of a place in its folded one, in UTF-16 code units as the DOM counts them.
pub fn unfold(text: &str, folded: Range<usize>) -> Range<usize> {
    let (mut at, mut passed, mut spaces) = (0, 0, false);
    let (mut start, mut end) = (None, 0);
    for c in text.chars() {
        if c.is_whitespace() {
            // A run of white space counts once, and not at all before the first word.
            spaces = at > 0;
        } else {
            at += usize::from(spaces);
            spaces = false;
            if at >= folded.start && start.is_none() {
                start = Some(passed);
            }
            at += c.len_utf8();
            if at <= folded.end {
                end = passed + c.len_utf16();
            }
        }
        passed += c.len_utf16();
    }
    let start = start.unwrap_or(passed);
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use super::{Match, fold, locate_quote, matches, unfold};

    const TEXT: &str =
        "  The\u{a0}U.S.\u{2009}and  Russia – “near”\u{a0} completing al- Qaeda's deal; the deal\u{3000}is a deal. ";

    fn find(quote: &str, prefix: &str, suffix: &str) -> Match {
        locate_quote(&fold(TEXT), quote, Some(prefix), Some(suffix))
    }

    #[test]
    fn white_space_is_folded_and_nothing_else() {
        assert_eq!(fold(TEXT), "The U.S. and Russia – “near” completing al- Qaeda's deal; the deal is a deal.");
        assert_eq!(fold(" \u{a0}\n"), "");
        assert!(matches!(find("The  U.S.\nand\u{a0}Russia", "", ""), Match::Once { start: 0, end: 19 }));
        for (quote, reason) in [
            ("the u.s.", "case"),
            ("\"near\"", "straight for curly quotation marks"),
            ("Qaeda’s", "a curly for a straight apostrophe"),
            ("al-Qaeda", "a misprint mended"),
            ("Russia - “near”", "a hyphen for a dash"),
            ("U.S.\u{200b} and", "a zero-width space, which is no white space"),
        ] {
            assert_eq!(find(quote, "", ""), Match::Orphan { count: 0 }, "{reason}");
        }
    }

    #[test]
    fn a_phrase_that_stands_again_needs_its_neighbours() {
        assert_eq!(find("deal", "", ""), Match::Orphan { count: 3 });
        assert!(matches!(find("deal", "", ";"), Match::Once { .. }));
        assert!(matches!(find("deal", "the ", ""), Match::Once { .. }));
        assert!(matches!(find("deal", "", "."), Match::Once { .. }));
        assert_eq!(find("deal", "the", ""), Match::Orphan { count: 0 }, "the space between must be said");
        assert!(matches!(find(" deal", "the", ""), Match::Once { .. }), "the quote may say it");
        assert!(matches!(find("deal", "; the\u{a0}\n", " is"), Match::Once { .. }));
        assert_eq!(find("deal", " ", ""), Match::Orphan { count: 3 });
    }

    #[test]
    fn overlapping_places_count() {
        assert_eq!(matches("ana nanana", "nana", None, None).collect::<Vec<_>>(), [4, 6]);
        assert_eq!(matches("aaaa", "aa", None, None).count(), 3);
        assert_eq!(matches("ääää", "ää", Some("ä"), None).collect::<Vec<_>>(), [2, 4]);
        assert_eq!(matches("anything", " ", None, None).count(), 0);
        assert_eq!(matches("", "a", None, None).count(), 0);
    }

    #[test]
    fn places_are_found_again_in_the_text_as_it_stands() {
        let text = "\u{a0} 😀  The\u{a0}\n“deal” 😀 ends. ";
        let utf16: Vec<u16> = text.encode_utf16().collect();
        for (quote, original) in
            [("“deal”", "“deal”"), ("😀 The “", "😀  The\u{a0}\n“"), ("ends.", "ends."), ("😀 ends", "😀 ends")]
        {
            let Match::Once { start, end } = locate_quote(&fold(text), quote, None, None) else { panic!("{quote}") };
            let found = String::from_utf16(&utf16[unfold(text, start..end)]).unwrap();
            assert_eq!(found, original);
        }
        assert_eq!(unfold("abc", 9..12), 3..3);
    }
}
