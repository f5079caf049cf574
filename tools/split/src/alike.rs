//! The order in which functions stand: each beside one that is like it, which takes less once it is compressed.
//!
//! What compresses a file tells a copy in fewer bits the nearer it is. That functions can be ordered for it, by the
//! instructions that they share, is known from programs of telephones (Hoag, Lee, Mestre and Pupyrev, “Optimizing Function
//! Layout for Mobile Applications”, LCTES 2023). They halve the program again and again; that was tried, and here the
//! nearest neighbor does better.

use std::collections::{BTreeMap, BTreeSet};

/// So many bytes in a row are compared: mostly an instruction, what it takes, and the one after.
const RUN: usize = 4;

/// A run that stands in more than one in so many functions tells nothing of them.
const COMMON: usize = 4;

/// To every function as many runs are added that no other has: else two that are very short are alike by chance.
const ODD: u64 = 20;

/// The places of these bodies in their new order: the first, and then always the one that shares most runs of bytes with
/// the last, for its own length.
pub(crate) fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let runs: Vec<BTreeSet<&[u8]>> = bodies.iter().map(|body| body.windows(RUN).collect()).collect();
    let mut holders: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
    for (at, own) in runs.iter().enumerate() {
        for run in own {
            holders.entry(run).or_default().push(at);
        }
    }
    holders.retain(|_, all| all.len() > 1 && all.len() <= bodies.len() / COMMON);
    let length = |own: &BTreeSet<&[u8]>| own.iter().filter(|run| holders.contains_key(*run)).count() as u64 + ODD;
    let lengths: Vec<u64> = runs.iter().map(length).collect();

    let mut left: BTreeSet<usize> = (0..bodies.len()).collect();
    let mut order = Vec::with_capacity(bodies.len());
    let mut next = left.pop_first();
    while let Some(last) = next {
        order.push(last);
        let mut shared: BTreeMap<usize, u64> = BTreeMap::new();
        for other in runs.get(last).into_iter().flatten().filter_map(|run| holders.get(run)).flatten() {
            if left.contains(other) {
                *shared.entry(*other).or_default() += 1;
            }
        }
        // By shared ÷ √length, in whole numbers.
        let likeness = |other: usize, shared: u64| (shared * shared, lengths.get(other).copied().unwrap_or(ODD));
        let best = shared.into_iter().max_by(|(a, shared_a), (b, shared_b)| {
            let ((upper_a, lower_a), (upper_b, lower_b)) = (likeness(*a, *shared_a), likeness(*b, *shared_b));
            // Of equals the first one.
            (upper_a * lower_b).cmp(&(upper_b * lower_a)).then(b.cmp(a))
        });
        next = best.map(|(other, _)| other).or_else(|| left.first().copied());
        if let Some(next) = next {
            left.remove(&next);
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn each_stands_beside_the_one_it_is_most_like() {
        let bodies: [&[u8]; 8] =
            [b"abcdefgh", b"12345678", b"stuvwxyz", b"abcdefgX", b"........", b"stuvwxyX", b"1234567X", b"stuvwX"];
        let found = order(&bodies);
        let beside = |a: usize, b: usize| {
            let is_pair = |pair: &[usize]| pair == [a, b] || pair == [b, a];
            found.windows(2).any(is_pair)
        };
        assert!(beside(0, 3) && beside(1, 6) && beside(2, 5), "{found:?}");
        let mut all = found.clone();
        all.sort_unstable();
        assert_eq!(all, (0..bodies.len()).collect::<Vec<_>>(), "each once");
        assert_eq!(found.first(), Some(&0));
    }

    #[test]
    fn what_is_alike_in_nothing_stays_in_its_order() {
        assert_eq!(order(&[]), Vec::<usize>::new());
        assert_eq!(order(&[b"", b"ab", b"abcdef", b"uvwxyz"]), [0, 1, 2, 3]);
    }
}
