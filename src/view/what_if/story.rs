//! What there is to tell of a scenario: the steps, what they touch, and the pieces in the order of the picture.

use std::rc::Rc;

use super::sketch::Sketch;
use super::works::Told;
use crate::deal::gather::Gather;
use crate::deal::sort::sort_and_dedup;
use crate::deal::{ItemId, Kind};
use crate::view::scene::{Scene, Shared};

/// The most pieces that are drawn.
pub(super) const DRAWN: usize = 60;

/// The story of a scenario.
pub(super) struct Story {
    pub(super) told: Shared<Told>,
    /// What is set, what follows, what leads there, and the piece that is looked at; empty where nothing is supposed.
    pub(super) touched: Vec<ItemId>,
}

impl Story {
    pub(super) fn of(scene: &Scene, told: Shared<Told>) -> Self {
        let (deal, state) = (&scene.deal, &scene.state);
        let supposed = !state.trial.now.is_empty();
        let mut touched: Vec<ItemId> = Vec::new();
        state.trial.now.pieces().filter_map(|(id, _)| deal.find(id)).add_to(&mut touched);
        touched.extend(state.selected.as_deref().and_then(|id| deal.find(id)).filter(|_| supposed));
        let of_exchange = |id: &&ItemId| deal.kind(**id) == Some(Kind::Exchange);
        for step in &told.steps {
            touched.extend_from_slice(&step.from);
            touched.push(step.to);
            step.via.iter().filter(of_exchange).copied().add_to(&mut touched);
        }
        // Where all is supposed to hold, everything is touched.
        touched.retain(|_| !state.trial.now.is_all());
        sort_and_dedup(&mut touched);
        Self { told, touched }
    }

    /// What is drawn: all of it, or what the scenario touches; in any case no more than can be looked at.
    pub(super) fn drawn(&self, scene: &Scene, all: bool) -> Rc<Sketch> {
        let book = &self.told.book;
        let whole = &book.whole;
        let few = whole.pieces.len() <= DRAWN;
        if few && (all || self.touched.is_empty()) {
            return book.sketch(scene, whole.pieces.clone());
        }
        let seeds = if self.touched.is_empty() { &whole.pieces } else { &self.touched };
        let mut near =
            if all { book.ends.nearest(whole, seeds, DRAWN) } else { seeds.iter().copied().take(DRAWN).gather() };
        sort_and_dedup(&mut near);
        book.sketch(scene, near)
    }
}
