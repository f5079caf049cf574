//! The hunt for linchpins: in slices, with its progress, and with a way to stop it.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::deal::Deal;
use crate::dom::later::{next_task, now, slice};
use crate::reason::{Linchpin, Linchpins, Scenario};
use crate::state::{State, View};
use crate::view::scene::Shared;

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
    /// Stops it, or lets it go on.
    pub(super) turn: Callback<MouseEvent>,
}

/// The hunt itself.
struct Chase {
    deal: Deal,
    editor: bool,
    search: Linchpins,
    /// Whether the reader stopped it.
    stopped: bool,
    /// When it was last told how far it is.
    told: f64,
    /// Of several runs, the last one counts.
    run: u32,
}

#[derive(Clone)]
struct Kennel {
    chase: Rc<RefCell<Option<Chase>>>,
    set: UseStateSetter<Hunt>,
}

/// Hunts while the reader looks at what would follow.
#[hook]
pub(crate) fn use_hunt(deal: Option<&Deal>, state: &State, scenario: Option<&Shared<Scenario>>) -> Hunt {
    let chase = use_mut_ref(|| None);
    let hunt = use_state_eq(Hunt::default);
    let kennel = Kennel { chase, set: hunt.setter() };
    let wanted = deal.filter(|_| state.view == View::WhatIf).map(|deal| (deal.clone(), state.editor));
    let scenario = scenario.cloned();
    use_effect_with(wanted, move |wanted| match wanted.as_ref().zip(scenario) {
        Some(((deal, editor), scenario)) => kennel.hunt(deal, *editor, &scenario),
        None => {
            kennel.rest();
        }
    });
    (*hunt).clone()
}

impl Kennel {
    /// Begins, or goes on where the reader went away.
    fn hunt(&self, deal: &Deal, editor: bool, scenario: &Scenario) {
        let same = |chase: &Chase| chase.deal == *deal && chase.editor == editor;
        if !self.chase.borrow().as_ref().is_some_and(same) {
            let search = Linchpins::beside(deal, scenario);
            let chase = Chase { deal: deal.clone(), editor, search, stopped: false, told: now(), run: 0 };
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
            self.tell(chase, more);
        }
        more
    }

    fn tell(&self, chase: &mut Chase, runs: bool) {
        chase.told = now();
        let kennel = self.clone();
        let turn = Callback::from(move |_| kennel.turn());
        let found = Some(Shared::new(chase.search.ranked(MOST)));
        self.set.set(Hunt { found, progress: chase.search.progress(), runs, turn });
    }

    /// The reader stops it, or lets it go on.
    fn turn(&self) {
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
            self.tell(chase, false);
        }
    }
}
