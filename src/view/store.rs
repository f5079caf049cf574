//! The one store of an element: the deal that came, what went wrong, and the reader's state.

use std::rc::Rc;

use js_sys::Array;
use yew::prelude::*;

use super::pen::Pen;
use super::scene::Shared;
use super::what_if::hunt::Hunt;
use crate::deal::{Deal, Refusal};
use crate::dom::fetch::FetchError;
use crate::dom::fold::fold;
use crate::query::SearchIndex;
use crate::state::{Action, State, reduce};

/// Why a document is not shown.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Trouble {
    /// Nothing came from this address.
    Fetch(String, FetchError),
    /// What came cannot be shown, and has these faults; none where they could not be told.
    Refused(Refusal, Array),
}

/// A deal that is shown.
#[derive(Clone, PartialEq)]
pub(crate) struct Shown {
    pub(crate) deal: Deal,
    pub(crate) index: Shared<SearchIndex>,
    /// The document as it came.
    pub(crate) text: Shared<Vec<u8>>,
}

/// Everything that can change.
#[derive(Clone, PartialEq, Default)]
pub(crate) struct Store {
    pub(crate) shown: Option<Shown>,
    pub(crate) trouble: Option<Trouble>,
    pub(crate) loading: bool,
    pub(crate) state: Rc<State>,
    /// The state after the host last had a hand in it: a difference from it is the reader's.
    pub(crate) hosts: Rc<State>,
    /// What would go with each piece, as far as it is known.
    pub(crate) hunt: Hunt,
    /// Whether pictures can be worked out.
    pub(crate) pen: Pen,
    /// What the host asked for while there was no deal yet.
    waiting: Vec<Action>,
}

impl Store {
    /// A store without a deal that will begin with this state.
    pub(crate) fn begin(state: &Rc<State>) -> Self {
        Self { state: state.clone(), hosts: state.clone(), ..Self::default() }
    }
}

/// Everything that can happen.
pub(crate) enum Change {
    /// A document is being fetched.
    Loading,
    /// It came as this text; the address may ask for a state, else what there is stays as far as the deal knows it.
    Came(Deal, Vec<u8>, Option<Box<State>>),
    /// It did not, or cannot be shown.
    Failed(Trouble),
    /// The reader did something.
    Act(Action),
    /// The host did something.
    Host(Action),
    /// So much more was found of what would go with each piece.
    Hunt(Hunt),
    /// What draws came, could not be had, or is to be tried again.
    Pen(Pen),
}

impl Reducible for Store {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut next = (*self).clone();
        match change {
            Change::Loading => next.loading = true,
            // What was shown stays where the new document cannot be.
            Change::Failed(trouble) => {
                next.loading = false;
                next.trouble = Some(trouble);
            }
            Change::Came(deal, bytes, state) => {
                next.loading = false;
                next.trouble = None;
                let asked = state.unwrap_or_else(|| Box::new((*next.state).clone()));
                let begun = reduce(&State::default(), &Action::Restore(asked), &deal);
                let waiting = std::mem::take(&mut next.waiting);
                let state = waiting.iter().fold(begun, |state, action| reduce(&state, action, &deal));
                next.state = Rc::new(state);
                next.hosts = next.state.clone();
                let index = Shared::new(SearchIndex::new(&deal, fold));
                next.shown = Some(Shown { index, deal, text: Shared::new(bytes) });
            }
            Change::Act(action) => {
                let Some(shown) = &next.shown else { return self };
                let state = reduce(&next.state, &action, &shown.deal);
                if state == *next.state {
                    return self;
                }
                next.state = Rc::new(state);
            }
            Change::Hunt(hunt) => next.hunt = hunt,
            Change::Pen(pen) => next.pen = pen,
            Change::Host(action) => match &next.shown {
                None => next.waiting.push(action),
                Some(shown) => {
                    next.state = Rc::new(reduce(&next.state, &action, &shown.deal));
                    next.hosts = next.state.clone();
                }
            },
        }
        Rc::new(next)
    }
}
