//! Every way in which one item of a document refers to another, in one place.

use std::ops::Range;

use super::document::Document;
use super::item::{Item, ItemId, Kind};
use super::path::Path;
use super::spot::Spot;
use super::statement::Evidence;
use super::text::Text;

/// What an item is to the one that refers to it: the key that the reference stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Who says so.
    Voice,
    /// The source that proves it.
    Evidence,
    /// What it belongs to.
    PartOf,
    /// What it is about.
    About,
    /// Who is to do it.
    By,
    /// Who gains by it.
    For,
    /// Whom it is aimed at.
    Against,
    /// Who is to be pressed.
    Pressing,
    /// Where.
    Where,
    /// The chapter.
    Section,
    /// What is given.
    Gives,
    /// What is got.
    Gets,
    /// Where a link begins.
    LinkFrom,
    /// Where a link ends.
    LinkTo,
    /// Who stands in a relation.
    RelationFrom,
    /// To whom.
    RelationTo,
    /// Whose aim it is.
    Of,
    /// Who takes part in an event.
    Actors,
    /// What stands in tension.
    Between,
    /// What a step of the tour points at.
    Shows,
}

impl Role {
    /// Whether it ties things to each other, none of which may stand there twice.
    pub(crate) fn is_end(self) -> bool {
        matches!(self, Self::LinkFrom | Self::LinkTo | Self::RelationFrom | Self::RelationTo | Self::Between)
    }
}

/// The reserved reference to the deal as a whole, where `about` allows it.
pub(crate) const WHOLE_DEAL: &str = "deal";

const ACTOR: &[Kind] = &[Kind::Actor];
const PLACE: &[Kind] = &[Kind::Place];
const CONDITION: &[Kind] = &[Kind::Condition];
const SECTION: &[Kind] = &[Kind::Section];
const SOURCE: &[Kind] = &[Kind::Source];
const LINKED: &[Kind] = &[Kind::Condition, Kind::Doubt, Kind::Event, Kind::Aim, Kind::Remark, Kind::Exchange];
/// Any kind will do.
const ANY: &[Kind] = &[];

/// Who refers: an item, or a step of the tour.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Referrer {
    Item(ItemId, Spot),
    Step(usize),
}

/// A reference as it stands in a document.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RawReference<'d> {
    pub(crate) from: Referrer,
    /// The key, with an index where it holds a list.
    key: &'static str,
    index: Option<usize>,
    pub(crate) role: Role,
    pub(crate) target: &'d str,
    /// Kinds that the target may have; empty: any.
    pub(crate) allowed: &'static [Kind],
}

impl RawReference<'_> {
    pub(crate) fn path(&self) -> Path {
        let from = match self.from {
            Referrer::Item(_, spot) => spot.path(),
            Referrer::Step(at) => Path::default().key("tour").index(at),
        };
        let from = from.key(self.key);
        let path = self.index.map_or_else(|| from.clone(), |index| from.index(index));
        if self.role == Role::Evidence { path.key("source") } else { path }
    }

    /// Whether it names the deal as a whole instead of an item, and may.
    pub(crate) fn is_whole(&self) -> bool {
        self.role == Role::About && self.target == WHOLE_DEAL
    }

    /// Whether it may lead to an item of this kind.
    pub(crate) fn fits(&self, kind: Kind) -> bool {
        self.allowed.is_empty() || self.allowed.contains(&kind)
    }
}

struct Walk<'f, 'd> {
    from: Referrer,
    visit: &'f mut dyn FnMut(RawReference<'d>),
}

