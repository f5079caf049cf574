//! The order of each layer, so that few arrows cross.
//!
//! Each vertex goes to the middle of those it is tied to in the layer before or after, in turns; then neighbours change
//! places where that alone takes crossings away (Gansner, Koutsofios, North, Vo, "A technique for drawing directed
//! graphs", IEEE Transactions on Software Engineering 19(3), 1993). The best order of all that were seen is kept.

use super::crossings;
use super::lists::{Lists, at, put};
use super::weave::Weave;

/// How often all layers are ordered anew at most, how often without finding a better order, and how often neighbours
/// may change places in between.
const ROUNDS: usize = 64;
const PATIENCE: usize = 12;
const CHANGES: usize = 16;
/// So many vertices may be looked at in all: large drawings get fewer rounds, but never fewer than [`FEWEST`].
const EFFORT: usize = 2_000_000;
const FEWEST: usize = 8;

/// Gives every layer its order.
pub(super) fn settle(weave: &mut Weave) {
    weave.layers = begin(weave);
    let mut places = vec![0_u32; weave.rooms.len()];
    for layer in &weave.layers {
        note(&mut places, layer);
    }
    let mut best = (crossing(weave, &weave.layers, &places), weave.layers.clone());
    let (mut layers, mut idle) = (weave.layers.clone(), 0);
    for round in 0..(EFFORT / places.len().max(1)).clamp(FEWEST, ROUNDS) {
        if best.0 == 0 || idle > PATIENCE {
            break;
        }
        let down = round % 2 == 0;
        let ties = if down { &weave.before } else { &weave.after };
        let numbers: Vec<usize> = if down { (0..layers.len()).collect() } else { (0..layers.len()).rev().collect() };
        for number in numbers {
            if let Some(layer) = layers.get_mut(number) {
                gather(layer, ties, &places, Manner::of(round));
                note(&mut places, layer);
            }
        }
        for _ in 0..CHANGES {
            let mut better = false;
            for layer in &mut layers {
                better |= change_places(layer, weave, &mut places);
            }
            if !better {
                break;
            }
        }
        let crossings = crossing(weave, &layers, &places);
        idle += 1;
        if crossings < best.0 {
            best = (crossings, layers.clone());
            idle = 0;
        }
    }
    weave.layers = best.1;
}

fn note(places: &mut [u32], layer: &[u32]) {
    for (place, vertex) in (0..).zip(layer) {
        put(places, *vertex, place);
    }
}

/// The first order: as a walk from piece to piece finds them, so that what hangs together stands together.
fn begin(weave: &Weave) -> Vec<Vec<u32>> {
    let mut layers: Vec<Vec<u32>> = vec![Vec::new(); weave.layers.len()];
    let count = weave.rooms.len() as u32;
    let mut seen = vec![false; count as usize];
    let sources = (0..count).filter(|vertex| weave.before.list(*vertex).is_empty());
    for root in sources.chain(0..count) {
        let mut waiting = vec![root];
        while let Some(vertex) = waiting.pop() {
            if at(&seen, vertex) {
                continue;
            }
            put(&mut seen, vertex, true);
            if let Some(layer) = layers.get_mut(weave.layer(vertex) as usize) {
                layer.push(vertex);
            }
            waiting.extend(weave.before.list(vertex).iter().rev());
            waiting.extend(weave.after.list(vertex).iter().rev());
        }
    }
    layers
}

/// How a round sorts: what suits one graph is a dead end in another.
#[derive(Clone, Copy)]
struct Manner {
    /// By the median of places and not by their mean.
    median: bool,
    /// Equals change places.
    turn: bool,
}

impl Manner {
    fn of(round: usize) -> Self {
        Self { median: round % 8 < 4, turn: round % 4 > 1 }
    }
}

/// Sorts a layer by the middle of what its vertices are tied to. What is tied to nothing keeps its place.
fn gather(layer: &mut [u32], ties: &Lists, places: &[u32], manner: Manner) {
    let mut ends: Vec<u32> = Vec::new();
    let mut middle = |vertex: u32| {
        ends.clear();
        ends.extend(ties.list(vertex).iter().map(|tie| at(places, *tie)));
        if manner.median { median(&mut ends) } else { mean(&ends) }
    };
    let mut tied: Vec<(f64, u32)> = layer.iter().filter_map(|vertex| Some((middle(*vertex)?, *vertex))).collect();
    if manner.turn {
        tied.reverse();
    }
    tied.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut tied = tied.into_iter();
    for slot in layer.iter_mut().filter(|vertex| !ties.list(**vertex).is_empty()) {
        *slot = tied.next().map_or(*slot, |(_, vertex)| vertex);
    }
}

fn mean(ends: &[u32]) -> Option<f64> {
    let sum: f64 = ends.iter().map(|end| f64::from(*end)).sum();
    (!ends.is_empty()).then(|| sum / ends.len() as f64)
}

/// Of an even number, between the two in the middle, nearer to the side where the others stand closer together.
fn median(ends: &mut [u32]) -> Option<f64> {
    ends.sort_unstable();
    let last = ends.len().checked_sub(1)? as u32;
    let place = |index: u32| f64::from(at(ends, index));
    let (low, high) = (place(last / 2), place(last.div_ceil(2)));
    let (left, right) = (low - place(0), place(last) - high);
    let even = low + (high - low) / 2.0;
    Some(if left + right > 0.0 { (low * right + high * left) / (left + right) } else { even })
}

/// Lets neighbours change places where fewer arrows cross then; whether any did.
fn change_places(layer: &mut [u32], weave: &Weave, places: &mut [u32]) -> bool {
    let ends = |vertex: u32, places: &[u32]| {
        [&weave.before, &weave.after].map(|ties| {
            let mut ends: Vec<u32> = ties.list(vertex).iter().map(|tie| at(places, *tie)).collect();
            ends.sort_unstable();
            ends
        })
    };
    let mut better = false;
    let mut left = layer.first().map(|vertex| ends(*vertex, places)).unwrap_or_default();
    for place in 1..layer.len() {
        let (Some(first), Some(second)) = (layer.get(place - 1).copied(), layer.get(place).copied()) else { break };
        let right = ends(second, places);
        let (mut as_is, mut changed) = (0, 0);
        for (one, other) in left.iter().zip(&right) {
            let (now, then) = crossings::of_neighbours(one, other);
            as_is += now;
            changed += then;
        }
        if changed < as_is {
            layer.swap(place - 1, place);
            put(places, second, place as u32 - 1);
            put(places, first, place as u32);
            better = true;
        } else {
            left = right;
        }
    }
    better
}

/// How many arrows cross in all.
fn crossing(weave: &Weave, layers: &[Vec<u32>], places: &[u32]) -> u64 {
    let (mut ends, mut tree, mut sum) = (Vec::new(), Vec::new(), 0);
    for pair in layers.windows(2) {
        let [one, next] = pair else { continue };
        ends.clear();
        for vertex in one {
            let from = ends.len();
            ends.extend(weave.after.list(*vertex).iter().map(|tie| at(places, *tie)));
            if let Some(own) = ends.get_mut(from..) {
                own.sort_unstable();
            }
        }
        sum += crossings::count(&ends, next.len(), &mut tree);
    }
    sum
}
