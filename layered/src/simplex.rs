//! The layers for which all arrows together are shortest.
//!
//! The network simplex method as Gansner, Koutsofios, North and Vo use it ("A technique for drawing directed graphs",
//! IEEE Transactions on Software Engineering 19(3), 1993): a tree of arrows that are as short as can be holds all layers;
//! a tree arrow that more arrows pull apart than together is exchanged for another, until there is none.

use super::effort::Effort;
use super::lists::{Lists, at, put};
use super::tight;
use super::tree::Tree;

/// Of how many tree arrows that could be exchanged the best one is.
const CHOICE: usize = 24;
/// So many pieces are looked at at most: far more than five thousand need. Layers are right after each exchange.
const EFFORT: u64 = 100_000_000;

/// Arrows from each piece, and to each.
pub(super) struct Ties {
    pub(super) out: Lists,
    pub(super) into: Lists,
}

/// Moves pieces between layers, from layers that are right to the best ones.
pub(super) fn shorten(ranks: &mut [i32], ties: &Ties) {
    let count = ranks.len() as u32;
    let pulls: Vec<i32> = (0..count)
        .map(|node| {
            (ties.out.list(node).len() as u32).cast_signed() - (ties.into.list(node).len() as u32).cast_signed()
        })
        .collect();
    let mut tree = Tree::of(&tight::tree(ranks, ties), pulls, ranks);
    let mut next = 0;
    let mut effort = Effort::of(EFFORT);
    while effort.spend(std::mem::take(&mut tree.work) + 1) {
        let Some(leaves) = leaving(&tree, count, &mut next) else { break };
        let Some((inside, outside, slack)) = entering(&tree, leaves, ranks, ties) else { break };
        move_side(&tree, leaves, ranks, slack);
        tree.exchange(leaves, inside, outside);
    }
}

/// A piece whose arrow in the tree has to go, from where the last search ended.
fn leaving(tree: &Tree, count: u32, next: &mut u32) -> Option<u32> {
    let (mut best, mut seen) = (None, 0);
    for _ in 0..count {
        *next = if *next + 1 < count { *next + 1 } else { 0 };
        let cut = tree.cut(*next);
        if cut < 0 {
            seen += 1;
            if best.is_none_or(|(least, _)| cut < least) {
                best = Some((cut, *next));
            }
            if seen == CHOICE {
                break;
            }
        }
    }
    best.map(|(_, node)| node)
}

/// The shortest arrow that ties the two sides of the tree in the other direction: its end inside of the branch, its
/// end outside, and how much longer it is than it must be.
fn entering(tree: &Tree, branch: u32, ranks: &[i32], ties: &Ties) -> Option<(u32, u32, i32)> {
    let is_small = tree.is_small(branch);
    // Arrows into the branch if its own leads out of it; seen from the smaller side of the two.
    let lists = if tree.leads_up(branch) == is_small { &ties.into } else { &ties.out };
    let mut best: Option<(u32, u32, i32)> = None;
    for part in tree.side(branch, is_small) {
        for near in part {
            for far in lists.list(*near) {
                if tree.is_within(*far, branch) == is_small {
                    continue;
                }
                let slack = (at(ranks, *near) - at(ranks, *far)).abs() - 1;
                if best.is_none_or(|(_, _, least)| slack < least) {
                    best = Some(if is_small { (*near, *far, slack) } else { (*far, *near, slack) });
                    if slack == 0 {
                        return best;
                    }
                }
            }
        }
    }
    best
}

/// Moves one side of the tree so that the entering arrow is as short as can be.
fn move_side(tree: &Tree, branch: u32, ranks: &mut [i32], slack: i32) {
    let is_small = tree.is_small(branch);
    let step = if tree.leads_up(branch) == is_small { -slack } else { slack };
    if step != 0 {
        for part in tree.side(branch, is_small) {
            for node in part {
                let rank = at(ranks, *node) + step;
                put(ranks, *node, rank);
            }
        }
    }
}
