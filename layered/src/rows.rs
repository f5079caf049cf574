//! The order of every layer, in one row, and how many arrows cross in it.

use super::crossings::Count;
use super::lists::{at, put};
use super::weave::Weave;

/// The layers one after the other, and where each vertex stands in its own.
#[derive(Clone, Default)]
pub(super) struct Rows {
    order: Vec<u32>,
    starts: Vec<u32>,
    pub(super) places: Vec<u32>,
}

impl Rows {
    /// Of layers that are given from the first on, each in its order.
    pub(super) fn of(layers: &[Vec<u32>]) -> Self {
        let mut rows = Self { starts: vec![0], ..Self::default() };
        for layer in layers {
            rows.order.extend(layer);
            rows.starts.push(rows.order.len() as u32);
        }
        rows.places = vec![0; rows.order.len()];
        for layer in 0..rows.depth() {
            rows.note(layer);
        }
        rows
    }

    pub(super) fn depth(&self) -> u32 {
        (self.starts.len() as u32).saturating_sub(1)
    }

    pub(super) fn layer(&self, layer: u32) -> &[u32] {
        self.order.get(self.range(layer)).unwrap_or_default()
    }

    pub(super) fn layer_mut(&mut self, layer: u32) -> &mut [u32] {
        let range = self.range(layer);
        self.order.get_mut(range).unwrap_or_default()
    }

    /// A layer to be changed, and where the vertices of the others stand.
    pub(super) fn layer_and_places(&mut self, layer: u32) -> (&mut [u32], &[u32]) {
        let range = self.range(layer);
        (self.order.get_mut(range).unwrap_or_default(), &self.places)
    }

    fn range(&self, layer: u32) -> std::ops::Range<usize> {
        at(&self.starts, layer) as usize..at(&self.starts, layer + 1) as usize
    }

    /// Takes down where the vertices of a layer stand now.
    pub(super) fn note(&mut self, layer: u32) {
        for (place, vertex) in (0..).zip(self.order.get(self.range(layer)).unwrap_or_default()) {
            put(&mut self.places, *vertex, place);
        }
    }

    /// Lets a vertex stand at another place of its layer; those between move up.
    pub(super) fn shift(&mut self, layer: u32, from: u32, to: u32) {
        let (low, high) = (from.min(to), from.max(to));
        let range = self.range(layer);
        let Some(moved) = self.order.get_mut(range).and_then(|row| row.get_mut(low as usize..=high as usize)) else {
            return;
        };
        if from < to {
            moved.rotate_left(1);
        } else {
            moved.rotate_right(1);
        }
        for (place, vertex) in (low..).zip(moved) {
            put(&mut self.places, *vertex, place);
        }
    }

    /// How many arrows cross in all.
    pub(super) fn crossings(&self, weave: &Weave) -> u64 {
        let mut count = Count::default();
        for layer in 1..self.depth() {
            count.begin(self.layer(layer).len());
            for vertex in self.layer(layer - 1) {
                count.add(weave.after.list(*vertex), &self.places);
            }
        }
        count.sum
    }

    /// The layers apart.
    pub(super) fn into_layers(self) -> Vec<Vec<u32>> {
        (0..self.depth()).map(|layer| self.layer(layer).to_vec()).collect()
    }
}
