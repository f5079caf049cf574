//! The way of each arrow: straight between layers, and in its own room through those that it passes.

use super::Pair;
use super::components::Component;
use super::lists::{at, put};
use super::places::{centre, line};
use super::weave::{BESIDE, LOOP, Weave};

/// Words on the way: their corner, their size, and their layer.
pub(super) type Words = (Pair, Pair, u32);

/// Where the arrows of a component leave and reach their pieces.
pub(super) struct Routes<'a> {
    weave: &'a Weave,
    component: &'a Component,
    /// Across, of each arrow: where its chain begins, and where it ends.
    ports: Vec<(f64, f64)>,
}

impl<'a> Routes<'a> {
    /// Arrows that leave a piece on one side are spread over it, in the order in which they go on.
    pub(super) fn new(weave: &'a Weave, component: &'a Component) -> Self {
        let mut ports = vec![(0.0, 0.0); weave.chains.len()];
        for begins in [true, false] {
            let mut ends: Vec<(u32, f64, u32)> = Vec::new();
            for (name, chain) in (0..).zip(&weave.chains) {
                let (end, next) =
                    if begins { (chain.first(), chain.get(1)) } else { (chain.last(), chain.iter().rev().nth(1)) };
                ends.extend(end.zip(next).map(|(end, next)| (*end, line(weave, *next), name)));
            }
            ends.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
            for group in ends.chunk_by(|a, b| a.0 == b.0) {
                for (place, (piece, _, name)) in group.iter().enumerate() {
                    let share = (place + 1) as f64 / (group.len() + 1) as f64;
                    let port = weave.start(*piece) + weave.extent(*piece).across * share;
                    let (begin, end) = at(&ports, *name);
                    put(&mut ports, *name, if begins { (port, end) } else { (begin, port) });
                }
            }
        }
        Self { weave, component, ports }
    }

    /// The points of an arrow, in its own direction, and its words.
    pub(super) fn of(&self, name: usize) -> (Vec<Pair>, Option<Words>) {
        let label = self.component.arrows.get(name).and_then(|arrow| arrow.label);
        match self.weave.chains.get(name).map(Vec::as_slice) {
            None | Some([]) => (Vec::new(), None),
            Some([piece]) => self.round(*piece, name as u32, label),
            Some(chain) => {
                let mut points = self.through(chain, at(&self.ports, name as u32));
                if at(&self.weave.turned, name as u32) {
                    points.reverse();
                }
                let words = at(&self.weave.words, name as u32).zip(label).map(|(knot, size)| {
                    let along = centre(self.weave.band(knot), size);
                    (Pair { along, across: self.weave.start(knot) + BESIDE }, size, self.weave.layer(knot))
                });
                (points, words)
            }
        }
    }

    fn through(&self, chain: &[u32], (first, last): (f64, f64)) -> Vec<Pair> {
        let mut points: Vec<Pair> = Vec::new();
        let end = chain.len() - 1;
        for (place, vertex) in chain.iter().copied().enumerate() {
            let (mut start, mut stop) = self.weave.band(vertex);
            let across = match place {
                0 => first,
                _ if place == end => last,
                _ => line(self.weave, vertex),
            };
            // From border to border; what is thinner than its layer stands in the middle of it.
            if place == 0 {
                start = self.weave.corner(vertex).along + self.weave.extent(vertex).along;
            } else if place == end {
                stop = self.weave.corner(vertex).along;
            }
            points.extend([Pair { along: start, across }, Pair { along: stop, across }]);
        }
        points.dedup();
        points
    }

    /// From a piece to itself, beside it.
    fn round(&self, piece: u32, name: u32, label: Option<Pair>) -> (Vec<Pair>, Option<Words>) {
        let (corner, size) = (self.weave.corner(piece), self.weave.extent(piece));
        let beside = corner.across + at(&self.weave.beside, name);
        let [leaves, comes] = [1.0, 2.0].map(|third| corner.along + size.along * third / 3.0);
        let (border, reach) = (corner.across + size.across, beside + LOOP / 2.0);
        let points = [(leaves, border), (leaves, reach), (comes, reach), (comes, border)];
        let points = points.map(|(along, across)| Pair { along, across }).to_vec();
        let words = label.map(|label| {
            let along = centre(self.weave.band(piece), label);
            (Pair { along, across: beside + LOOP }, label, self.weave.layer(piece))
        });
        (points, words)
    }
}
