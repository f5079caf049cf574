//! Where everything stands: across near what it is tied to, in the order of its layer and clear of its neighbours.

use super::Pair;
use super::lists::{Lists, at, put};
use super::weave::Weave;

/// Room between pieces, between an arrow and what it passes, and between layers, in CSS pixels.
const GAP: f64 = 24.0;
const PASSING: f64 = 12.0;
const LAYER_GAP: f64 = 44.0;
/// How often the layers are gone through, there and back.
const ROUNDS: usize = 6;

/// Gives every vertex its middle across, and every layer its band along.
pub(super) fn give(weave: &mut Weave) {
    bands(weave);
    let mut middle = vec![0.0; weave.rooms.len()];
    for layer in &weave.layers {
        settle(weave, &mut middle, layer, &[]);
    }
    for _ in 0..ROUNDS {
        for layer in weave.layers.iter().skip(1) {
            settle(weave, &mut middle, layer, &[&weave.before]);
        }
        for layer in weave.layers.iter().rev().skip(1) {
            settle(weave, &mut middle, layer, &[&weave.after]);
        }
    }
    for layer in &weave.layers {
        settle(weave, &mut middle, layer, &[&weave.before, &weave.after]);
    }
    let rooms = || middle.iter().zip(&weave.rooms);
    let first = rooms().map(|(middle, room)| middle - room.across / 2.0).fold(f64::INFINITY, f64::min);
    let last = rooms().map(|(middle, room)| middle + room.across / 2.0).fold(f64::NEG_INFINITY, f64::max);
    weave.size.across = (last - first).max(0.0);
    for middle in &mut middle {
        *middle -= first;
    }
    weave.middle = middle;
}

/// Layers one after the other, each as thick as its thickest piece. Beside a layer of knots alone, half the room will do.
fn bands(weave: &mut Weave) {
    let (mut along, mut thin) = (0.0, None);
    for layer in &weave.layers {
        let is_thin = layer.iter().all(|vertex| weave.is_knot(*vertex));
        if let Some(before) = thin.replace(is_thin) {
            along += if before || is_thin { LAYER_GAP / 2.0 } else { LAYER_GAP };
        }
        let thickness = layer.iter().map(|vertex| weave.room(*vertex).along).fold(0.0, f64::max);
        weave.bands.push((along, along + thickness));
        along += thickness;
    }
    weave.size.along = along;
}

/// Neighbours that touch: how many, where the row that they stand in would like to begin, and how much that counts.
struct Run {
    length: usize,
    wish: f64,
    weight: f64,
}

/// Puts a layer as near to what its vertices are tied to as their order and size allow: least squares under an order,
/// solved by pooling neighbours that would overlap (Barlow, Bartholomew, Bremner, Brunk, "Statistical inference under
/// order restrictions", 1972).
fn settle(weave: &Weave, middle: &mut [f64], layer: &[u32], ties: &[&Lists]) {
    let mut runs: Vec<Run> = Vec::new();
    let (mut offsets, mut offset, mut last) = (Vec::with_capacity(layer.len()), 0.0, None);
    for vertex in layer.iter().copied() {
        if let Some(last) = last.replace(vertex) {
            let gap = if weave.is_knot(last) || weave.is_knot(vertex) { PASSING } else { GAP };
            offset += f64::midpoint(weave.room(last).across, weave.room(vertex).across) + gap;
        }
        offsets.push(offset);
        let (wish, weight) = wish(weave, middle, vertex, ties);
        runs.push(Run { length: 1, wish: wish - offset, weight });
        while let [.., before, run] = runs.as_mut_slice()
            && before.wish > run.wish
        {
            let weight = before.weight + run.weight;
            before.wish = (before.wish * before.weight + run.wish * run.weight) / weight;
            before.weight = weight;
            before.length += run.length;
            runs.pop();
        }
    }
    let wishes = runs.iter().flat_map(|run| std::iter::repeat_n(run.wish, run.length));
    for ((vertex, offset), wish) in layer.iter().zip(offsets).zip(wishes) {
        put(middle, *vertex, wish + offset);
    }
}

/// Where a vertex would like its middle to be, and how much that counts. Long arrows should be straight first of all,
/// so a tie between knots weighs most (the weights are those of Gansner and others).
fn wish(weave: &Weave, middle: &[f64], vertex: u32, ties: &[&Lists]) -> (f64, f64) {
    let lean = |vertex: u32| (weave.room(vertex).across - weave.extent(vertex).across) / 2.0;
    let (mut sum, mut weight) = (0.0, 0.0);
    for tie in ties.iter().flat_map(|ties| ties.list(vertex)) {
        let weighs = match (weave.is_knot(vertex), weave.is_knot(*tie)) {
            (true, true) => 8.0,
            (false, false) => 1.0,
            _ => 2.0,
        };
        sum += weighs * (at(middle, *tie) - lean(*tie));
        weight += weighs;
    }
    if weight > 0.0 { (sum / weight + lean(vertex), weight) } else { (at(middle, vertex), 0.01) }
}

/// Where the arrow of a knot runs, or the middle of a piece without what stands beside it.
pub(super) fn line(weave: &Weave, vertex: u32) -> f64 {
    weave.start(vertex) + weave.extent(vertex).across / 2.0
}

/// The middle of a band.
pub(super) fn centre(band: (f64, f64), size: Pair) -> f64 {
    (band.0 + band.1 - size.along) / 2.0
}
