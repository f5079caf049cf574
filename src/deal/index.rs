//! A document with its index: dense ids, and who refers to whom in both directions.

use crate::deal::gather::Gather;
use std::hash::{BuildHasher, RandomState};
use std::ops::Range;
use std::rc::Rc;

use super::document::Document;
use super::evidence::{Match, fold, locate_in_digest};
use super::item::{Item, ItemId, Kind};
use super::reference::{Referrer, Role, each_reference};
use super::source::Source;
use super::spot::{Spot, spots};
use super::statement::{Evidence, Statement};

/// One end of a reference: the other item, and the key that the reference stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reference {
    /// What the target is to the item that refers.
    pub role: Role,
    /// The item at the other end.
    pub item: ItemId,
}

/// A deal that kept every rule, ready for questions. Cheap to clone: clones share one document.
#[derive(Debug, Clone)]
pub struct Deal(Rc<Inner>);

#[derive(Debug)]
struct Inner {
    document: Document,
    spots: Vec<Spot>,
    ids: Ids,
    outgoing: Adjacency,
    incoming: Adjacency,
}

/// Lists of references, one an item, in one array.
#[derive(Debug)]
struct Adjacency {
    starts: Vec<u32>,
    references: Vec<Reference>,
}

impl Adjacency {
    /// Sorts edges by the item that they belong to, by counting; edges of one item keep their order.
    fn new(count: usize, edges: &[(ItemId, Reference)]) -> Self {
        let mut starts = vec![0; count + 1];
        for (item, _) in edges {
            if let Some(start) = starts.get_mut(item.index() + 1) {
                *start += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut references = edges.iter().map(|(_, reference)| *reference).gather();
        for (item, reference) in edges {
            let Some(next) = next.get_mut(item.index()) else { continue };
            if let Some(slot) = references.get_mut(*next as usize) {
                *slot = *reference;
            }
            *next += 1;
        }
        Self { starts, references }
    }

    #[inline(never)]
    fn of(&self, item: ItemId) -> &[Reference] {
        let bound = |at: usize| self.starts.get(at).copied().unwrap_or(0) as usize;
        self.references.get(bound(item.index())..bound(item.index() + 1)).unwrap_or_default()
    }
}

/// Finds items by id: a hash table of dense numbers that leaves the ids themselves in the document.
#[derive(Debug)]
pub(super) struct Ids {
    hasher: RandomState,
    slots: Vec<Option<ItemId>>,
}

impl Ids {
    pub(super) fn new(document: &Document, spots: &[Spot]) -> Self {
        // Half of the slots stay empty, so that a search soon meets one.
        let empty = vec![None; (spots.len() * 2).next_power_of_two()];
        let mut ids = Self { hasher: RandomState::new(), slots: empty };
        for (number, spot) in (0..).zip(spots) {
            let Some(id) = spot.item(document).map(Item::id) else { continue };
            let free = ids.probe(id).find(|slot| ids.slots.get(*slot).is_some_and(Option::is_none));
            if let Some(slot) = free.and_then(|slot| ids.slots.get_mut(slot)) {
                *slot = Some(ItemId(number));
            }
        }
        ids
    }

    /// The slots in which the id may be, in the order of search.
    fn probe(&self, id: &str) -> impl Iterator<Item = usize> + use<> {
        let mask = self.slots.len() - 1;
        let first = self.hasher.hash_one(id) as usize & mask;
        (0..=mask).map(move |step| (first + step) & mask)
    }

    pub(super) fn find(&self, document: &Document, spots: &[Spot], id: &str) -> Option<ItemId> {
        let named = |item: &ItemId| spots.get(item.index())?.item(document).map(Item::id);
        self.probe(id).map_while(|slot| self.slots.get(slot).copied().flatten()).find(|item| named(item) == Some(id))
    }
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
        let spots = spots(&document);
        let ids = Ids::new(&document, &spots);
        let (mut outgoing, mut incoming) = (Vec::new(), Vec::new());
        each_reference(&document, |raw| {
            let Referrer::Item(from, _) = raw.from else { return };
            let Some(to) = ids.find(&document, &spots, raw.target) else { return };
            outgoing.push((from, Reference { role: raw.role, item: to }));
            incoming.push((to, Reference { role: raw.role, item: from }));
        });
        let outgoing = Adjacency::new(spots.len(), &outgoing);
        let incoming = Adjacency::new(spots.len(), &incoming);
        Self(Rc::new(Inner { document, spots, ids, outgoing, incoming }))
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
        self.0.ids.find(&self.0.document, &self.0.spots, id)
    }

    /// The item with this number, `None` if it belongs to another deal.
    pub fn item(&self, id: ItemId) -> Option<Item<'_>> {
        self.0.spots.get(id.index()).and_then(|spot| spot.item(&self.0.document))
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
