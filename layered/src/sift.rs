//! Each piece goes to the best place of its layer while all others stay. Knots go with their arrows, which are drawn anew.
//!
//! Sifting with both neighbouring layers at once: Matuszewski, Schönfeld, Molitor, "Using sifting for k-layer
//! straightline crossing minimization", Graph Drawing 1999.

use super::crossings::saved_by_change;
use super::effort::Effort;
use super::lists::at;
use super::rows::Rows;
use super::weave::Weave;

/// Sifts every piece once; gives how many crossings that saves.
pub(super) fn all(rows: &mut Rows, weave: &Weave, right: bool, effort: &mut Effort) -> u64 {
    let (mut saved, mut row) = (0, Vec::new());
    for layer in 0..rows.depth() {
        row.clear();
        row.extend_from_slice(rows.layer(layer));
        if !effort.spend(4 * (row.len() * row.len()) as u64) {
            break;
        }
        for vertex in row.iter().filter(|vertex| !weave.is_knot(**vertex)) {
            saved += u64::from(one(rows, weave, *vertex, right).unsigned_abs());
        }
    }
    saved
}

/// Moves one piece, of places that are as good as its own to the farthest on that side; gives how many crossings that
/// saves.
fn one(rows: &mut Rows, weave: &Weave, vertex: u32, right: bool) -> i32 {
    let (place, layer) = (at(&rows.places, vertex), weave.layer(vertex));
    let row = rows.layer(layer);
    let saved = |first: u32, second: u32| {
        saved_by_change(weave.before.list(first), weave.before.list(second), &rows.places)
            + saved_by_change(weave.after.list(first), weave.after.list(second), &rows.places)
    };
    let (mut best, mut goal) = (0, place);
    let mut sum = 0;
    for to in (0..place).rev() {
        sum += saved(at(row, to), vertex);
        if sum > best || (sum == best && !right) {
            (best, goal) = (sum, to);
        }
    }
    sum = 0;
    for to in place + 1..row.len() as u32 {
        sum += saved(vertex, at(row, to));
        if sum > best || (sum == best && right) {
            (best, goal) = (sum, to);
        }
    }
    rows.shift(layer, place, goal);
    best
}
