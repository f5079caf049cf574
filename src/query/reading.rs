//! The article read back: paragraph by paragraph, what each quotes and what its quotes support.

use crate::deal::gather::Gather;
use crate::deal::sort::{sort_and_dedup, sort_by_key};
use std::ops::Range;

use crate::deal::{Deal, Evidence, Item, ItemId, Kind, Match, Text, fold, locate_in_digest};

/// A source read back: what stands in each of its paragraphs. Of a long one few paragraphs are ever looked at, so each
/// is read when it is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadBack {
    /// The source.
    pub source: ItemId,
    leaves: Vec<Leaf>,
}

/// What stands in a paragraph: its digest, by its place in the list, the items that it supports, and its media.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Leaf {
    digest: Option<usize>,
    items: Vec<ItemId>,
    media: Vec<ItemId>,
}

/// A paragraph read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Its number, counted from 1.
    pub number: u32,
    /// Its digest, folded; `None` where the document has none.
    pub digest: Option<String>,
    /// The phrases quoted from it, in the order of their places, orphans last.
    pub quotes: Vec<QuoteMark>,
    /// Every item that it supports, in the format's order.
    pub items: Vec<ItemId>,
    /// Pictures and films that stand in it.
    pub media: Vec<ItemId>,
}

/// A quoted phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteMark {
    /// The words.
    pub quote: String,
    /// The words right before and after, where the document gives them.
    pub context: (Option<Text>, Option<Text>),
    /// Its bytes in the digest; `None`: an orphan there, or no digest.
    pub range: Option<Range<usize>>,
    /// The items that it supports, in the format's order.
    pub items: Vec<ItemId>,
}

/// A run of a digest that the same quotes cover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its bytes in the digest.
    pub range: Range<usize>,
    /// Which of the paragraph's quotes cover it; empty: none.
    pub quotes: Vec<usize>,
}

impl Paragraph {
    /// Whether no statement rests on it.
    pub fn is_silent(&self) -> bool {
        self.items.is_empty()
    }

    /// The digest cut into runs, end to end, so that quotes that overlap can be marked as well.
    pub fn pieces(&self) -> Vec<Piece> {
        let length = self.digest.as_ref().map_or(0, String::len);
        let ranges: Vec<(usize, &Range<usize>)> =
            self.quotes.iter().enumerate().filter_map(|(at, quote)| Some((at, quote.range.as_ref()?))).gather();
        let mut cuts: Vec<usize> = ranges.iter().flat_map(|(_, range)| [range.start, range.end]).gather();
        cuts.extend([0, length]);
        sort_and_dedup(&mut cuts);
        let covering = |range: &Range<usize>| {
            let cover = ranges.iter().filter(|(_, quote)| quote.start <= range.start && range.end <= quote.end);
            cover.map(|(at, _)| *at).gather()
        };
        let runs = cuts.iter().zip(cuts.iter().skip(1)).map(|(from, to)| *from..*to);
        runs.map(|range| Piece { quotes: covering(&range), range }).gather()
    }
}

/// Every source read back.
pub fn read_back(deal: &Deal) -> Vec<ReadBack> {
    let mut walk = Walk::new(deal);
    while walk.go_on(deal) {}
    walk.backs
}

/// So many items are looked at in a step of the walk.
const STEP: usize = 512;

/// The walk through a deal that reads all its sources back, of which it may have a hundred: step by step, as it can be
/// long.
#[derive(Debug)]
pub struct Walk {
    /// What was read back so far; all, once the walk is at its end.
    pub backs: Vec<ReadBack>,
    /// The next item.
    next: usize,
}

impl Walk {
    /// A walk that begins.
    pub fn new(deal: &Deal) -> Self {
        Self { backs: deal.of_kind(Kind::Source).filter_map(|source| leaves(deal, source)).gather(), next: 0 }
    }

