//! Filters: within one facet any value will do, across facets all must fit.

use crate::deal::gather::Gather;
use crate::deal::{Certainty, Deal, Few, ItemId, Kind, Origin};

use super::concern::{concerned, topics};

/// A voice that a reader can choose.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VoiceChoice {
    /// The source's own voice: nobody is cited.
    Own,
    /// An actor's id, anywhere in the chain of voices.
    Actor(String),
}

/// What a reader chose, by the ids and words of the document, so that it outlives the deal. An empty set: no matter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    /// Actors whom the statement concerns.
    pub party: Few<String>,
    /// Who says so.
    pub voice: Few<VoiceChoice>,
    /// How firmly.
    pub certainty: Few<Certainty>,
    /// The source's statements or the editor's.
    pub origin: Few<Origin>,
    /// Topics of conditions, and of what is about them.
    pub topic: Few<String>,
}

/// One value of one facet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FacetValue {
    /// An actor's id.
    Party(String),
    /// A voice.
    Voice(VoiceChoice),
    /// A certainty.
    Certainty(Certainty),
    /// An origin.
    Origin(Origin),
    /// A topic.
    Topic(String),
}

/// The facets that a statement has values in, in the order of [`Filter`].
pub(super) const FACETS: usize = 5;

impl Filter {
    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self == &Self::default()
    }

    /// How many values are chosen.
    pub fn len(&self) -> usize {
        self.party.len() + self.voice.len() + self.certainty.len() + self.origin.len() + self.topic.len()
    }

    /// Whether the value is chosen.
    pub fn contains(&self, value: &FacetValue) -> bool {
        match value {
            FacetValue::Party(id) => self.party.contains(id),
            FacetValue::Voice(voice) => self.voice.contains(voice),
            FacetValue::Certainty(certainty) => self.certainty.contains(certainty),
            FacetValue::Origin(origin) => self.origin.contains(origin),
            FacetValue::Topic(topic) => self.topic.contains(topic),
        }
    }

    /// Chooses the value, or lets it go.
    pub fn toggle(&mut self, value: FacetValue) {
        fn flip<T: Ord>(set: &mut Few<T>, value: T) {
            if !set.remove(&value) {
                set.insert(value);
            }
        }
        match value {
            FacetValue::Party(id) => flip(&mut self.party, id),
            FacetValue::Voice(voice) => flip(&mut self.voice, voice),
            FacetValue::Certainty(certainty) => flip(&mut self.certainty, certainty),
            FacetValue::Origin(origin) => flip(&mut self.origin, origin),
            FacetValue::Topic(topic) => flip(&mut self.topic, topic),
        }
    }

    /// Every chosen value.
    pub fn values(&self) -> impl Iterator<Item = FacetValue> + '_ {
        let party = self.party.iter().cloned().map(FacetValue::Party);
        let voice = self.voice.iter().cloned().map(FacetValue::Voice);
        let certainty = self.certainty.iter().copied().map(FacetValue::Certainty);
        let origin = self.origin.iter().copied().map(FacetValue::Origin);
        party.chain(voice).chain(certainty).chain(origin).chain(self.topic.iter().cloned().map(FacetValue::Topic))
    }

    /// Whether the item is a statement that fits.
    pub fn fits(&self, deal: &Deal, item: ItemId) -> bool {
        deal.statement(item).is_some() && (0..FACETS).all(|facet| self.verdict(deal, item, facet))
    }

    /// Whether the item fits one facet. Where nothing is chosen, nothing is looked up.
    fn verdict(&self, deal: &Deal, item: ItemId, facet: usize) -> bool {
        let Some(statement) = deal.statement(item) else { return false };
        let id_of = |id: ItemId| deal.item(id).map_or("", crate::deal::Item::id);
        match facet {
            0 => self.party.is_empty() || concerned(deal, item).iter().any(|actor| self.party.contains(id_of(*actor))),
            1 => self.voice.is_empty() || voices(deal, item).iter().any(|voice| self.voice.contains(voice)),
            2 => self.certainty.is_empty() || self.certainty.contains(&statement.certainty()),
            3 => self.origin.is_empty() || self.origin.contains(&statement.origin()),
            _ => self.topic.is_empty() || topics(deal, item).iter().any(|topic| self.topic.contains(*topic)),
        }
    }
}

/// Whether a statement that names no voice is in the source's own: the editor's statements and gaps are in nobody's.
pub(super) fn speaks_itself(deal: &Deal, item: ItemId) -> bool {
    let gap = deal.item(item).is_some_and(|item| item.kind() == Kind::Gap);
    !gap && deal.statement(item).is_some_and(|statement| statement.origin() == Origin::Source)
}

/// The voices of a statement.
fn voices(deal: &Deal, item: ItemId) -> Vec<VoiceChoice> {
    let Some(statement) = deal.statement(item) else { return Vec::new() };
    if statement.voice.is_empty() {
        return speaks_itself(deal, item).then_some(VoiceChoice::Own).into_iter().gather();
    }
    statement.voice.iter().map(|id| VoiceChoice::Actor(id.own())).gather()
}
