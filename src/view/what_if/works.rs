//! What follows from what is supposed, and what there is to tell of it: worked out step by step.

use super::sketch::Sketchbook;
use crate::deal::gather::Gather;
use crate::deal::pace::{Pace, Paced, rest};
use crate::deal::{Deal, ItemId};
use crate::picture::dependence::{Ends, Finding};
use crate::reason::{Account, Scenario, Setting, Step};
use crate::state::{State, Supposed, View};
use crate::view::scene::Shared;
use crate::words::scenario::HELD;

/// The most that are explained at once.
const TOLD: usize = 100;

/// What is wanted.
#[derive(Clone, PartialEq)]
pub(super) struct Wanted {
    /// What follows from this;
    supposed: Supposed,
    /// and what there is to tell of it.
    told: bool,
}

/// What is worked out, and what of.
pub(super) struct Works {
    deal: Deal,
    editor: bool,
    wanted: Option<Wanted>,
    /// Whether the reader stopped it.
    pub(super) stopped: bool,
    /// What is supposed in what is made, or is being made.
    supposed: Supposed,
    made: Option<Made>,
    job: Option<Job>,
}

struct Made {
    scenario: Shared<Scenario>,
    book: Option<Shared<Sketchbook>>,
    told: Option<Shared<Told>>,
}

struct Job {
    work: Paced<Made>,
    /// How many steps it may take.
    of: u64,
}

/// What there is to tell of a scenario.
pub(crate) struct Told {
    /// All that hangs together.
    pub(super) book: Shared<Sketchbook>,
    /// The steps to what follows.
    pub(super) steps: Vec<Step>,
    /// How many things follow.
    pub(super) follow: usize,
}

impl Wanted {
    /// What a state shows.
    pub(super) fn of(state: &State) -> Option<Self> {
        let (supposed, told) = (&state.trial.now, state.view == View::WhatIf);
        (told || !supposed.is_empty()).then(|| Self { supposed: supposed.clone(), told })
    }
}

impl Works {
    pub(super) fn new(deal: &Deal, editor: bool) -> Self {
        let (deal, supposed) = (deal.clone(), Supposed::default());
        Self { deal, editor, wanted: None, stopped: false, supposed, made: None, job: None }
    }

    pub(super) fn is_of(&self, deal: &Deal, state: &State) -> bool {
        self.deal == *deal && self.editor == state.editor
    }

    /// The deal, and whether with its editor's links.
    pub(super) fn of(&self) -> (&Deal, bool) {
        (&self.deal, self.editor)
    }

    /// From now on this is wanted, or nothing. What was begun before is kept.
    pub(super) fn want(&mut self, wanted: Option<Wanted>) {
        if self.wanted != wanted {
            self.wanted = wanted;
            self.stopped = false;
        }
    }

    /// What follows from this, where that is worked out.
    pub(super) fn scenario(&self, supposed: &Supposed) -> Option<Shared<Scenario>> {
        let wanted = self.wanted.as_ref().is_some_and(|wanted| wanted.supposed == *supposed);
        self.made.as_ref().filter(|_| wanted && self.supposed == *supposed).map(|made| made.scenario.clone())
    }

    /// What there is to tell of what is wanted.
    pub(super) fn told(&self) -> Option<Shared<Told>> {
        let wanted = self.wanted.as_ref().filter(|wanted| wanted.told && wanted.supposed == self.supposed)?;
        self.scenario(&wanted.supposed).and(self.made.as_ref()?.told.clone())
    }

    fn is_ready(&self, wanted: &Wanted) -> bool {
        self.scenario(&wanted.supposed).is_some() && (!wanted.told || self.told().is_some())
    }

    fn is_wanting(&self) -> bool {
        self.wanted.as_ref().is_some_and(|wanted| !self.is_ready(wanted))
    }

    /// Whether there is something to do.
    pub(super) fn is_busy(&self) -> bool {
        !self.stopped && self.is_wanting()
    }

    /// Whether somebody still waits for what follows from this.
    pub(super) fn is_worked_at(&self, supposed: &Supposed) -> bool {
        !self.stopped && self.wanted.as_ref().is_some_and(|wanted| wanted.supposed == *supposed)
    }

    /// How much is done, in hundredths; an estimate.
    pub(super) fn progress(&self) -> u32 {
        self.job.as_ref().map_or(0, |job| (job.work.done() * 100 / job.of.max(1)).min(99) as u32)
    }

    /// All that is wanted, at once.
    pub(super) fn finish(&mut self) {
        while self.is_wanting() {
            self.step(u32::MAX);
        }
    }

    /// Goes on with so many steps; whether there is more to do.
    pub(super) fn go_on(&mut self, steps: u32) -> bool {
        if self.is_busy() {
            self.step(steps);
        }
        self.is_busy()
    }

    /// A job that was begun is done to its end, also where something else is wanted by then: that goes on from there.
    fn step(&mut self, steps: u32) {
        if self.job.is_none() {
            self.job = self.wanted.clone().map(|wanted| self.begin(wanted));
        }
        if let Some(made) = self.job.as_mut().and_then(|job| job.work.go_on(steps)) {
            self.made = Some(made);
            self.job = None;
        }
    }

    fn begin(&mut self, wanted: Wanted) -> Job {
        let (deal, editor, made) = (self.deal.clone(), self.editor, self.made.take());
        let (before, after) = (self.supposed.settings(&deal), wanted.supposed.settings(&deal));
        let gone = before.iter().filter(|(id, _)| after.binary_search_by_key(id, |(id, _)| *id).is_err());
        let mut changes: Vec<(ItemId, Option<Setting>)> = gone.map(|(id, _)| (*id, None)).gather();
        if self.supposed != wanted.supposed {
            after.iter().map(|(id, setting)| (*id, Some(*setting))).add_to(&mut changes);
        }
        let set: Vec<ItemId> = after.iter().map(|(id, _)| *id).take(HELD).gather();
        self.supposed = wanted.supposed;
        let all = deal.len() as u64;
        let of = if made.is_some() { 0 } else { Scenario::steps(&deal) } + if wanted.told { 2 * all } else { 0 };
        let work = Paced::new(|pace| async move {
            let (mut scenario, mut book) = match made {
                Some(made) => (made.scenario, made.book),
                None => (Shared::new(Scenario::build(&deal, editor, &pace).await), None),
            };
            if !changes.is_empty() {
                let scenario = scenario.make_mut();
                scenario.suppose_all(changes, &pace).await;
                scenario.hold_against(set, &pace).await;
            }
            let told = if wanted.told { Some(tell(&deal, editor, &scenario, &mut book, &pace).await) } else { None };
            Made { scenario, book, told }
        });
        Job { work, of }
    }
}

/// What there is to tell of a scenario; what hangs together in the deal is found once.
async fn tell(
    deal: &Deal,
    editor: bool,
    scenario: &Scenario,
    book: &mut Option<Shared<Sketchbook>>,
    pace: &Pace,
) -> Shared<Told> {
    let mut account = Account::of(scenario, TOLD);
    while !account.go_on(pace) {
        rest().await;
    }
    let steps = account.told();
    let follow = scenario.changes().into_iter().filter(|id| scenario.setting(*id).is_none()).count();
    if book.is_none() {
        let mut finding = Finding::of(deal, editor);
        let found = loop {
            match finding.go_on(deal, pace) {
                Some(found) => break found,
                None => rest().await,
            }
        };
        let ends = Ends::of(&found);
        *book = Some(Shared::new(Sketchbook::new(found, ends)));
    }
    let book = book.clone().unwrap_or_default();
    Shared::new(Told { book, steps, follow })
}
