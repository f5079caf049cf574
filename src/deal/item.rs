//! One handle for every kind of item.

use super::actor::{Actor, Place};
use super::condition::{Condition, Exchange, Link};
use super::document::Section;
use super::report::{Aim, Doubt, Event, Figure, Gap, Relation, Remark, Tension};
use super::source::{Medium, Source};
use super::statement::Statement;
use super::text::Text;

/// The kinds of items, in the order of the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A source.
    Source,
    /// A picture or film in a source.
    Medium,
    /// An actor.
    Actor,
    /// A place.
    Place,
    /// A remark on the whole.
    Remark,
    /// A chapter.
    Section,
    /// A condition.
    Condition,
    /// An exchange.
    Exchange,
    /// A link.
    Link,
    /// A relation.
    Relation,
    /// An aim.
    Aim,
    /// A doubt.
    Doubt,
    /// A figure.
    Figure,
    /// An event.
    Event,
    /// A tension.
    Tension,
    /// A gap.
    Gap,
}

impl Kind {
    /// Every kind, in the format's order.
    pub const ALL: &[Self] = &[
        Self::Source,
        Self::Medium,
        Self::Actor,
        Self::Place,
        Self::Remark,
        Self::Section,
        Self::Condition,
        Self::Exchange,
        Self::Link,
        Self::Relation,
        Self::Aim,
        Self::Doubt,
        Self::Figure,
        Self::Event,
        Self::Tension,
        Self::Gap,
    ];

    /// The key of the list that items of this kind stand in; media stand inside sources.
    pub fn list(self) -> &'static str {
        match self {
            Self::Source => "sources",
            Self::Medium => "media",
            Self::Actor => "actors",
            Self::Place => "places",
            Self::Remark => "remarks",
            Self::Section => "sections",
            Self::Condition => "conditions",
            Self::Exchange => "exchanges",
            Self::Link => "links",
            Self::Relation => "relations",
            Self::Aim => "aims",
            Self::Doubt => "doubts",
            Self::Figure => "figures",
            Self::Event => "events",
            Self::Tension => "tensions",
            Self::Gap => "gaps",
        }
    }
}

/// A dense number of an item: items of one document are counted from 0 in the format's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(pub(crate) u32);

impl ItemId {
    /// The number, to index an array with.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// An item of a deal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Item<'d> {
    /// A source.
    Source(&'d Source),
    /// A picture or film, and the source that it stands in.
    Medium(&'d Medium, &'d Source),
    /// An actor.
    Actor(&'d Actor),
    /// A place.
    Place(&'d Place),
    /// A remark.
    Remark(&'d Remark),
    /// A chapter.
    Section(&'d Section),
    /// A condition.
    Condition(&'d Condition),
    /// An exchange.
    Exchange(&'d Exchange),
    /// A link.
    Link(&'d Link),
    /// A relation.
    Relation(&'d Relation),
    /// An aim.
    Aim(&'d Aim),
    /// A doubt.
    Doubt(&'d Doubt),
    /// A figure.
    Figure(&'d Figure),
    /// An event.
    Event(&'d Event),
    /// A tension.
    Tension(&'d Tension),
    /// A gap.
    Gap(&'d Gap),
}

impl<'d> Item<'d> {
    /// Which kind it is.
    pub fn kind(self) -> Kind {
        match self {
            Self::Source(_) => Kind::Source,
            Self::Medium(..) => Kind::Medium,
            Self::Actor(_) => Kind::Actor,
            Self::Place(_) => Kind::Place,
            Self::Remark(_) => Kind::Remark,
            Self::Section(_) => Kind::Section,
            Self::Condition(_) => Kind::Condition,
            Self::Exchange(_) => Kind::Exchange,
            Self::Link(_) => Kind::Link,
            Self::Relation(_) => Kind::Relation,
            Self::Aim(_) => Kind::Aim,
            Self::Doubt(_) => Kind::Doubt,
            Self::Figure(_) => Kind::Figure,
            Self::Event(_) => Kind::Event,
            Self::Tension(_) => Kind::Tension,
            Self::Gap(_) => Kind::Gap,
        }
    }

    /// Its statement; sources, media and sections are no statements.
    pub fn statement(self) -> Option<&'d Statement> {
        match self {
            Self::Source(_) | Self::Medium(..) | Self::Section(_) => None,
            Self::Actor(x) => Some(&x.statement),
            Self::Place(x) => Some(&x.statement),
            Self::Remark(x) => Some(&x.statement),
            Self::Condition(x) => Some(&x.statement),
            Self::Exchange(x) => Some(&x.statement),
            Self::Link(x) => Some(&x.statement),
            Self::Relation(x) => Some(&x.statement),
            Self::Aim(x) => Some(&x.statement),
            Self::Doubt(x) => Some(&x.statement),
            Self::Figure(x) => Some(&x.statement),
            Self::Event(x) => Some(&x.statement),
            Self::Tension(x) => Some(&x.statement),
            Self::Gap(x) => Some(&x.statement),
        }
    }

    /// Its id in the document.
    pub fn id(self) -> &'d str {
        let id = match self {
            Self::Source(source) => Some(&source.id),
            Self::Medium(medium, _) => Some(&medium.id),
            Self::Section(section) => Some(&section.id),
            _ => self.statement().map(|statement| &statement.id),
        };
        id.map_or("", Text::as_str)
    }

    /// What to call it in a sentence: a name or title where it has one, else its text.
    pub fn label(self) -> &'d str {
        let label = match self {
            Self::Source(source) => Some(&source.title),
            Self::Medium(medium, _) => Some(&medium.title),
            Self::Section(section) => Some(&section.title),
            Self::Actor(actor) => Some(&actor.name),
            Self::Place(place) => Some(&place.name),
            _ => self.statement().map(|statement| &statement.text),
        };
        label.map_or("", Text::as_str)
    }
}
