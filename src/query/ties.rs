//! Who is tied to whom: relations, whom conditions are for or against, who is to press whom, and who belongs to whom.

use std::collections::VecDeque;

use crate::deal::gather::Gather;
use crate::deal::sort::sort_by_key;
use crate::deal::{Deal, Few, Item, ItemId, Kind, RelationClass, Role};

/// What sort of tie it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TieKind {
    /// A relation of support.
    Support,
    /// A hostile one.
    Hostile,
    /// One is to press the other under a condition.
    Pressure,
    /// A condition is for the other's good, or against it.
    Condition,
    /// A relation of contact.
    Contact,
    /// One belongs to the other, by a relation or because the document has it so.
    Part,
}

impl TieKind {
    /// Every sort, in the order of the choices.
    pub const ALL: [Self; 6] =
        [Self::Support, Self::Hostile, Self::Pressure, Self::Condition, Self::Contact, Self::Part];

    /// Its short word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Support => "support",
            Self::Hostile => "hostile",
            Self::Pressure => "pressure",
            Self::Condition => "condition",
            Self::Contact => "contact",
            Self::Part => "part",
        }
    }
}

/// A tie between two actors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tie {
    /// Who acts, or belongs.
    pub from: ItemId,
    /// On whom, or to whom.
    pub to: ItemId,
    /// What sort it is.
    pub kind: TieKind,
    /// The statement that says so: a relation, a condition, or the actor that belongs.
    pub via: ItemId,
    /// What the actor at the end is to that statement.
    pub role: Role,
    /// Whether it holds both ways.
    pub mutual: bool,
}

/// Every tie of a deal: relations, then conditions, then where actors belong, unless a relation says that; each in the
/// document's order. What a condition says of several bearers and several others is a tie for each pair.
pub fn ties(deal: &Deal) -> Vec<Tie> {
    let mut ties = Vec::new();
    for via in deal.of_kind(Kind::Relation) {
        let ends = deal.target(via, Role::RelationFrom).zip(deal.target(via, Role::RelationTo));
        let (Some((from, to)), Some(Item::Relation(relation))) = (ends, deal.item(via)) else { continue };
        let kind = match relation.class {
            RelationClass::Support => TieKind::Support,
            RelationClass::Hostile => TieKind::Hostile,
            RelationClass::Contact => TieKind::Contact,
            RelationClass::Part => TieKind::Part,
        };
        let mutual = relation.mutual == Some(true);
        ties.push(Tie { from, to, kind, via, role: Role::RelationTo, mutual });
    }
    for via in deal.of_kind(Kind::Condition) {
        for from in deal.targets(via, Role::By) {
            for reference in deal.references(via) {
                let kind = match reference.role {
                    Role::For | Role::Against => TieKind::Condition,
                    Role::Pressing => TieKind::Pressure,
                    _ => continue,
                };
                ties.push(Tie { from, to: reference.item, kind, via, role: reference.role, mutual: false });
            }
        }
    }
    for via in deal.of_kind(Kind::Actor) {
        let Some(to) = deal.target(via, Role::PartOf) else { continue };
        if !is_said(deal, via, to) {
            ties.push(Tie { from: via, to, kind: TieKind::Part, via, role: Role::PartOf, mutual: false });
        }
    }
    ties.retain(|tie| tie.from != tie.to);
    ties
}

/// Whether a relation says already which of the two belongs to the other.
fn is_said(deal: &Deal, one: ItemId, other: ItemId) -> bool {
    [Role::RelationFrom, Role::RelationTo].into_iter().any(|role| {
        deal.sources_of(one, role).any(|relation| {
            let is_part = matches!(deal.item(relation), Some(Item::Relation(it)) if it.class == RelationClass::Part);
            is_part
                && deal
                    .references(relation)
                    .iter()
                    .any(|end| end.item.0 == other.0 && matches!(end.role, Role::RelationFrom | Role::RelationTo))
        })
    })
}

/// Which ties of a chosen actor are followed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    /// Those that lead to it and those that lead from it.
    #[default]
    Both,
    /// What leads from it.
    From,
    /// What leads to it.
    To,
}

