//! The one store of an element: the deal that came, what went wrong, and the reader's state.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Array;
use yew::prelude::*;

use super::library::Wish;
use super::long::Lists;
use super::pen::Pen;
use super::rest::Rest;
use super::scene::Shared;
use super::what_if::desk::Desk;
use crate::deal::{Deal, Refusal};
use crate::dom::fetch::FetchError;
use crate::query::SearchIndex;
use crate::state::{Action, State};

/// A deal with more items is prepared for searching in slices.
pub(super) const LARGE: usize = 2_000;

/// Why a document is not shown.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Trouble {
    /// Nothing came from this address.
    Fetch(String, FetchError),
    /// The reader did not wait for it.
    Stopped,
    /// What came cannot be shown, and has these faults; none where they could not be told.
    Refused(Refusal, Array),
}

/// A deal that is shown.
#[derive(Clone, PartialEq)]
pub(crate) struct Shown {
    pub(crate) deal: Deal,
    /// The search, once it is made.
    pub(crate) index: Option<Shared<SearchIndex>>,
    /// Whether the search is being made, or is made.
    pub(crate) preparation: Shared<Cell<bool>>,
    /// The document as it came, in parts, outside of the module's own memory, which never shrinks.
    pub(crate) text: Shared<Array>,
    /// Where it came from, in full; empty where the host page gave it itself.
    pub(crate) address: String,
    /// The section of the library that it is; none where the host names it.
    pub(crate) part: Option<String>,
}

/// Everything that can change.
#[derive(Clone, PartialEq, Default)]
pub(crate) struct Store {
    pub(crate) shown: Option<Shared<Shown>>,
    /// The document that the host names, while another of its library is shown too.
    pub(crate) library: Option<Shared<Shown>>,
    /// The part of it that was last shown.
    pub(super) part: Option<Shared<Shown>>,
    /// The part that is to be shown once it is there, or was to be and cannot be had.
    pub(crate) wish: Option<Shared<Wish>>,
    pub(crate) trouble: Option<Trouble>,
    pub(crate) loading: bool,
    /// How many megabytes are read of a document that the reader waits long for.
    pub(crate) read: Option<usize>,
    /// How much of the search is ready, in hundredths; `None`: all.
    pub(crate) preparing: Option<u32>,
    pub(crate) state: Rc<State>,
    /// The state after the host last had a hand in it: a difference from it is the reader's.
    pub(crate) hosts: Rc<State>,
    /// Where what follows is worked out.
    pub(crate) desk: Desk,
    /// Whether pictures can be worked out.
    pub(crate) pen: Pen,
    /// Whether the half of the module that the brief does not need is there.
    pub(crate) rest: Rest,
    /// Where the reader is in long lists.
    pub(crate) lists: Lists,
    /// How often something was ready there that is no part of the store.
    pub(super) ready: u32,
    /// What the host asked for while there was no deal yet.
    pub(super) waiting: Vec<Action>,
}

impl Store {
    /// A store without a deal that will begin with this state.
    pub(crate) fn begin(state: &Rc<State>) -> Self {
        Self { state: state.clone(), hosts: state.clone(), rest: Rest::begin(), ..Self::default() }
    }
}

/// Everything that can happen.
pub(crate) enum Change {
    /// A document is being fetched: a part of the library, or what the host names.
    Loading(bool),
    /// So many megabytes of it are read.
    Read(usize),
    /// So much of the search in this deal is ready, in hundredths.
    Preparing(Deal, u32),
    /// All of it is.
    Indexed(Deal, SearchIndex),
    /// It came, and can be shown; the address may ask for a state, else what there is stays as far as the deal knows it.
    Came(Shared<Shown>, Option<Box<State>>),
    /// It did not, or cannot be shown, or the reader does not want to wait for it.
    Failed(Trouble),
    /// The reader did something.
    Act(Action),
    /// The host did something.
    Host(Action),
    /// What draws came, could not be had, or is to be tried again.
    Pen(Pen),
    /// Something that was worked out beside the store is ready to be drawn.
    Ready,
    /// The rest of the module is wanted, came, or could not be had.
    Rest(Rest),
}

impl Reducible for Store {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut next = (*self).clone();
        match change {
            Change::Loading(is_part) => {
                next.loading = true;
                next.read = None;
                next.wish = next.wish.filter(|_| is_part);
            }
            // Nobody waits for it any more.
            Change::Read(_) | Change::Failed(_) if !next.loading => return self,
            Change::Read(megabytes) => next.read = next.read.max(Some(megabytes)),
            Change::Preparing(deal, percent) => {
                // Who does not search is not bothered.
                let searches = !next.state.query.trim().is_empty();
                if searches && next.shown.as_ref().is_some_and(|shown| shown.deal == deal) {
                    next.preparing = Some(percent);
                }
            }
            Change::Indexed(deal, index) => {
                if next.shown.as_ref().is_some_and(|shown| shown.deal == deal) {
                    next.preparing = None;
                }
                let index = Shared::new(index);
                let all = [&mut next.shown, &mut next.library, &mut next.part].into_iter().flatten();
                for shown in all.filter(|shown| shown.deal == deal) {
                    shown.make_mut().index = Some(index.clone());
                }
            }
            // What was shown stays where the new document cannot be.
            Change::Failed(trouble) => {
                next.loading = false;
                next.read = None;
                next.trouble = Some(trouble);
            }
            Change::Came(shown, state) => {
                if !next.take(shown, state) {
                    return self;
                }
            }
            Change::Act(action) => {
                let before = next.state.clone();
                if !next.act(action, false) {
                    return self;
                }
                if before.view != next.state.view {
                    next.forgo();
                }
            }
            Change::Pen(pen) => next.pen = pen,
            Change::Ready => next.ready += 1,
            // What is there stays.
            Change::Rest(rest) if next.rest.key().is_none() => next.rest = rest,
            Change::Rest(_) => {}
            Change::Host(action) if next.shown.is_none() => next.waiting.push(action),
            Change::Host(action) => {
                if next.act(action, true) {
                    next.hosts = next.state.clone();
                }
            }
        }
        Rc::new(next)
    }
}