    /// A step; says whether there is more.
    pub fn go_on(&mut self, deal: &Deal) -> bool {
        let first = deal.of_kind(Kind::Source).next().map_or(0, ItemId::index);
        let at = |id: &str| -> usize {
            deal.find(id).and_then(|source| source.index().checked_sub(first)).unwrap_or(usize::MAX)
        };
        // What stands together mostly rests on the same source.
        let mut last: (&str, usize) = ("", usize::MAX);
        let end = (self.next + STEP).min(deal.len());
        for item in (self.next..end).map(|number| ItemId(number as u32)) {
            for evidence in deal.evidence(item) {
                if evidence.source != last.0 {
                    last = (&evidence.source, at(&evidence.source));
                }
                let leaf = self.backs.get_mut(last.1).and_then(|back| back.leaf(evidence.paragraph));
                if let Some(leaf) = leaf.filter(|leaf| leaf.items.last() != Some(&item)) {
                    leaf.items.push(item);
                }
            }
            let Some(Item::Medium(it, of)) = deal.item(item) else { continue };
            let back = self.backs.get_mut(at(&of.id)).zip(it.paragraph);
            if let Some(leaf) = back.and_then(|(back, paragraph)| back.leaf(paragraph)) {
                leaf.media.push(item);
            }
        }
        self.next = end;
        end < deal.len()
    }
}

/// A source with its digests; of two of a paragraph the first counts.
fn leaves(deal: &Deal, id: ItemId) -> Option<ReadBack> {
    let Some(Item::Source(source)) = deal.item(id) else { return None };
    let mut back = ReadBack { source: id, leaves: vec![Leaf::default(); source.paragraphs as usize] };
    for (at, digest) in source.digest.iter().enumerate().rev() {
        if let Some(leaf) = back.leaf(digest.paragraph) {
            leaf.digest = Some(at);
        }
    }
    Some(back)
}

impl ReadBack {
    /// What stands in a paragraph, by its number.
    fn leaf(&mut self, paragraph: u32) -> Option<&mut Leaf> {
        (paragraph as usize).checked_sub(1).and_then(|at| self.leaves.get_mut(at))
    }

    /// How many paragraphs it has.
    pub fn len(&self) -> usize {
        self.leaves.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.leaves.is_empty()
    }

    /// A paragraph, counted from 0, of the deal that was read back.
    pub fn paragraph(&self, deal: &Deal, at: usize) -> Option<Paragraph> {
        let leaf = self.leaves.get(at)?;
        let Item::Source(source) = deal.item(self.source)? else { return None };
        let Leaf { digest, items, media } = leaf.clone();
        let digest = digest.and_then(|at| source.digest.get(at)).map(|digest| fold(&digest.text));
        let number = at as u32 + 1;
        let mut paragraph = Paragraph { number, digest, quotes: Vec::new(), items, media };
        for item in &leaf.items {
            for evidence in deal.evidence(*item).filter(|it| it.paragraph == number && it.source == source.id) {
                paragraph.add(*item, evidence);
            }
        }
        sort_by_key(&mut paragraph.quotes, |quote| {
            let range = quote.range.as_ref();
            (range.is_none(), range.map(|range| (range.start, range.end)))
        });
        Some(paragraph)
    }
}

impl Paragraph {
    fn add(&mut self, item: ItemId, evidence: &Evidence) {
        let context = (evidence.prefix.clone(), evidence.suffix.clone());
        let words = fold(&evidence.quote);
        match self.quotes.iter_mut().find(|quote| quote.quote == words && quote.context == context) {
            Some(known) if known.items.last() == Some(&item) => {}
            Some(known) => known.items.push(item),
            None => {
                let range = self.digest.as_deref().and_then(|digest| locate(digest, evidence));
                self.quotes.push(QuoteMark { quote: words, context, range, items: vec![item] });
            }
        }
    }
}

/// The quote's place in a digest.
fn locate(digest: &str, evidence: &Evidence) -> Option<Range<usize>> {
    match locate_in_digest(digest, evidence) {
        Match::Once { start, end } => Some(start..end),
        Match::Orphan { .. } => None,
    }
}
