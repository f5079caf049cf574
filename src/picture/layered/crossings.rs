//! How many arrows cross between two layers.

use super::lists::at;

/// The crossings of arrows that run from one layer to the next: `ends` are the places where they end, in the order in
/// which they begin (and of those that begin together, in the order in which they end). Adds up a tree of counts:
/// Barth, Mutzel, Jünger, "Simple and efficient bilayer cross counting", J. Graph Algorithms Appl. 8(2), 2004.
pub(super) fn count(ends: &[u32], width: usize, tree: &mut Vec<u32>) -> u64 {
    let base = width.next_power_of_two();
    tree.clear();
    tree.resize(base * 2, 0);
    let mut crossings = 0;
    for end in ends {
        let mut leaf = *end as usize + base;
        while leaf > 0 {
            if leaf.is_multiple_of(2) && leaf > 1 {
                crossings += u64::from(at(tree, leaf as u32 + 1));
            }
            if let Some(sum) = tree.get_mut(leaf) {
                *sum += 1;
            }
            leaf /= 2;
        }
    }
    crossings
}

/// Crossings between the arrows of two neighbours, whose other ends stand at these places, each in order: as they
/// stand, and if they changed places.
pub(super) fn of_neighbours(first: &[u32], second: &[u32]) -> (u32, u32) {
    let (mut as_is, mut changed) = (0, 0);
    for one in first {
        as_is += second.partition_point(|other| other < one) as u32;
        changed += (second.len() - second.partition_point(|other| other <= one)) as u32;
    }
    (as_is, changed)
}

#[cfg(test)]
mod tests {
    use super::{count, of_neighbours};

    #[test]
    fn every_pair_that_ends_the_other_way_round_is_a_crossing() {
        let mut tree = Vec::new();
        assert_eq!(count(&[0, 1, 2], 3, &mut tree), 0);
        assert_eq!(count(&[2, 1, 0], 3, &mut tree), 3);
        assert_eq!(count(&[1, 3, 0, 2, 2, 0], 4, &mut tree), 8);
        assert_eq!(count(&[0, 0, 0], 1, &mut tree), 0);
        assert_eq!(of_neighbours(&[0, 4], &[1, 2, 4]), (2, 3));
    }
}
