//! A first tree of arrows that are as short as can be.

use super::lists::{at, put};
use super::simplex::Ties;
use std::collections::VecDeque;

/// Moves parts together until one tree of such arrows holds all pieces, which are connected; gives its arrows. A part
/// moves along the arrow out of it that lacks least, so no other becomes too short.
pub(super) fn tree(ranks: &mut [i32], ties: &Ties) -> Vec<(u32, u32)> {
    let count = ranks.len() as u32;
    let mut home: Vec<u32> = (0..count).collect();
    let mut parts: Vec<Vec<u32>> = (0..count).map(|node| vec![node]).collect();
    let mut waiting: VecDeque<u32> = (0..count).collect();
    let mut tree = Vec::with_capacity(ranks.len());
    while let Some(part) = waiting.pop_front() {
        let members = parts.get_mut(part as usize).map(std::mem::take).unwrap_or_default();
        let Some((near, far, step)) = nearest(&members, part, &home, ranks, ties) else { continue };
        for node in &members {
            let rank = at(ranks, *node) + step;
            put(ranks, *node, rank);
        }
        tree.push((near, far));
        let other = at(&home, far);
        let others = parts.get_mut(other as usize).map(std::mem::take).unwrap_or_default();
        // The smaller one takes the name of the larger one, which waits already, or again.
        let (name, mut large, small) =
            if members.len() > others.len() { (part, members, others) } else { (other, others, members) };
        for node in &small {
            put(&mut home, *node, name);
        }
        large.extend(small);
        put(&mut parts, name, large);
        if name == part {
            waiting.push_back(part);
        }
    }
    tree
}

/// The arrow out of a part that lacks least: its end in it, its other end, and how the part has to move.
fn nearest(members: &[u32], part: u32, home: &[u32], ranks: &[i32], ties: &Ties) -> Option<(u32, u32, i32)> {
    let mut best: Option<(u32, u32, i32)> = None;
    for near in members {
        for (lists, least) in [(&ties.out, 1), (&ties.into, -1)] {
            for far in lists.list(*near) {
                let step = at(ranks, *far) - at(ranks, *near) - least;
                if at(home, *far) != part && best.is_none_or(|(.., best)| step.abs() < best.abs()) {
                    best = Some((*near, *far, step));
                    if step == 0 {
                        return best;
                    }
                }
            }
        }
    }
    best
}
