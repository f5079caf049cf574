//! The desk of an element: where it is worked out what follows and what most hangs on, in slices while the page lives in
//! between; and where that lies from one rendering to the next, so that a change costs what it changes.

use std::cell::{RefCell, RefMut};
use std::rc::Weak;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::hunt::{Chase, Hunt};
use super::works::{Told, Wanted, Works};
use crate::deal::Deal;
use crate::dom::later::{next_task, now, slice};
use crate::dom::place::Held;
use crate::reason::Scenario;
use crate::state::{State, View};
use crate::view::memory::{Kept, Memory};
use crate::view::relations::album::Album;
use crate::view::scene::{Scene, Shared};
use crate::view::store::{Change, LARGE, Store};

/// How often it is told how far it is, in milliseconds.
const NEWS: f64 = 300.0;

/// So much is done before it is looked at the clock; well below a millisecond.
const STEPS: u32 = 1000;

/// Clones are the same.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Desk(Shared<Top>);

type Top = RefCell<Option<Box<dyn Laid>>>;

/// What lies on it; behind a trait, so that its making and its end come with the rest of the module.
trait Laid {
    fn papers(&mut self) -> &mut Papers;
}

#[derive(Default)]
struct Papers {
    works: Option<Works>,
    chase: Option<Chase>,
    /// What shows how far that is.
    list: Option<Kept>,
    album: Option<Shared<Album>>,
    /// Whether linchpins are hunted: while the reader looks at what would follow.
    hunts: bool,
    /// Whether a later task goes on.
    runs: bool,
    /// When it was last told how far it is.
    told: f64,
}

impl Laid for Papers {
    fn papers(&mut self) -> &mut Papers {
        self
    }
}

/// What a rendering gets of it.
#[derive(Default)]
pub(crate) struct WhatIf {
    /// What follows from what is supposed; `None` where nothing is and nothing can be, and while it is worked out.
    pub(crate) scenario: Option<Shared<Scenario>>,
    /// What there is to tell of that, while the reader looks at it.
    pub(crate) told: Option<Shared<Told>>,
    /// Who is tied to whom, while the reader looks at it.
    pub(crate) album: Option<Shared<Album>>,
}

fn on(top: &Top) -> RefMut<'_, Papers> {
    RefMut::map(top.borrow_mut(), |top| top.get_or_insert_with(|| Box::new(Papers::default())).papers())
}

impl Desk {
    fn papers(&self) -> RefMut<'_, Papers> {
        on(&self.0)
    }

    /// What is worked out of the deal in this state; what takes its time is begun.
    pub(crate) fn work_out(&self, store: &Store) -> WhatIf {
        let (deal, state) = (store.shown.as_ref().map(|shown| &shown.deal), &store.state);
        let papers = &mut *self.papers();
        papers.album = deal.filter(|_| state.view == View::Relations).map(|deal| {
            let same = papers.album.take().filter(|album| album.deal == *deal);
            same.unwrap_or_else(|| Shared::new(Album::new(deal)))
        });
        let album = papers.album.clone();
        let works = deal.map(|deal| papers.works(deal, state));
        let Some((deal, works)) = deal.zip(works) else { return WhatIf { album, ..WhatIf::default() } };
        works.want(Wanted::of(state));
        if deal.len() <= LARGE {
            works.finish();
        } else {
            slice(|| works.go_on(STEPS));
        }
        WhatIf { scenario: works.scenario(&state.trial.now), told: works.told(), album }
    }

    /// Has a later task go on where something is not ready, and hunts while the reader looks at what would follow.
    pub(crate) fn follow(&self, store: &UseReducerHandle<Store>) {
        let news = {
            let papers = &mut *self.papers();
            papers.hunt(store);
            if papers.runs {
                return;
            }
            papers.told = now();
            papers.go_on()
        };
        if self.papers().runs {
            spawn_local(run(self.0.weak(), store.dispatcher()));
        }
        tell(news, &store.dispatcher());
    }

    /// What was found of what most hangs on; `None` before the search for it. What shows it is drawn again when there is
    /// more.
    pub(super) fn found(&self, kept: &Kept) -> Option<Hunt> {
        let mut papers = self.papers();
        papers.list = Some(kept.clone());
        papers.chase.as_ref().filter(|_| papers.hunts).map(Chase::found)
    }

    /// The reader stops the hunt, or lets it go on.
    pub(super) fn turn_hunt(&self) {
        if let Some(chase) = &mut self.papers().chase {
            chase.stopped = !chase.stopped;
        }
    }

    /// How much is worked out of what is wanted, in hundredths, and whether the reader stopped that.
    pub(super) fn progress(&self) -> (u32, bool) {
        self.papers().works.as_ref().map_or((0, false), |works| (works.progress(), works.stopped))
    }

    /// The reader stops working it out, or lets it go on.
    pub(super) fn turn_works(&self) {
        if let Some(works) = &mut self.papers().works {
            works.stopped = !works.stopped;
        }
    }

    /// What follows in this state, for who cannot wait.
    pub(crate) fn at_once(&self, deal: &Deal, state: &State) -> Option<Shared<Scenario>> {
        let papers = &mut *self.papers();
        let works = papers.works(deal, state);
        works.want(Wanted::of(state));
        works.finish();
        works.scenario(&state.trial.now)
    }

    /// What follows in this state, once it is worked out; `None` where by then something else is wanted.
    pub(crate) async fn scenario(&self, scene: &Scene) -> Option<Shared<Scenario>> {
        let (state, supposed) = (&scene.state, &scene.state.trial.now);
        loop {
            if let Some(works) = &self.papers().works {
                let scenario = works.scenario(supposed);
                if !works.is_of(&scene.deal, state) || !works.is_worked_at(supposed) || scenario.is_some() {
                    return scenario.filter(|_| works.is_of(&scene.deal, state));
                }
            }
            next_task().await;
        }
    }
}

