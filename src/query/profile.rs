//! A party's page.

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
    /// Doubts about it, or about conditions that it bears.
    pub doubts: Vec<ItemId>,
    /// Its aims.
    pub aims: Vec<ItemId>,
    /// Events that it takes part in.
    pub events: Vec<ItemId>,
    /// Figures about it, or about conditions that it bears.
    pub figures: Vec<ItemId>,
    /// Remarks about it.
    pub remarks: Vec<ItemId>,
    /// What the sources do not say of it, or of conditions that it bears.
    pub gaps: Vec<ItemId>,
    /// Parts that it plays at once and that do not sit easily together.
    pub double_roles: Vec<DoubleRole>,
}

impl Profile {
    /// Collects what the deal says of an actor; `None` if the item is none.
    pub fn of(deal: &Deal, actor: ItemId) -> Option<Self> {
        let Some(Item::Actor(it)) = deal.item(actor) else { return None };
        let to = |role: Role| unique(deal.sources_of(actor, role));
        let (borne, pressed_by) = (to(Role::By), to(Role::Pressing));
        let only_pressed = it.standing.contains(&Standing::Pressed) && !it.standing.contains(&Standing::Party);
        let mut gives = Vec::new();
        let mut pressed_to = Vec::new();
        for &condition in &borne {
            let linked: Vec<ItemId> = pressed_by.iter().copied().filter(|by| linked(deal, *by, condition)).collect();
            if !linked.is_empty() {
                pressed_to.push(Pressed { condition, by: linked });
            } else if only_pressed || (!pressed_by.is_empty() && !it.standing.contains(&Standing::Party)) {
                pressed_to.push(Pressed { condition, by: pressed_by.clone() });
            } else {
                gives.push(bears(deal, actor, condition));
            }
        }
        let about = |kind: Kind| concerning(deal, actor, &borne, kind);
        Some(Self {
            actor,
            gains: to(Role::For),
            returns: returns(deal, &borne),
            presses: borne.iter().filter_map(|condition| presses(deal, *condition)).collect(),
            target_of: to(Role::Against),
            relations: relations(deal, actor),
            people: to(Role::PartOf),
            part_of: deal.targets(actor, Role::PartOf).next(),
            speaks: to(Role::Voice),
            doubts: about(Kind::Doubt),
            aims: to(Role::Of),
            events: to(Role::Actors),
            figures: about(Kind::Figure),
            remarks: concerning(deal, actor, &[], Kind::Remark),
            gaps: about(Kind::Gap),
            double_roles: double_roles(deal, actor),
            gives,
            pressed_to,
            pressed_by,
        })
    }
}

pub(super) fn unique(items: impl Iterator<Item = ItemId>) -> Vec<ItemId> {
    let mut items: Vec<ItemId> = items.collect();
    items.sort_unstable();
    items.dedup();
    items
}

fn bears(deal: &Deal, actor: ItemId, condition: ItemId) -> Bears {
    let duty = match deal.item(condition) {
        Some(Item::Condition(it)) => it.duty.unwrap_or_default(),
        _ => Duty::Must,
    };
    Bears { condition, duty, jointly: deal.targets(condition, Role::By).filter(|other| *other != actor).collect() }
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

fn returns(deal: &Deal, borne: &[ItemId]) -> Vec<Return> {
    let mut returns: Vec<Return> = Vec::new();
    for &condition in borne {
        for (role, side) in [(Role::Gives, Side::Gives), (Role::Gets, Side::Gets)] {
            for exchange in deal.sources_of(condition, role) {
                let gets = exchange_end(deal, exchange, side).against;
                match returns.iter_mut().find(|other| other.exchange == exchange && other.gets == gets) {
                    Some(known) => known.gives.push(condition),
                    None => returns.push(Return { exchange, gives: vec![condition], gets }),
                }
            }
        }
    }
    returns.sort_by_key(|found| found.exchange);
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
    let mut ends: Vec<RelationEnd> = out.chain(into).collect();
    ends.sort_by_key(|end| end.relation);
    ends
}

/// Items of one kind that are about the actor or about one of the conditions.
fn concerning(deal: &Deal, actor: ItemId, conditions: &[ItemId], kind: Kind) -> Vec<ItemId> {
    let subjects = std::iter::once(actor).chain(conditions.iter().copied());
    let about = subjects.flat_map(|subject| deal.sources_of(subject, Role::About));
    unique(about.filter(|item| deal.item(*item).is_some_and(|item| item.kind() == kind)))
}
