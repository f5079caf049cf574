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

use crate::deal::gather::Gather;
use std::cell::{Cell, RefCell};
use std::collections::HashSet;

use super::document::Document;
use super::index::Ids;
use super::issue::{Fault, Issue};
use super::item::{Item, ItemId};
use super::path::{Path, Segment};
use super::spot::{Spot, items, spots};

/// Every breach of a rule in the document, given the faults of its reading.
pub(crate) fn check(document: &Document, reading: &[Issue]) -> Vec<Issue> {
    let unread = reading.iter().filter_map(unread).map(|path| path.0).collect();
    let court = Court::new(document, Protocol { unread, issues: RefCell::default() });
    errors(&court);
    orphans::check(&court);
    unused::check(&court);
    court.clerk.issues.into_inner()
}

/// The judging of a document that was read without fault, rule by rule; warnings do not count.
pub struct Trial<'d> {
    court: Court<'d, Verdict>,
    next: usize,
}

impl<'d> Trial<'d> {
    /// How many steps there are.
    pub const STEPS: usize = 7;

    /// Nothing is judged yet.
    pub fn new(document: &'d Document) -> Self {
        Self { court: Court::new(document, Verdict { broken: Cell::new(false) }), next: 0 }
    }

    /// Judges by one more rule; says whether there are more.
    pub fn go_on(&mut self) -> bool {
        judge(&self.court, self.next);
        self.next += 1;
        self.next < Self::STEPS
    }

    /// Whether every rule so far is kept.
    pub fn is_kept(&self) -> bool {
        !self.court.clerk.broken.get()
    }
}

fn errors(court: &Court<'_, impl Clerk>) {
    (0..Trial::STEPS).for_each(|rule| judge(court, rule));
}

fn judge(court: &Court<'_, impl Clerk>, rule: usize) {
    match rule {
        0 => forms::check(court),
        1 => ids::check(court),
        2 => references::check(court),
        3 => evidence::check(court),
        4 => states::check(court),
        5 => dates::check(court),
        _ => circles::check(court),
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
    document: &'d Document,
    /// Every item with its spot; its index is its number.
    items: Vec<(Spot, Item<'d>)>,
    ids: Ids,
    spots: Vec<Spot>,
    clerk: C,
}

impl<'d, C: Clerk> Court<'d, C> {
    fn new(document: &'d Document, clerk: C) -> Self {
        let spots = spots(document);
        Self { document, items: items(document).gather(), ids: Ids::new(document, &spots), spots, clerk }
    }

    fn report(&self, path: impl FnOnce() -> Path, fault: impl FnOnce() -> Fault) {
        self.clerk.report(path, fault);
    }

    fn was_read(&self, path: impl FnOnce() -> Path) -> bool {
        self.clerk.was_read(path)
    }

    /// The first item with this id.
    fn find(&self, id: &str) -> Option<ItemId> {
        self.ids.find(self.document, &self.spots, id)
    }

    fn item(&self, id: ItemId) -> Option<Item<'d>> {
        self.items.get(id.index()).map(|(_, item)| *item)
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
