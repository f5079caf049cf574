//! The eight questions to a condition, each answered or left open.

use crate::deal::gather::Gather;
use crate::deal::sort::sort_and_dedup;
use crate::deal::{Agreed, Deal, Item, ItemId, Kind, Role, Slot};

use super::concern::is_about_whole;

/// Topics of conditions by which one condition checks another that it is linked with.
const CHECKING: &[&str] = &["check", "checks", "checking", "monitoring", "verification"];

/// What is asked of a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SlotName {
    /// Who is to do it.
    Bearer,
    /// What is to be done.
    Act,
    /// For whom.
    Beneficiary,
    /// Against whom.
    Target,
    /// Where.
    Place,
    /// When.
    Time,
    /// Whether the bearer agreed.
    Agreed,
    /// Who checks.
    Check,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fill<'d> {
    /// These actors, places or conditions.
    Items(Vec<ItemId>),
    /// These words: an act, a time as printed.
    Words(&'d str),
    /// Yes, prospectively or no.
    Agreed(Agreed),
    /// The sources do not say.
    Unsaid,
}

/// A question to a condition, with its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConditionSlot<'d> {
    /// What is asked.
    pub name: SlotName,
    /// The answer.
    pub fill: Fill<'d>,
    /// Gaps of the document that say what is missing of it; an answer may be there and leave some of it open.
    pub gaps: Vec<ItemId>,
}

impl SlotName {
    /// Every question, in the order that they are asked.
    pub const ALL: [Self; 8] =
        [Self::Bearer, Self::Act, Self::Beneficiary, Self::Target, Self::Place, Self::Time, Self::Agreed, Self::Check];

    /// The gaps that leave this question open.
    fn gaps(self) -> &'static [Slot] {
        match self {
            Self::Bearer => &[Slot::Bearer],
            Self::Act => &[Slot::Scope, Slot::Means, Slot::Sanction, Slot::Source],
            Self::Beneficiary => &[],
            Self::Target => &[Slot::Identity],
            Self::Place => &[Slot::Place],
            Self::Time => &[Slot::Time],
            Self::Agreed => &[Slot::Consent],
            Self::Check => &[Slot::Check],
        }
    }
}

/// The eight questions to a condition; `None` if the item is none.
pub fn slots(deal: &Deal, condition: ItemId) -> Option<[ConditionSlot<'_>; 8]> {
    with_gaps(deal, condition, &gaps)
}

/// The same with the condition's own gaps only, without those of the deal as a whole, for which all gaps are gone
/// through.
pub fn own_slots(deal: &Deal, condition: ItemId) -> Option<[ConditionSlot<'_>; 8]> {
    with_gaps(deal, condition, &|deal, condition, name, _| own_gaps(deal, condition, name))
}

type Gaps = dyn Fn(&Deal, ItemId, SlotName, bool) -> Vec<ItemId>;

fn with_gaps<'d>(deal: &'d Deal, condition: ItemId, gaps: &Gaps) -> Option<[ConditionSlot<'d>; 8]> {
    let Some(Item::Condition(it)) = deal.item(condition) else { return None };
    let items = |role: Role| filled(deal.targets(condition, role).gather());
    let fill = |name: SlotName| match name {
        SlotName::Bearer => items(Role::By),
        SlotName::Act if it.act.trim().is_empty() => Fill::Unsaid,
        SlotName::Act => Fill::Words(&it.act),
        SlotName::Beneficiary => items(Role::For),
        SlotName::Target => items(Role::Against),
        SlotName::Place => items(Role::Where),
        SlotName::Time => it.when.as_deref().map_or(Fill::Unsaid, Fill::Words),
        SlotName::Agreed => match it.agreed {
            None | Some(Agreed::Unsaid) => Fill::Unsaid,
            Some(agreed) => Fill::Agreed(agreed),
        },
        SlotName::Check => filled(checks(deal, condition)),
    };
    Some(SlotName::ALL.map(|name| {
        let fill = fill(name);
        let gaps = gaps(deal, condition, name, fill == Fill::Unsaid);
        ConditionSlot { name, fill, gaps }
    }))
}

fn filled<'d>(items: Vec<ItemId>) -> Fill<'d> {
    if items.is_empty() { Fill::Unsaid } else { Fill::Items(items) }
}

/// The condition's own gaps; for a question that is not answered at all, else those of the deal as a whole.
fn gaps(deal: &Deal, condition: ItemId, name: SlotName, unsaid: bool) -> Vec<ItemId> {
    let own = own_gaps(deal, condition, name);
    if !own.is_empty() || !unsaid {
        return own;
    }
    let whole = |gap: &ItemId| deal.item(*gap).is_some_and(is_about_whole);
    deal.of_kind(Kind::Gap).filter(whole).filter(|gap| opens(deal, *gap, name)).gather()
}

fn own_gaps(deal: &Deal, condition: ItemId, name: SlotName) -> Vec<ItemId> {
    deal.sources_of(condition, Role::About).filter(|gap| opens(deal, *gap, name)).gather()
}

/// Whether it is a gap that leaves this question open.
fn opens(deal: &Deal, gap: ItemId, name: SlotName) -> bool {
    matches!(deal.item(gap), Some(Item::Gap(gap)) if name.gaps().contains(&gap.slot))
}

/// Conditions about checking that are linked with this one.
pub fn checks(deal: &Deal, condition: ItemId) -> Vec<ItemId> {
    let ends = [(Role::LinkFrom, Role::LinkTo), (Role::LinkTo, Role::LinkFrom)];
    let linked = ends
        .into_iter()
        .flat_map(|(near, far)| deal.sources_of(condition, near).flat_map(move |link| deal.targets(link, far)));
    let is_check = |id: &ItemId| {
        let topic = match deal.item(*id) {
            Some(Item::Condition(other)) => other.topic.as_deref(),
            _ => None,
        };
        *id != condition && topic.is_some_and(|topic| CHECKING.contains(&topic))
    };
    let mut checks: Vec<ItemId> = linked.filter(is_check).gather();
    sort_and_dedup(&mut checks);
    checks
}
