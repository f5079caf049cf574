//! Where a text stands in another one.
//!
//! The standard search of text in text prepares itself for texts of any length and keeps its pace in the worst of them,
//! for three kilobytes of code. What is looked for here are phrases and signs in paragraphs.

/// Where `part` begins in `text`, in bytes, the first time; an empty part at the beginning.
pub(crate) fn find(text: &str, part: &str) -> Option<usize> {
    let part = part.as_bytes();
    if part.is_empty() {
        return Some(0);
    }
    text.as_bytes().windows(part.len()).position(|window| window == part)
}

/// What stands before and after the first `part`.
pub(crate) fn split<'t>(text: &'t str, part: &str) -> Option<(&'t str, &'t str)> {
    let at = find(text, part)?;
    text.get(..at).zip(text.get(at + part.len()..))
}

#[cfg(test)]
mod tests {
    use super::{find, split};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_finds_what_the_standard_search_finds(text in "[abä—]{0,12}", part in "[abä—]{0,3}") {
            prop_assert_eq!(find(&text, &part), text.find(&part));
            prop_assert_eq!(split(&text, &part), text.split_once(part.as_str()));
        }
    }
}
