//! The scenario of an element: kept from one rendering to the next, so that a change costs what it changes.

use yew::prelude::*;

use crate::deal::Deal;
use crate::picture::dependence::Dependence;
use crate::reason::Scenario;
use crate::state::{State, Supposed, View};
use crate::view::scene::Shared;

/// What the scenario was made of.
struct Kept {
    deal: Deal,
    editor: bool,
    supposed: Supposed,
    scenario: Shared<Scenario>,
}

/// The scenario of what is supposed; `None` where nothing is and nothing can be.
#[hook]
pub(crate) fn use_scenario(deal: Option<&Deal>, state: &State) -> Option<Shared<Scenario>> {
    let kept = use_mut_ref(|| None::<Kept>);
    let deal = deal.filter(|_| state.view == View::WhatIf || !state.trial.now.is_empty())?;
    let mut kept = kept.borrow_mut();
    let same = kept.take().filter(|kept| kept.deal == *deal && kept.editor == state.editor);
    let mut next = same.unwrap_or_else(|| Kept {
        deal: deal.clone(),
        editor: state.editor,
        supposed: Supposed::default(),
        scenario: Shared::new(Scenario::new(deal, state.editor)),
    });
    if next.supposed != state.trial.now {
        let (before, after) = (next.supposed.settings(deal), state.trial.now.settings(deal));
        let scenario = next.scenario.make_mut();
        for (id, _) in before.iter().filter(|(id, _)| after.binary_search_by_key(id, |(id, _)| *id).is_err()) {
            scenario.suppose(*id, None);
        }
        for (id, setting) in &after {
            scenario.suppose(*id, Some(*setting));
        }
        next.supposed = state.trial.now.clone();
    }
    let scenario = next.scenario.clone();
    *kept = Some(next);
    Some(scenario)
}

/// What hangs on what in the deal, while the reader looks at it.
#[hook]
pub(crate) fn use_dependence(deal: Option<&Deal>, state: &State) -> Option<Shared<Dependence>> {
    let wanted = deal.filter(|_| state.view == View::WhatIf).map(|deal| (deal.clone(), state.editor));
    let kept =
        use_memo(wanted, |wanted| wanted.as_ref().map(|(deal, editor)| Shared::new(Dependence::of(deal, *editor))));
    (*kept).clone()
}
