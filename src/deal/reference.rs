//! Every way in which one item of a document refers to another, in one place.

use super::document::Document;
use super::item::Kind;
use super::statement::Statement;

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

/// A reference as it stands in a document.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RawReference<'d> {
    /// The list of the document and the index in it of the item that refers, and the index of a medium.
    pub(crate) list: &'static str,
    pub(crate) at: usize,
    /// The key, with an index where it holds a list.
    pub(crate) key: &'static str,
    pub(crate) index: Option<usize>,
    pub(crate) role: Role,
    pub(crate) target: &'d str,
    /// Kinds that the target may have; empty: any.
    pub(crate) allowed: &'static [Kind],
}

struct Walk<'f, F> {
    list: &'static str,
    at: usize,
    visit: &'f mut F,
}

impl<'d, F: FnMut(RawReference<'d>)> Walk<'_, F> {
    fn one(&mut self, key: &'static str, role: Role, target: &'d str, allowed: &'static [Kind]) {
        (self.visit)(RawReference { list: self.list, at: self.at, key, index: None, role, target, allowed });
    }

    fn maybe(&mut self, key: &'static str, role: Role, target: Option<&'d String>, allowed: &'static [Kind]) {
        if let Some(target) = target {
            self.one(key, role, target, allowed);
        }
    }

    fn many(&mut self, key: &'static str, role: Role, targets: &'d [String], allowed: &'static [Kind]) {
        for (index, target) in targets.iter().enumerate() {
            let index = Some(index);
            (self.visit)(RawReference { list: self.list, at: self.at, key, index, role, target, allowed });
        }
    }

    fn statement(&mut self, statement: &'d Statement) {
        self.many("voice", Role::Voice, &statement.voice, ACTOR);
        for (index, evidence) in statement.evidence.iter().enumerate() {
            let (role, target) = (Role::Evidence, &evidence.source);
            let (key, index) = ("evidence", Some(index));
            (self.visit)(RawReference { list: self.list, at: self.at, key, index, role, target, allowed: SOURCE });
        }
    }
}

/// Calls `visit` for every reference of the document, item by item in the format's order.
pub(crate) fn each_reference<'d>(document: &'d Document, mut visit: impl FnMut(RawReference<'d>)) {
    macro_rules! walk {
        ($list:literal, $items:expr, |$walk:ident, $item:ident| $body:block) => {
            for (at, $item) in $items.iter().enumerate() {
                #[allow(unused_mut)]
                let mut $walk = Walk { list: $list, at, visit: &mut visit };
                $body
            }
        };
    }
    walk!("actors", document.actors, |walk, actor| {
        walk.statement(&actor.statement);
        walk.maybe("partOf", Role::PartOf, actor.part_of.as_ref(), ACTOR);
    });
    walk!("places", document.places, |walk, place| {
        walk.statement(&place.statement);
        walk.maybe("partOf", Role::PartOf, place.part_of.as_ref(), PLACE);
    });
    walk!("remarks", document.remarks, |walk, remark| {
        walk.statement(&remark.statement);
        walk.many("about", Role::About, &remark.about, ANY);
    });
    walk!("sections", document.sections, |walk, section| {
        walk.maybe("partOf", Role::PartOf, section.part_of.as_ref(), SECTION);
    });
    walk!("conditions", document.conditions, |walk, condition| {
        walk.statement(&condition.statement);
        walk.many("by", Role::By, &condition.by, ACTOR);
        walk.many("for", Role::For, &condition.for_, ACTOR);
        walk.many("against", Role::Against, &condition.against, ACTOR);
        walk.maybe("pressing", Role::Pressing, condition.pressing.as_ref(), ACTOR);
        walk.many("where", Role::Where, &condition.where_, PLACE);
        walk.maybe("section", Role::Section, condition.section.as_ref(), SECTION);
    });
    walk!("exchanges", document.exchanges, |walk, exchange| {
        walk.statement(&exchange.statement);
        walk.many("gives", Role::Gives, &exchange.gives, CONDITION);
        walk.many("gets", Role::Gets, &exchange.gets, CONDITION);
    });
    walk!("links", document.links, |walk, link| {
        walk.statement(&link.statement);
        walk.one("from", Role::LinkFrom, &link.from, LINKED);
        walk.one("to", Role::LinkTo, &link.to, LINKED);
    });
    walk!("relations", document.relations, |walk, relation| {
        walk.statement(&relation.statement);
        walk.one("from", Role::RelationFrom, &relation.from, ACTOR);
        walk.one("to", Role::RelationTo, &relation.to, ACTOR);
    });
    walk!("aims", document.aims, |walk, aim| {
        walk.statement(&aim.statement);
        walk.many("of", Role::Of, &aim.of, ACTOR);
    });
    walk!("doubts", document.doubts, |walk, doubt| {
        walk.statement(&doubt.statement);
        walk.many("about", Role::About, &doubt.about, ANY);
    });
    walk!("figures", document.figures, |walk, figure| {
        walk.statement(&figure.statement);
        walk.many("about", Role::About, &figure.about, ANY);
    });
    walk!("events", document.events, |walk, event| {
        walk.statement(&event.statement);
        walk.many("actors", Role::Actors, &event.actors, ACTOR);
        walk.many("where", Role::Where, &event.where_, PLACE);
    });
    walk!("tensions", document.tensions, |walk, tension| {
        walk.statement(&tension.statement);
        walk.many("between", Role::Between, &tension.between, ANY);
    });
    walk!("gaps", document.gaps, |walk, gap| {
        walk.statement(&gap.statement);
        walk.one("about", Role::About, &gap.about, ANY);
    });
    walk!("tour", document.tour, |walk, step| {
        walk.many("shows", Role::Shows, &step.shows, ANY);
    });
}
