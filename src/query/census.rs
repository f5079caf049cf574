//! What filters ask of every statement, worked out once while a reader filters: whom it concerns, who says so, how
//! firmly, whose statement it is, on which topics. To ask the deal anew for each choice takes ten times as long.

use std::ops::Range;

use crate::deal::gather::Gather;
use crate::deal::{Certainty, Deal, Item, ItemId, Kind, Origin, Role};

use super::concern::{concerned, with_subjects};
use super::filter::{FACETS, FacetValue, Filter, VoiceChoice, speaks_itself};

/// So many items stand on a page. No page moves when it is full, so that nothing is ever there twice.
const PAGE: usize = 1024;

/// So many items are taken in by one step.
const STEP: usize = 64;

const CERTAINTIES: usize = Certainty::ALL.len();

/// In the head of an item, beside its certainty: whether it is the editor's, in the source's own voice, a statement.
const EDITORS: u8 = 16;
const OWN: u8 = 32;
const STATEMENT: u8 = 64;

/// The values of every statement.
///
/// Values have numbers: first the actors as parties, then as voices, the source's own voice, certainties, origins, topics.
#[derive(Debug, Clone)]
pub struct Census {
    deal: Deal,
    /// The number of the first actor in the deal, and how many there are.
    first: usize,
    actors: usize,
    topics: Vec<String>,
    /// The topic of each condition, by its place among them; what is beyond the topics for none.
    topic_of: Vec<u32>,
    pages: Vec<Page>,
}

#[derive(Debug, Clone, Default)]
struct Page {
    /// What each item has exactly one value of.
    heads: Vec<u8>,
    /// Where the values of each item end.
    ends: Vec<u32>,
    /// Parties, voices and topics.
    values: Vec<u32>,
}

/// A filter in the numbers of a census.
#[derive(Debug, Clone)]
pub struct Choice {
    chosen: Vec<bool>,
    /// The facets in which something is chosen, one bit each.
    facets: u8,
}

impl Census {
    /// Of a whole deal.
    pub fn new(deal: &Deal) -> Self {
        let mut census = Self::begin(deal);
        while census.go_on() {}
        census
    }

    /// One that has taken in nothing yet.
    pub fn begin(deal: &Deal) -> Self {
        let mut topics: Vec<String> = Vec::new();
        let topic = |id: ItemId| match deal.item(id) {
            Some(Item::Condition(condition)) => condition.topic.as_deref(),
            _ => None,
        };
        let mut number = |id: ItemId| {
            let Some(topic) = topic(id) else { return u32::MAX };
            let at = topics.iter().position(|other| other == topic).unwrap_or_else(|| {
                topics.push(topic.to_owned());
                topics.len() - 1
            });
            at as u32
        };
        let topic_of = deal.of_kind(Kind::Condition).map(&mut number).gather();
        let actors = deal.range(Kind::Actor);
        let (first, actors) = (actors.start as usize, actors.len());
        Self { deal: deal.clone(), first, actors, topics, topic_of, pages: Vec::new() }
    }

    /// Takes in a few more items; says whether there are more.
    pub fn go_on(&mut self) -> bool {
        let from = self.progress();
        let to = (from + STEP).min(self.deal.len());
        let conditions = self.deal.range(Kind::Condition);
        for number in from..to {
            self.add(ItemId(number as u32), &conditions);
        }
        to < self.deal.len()
    }

    /// How many items it has taken in.
    pub fn progress(&self) -> usize {
        let full = self.pages.len().saturating_sub(1) * PAGE;
        full + self.pages.last().map_or(0, |page| page.heads.len())
    }

    /// Every topic, in the order of the document.
    pub fn topics(&self) -> &[String] {
        &self.topics
    }

    fn add(&mut self, item: ItemId, conditions: &Range<u32>) {
        let (deal, first, actors) = (&self.deal, self.first, self.actors);
        let mut values: Vec<u32> = Vec::new();
        let mut head = 0;
        if let Some(statement) = deal.statement(item) {
            let editors = if statement.origin() == Origin::Editor { EDITORS } else { 0 };
            let own = statement.voice.is_empty() && speaks_itself(deal, item);
            head = STATEMENT | editors | if own { OWN } else { 0 } | statement.certainty() as u8;
            let actor = |id: ItemId| (id.0 as usize).checked_sub(first).filter(|at| *at < actors);
            let mut put = |value: usize| {
                // A doubt about two conditions of one topic has it once; parties are different already.
                if !values.iter().rev().take_while(|it| **it as usize >= actors).any(|it| *it as usize == value) {
                    values.push(value as u32);
                }
            };
            concerned(deal, item).iter().filter_map(|id| actor(*id)).for_each(&mut put);
            deal.targets(item, Role::Voice).filter_map(actor).for_each(|at| put(actors + at));
            for subject in with_subjects(deal, item).filter(|it| conditions.contains(&it.0)) {
                let topic = self.topic_of.get((subject.0 - conditions.start) as usize).copied();
                if let Some(topic) = topic.filter(|topic| *topic != u32::MAX) {
                    put(self.topic(topic as usize));
                }
            }
        }
        if self.pages.last().is_none_or(|page| page.heads.len() == PAGE) {
            self.pages.last_mut().into_iter().for_each(|page| page.values.shrink_to_fit());
            let (heads, ends) = (Vec::with_capacity(PAGE), Vec::with_capacity(PAGE));
            self.pages.push(Page { heads, ends, values: Vec::new() });
        }
        if let Some(page) = self.pages.last_mut() {
            page.values.extend_from_slice(&values);
            page.heads.push(head);
            page.ends.push(page.values.len() as u32);
        }
    }

