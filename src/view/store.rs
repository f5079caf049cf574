//! The one store of an element: the deal that came, what went wrong, and the reader's state.

use std::rc::Rc;

use yew::prelude::*;

use super::scene::Shared;
use crate::deal::{Deal, Issue, Reading, read};
use crate::dom::fetch::FetchError;
use crate::dom::fold::fold;
use crate::query::SearchIndex;
use crate::state::{Action, State, reduce};

/// Why a document is not shown.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Trouble {
    /// Nothing came from this address.
    Fetch(String, FetchError),
    /// What came has these faults.
    Faults(Rc<Vec<Issue>>),
}

/// A deal that is shown.
#[derive(Clone, PartialEq)]
pub(crate) struct Shown {
    pub(crate) deal: Deal,
    pub(crate) index: Shared<SearchIndex>,
}

/// Everything that can change.
#[derive(Clone, PartialEq, Default)]
pub(crate) struct Store {
    pub(crate) shown: Option<Shown>,
    pub(crate) trouble: Option<Trouble>,
    pub(crate) loading: bool,
    pub(crate) state: Rc<State>,
}

/// Everything that can happen.
pub(crate) enum Change {
    /// A document is being fetched.
    Loading,
    /// It came, and the address asks for this state.
    Came(Vec<u8>, State),
    /// It did not.
    Failed(String, FetchError),
    /// The reader did something.
    Act(Action),
}

impl Reducible for Store {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut next = (*self).clone();
        match change {
            Change::Loading => next.loading = true,
            Change::Failed(address, error) => {
                next.loading = false;
                next.trouble = Some(Trouble::Fetch(address, error));
            }
            Change::Came(bytes, state) => {
                next.loading = false;
                let Reading { deal, issues } = read(&bytes);
                match deal {
                    // What was shown stays where the new document cannot be.
                    None => next.trouble = Some(Trouble::Faults(Rc::new(issues))),
                    Some(deal) => {
                        next.trouble = None;
                        next.state = Rc::new(reduce(&State::default(), &Action::Restore(state), &deal));
                        next.shown = Some(Shown { index: Shared::new(SearchIndex::new(&deal, fold)), deal });
                    }
                }
            }
            Change::Act(action) => {
                let Some(shown) = &next.shown else { return self };
                let state = reduce(&next.state, &action, &shown.deal);
                if state == *next.state {
                    return self;
                }
                next.state = Rc::new(state);
            }
        }
        Rc::new(next)
    }
}
