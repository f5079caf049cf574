//! First orders, of which the later ones are improved: what hangs together stands together.

use super::lists::{at, put};
use super::rows::Rows;
use super::weave::Weave;
use std::collections::VecDeque;

/// How the first order comes about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Walk {
    /// Depth first, along arrows and against them.
    Deep,
    /// Breadth first, from where nothing leads to.
    Down,
    /// Breadth first, from where nothing leads on.
    Up,
}

/// The order in which a walk finds the vertices of each layer.
pub(super) fn begin(weave: &Weave, walk: Walk) -> Rows {
    let mut layers: Vec<Vec<u32>> = vec![Vec::new(); weave.layers.len()];
    let count = weave.rooms.len() as u32;
    let mut seen = vec![false; count as usize];
    let ends = if walk == Walk::Up { &weave.after } else { &weave.before };
    let mut waiting = VecDeque::new();
    let mut find = |root: u32| {
        waiting.push_back(root);
        while let Some(vertex) = if walk == Walk::Deep { waiting.pop_back() } else { waiting.pop_front() } {
            if at(&seen, vertex) {
                continue;
            }
            put(&mut seen, vertex, true);
            if let Some(layer) = layers.get_mut(weave.layer(vertex) as usize) {
                layer.push(vertex);
            }
            match walk {
                Walk::Deep => {
                    waiting.extend(weave.before.list(vertex).iter().rev());
                    waiting.extend(weave.after.list(vertex).iter().rev());
                }
                Walk::Down => waiting.extend(weave.after.list(vertex)),
                Walk::Up => waiting.extend(weave.before.list(vertex)),
            }
        }
    };
    for root in (0..count).filter(|vertex| ends.list(*vertex).is_empty()) {
        find(root);
    }
    for root in 0..count {
        find(root);
    }
    Rows::of(&layers)
}
