//! A party's page.

use crate::deal::gather::Gather;
use crate::deal::sort::{sort_and_dedup, sort_by_key};
use crate::deal::{Deal, Duty, Item, ItemId, Kind, Role, Standing};

use super::about::{Direction, Side, exchange_end};
use super::roles::{DoubleRole, double_roles};

/// A condition that the actor bears.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bears {
    /// The condition.
    pub condition: ItemId,
    /// Whether it must, may or must not; `must` where the document does not say.
    pub duty: Duty,
    /// Who bears it as well.
    pub jointly: Vec<ItemId>,
}

/// What the actor gets in an exchange for what it gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Return {
    /// The exchange.
    pub exchange: ItemId,
    /// The conditions of its own.
    pub gives: Vec<ItemId>,
    /// The conditions of the other side.
    pub gets: Vec<ItemId>,
}

/// A condition that others are to press the actor to fulfil.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pressed {
    /// The condition that it bears.
    pub condition: ItemId,
    /// Conditions under which others press it, linked with this one, or all where none is linked.
    pub by: Vec<ItemId>,
}

/// A condition under which the actor presses another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Presses {
    /// The condition.
    pub condition: ItemId,
    /// Who is to be pressed.
    pub whom: ItemId,
}

/// A relation, seen from the actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RelationEnd {
    /// The relation.
    pub relation: ItemId,
    /// Which way it points.
    pub direction: Direction,
    /// The other actor.
    pub other: ItemId,
}

/// Everything that the deal says of one actor, each list in the format's order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// The actor.
    pub actor: ItemId,
    /// Conditions that it bears, alone or jointly, without being pressed to.
    pub gives: Vec<Bears>,
    /// Conditions for its good.
    pub gains: Vec<ItemId>,
    /// What it gets in exchange for what it gives.
    pub returns: Vec<Return>,
    /// Conditions that it bears and is to be pressed to; nothing says that it agreed.
    pub pressed_to: Vec<Pressed>,
    /// Conditions under which others press it.
    pub pressed_by: Vec<ItemId>,
    /// Whom it is to press.
    pub presses: Vec<Presses>,
    /// Conditions against it.
    pub target_of: Vec<ItemId>,
    /// Its relations, both ways.
    pub relations: Vec<RelationEnd>,
    /// Actors that belong to it.
    pub people: Vec<ItemId>,
    /// The actor that it belongs to.
    pub part_of: Option<ItemId>,
    /// Statements that it is cited for.
    pub speaks: Vec<ItemId>,
    /// The doubts among these: what it doubts.
    pub raises: Vec<ItemId>,
    /// Doubts about it, its people, its relations, or conditions that it bears.
    pub doubts: Vec<ItemId>,
    /// Its aims.
    pub aims: Vec<ItemId>,
    /// Events that it takes part in.
    pub events: Vec<ItemId>,
    /// Figures about the same.
    pub figures: Vec<ItemId>,
    /// Remarks about it.
    pub remarks: Vec<ItemId>,
    /// What the sources do not say of the same.
    pub gaps: Vec<ItemId>,
    /// Parts that it plays at once and that do not sit easily together.
    pub double_roles: Vec<DoubleRole>,
}

impl Profile {
    /// Collects what the deal says of an actor; `None` if the item is none.
    pub fn of(deal: &Deal, actor: ItemId) -> Option<Self> {
        let Some(Item::Actor(_)) = deal.item(actor) else { return None };
        let to = |role: Role| unique(deal.sources_of(actor, role));
        let (borne, pressed_by) = (to(Role::By), to(Role::Pressing));
        let (mut gives, mut pressed_to) = (Vec::new(), Vec::new());
        let pressing = Pressing::of(deal, actor);
        for &condition in &borne {
            match pressing.to(deal, condition) {
                Some(by) => pressed_to.push(Pressed { condition, by }),
                None => gives.push(bears(deal, actor, condition)),
            }
        }
        let speaks = to(Role::Voice);
        let is_doubt = |item: &ItemId| deal.item(*item).is_some_and(|item| item.kind() == Kind::Doubt);
        let (relations, people) = (relations(deal, actor), to(Role::PartOf));
        let subjects: Vec<ItemId> = std::iter::once(actor)
            .chain(borne.iter().copied())
            .chain(people.iter().copied())
            .chain(relations.iter().map(|end| end.relation))
            .gather();
        let about = |kind: Kind| concerning(deal, &subjects, kind);
        Some(Self {
            actor,
            gains: to(Role::For),
            returns: returns(deal, actor, &borne),
            presses: borne.iter().filter_map(|condition| presses(deal, *condition)).gather(),
            target_of: to(Role::Against),
            relations,
            people,
            part_of: deal.targets(actor, Role::PartOf).next(),
            raises: speaks.iter().copied().filter(is_doubt).gather(),
            speaks,
            doubts: about(Kind::Doubt),
            aims: to(Role::Of),
            events: to(Role::Actors),
            figures: about(Kind::Figure),
            remarks: concerning(deal, &[actor], Kind::Remark),
            gaps: about(Kind::Gap),
            double_roles: double_roles(deal, actor),
            gives,
            pressed_to,
            pressed_by,
        })
    }
}

