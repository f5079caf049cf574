//! What each value of each facet would leave, so that a reader sees it before choosing.

use crate::deal::gather::Gather;
use crate::deal::{ActorKind, Certainty, Deal, Item, ItemId, Kind, Origin, Role, Standing};

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
    // By their numbers: to find tens of thousands of actors by their ids takes longer than to count.
    let counted = |(number, value): (usize, FacetValue)| {
        let (count, chosen) = (count(number), filter.contains(&value));
        FacetCount { value, count, chosen }
    };
    let id = |actor: ItemId| deal.item(actor).map_or("", Item::id).to_owned();
    let party = |actor: ItemId| (census.party(actor), FacetValue::Party(id(actor)));
    let voice = |actor: ItemId| (census.voice(actor), FacetValue::Voice(VoiceChoice::Actor(id(actor))));
    let own = (census.own(), FacetValue::Voice(VoiceChoice::Own));
    let certainty = |it: &Certainty| (census.certainty(*it as usize), FacetValue::Certainty(*it));
    let origin = |it: &Origin| (census.origin(*it), FacetValue::Origin(*it));
    let topic = |(at, topic): (usize, &String)| (census.topic(at), FacetValue::Topic(topic.clone()));
    let actors = || deal.of_kind(Kind::Actor);
    Facets {
        party: actors().filter(|actor| is_party(deal, *actor)).map(party).map(counted).gather(),
        voice: std::iter::once(own)
            .chain(actors().filter(|actor| speaks(deal, *actor)).map(voice))
            .map(counted)
            .gather(),
        certainty: Certainty::ALL.iter().map(certainty).map(counted).gather(),
        origin: Origin::ALL.iter().map(origin).map(counted).gather(),
        topic: census.topics().iter().enumerate().map(topic).map(counted).gather(),
    }
}

/// Whether the actor does more than speak.
fn is_party(deal: &Deal, actor: ItemId) -> bool {
    let Some(Item::Actor(actor)) = deal.item(actor) else { return false };
    let only_speaks = !actor.standing.is_empty() && actor.standing.iter().all(|it| *it == Standing::Voice);
    actor.kind != ActorKind::Voice && !only_speaks
}

/// Whether anybody cites the actor.
fn speaks(deal: &Deal, actor: ItemId) -> bool {
    deal.sources_of(actor, Role::Voice).next().is_some()
}
