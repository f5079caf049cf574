//! The hunt for linchpins: with its progress, and with a way to stop it.

use super::works::Works;
use crate::deal::Deal;
use crate::reason::{Linchpin, Linchpins, Scenario};

/// The most that are told.
pub(super) const MOST: usize = 50;

/// How far the hunt is.
pub(super) struct Hunt {
    /// What was found, that with which most goes first.
    pub(super) found: Vec<Linchpin>,
    /// How many pieces were tried, of how many.
    pub(super) progress: (usize, usize),
    /// Whether the reader stopped it.
    pub(super) stopped: bool,
}

/// The hunt itself.
pub(super) struct Chase {
    deal: Deal,
    editor: bool,
    search: Linchpins,
    /// Whether the reader stopped it.
    pub(super) stopped: bool,
}

impl Chase {
    /// Begins beside what was worked out.
    pub(super) fn beside(works: &Works, scenario: &Scenario) -> Self {
        let (deal, editor) = works.of();
        Self { deal: deal.clone(), editor, search: Linchpins::beside(deal, scenario), stopped: false }
    }

    pub(super) fn is_beside(&self, works: &Works) -> bool {
        works.of() == (&self.deal, self.editor)
    }

    /// Whether there is something to do.
    pub(super) fn is_busy(&self) -> bool {
        let (done, of) = self.search.progress();
        !self.stopped && done < of
    }

    /// Goes on with so many steps; whether there are more.
    pub(super) fn go_on(&mut self, steps: u32) -> bool {
        self.search.go_on(steps)
    }

    pub(super) fn found(&self) -> Hunt {
        Hunt { found: self.search.ranked(MOST), progress: self.search.progress(), stopped: self.stopped }
    }
}
