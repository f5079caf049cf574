//! Where the words of a deal stand in an article that somebody else's page shows.
//!
//! The page's blocks need not be the paragraphs that the document counts: headings, captions and advertisements stand
//! between, paragraphs are split or merged. So words that stand once in the whole article say where their paragraph
//! stands, and words that stand several times are decided by that ([`order`]). What stays in doubt is an orphan.

mod order;
mod silence;

use crate::deal::gather::Gather;
use std::ops::Range;

use crate::deal::{Deal, Evidence, ItemId, Kind, fold, matches, sort::sort_by_key, unfold};
use order::{Anchor, Order};

pub use silence::{Silences, silences};

/// A place in an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Which of the blocks, from 0.
    pub block: usize,
    /// The UTF-16 code units of its text.
    pub range: Range<usize>,
}

/// Words of the article, and what they prove.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Where they stand.
    pub place: Place,
    /// The paragraph, as the document counts.
    pub paragraph: u32,
    /// The words, folded.
    pub words: String,
    /// The items that rest on them, in the format's order.
    pub items: Vec<ItemId>,
}

/// A deal held against an article that stands in the same page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passages {
    /// Which of the deal's sources the article is.
    pub source: ItemId,
    /// What was found, in the order of the article.
    pub found: Vec<Passage>,
    /// Evidence from that source that was not: the item, and which of its pieces.
    pub orphans: Vec<(ItemId, usize)>,
}

impl Passages {
    /// The passages that prove an item, in the order of the article.
    pub fn of(&self, item: ItemId) -> Vec<usize> {
        let proves = |(at, passage): (usize, &Passage)| passage.items.contains(&item).then_some(at);
        self.found.iter().enumerate().filter_map(proves).gather()
    }

    /// Whether a piece of an item's evidence should stand in the article and does not.
    pub fn is_orphan(&self, item: ItemId, at: usize) -> bool {
        self.orphans.contains(&(item, at))
    }
}

/// A block of the article, as it stands and folded.
struct Block<'t> {
    text: &'t str,
    folded: String,
}

/// A piece of evidence and every place where its words stand.
struct Wanted<'d> {
    item: ItemId,
    at: usize,
    evidence: &'d Evidence,
    found: Vec<Anchor>,
}

/// Finds the words of a deal in an article, given as the text of each block in order. Of several sources, the article
/// is the one most of whose words it has. `None` where the deal has no source.
pub fn passages(deal: &Deal, blocks: &[impl AsRef<str>]) -> Option<Passages> {
    let blocks: Vec<Block> =
        blocks.iter().map(|text| Block { text: text.as_ref(), folded: fold(text.as_ref()) }).gather();
    // Of equals the last is taken, which is the first from behind.
    let held = deal.of_kind(Kind::Source).rev().map(|source| hold(deal, source, &blocks));
    held.max_by_key(|held| held.found.len())
}

fn hold(deal: &Deal, source: ItemId, blocks: &[Block]) -> Passages {
    let id = deal.item(source).map(crate::deal::Item::id).unwrap_or_default();
    let mut wanted = Vec::new();
    for (item, _) in deal.items() {
        for (at, evidence) in deal.evidence(item).enumerate().filter(|(_, evidence)| evidence.source == id) {
            wanted.push(Wanted { item, at, evidence, found: everywhere(evidence, blocks) });
        }
    }
    let order = Order::new(wanted.iter().filter_map(|wanted| match *wanted.found {
        [only] => Some(only),
        _ => None,
    }));
    let mut held = Passages { source, found: Vec::new(), orphans: Vec::new() };
    for Wanted { item, at, evidence, found } in wanted {
        match order.decide(&found) {
            Some(anchor) => held.add(item, evidence, anchor, blocks),
            None => held.orphans.push((item, at)),
        }
    }
    sort_by_key(&mut held.found, |passage| (passage.place.block, passage.place.range.start, passage.place.range.end));
    held
}

/// Every place where the words stand, in order.
fn everywhere(evidence: &Evidence, blocks: &[Block]) -> Vec<Anchor> {
    let length = fold(&evidence.quote).len();
    let mut found = Vec::new();
    for (block, Block { folded, .. }) in blocks.iter().enumerate() {
        let starts = matches(folded, &evidence.quote, evidence.prefix.as_deref(), evidence.suffix.as_deref());
        starts
            .map(|start| Anchor { block, start, end: start + length, paragraph: evidence.paragraph })
            .add_to(&mut found);
    }
    found
}

impl Passages {
    fn add(&mut self, item: ItemId, evidence: &Evidence, anchor: Anchor, blocks: &[Block]) {
        let Some(block) = blocks.get(anchor.block) else { return };
        let place = Place { block: anchor.block, range: unfold(block.text, anchor.start..anchor.end) };
        let paragraph = evidence.paragraph;
        match self.found.iter_mut().find(|passage| (&passage.place, passage.paragraph) == (&place, paragraph)) {
            Some(known) if known.items.last() == Some(&item) => {}
            Some(known) => known.items.push(item),
            None => self.found.push(Passage { place, paragraph, words: fold(&evidence.quote), items: vec![item] }),
        }
    }
}
