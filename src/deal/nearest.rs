//! The nearest known word to a misspelt one, for hints.

use crate::deal::gather::Gather;

/// The candidate that needs the fewest edits, if they are few enough to be a slip of the hand:
/// optimal string alignment distance (Damerau 1964) at most a third of the word's length, rounded up.
pub(crate) fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    // Keys, words and ids of the format are ASCII; tables for the rest of Unicode would only weigh the page down.
    let letters: Vec<char> = word.chars().map(|c| c.to_ascii_lowercase()).take(64).gather();
    let limit = letters.len().div_ceil(3);
    candidates
        // Each edit makes a word longer or shorter by one letter at most.
        .filter(|candidate| candidate.chars().count().abs_diff(letters.len()) <= limit)
        .map(|candidate| (distance(&letters, &candidate.chars().map(|c| c.to_ascii_lowercase()).gather()), candidate))
        .filter(|(edits, _)| *edits <= limit)
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, candidate)| candidate)
}

fn distance(a: &[char], b: &[char]) -> usize {
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).gather();
    for (i, letter) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, other) in b.iter().enumerate() {
            let at = |row: &[usize], j: usize| row.get(j).copied().unwrap_or(usize::MAX / 2);
            let mut edits =
                (at(&last, j) + usize::from(letter != other)).min(at(&last, j + 1) + 1).min(at(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(other) && b.get(j - 1) == Some(letter);
            if swapped {
                edits = edits.min(at(&before_last, j - 1) + 1);
            }
            row.push(edits);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_slips_and_leaves_strangers_alone() {
        let keys = ["conditions", "exchanges", "pressing", "by"];
        assert_eq!(nearest("condtions", keys.into_iter()), Some("conditions"));
        assert_eq!(nearest("Pressign", keys.into_iter()), Some("pressing"));
        assert_eq!(nearest("zebra", keys.into_iter()), None);
        assert_eq!(nearest("", keys.into_iter()), None);
    }
}
