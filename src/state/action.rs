//! Everything that a reader or a host page can do to a state.

use crate::query::FacetValue;

use super::model::{Form, State, View};
use super::sight::Sight;
use super::supposed::Supposed;
use crate::reason::Setting;

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Show a view; the selection stays.
    Show(View),
    /// Show the conditions in this form.
    Arrange(Form),
    /// Look at an item: shows the view where it lives and opens its proof.
    Select(String),
    /// Look at no item.
    Deselect,
    /// Open or close the proof of an item.
    ToggleProof(String),
    /// Search for this, as typed.
    Search(String),
    /// Choose a value of a facet, or let it go.
    ToggleFacet(FacetValue),
    /// Let all values of all facets go.
    ClearFilter,
    /// Show everything again: no search, no filter, the editor's statements too.
    ClearAll,
    /// Show the editor's statements, or not.
    ShowEditor(bool),
    /// Suppose something of a piece, or nothing any more; the rest of what is supposed stays.
    Suppose(String, Option<Setting>),
    /// Suppose this, and nothing else.
    Try(Supposed),
    /// Suppose that this alone goes, and see what follows.
    WhatIf(String),
    /// Look at a piece where it hangs together with others.
    Piece(String),
    /// Look at an actor among those whom it is tied to; at all actors again.
    Actor(Option<String>),
    /// Look at this of the relations.
    Look(Sight),
    /// Suppose what was supposed before.
    Undo,
    /// Suppose again what was undone.
    Redo,
    /// Look at one step of what follows, counted from 0, or at none.
    Step(Option<usize>),
    /// Walk the tour.
    Tour(TourMove),
    /// Take this state, without what the deal does not know. The deal has to be the one of the part that it names.
    Restore(Box<State>),
}

/// A move on the tour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TourMove {
    /// To the first step; shows everything again, so that no step points at what is hidden.
    Start,
    /// To the next step; at the last, stays.
    Next,
    /// To the step before; at the first, stays.
    Previous,
    /// Leave the tour where it is.
    End,
}
