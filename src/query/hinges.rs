//! The hinges that everything hangs on: the doubts on which most of the deal depends.

use crate::deal::gather::Gather;
use crate::deal::sort::{heaviest, sort_and_dedup, sort_by_key};
use std::cmp::Reverse;

use crate::deal::{Deal, DoubtKind, Item, ItemId, Kind, LinkKind, Origin, Role};

use super::concern::is_about_whole;

/// A doubt and what depends on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hinge {
    /// The doubt.
    pub doubt: ItemId,
    /// Its kind.
    pub kind: DoubtKind,
    /// The conditions that depend on what it is about, in the format's order.
    pub reach: Vec<ItemId>,
}

/// The `most` weightiest doubts: on which most conditions depend, then what could still undo the deal before what it
/// might bring, then from which most links go out. A kind comes again only after every kind has had its turn; equals
/// stand the source's before the editor's, then in the format's order.
pub fn hinges(deal: &Deal, most: usize) -> Vec<Hinge> {
    let mut dependents = Dependents { deal, known: vec![None; deal.len()] };
    let mut left: Vec<Hinge> = candidates(deal).into_iter().filter_map(|doubt| hinge(&mut dependents, doubt)).gather();
    let editors = |doubt: ItemId| deal.statement(doubt).is_none_or(|it| it.origin() == Origin::Editor);
    let links = |doubt: ItemId| deal.sources_of(doubt, Role::LinkFrom).count();
    sort_by_key(&mut left, |hinge| {
        let reach = Reverse(hinge.reach.len());
        (reach, weight(hinge.kind), Reverse(links(hinge.doubt)), editors(hinge.doubt), hinge.doubt)
    });
    let mut chosen: Vec<Hinge> = Vec::new();
    while chosen.len() < most && !left.is_empty() {
        let turns = |kind: DoubtKind| chosen.iter().filter(|hinge| hinge.kind == kind).count();
        let next = left.iter().enumerate().min_by_key(|(at, hinge)| (turns(hinge.kind), *at)).map(|(at, _)| at);
        let Some(next) = next else { break };
        chosen.push(left.remove(next));
    }
    chosen
}

/// The doubts that are looked at: all, or of very many those about what most statements refer to, since to follow each
/// to its end would take a second.
fn candidates(deal: &Deal) -> Vec<ItemId> {
    const MOST: usize = 16;
    let mut doubts: Vec<ItemId> = deal.of_kind(Kind::Doubt).gather();
    if doubts.len() > 200 {
        let whole = |doubt: ItemId| deal.item(doubt).is_some_and(is_about_whole);
        doubts = heaviest(&doubts, MOST, &|doubt| {
            let about = deal.targets(doubt, Role::About).map(|about| deal.referrers(about).len()).sum::<usize>();
            // More than any number of references.
            usize::from(whole(doubt)) << 30 | (about + deal.referrers(doubt).len())
        });
        sort_and_dedup(&mut doubts);
    }
    doubts
}

/// Of doubts that reach as far, what could still undo the deal comes before what it might bring.
fn weight(kind: DoubtKind) -> u8 {
    match kind {
        DoubtKind::OpenQuestion => 0,
        DoubtKind::Spoiler => 1,
        DoubtKind::TrackRecord => 2,
        DoubtKind::Flux => 3,
        DoubtKind::FearedEffect => 4,
    }
}

fn hinge(dependents: &mut Dependents<'_>, doubt: ItemId) -> Option<Hinge> {
    let deal = dependents.deal;
    let item = deal.item(doubt)?;
    let Item::Doubt(it) = item else { return None };
    let reach = if is_about_whole(item) { deal.of_kind(Kind::Condition).gather() } else { dependents.reach(doubt) };
    Some(Hinge { doubt, kind: it.kind, reach })
}

/// What depends on each item, worked out once and only where somebody asks.
struct Dependents<'d> {
    deal: &'d Deal,
    known: Vec<Option<Vec<ItemId>>>,
}

impl Dependents<'_> {
    /// Every condition that depends on what the doubt is about, directly or through others.
    fn reach(&mut self, doubt: ItemId) -> Vec<ItemId> {
        let deal = self.deal;
        let mut reached = vec![false; deal.len()];
        let mut queue: Vec<ItemId> = deal.targets(doubt, Role::About).chain([doubt]).gather();
        // Whatever reaches so far is weighty enough; in a large deal each hub reaches most of it.
        let mut left = 5_000_usize;
        while let Some(item) = queue.pop().filter(|_| left > 0) {
            left -= 1;
            let seen = reached.get_mut(item.index()).filter(|seen| !**seen);
            if let (Some(seen), Some(known)) = (seen, self.known.get_mut(item.index())) {
                *seen = true;
                queue.extend_from_slice(known.get_or_insert_with(|| dependents(deal, item)));
            }
        }
        let is_reached = |condition: &ItemId| reached.get(condition.index()).copied().unwrap_or(false);
        deal.of_kind(Kind::Condition).filter(is_reached).gather()
    }
}

/// What depends on the item: along links, across exchanges, on an actor all that it is to do.
fn dependents(deal: &Deal, item: ItemId) -> Vec<ItemId> {
    let to = |role: Role| deal.sources_of(item, role);
    match deal.item(item) {
        Some(Item::Link(link)) => {
            let end = if link.kind == LinkKind::Needs { Role::LinkFrom } else { Role::LinkTo };
            deal.targets(item, end).gather()
        }
        Some(Item::Exchange(_)) => deal.targets(item, Role::Gives).chain(deal.targets(item, Role::Gets)).gather(),
        Some(Item::Actor(_)) => to(Role::By).gather(),
        Some(Item::Relation(_)) => between(deal, item),
        _ => {
            let is_need =
                |link: &ItemId| matches!(deal.item(*link), Some(Item::Link(it)) if it.kind == LinkKind::Needs);
            let links = to(Role::LinkFrom).filter(|link| !is_need(link)).chain(to(Role::LinkTo).filter(is_need));
            links.chain(to(Role::Gives)).chain(to(Role::Gets)).gather()
        }
    }
}

/// Conditions in which the two ends of a relation meet: one is to do it, with the other, for, against or pressing them.
fn between(deal: &Deal, relation: ItemId) -> Vec<ItemId> {
    let end = |role: Role| deal.targets(relation, role).next();
    let (Some(from), Some(to)) = (end(Role::RelationFrom), end(Role::RelationTo)) else { return Vec::new() };
    let meets = |condition: &ItemId, other: ItemId| {
        let roles = [Role::By, Role::For, Role::Against, Role::Pressing];
        roles.into_iter().any(|role| deal.targets(*condition, role).any(|actor| actor == other))
    };
    let forth = deal.sources_of(from, Role::By).filter(|condition| meets(condition, to));
    forth.chain(deal.sources_of(to, Role::By).filter(|condition| meets(condition, from))).gather()
}
