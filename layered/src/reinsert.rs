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
    /// Crossings from the beginning up to each gap of a layer; and of the next one.
    costs: Vec<u32>,
    next: Vec<u32>,
    /// Crossings from the present gap of a layer to each gap of the next one.
    row: Vec<u32>,
    /// Of each gap of each layer the best gap in the layer before, and where the layers begin in it.
    from: Vec<u32>,
    starts: Vec<u32>,
    /// Crossings of the arrow as it is.
    now: u32,
}

/// A step of an arrow from a layer to the next, and where its ends stand now. The pieces at both ends of an arrow stay:
/// where they stand is the only gap.
#[derive(Clone, Copy)]
struct Step {
    first: u32,
    place: u32,
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
        self.costs.clear();
        self.costs.push(0);
        self.from.clear();
        self.starts.clear();
        self.now = 0;
        for pair in chain.windows(2) {
            let &[first, second] = pair else { continue };
            let (place, next_place) = (at(&rows.places, first), at(&rows.places, second));
            let (is_first, is_last) = (!weave.is_knot(first), !weave.is_knot(second));
            let layer = weave.layer(first);
            let width = if is_last { 1 } else { rows.layer(layer + 1).len() };
            let step = Step { first, place, next_place, is_first, is_last, right };
            self.step(step, rows.layer(layer), width, &weave.after, &rows.places);
            std::mem::swap(&mut self.costs, &mut self.next);
        }
        let mut gap = 0;
        for (vertex, start) in chain.iter().zip(&self.starts).skip(1).rev() {
            gap = at(&self.from, start + gap);
            rows.shift(weave.layer(*vertex), at(&rows.places, *vertex), gap);
        }
        u64::from(self.now.saturating_sub(at(&self.costs, 0)))
    }

    /// Goes on from the gaps of a layer to those of the next one.
    fn step(&mut self, step: Step, layer: &[u32], width: usize, after: &Lists, places: &[u32]) {
        self.next.clear();
        self.next.resize(width, u32::MAX);
        self.starts.push(self.from.len() as u32);
        self.from.resize(self.from.len() + width, 0);
        self.row.clear();
        self.row.resize(width, 0);
        // From the left of all, every arrow that ends left of a gap is crossed on the way there.
        for tie in layer.iter().filter(|vertex| **vertex != step.first).flat_map(|vertex| after.list(*vertex)) {
            if let Some(crossed) = step.gaps_before(at(places, *tie)).and_then(|gap| self.row.get_mut(gap as usize)) {
                *crossed += 1;
            }
        }
        let mut sum = 0;
        for crossed in &mut self.row {
            sum += *crossed;
            *crossed = sum;
        }
        let mut gap = 0;
        for vertex in layer {
            let is_own = *vertex == step.first;
            if is_own == step.is_first {
                self.relax(step, gap);
                gap += 1;
            }
            if !is_own {
                self.pass(step, after.list(*vertex), places);
            } else if step.is_first {
                return;
            }
        }
        self.relax(step, gap);
    }

    /// The ways through one gap.
    fn relax(&mut self, step: Step, gap: u32) {
        if step.is_first || gap == step.place {
            self.now += at(&self.row, if step.is_last { 0 } else { step.next_place });
        }
        let cost = at(&self.costs, gap);
        let start = self.starts.last().copied().unwrap_or_default() as usize;
        let from = self.from.get_mut(start..).unwrap_or_default();
        for ((least, from), crossed) in self.next.iter_mut().zip(from).zip(&self.row) {
            let sum = cost + crossed;
            if sum < *least || (step.right && sum == *least) {
                (*least, *from) = (sum, gap);
            }
        }
    }

    /// To the next gap: a vertex, with its arrows, is left of it now.
    fn pass(&mut self, step: Step, ties: &[u32], places: &[u32]) {
        for gaps in ties.iter().filter_map(|tie| step.gaps_before(at(places, *tie))) {
            let gaps = (gaps as usize).min(self.row.len());
            let (before, behind) = self.row.split_at_mut(gaps);
            for crossed in before {
                *crossed += 1;
            }
            for crossed in behind {
                *crossed -= 1;
            }
        }
    }
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
