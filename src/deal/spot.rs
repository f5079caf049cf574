//! Where items stand in their document: the bridge between ids, dense numbers and paths.

use super::document::Document;
use super::gather::Gather;
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
    let lengths = [
        (Kind::Actor, document.actors.len()),
        (Kind::Place, document.places.len()),
        (Kind::Remark, document.remarks.len()),
        (Kind::Section, document.sections.len()),
        (Kind::Condition, document.conditions.len()),
        (Kind::Exchange, document.exchanges.len()),
        (Kind::Link, document.links.len()),
        (Kind::Relation, document.relations.len()),
        (Kind::Aim, document.aims.len()),
        (Kind::Doubt, document.doubts.len()),
        (Kind::Figure, document.figures.len()),
        (Kind::Event, document.events.len()),
        (Kind::Tension, document.tensions.len()),
        (Kind::Gap, document.gaps.len()),
    ];
    let sources = || (0..).zip(&document.sources);
    let mut spots: Vec<Spot> = sources().map(|(at, _)| Spot { kind: Kind::Source, at, inner: 0 }).gather();
    for (at, source) in sources() {
        (0..source.media.len() as u32).map(|inner| Spot { kind: Kind::Medium, at, inner }).add_to(&mut spots);
    }
    // What is as long as this does not grow by doubling: the memory of that stays with the page.
    spots.reserve_exact(lengths.iter().map(|(_, length)| length).sum());
    for (kind, length) in lengths {
        spots.extend((0..length as u32).map(|at| Spot { kind, at, inner: 0 }));
    }
    spots
}

/// The items with their spots, in the same order.
pub(crate) fn items(document: &Document) -> impl Iterator<Item = (Spot, Item<'_>)> {
    spots(document).into_iter().filter_map(|spot| Some((spot, spot.item(document)?)))
}
