//! The one way from a state to the next.

use crate::deal::{Deal, Item};
use crate::query::Filter;
use crate::reason::{Setting, is_settable};

use super::action::{Action, TourMove};
use super::home::home;
use super::model::{Form, State, View, knows, open_selected};
use super::supposed::Supposed;

/// The state after the action; an equal one where there was nothing to do.
#[must_use]
pub fn reduce(state: &State, action: &Action, deal: &Deal) -> State {
    let mut next = state.clone();
    match action {
        Action::Show(view) => show(&mut next, *view),
        Action::Arrange(form) => {
            next.form = *form;
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
        Action::Suppose(id, setting) => {
            if deal.get(id).map(Item::kind).is_some_and(is_settable) {
                let mut supposed = next.trial.now.clone();
                supposed.set(id, *setting);
                suppose(&mut next, supposed);
            }
        }
        Action::Try(supposed) => {
            let mut supposed = supposed.clone();
            supposed.settle(deal);
            suppose(&mut next, supposed);
        }
        Action::WhatIf(id) => {
            if let Some(kind) = deal.get(id).map(Item::kind).filter(|kind| is_settable(*kind)) {
                show(&mut next, View::WhatIf);
                suppose(&mut next, Supposed::only(id, Setting::lost(kind)));
            }
        }
        Action::Piece(id) => {
            if deal.find(id).is_some() {
                turn(&mut next, View::WhatIf);
                next.selected = Some(id.clone());
            }
        }
        Action::Actor(id) => {
            if id.as_ref().is_none_or(|id| deal.find(id).is_some()) {
                next.view = View::Relations;
                next.selected.clone_from(id);
                next.sight.to = None;
            }
        }
        Action::Look(sight) => {
            next.sight = sight.clone();
            next.sight.settle(deal);
        }
        Action::Undo => {
            next.trial.undo();
            next.step = None;
        }
        Action::Redo => {
            next.trial.redo();
            next.step = None;
        }
        Action::Step(step) => next.step = *step,
        Action::Tour(step) => walk(&mut next, *step, deal),
        Action::Restore(restored) => {
            // What was supposed before stays a step back.
            let mut trial = std::mem::take(&mut next.trial);
            next = restored.settle(deal);
            trial.turn(std::mem::take(&mut next.trial.now));
            next.trial = trial;
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

/// A view is asked for in place of whatever is selected, found or filtered.
fn show(state: &mut State, view: View) {
    let State { part, opened, editor, tour, trial, .. } = std::mem::take(state);
    *state = State { part, view, opened, editor, tour, trial, ..State::default() };
}

/// Turns to a view. Where it is another one, the form of the conditions is as at first.
fn turn(state: &mut State, view: View) {
    if state.view != view {
        state.form = Form::List;
    }
    state.view = view;
}

/// What follows is another, so no step of it is looked at any more.
fn suppose(state: &mut State, supposed: Supposed) {
    state.trial.turn(supposed);
    state.step = None;
}

fn select(state: &mut State, id: &str, deal: &Deal) {
    if let Some(view) = home(deal, id) {
        turn(state, view);
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
