//! What there is to tell of a scenario: the steps, what they touch, and the pieces in the order of the picture.

use std::rc::Rc;

use super::sketch::{Sketch, Sketchbook};
use crate::deal::gather::Gather;
use crate::deal::sort::sort_and_dedup;
use crate::deal::{ItemId, Kind};
use crate::reason::{Scenario, Step, steps};
use crate::view::scene::{Scene, Shared};

/// The most pieces that are drawn, and the most that are explained at once.
pub(super) const DRAWN: usize = 60;
const TOLD: usize = 100;

/// The story of a scenario.
pub(super) struct Story {
    /// All that hangs together.
    pub(super) book: Shared<Sketchbook>,
    /// The steps to what follows.
    pub(super) steps: Vec<Step>,
    /// What is set, what follows, what leads there, and the piece that is looked at; empty where nothing is supposed.
    pub(super) touched: Vec<ItemId>,
    /// How many things follow.
    pub(super) follow: usize,
}

impl Story {
    pub(super) fn of(scene: &Scene, scenario: &Scenario, book: Shared<Sketchbook>) -> Self {
        let (deal, state) = (&scene.deal, &scene.state);
        let supposed = !state.trial.now.is_empty();
        let steps = if supposed { steps(scenario, TOLD) } else { Vec::new() };
        let mut touched: Vec<ItemId> = Vec::new();
        state.trial.now.pieces().filter_map(|(id, _)| deal.find(id)).add_to(&mut touched);
        touched.extend(state.selected.as_deref().and_then(|id| deal.find(id)).filter(|_| supposed));
        let of_exchange = |id: &&ItemId| deal.item(**id).is_some_and(|item| item.kind() == Kind::Exchange);
        for step in &steps {
            touched.extend_from_slice(&step.from);
            touched.push(step.to);
            step.via.iter().filter(of_exchange).copied().add_to(&mut touched);
        }
        // Where all is supposed to hold, everything is touched.
        touched.retain(|_| !state.trial.now.is_all());
        sort_and_dedup(&mut touched);
        let follow = scenario.changes().into_iter().filter(|id| scenario.setting(*id).is_none()).count();
        Self { book, steps, touched, follow }
    }

    /// What is drawn: all of it, or what the scenario touches; in any case no more than can be looked at.
    pub(super) fn drawn(&self, scene: &Scene, all: bool) -> Rc<Sketch> {
        let whole = &self.book.whole;
        let few = whole.pieces.len() <= DRAWN;
        if few && (all || self.touched.is_empty()) {
            return self.book.sketch(scene, whole.clone());
        }
        let seeds = if self.touched.is_empty() { &whole.pieces } else { &self.touched };
        let mut near = if all { whole.nearest(seeds, DRAWN) } else { seeds.iter().copied().take(DRAWN).gather() };
        sort_and_dedup(&mut near);
        self.book.sketch(scene, whole.among(|piece| near.binary_search(&piece).is_ok()))
    }
}
