//! How many arrows cross between two layers.

use super::lists::at;

/// Counts crossings by adding up a tree of counts: Barth, Mutzel, Jünger, "Simple and efficient bilayer cross
/// counting", Journal of Graph Algorithms and Applications 8(2), 2004.
#[derive(Default)]
pub(super) struct Count {
    /// The crossings so far.
    pub(super) sum: u64,
    tree: Vec<u32>,
    ends: Vec<u32>,
}

impl Count {
    /// Begins with a pair of layers; this is the width of the second.
    pub(super) fn begin(&mut self, width: usize) {
        self.tree.clear();
        self.tree.resize(width.next_power_of_two() * 2, 0);
    }

    /// Adds the next vertex of the first layer, by those that its arrows lead to and their places.
    pub(super) fn add(&mut self, ties: &[u32], places: &[u32]) {
        self.ends.clear();
        self.ends.extend(ties.iter().map(|tie| at(places, *tie)));
        if self.ends.len() > 1 {
            self.ends.sort_unstable();
        }
        for end in &self.ends {
            let mut leaf = *end as usize + self.tree.len() / 2;
            while leaf > 0 {
                if leaf.is_multiple_of(2) && leaf > 1 {
                    self.sum += u64::from(at(&self.tree, leaf as u32 + 1));
                }
                if let Some(sum) = self.tree.get_mut(leaf) {
                    *sum += 1;
                }
                leaf /= 2;
            }
        }
    }
}

/// Crossings between the arrows of two neighbours, by those that they are tied to on one side: as they stand, and if
/// they changed places.
pub(super) fn of_neighbours(first: &[u32], second: &[u32], places: &[u32]) -> (u32, u32) {
    // Knots have one each.
    if let (&[one], &[other]) = (first, second) {
        let (one, other) = (at(places, one), at(places, other));
        return (u32::from(one > other), u32::from(one < other));
    }
    let (mut now, mut then) = (0, 0);
    for one in first {
        let one = at(places, *one);
        for other in second {
            let other = at(places, *other);
            now += u32::from(one > other);
            then += u32::from(one < other);
        }
    }
    (now, then)
}

/// How many of those crossings a change of places saves.
pub(super) fn saved_by_change(first: &[u32], second: &[u32], places: &[u32]) -> i32 {
    let (now, then) = of_neighbours(first, second, places);
    now.cast_signed() - then.cast_signed()
}

#[cfg(test)]
mod tests {
    use super::{Count, of_neighbours, saved_by_change};

    fn count(first: &[&[u32]], places: &[u32]) -> u64 {
        let mut count = Count::default();
        count.begin(places.len());
        for ties in first {
            count.add(ties, places);
        }
        count.sum
    }

    #[test]
    fn every_pair_that_ends_the_other_way_round_is_a_crossing() {
        let places = [0, 1, 2, 3, 4];
        assert_eq!(count(&[&[0], &[1], &[2]], &places), 0);
        assert_eq!(count(&[&[2], &[1], &[0]], &places), 3);
        assert_eq!(count(&[&[1, 3], &[0, 2], &[2, 0]], &places), 7);
        assert_eq!(count(&[&[0, 0, 0]], &places), 0);
        assert_eq!(of_neighbours(&[0, 4], &[1, 2, 4], &places), (2, 3));
        assert_eq!(saved_by_change(&[0, 4], &[1, 2, 4], &places), -1);
    }
}
