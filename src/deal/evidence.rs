//! Holding a quote against a text: Web Annotation's TextQuoteSelector with one folding rule.

/// Folds runs of white space and U+00A0 into one space, trims both ends, and keeps everything else exact.
pub fn fold(text: &str) -> String {
    text.split(char::is_whitespace).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// How a quote stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Match {
    /// Exactly once, at these bytes of the folded text.
    Once { start: usize, end: usize },
    /// Not at all, or this often: an orphan.
    Orphan { count: usize },
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

/// The bytes at which the quote starts, every one.
pub fn matches(folded: &str, quote: &str, prefix: Option<&str>, suffix: Option<&str>) -> impl Iterator<Item = usize> {
    let (quote, prefix, suffix) = (fold(quote), fold(prefix.unwrap_or("")), fold(suffix.unwrap_or("")));
    let mut from = 0;
    std::iter::from_fn(move || {
        while !quote.is_empty() {
            let start = from + folded.get(from..)?.find(&quote)?;
            from = start + quote.chars().next().map_or(1, char::len_utf8);
            let before = folded.get(..start).unwrap_or_default().trim_end();
            let after = folded.get(start + quote.len()..).unwrap_or_default().trim_start();
            if before.ends_with(&prefix) && after.starts_with(&suffix) {
                return Some(start);
            }
        }
        None
    })
}
