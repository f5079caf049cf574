//! Everyone's double roles, looked for in slices: at ten thousand actors that takes longer than a frame.

use std::rc::Rc;

use super::memory::Kept;
use super::store::LARGE;
use crate::deal::sort::sort_by_key;
use crate::deal::{Deal, ItemId, Kind};
use crate::dom::later::slice;
use crate::query::{DoubleRole, double_roles};

/// Double roles with whose they are; that a party is cited weighs least and comes last.
pub(super) type Roles = Rc<Vec<(ItemId, DoubleRole)>>;

/// The search for the double roles of a deal.
pub(super) struct Casting {
    deal: Deal,
    /// How many actors were asked about.
    asked: usize,
    found: Vec<(ItemId, DoubleRole)>,
    done: Option<Roles>,
    /// What waits for them.
    kept: Option<Kept>,
    /// Whether a later task goes on.
    busy: bool,
}

impl Casting {
    pub(super) fn new(deal: Deal) -> Self {
        Self { deal, asked: 0, found: Vec::new(), done: None, kept: None, busy: false }
    }

    pub(super) fn is_of(&self, deal: &Deal) -> bool {
        self.deal == *deal
    }

    /// What was found, once all are asked about; in most deals that is at once.
    pub(super) fn roles(&mut self, kept: &Kept) -> Option<Roles> {
        self.kept = Some(kept.clone());
        // In a large one already the first of all can take as long as drawing the view.
        if !self.busy && self.deal.len() <= LARGE {
            self.ask();
        }
        self.done.clone()
    }

    /// Whether a later task has to go on, and none was told so yet.
    pub(super) fn is_idle(&mut self) -> bool {
        self.done.is_none() && !std::mem::replace(&mut self.busy, true)
    }

    /// Goes on for a slice; says whether there is more, and gives what waits once there is not.
    pub(super) fn go_on(&mut self) -> (bool, Option<Kept>) {
        self.ask();
        let more = self.done.is_none();
        (more, if more { None } else { self.kept.take() })
    }

    fn ask(&mut self) {
        if self.done.is_some() {
            return;
        }
        let more = slice(|| {
            let Some(actor) = self.deal.of_kind(Kind::Actor).nth(self.asked) else { return false };
            self.asked += 1;
            self.found.extend(double_roles(&self.deal, actor).into_iter().map(|role| (actor, role)));
            true
        });
        if !more {
            let mut found = std::mem::take(&mut self.found);
            sort_by_key(&mut found, |(_, role)| matches!(role, DoubleRole::VoiceAndParty { .. }));
            self.done = Some(Rc::new(found));
        }
    }
}
