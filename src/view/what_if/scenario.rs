//! What is worked out for an element and kept from one rendering to the next, so that a change costs what it changes.

use yew::prelude::*;

use super::hunt::Kennel;
use super::sketch::Sketchbook;
use crate::deal::Deal;
use crate::picture::dependence::Dependence;
use crate::reason::Scenario;
use crate::state::{State, Supposed, View};
use crate::view::relations::album::Album;
use crate::view::rest::{Key, doors};
use crate::view::scene::Shared;

/// What is kept: in one place, as each further hook costs a kilobyte.
#[derive(Default)]
pub(crate) struct Kept {
    works: Option<Works>,
    kennel: Kennel,
    album: Option<Shared<Album>>,
}

/// What was worked out, and what of.
struct Works {
    deal: Deal,
    editor: bool,
    supposed: Supposed,
    scenario: Shared<Scenario>,
    book: Option<Shared<Sketchbook>>,
}

/// What a rendering gets of it.
#[derive(Default)]
pub(crate) struct WhatIf {
    /// What follows from what is supposed; `None` where nothing is and nothing can be.
    pub(crate) scenario: Option<Shared<Scenario>>,
    /// What hangs on what in the deal, while the reader looks at it.
    pub(crate) book: Option<Shared<Sketchbook>>,
    /// Where linchpins are hunted.
    pub(crate) kennel: Kennel,
    /// Who is tied to whom, while the reader looks at it.
    pub(crate) album: Option<Shared<Album>>,
}

/// What is worked out of the deal in this state.
#[hook]
pub(crate) fn use_what_if(key: Option<Key>, deal: Option<&Deal>, state: &State) -> WhatIf {
    let kept = use_mut_ref(Kept::default);
    let kept = &mut *kept.borrow_mut();
    match key {
        Some(key) => doors::work_out(key, kept, deal, state),
        None => WhatIf { kennel: kept.kennel.clone(), ..WhatIf::default() },
    }
}

/// The same, where it can be.
pub(crate) fn work_out(kept: &mut Kept, deal: Option<&Deal>, state: &State) -> WhatIf {
    let kennel = kept.kennel.clone();
    kept.album = deal.filter(|_| state.view == View::Relations).map(|deal| {
        let same = kept.album.take().filter(|album| album.deal == *deal);
        same.unwrap_or_else(|| Shared::new(Album::new(deal)))
    });
    let album = kept.album.clone();
    let looks = state.view == View::WhatIf;
    let Some(deal) = deal.filter(|_| looks || !state.trial.now.is_empty()) else {
        return WhatIf { kennel, album, ..WhatIf::default() };
    };
    let same = kept.works.take().filter(|works| works.deal == *deal && works.editor == state.editor);
    let works = kept.works.insert(same.unwrap_or_else(|| Works::new(deal, state.editor)));
    works.suppose(&state.trial.now);
    if looks && works.book.is_none() {
        works.book = Some(Shared::new(Sketchbook::new(Dependence::of(deal, state.editor))));
    }
    let (scenario, book) = (Some(works.scenario.clone()), works.book.clone().filter(|_| looks));
    WhatIf { scenario, book, kennel, album }
}

impl Works {
    fn new(deal: &Deal, editor: bool) -> Self {
        let (supposed, scenario) = (Supposed::default(), Shared::new(Scenario::new(deal, editor)));
        Self { deal: deal.clone(), editor, supposed, scenario, book: None }
    }

    /// Supposes this instead of what was supposed.
    fn suppose(&mut self, supposed: &Supposed) {
        if self.supposed == *supposed {
            return;
        }
        let (before, after) = (self.supposed.settings(&self.deal), supposed.settings(&self.deal));
        let scenario = self.scenario.make_mut();
        for (id, _) in before.iter().filter(|(id, _)| after.binary_search_by_key(id, |(id, _)| *id).is_err()) {
            scenario.suppose(*id, None);
        }
        for (id, setting) in &after {
            scenario.suppose(*id, Some(*setting));
        }
        self.supposed = supposed.clone();
    }
}
