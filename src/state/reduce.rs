//! The one way from a state to the next.

use crate::deal::Deal;
use crate::query::Filter;

use super::action::{Action, TourMove};
use super::home::home;
use super::model::{State, View, knows, open_selected};

/// The state after the action; an equal one where there was nothing to do.
#[must_use]
pub fn reduce(state: &State, action: &Action, deal: &Deal) -> State {
    let mut next = state.clone();
    match action {
        // A view is asked for in place of whatever is selected, found or filtered.
        Action::Show(view) => {
            next = State { view: *view, opened: next.opened, editor: next.editor, tour: next.tour, ..State::default() };
        }
        Action::Select(id) => select(&mut next, id, deal),
        Action::Deselect => next.selected = None,
        Action::ToggleProof(id) => {
            if !next.opened.remove(id) && deal.find(id).is_some() {
                next.opened.insert(id.clone());
            }
        }
        Action::Search(text) => next.query.clone_from(text),
        Action::ToggleFacet(value) => {
            if next.filter.contains(value) || knows(deal, value) {
                next.filter.toggle(value.clone());
            }
        }
        Action::ClearFilter => next.filter = Filter::default(),
        Action::ClearAll => clear(&mut next),
        Action::ShowEditor(shown) => next.editor = *shown,
        Action::Tour(step) => walk(&mut next, *step, deal),
        Action::Restore(restored) => {
            next = restored.settle(deal);
            // An address may name an item alone: it shows where it lives.
            if let Some(view) =
                next.selected.as_deref().and_then(|id| home(deal, id)).filter(|_| next.view == View::Brief)
            {
                next.view = view;
            }
            open_selected(&mut next, deal);
        }
    }
    next
}

fn select(state: &mut State, id: &str, deal: &Deal) {
    if let Some(view) = home(deal, id) {
        state.view = view;
        state.selected = Some(id.to_owned());
        open_selected(state, deal);
    }
}

fn clear(state: &mut State) {
    state.query.clear();
    state.filter = Filter::default();
    state.editor = true;
}

fn walk(state: &mut State, step: TourMove, deal: &Deal) {
    let steps = &deal.document().tour;
    let target = match (step, state.tour) {
        (TourMove::End, _) => {
            state.tour = None;
            return;
        }
        (TourMove::Start, _) => Some(0),
        (TourMove::Next, Some(at)) => at.checked_add(1),
        (TourMove::Previous, Some(at)) => at.checked_sub(1),
        (TourMove::Next | TourMove::Previous, None) => None,
    };
    let Some((at, shown)) = target.and_then(|at| Some((at, steps.get(at)?))) else { return };
    if step == TourMove::Start {
        clear(state);
    }
    state.tour = Some(at);
    if let Some(first) = shown.shows.iter().find(|id| deal.find(id).is_some()) {
        select(state, first, deal);
    }
}
