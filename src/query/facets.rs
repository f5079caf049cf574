//! What each value of each facet would leave, so that a reader sees it before choosing.

use crate::deal::gather::Gather;
use crate::deal::{ActorKind, Certainty, Deal, ItemId, Kind, Origin, Role, Standing};

use super::census::Census;
use super::filter::{FacetValue, Filter, VoiceChoice};

/// A value, how many statements it alone would leave of what the other facets leave, and whether it is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetCount {
    /// The value.
    pub value: FacetValue,
    /// How many statements.
    pub count: usize,
    /// Whether it is chosen now.
    pub chosen: bool,
}

/// Every value of every facet, in the order of the document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    /// All actors but those who only speak.
    pub party: Vec<FacetCount>,
    /// The source's own voice, then all who are cited.
    pub voice: Vec<FacetCount>,
    /// All four.
    pub certainty: Vec<FacetCount>,
    /// Both.
    pub origin: Vec<FacetCount>,
    /// All topics.
    pub topic: Vec<FacetCount>,
}

/// Counts the statements `among` these (what the search left) that each value would leave.
pub fn facets(deal: &Deal, census: &Census, filter: &Filter, among: &[ItemId]) -> Facets {
    let count = census.count(filter, among);
    let counted = |values: Vec<FacetValue>| {
        let counted = |value: FacetValue| {
            let (count, chosen) = (count(&value), filter.contains(&value));
            FacetCount { value, count, chosen }
        };
        values.into_iter().map(counted).gather()
    };
    Facets {
        party: counted(parties(deal)),
        voice: counted(speakers(deal)),
        certainty: counted(Certainty::ALL.iter().copied().map(FacetValue::Certainty).gather()),
        origin: counted(Origin::ALL.iter().copied().map(FacetValue::Origin).gather()),
        topic: counted(census.topics().iter().cloned().map(FacetValue::Topic).gather()),
    }
}

fn parties(deal: &Deal) -> Vec<FacetValue> {
    let actors = deal.document().actors.iter();
    let acts = actors.filter(|actor| {
        let only_speaks = !actor.standing.is_empty() && actor.standing.iter().all(|it| *it == Standing::Voice);
        actor.kind != ActorKind::Voice && !only_speaks
    });
    acts.map(|actor| FacetValue::Party(actor.statement.id.clone())).gather()
}

fn speakers(deal: &Deal) -> Vec<FacetValue> {
    let speaks = |actor: &ItemId| deal.sources_of(*actor, Role::Voice).next().is_some();
    let actors = deal.of_kind(Kind::Actor).filter(speaks).filter_map(|actor| deal.item(actor));
    let actors = actors.map(|actor| VoiceChoice::Actor(actor.id().to_owned()));
    std::iter::once(VoiceChoice::Own).chain(actors).map(FacetValue::Voice).gather()
}
