//! What each value of each facet would leave, so that a reader sees it before choosing.

use crate::deal::gather::Gather;
use crate::deal::sort::sort_by;
use crate::deal::{ActorKind, Certainty, Deal, Few, Item, ItemId, Kind, Origin, Standing};

use super::concern::{concerned, topics};
use super::filter::{FACETS, FacetValue, Filter, VoiceChoice, voices};

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
pub fn facets(deal: &Deal, filter: &Filter, among: &[ItemId]) -> Facets {
    let mut tallies: [Vec<FacetValue>; FACETS] = Default::default();
    for &item in among {
        let verdicts = filter.verdicts(deal, item);
        let mut fits_others = [true; FACETS];
        for (facet, fits) in fits_others.iter_mut().enumerate() {
            *fits = verdicts.iter().enumerate().all(|(other, fits)| other == facet || *fits);
        }
        if deal.statement(item).is_none() || !fits_others.contains(&true) {
            continue;
        }
        for ((tally, fits), values) in tallies.iter_mut().zip(fits_others).zip(values_of(deal, item)) {
            if fits {
                tally.extend(values);
            }
        }
    }
    for tally in &mut tallies {
        sort_by(tally, Ord::cmp);
    }
    let count = |tally: &[FacetValue], values: Vec<FacetValue>| {
        let counted = |value: FacetValue| FacetCount {
            count: tally.partition_point(|other| *other <= value) - tally.partition_point(|other| *other < value),
            chosen: filter.contains(&value),
            value,
        };
        values.into_iter().map(counted).gather()
    };
    let [party, voice, certainty, origin, topic] = &tallies;
    Facets {
        party: count(party, parties(deal)),
        voice: count(voice, speakers(deal)),
        certainty: count(certainty, Certainty::ALL.iter().copied().map(FacetValue::Certainty).gather()),
        origin: count(origin, Origin::ALL.iter().copied().map(FacetValue::Origin).gather()),
        topic: count(topic, all_topics(deal)),
    }
}

fn values_of(deal: &Deal, item: ItemId) -> [Few<FacetValue>; FACETS] {
    let id_of = |id: ItemId| deal.item(id).map_or("", Item::id).to_owned();
    let statement = deal.statement(item);
    [
        concerned(deal, item).into_iter().map(|actor| FacetValue::Party(id_of(actor))).collect(),
        voices(deal, item).into_iter().map(FacetValue::Voice).collect(),
        statement.map(|statement| FacetValue::Certainty(statement.certainty())).into_iter().collect(),
        statement.map(|statement| FacetValue::Origin(statement.origin())).into_iter().collect(),
        topics(deal, item).into_iter().map(|topic| FacetValue::Topic(topic.to_owned())).collect(),
    ]
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
    let speaks = |actor: &ItemId| deal.sources_of(*actor, crate::deal::Role::Voice).next().is_some();
    let actors = deal.of_kind(Kind::Actor).filter(speaks).filter_map(|actor| deal.item(actor));
    let actors = actors.map(|actor| VoiceChoice::Actor(actor.id().to_owned()));
    std::iter::once(VoiceChoice::Own).chain(actors).map(FacetValue::Voice).gather()
}

fn all_topics(deal: &Deal) -> Vec<FacetValue> {
    let mut topics: Vec<&String> = Vec::new();
    for topic in deal.document().conditions.iter().filter_map(|condition| condition.topic.as_ref()) {
        if !topics.contains(&topic) {
            topics.push(topic);
        }
    }
    topics.into_iter().map(|topic| FacetValue::Topic(topic.clone())).gather()
}