impl<'d> Walk<'_, 'd> {
    fn one(&mut self, key: &'static str, role: Role, target: &'d Text, allowed: &'static [Kind]) {
        (self.visit)(RawReference { from: self.from, key, index: None, role, target, allowed });
    }

    fn maybe(&mut self, key: &'static str, role: Role, target: Option<&'d Text>, allowed: &'static [Kind]) {
        if let Some(target) = target {
            self.one(key, role, target, allowed);
        }
    }

    fn many(
        &mut self,
        key: &'static str,
        role: Role,
        targets: &mut dyn Iterator<Item = &'d Text>,
        allowed: &'static [Kind],
    ) {
        for (index, target) in targets.into_iter().enumerate() {
            (self.visit)(RawReference { from: self.from, key, index: Some(index), role, target, allowed });
        }
    }

    fn proof(&mut self, key: &'static str, evidence: &'d [Evidence]) {
        self.many(key, Role::Evidence, &mut evidence.iter().map(|evidence| &evidence.source), SOURCE);
    }

    fn item(&mut self, item: Item<'d>) {
        if let Some(statement) = item.statement() {
            self.many("voice", Role::Voice, &mut statement.voice.iter(), ACTOR);
            self.proof("evidence", &statement.evidence);
        }
        match item {
            Item::Source(_) | Item::Medium(..) => {}
            Item::Actor(actor) => self.maybe("partOf", Role::PartOf, actor.part_of.as_ref(), ACTOR),
            Item::Place(place) => self.maybe("partOf", Role::PartOf, place.part_of.as_ref(), PLACE),
            Item::Remark(remark) => self.many("about", Role::About, &mut remark.about.iter(), ANY),
            Item::Section(section) => self.maybe("partOf", Role::PartOf, section.part_of.as_ref(), SECTION),
            Item::Condition(condition) => {
                self.many("by", Role::By, &mut condition.by.iter(), ACTOR);
                self.many("for", Role::For, &mut condition.for_.iter(), ACTOR);
                self.many("against", Role::Against, &mut condition.against.iter(), ACTOR);
                self.maybe("pressing", Role::Pressing, condition.pressing.as_ref(), ACTOR);
                self.many("where", Role::Where, &mut condition.where_.iter(), PLACE);
                self.maybe("section", Role::Section, condition.section.as_ref(), SECTION);
            }
            Item::Exchange(exchange) => {
                self.many("gives", Role::Gives, &mut exchange.gives.iter(), CONDITION);
                self.many("gets", Role::Gets, &mut exchange.gets.iter(), CONDITION);
            }
            Item::Link(link) => {
                self.one("from", Role::LinkFrom, &link.from, LINKED);
                self.one("to", Role::LinkTo, &link.to, LINKED);
            }
            Item::Relation(relation) => {
                self.one("from", Role::RelationFrom, &relation.from, ACTOR);
                self.one("to", Role::RelationTo, &relation.to, ACTOR);
            }
            Item::Aim(aim) => self.many("of", Role::Of, &mut aim.of.iter(), ACTOR),
            Item::Doubt(doubt) => self.many("about", Role::About, &mut doubt.about.iter(), ANY),
            Item::Figure(figure) => self.many("about", Role::About, &mut figure.about.iter(), ANY),
            Item::Event(event) => {
                self.many("actors", Role::Actors, &mut event.actors.iter(), ACTOR);
                self.many("where", Role::Where, &mut event.where_.iter(), PLACE);
            }
            Item::Tension(tension) => self.many("between", Role::Between, &mut tension.between.iter(), ANY),
            Item::Gap(gap) => self.one("about", Role::About, &gap.about, ANY),
        }
    }
}

/// Calls `visit` for every reference of these items, in the format's order.
pub(crate) fn each_reference<'d>(
    document: &'d Document,
    spots: &[Spot],
    numbers: Range<usize>,
    mut visit: impl FnMut(RawReference<'d>),
) {
    for number in numbers {
        let Some(spot) = spots.get(number) else { return };
        let Some(item) = spot.item(document) else { continue };
        Walk { from: Referrer::Item(ItemId(number as u32), *spot), visit: &mut visit }.item(item);
    }
}

/// Calls `visit` for every reference of the tour.
pub(crate) fn each_shown<'d>(document: &'d Document, mut visit: impl FnMut(RawReference<'d>)) {
    for (at, step) in document.tour.iter().enumerate() {
        Walk { from: Referrer::Step(at), visit: &mut visit }.many("shows", Role::Shows, &mut step.shows.iter(), ANY);
    }
}
