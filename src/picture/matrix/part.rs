//! The parts that actors have in a condition.

use crate::deal::gather::Gather;
use crate::deal::sort::sort_and_dedup;
use crate::deal::{Agreed, Deal, Duty, Item, ItemId, Role};
use crate::query::{checks, pressed};

/// What an actor has to do with a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// It is to do it.
    Does,
    /// It may do it.
    May,
    /// It is not to do it.
    Refrains,
    /// It is to press another.
    Presses,
    /// It bears it and is to be pressed to; nothing says that it agreed.
    PressedTo,
    /// It is the one whom the bearer is to press.
    IsPressed,
    /// It is for its good.
    Gains,
    /// It is aimed at it.
    Fought,
    /// What is not to be done would be aimed at it.
    Spared,
    /// It bears it in exchange for what others do.
    Pays,
    /// Others bear it in exchange for what it does.
    Gets,
    /// It bears a condition that checks this one.
    Checks,
}

impl Part {
    /// Every part, in the order in which they stand in a cell.
    pub const ALL: [Self; 12] = [
        Self::Does,
        Self::May,
        Self::Refrains,
        Self::Presses,
        Self::PressedTo,
        Self::IsPressed,
        Self::Gains,
        Self::Fought,
        Self::Spared,
        Self::Pays,
        Self::Gets,
        Self::Checks,
    ];

    /// Whether it is the part of one who bears the condition.
    pub fn bears(self) -> bool {
        matches!(self, Self::Does | Self::May | Self::Refrains | Self::Presses | Self::PressedTo)
    }

    /// The short word by which a style sheet knows its mark.
    pub fn word(self) -> &'static str {
        match self {
            Self::Does | Self::May | Self::Refrains => "party",
            Self::Presses => "presses",
            Self::PressedTo | Self::IsPressed => "pressed",
            Self::Gains | Self::Spared => "beneficiary",
            Self::Fought => "target",
            Self::Pays | Self::Gets => "trades",
            Self::Checks => "voice",
        }
    }
}

/// A part, with the item that says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Entry {
    /// The part.
    pub part: Part,
    /// The condition itself, the exchange that it stands in, or the condition that checks it.
    pub proof: ItemId,
}

/// What one actor has to do with one condition; never nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The actor.
    pub actor: ItemId,
    /// Its parts, in the order of [`Part`].
    pub parts: Vec<Entry>,
}

/// A condition with everyone who has a part in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The condition.
    pub condition: ItemId,
    /// Whether something says that whoever is to do it agreed, or would.
    pub agreed: bool,
    /// In the format's order of the actors.
    pub cells: Vec<Cell>,
}

impl Row {
    /// Reads the row of one condition.
    ///
    /// It costs as much as the condition has references, and its exchanges and checks have.
    pub fn of(deal: &Deal, condition: ItemId) -> Self {
        let (duty, agreed) = match deal.item(condition) {
            Some(Item::Condition(it)) => (it.duty.unwrap_or_default(), it.agreed.unwrap_or(Agreed::Unsaid)),
            _ => (Duty::Must, Agreed::Unsaid),
        };
        let mut found: Vec<(ItemId, Entry)> = Vec::new();
        let mut add = |actor: ItemId, part: Part, proof: ItemId| found.push((actor, Entry { part, proof }));
        let whom = deal.target(condition, Role::Pressing);
        for actor in deal.targets(condition, Role::By) {
            let part = match (pressed(deal, actor, condition), whom, duty) {
                (Some(_), ..) => Part::PressedTo,
                (None, _, Duty::MustNot) => Part::Refrains,
                (None, Some(_), _) => Part::Presses,
                (None, None, Duty::May) => Part::May,
                (None, None, Duty::Must) => Part::Does,
            };
            add(actor, part, condition);
        }
        // Who is not to be pressed, or fought, has nothing to bear by it.
        let forbidden = duty == Duty::MustNot;
        let aimed = if forbidden { Part::Spared } else { Part::Fought };
        deal.targets(condition, Role::For).for_each(|actor| add(actor, Part::Gains, condition));
        deal.targets(condition, Role::Against).for_each(|actor| add(actor, aimed, condition));
        if let Some(actor) = whom {
            add(actor, if forbidden { Part::Spared } else { Part::IsPressed }, condition);
        }
        for (near, far) in [(Role::Gives, Role::Gets), (Role::Gets, Role::Gives)] {
            for exchange in deal.sources_of(condition, near) {
                for other in deal.targets(exchange, far) {
                    let bearers = deal.targets(condition, Role::By).filter(|actor| is_got(deal, other, *actor));
                    bearers.for_each(|actor| add(actor, Part::Pays, exchange));
                    let others = deal.targets(other, Role::By).filter(|actor| is_got(deal, condition, *actor));
                    others.for_each(|actor| add(actor, Part::Gets, exchange));
                }
            }
        }
        for check in checks(deal, condition) {
            deal.targets(check, Role::By).for_each(|actor| add(actor, Part::Checks, check));
        }
        sort_and_dedup(&mut found);
        let mut cells: Vec<Cell> = Vec::new();
        for (actor, entry) in found {
            match cells.last_mut().filter(|cell| cell.actor == actor) {
                Some(cell) => cell.parts.push(entry),
                None => cells.push(Cell { actor, parts: vec![entry] }),
            }
        }
        Self { condition, agreed: matches!(agreed, Agreed::Yes | Agreed::Prospective), cells }
    }

    /// The cell of an actor, if it has a part.
    pub fn cell(&self, actor: ItemId) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.actor == actor)
    }

    /// Who has which part: what two rows are compared by.
    pub(super) fn profile(&self) -> Vec<(u32, Part)> {
        let parts = |cell: &Cell| cell.parts.iter().map(|it| (cell.actor.0, it.part)).gather();
        self.cells.iter().flat_map(parts).gather()
    }

    /// Whether nobody is named who is to do it.
    pub fn is_nobodys(&self) -> bool {
        !self.cells.iter().any(|cell| cell.parts.iter().any(|it| it.part.bears()))
    }
}

/// Whether the actor gets a condition: what it is to do alone it does not get; what is done jointly it does.
fn is_got(deal: &Deal, condition: ItemId, actor: ItemId) -> bool {
    let mut by = deal.targets(condition, Role::By).peekable();
    by.peek().is_none() || by.any(|other| other != actor)
}
