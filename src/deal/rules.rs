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

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use super::document::Document;
use super::issue::{Fault, Issue};
use super::item::{Item, ItemId};
use super::json::{Path, Segment};
use super::spot::{Spot, items};

/// Every breach of a rule in the document, given the faults of its reading.
pub(crate) fn check(document: &Document, reading: &[Issue]) -> Vec<Issue> {
    let court = Court::new(document, reading);
    for rule in [
        forms::check,
        ids::check,
        references::check,
        evidence::check,
        states::check,
        dates::check,
        circles::check,
        orphans::check,
        unused::check,
    ] {
        rule(&court);
    }
    court.issues.into_inner()
}

/// A document before its judges.
struct Court<'d> {
    document: &'d Document,
    /// Every item with its spot; its index is its number.
    items: Vec<(Spot, Item<'d>)>,
    /// The first item with each id.
    ids: HashMap<&'d str, ItemId>,
    /// Paths whose values could not be read.
    unread: HashSet<Vec<Segment>>,
    issues: RefCell<Vec<Issue>>,
}

impl<'d> Court<'d> {
    fn new(document: &'d Document, reading: &[Issue]) -> Self {
        let items: Vec<_> = items(document).collect();
        let mut ids = HashMap::with_capacity(items.len());
        for (number, (_, item)) in (0..).zip(&items) {
            ids.entry(item.id()).or_insert(ItemId(number));
        }
        let unread = reading.iter().filter_map(unread).map(|path| path.0).collect();
        Self { document, items, ids, unread, issues: RefCell::default() }
    }

    /// Reports a fault, if the value at the path was read.
    fn report(&self, path: Path, fault: Fault) {
        if self.was_read(|| path.clone()) {
            self.issues.borrow_mut().push(Issue::new(fault, path));
        }
    }

    /// Whether the value at the path, and all that it stands in, were read without fault. An absent one was.
    fn was_read(&self, path: impl FnOnce() -> Path) -> bool {
        if self.unread.is_empty() {
            return true;
        }
        let path = path().0;
        !(0..=path.len()).any(|end| path.get(..end).is_some_and(|start| self.unread.contains(start)))
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
