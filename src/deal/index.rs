//! A document with its index: dense ids, and who refers to whom in both directions.

use std::ops::Range;
use std::rc::Rc;

use super::document::Document;
use super::evidence::{Match, fold, locate_in_digest};
use super::item::{Item, ItemId, Kind};
use super::reference::{Role, each_reference};
use super::slots::Slots;
use super::source::Source;
use super::spot::{Spot, spots};
use super::statement::{Evidence, Statement};

/// One end of a reference: the other item, and the key that the reference stands in. In five bytes: of a large document
/// there are millions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(Rust, packed)]
pub struct Reference {
    /// What the target is to the item that refers.
    pub role: Role,
    /// The item at the other end.
    pub item: ItemId,
}

/// A deal that kept every rule, ready for questions. Cheap to clone: clones share one document.
#[derive(Debug, Clone)]
pub struct Deal(Rc<Index>);

/// A document with its ids and references, as far as they are made.
#[derive(Debug)]
pub(super) struct Index {
    pub(super) document: Document,
    pub(super) spots: Vec<Spot>,
    ids: Slots,
    /// How many references there are, at the most.
    references: usize,
    outgoing: Adjacency,
    incoming: Adjacency,
    /// Whether an id stands twice.
    pub(super) twice: bool,
    /// Whether a reference of an item leads nowhere, or to an item of the wrong kind.
    pub(super) stray: bool,
    /// Whether an item refers to itself, or twice to one that it may name once.
    pub(super) knot: bool,
}

/// Lists of references, one an item, in one array.
#[derive(Debug, Default)]
struct Adjacency {
    starts: Vec<u32>,
    references: Vec<Reference>,
}

impl Adjacency {
    #[inline(never)]
    fn of(&self, item: ItemId) -> &[Reference] {
        let bound = |at: usize| self.starts.get(at).copied().unwrap_or(0) as usize;
        self.references.get(bound(item.index())..bound(item.index() + 1)).unwrap_or_default()
    }
}

impl Index {
    /// Nothing is made yet: [`Self::name`], [`Self::refer`] and [`Self::refer_back`] do it, each one for all items in
    /// order before the next.
    pub(super) fn new(document: Document) -> Self {
        let spots = spots(&document);
        let ids = Slots::of(spots.len());
        let incoming = Adjacency { starts: vec![0; spots.len() + 2], references: Vec::new() };
        let mut outgoing = Adjacency { starts: Vec::with_capacity(spots.len() + 1), references: Vec::new() };
        outgoing.starts.push(0);
        let references = 0;
        Self { document, spots, ids, references, outgoing, incoming, twice: false, stray: false, knot: false }
    }

    pub(super) fn len(&self) -> usize {
        self.spots.len()
    }

    /// Makes these items to be found by their ids, in a hash table that leaves the ids themselves in the document.
    pub(super) fn name(&mut self, numbers: Range<usize>) {
        each_reference(&self.document, &self.spots, numbers.clone(), |_| self.references += 1);
        for number in numbers {
            let Some(id) = self.item(number).map(Item::id) else { continue };
            match self.search(id) {
                (_, Some(_)) => self.twice = true,
                (slot, None) => self.ids.enter(slot, hash(id), number as u32),
            }
        }
    }

    /// Follows the references of these items; those that lead nowhere are left out.
    pub(super) fn refer(&mut self, numbers: Range<usize>) {
        // The last that was found: one source proves most of what stands together.
        let mut last = ("", ItemId(0));
        for number in numbers {
            let mut found = std::mem::take(&mut self.outgoing.references);
            // At once all that it is going to need: what is long does not grow by doubling.
            found.reserve_exact(std::mem::take(&mut self.references));
            let before = found.len();
            let (mut stray, mut knot) = (self.stray, self.knot);
            each_reference(&self.document, &self.spots, number..number + 1, |raw| {
                if last.0 != raw.target || raw.target.is_empty() {
                    let Some(item) = self.find(raw.target) else {
                        stray |= !raw.is_whole();
                        return;
                    };
                    last = (raw.target, item);
                }
                let (role, item) = (raw.role, last.1);
                let kind = self.spots.get(item.index()).map(|spot| spot.kind);
                stray |= !kind.is_some_and(|kind| raw.fits(kind));
                if role.is_end() || role == Role::About {
                    let named = found.get(before..).unwrap_or_default().iter();
                    knot |= item.index() == number;
                    knot |= role.is_end() && named.filter(|it| it.role.is_end()).any(|it| it.item.0 == item.0);
                }
                found.push(Reference { role, item });
            });
            (self.stray, self.knot) = (stray, knot);
            // Counted two places on: when they are taken in, each start moves on to its end, where the next one starts.
            for reference in found.get(before..).unwrap_or_default() {
                if let Some(count) = self.incoming.starts.get_mut(reference.item.index() + 2) {
                    *count += 1;
                }
            }
            self.outgoing.starts.push(found.len() as u32);
            self.outgoing.references = found;
        }
    }

    /// Takes in the references of these items at the other end: a counting sort, so those of one item keep their order.
    pub(super) fn refer_back(&mut self, numbers: Range<usize>) {
        if numbers.start == 0 {
            let mut sum = 0;
            for start in &mut self.incoming.starts {
                sum += *start;
                *start = sum;
            }
            self.incoming.references.clone_from(&self.outgoing.references);
        }
        for number in numbers {
            let from = ItemId(number as u32);
            for Reference { role, item } in self.outgoing.of(from).iter().copied() {
                let Some(next) = self.incoming.starts.get_mut(item.index() + 1) else { continue };
                if let Some(slot) = self.incoming.references.get_mut(*next as usize) {
                    *slot = Reference { role, item: from };
                }
                *next += 1;
            }
        }
    }

