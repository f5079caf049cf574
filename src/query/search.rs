//! Search: every word must occur somewhere in the item; names come first, then starts of words, then insides.
//!
//! What is searched through are the different words of the deal, each with the items in which it stands: a term has no
//! spaces, so it stands in a text if it stands in one of the text's words, and whether at the start of a word shows there
//! as well. A search costs what the vocabulary costs and what is found, not what was written.

use crate::deal::gather::Gather;
use std::ops::Range;

use crate::deal::slots::Slots;
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
    pages: Vec<Page>,
    /// Where the words stand that stand in several items.
    lists: Vec<Vec<u32>>,
    /// Finds words by their hashes while they are read.
    slots: Slots,
    /// How many items are in it.
    items: u32,
    /// How many texts of the next one are.
    texts: usize,
}

/// So many words stand on a page. No page moves when it is full, so that nothing is ever there twice.
const PAGE: usize = 4096;

/// Some of the words.
#[derive(Debug, Clone, Default)]
struct Page {
    /// One after the other, with a line break after each, which no term has.
    text: String,
    words: Vec<Word>,
}

/// A word, in twelve bytes: of a large deal there are a million, most of which stand in one item.
#[derive(Debug, Clone)]
struct Word {
    /// Where it ends in the text of its page.
    end: u32,
    /// The last item in which it stands, twice its number, and one more where it stands in a name.
    last: u32,
    /// The number of the list of all of them; of no list where the last is the only one.
    list: u32,
}

/// The number of no list.
const NONE: u32 = u32::MAX;

impl Page {
    fn word(&self, at: usize) -> &str {
        let end = |at: usize| self.words.get(at).map_or(0, |word| word.end as usize);
        let start = at.checked_sub(1).map_or(0, |before| end(before) + 1);
        self.text.get(start..end(at)).unwrap_or_default()
    }
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
        let (pages, lists, slots) = (Vec::new(), Vec::new(), Slots::of(512));
        Self { folder: Folder::new(fold), fold, pages, lists, slots, items: 0, texts: 0 }
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
        let more = (self.items as usize) < deal.len();
        if !more {
            self.slots = Slots::of(0);
        }
        more
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
        let of_word = hash(word);
        let is_word = |at: u32| self.word(at as usize) == word;
        let (slot, known) = self.slots.find(of_word, &is_word);
        if let Some(known) =
            known.and_then(|at| self.pages.get_mut(at as usize / PAGE)?.words.get_mut(at as usize % PAGE))
        {
            let last = known.last;
            known.last = last.max(place);
            let list = self.lists.get_mut(known.list as usize);
            // Names weigh more, wherever else it stands.
            match list {
                Some(list) if last | 1 < place => list.push(place),
                None if last | 1 < place => {
                    known.list = self.lists.len() as u32;
                    self.lists.push(vec![last, place]);
                }
                Some(list) => list.last_mut().into_iter().for_each(|last| *last = known.last),
                None => {}
            }
            return;
        }
        if self.pages.last().is_none_or(|page| page.words.len() == PAGE) {
            self.pages.last_mut().into_iter().for_each(|page| page.text.shrink_to_fit());
            self.pages.push(Page::default());
        }
        let before = (self.pages.len() - 1) * PAGE;
        let Some(page) = self.pages.last_mut() else { return };
        let at = before + page.words.len();
        self.slots.enter(slot, of_word, at as u32);
        page.text.push_str(word);
        page.words.push(Word { end: page.text.len() as u32, last: place, list: NONE });
        page.text.push('\n');
        if at + 1 == self.slots.room() {
            let mut larger = Slots::of((at + 1) * 2);
            for at in 0..=at {
                let of_word = hash(self.word(at));
                // Each word stands once, so no other is it.
                larger.enter(larger.find(of_word, &|_| false).0, of_word, at as u32);
            }
            self.slots = larger;
        }
    }

    fn word(&self, at: usize) -> &str {
        self.pages.get(at / PAGE).map_or("", |page| page.word(at % PAGE))
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
        for page in &self.pages {
            let (mut next, mut from) = (0, 0);
            while let Some(found) = term.next(&page.text, from) {
                let rest = page.words.get(next..).unwrap_or_default();
                let at = next + rest.partition_point(|word| (word.end as usize) < found);
                let Some(word) = page.words.get(at) else { break };
                (next, from) = (at + 1, word.end as usize);
                let Some(starts) = term.best(page.word(at)) else { continue };
                let only = std::slice::from_ref(&word.last);
                for place in self.lists.get(word.list as usize).map_or(only, |list| list) {
                    let level = if starts { 1 - (*place & 1) as u8 } else { 2 };
                    if let Some(rank) = ranks.get_mut((*place / 2) as usize) {
                        *rank = (*rank).min(level);
                    }
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
