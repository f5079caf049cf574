//! Whom and what a statement concerns: what a reader means by "everything about Russia".

use crate::deal::{Deal, Few, Item, ItemId, Kind, Role};

/// The reserved word for the deal as a whole.
const WHOLE: &str = "deal";

/// Keys by which one statement speaks about another.
const ABOUT: &[Role] = &[Role::About, Role::Gives, Role::Gets, Role::LinkFrom, Role::LinkTo, Role::Between];

/// The statement, and those that it speaks about: a doubt about a condition concerns whom the condition concerns.
/// One step, not further, or in a small deal everything would concern everybody.
pub(super) fn with_subjects(deal: &Deal, item: ItemId) -> impl Iterator<Item = ItemId> + '_ {
    let subjects = deal.references(item).iter().filter(|reference| ABOUT.contains(&reference.role));
    std::iter::once(item).chain(subjects.map(|reference| reference.item))
}

/// The actor, and all that it belongs to, nearest first.
pub fn belonging(deal: &Deal, actor: ItemId) -> Vec<ItemId> {
    let mut chain = vec![actor];
    while let Some(next) = chain.last().and_then(|last| deal.targets(*last, Role::PartOf).next()) {
        if chain.contains(&next) {
            break;
        }
        chain.push(next);
    }
    chain
}

/// The actors whom a statement concerns: the actor itself, those it names in any role, those named by what it speaks
/// about, and all that these belong to (what Russian forces do concerns Russia, not the other way round).
pub fn concerned(deal: &Deal, item: ItemId) -> Few<ItemId> {
    let is_actor = |id: ItemId| deal.kind(id) == Some(Kind::Actor);
    let mut actors = Few::new();
    // Filters ask this of every statement, so nothing but the set is made.
    let mut add = |id: ItemId| {
        let mut next = Some(id).filter(|id| is_actor(*id));
        while let Some(actor) = next.filter(|actor| actors.insert(*actor)) {
            next = deal.target(actor, Role::PartOf);
        }
    };
    for subject in with_subjects(deal, item) {
        add(subject);
        // Of an actor only whom it belongs to.
        let references = if is_actor(subject) { &[] } else { deal.references(subject) };
        for reference in references {
            add(reference.item);
        }
    }
    actors
}

/// The topics that a statement concerns: its own, and those of the conditions that it speaks about.
pub fn topics(deal: &Deal, item: ItemId) -> Few<&str> {
    with_subjects(deal, item)
        .filter_map(|id| match deal.item(id) {
            Some(Item::Condition(condition)) => condition.topic.as_deref(),
            _ => None,
        })
        .collect()
}

/// Whether a remark, doubt, figure or gap is about the deal as a whole.
pub fn is_about_whole(item: Item<'_>) -> bool {
    match item {
        Item::Remark(remark) => remark.about.iter().any(|id| id == WHOLE),
        Item::Doubt(doubt) => doubt.about.iter().any(|id| id == WHOLE),
        Item::Figure(figure) => figure.about.iter().any(|id| id == WHOLE),
        Item::Gap(gap) => gap.about == WHOLE,
        _ => false,
    }
}