    fn item(&self, number: usize) -> Option<Item<'_>> {
        self.spots.get(number)?.item(&self.document)
    }

    /// The slot of the id, or where it would stand; and the first item that has it.
    #[inline(never)]
    fn search(&self, id: &str) -> (usize, Option<ItemId>) {
        let (slot, number) = self.ids.find(hash(id), &|number| self.item(number as usize).map(Item::id) == Some(id));
        (slot, number.map(ItemId))
    }

    /// The first item with this id.
    pub(super) fn find(&self, id: &str) -> Option<ItemId> {
        self.search(id).1
    }
}

/// FNV-1a, its ends mixed: short, and good enough for words that are not chosen to collide by more than one document.
pub(crate) fn hash(word: &str) -> u32 {
    let hash = word.bytes().fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash ^ (hash >> 15)
}

/// Two handles are equal when they share one document: comparing costs a pointer.
impl PartialEq for Deal {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deal {
    /// Indexes a document that kept the rules. References that lead nowhere are left out.
    pub(crate) fn new(document: Document) -> Self {
        let mut index = Index::new(document);
        let all = 0..index.len();
        index.name(all.clone());
        index.refer(all.clone());
        index.refer_back(all);
        Self::of(index)
    }

    /// Of an index that is made.
    pub(super) fn of(index: Index) -> Self {
        Self(Rc::new(index))
    }

    /// The document as it was read.
    pub fn document(&self) -> &Document {
        &self.0.document
    }

    /// How many items it has.
    pub fn len(&self) -> usize {
        self.0.spots.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.0.spots.is_empty()
    }

    /// The item with this id in the document.
    pub fn find(&self, id: &str) -> Option<ItemId> {
        self.0.find(id)
    }

    /// The item with this number, `None` if it belongs to another deal.
    pub fn item(&self, id: ItemId) -> Option<Item<'_>> {
        self.0.item(id.index())
    }

    /// What kind of item it is.
    pub fn kind(&self, id: ItemId) -> Option<Kind> {
        self.0.spots.get(id.index()).map(|spot| spot.kind)
    }

    /// The item with this id in the document.
    pub fn get(&self, id: &str) -> Option<Item<'_>> {
        self.find(id).and_then(|id| self.item(id))
    }

    /// The statement of the item, if it is one.
    pub fn statement(&self, id: ItemId) -> Option<&Statement> {
        self.item(id).and_then(Item::statement)
    }

    /// Every item with its number, in the format's order.
    pub fn items(&self) -> impl Iterator<Item = (ItemId, Item<'_>)> {
        (0..self.len() as u32).filter_map(|number| Some((ItemId(number), self.item(ItemId(number))?)))
    }

    /// The numbers of all items of one kind.
    pub fn of_kind(&self, kind: Kind) -> impl DoubleEndedIterator<Item = ItemId> + use<> {
        self.range(kind).map(ItemId)
    }

    /// The numbers of all items of one kind, from the first to the last.
    pub(crate) fn range(&self, kind: Kind) -> Range<u32> {
        let first = self.0.spots.partition_point(|spot| spot.kind < kind);
        let last = self.0.spots.partition_point(|spot| spot.kind <= kind);
        first as u32..last as u32
    }

    /// What the item refers to, in the order of its keys.
    pub fn references(&self, id: ItemId) -> &[Reference] {
        self.0.outgoing.of(id)
    }

    /// Who refers to the item, in the format's order.
    pub fn referrers(&self, id: ItemId) -> &[Reference] {
        self.0.incoming.of(id)
    }

    /// What the item refers to in one role.
    pub fn targets(&self, id: ItemId, role: Role) -> impl Iterator<Item = ItemId> {
        self.references(id).iter().filter(move |reference| reference.role == role).map(|reference| reference.item)
    }

    /// The only thing, or the first, that the item refers to in one role.
    #[inline(never)]
    pub fn target(&self, id: ItemId, role: Role) -> Option<ItemId> {
        self.targets(id, role).next()
    }

    /// Who refers to the item in one role.
    pub fn sources_of(&self, id: ItemId, role: Role) -> impl Iterator<Item = ItemId> {
        self.referrers(id).iter().filter(move |reference| reference.role == role).map(|reference| reference.item)
    }

    /// The source that a piece of evidence names.
    pub fn source(&self, evidence: &Evidence) -> Option<&Source> {
        match self.get(&evidence.source) {
            Some(Item::Source(source)) => Some(source),
            _ => None,
        }
    }

    /// Whether a quote does not stand exactly once in its paragraph's digest; false where there is no digest.
    pub fn is_orphan(&self, evidence: &Evidence) -> bool {
        let digests = self.source(evidence).into_iter().flat_map(|source| &source.digest);
        let digest = digests.into_iter().find(|digest| digest.paragraph == evidence.paragraph);
        digest.is_some_and(|it| !matches!(locate_in_digest(&fold(&it.text), evidence), Match::Once { .. }))
    }

    /// The words that prove the item.
    pub fn evidence(&self, id: ItemId) -> std::slice::Iter<'_, Evidence> {
        self.statement(id).map(|statement| &*statement.evidence).unwrap_or_default().iter()
    }
}
