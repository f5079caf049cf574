//! Which paragraphs stand in which blocks, and what that says of words that stand several times.

use crate::deal::gather::Gather;
use std::ops::Range;

use crate::deal::sort::sort_and_dedup;

/// Words of a paragraph at a place: the bytes of a folded block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Anchor {
    pub(super) block: usize,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) paragraph: u32,
}

/// The words that stand once, where blocks and paragraphs agree; in the order of the article.
pub(super) struct Order(Vec<Anchor>);

impl Order {
    /// From words that stand once in the whole article.
    ///
    /// A block is the paragraph's that most of its words come from: words of another are a look-alike, the true ones
    /// are not on the page. Only where paragraphs that follow each other stand there one after the other, the page has
    /// merged them.
    pub(super) fn new(unique: impl Iterator<Item = Anchor>) -> Self {
        let mut anchors: Vec<Anchor> = unique.gather();
        sort_and_dedup(&mut anchors);
        let mut known = Vec::with_capacity(anchors.len());
        for block in anchors.chunk_by(|one, next| one.block == next.block) {
            known.extend(agreeing(block));
        }
        Self(known)
    }

    /// The one place of several that the order allows.
    pub(super) fn decide(&self, found: &[Anchor]) -> Option<Anchor> {
        // Words that stand once stand there, or nowhere.
        if let [only] = found {
            return self.0.contains(only).then_some(*only);
        }
        let within: Vec<&Anchor> = found.iter().filter(|anchor| self.continues(anchor)).gather();
        match *within {
            [only] => Some(*only),
            [] => self.between(found),
            _ => None,
        }
    }

    fn of_block(&self, block: usize) -> impl Iterator<Item = &Anchor> {
        self.0.iter().filter(move |anchor| anchor.block == block)
    }

    /// Whether the words stand in a block of their own paragraph, on its side of others that were merged into it.
    fn continues(&self, anchor: &Anchor) -> bool {
        let own = self.of_block(anchor.block).any(|known| known.paragraph == anchor.paragraph);
        own && self.of_block(anchor.block).all(|known| {
            known.paragraph == anchor.paragraph
                || (known.paragraph < anchor.paragraph && known.end <= anchor.start)
                || (known.paragraph > anchor.paragraph && anchor.end <= known.start)
        })
    }

    /// The one place in a block of no paragraph's, between the blocks of the paragraphs before and after.
    fn between(&self, found: &[Anchor]) -> Option<Anchor> {
        let paragraph = found.first()?.paragraph;
        let gap = self.gap(paragraph);
        let free = |anchor: &&Anchor| gap.contains(&anchor.block) && self.of_block(anchor.block).next().is_none();
        let mut fitting = found.iter().filter(free);
        fitting.next().filter(|_| fitting.next().is_none()).copied()
    }

    /// The blocks after the nearest paragraph before this one, and before the nearest after it.
    fn gap(&self, paragraph: u32) -> Range<usize> {
        let before = self.0.iter().filter(|known| known.paragraph < paragraph);
        let after = self.0.iter().filter(|known| known.paragraph > paragraph);
        let last = before.map(|known| (known.paragraph, known.block)).max();
        let first = after.map(|known| (known.paragraph, known.block)).min();
        last.map_or(0, |(_, block)| block + 1)..first.map_or(usize::MAX, |(_, block)| block)
    }
}

/// Of the anchors of one block, those that agree with each other.
fn agreeing(block: &[Anchor]) -> Vec<Anchor> {
    let follows = |(one, next): (&Anchor, &Anchor)| {
        one.paragraph == next.paragraph
            || (one.paragraph.checked_add(1) == Some(next.paragraph) && one.end <= next.start)
    };
    if block.iter().zip(block.iter().skip(1)).all(follows) {
        return block.to_vec();
    }
    let count = |paragraph: u32| block.iter().filter(|anchor| anchor.paragraph == paragraph).count();
    let most = block.iter().map(|anchor| count(anchor.paragraph)).max().unwrap_or_default();
    let winners: Vec<Anchor> = block.iter().filter(|anchor| count(anchor.paragraph) == most).copied().gather();
    // As many of one as of another: nobody can tell.
    if winners.len() == most { winners } else { Vec::new() }
}
