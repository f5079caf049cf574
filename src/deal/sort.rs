//! Sorting with one copy of the machine code for all types.
//!
//! The standard library's sorts are compiled anew for every type and every comparison: a dozen of them were a tenth
//! of the widget. These put the positions in order, always by the same code, and then exchange the items.

use crate::deal::ItemId;
use crate::deal::gather::Gather;
use std::cmp::Ordering;

/// Compares the items at two positions.
type Compare<'c> = &'c mut dyn FnMut(usize, usize) -> Ordering;

/// Sorts stably by a comparison.
pub(crate) fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let swaps = swaps(items.len(), &mut |a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    exchange(items, &swaps);
}

/// Sorts stably by a key.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts, and takes out what stands twice.
pub(crate) fn sort_and_dedup<T: Ord>(items: &mut Vec<T>) {
    sort_by(items, Ord::cmp);
    items.dedup();
}

/// The `most` items of the greatest weight, the heaviest first, equals as they come. Each is weighed once, and of very
/// many nearly all are passed over: to sort them takes ten times as long.
#[inline(never)]
pub(crate) fn heaviest(items: &[ItemId], most: usize, weight: &dyn Fn(ItemId) -> usize) -> Vec<ItemId> {
    let mut found: Vec<(usize, ItemId)> = Vec::new();
    for item in items {
        let weight = weight(*item);
        if found.len() < most || found.last().is_some_and(|(least, _)| *least < weight) {
            let at = found.partition_point(|(other, _)| *other >= weight);
            found.insert(at, (weight, *item));
            found.truncate(most);
        }
    }
    found.iter().map(|(_, item)| *item).gather()
}

/// Exchanges items: once for each type of item, not for each comparison.
#[inline(never)]
fn exchange<T>(items: &mut [T], swaps: &[(usize, usize)]) {
    for (a, b) in swaps {
        items.swap(*a, *b);
    }
}

/// The exchanges that put so many items in order, one after the other.
#[inline(never)]
fn swaps(count: usize, compare: Compare<'_>) -> Vec<(usize, usize)> {
    let mut order = positions(count, compare);
    let mut swaps = Vec::new();
    for start in 0..count {
        // Each place gives its item to the one that waits for it, until the circle of them closes.
        let mut at = start;
        while let Some(from) = order.get_mut(at).map(|from| std::mem::replace(from, at)).filter(|from| *from != start) {
            swaps.push((at, from));
            at = from;
        }
    }
    swaps
}

/// The positions in the order of their items: runs of 1, 2, 4, … items are merged.
fn positions(count: usize, compare: Compare<'_>) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).gather();
    let mut width = 1;
    while width < count {
        let mut merged = Vec::with_capacity(count);
        for pair in order.chunks(width * 2) {
            let (mut left, mut right) = pair.split_at(width.min(pair.len()));
            while let ([first, lefts @ ..], [second, rights @ ..]) = (left, right) {
                if compare(*first, *second) == Ordering::Greater {
                    merged.push(*second);
                    right = rights;
                } else {
                    merged.push(*first);
                    left = lefts;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        order = merged;
        width *= 2;
    }
    order
}

#[cfg(test)]
mod tests {
    use super::{heaviest, sort_and_dedup, sort_by_key};
    use crate::deal::ItemId;
    use std::cell::Cell;
    use std::cmp::Reverse;

    #[test]
    fn the_heaviest_are_the_first_of_all_sorted_and_each_is_weighed_once() {
        let items: Vec<ItemId> = (0..1000).map(ItemId).collect();
        let weighed = Cell::new(0);
        let weight = |item: ItemId| item.index() * 37 % 101 % 17;
        for most in [0, 1, 7, 40, 999, 1000, 2000] {
            let mut sorted = items.clone();
            sorted.sort_by_key(|item| Reverse(weight(*item)));
            sorted.truncate(most);
            weighed.set(0);
            let found = heaviest(&items, most, &|item| {
                weighed.set(weighed.get() + 1);
                weight(item)
            });
            assert_eq!((found, weighed.get()), (sorted, items.len()));
        }
    }

    #[test]
    fn is_stable_and_takes_out_doubles() {
        let mut words = vec!["bb", "a", "cc", "d", "aa"];
        sort_by_key(&mut words, |word| word.len());
        assert_eq!(words, ["a", "d", "bb", "cc", "aa"]);
        let mut numbers = vec![3, 1, 3, 2, 1];
        sort_and_dedup(&mut numbers);
        assert_eq!(numbers, [1, 2, 3]);
    }

    #[test]
    fn sorts_as_the_standard_library_does() {
        // A walk through the numbers that meets each value several times, in lengths on both sides of a power of two.
        for length in [0, 1, 2, 3, 7, 8, 9, 31, 33, 100, 257] {
            let mut ours: Vec<(usize, usize)> = (0..length).map(|at| (at * 37 % 101 % 17, at)).collect();
            let mut theirs = ours.clone();
            sort_by_key(&mut ours, |(key, _)| *key);
            theirs.sort_by_key(|(key, _)| *key);
            assert_eq!(ours, theirs);
        }
    }
}
