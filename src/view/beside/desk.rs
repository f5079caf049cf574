//! Where the reader is in the article: what is lit, what is listed, what is told of.

use crate::deal::ItemId;
use crate::deal::gather::Gather;
use crate::dom::article::held::Held;
use crate::dom::article::pointing::Pointed;
use crate::dom::article::sight::Sight;
use crate::query::{Passage, Place};
use crate::view::scene::Shared;

/// What the explorer knows of the article, and where the reader is in it.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Desk {
    /// The article with the passages in it; `None` while it is not on the page.
    pub(super) held: Option<Shared<Held>>,
    /// What was opened, chosen or walked to.
    spot: Spot,
    /// Passages under the pointer or the host's own focus.
    over: Vec<usize>,
    /// Counts what is to be brought into view.
    pub(super) turn: u32,
    /// What of the explorer is in view since then. Where nothing is, the list stands over the page.
    pub(super) sight: Sight,
}

/// A place where the reader is.
#[derive(Clone, Default, PartialEq)]
struct Spot {
    passages: Vec<usize>,
    /// Which of them is shown.
    at: usize,
    /// The statement whose proof was opened.
    item: Option<ItemId>,
    /// A sentence without a statement.
    sentence: Option<usize>,
    way: Way,
    /// Whether it was in view; only then scrolling leaves it.
    seen: bool,
}

/// How the reader came to a place.
#[derive(Clone, Copy, Default, PartialEq)]
enum Way {
    /// By opening a proof.
    #[default]
    Opened,
    /// By asking for it in the explorer.
    Asked,
    /// By walking from passage to passage.
    Walked,
    /// In the article itself.
    Chosen,
}

/// Everything that can happen to it.
#[derive(Clone)]
pub(crate) enum Move {
    /// The article came, changed or went.
    Held(Option<Shared<Held>>),
    /// A proof was opened, or was open when the article came; only the first is followed by the view.
    Opened(ItemId, bool),
    /// It was closed.
    Closed(ItemId),
    /// A phrase of this paragraph, which supports this item, was chosen in the article read back.
    Phrase(u32, String, ItemId),
    /// The words of a statement are asked for; again: the next of them.
    Show(ItemId),
    /// The passage that many further on.
    Step(isize),
    /// A sentence without a statement is asked for.
    Sentence(usize),
    /// The reader points at something in the article.
    Pointed(Pointed),
    /// The list is closed.
    Dismiss,
}

impl Desk {
    pub(super) fn passages(&self) -> &[Passage] {
        self.held.as_ref().map(|held| held.passages.found.as_slice()).unwrap_or_default()
    }

    pub(super) fn passage(&self, at: usize) -> Option<&Passage> {
        self.passages().get(at)
    }

    /// The passages that are lit.
    pub(super) fn lit(&self) -> &[usize] {
        if self.over.is_empty() { &self.spot.passages } else { &self.over }
    }

    /// The passages whose statements are listed.
    pub(super) fn listed(&self) -> &[usize] {
        if self.over.is_empty() && !self.lists() { &[] } else { self.lit() }
    }

    /// Whether the place that the reader is at is one to list the statements of.
    fn lists(&self) -> bool {
        self.sight < Sight::Focus || matches!(self.spot.way, Way::Walked | Way::Chosen)
    }

    /// Whether the reader chose it in the article.
    pub(super) fn is_chosen(&self) -> bool {
        self.spot.way == Way::Chosen
    }

    /// Whether the reader asked to see the place.
    pub(super) fn is_asked(&self) -> bool {
        matches!(self.spot.way, Way::Asked | Way::Walked)
    }

    /// The sentence without a statement that is lit.
    pub(super) fn sentence(&self) -> Option<&Place> {
        self.held.as_ref()?.silences.as_ref()?.silent.get(self.spot.sentence?)
    }

    /// What is brought into view and told of.
    pub(super) fn shown(&self) -> Option<&Passage> {
        self.passage(*self.spot.passages.get(self.spot.at)?)
    }

