//! A document with its index: dense ids, and who refers to whom in both directions.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use super::document::Document;
use super::item::{Item, ItemId, Kind};
use super::reference::{Role, each_reference};
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
    places: Vec<(Kind, u32, u32)>,
    ids: HashMap<String, ItemId>,
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
    fn new(count: usize, mut edges: Vec<(ItemId, Reference)>) -> Self {
        edges.sort_by_key(|(item, _)| *item);
        let starts = (0..=count).map(|item| edges.partition_point(|(from, _)| from.index() < item) as u32).collect();
        Self { starts, references: edges.into_iter().map(|(_, reference)| reference).collect() }
    }

    fn of(&self, item: ItemId) -> &[Reference] {
        let bound = |at: usize| self.starts.get(at).copied().unwrap_or(0) as usize;
        self.references.get(bound(item.index())..bound(item.index() + 1)).unwrap_or_default()
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
        let places = places(&document);
        let item_id = |list: &str, at: usize| {
            let kind = kind_of_list(list)?;
            let first = places.partition_point(|(other, ..)| *other < kind);
            u32::try_from(first + at).ok().map(ItemId)
        };
        let ids: HashMap<String, ItemId> = (0..)
            .zip(&places)
            .filter_map(|(number, place)| item_at(&document, *place).map(|item| (item.id().to_owned(), ItemId(number))))
            .collect();
        let (mut outgoing, mut incoming) = (Vec::new(), Vec::new());
        each_reference(&document, |raw| {
            let (Some(from), Some(to)) = (item_id(raw.list, raw.at), ids.get(raw.target).copied()) else { return };
            outgoing.push((from, Reference { role: raw.role, item: to }));
            incoming.push((to, Reference { role: raw.role, item: from }));
        });
        let count = places.len();
        let (outgoing, incoming) = (Adjacency::new(count, outgoing), Adjacency::new(count, incoming));
        Self(Rc::new(Inner { document, places, ids, outgoing, incoming }))
    }

    /// The document as it was read.
    pub fn document(&self) -> &Document {
        &self.0.document
    }

    /// How many items it has.
    pub fn len(&self) -> usize {
        self.0.places.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.0.places.is_empty()
    }

    /// The item with this id in the document.
    pub fn find(&self, id: &str) -> Option<ItemId> {
        self.0.ids.get(id).copied()
    }

    /// The item with this number, `None` if it belongs to another deal.
    pub fn item(&self, id: ItemId) -> Option<Item<'_>> {
        self.0.places.get(id.index()).and_then(|place| item_at(&self.0.document, *place))
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

    fn range(&self, kind: Kind) -> Range<u32> {
        let first = self.0.places.partition_point(|(other, ..)| *other < kind);
        let last = self.0.places.partition_point(|(other, ..)| *other <= kind);
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

    /// Who refers to the item in one role.
    pub fn sources_of(&self, id: ItemId, role: Role) -> impl Iterator<Item = ItemId> {
        self.referrers(id).iter().filter(move |reference| reference.role == role).map(|reference| reference.item)
    }

    /// The words that prove the item: its statement's, and its fulfilment's.
    pub fn evidence(&self, id: ItemId) -> impl Iterator<Item = &Evidence> {
        let item = self.item(id);
        let own = item.and_then(Item::statement).map(|statement| statement.evidence.iter());
        let fulfilment = match item {
            Some(Item::Condition(condition)) => condition.fulfilment.as_ref().map(|done| done.evidence.iter()),
            _ => None,
        };
        own.into_iter().flatten().chain(fulfilment.into_iter().flatten())
    }
}

fn kind_of_list(list: &str) -> Option<Kind> {
    Some(match list {
        "sources" => Kind::Source,
        "actors" => Kind::Actor,
        "places" => Kind::Place,
        "remarks" => Kind::Remark,
        "sections" => Kind::Section,
        "conditions" => Kind::Condition,
        "exchanges" => Kind::Exchange,
        "links" => Kind::Link,
        "relations" => Kind::Relation,
        "aims" => Kind::Aim,
        "doubts" => Kind::Doubt,
        "figures" => Kind::Figure,
        "events" => Kind::Event,
        "tensions" => Kind::Tension,
        "gaps" => Kind::Gap,
        _ => return None,
    })
}

/// Kind, index in its list, and index inside that (media alone have one), in dense order.
fn places(document: &Document) -> Vec<(Kind, u32, u32)> {
    let mut places = Vec::new();
    let mut list = |kind: Kind, length: usize| places.extend((0..length as u32).map(|at| (kind, at, 0)));
    list(Kind::Source, document.sources.len());
    for (at, source) in (0u32..).zip(&document.sources) {
        places.extend((0..source.media.len() as u32).map(|medium| (Kind::Medium, at, medium)));
    }
    let mut list = |kind: Kind, length: usize| places.extend((0..length as u32).map(|at| (kind, at, 0)));
    list(Kind::Actor, document.actors.len());
    list(Kind::Place, document.places.len());
    list(Kind::Remark, document.remarks.len());
    list(Kind::Section, document.sections.len());
    list(Kind::Condition, document.conditions.len());
    list(Kind::Exchange, document.exchanges.len());
    list(Kind::Link, document.links.len());
    list(Kind::Relation, document.relations.len());
    list(Kind::Aim, document.aims.len());
    list(Kind::Doubt, document.doubts.len());
    list(Kind::Figure, document.figures.len());
    list(Kind::Event, document.events.len());
    list(Kind::Tension, document.tensions.len());
    list(Kind::Gap, document.gaps.len());
    places
}

fn item_at(document: &Document, (kind, at, inner): (Kind, u32, u32)) -> Option<Item<'_>> {
    let at = at as usize;
    Some(match kind {
        Kind::Source => Item::Source(document.sources.get(at)?),
        Kind::Medium => {
            let source = document.sources.get(at)?;
            Item::Medium(source.media.get(inner as usize)?, source)
        }
        Kind::Actor => Item::Actor(document.actors.get(at)?),
        Kind::Place => Item::Place(document.places.get(at)?),
        Kind::Remark => Item::Remark(document.remarks.get(at)?),
        Kind::Section => Item::Section(document.sections.get(at)?),
        Kind::Condition => Item::Condition(document.conditions.get(at)?),
        Kind::Exchange => Item::Exchange(document.exchanges.get(at)?),
        Kind::Link => Item::Link(document.links.get(at)?),
        Kind::Relation => Item::Relation(document.relations.get(at)?),
        Kind::Aim => Item::Aim(document.aims.get(at)?),
        Kind::Doubt => Item::Doubt(document.doubts.get(at)?),
        Kind::Figure => Item::Figure(document.figures.get(at)?),
        Kind::Event => Item::Event(document.events.get(at)?),
        Kind::Tension => Item::Tension(document.tensions.get(at)?),
        Kind::Gap => Item::Gap(document.gaps.get(at)?),
    })
}
