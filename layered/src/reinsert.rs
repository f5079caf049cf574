//! Each long arrow is taken out and drawn anew where it crosses least, through all its layers at once.
//!
//! The best way is a shortest path over the gaps between the vertices of each layer. That is how an arrow is put into a
//! planar drawing (Batini, Talamo, Tamassia, "Computer aided layout of entity relationship diagrams", Journal of Systems
//! and Software 4, 1984), with the gaps of layers in the place of faces. What sifting does to one knot it does to all
//! knots of an arrow together, which no step that moves one vertex can.

use super::effort::Effort;
use super::lists::{Lists, at};
use super::rows::Rows;
use super::weave::Weave;

/// What is reused from arrow to arrow.
#[derive(Default)]
pub(super) struct Reinsert {
    /// The best way to each gap of each layer, as [`Reinsert::relax`] packs it; and where the layers begin in it.
    ways: Vec<u64>,
    starts: Vec<u32>,
    /// How crossings between the present gap of a layer and those of the next one change from gap to gap.
    turns: Vec<i32>,
    /// Crossings of the arrow as it is: what crosses more is no better way.
    now: u32,
}

/// A step of an arrow from a layer to the next, and where its end stands now. The pieces at both ends of an arrow stay:
/// where they stand is the only gap.
#[derive(Clone, Copy)]
struct Step {
    first: u32,
    next_place: u32,
    is_first: bool,
    is_last: bool,
    right: bool,
}

impl Step {
    /// To the left of how many gaps of the next layer the end of an arrow is not; none if they end together.
    fn gaps_before(self, end: u32) -> Option<u32> {
        let is_right = u32::from(end > self.next_place);
        (end != self.next_place).then(|| if self.is_last { is_right } else { end + 1 - is_right })
    }
}

impl Reinsert {
    /// Draws every long arrow anew; gives how many crossings that saves. Of ways that are as good, the one farther to the
    /// right is taken if `right` says so.
    pub(super) fn all(&mut self, rows: &mut Rows, weave: &Weave, right: bool, effort: &mut Effort) -> u64 {
        let mut saved = 0;
        for chain in weave.chains.iter().filter(|chain| chain.len() > 2) {
            let width = |vertex: &u32| rows.layer(weave.layer(*vertex)).len() as u64;
            if !effort.spend(chain.iter().map(|vertex| width(vertex) * width(vertex)).sum()) {
                break;
            }
            saved += self.draw(rows, weave, chain, right);
        }
        saved
    }

    fn draw(&mut self, rows: &mut Rows, weave: &Weave, chain: &[u32], right: bool) -> u64 {
        self.now = pairs(chain).map(|(first, second)| crossed(rows, weave, first, second)).sum();
        self.ways.clear();
        self.ways.push(0);
        self.starts.clear();
        for (first, second) in pairs(chain) {
            let (is_first, is_last) = (!weave.is_knot(first), !weave.is_knot(second));
            let layer = weave.layer(first);
            let width = if is_last { 1 } else { rows.layer(layer + 1).len() };
            let step = Step { first, next_place: at(&rows.places, second), is_first, is_last, right };
            self.step(step, rows.layer(layer), width, &weave.after, &rows.places);
        }
        let least = self.ways.last().map_or(self.now, |way| cost(*way));
        let mut gap = 0;
        for (vertex, start) in chain.iter().zip(&self.starts).skip(1).rev() {
            gap = from(at(&self.ways, start + gap), right);
            rows.shift(weave.layer(*vertex), at(&rows.places, *vertex), gap);
        }
        u64::from(self.now.saturating_sub(least))
    }