    pub(super) fn of(&self, item: ItemId) -> Vec<usize> {
        self.held.as_ref().map(|held| held.passages.of(item)).unwrap_or_default()
    }

    fn go(&mut self, spot: Spot) {
        self.turn = self.turn.wrapping_add(1);
        self.over.clear();
        self.sight = Sight::Focus;
        self.spot = spot;
    }

    fn dismiss(&mut self) {
        self.spot = Spot::default();
        self.over.clear();
        self.sight = Sight::Focus;
    }

    /// The same places in an article that changed: the words of the same paragraph.
    fn moved(&self, places: &[usize], to: &Self) -> Vec<usize> {
        let same = |at: &usize| {
            let old = self.passage(*at)?;
            to.passages().iter().position(|new| (new.paragraph, &new.words) == (old.paragraph, &old.words))
        };
        places.iter().filter_map(same).gather()
    }

    fn step(&mut self, by: isize) {
        let count = self.passages().len();
        let at = match (self.lit().first(), by > 0) {
            (Some(at), _) => at.checked_add_signed(by).filter(|at| *at < count),
            (None, true) => (count > 0).then_some(0),
            (None, false) => count.checked_sub(1),
        };
        if let Some(at) = at {
            self.go(Spot { passages: vec![at], way: Way::Walked, ..Spot::default() });
        }
    }

    fn point(&mut self, pointed: Pointed) {
        match pointed {
            // Where nothing else is listed, the list stays, so that the pointer can go to it.
            Pointed::Over(passages) => {
                if !passages.is_empty() || self.lists() {
                    self.over = passages;
                }
            }
            Pointed::Chosen(passages) => {
                self.over.clear();
                self.turn = self.turn.wrapping_add(1);
                self.spot = Spot { passages, way: Way::Chosen, seen: true, ..Spot::default() };
            }
            Pointed::Read(passages) => {
                self.over.clear();
                let here = |at: &usize| passages.contains(at);
                if self.spot.passages.iter().any(here) {
                    self.spot.seen = true;
                } else if !passages.is_empty() && (self.spot.seen || self.spot.passages.is_empty()) {
                    self.spot = Spot { passages, way: Way::Chosen, seen: true, ..Spot::default() };
                }
            }
        }
    }

    /// What it is after the move.
    pub(super) fn after(&self, step: Move) -> Self {
        let mut next = self.clone();
        match step {
            Move::Held(held) => {
                next.held = held;
                next.over = self.moved(&self.over, &next);
                next.spot.passages = self.moved(&self.spot.passages, &next);
                next.spot.sentence = None;
            }
            Move::Opened(item, fresh) => {
                let passages = self.of(item);
                if !passages.is_empty() {
                    next.go(Spot { passages, item: Some(item), ..Spot::default() });
                    next.turn = self.turn.wrapping_add(u32::from(fresh));
                }
            }
            Move::Phrase(paragraph, words, item) => {
                let chosen =
                    |at: &usize| self.passage(*at).is_some_and(|it| (it.paragraph, &it.words) == (paragraph, &words));
                if let Some(at) = self.of(item).into_iter().find(chosen) {
                    next.go(Spot { passages: vec![at], ..Spot::default() });
                }
            }
            Move::Closed(item) => {
                if self.spot.item == Some(item) {
                    next.dismiss();
                }
            }
            Move::Show(item) => {
                let passages = self.of(item);
                let again = self.spot.item == Some(item) && self.is_asked();
                let at = if again { (self.spot.at + 1) % passages.len().max(1) } else { 0 };
                next.go(Spot { passages, at, item: Some(item), way: Way::Asked, ..Spot::default() });
            }
            Move::Step(by) => next.step(by),
            Move::Sentence(at) => next.go(Spot { sentence: Some(at), way: Way::Asked, ..Spot::default() }),
            Move::Pointed(pointed) => next.point(pointed),
            Move::Dismiss => next.dismiss(),
        }
        next
    }
}
