//! The layer of each piece: after all that leads to it, and no arrow longer than it has to be.

use super::lists::{Lists, at, put};

/// How often pieces are moved to shorten arrows; each time shortens the sum, so more is never worse, only slower.
const ROUNDS: usize = 16;

/// The layers of pieces whose arrows make no circle.
pub(super) fn of(count: usize, arrows: &[(u32, u32)]) -> Vec<u32> {
    let back: Vec<(u32, u32)> = arrows.iter().map(|(from, to)| (*to, *from)).collect();
    let (out, into) = (Lists::of(count, arrows), Lists::of(count, &back));
    let mut missing: Vec<u32> = (0..count as u32).map(|node| into.list(node).len() as u32).collect();
    let mut sorted: Vec<u32> = (0..count as u32).filter(|node| at(&missing, *node) == 0).collect();
    let mut ranks = vec![0_u32; count];
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
    for round in 0..ROUNDS {
        let mut moved = false;
        let mut tighten = |node: u32| {
            let before = into.list(node).iter().map(|from| at(&ranks, *from) + 1).max();
            let after = out.list(node).iter().map(|to| at(&ranks, *to).saturating_sub(1)).min();
            let (arrows_in, arrows_out) = (into.list(node).len(), out.list(node).len());
            let best = match (before, after) {
                (Some(low), Some(high)) if arrows_out > arrows_in => high.max(low),
                (Some(low), _) if arrows_in > arrows_out => low,
                (None, Some(high)) => high,
                _ => return,
            };
            moved |= best != at(&ranks, node);
            put(&mut ranks, node, best);
        };
        if round % 2 == 0 {
            for node in sorted.iter().rev() {
                tighten(*node);
            }
        } else {
            for node in &sorted {
                tighten(*node);
            }
        }
        if !moved {
            break;
        }
    }
    let first = ranks.iter().min().copied().unwrap_or_default();
    ranks.iter().map(|rank| rank - first).collect()
}
