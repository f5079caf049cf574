//! Neighbours change places where fewer arrows cross then: "transpose" of Gansner and others (1993).

use super::crossings::of_neighbours;
use super::effort::Effort;
use super::lists::{at, put};
use super::rows::Rows;
use super::weave::Weave;

/// Lets neighbours change places until it helps no more; gives how many crossings that saves. Where it makes no
/// difference to arrows that cross, they change too if `equals` says so, which opens other ways.
pub(super) fn settle(rows: &mut Rows, weave: &Weave, equals: bool, effort: &mut Effort) -> u64 {
    let depth = rows.depth();
    let mut fresh = vec![true; depth as usize];
    let (mut sum, mut goes_on) = (0, true);
    while goes_on {
        let before = sum;
        for layer in 0..depth {
            if !at(&fresh, layer) || !effort.spend(4 * rows.layer(layer).len() as u64) {
                continue;
            }
            put(&mut fresh, layer, false);
            let (saved, has_changed) = pass(rows, weave, layer, equals);
            sum += saved;
            if has_changed {
                for near in layer.saturating_sub(1)..=layer + 1 {
                    put(&mut fresh, near, true);
                }
            }
        }
        goes_on = sum > before;
    }
    sum
}

/// Goes through one layer; how many crossings that saves, and whether any changed places.
fn pass(rows: &mut Rows, weave: &Weave, layer: u32, equals: bool) -> (u64, bool) {
    let (mut saved, mut has_changed) = (0, false);
    for place in 1..rows.layer(layer).len() as u32 {
        let row = rows.layer(layer);
        let (first, second) = (at(row, place - 1), at(row, place));
        let sides = [&weave.before, &weave.after];
        let [before, after] = sides.map(|ties| of_neighbours(ties.list(first), ties.list(second), &rows.places));
        let (now, then) = (before.0 + after.0, before.1 + after.1);
        if then < now || (equals && then == now && now > 0) {
            let row = rows.layer_mut(layer);
            put(row, place - 1, second);
            put(row, place, first);
            put(&mut rows.places, second, place - 1);
            put(&mut rows.places, first, place);
            saved += u64::from(now - then);
            has_changed = true;
        }
    }
    (saved, has_changed)
}
