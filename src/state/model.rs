//! The state of one element on a page.

use crate::deal::{Deal, Few, Item, ItemId, Origin};
use crate::query::{FacetValue, Filter, SearchIndex, Selection, VoiceChoice, select_where};

use super::sight::Sight;
use super::supposed::Trial;

/// A view, by the word that stands for it in an address.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    /// The story and the bargain.
    #[default]
    Brief,
    /// Who is in it.
    Parties,
    /// What is to be done.
    Conditions,
    /// Who stands how to whom.
    Relations,
    /// What would follow if a piece failed.
    WhatIf,
    /// What is open: doubts, gaps, tensions.
    Open,
    /// Events, figures, people, media.
    Facts,
    /// The article read back.
    Source,
}

impl View {
    /// Every view, in the order of the tabs.
    pub const ALL: [Self; 8] = [
        Self::Brief,
        Self::Parties,
        Self::Conditions,
        Self::Relations,
        Self::WhatIf,
        Self::Open,
        Self::Facts,
        Self::Source,
    ];

    /// Its short word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Brief => "brief",
            Self::Parties => "parties",
            Self::Conditions => "conditions",
            Self::Relations => "relations",
            Self::WhatIf => "what-if",
            Self::Open => "open",
            Self::Facts => "facts",
            Self::Source => "source",
        }
    }

    /// The view of a short word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.word() == word)
    }
}

/// How the conditions are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// One below the other, each with all that is said of it.
    #[default]
    List,
    /// With everyone's part in each, side by side.
    Matrix,
}

/// What the reader looks at. Items are held by the ids of the document, so that a state outlives a deal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// The section of a library whose file is looked at; none where it is the document that the host names. All other
    /// ids of the state are those of that file.
    pub part: Option<String>,
    /// The view.
    pub view: View,
    /// How the conditions are shown.
    pub form: Form,
    /// The item that is looked at.
    pub selected: Option<String>,
    /// Items whose proof is open.
    pub opened: Few<String>,
    /// What is searched for, as typed.
    pub query: String,
    /// What is filtered by.
    pub filter: Filter,
    /// Whether the editor's statements are shown.
    pub editor: bool,
    /// The step of the tour, counted from 0, while it runs.
    pub tour: Option<usize>,
    /// What is supposed.
    pub trial: Trial,
    /// The step of what follows that is looked at, counted from 0.
    pub step: Option<usize>,
    /// What of the relations is looked at.
    pub sight: Sight,
}

impl Default for State {
    fn default() -> Self {
        Self {
            part: None,
            view: View::Brief,
            form: Form::List,
            selected: None,
            opened: Few::new(),
            query: String::new(),
            filter: Filter::default(),
            editor: true,
            tour: None,
            trial: Trial::default(),
            step: None,
            sight: Sight::default(),
        }
    }
}

impl State {
    /// The state without whatever this deal does not know. Whether it is of the part that the state names is not asked.
    #[must_use]
    pub fn settle(&self, deal: &Deal) -> Self {
        let mut settled = self.clone();
        settled.selected = settled.selected.filter(|id| deal.find(id).is_some());
        settled.opened.retain(|id| deal.find(id).is_some());
        for value in self.filter.values().filter(|value| !knows(deal, value)) {
            settled.filter.toggle(value);
        }
        settled.tour = settled.tour.filter(|step| *step < deal.document().tour.len());
        settled.trial.now.settle(deal);
        settled.sight.settle(deal);
        settled
    }

    /// Whether the item's proof is open.
    pub fn is_open(&self, id: &str) -> bool {
        self.opened.contains(id)
    }

    /// Whether the item is the selected one.
    pub fn is_selected(&self, id: &str) -> bool {
        self.selected.as_deref() == Some(id)
    }

    /// Whether something narrows what is shown.
    pub fn is_narrowed(&self) -> bool {
        self.is_searching() || !self.editor
    }

    /// Whether something is searched for or filtered by, so that results stand in a view's place.
    pub fn is_searching(&self) -> bool {
        !self.query.trim().is_empty() || !self.filter.is_empty()
    }

    /// Whether the switch for the editor's statements and the filter let a statement through.
    pub fn shows(&self, deal: &Deal, item: ItemId) -> bool {
        let allowed = self.editor || deal.statement(item).is_some_and(|it| it.origin() == Origin::Source);
        allowed && self.filter.fits(deal, item)
    }

    /// What the search, the filter and the switch for the editor's statements leave.
    pub fn selection(&self, deal: &Deal, index: &SearchIndex) -> Selection {
        let all = self.editor && self.filter.is_empty();
        let mut selection = select_where(deal, index, &self.query, |item| all || self.shows(deal, item));
        if !self.filter.is_empty() {
            selection.beside.clear();
        }
        selection
    }
}

/// Whether the deal has this value of a facet.
pub(super) fn knows(deal: &Deal, value: &FacetValue) -> bool {
    let is_actor = |id: &String| matches!(deal.get(id), Some(Item::Actor(_)));
    match value {
        FacetValue::Party(id) | FacetValue::Voice(VoiceChoice::Actor(id)) => is_actor(id),
        FacetValue::Topic(topic) => {
            deal.document().conditions.iter().any(|condition| condition.topic.as_deref() == Some(&**topic))
        }
        FacetValue::Voice(VoiceChoice::Own) | FacetValue::Certainty(_) | FacetValue::Origin(_) => true,
    }
}

/// Opens the proof of the selected item; an actor's page opens in its place.
pub(super) fn open_selected(state: &mut State, deal: &Deal) {
    if let Some(id) = state.selected.as_deref().filter(|id| !matches!(deal.get(id), Some(Item::Actor(_)) | None)) {
        state.opened.insert(id.to_owned());
    }
}