    /// The number of an actor as a party.
    pub(super) fn party(&self, actor: ItemId) -> usize {
        actor.index().wrapping_sub(self.first)
    }

    /// The number of an actor as a voice.
    pub(super) fn voice(&self, actor: ItemId) -> usize {
        self.actors + self.party(actor)
    }

    /// The number of the source's own voice.
    pub(super) fn own(&self) -> usize {
        self.actors * 2
    }

    /// The number of a certainty.
    pub(super) fn certainty(&self, certainty: usize) -> usize {
        self.own() + 1 + certainty
    }

    /// The number of an origin.
    pub(super) fn origin(&self, origin: Origin) -> usize {
        self.certainty(CERTAINTIES) + usize::from(origin == Origin::Editor)
    }

    /// The number of a topic.
    pub(super) fn topic(&self, topic: usize) -> usize {
        self.certainty(CERTAINTIES) + 2 + topic
    }

    /// The number of a value; `None` where the deal has no such value.
    fn number(&self, value: &FacetValue) -> Option<usize> {
        let actors = self.actors;
        let actor = |id: &str| self.deal.find(id)?.index().checked_sub(self.first).filter(|at| *at < actors);
        match value {
            FacetValue::Party(id) => actor(id),
            FacetValue::Voice(VoiceChoice::Actor(id)) => actor(id).map(|at| actors + at),
            FacetValue::Voice(VoiceChoice::Own) => Some(self.own()),
            FacetValue::Certainty(certainty) => Some(self.certainty(*certainty as usize)),
            FacetValue::Origin(origin) => Some(self.origin(*origin)),
            FacetValue::Topic(topic) => self.topics.iter().position(|it| it == topic).map(|at| self.topic(at)),
        }
    }

    /// Tells every value of a statement by its number, and the number of its facet.
    fn each(&self, item: ItemId, own: usize, mut tell: impl FnMut(usize, usize)) -> bool {
        let at = item.index() % PAGE;
        let Some(page) = self.pages.get(item.index() / PAGE) else { return false };
        let Some(head) = page.heads.get(at).copied().filter(|head| head & STATEMENT != 0) else { return false };
        let end = |at: usize| page.ends.get(at).map_or(0, |end| *end as usize);
        let start = at.checked_sub(1).map_or(0, end);
        for value in page.values.get(start..end(at)).unwrap_or_default() {
            let value = *value as usize;
            // As many actors are parties as are voices.
            let facet = if value >= own { 4 } else { usize::from(value * 2 >= own) };
            tell(value, facet);
        }
        if head & OWN != 0 {
            tell(own, 1);
        }
        tell(own + 1 + usize::from(head & (EDITORS - 1)), 2);
        tell(own + 1 + CERTAINTIES + usize::from(head & EDITORS != 0), 3);
        true
    }

    /// A filter as the census can ask it.
    pub fn choice(&self, filter: &Filter) -> Choice {
        let mut chosen = vec![false; self.topic(self.topics.len())];
        for value in filter.values() {
            if let Some(slot) = self.number(&value).and_then(|at| chosen.get_mut(at)) {
                *slot = true;
            }
        }
        let empty: [bool; FACETS] = [
            filter.party.is_empty(),
            filter.voice.is_empty(),
            filter.certainty.is_empty(),
            filter.origin.is_empty(),
            filter.topic.is_empty(),
        ];
        let facets = empty.iter().enumerate().map(|(facet, empty)| u8::from(!empty) << facet).sum();
        Choice { chosen, facets }
    }

    /// The facets in which the statement has nothing of what is chosen, one bit each.
    fn missed(&self, choice: &Choice, item: ItemId, own: usize) -> u8 {
        let mut missed = choice.facets;
        if missed != 0 {
            self.each(item, own, |value, facet| {
                if choice.chosen.get(value) == Some(&true) {
                    missed &= !(1 << facet);
                }
            });
        }
        missed
    }

    /// Those of these statements that fit, as [`Filter::fits`] says, in their order.
    pub fn fitting(&self, filter: &Filter, among: &[ItemId]) -> Vec<ItemId> {
        let (choice, own) = (self.choice(filter), self.own());
        among.iter().copied().filter(|item| self.missed(&choice, *item, own) == 0).gather()
    }

    /// How many of these statements each value would leave of what the other facets leave; asked by its number.
    pub(super) fn count(&self, filter: &Filter, among: &[ItemId]) -> impl Fn(usize) -> usize {
        let (choice, own) = (self.choice(filter), self.own());
        let mut counts = vec![0_u32; choice.chosen.len()];
        for item in among {
            let missed = self.missed(&choice, *item, own);
            // A facet counts what fits all others; where two do not fit, none counts it.
            if missed & missed.wrapping_sub(1) != 0 {
                continue;
            }
            self.each(*item, own, |value, facet| {
                if missed & !(1 << facet) == 0
                    && let Some(count) = counts.get_mut(value)
                {
                    *count += 1;
                }
            });
        }
        move |value| counts.get(value).map_or(0, |count| *count as usize)
    }
}
