//! Search: every word must occur somewhere in the item; names come first, then starts of words, then insides.
//!
//! What is searched through are the different words of the deal, each with the items in which it stands: a term has no
//! spaces, so it stands in a text if it stands in one of the text's words, and whether at the start of a word shows there
//! as well. A search costs what the vocabulary costs and what is found, not what was written.

use crate::deal::gather::Gather;
use std::ops::Range;

use crate::deal::{Deal, ItemId, hash};

use super::field::{Field, each_text};
use super::fold::{Fold, Folder};
use super::terms::{Term, Terms};

/// So many texts are read in one step.
const TEXTS: usize = 512;

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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The item.
    pub item: ItemId,
    /// How well it answers.
    pub rank: Rank,
}

/// The text of an item that shows best why it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The text.
    pub field: Field,
    /// Which of the texts of that field; see [`field_text`](super::field_text).
    pub at: usize,
    /// What to mark in that text: bytes, sorted, apart from each other.
    pub ranges: Vec<Range<usize>>,
    /// Whether every word stands somewhere in the item.
    pub answers: bool,
}

/// The words of a deal, folded.
#[derive(Debug, Clone)]
pub struct SearchIndex {
    folder: Folder,
    fold: Fold,
    /// One after the other, with a line break after each, which no term has.
    text: String,
    words: Vec<Word>,
    /// Finds words by their hashes: half of the slots stay empty, so that a search soon meets one.
    slots: Vec<Option<(u32, u32)>>,
    /// How many items are in it.
    items: u32,
    /// How many texts of the next one are.
    texts: usize,
}

#[derive(Debug, Clone)]
struct Word {
    end: usize,
    /// The items, twice their number, and one more where it stands in a name.
    places: Vec<u32>,
    /// The last of them, which most words meet again.
    last: u32,
}

impl SearchIndex {
    /// Reads every text of the deal.
    pub fn new(deal: &Deal, fold: Fold) -> Self {
        let mut index = Self::begin(fold);
        while index.go_on(deal) {}
        index
    }

    /// One that has read nothing yet.
    pub fn begin(fold: Fold) -> Self {
        let slots = vec![None; 1024];
        Self { folder: Folder::new(fold), fold, text: String::new(), words: Vec::new(), slots, items: 0, texts: 0 }
    }

    /// Reads texts of one more item, 512 at the most, as a source can be as long as all the rest; says whether there are
    /// more.
    pub fn go_on(&mut self, deal: &Deal) -> bool {
        let (item, from) = (self.items, self.texts);
        let mut at = 0;
        each_text(deal, ItemId(item), |field, _, text| {
            at += 1;
            if at <= from || at > from + TEXTS {
                return;
            }
            let folded = self.folder.fold(text);
            let place = item * 2 + u32::from(field == Field::Name);
            for word in folded.as_str().split(' ').filter(|word| !word.is_empty()) {
                self.add(word, place);
            }
        });
        self.texts = from + TEXTS;
        if at <= self.texts {
            self.items += 1;
            self.texts = 0;
        }
        (self.items as usize) < deal.len()
    }

    /// How many items it has read.
    pub fn progress(&self) -> usize {
        self.items as usize
    }

    /// The folding that the index was made with.
    pub fn fold(&self) -> Fold {
        self.fold
    }

    fn add(&mut self, word: &str, place: u32) {
        let hash = hash(word);
        let (slot, known) = self.slot(word, hash);
        if let Some(known) = known.and_then(|at| self.words.get_mut(at as usize)) {
            // Names weigh more, wherever else it stands.
            if known.last | 1 < place {
                known.places.push(place);
                known.last = place;
            } else if known.last < place {
                known.last = place;
                known.places.pop();
                known.places.push(place);
            }
            return;
        }
        let entry = Some((hash, self.words.len() as u32));
        if let Some(slot) = self.slots.get_mut(slot) {
            *slot = entry;
        }
        self.text.push_str(word);
        self.words.push(Word { end: self.text.len(), places: vec![place], last: place });
        self.text.push('\n');
        if self.words.len() * 2 > self.slots.len() {
            let larger = vec![None; self.slots.len() * 4];
            for entry in std::mem::replace(&mut self.slots, larger) {
                // Each word stands once, so no other is it.
                let slot = entry.map(|(hash, _)| self.slot("", hash).0);
                if let Some(slot) = slot.and_then(|slot| self.slots.get_mut(slot)) {
                    *slot = entry;
                }
            }
        }
    }