/// The conditions under which others press the actor to fulfil this one; `None` where it is not pressed to.
///
/// An actor is pressed to a condition where pressing is linked with it. One that is no party is pressed to all that it
/// bears as soon as somebody presses it, or its standing says so.
pub fn pressed(deal: &Deal, actor: ItemId, condition: ItemId) -> Option<Vec<ItemId>> {
    Pressing::of(deal, actor).to(deal, condition)
}

/// What an actor is pressed by: who bears much is asked of each of it.
pub(super) struct Pressing {
    /// The conditions under which others press it.
    all: Vec<ItemId>,
    /// What these are linked with.
    joined: Vec<ItemId>,
    /// Whether it is pressed to all that it bears.
    always: bool,
}

impl Pressing {
    pub(super) fn of(deal: &Deal, actor: ItemId) -> Self {
        let Some(Item::Actor(it)) = deal.item(actor) else {
            return Self { all: Vec::new(), joined: Vec::new(), always: false };
        };
        let all = unique(deal.sources_of(actor, Role::Pressing));
        let stands = it.standing.contains(&Standing::Pressed) || !all.is_empty();
        let always = stands && !it.standing.contains(&Standing::Party);
        let mut joined = Vec::new();
        for (near, far) in [(Role::LinkFrom, Role::LinkTo), (Role::LinkTo, Role::LinkFrom)] {
            for link in all.iter().flat_map(|by| deal.sources_of(*by, near)) {
                joined.extend(deal.targets(link, far));
            }
        }
        sort_and_dedup(&mut joined);
        Self { all, joined, always }
    }

    /// Whether it is pressed to this condition.
    pub(super) fn is_to(&self, condition: ItemId) -> bool {
        self.always || self.joined.binary_search(&condition).is_ok()
    }

    /// By which conditions it is, where it is.
    fn to(&self, deal: &Deal, condition: ItemId) -> Option<Vec<ItemId>> {
        if self.joined.binary_search(&condition).is_ok() {
            return Some(self.all.iter().copied().filter(|by| linked(deal, *by, condition)).gather());
        }
        self.always.then(|| self.all.clone())
    }
}

pub(super) fn unique(items: impl Iterator<Item = ItemId>) -> Vec<ItemId> {
    let mut items: Vec<ItemId> = items.gather();
    sort_and_dedup(&mut items);
    items
}

fn bears(deal: &Deal, actor: ItemId, condition: ItemId) -> Bears {
    let duty = match deal.item(condition) {
        Some(Item::Condition(it)) => it.duty.unwrap_or_default(),
        _ => Duty::Must,
    };
    Bears { condition, duty, jointly: deal.targets(condition, Role::By).filter(|other| *other != actor).gather() }
}

fn presses(deal: &Deal, condition: ItemId) -> Option<Presses> {
    deal.targets(condition, Role::Pressing).next().map(|whom| Presses { condition, whom })
}

/// Whether a link joins the two conditions, either way.
fn linked(deal: &Deal, one: ItemId, other: ItemId) -> bool {
    let joins =
        |near: Role, far: Role| deal.sources_of(one, near).any(|link| deal.targets(link, far).any(|end| end == other));
    joins(Role::LinkFrom, Role::LinkTo) || joins(Role::LinkTo, Role::LinkFrom)
}

/// What it gets for what it gives. What it is to do alone it does not get; what is done jointly it does.
fn returns(deal: &Deal, actor: ItemId, borne: &[ItemId]) -> Vec<Return> {
    let is_got = |condition: &ItemId| {
        let mut by = deal.targets(*condition, Role::By).peekable();
        by.peek().is_none() || by.any(|other| other != actor)
    };
    let mut returns: Vec<Return> = Vec::new();
    for &condition in borne {
        for (role, side) in [(Role::Gives, Side::Gives), (Role::Gets, Side::Gets)] {
            for exchange in deal.sources_of(condition, role) {
                let gets: Vec<ItemId> = exchange_end(deal, exchange, side).against.into_iter().filter(is_got).gather();
                match returns.iter_mut().find(|other| other.exchange == exchange && other.gets == gets) {
                    _ if gets.is_empty() => {}
                    Some(known) => known.gives.push(condition),
                    None => returns.push(Return { exchange, gives: vec![condition], gets }),
                }
            }
        }
    }
    sort_by_key(&mut returns, |found| found.exchange);
    returns
}

fn relations(deal: &Deal, actor: ItemId) -> Vec<RelationEnd> {
    let end = |relation: ItemId, far: Role, direction: Direction| {
        let Some(Item::Relation(it)) = deal.item(relation) else { return None };
        let direction = if it.mutual.unwrap_or(false) { Direction::Both } else { direction };
        Some(RelationEnd { relation, direction, other: deal.targets(relation, far).next()? })
    };
    let out = deal.sources_of(actor, Role::RelationFrom);
    let out = out.filter_map(|relation| end(relation, Role::RelationTo, Direction::Out));
    let into = deal.sources_of(actor, Role::RelationTo);
    let into = into.filter_map(|relation| end(relation, Role::RelationFrom, Direction::In));
    let mut ends: Vec<RelationEnd> = out.chain(into).gather();
    sort_by_key(&mut ends, |end| end.relation);
    ends
}

/// Items of one kind that are about one of the subjects.
fn concerning(deal: &Deal, subjects: &[ItemId], kind: Kind) -> Vec<ItemId> {
    let about = subjects.iter().flat_map(|subject| deal.sources_of(*subject, Role::About));
    unique(about.filter(|item| deal.item(*item).is_some_and(|item| item.kind() == kind)))
}
