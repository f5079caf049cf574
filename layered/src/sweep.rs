//! A sweep: each layer is sorted by the middle of what its vertices are tied to in the layer that was sorted before.
//!
//! By the mean, as Sugiyama and others do, or by the median with the bias of Gansner and others: what suits one graph
//! is a dead end in another.

use super::lists::{Lists, at};
use super::rows::Rows;
use super::weave::Weave;

/// Parts of a place that middles are told apart by.
const FINE: u32 = 256;

/// How a sweep sorts.
#[derive(Clone, Copy)]
pub(super) struct Manner {
    /// From the first layer to the last, and not back.
    pub(super) down: bool,
    /// By the median of places and not by their mean.
    pub(super) median: bool,
    /// Equals change places.
    pub(super) turn: bool,
}

/// Sorts all layers.
pub(super) fn sweep(rows: &mut Rows, weave: &Weave, manner: Manner) {
    let depth = rows.depth();
    let ties = if manner.down { &weave.before } else { &weave.after };
    let (mut keys, mut old, mut ends) = (Vec::new(), Vec::new(), Vec::new());
    for step in 0..depth {
        let layer = if manner.down { step } else { depth - 1 - step };
        keys.clear();
        old.clear();
        old.extend_from_slice(rows.layer(layer));
        let last = (old.len() as u32).saturating_sub(1);
        for (place, vertex) in (0..).zip(&old) {
            let list = ties.list(*vertex);
            if !list.is_empty() {
                let rank = if manner.turn { last - place } else { place };
                keys.push(u64::from(middle(list, &rows.places, manner.median, &mut ends)) << 32 | u64::from(rank));
            }
        }
        keys.sort_unstable();
        sort(rows.layer_mut(layer), &old, &keys, ties, manner.turn);
        rows.note(layer);
    }
}

/// Puts the vertices of a layer in the order of their keys; what is tied to nothing keeps its place.
fn sort(layer: &mut [u32], old: &[u32], keys: &[u64], ties: &Lists, turn: bool) {
    let last = (old.len() as u32).saturating_sub(1);
    let mut keys = keys.iter();
    for slot in layer.iter_mut().filter(|vertex| !ties.list(**vertex).is_empty()) {
        if let Some(key) = keys.next() {
            let rank = *key as u32;
            *slot = at(old, if turn { last - rank } else { rank });
        }
    }
}

/// The middle of places, times [`FINE`].
fn middle(ties: &[u32], places: &[u32], by_median: bool, ends: &mut Vec<u32>) -> u32 {
    match ties {
        [tie] => at(places, *tie) * FINE,
        [one, other] => (at(places, *one) + at(places, *other)) * (FINE / 2),
        _ if by_median => {
            ends.clear();
            ends.extend(ties.iter().map(|tie| at(places, *tie)));
            ends.sort_unstable();
            median(ends)
        }
        _ => {
            let sum: u64 = ties.iter().map(|tie| u64::from(at(places, *tie))).sum();
            (sum * u64::from(FINE) / (ties.len() as u64).max(1)) as u32
        }
    }
}

/// Of an even number, between the two in the middle, nearer to the side where the others stand closer together.
fn median(ends: &[u32]) -> u32 {
    let last = (ends.len() as u32).saturating_sub(1);
    let (low, high) = (at(ends, last / 2), at(ends, last.div_ceil(2)));
    let (left, right) = (low - at(ends, 0), at(ends, last) - high);
    if left + right == 0 {
        return (low + high) * (FINE / 2);
    }
    let [low, high, left, right] = [low, high, left, right].map(u64::from);
    ((low * right + high * left) * u64::from(FINE) / (left + right)) as u32
}