/// What is asked of the ties.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// The chosen actor; `None`: all.
    pub actor: Option<ItemId>,
    /// The other end of a way from it.
    pub other: Option<ItemId>,
    /// Which of its ties are followed.
    pub reach: Reach,
    /// How many ties far; `None`: as far as they lead.
    pub steps: Option<u32>,
    /// The sorts that are hidden. Ties of [`TieKind::Part`] show even so between actors whom others bring in: whose
    /// forces they are is part of who stands with whom.
    pub hidden: Few<TieKind>,
}

/// The answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Circle {
    /// The actors, in the document's order.
    pub actors: Vec<ItemId>,
    /// The ties, in the order of [`ties`]; of a way, in the order in which it is gone.
    pub ties: Vec<Tie>,
}

impl Circle {
    /// What is asked of these ties of a deal with so many items.
    pub fn of(ties: &[Tie], items: usize, asked: &Asked) -> Self {
        let is_shown = |tie: &&Tie| !asked.hidden.contains(&tie.kind);
        let shown: Vec<Tie> = ties.iter().filter(is_shown).copied().gather();
        let mut circle = match (asked.actor, asked.other) {
            (Some(from), Some(to)) => {
                // A way may well lead by way of those who belong together, shown or not.
                let parts = ties.iter().filter(|tie| tie.kind == TieKind::Part && !is_shown(tie));
                let mut all = shown;
                parts.copied().add_to(&mut all);
                return Self::with(way(&all, items, from, to), items, &[from, to]);
            }
            (Some(actor), None) => {
                let far = distances(&shown, items, actor, asked.reach);
                let most = asked.steps.unwrap_or(u32::MAX);
                let at = |node: ItemId| far.get(node.index()).copied().flatten().filter(|far| *far < most);
                let leads = |tie: &Tie| {
                    let (from, to) = (at(tie.from), at(tie.to));
                    match asked.reach {
                        _ if tie.mutual => from.is_some() || to.is_some(),
                        Reach::Both => from.is_some() || to.is_some(),
                        Reach::From => from.is_some(),
                        Reach::To => to.is_some(),
                    }
                };
                Self::with(shown.into_iter().filter(leads).gather(), items, &[actor])
            }
            _ => Self::with(shown, items, &[]),
        };
        if asked.hidden.contains(&TieKind::Part) {
            circle.bridge(ties);
        }
        circle
    }

    fn with(ties: Vec<Tie>, items: usize, others: &[ItemId]) -> Self {
        // Marked and not sorted: of a large deal there are several ends for each item.
        let mut is_in = vec![false; items];
        let mut mark = |actor: ItemId| is_in.get_mut(actor.index()).into_iter().for_each(|mark| *mark = true);
        for tie in &ties {
            mark(tie.from);
            mark(tie.to);
        }
        for actor in others {
            mark(*actor);
        }
        let marked = (0..).map(ItemId).zip(is_in).filter(|(_, is_in)| *is_in);
        Self { actors: marked.map(|(actor, _)| actor).gather(), ties }
    }

    /// Adds who belongs to whom among the actors, whatever sorts are shown.
    fn bridge(&mut self, ties: &[Tie]) {
        let is_here = |actor: ItemId| self.actors.binary_search(&actor).is_ok();
        let parts = ties.iter().filter(|tie| tie.kind == TieKind::Part && is_here(tie.from) && is_here(tie.to));
        let parts: Vec<Tie> = parts.copied().gather();
        parts.into_iter().add_to(&mut self.ties);
    }

    /// The other ends of the ties of an actor, in their order, each with its tie.
    pub fn ends(&self, actor: ItemId) -> impl Iterator<Item = (&Tie, ItemId)> {
        self.ties.iter().filter_map(move |tie| {
            let other = if tie.from == actor { tie.to } else { tie.from };
            (tie.from == actor || tie.to == actor).then_some((tie, other))
        })
    }

