//! Layers of pieces and knots: an arrow that passes a layer, or has words, is knotted there, so that it has its own room.

use super::components::Component;
use super::lists::{Lists, at};
use super::places::centre;
use super::{Pair, circles, ranks};

/// Room that a piece takes beside it for an arrow that leads from it to itself.
pub(super) const LOOP: f64 = 20.0;
/// Room between an arrow and its words.
pub(super) const BESIDE: f64 = 6.0;

/// The layers, and what is known of each vertex: first the pieces, then the knots.
#[derive(Debug, Default)]
pub(super) struct Weave {
    /// How many of the vertices are pieces.
    pub(super) pieces: u32,
    /// The vertices of each layer, in their order.
    pub(super) layers: Vec<Vec<u32>>,
    pub(super) layer_of: Vec<u32>,
    /// The room that a vertex takes. Of a piece it holds the loops beside it; of a knot, words.
    pub(super) rooms: Vec<Pair>,
    /// The vertices of each arrow, from the earlier layer to the later one; of a loop, its piece alone.
    pub(super) chains: Vec<Vec<u32>>,
    /// Of each arrow, whether its chain runs against it.
    pub(super) turned: Vec<bool>,
    /// The knot that keeps room for the words of an arrow.
    pub(super) words: Vec<Option<u32>>,
    /// Of a loop, where its room begins, counted from that of its piece.
    pub(super) beside: Vec<f64>,
    /// Vertices in the layer before and after, once for every arrow.
    pub(super) before: Lists,
    pub(super) after: Lists,
    /// The middle of each vertex across.
    pub(super) middle: Vec<f64>,
    /// Where each layer begins and ends along.
    pub(super) bands: Vec<(f64, f64)>,
    pub(super) size: Pair,
    sizes: Vec<Pair>,
}

impl Weave {
    pub(super) fn new(component: &Component) -> Self {
        let count = component.sizes.len();
        let ends: Vec<(u32, u32)> = component.arrows.iter().map(|arrow| (arrow.from, arrow.to)).collect();
        let turned = circles::turned(count, &ends);
        let straight: Vec<(u32, u32)> = ends
            .iter()
            .zip(&turned)
            .map(|((from, to), turned)| if *turned { (*to, *from) } else { (*from, *to) })
            .collect();
        let forward: Vec<(u32, u32)> = straight.iter().copied().filter(|(from, to)| from != to).collect();
        let mut layer_of = ranks::of(count, &forward);
        let is_labelled = |arrow: &super::components::Thread| arrow.label.is_some() && arrow.from != arrow.to;
        if component.arrows.iter().any(is_labelled) {
            // Words stand between the layers of pieces.
            for layer in &mut layer_of {
                *layer *= 2;
            }
        }
        let mut weave = Self {
            pieces: count as u32,
            layer_of,
            rooms: component.sizes.clone(),
            turned,
            sizes: component.sizes.clone(),
            ..Self::default()
        };
        for (arrow, (from, to)) in component.arrows.iter().zip(&straight) {
            weave.add(*from, *to, arrow.label);
        }
        let depth = weave.layer_of.iter().max().map_or(0, |last| *last as usize + 1);
        weave.layers = vec![Vec::new(); depth];
        let mut pairs = Vec::new();
        for chain in &weave.chains {
            pairs.extend(chain.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?))));
        }
        let back: Vec<(u32, u32)> = pairs.iter().map(|(from, to)| (*to, *from)).collect();
        weave.after = Lists::of(weave.rooms.len(), &pairs);
        weave.before = Lists::of(weave.rooms.len(), &back);
        weave
    }

    /// Adds the chain of an arrow.
    fn add(&mut self, from: u32, to: u32, label: Option<Pair>) {
        if from == to {
            if let Some(room) = self.rooms.get_mut(from as usize) {
                let words = label.map_or(0.0, |label| label.across + BESIDE);
                self.beside.push(room.across);
                room.across += LOOP + words;
                room.along = room.along.max(label.map_or(0.0, |label| label.along));
            }
            self.chains.push(vec![from]);
            self.words.push(None);
            return;
        }
        let (first, last) = (at(&self.layer_of, from), at(&self.layer_of, to));
        let (mut chain, mut words) = (vec![from], None);
        for layer in first + 1..last {
            let knot = self.rooms.len() as u32;
            let here = label.filter(|_| layer == u32::midpoint(first, last));
            let room = |label: Pair| Pair { along: label.along, across: label.across + BESIDE };
            words = words.or(here.map(|_| knot));
            self.rooms.push(here.map_or_else(Pair::default, room));
            self.layer_of.push(layer);
            chain.push(knot);
        }
        chain.push(to);
        self.chains.push(chain);
        self.words.push(words);
        self.beside.push(0.0);
    }

    pub(super) fn is_knot(&self, vertex: u32) -> bool {
        vertex >= self.pieces
    }

    pub(super) fn layer(&self, vertex: u32) -> u32 {
        at(&self.layer_of, vertex)
    }

    pub(super) fn room(&self, vertex: u32) -> Pair {
        at(&self.rooms, vertex)
    }

    /// The size of a piece itself; of a knot, nothing.
    pub(super) fn extent(&self, piece: u32) -> Pair {
        at(&self.sizes, piece)
    }

    /// Where the room of a vertex begins across.
    pub(super) fn start(&self, vertex: u32) -> f64 {
        at(&self.middle, vertex) - self.room(vertex).across / 2.0
    }

    /// Where the layer of a vertex begins and ends along.
    pub(super) fn band(&self, vertex: u32) -> (f64, f64) {
        at(&self.bands, self.layer(vertex))
    }

    /// The corner of a piece: in the middle of its layer, at the start of its room.
    pub(super) fn corner(&self, piece: u32) -> Pair {
        Pair { along: centre(self.band(piece), self.extent(piece)), across: self.start(piece) }
    }
}
