//! Where items stand in their document: the bridge between ids, dense numbers and paths.

use super::document::Document;
use super::item::{Item, Kind};
use super::path::Path;

/// The place of an item: its list, the index in it, and for a medium the index inside its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spot {
    pub(crate) kind: Kind,
    at: u32,
    inner: u32,
}

impl Spot {
    pub(crate) fn path(self) -> Path {
        let (at, inner) = (self.at as usize, self.inner as usize);
        match self.kind {
            Kind::Medium => Path::default().key("sources").index(at).key("media").index(inner),
            kind => Path::default().key(kind.list()).index(at),
        }
    }

    pub(crate) fn item(self, document: &Document) -> Option<Item<'_>> {
        let at = self.at as usize;
        Some(match self.kind {
            Kind::Source => Item::Source(document.sources.get(at)?),
            Kind::Medium => {
                let source = document.sources.get(at)?;
                Item::Medium(source.media.get(self.inner as usize)?, source)
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
}

/// The spots of all items, kind by kind in the order of [`Kind`], each kind in the order of the document.
pub(crate) fn spots(document: &Document) -> Vec<Spot> {
    let mut spots = Vec::new();
    let mut list = |kind: Kind, length: usize| spots.extend((0..length as u32).map(|at| Spot { kind, at, inner: 0 }));
    list(Kind::Source, document.sources.len());
    for (at, source) in (0..).zip(&document.sources) {
        let media = 0..source.media.len() as u32;
        spots.extend(media.map(|inner| Spot { kind: Kind::Medium, at, inner }));
    }
    let mut list = |kind: Kind, length: usize| spots.extend((0..length as u32).map(|at| Spot { kind, at, inner: 0 }));
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
    spots.shrink_to_fit();
    spots
}

/// The items with their spots, in the same order.
pub(crate) fn items(document: &Document) -> impl Iterator<Item = (Spot, Item<'_>)> {
    spots(document).into_iter().filter_map(|spot| Some((spot, spot.item(document)?)))
}
