//! The hunt for linchpins: in slices, with its progress, and with a way to stop it.

use std::cell::RefCell;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::deal::Deal;
use crate::dom::later::{next_task, now, slice};
use crate::reason::{Linchpin, Linchpins, Scenario};
use crate::state::View;
use crate::view::scene::Shared;
use crate::view::store::{Change, Store};

/// How often it is told how far the hunt is, in milliseconds.
const NEWS: f64 = 300.0;

/// The most that are told.
pub(super) const MOST: usize = 50;

/// How far the hunt is.
#[derive(Clone, PartialEq, Default)]
pub(crate) struct Hunt {
    /// What was found, that with which most goes first.
    pub(super) found: Option<Shared<Vec<Linchpin>>>,
    /// How many pieces were tried, of how many.
    pub(super) progress: (usize, usize),
    /// Whether it is going on.
    pub(super) runs: bool,
}

/// The hunt itself.
struct Chase {
    deal: Deal,
    editor: bool,
    search: Linchpins,
    /// Where it is told how far it is.
    store: UseReducerDispatcher<Store>,
    /// Whether the reader stopped it.
    stopped: bool,
    /// When it was last told how far it is.
    told: f64,
    /// Of several runs, the last one counts.
    run: u32,
}

/// Where the hunt is kept; clones are the same.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Kennel {
    chase: Shared<RefCell<Option<Chase>>>,
    wanted: Shared<RefCell<Option<(Deal, bool)>>>,
}

impl Kennel {
    /// Hunts while the reader looks at what would follow: begins, goes on or rests where that has changed.
    pub(crate) fn follow(&self, store: &UseReducerHandle<Store>, scenario: Option<&Shared<Scenario>>) {
        let shown = store.shown.as_ref().filter(|_| store.state.view == View::WhatIf);
        let wanted = shown.map(|shown| (shown.deal.clone(), store.state.editor));
        if self.wanted.replace(wanted.clone()) == wanted {
            return;
        }
        match wanted.zip(scenario) {
            Some(((deal, editor), scenario)) => self.hunt(store, deal, editor, scenario),
            None => {
                self.rest();
            }
        }
    }

    /// Begins, or goes on where the reader went away.
    fn hunt(&self, store: &UseReducerHandle<Store>, deal: Deal, editor: bool, scenario: &Scenario) {
        let same = |chase: &Chase| chase.deal == deal && chase.editor == editor;
        if !self.chase.borrow().as_ref().is_some_and(same) {
            let (search, store) = (Linchpins::beside(&deal, scenario), store.dispatcher());
            let chase = Chase { deal, editor, search, store, stopped: false, told: now(), run: 0 };
            *self.chase.borrow_mut() = Some(chase);
        }
        if !self.chase.borrow().as_ref().is_some_and(|chase| chase.stopped) {
            self.run();
        }
    }

    /// Whatever runs stops.
    fn rest(&self) -> Option<u32> {
        let mut chase = self.chase.borrow_mut();
        let chase = chase.as_mut()?;
        chase.run += 1;
        Some(chase.run)
    }

    fn run(&self) {
        let Some(run) = self.rest().filter(|run| self.go_on(*run)) else { return };
        let kennel = self.clone();
        spawn_local(async move {
            loop {
                next_task().await;
                if !kennel.go_on(run) {
                    return;
                }
            }
        });
    }

    /// One slice; whether there is more to do.
    fn go_on(&self, run: u32) -> bool {
        let mut chase = self.chase.borrow_mut();
        let Some(chase) = chase.as_mut().filter(|chase| chase.run == run) else { return false };
        let more = slice(|| chase.search.go_on(1));
        if !more || now() > chase.told + NEWS {
            chase.tell(more);
        }
        more
    }

    /// The reader stops it, or lets it go on.
    pub(super) fn turn(&self) {
        let stopped = match self.chase.borrow_mut().as_mut() {
            Some(chase) => {
                chase.stopped = !chase.stopped;
                chase.stopped
            }
            None => return,
        };
        if !stopped {
            self.run();
        } else if self.rest().is_some()
            && let Some(chase) = self.chase.borrow_mut().as_mut()
        {
            chase.tell(false);
        }
    }
}

impl Chase {
    fn tell(&mut self, runs: bool) {
        self.told = now();
        let found = Some(Shared::new(self.search.ranked(MOST)));
        self.store.dispatch(Change::Hunt(Hunt { found, progress: self.search.progress(), runs }));
    }
}