/// What there is to be told.
enum News {
    None,
    /// So much more is worked out.
    Works,
    /// So much more was found of what most hangs on.
    Hunt(Kept),
}

fn tell(news: News, store: &UseReducerDispatcher<Store>) {
    match news {
        News::None => {}
        News::Works => store.dispatch(Change::Ready),
        // All else stays as it is.
        News::Hunt(list) => list.set(Memory { turn: list.turn + 1, ..*list }),
    }
}

/// Goes on in slices until all is done, or nobody wants it any more.
async fn run(desk: Weak<Top>, store: UseReducerDispatcher<Store>) {
    let (mut more, mut held) = (true, None::<Held>);
    loop {
        next_task().await;
        if let Some(held) = held.take() {
            held.hand_on();
        }
        if !more {
            return;
        }
        // With its element it is gone.
        let Some(top) = desk.upgrade() else { return };
        let news = {
            let papers = &mut *on(&top);
            let news = papers.go_on();
            more = papers.runs;
            news
        };
        // What stops it goes once it is done, whatever has it drawn then.
        held = Held::now();
        tell(news, &store);
    }
}

impl Papers {
    /// The works of this deal with or without the editor's links: those that there are, or new ones.
    fn works(&mut self, deal: &Deal, state: &State) -> &mut Works {
        let same = self.works.take().filter(|works| works.is_of(deal, state));
        self.works.insert(same.unwrap_or_else(|| Works::new(deal, state.editor)))
    }

    /// Begins to hunt, goes on or rests, as the reader looks: once it is worked out what follows, beside that.
    fn hunt(&mut self, store: &Store) {
        let ready = self.works.as_ref().filter(|_| store.state.view == View::WhatIf);
        let ready = ready.and_then(|works| Some((works, works.scenario(&store.state.trial.now)?)));
        self.hunts = ready.is_some();
        if let Some((works, scenario)) = ready
            && !self.chase.as_ref().is_some_and(|chase| chase.is_beside(works))
        {
            self.chase = Some(Chase::beside(works, &scenario));
        }
    }

    /// One slice; what there is to be told. Whether there is more to do is kept.
    fn go_on(&mut self) -> News {
        let (mut ready, mut hunts) = (false, false);
        self.runs = slice(|| match (&mut self.works, &mut self.chase) {
            (Some(works), _) if works.is_busy() => {
                // What is ready is drawn before anything else.
                ready = !works.go_on(STEPS);
                !ready
            }
            (_, Some(chase)) if self.hunts && chase.is_busy() => {
                hunts = true;
                chase.go_on(STEPS)
            }
            _ => false,
        });
        let due = if self.runs { now() > self.told + NEWS } else { ready || hunts };
        if !due {
            return News::None;
        }
        self.told = now();
        match &self.list {
            Some(list) if hunts => News::Hunt(list.clone()),
            _ => News::Works,
        }
    }
}
