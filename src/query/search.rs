//! Search: every word must occur somewhere in the item; names come first, then starts of words, then insides.

use crate::deal::gather::Gather;
use crate::deal::sort::{sort_and_dedup, sort_by_key};
use std::ops::Range;

use crate::deal::{Deal, ItemId};

use super::field::{Field, each_text};
use super::fold::{Fold, FoldedText, Folder};
use super::terms::{Term, Terms};

/// How well an item answers a search: as its worst word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// In a name or title, at the start of a word.
    Name,
    /// At the start of a word.
    Start,
    /// Inside a word.
    Inside,
}

/// An item that a search found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The item.
    pub item: ItemId,
    /// How well it answers.
    pub rank: Rank,
    /// The text of the item that shows best why.
    pub field: Field,
    /// Which of the texts of that field; see [`field_text`](super::field_text).
    pub at: usize,
    /// What to mark in that text: bytes, sorted, apart from each other.
    pub ranges: Vec<Range<usize>>,
}

/// The folded texts of a deal.
#[derive(Debug, Clone)]
pub struct SearchIndex {
    fold: Fold,
    entries: Vec<Entry>,
    /// Where the entries of each item begin; one more than there are items.
    starts: Vec<usize>,
}

#[derive(Debug, Clone)]
struct Entry {
    field: Field,
    at: usize,
    text: FoldedText,
}

impl SearchIndex {
    /// Folds every text of the deal.
    pub fn new(deal: &Deal, fold: Fold) -> Self {
        let (mut folder, mut entries, mut starts) = (Folder::new(fold), Vec::new(), vec![0]);
        for (id, _) in deal.items() {
            each_text(deal, id, |field, at, text| entries.push(Entry { field, at, text: folder.fold(text) }));
            starts.push(entries.len());
        }
        Self { fold, entries, starts }
    }

    /// The folding that the index was made with.
    pub fn fold(&self) -> Fold {
        self.fold
    }

    /// Whether `query` has a word to search for.
    pub fn asks(&self, query: &str) -> bool {
        !Terms::new(query, self.fold).is_empty()
    }

    /// What answers `query`, the best first, equals in the format's order. A query without a word finds nothing.
    pub fn search(&self, query: &str) -> Vec<Hit> {
        let terms = Terms::new(query, self.fold);
        let items = 0..self.starts.len().saturating_sub(1) as u32;
        self.among(&terms, items.map(ItemId))
    }

    /// What answers `query`, given what answered `previous`: the same as [`search`](Self::search), but it looks only
    /// among the earlier hits where the new query merely narrows the old one.
    pub fn narrow(&self, previous: &str, hits: &[Hit], query: &str) -> Vec<Hit> {
        let (old, new) = (Terms::new(previous, self.fold), Terms::new(query, self.fold));
        if !new.narrow(&old) {
            return self.search(query);
        }
        let mut items: Vec<ItemId> = hits.iter().map(|hit| hit.item).gather();
        sort_and_dedup(&mut items);
        self.among(&new, items.into_iter())
    }

    fn among(&self, terms: &Terms, items: impl Iterator<Item = ItemId>) -> Vec<Hit> {
        if terms.is_empty() {
            return Vec::new();
        }
        let mut hits: Vec<Hit> = items.filter_map(|item| self.hit(terms, item)).gather();
        sort_by_key(&mut hits, |hit| hit.rank);
        hits
    }

    fn hit(&self, terms: &Terms, item: ItemId) -> Option<Hit> {
        let bounds = *self.starts.get(item.index())?..*self.starts.get(item.index() + 1)?;
        let entries = self.entries.get(bounds)?;
        let best = |term: &Term| entries.iter().filter_map(|entry| entry.rank(term)).min();
        let rank = terms.0.iter().map(best).try_fold(Rank::Name, |worst, rank| rank.map(|rank| worst.max(rank)))?;
        let missed = |entry: &&Entry| terms.0.iter().filter(|term| entry.rank(term).is_none()).count();
        let shown = entries.iter().min_by_key(|entry| {
            let rank = terms.0.iter().filter_map(|term| entry.rank(term)).max();
            (missed(entry), rank.unwrap_or(Rank::Inside))
        })?;
        Some(Hit { item, rank, field: shown.field, at: shown.at, ranges: terms.marks(&shown.text) })
    }
}

impl Entry {
    fn rank(&self, term: &Term) -> Option<Rank> {
        let starts = term.places(self.text.as_str()).map(|(_, starts)| starts).max()?;
        Some(match (starts, self.field) {
            (true, Field::Name) => Rank::Name,
            (true, _) => Rank::Start,
            (false, _) => Rank::Inside,
        })
    }
}