    fn word(&self, at: usize) -> &str {
        let end = |at: usize| self.words.get(at).map_or(0, |word| word.end);
        let start = at.checked_sub(1).map_or(0, |before| end(before) + 1);
        self.text.get(start..end(at)).unwrap_or_default()
    }

    /// The slot where the word stands, or would; and which of all it is.
    fn slot(&self, word: &str, hash: u32) -> (usize, Option<u32>) {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while let Some((other, at)) = self.slots.get(slot).copied().flatten() {
            if other == hash && self.word(at as usize) == word {
                return (slot, Some(at));
            }
            slot = (slot + 1) & mask;
        }
        (slot, None)
    }

    /// Whether `query` has a word to search for.
    pub fn asks(&self, query: &str) -> bool {
        !Terms::new(query, self.fold).is_empty()
    }

    /// What answers `query`, the best first, equals in the format's order. A query without a word finds nothing.
    pub fn search(&self, query: &str) -> Vec<Hit> {
        let terms = Terms::new(query, self.fold);
        let mut hits = Vec::new();
        let Some((first, rest)) = terms.0.split_first() else { return hits };
        let mut ranks = self.ranks(first);
        for term in rest {
            let others = self.ranks(term);
            ranks.iter_mut().zip(others).for_each(|(rank, other)| *rank = (*rank).max(other));
        }
        for (level, rank) in (0..).zip([Rank::Name, Rank::Start, Rank::Inside]) {
            let found = (0..).map(ItemId).zip(&ranks).filter(|(_, at)| **at == level);
            found.map(|(item, _)| Hit { item, rank }).add_to(&mut hits);
        }
        hits
    }

    /// How well each item answers one term: as a [`Rank`], or 3 for not at all.
    fn ranks(&self, term: &Term) -> Vec<u8> {
        let mut ranks = vec![3; self.items as usize];
        let (mut next, mut from) = (0, 0);
        while let Some(found) = term.next(&self.text, from) {
            let at = next + self.words.get(next..).unwrap_or_default().partition_point(|word| word.end < found);
            let Some(word) = self.words.get(at) else { break };
            (next, from) = (at + 1, word.end);
            let Some(starts) = term.best(self.word(at)) else { continue };
            for place in &word.places {
                let level = if starts { 1 - (*place & 1) as u8 } else { 2 };
                if let Some(rank) = ranks.get_mut((*place / 2) as usize) {
                    *rank = (*rank).min(level);
                }
            }
        }
        ranks
    }

    /// The text of an item that has most of the words of `query`; `None` where it has no text.
    pub fn reason(&self, deal: &Deal, item: ItemId, query: &str) -> Option<Reason> {
        let terms = Terms::new(query, self.fold);
        // It knows what to ask the browser for else in each of many texts.
        let mut folder = self.folder.clone();
        let mut found: Vec<bool> = vec![false; terms.0.len()];
        let mut best: Option<(usize, Rank, Reason)> = None;
        each_text(deal, item, |field, at, text| {
            // Names come first, so after them nothing answers better; a source may have tens of thousands of texts.
            if best.as_ref().is_some_and(|(missed, rank, _)| *missed == 0 && *rank <= Rank::Start) {
                return;
            }
            let folded = folder.fold(text);
            let (mut missed, mut worst) = (0, Rank::Name);
            for (term, found) in terms.0.iter().zip(&mut found) {
                match term.best(folded.as_str()) {
                    Some(starts) => {
                        *found = true;
                        let named = if field == Field::Name { Rank::Name } else { Rank::Start };
                        worst = worst.max(if starts { named } else { Rank::Inside });
                    }
                    None => missed += 1,
                }
            }
            if best.as_ref().is_none_or(|(fewest, rank, _)| (missed, worst) < (*fewest, *rank)) {
                let ranges = terms.marks(&folded);
                best = Some((missed, worst, Reason { field, at, ranges, answers: false }));
            }
        });
        let answers = !found.is_empty() && found.iter().all(|found| *found);
        best.map(|(_, _, reason)| Reason { answers, ..reason })
    }
}
