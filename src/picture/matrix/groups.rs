//! The rows in groups: by section where the deal has sections, a long one by topic.

use crate::deal::gather::Gather;
use crate::deal::{Deal, Item, ItemId, Kind, Role, hash};

use super::{FEW, WINDOW};

/// Conditions that stand under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The section that they stand in.
    pub section: Option<ItemId>,
    /// Their topic, where the group is of one.
    pub topic: Option<String>,
    /// They, in the format's order.
    pub conditions: Vec<ItemId>,
}

/// Every condition that `shows` lets through, once: by section in the format's order, those without one first. What is
/// too long for a window is parted by topic, those without one first, then as they come.
///
/// It takes one walk over the conditions, and in what is parted one over the topics for each.
pub fn groups(deal: &Deal, shows: &dyn Fn(ItemId) -> bool) -> Vec<Group> {
    let sections: Vec<ItemId> = deal.of_kind(Kind::Section).gather();
    let first = sections.first().map_or(0, |section| section.index());
    let mut parts: Vec<Vec<ItemId>> = vec![Vec::new(); sections.len() + 1];
    let mut total = 0;
    for condition in deal.of_kind(Kind::Condition).filter(|condition| shows(*condition)) {
        let at = deal.target(condition, Role::Section).map_or(0, |section| section.index() - first + 1);
        if let Some(part) = parts.get_mut(at) {
            part.push(condition);
            total += 1;
        }
    }
    let sections = std::iter::once(None).chain(sections.into_iter().map(Some));
    let mut groups = Vec::new();
    for (section, conditions) in sections.zip(parts) {
        if total > FEW && conditions.len() > WINDOW {
            by_topic(deal, section, &conditions, &mut groups);
        } else if !conditions.is_empty() {
            groups.push(Group { section, topic: None, conditions });
        }
    }
    groups
}

fn by_topic(deal: &Deal, section: Option<ItemId>, conditions: &[ItemId], groups: &mut Vec<Group>) {
    let topic = |condition: ItemId| match deal.item(condition) {
        Some(Item::Condition(it)) => it.topic.as_deref(),
        _ => None,
    };
    let start = groups.len();
    groups.push(Group { section, topic: None, conditions: Vec::new() });
    // Comparing hashes first spares most of the letters: a section has many topics, and each comes many times.
    let mut known: Vec<Option<u32>> = vec![None];
    for condition in conditions {
        let topic = topic(*condition);
        let key = topic.map(hash);
        let mut same = known.iter().zip(groups.iter_mut().skip(start)).filter(|(known, _)| **known == key);
        if let Some((_, group)) = same.find(|(_, group)| group.topic.as_deref() == topic) {
            group.conditions.push(*condition);
        } else {
            groups.push(Group { section, topic: topic.map(str::to_owned), conditions: vec![*condition] });
            known.push(key);
        }
    }
    if groups.get(start).is_some_and(|group| group.conditions.is_empty()) {
        groups.remove(start);
    }
}
