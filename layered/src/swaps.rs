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
    let ties = |vertex: u32| (weave.before.list(vertex), weave.after.list(vertex));
    let (row, places) = rows.layer_and_places(layer);
    let mut slots = row.iter_mut();
    let Some(mut slot) = slots.next() else { return (0, false) };
    // The first of two neighbours, which goes on to the next one if they change places.
    let mut first = *slot;
    let (mut before, mut after) = ties(first);
    for next in slots {
        let second = *next;
        let (second_before, second_after) = ties(second);
        let on_one_side = of_neighbours(before, second_before, places);
        let on_other_side = of_neighbours(after, second_after, places);
        let (now, then) = (on_one_side.0 + on_other_side.0, on_one_side.1 + on_other_side.1);
        if then < now || (equals && then == now && now > 0) {
            *slot = second;
            saved += u64::from(now - then);
            has_changed = true;
        } else {
            *slot = first;
            (first, before, after) = (second, second_before, second_after);
        }
        slot = next;
    }
    *slot = first;
    if has_changed {
        rows.note(layer);
    }
    (saved, has_changed)
}
