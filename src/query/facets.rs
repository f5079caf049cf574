//! What each value of each facet would leave, so that a reader sees it before choosing.

use crate::deal::gather::Gather;
use crate::deal::{ActorKind, Certainty, Deal, Few, Item, ItemId, Kind, Origin, Role, Standing};

use super::concern::{concerned, with_subjects};
use super::filter::{FACETS, FacetValue, Filter, VoiceChoice, speaks_itself};

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
    let (topics, topic_of) = all_topics(deal);
    let mut tallies: [Tally; FACETS] = Default::default();
    for &item in among {
        let Some(statement) = deal.statement(item) else { continue };
        let verdicts = filter.verdicts(deal, item);
        // A facet counts what fits all others.
        let counts = |facet: usize| verdicts.iter().enumerate().all(|(other, fits)| other == facet || *fits);
        for (facet, tally) in tallies.iter_mut().enumerate().filter(|(facet, _)| counts(*facet)) {
            match facet {
                0 => concerned(deal, item).iter().for_each(|actor| tally.add(actor.index())),
                1 if statement.voice.is_empty() => {
                    if speaks_itself(deal, item) {
                        tally.add(deal.len());
                    }
                }
                1 => {
                    let voices: Few<ItemId> = deal.targets(item, Role::Voice).collect();
                    voices.iter().for_each(|actor| tally.add(actor.index()));
                }
                2 => tally.add(statement.certainty() as usize),
                3 => tally.add(statement.origin() as usize),
                _ => {
                    let topic = |id: ItemId| topic_of.get(id.index()).copied().flatten();
                    let concerned: Few<ItemId> = with_subjects(deal, item).filter_map(topic).collect();
                    concerned.iter().for_each(|at| tally.add(at.index()));
                }
            }
        }
    }
    let place = |value: &FacetValue| match value {
        FacetValue::Party(id) | FacetValue::Voice(VoiceChoice::Actor(id)) => deal.find(id).map(ItemId::index),
        FacetValue::Voice(VoiceChoice::Own) => Some(deal.len()),
        FacetValue::Certainty(it) => Some(*it as usize),
        FacetValue::Origin(it) => Some(*it as usize),
        FacetValue::Topic(topic) => topics.iter().position(|other| other == topic),
    };
    let count = |tally: &Tally, values: Vec<FacetValue>| {
        let counted = |value: FacetValue| FacetCount {
            count: place(&value).and_then(|at| tally.0.get(at).copied()).unwrap_or(0),
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
        topic: count(topic, topics.iter().map(|topic| FacetValue::Topic((*topic).to_owned())).gather()),
    }
}

/// How often each value came, by its number.
#[derive(Default)]
struct Tally(Vec<usize>);

impl Tally {
    fn add(&mut self, value: usize) {
        if self.0.len() <= value {
            self.0.resize(value + 1, 0);
        }
        if let Some(count) = self.0.get_mut(value) {
            *count += 1;
        }
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

/// Every topic, and that of each item, by its number among them; as of an item, since sets of those are there already.
fn all_topics(deal: &Deal) -> (Vec<&str>, Vec<Option<ItemId>>) {
    let mut topics: Vec<&str> = Vec::new();
    let mut topic_of = vec![None; deal.len()];
    for id in deal.of_kind(Kind::Condition) {
        let Some(Item::Condition(condition)) = deal.item(id) else { continue };
        let Some(topic) = condition.topic.as_deref() else { continue };
        let at = topics.iter().position(|other| *other == topic).unwrap_or_else(|| {
            topics.push(topic);
            topics.len() - 1
        });
        if let Some(place) = topic_of.get_mut(id.index()) {
            *place = Some(ItemId(at as u32));
        }
    }
    (topics, topic_of)
}
