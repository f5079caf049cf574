//! Rules D03 to D12, as far as more than the type of one value is needed to judge them.
//!
//! A rule is judged only where its ground was read without fault: a misspelt `evidence` is reported as an unknown key
//! and not once more as a statement without evidence.

mod circles;
mod dates;
mod evidence;
mod forms;
mod ids;
mod orphans;
mod references;
mod states;
mod unused;

use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::ops::Range;

use super::document::Document;
use super::index::{Deal, Index};
use super::issue::{Fault, Issue};
use super::item::{Item, ItemId};
use super::path::{Path, Segment};
use super::reference::{RawReference, each_reference};
use super::spot::Spot;

/// Every breach of a rule in the document, given the faults of its reading.
pub(crate) fn check(document: Document, reading: &[Issue]) -> (Document, Vec<Issue>) {
    let unread = reading.iter().filter_map(unread).map(|path| path.0).collect();
    let clerk = Protocol { unread, issues: RefCell::default() };
    let mut index = Index::new(document);
    let all = 0..index.len();
    index.name(all.clone());
    let court = Court { index: &index, clerk: &clerk };
    (0..RULES).for_each(|rule| judge(&court, rule, all.clone()));
    orphans::check(&court);
    unused::check(&court);
    (index.document, clerk.issues.into_inner())
}

/// How many rules there are whose breach is an error.
const RULES: usize = 7;

/// The rounds of a trial in which references are judged, and whether anything refers to itself.
const REFERENCES: usize = 4;
const CIRCLES: usize = 8;

/// So many items are looked at in one step.
const ITEMS: usize = 128;

/// The judging of a document that was read without fault, and the index of it, a few items at a time; warnings do not
/// count.
pub struct Trial {
    index: Index,
    verdict: Verdict,
    /// How far it is: items are named and tied to what they refer to, then judged by each rule, then tied back.
    round: usize,
    next: usize,
}

impl Trial {
    /// How often it looks at every item.
    const ROUNDS: usize = RULES + 3;

    /// Nothing is judged yet.
    pub fn new(document: Document) -> Self {
        Self { index: Index::new(document), verdict: Verdict { broken: Cell::new(false) }, round: 0, next: 0 }
    }

    /// Looks at a few more items; says whether there is more to do.
    pub fn go_on(&mut self) -> bool {
        let end = self.index.len().min(self.next + ITEMS);
        let items = self.next..end;
        let is_judged = match self.round {
            // Where all references were found when they were followed, only the steps of the tour are left to judge,
            REFERENCES => !self.index.stray && end < self.index.len(),
            // and where none led back, only what is part of what.
            CIRCLES => !self.index.knot && self.next > 0,
            _ => false,
        };
        match self.round {
            0 => self.index.name(items),
            1 => self.index.refer(items),
            _ if is_judged => {}
            round if round < Self::ROUNDS - 1 => {
                judge(&Court { index: &self.index, clerk: &self.verdict }, round - 2, items);
            }
            _ => self.index.refer_back(items),
        }
        self.next = end;
        if end == self.index.len() {
            (self.round, self.next) = (self.round + 1, 0);
        }
        self.round < Self::ROUNDS && !self.verdict.broken.get()
    }

    /// The deal, where every rule is kept; to be asked when there is no more to do.
    pub fn deal(self) -> Option<Deal> {
        (self.round == Self::ROUNDS && !self.verdict.broken.get()).then(|| Deal::of(self.index))
    }
}

fn judge(court: &Court<'_, impl Clerk>, rule: usize, items: Range<usize>) {
    match rule {
        0 => forms::check(court, items),
        1 => ids::check(court, items),
        2 => references::check(court, items),
        3 => evidence::check(court, items),
        4 => states::check(court, items),
        5 => dates::check(court, items),
        _ => circles::check(court, items),
    }
}

/// Takes down what the judges say.
trait Clerk {
    /// Takes down a fault, if the value at the path was read.
    fn report(&self, path: impl FnOnce() -> Path, fault: impl FnOnce() -> Fault);

    /// Whether the value at the path, and all that it stands in, were read without fault. An absent one was.
    fn was_read(&self, path: impl FnOnce() -> Path) -> bool;
}

/// Every fault, with its path.
struct Protocol {
    /// Paths whose values could not be read.
    unread: HashSet<Vec<Segment>>,
    issues: RefCell<Vec<Issue>>,
}

impl Clerk for Protocol {
    fn report(&self, path: impl FnOnce() -> Path, fault: impl FnOnce() -> Fault) {
        let path = path();
        if self.was_read(|| path.clone()) {
            self.issues.borrow_mut().push(Issue::new(fault(), path));
        }
    }

    fn was_read(&self, path: impl FnOnce() -> Path) -> bool {
        if self.unread.is_empty() {
            return true;
        }
        let path = path().0;
        !(0..=path.len()).any(|end| path.get(..end).is_some_and(|start| self.unread.contains(start)))
    }
}

/// Only whether there was a fault, in a document all of which was read.
struct Verdict {
    broken: Cell<bool>,
}

impl Clerk for Verdict {
    fn report(&self, _: impl FnOnce() -> Path, _: impl FnOnce() -> Fault) {
        self.broken.set(true);
    }

    fn was_read(&self, _: impl FnOnce() -> Path) -> bool {
        true
    }
}

/// A document before its judges.
struct Court<'d, C> {
    index: &'d Index,
    clerk: &'d C,
}

impl<'d, C: Clerk> Court<'d, C> {
    fn document(&self) -> &'d Document {
        &self.index.document
    }

    fn report(&self, path: impl FnOnce() -> Path, fault: impl FnOnce() -> Fault) {
        self.clerk.report(path, fault);
    }

    fn was_read(&self, path: impl FnOnce() -> Path) -> bool {
        self.clerk.was_read(path)
    }

    /// The first item with this id.
    fn find(&self, id: &str) -> Option<ItemId> {
        self.index.find(id)
    }

    fn item(&self, id: ItemId) -> Option<Item<'d>> {
        self.entry(id.index()).map(|(_, item)| item)
    }

    /// How many items there are.
    fn len(&self) -> usize {
        self.index.len()
    }

    /// The item of this number, and where it stands.
    fn entry(&self, number: usize) -> Option<(Spot, Item<'d>)> {
        let spot = *self.index.spots.get(number)?;
        Some((spot, spot.item(self.document())?))
    }

    /// These items, and where they stand.
    fn items(&self, numbers: Range<usize>) -> impl Iterator<Item = (Spot, Item<'d>)> {
        numbers.filter_map(|number| self.entry(number))
    }

    fn each_reference(&self, numbers: Range<usize>, visit: impl FnMut(RawReference<'d>)) {
        each_reference(self.document(), &self.index.spots, numbers, visit);
    }
}

/// The path that a fault of reading leaves without a value.
fn unread(issue: &Issue) -> Option<Path> {
    match &issue.fault {
        Fault::WrongType { .. } | Fault::NotOneOf { .. } => Some(issue.path.clone()),
        Fault::MissingKey { key } => Some(issue.path.key(key)),
        // The author did write it, under another name.
        Fault::UnknownKey { nearest: Some(key), .. } => {
            let parent = issue.path.0.split_last().map(|(_, parent)| parent.to_vec());
            Some(Path(parent.unwrap_or_default()).key(key))
        }
        _ => None,
    }
}