    /// Goes on from the gaps of a layer to those of the next one.
    fn step(&mut self, step: Step, layer: &[u32], width: usize, after: &Lists, places: &[u32]) {
        let (before, start) = (self.starts.last().map_or(0, |start| *start as usize), self.ways.len());
        self.starts.push(start as u32);
        self.ways.resize(start + width, u64::MAX);
        self.turns.clear();
        self.turns.resize(width + 1, 0);
        // From the left of all, every arrow that ends left of a gap is crossed on the way there.
        for tie in layer.iter().filter(|vertex| **vertex != step.first).flat_map(|vertex| after.list(*vertex)) {
            if let Some(turn) = step.gaps_before(at(places, *tie)).and_then(|gaps| self.turns.get_mut(gaps as usize)) {
                *turn += 1;
            }
        }
        let mut gap = 0;
        for vertex in layer {
            let is_own = *vertex == step.first;
            if is_own == step.is_first {
                self.relax(step, before, gap);
                gap += 1;
            }
            if !is_own {
                self.pass(step, after.list(*vertex), places);
            } else if step.is_first {
                return;
            }
        }
        self.relax(step, before, gap);
    }

    /// The ways through one gap: what each costs, and which gap it comes from, in one number, so that the least is best.
    fn relax(&mut self, step: Step, before: usize, gap: u32) {
        let start = self.starts.last().map_or(0, |start| *start as usize);
        let (old, new) = self.ways.split_at_mut(start);
        let mut sum = cost(at(old, before as u32 + gap));
        if sum > self.now {
            return;
        }
        let from = if step.right { !gap } else { gap };
        for (least, turn) in new.iter_mut().zip(&self.turns) {
            sum = sum.wrapping_add_signed(*turn);
            *least = (*least).min(u64::from(sum) << 32 | u64::from(from));
        }
    }

    /// To the next gap: a vertex, with its arrows, is left of it now.
    fn pass(&mut self, step: Step, ties: &[u32], places: &[u32]) {
        for gaps in ties.iter().filter_map(|tie| step.gaps_before(at(places, *tie))) {
            for (gap, more) in [(0, 1), (gaps as usize, -2)] {
                if let Some(turn) = self.turns.get_mut(gap) {
                    *turn += more;
                }
            }
        }
    }
}

fn cost(way: u64) -> u32 {
    (way >> 32) as u32
}

fn from(way: u64, right: bool) -> u32 {
    if right { !(way as u32) } else { way as u32 }
}

fn pairs(chain: &[u32]) -> impl Iterator<Item = (u32, u32)> {
    chain.iter().copied().zip(chain.iter().copied().skip(1))
}

/// How many arrows an arrow crosses between two layers.
fn crossed(rows: &Rows, weave: &Weave, first: u32, second: u32) -> u32 {
    let (place, next_place) = (at(&rows.places, first), at(&rows.places, second));
    let mut sum = 0;
    for (other, vertex) in (0..).zip(rows.layer(weave.layer(first))) {
        for tie in weave.after.list(*vertex) {
            let end = at(&rows.places, *tie);
            sum += u32::from((other < place && end > next_place) || (other > place && end < next_place));
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::super::Pair;
    use super::super::components::{Component, Thread};
    use super::super::starts::{Walk, begin};
    use super::{Effort, Reinsert, Weave};
    use crate::sift;

    #[test]
    fn what_is_said_to_be_saved_is_saved() {
        for step in [3, 5, 7, 11] {
            // Eighteen pieces in a row, and arrows over some of them.
            let arrow = |from: u32, to: u32| Thread { from, to, label: None };
            let mut arrows: Vec<Thread> = (1..18).map(|to| arrow(to - 1 - (to * step) % to.min(3), to)).collect();
            arrows.extend((2..18).map(|to| arrow((to * step) % (to - 1), to)));
            let component = Component { sizes: vec![Pair::default(); 18], arrows, ..Component::default() };
            let weave = Weave::new(&component);
            let mut rows = begin(&weave, Walk::Down);
            let (mut again, mut effort) = (Reinsert::default(), Effort::of(1 << 40));
            for right in [false, true, false, true] {
                let before = rows.crossings(&weave);
                let saved = again.all(&mut rows, &weave, right, &mut effort);
                assert_eq!(before - saved, rows.crossings(&weave));
                let sifted = sift::all(&mut rows, &weave, right, &mut effort);
                assert_eq!(before - saved - sifted, rows.crossings(&weave));
            }
        }
    }
}
