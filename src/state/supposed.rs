//! What the reader supposes of the deal's pieces, by the ids of the document, there and back as one short text.

use crate::deal::gather::{Gather, joined};
use crate::deal::sort::sort_by_key;
use crate::deal::{Deal, Item, ItemId, Kind};
use crate::reason::{Setting, is_settable};

use super::percent::{decode, encode};

/// That all holds; no id begins with `_`.
const ALL: &str = "_all";
/// That nothing is supposed of a piece after all.
const REPORTED: &str = "reported";

/// What is supposed. Equal ones follow alike, in whatever order they came about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Supposed {
    /// Whether every condition is supposed to hold and every doubt to be dispelled, but for the pieces below.
    all: bool,
    /// Pieces with what is supposed of each, by their ids in order; `None` only where all is supposed to hold.
    pieces: Vec<(String, Option<Setting>)>,
}

impl Supposed {
    /// That every condition holds and every doubt is dispelled. What would come of it, aims and events, stays open.
    pub fn all() -> Self {
        Self { all: true, pieces: Vec::new() }
    }

    /// One supposition.
    pub fn only(id: &str, setting: Setting) -> Self {
        Self { all: false, pieces: vec![(id.to_owned(), Some(setting))] }
    }

    /// Whether nothing is supposed.
    pub fn is_empty(&self) -> bool {
        !self.all && self.pieces.is_empty()
    }

    /// Whether it began with all that holds.
    pub fn is_all(&self) -> bool {
        self.all
    }

    /// Supposes something of a piece, or nothing any more.
    pub fn set(&mut self, id: &str, setting: Option<Setting>) {
        let kept = setting.is_some() || self.all;
        match self.pieces.binary_search_by(|(other, _)| other.as_str().cmp(id)) {
            Ok(at) if kept => {
                if let Some(piece) = self.pieces.get_mut(at) {
                    piece.1 = setting;
                }
            }
            Ok(at) => {
                self.pieces.remove(at);
            }
            Err(at) if kept => self.pieces.insert(at, (id.to_owned(), setting)),
            Err(_) => {}
        }
    }

    /// What is supposed of a piece of this kind.
    pub fn get(&self, id: &str, kind: Kind) -> Option<Setting> {
        match self.pieces.binary_search_by(|(other, _)| other.as_str().cmp(id)) {
            Ok(at) => self.pieces.get(at).and_then(|(_, setting)| *setting),
            Err(_) => self.general(kind),
        }
    }

    /// What is supposed of all pieces of a kind.
    fn general(&self, kind: Kind) -> Option<Setting> {
        match kind {
            Kind::Condition if self.all => Some(Setting::Holds),
            Kind::Doubt if self.all => Some(Setting::Fails),
            _ => None,
        }
    }

    /// The pieces that the reader set one by one.
    pub fn pieces(&self) -> impl Iterator<Item = (&str, Option<Setting>)> {
        self.pieces.iter().map(|(id, setting)| (id.as_str(), *setting))
    }

    /// Every piece of a deal of which something is supposed, in the document's order.
    pub fn settings(&self, deal: &Deal) -> Vec<(ItemId, Setting)> {
        if self.all {
            let mut all = Vec::new();
            // Most of a large deal cannot be set, and of what can few are set one by one.
            for kind in Kind::ALL.iter().copied().filter(|kind| is_settable(*kind)) {
                let general = self.general(kind);
                let setting = |id: ItemId| match deal.item(id) {
                    Some(item) if !self.pieces.is_empty() => self.get(item.id(), kind),
                    _ => general,
                };
                deal.of_kind(kind).filter_map(|id| Some((id, setting(id)?))).add_to(&mut all);
            }
            return all;
        }
        let mut settings: Vec<(ItemId, Setting)> =
            self.pieces.iter().filter_map(|(id, setting)| Some((deal.find(id)?, (*setting)?))).gather();
        sort_by_key(&mut settings, |(id, _)| *id);
        settings
    }

    /// Leaves out what this deal does not know, or of which nothing can be supposed.
    pub(super) fn settle(&mut self, deal: &Deal) {
        self.pieces.retain(|(id, _)| deal.get(id).map(Item::kind).is_some_and(is_settable));
    }

    /// As one short text: `press-assad:fails,iran-persuaded:holds`; empty where nothing is supposed.
    pub fn text(&self) -> String {
        let pieces = self.pieces.iter().map(|(id, setting)| {
            let word = setting.map_or(REPORTED, Setting::word);
            [encode(id).as_str(), word].join(":")
        });
        joined(&self.all.then(|| ALL.to_owned()).into_iter().chain(pieces).gather(), ",")
    }

    /// What such a text says; what is not understood is left out.
    pub fn parse(text: &str) -> Self {
        let mut supposed = Self { all: text.split(',').any(|part| part == ALL), pieces: Vec::new() };
        for (id, word) in text.split(',').filter_map(|part| part.rsplit_once(':')) {
            let setting = Setting::from_word(word);
            if setting.is_some() || word == REPORTED {
                supposed.set(&decode(id), setting);
            }
        }
        supposed
    }
}

/// What is supposed now, and what was before: to go back and forth.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trial {
    /// Now.
    pub now: Supposed,
    past: Vec<Supposed>,
    future: Vec<Supposed>,
}

/// As many steps back as anyone takes.
const STEPS: usize = 100;

impl Trial {
    /// Supposes this from now on.
    pub fn turn(&mut self, next: Supposed) {
        if next != self.now {
            self.past.push(std::mem::replace(&mut self.now, next));
            self.future.clear();
            if self.past.len() > STEPS {
                self.past.remove(0);
            }
        }
    }

    /// What was supposed before.
    pub fn undo(&mut self) {
        if let Some(before) = self.past.pop() {
            self.future.push(std::mem::replace(&mut self.now, before));
        }
    }

    /// What was supposed before it was undone.
    pub fn redo(&mut self) {
        if let Some(after) = self.future.pop() {
            self.past.push(std::mem::replace(&mut self.now, after));
        }
    }

    /// Whether there is a step back, and one forth.
    pub fn ways(&self) -> (bool, bool) {
        (!self.past.is_empty(), !self.future.is_empty())
    }
}

impl From<Supposed> for Trial {
    /// Nothing was supposed before.
    fn from(now: Supposed) -> Self {
        Self { now, ..Self::default() }
    }
}
