//! What of the relations the reader looks at.

use crate::deal::gather::Gather;
use crate::deal::{Deal, Few, Item};
use crate::query::{Reach, TieKind};

/// Stands for no sort of tie; no sort is called so.
const NONE: &str = "_none";

/// What the reader looks at, beside the actor, which is the selected item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sight {
    /// The sorts of ties that are hidden.
    pub hidden: Few<TieKind>,
    /// Which ties of the actor are followed.
    pub reach: Reach,
    /// How many ties far; 0: as far as they lead.
    pub steps: u32,
    /// The other end of a way from the actor.
    pub to: Option<String>,
}

impl Default for Sight {
    /// Who stands with whom and against whom, and who is to press whom; an actor with whom it is tied to.
    fn default() -> Self {
        let hidden = [TieKind::Condition, TieKind::Contact, TieKind::Part].into_iter().collect();
        Self { hidden, reach: Reach::Both, steps: 1, to: None }
    }
}

impl Sight {
    /// The same with a sort of ties hidden, or shown.
    #[must_use]
    pub fn toggled(&self, kind: TieKind) -> Self {
        let mut sight = self.clone();
        if !sight.hidden.remove(&kind) {
            sight.hidden.insert(kind);
        }
        sight
    }

    pub(super) fn settle(&mut self, deal: &Deal) {
        self.to = self.to.take().filter(|id| matches!(deal.get(id), Some(Item::Actor(_))));
    }

    /// The sorts that are shown; empty for the usual ones.
    pub(super) fn kinds(&self) -> String {
        if self.hidden == Self::default().hidden {
            return String::new();
        }
        let shown = TieKind::ALL.iter().filter(|kind| !self.hidden.contains(kind));
        let shown = shown.map(|kind| kind.word()).gather().join(",");
        if shown.is_empty() { NONE.to_owned() } else { shown }
    }

    pub(super) fn read_kinds(&mut self, value: &str) {
        let is_hidden = |kind: &TieKind| !value.split(',').any(|word| word == kind.word());
        self.hidden = TieKind::ALL.into_iter().filter(is_hidden).collect();
    }

    pub(super) fn reach_word(&self) -> &'static str {
        match self.reach {
            Reach::Both => "",
            Reach::From => "from",
            Reach::To => "to",
        }
    }

    pub(super) fn read_reach(&mut self, value: &str) {
        self.reach = match value {
            "from" => Reach::From,
            "to" => Reach::To,
            _ => Reach::Both,
        };
    }

    pub(super) fn steps_word(&self) -> String {
        match self.steps {
            1 => String::new(),
            0 => "all".to_owned(),
            steps => steps.to_string(),
        }
    }

    pub(super) fn read_steps(&mut self, value: &str) {
        self.steps = if value == "all" { 0 } else { value.parse().unwrap_or(1) };
    }
}
