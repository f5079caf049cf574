//! The layer of each piece: after all that leads to it, and all arrows together as short as they can be.

use super::lists::{Lists, at, put};
use super::simplex::{self, Ties};

/// The layers of pieces whose arrows make no circle.
pub(super) fn of(count: usize, arrows: &[(u32, u32)]) -> Vec<u32> {
    let back: Vec<(u32, u32)> = arrows.iter().map(|(from, to)| (*to, *from)).collect();
    let (out, into) = (Lists::of(count, arrows), Lists::of(count, &back));
    let mut missing: Vec<u32> = (0..count as u32).map(|node| into.list(node).len() as u32).collect();
    let mut sorted: Vec<u32> = (0..count as u32).filter(|node| at(&missing, *node) == 0).collect();
    let mut ranks = vec![0_i32; count];
    let mut next = 0;
    while let Some(node) = sorted.get(next).copied() {
        next += 1;
        for to in out.list(node) {
            let rank = at(&ranks, *to).max(at(&ranks, node) + 1);
            put(&mut ranks, *to, rank);
            let left = at(&missing, *to).saturating_sub(1);
            put(&mut missing, *to, left);
            if left == 0 {
                sorted.push(*to);
            }
        }
    }
    let ties = Ties { out, into };
    simplex::shorten(&mut ranks, &ties);
    spread(&mut ranks, &ties);
    let first = ranks.iter().min().copied().unwrap_or_default();
    ranks.iter().map(|rank| rank.abs_diff(first)).collect()
}

/// Pieces that can move without making arrows longer in all go to the emptiest of the layers that they can stand in.
fn spread(ranks: &mut [i32], ties: &Ties) {
    let first = ranks.iter().min().copied().unwrap_or_default();
    let depth = ranks.iter().max().map_or(0, |last| last.abs_diff(first) + 1);
    let mut crowd = vec![0_u32; depth as usize];
    for rank in ranks.iter() {
        let layer = rank.abs_diff(first);
        let more = at(&crowd, layer) + 1;
        put(&mut crowd, layer, more);
    }
    for node in 0..ranks.len() as u32 {
        let (before, after) = (ties.into.list(node), ties.out.list(node));
        if before.len() != after.len() {
            continue;
        }
        let rank = at(ranks, node);
        let low = before.iter().map(|from| at(ranks, *from) + 1).max().unwrap_or(rank);
        let high = after.iter().map(|to| at(ranks, *to) - 1).min().unwrap_or(rank);
        let crowd_at = |rank: i32| at(&crowd, rank.abs_diff(first));
        let mut best = rank;
        for rank in low..=high {
            if crowd_at(rank) + 1 < crowd_at(best) + u32::from(best != at(ranks, node)) {
                best = rank;
            }
        }
        if best != rank {
            for (layer, more) in [(rank, u32::MAX), (best, 1)] {
                let layer = layer.abs_diff(first);
                let crowd_now = at(&crowd, layer).wrapping_add(more);
                put(&mut crowd, layer, crowd_now);
            }
            put(ranks, node, best);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    /// The least length in all that layers can give, by trying every one.
    fn least(count: usize, arrows: &[(u32, u32)]) -> u32 {
        let layers = |code: usize| move |node: u32| (code / count.pow(node)) % count;
        let length = |code: usize| {
            let spans = arrows.iter().map(|(from, to)| layers(code)(*to).checked_sub(layers(code)(*from)));
            spans.map(|span| span.filter(|span| *span > 0)).sum::<Option<usize>>()
        };
        (0..count.pow(count as u32)).filter_map(length).min().unwrap_or_default() as u32
    }

    #[test]
    fn arrows_are_as_short_in_all_as_they_can_be() {
        // All connected graphs without circles on five pieces, each arrow once.
        let pairs: Vec<(u32, u32)> = (0..5).flat_map(|from| (from + 1..5).map(move |to| (from, to))).collect();
        for code in (0..1_u32 << pairs.len()).step_by(7) {
            let arrows: Vec<(u32, u32)> =
                (0..).zip(&pairs).filter(|(bit, _)| code >> bit & 1 == 1).map(|(_, pair)| *pair).collect();
            let mut reached = 1_u32;
            for _ in 0..5 {
                for (from, to) in &arrows {
                    if reached >> from & 1 == 1 || reached >> to & 1 == 1 {
                        reached |= 1 << from | 1 << to;
                    }
                }
            }
            if reached == 31 {
                let ranks = of(5, &arrows);
                let spans = arrows.iter().map(|(from, to)| {
                    let [from, to] = [from, to].map(|node| ranks.get(*node as usize).copied().unwrap_or_default());
                    to.saturating_sub(from)
                });
                assert!(spans.clone().all(|span| span > 0), "{arrows:?}: {ranks:?}");
                assert_eq!(spans.sum::<u32>(), least(5, &arrows), "{arrows:?}: {ranks:?}");
            }
        }
    }
}
