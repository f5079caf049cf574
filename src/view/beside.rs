//! The article that stands in the same page: its words are marked, what proves a statement lights up and comes into
//! view, and what the reader points at is listed with what it supports.

mod desk;
mod follow;
pub(super) mod panel;
pub(super) mod proof;

use crate::deal::gather::Gather;
use std::cell::RefCell;
use std::rc::{Rc, Weak};

use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

use super::rest::{Key, doors};
use super::scene::Shared;
use crate::deal::Deal;
use crate::dom::article::Article;
use crate::dom::article::held::Held;
use crate::dom::article::highlight::{Mark, Marked};
use crate::dom::article::near::Near;
use crate::dom::article::pointing;
use crate::dom::article::sight::{self, Sight};
use crate::dom::article::watch::Watch;
use crate::dom::later::next_task;
use crate::dom::listener::Listener;
use crate::dom::over::Over;
use desk::Desk;
pub(super) use desk::Move;

pub(crate) use follow::{Wanted, use_article};

/// The article beside one explorer, and what was known of it when this was made.
#[derive(Clone)]
pub(crate) struct Beside {
    key: Key,
    inner: Rc<Inner>,
    desk: Rc<Desk>,
}

impl PartialEq for Beside {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.inner, &other.inner) && Rc::ptr_eq(&self.desk, &other.desk)
    }
}

struct Inner {
    /// The outermost element of the explorer.
    root: Element,
    follow: bool,
    desk: RefCell<Rc<Desk>>,
    kept: RefCell<Kept>,
    redraw: Box<dyn Fn()>,
}

/// What goes when the explorer goes, or its deal; what it holds on to knows nothing of it.
#[derive(Default)]
struct Kept {
    watch: Option<Watch>,
    quotes: Option<(Near, Vec<Listener>)>,
    lit: Option<Marked>,
    over: Option<Over>,
}

impl Beside {
    /// Holds the deal against the article from now on, whenever it comes or changes.
    pub(super) fn new(key: Key, root: Element, wanted: Wanted, deal: Deal, redraw: Box<dyn Fn()>) -> Self {
        let Wanted { selector, follow, coverage } = wanted;
        let (desk, kept) = Default::default();
        let inner = Rc::new(Inner { root, follow, desk, kept, redraw });
        let weak = Rc::downgrade(&inner);
        let watch = sight::host(&inner.root).and_then(|host| {
            Watch::new(&host, selector, move |article| {
                let (weak, deal) = (weak.clone(), deal.clone());
                let article = article.map(|article| Article::read(&article));
                spawn_local(async move {
                    // To read it and to hold the deal against it takes 20 ms each.
                    next_task().await;
                    let held = article.and_then(|article| Held::new(article, &deal, coverage));
                    act(&weak, Move::Held(held.map(Shared::new)));
                });
            })
        });
        inner.kept.borrow_mut().watch = watch;
        Self { key, inner, desk: Rc::default() }
    }

    /// What is known of it now; `None` while the article is not on the page.
    fn now(&self) -> Option<Self> {
        let desk = self.inner.desk.borrow().clone();
        desk.held.is_some().then(|| Self { key: self.key, inner: self.inner.clone(), desk })
    }

    fn act(&self, step: Move) {
        doors::point(self.key, self, step);
    }

    /// The same, where it can be.
    pub(super) fn take(&self, step: Move) {
        self.inner.act(step);
    }
}

fn act(inner: &Weak<Inner>, step: Move) {
    if let Some(inner) = inner.upgrade() {
        inner.act(step);
    }
}

impl Inner {
    fn act(self: &Rc<Self>, step: Move) {
        let before = self.desk.borrow().clone();
        let mut desk = before.after(step);
        if desk == *before {
            return;
        }
        let turned = desk.turn != before.turn;
        if turned {
            desk.sight = self.show(&desk);
        }
        let mut kept = self.kept.borrow_mut();
        if desk.held != before.held {
            kept.quotes = desk.held.clone().map(|held| self.mark(held));
        }
        // First what was lit goes: some of it may be the same ranges.
        kept.lit = None;
        kept.lit = desk.held.as_ref().map(|held| {
            let sentence = desk.sentence().and_then(|place| held.article.range(place));
            let ranges = held.ranges(desk.lit()).into_iter().chain(sentence).gather();
            Marked::new(Mark::Lit, &held.article.root, ranges)
        });
        if desk.sight > Sight::Nothing {
            kept.over = None;
        } else if turned && !kept.over.as_ref().is_some_and(Over::is_open) {
            kept.over = None;
            kept.over = self.over();
        }
        drop(kept);
        self.desk.replace(Rc::new(desk));
        (self.redraw)();
    }

    fn mark(self: &Rc<Self>, held: Shared<Held>) -> (Near, Vec<Listener>) {
        let quotes = Near::new(&held.article.root, held.places());
        let weak = Rc::downgrade(self);
        (quotes, pointing::listen(held, self.follow, move |pointed| act(&weak, Move::Pointed(pointed))))
    }

    /// Brings into view what was asked for, and says what of the explorer is in view then.
    fn show(&self, desk: &Desk) -> Sight {
        let place = desk.shown().map(|passage| &passage.place).or(desk.sentence());
        let range = desk.held.as_ref().zip(place).and_then(|(held, place)| held.article.range(place));
        match range {
            // In view already; only whether the explorer is, is the question.
            Some(_) if desk.is_chosen() => sight::of(&self.root),
            Some(range) => {
                let then = sight::show(&range, &self.root, desk.is_asked());
                if desk.is_asked() { then } else { Sight::Focus }
            }
            None => Sight::Focus,
        }
    }

    /// Puts what is listed over the page.
    fn over(self: &Rc<Self>) -> Option<Over> {
        let weak = Rc::downgrade(self);
        Over::new(&self.root, ".beside", move || act(&weak, Move::Dismiss))
    }
}