    /// The ties, grouped by who acts, in the order of the document.
    pub fn groups(&self) -> Vec<(ItemId, Vec<Tie>)> {
        let mut ties = self.ties.clone();
        sort_by_key(&mut ties, |tie| tie.from);
        let mut groups: Vec<(ItemId, Vec<Tie>)> = Vec::new();
        for tie in ties {
            match groups.last_mut().filter(|(actor, _)| *actor == tie.from) {
                Some((_, group)) => group.push(tie),
                None => groups.push((tie.from, vec![tie])),
            }
        }
        groups
    }
}

/// Which ties touch each item, by counting.
struct Touching {
    starts: Vec<u32>,
    ties: Vec<u32>,
}

impl Touching {
    fn new(ties: &[Tie], items: usize) -> Self {
        let mut starts = vec![0_u32; items + 2];
        let ends = || (0_u32..).zip(ties).flat_map(|(at, tie)| [(tie.from, at), (tie.to, at)]);
        ends().for_each(|(node, _)| {
            if let Some(start) = starts.get_mut(node.index() + 2) {
                *start += 1;
            }
        });
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut touching = Self { ties: vec![0; sum as usize], starts };
        ends().for_each(|(node, at)| {
            let Some(next) = touching.starts.get_mut(node.index() + 1) else { return };
            if let Some(slot) = touching.ties.get_mut(*next as usize) {
                *slot = at;
            }
            *next += 1;
        });
        touching
    }

    fn of(&self, node: ItemId) -> &[u32] {
        let bound = |at: usize| self.starts.get(at).copied().unwrap_or_default() as usize;
        self.ties.get(bound(node.index())..bound(node.index() + 1)).unwrap_or_default()
    }
}

/// Walks outwards from an actor, nearest first; `visit` is told of each new actor and the tie that led there.
fn walk(ties: &[Tie], items: usize, from: ItemId, reach: Reach, mut visit: impl FnMut(ItemId, ItemId, usize)) {
    let touching = Touching::new(ties, items);
    let mut seen = vec![false; items];
    let mut mark = move |node: ItemId| seen.get_mut(node.index()).is_some_and(|seen| !std::mem::replace(seen, true));
    mark(from);
    let mut queue = VecDeque::from([from]);
    while let Some(here) = queue.pop_front() {
        for at in touching.of(here) {
            let Some(tie) = ties.get(*at as usize) else { continue };
            let forward = tie.from == here;
            let leads = tie.mutual || reach == Reach::Both || (reach == Reach::From) == forward;
            let other = if forward { tie.to } else { tie.from };
            if leads && mark(other) {
                visit(here, other, *at as usize);
                queue.push_back(other);
            }
        }
    }
}

/// How many ties lie between an actor and each other one; `None` where none leads.
fn distances(ties: &[Tie], items: usize, from: ItemId, reach: Reach) -> Vec<Option<u32>> {
    let mut far = vec![None; items];
    let set = |node: ItemId, value: u32, far: &mut Vec<Option<u32>>| {
        if let Some(slot) = far.get_mut(node.index()) {
            *slot = Some(value);
        }
    };
    set(from, 0, &mut far);
    walk(ties, items, from, reach, |here, other, _| {
        let next = far.get(here.index()).copied().flatten().unwrap_or_default() + 1;
        set(other, next, &mut far);
    });
    far
}

/// A shortest way between two actors, whichever way the ties lead, of several the one by the earliest ties; none where
/// no way leads.
fn way(ties: &[Tie], items: usize, from: ItemId, to: ItemId) -> Vec<Tie> {
    let mut back: Vec<Option<(ItemId, usize)>> = vec![None; items];
    walk(ties, items, from, Reach::Both, |here, other, tie| {
        if let Some(slot) = back.get_mut(other.index()) {
            *slot = Some((here, tie));
        }
    });
    let mut way = Vec::new();
    let mut at = to;
    while let Some((before, tie)) = back.get(at.index()).copied().flatten() {
        way.extend(ties.get(tie));
        at = before;
    }
    way.reverse();
    way
}
