//! The words of a scenario: what is supposed, what follows, why, and what would go with each piece.

use super::format::Plural;
use crate::deal::{Duty, Kind};
use crate::picture::dependence::Tie;
use crate::reason::{Rule, Setting, Verdict};

/// A condition as a supposition words it.
#[derive(Debug, Clone, Copy)]
pub struct Deed<'a> {
    /// The names of the bearers.
    pub by: &'a str,
    /// Whether they are several.
    pub many: bool,
    /// What they must, may or must not do.
    pub duty: Duty,
    /// The act.
    pub act: &'a str,
}

/// Every word of "What if". A field that takes values is a function, so that a language decides its own order.
#[derive(Clone, Copy)]
#[allow(missing_docs)] // Each field is named by what it says; the languages show it.
pub struct WhatIfWords {
    /// What is open as reported.
    pub invitation: fn(&str, Plural) -> String,
    pub nothing_open_reported: &'static str,
    pub all_holds: &'static str,
    /// One supposition or several, and all else holds.
    pub all_else_holds: fn(&str) -> String,
    pub several: fn(&str, Plural) -> String,
    pub suppose_deed: fn(Deed<'_>, Setting) -> String,
    pub suppose: fn(Kind, Setting, &str) -> String,
    pub supposition: &'static str,

    pub setting: fn(Kind, Setting) -> &'static str,
    pub verdict: fn(Kind, Verdict) -> &'static str,
    pub you_set: fn(&str) -> String,
    /// A verdict as reported, and what comes of it.
    pub turns: fn(&str, &str) -> String,

    /// Clauses that follow, as one sentence.
    pub then: fn(&str) -> String,
    /// So many, which are so many pieces of a kind or of several kinds, come to a verdict; events apart.
    pub come_to: fn(Verdict, &str, Plural) -> String,
    pub fall_away: fn(&str, Plural) -> String,
    pub counted: fn(Kind, &str, Plural) -> String,
    pub nothing_follows: &'static str,
    pub stay_open: fn(&str, Plural) -> String,
    pub nothing_open: &'static str,
    /// What would come to what by the words, where it is set otherwise.
    pub against: fn(&str) -> String,

    pub what_follows: &'static str,
    pub stays_open: &'static str,
    pub because: fn(Rule, Verdict, bool) -> &'static str,
    pub things_follow: fn(&str, Plural) -> String,
    pub step: fn(usize, usize) -> String,
    pub previous_step: &'static str,
    pub next_step: &'static str,
    pub all_steps: &'static str,
    pub more_pieces: fn(&str, Plural) -> String,

    pub you_suppose: &'static str,
    pub take_back: &'static str,
    pub suppose_of: fn(&str) -> String,
    pub as_reported: &'static str,
    pub suppose_all: &'static str,
    pub undo: &'static str,
    pub redo: &'static str,
    pub copy_scenario: &'static str,
    pub copy_text: &'static str,
    pub editors_on: &'static str,
    pub editors_off: &'static str,
    pub editors_used: fn(&str, Plural) -> String,
    pub editors_unused: &'static str,
    pub what_if_lost: fn(Kind) -> &'static str,
    pub see_what_follows: &'static str,
    /// How much of what follows is worked out, in hundredths.
    pub working: fn(&str) -> String,
    pub working_stopped: &'static str,

    pub picture: &'static str,
    pub picture_keys: &'static str,
    pub whole_picture: fn(&str, Plural) -> String,
    pub this_alone: &'static str,
    pub too_many: fn(&str, &str) -> String,
    pub tie: fn(Tie) -> &'static str,
    pub event: &'static str,
    pub aim: &'static str,
    pub exchange: &'static str,

    pub linchpins: &'static str,
    pub linchpins_note: &'static str,
    pub goes_with_it: fn(&str, Plural) -> String,
    pub losers: fn(&str) -> String,
    pub no_linchpins: &'static str,
    pub searching: fn(&str, &str) -> String,
    pub stopped: &'static str,
    pub go_on: &'static str,
    pub fewer: &'static str,

    pub pieces: &'static str,
    pub pieces_note: &'static str,
}
