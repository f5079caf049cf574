//! The link between an app and the handle that its host page holds: what the app shows now, and what it tells.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::prelude::*;

use super::scene::Shared;
use super::store::{Change, Store, Trouble};
use crate::deal::Deal;
use crate::reason::Scenario;
use crate::state::{self, Action, State};

/// What a host page is told: what loading yields and what the reader does, never what the host did itself.
pub(crate) enum News {
    /// A deal is shown.
    Shown(Deal),
    /// A document cannot be shown.
    Failed(Trouble),
    /// The reader turned to another view.
    View,
    /// The reader looks at another item, or at none any more.
    Selected,
    /// The reader supposes something else of the deal, from which this follows; nothing any more.
    Supposed(Deal, Option<Shared<Scenario>>),
    /// The reader changed what stands in the address of the state.
    State,
}

/// Called with each piece of news and the state that goes with it.
pub(crate) type Tell = Box<dyn Fn(News, &State)>;

/// The link; clones are the same one.
#[derive(Clone)]
pub(crate) struct Link(Rc<Ends>);

struct Ends {
    tell: Tell,
    /// What was told of last, and the app's own store.
    now: RefCell<Option<(Store, UseReducerHandle<Store>)>>,
    /// The deal that was last told of.
    told: RefCell<Option<Deal>>,
    /// Whether it is still to be told what follows from what the reader supposes: that is known a little later.
    owed: Cell<bool>,
}

impl PartialEq for Link {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Link {
    pub(crate) fn new(tell: Tell) -> Self {
        Self(Rc::new(Ends { tell, now: RefCell::default(), told: RefCell::default(), owed: Cell::new(false) }))
    }

    /// Does something for the host; waits for the deal where none is shown yet. `false`: there is no app yet.
    pub(crate) fn act(&self, action: Action) -> bool {
        let dispatcher = self.0.now.borrow().as_ref().map(|(_, store)| store.dispatcher());
        if let Some(dispatcher) = &dispatcher {
            dispatcher.dispatch(Change::Host(action));
        }
        dispatcher.is_some()
    }

    /// What the app has in store, once it has begun; also what is not drawn yet.
    pub(crate) fn store(&self) -> Option<Store> {
        self.0.now.borrow().as_ref().map(|(_, store)| (**store).clone())
    }

    /// Takes what the app shows now, and tells what is new in it.
    pub(crate) fn follow(&self, store: &UseReducerHandle<Store>, scenario: Option<&Shared<Scenario>>) {
        let after = (**store).clone();
        let before = self.0.now.replace(Some((after.clone(), store.clone())));
        let before = before.map(|(before, _)| before).unwrap_or_default();
        let tell = |news| (self.0.tell)(news, &after.state);
        // A deal is shown once what is looked at of it can be drawn.
        if let Some(shown) = after.shown.as_ref().filter(|shown| !after.rest.is_awaited(&after.state, &shown.deal))
            && self.0.told.borrow().as_ref() != Some(&shown.deal)
        {
            self.0.told.replace(Some(shown.deal.clone()));
            tell(News::Shown(shown.deal.clone()));
        }
        if after.trouble != before.trouble
            && let Some(trouble) = &after.trouble
        {
            tell(News::Failed(trouble.clone()));
        }
        // Where the host has acted in between, only what came after that is the reader's.
        let known = if Rc::ptr_eq(&after.hosts, &before.hosts) { &before.state } else { &after.hosts };
        let (known, state) = (&**known, &*after.state);
        if known.view != state.view {
            tell(News::View);
        }
        if known.selected != state.selected {
            tell(News::Selected);
        }
        let owed = known.trial.now != state.trial.now || (self.0.owed.get() && Rc::ptr_eq(&after.hosts, &before.hosts));
        let waits = owed && scenario.is_none() && !state.trial.now.is_empty();
        self.0.owed.set(waits);
        if owed
            && !waits
            && let Some(shown) = &after.shown
        {
            tell(News::Supposed(shown.deal.clone(), scenario.cloned()));
        }
        if state::format(known) != state::format(state) {
            tell(News::State);
        }
    }
}
