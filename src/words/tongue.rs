//! The words of one language, and a language with its rules.

use std::rc::Rc;

use super::beside::BesideWords;
use super::english;
use super::find::FindWords;
use super::format::{Format, Plural};
use super::large::LargeWords;
use super::library::LibraryWords;
use super::party::PartyWords;
use super::pictures::{MatrixWords, TimelineWords};
use super::relations::RelationsWords;
use super::take::TakeWords;
use super::terms::TermsWords;
use super::what_if::WhatIfWords;
use crate::deal::{
    ActorKind, Agreed, Bound, Certainty, DealState, DoubtKind, Duty, EventState, LinkKind, RelationClass, RemarkKind,
    Slot, Standing,
};
use crate::query::SlotName;

/// A language that the interface speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
}

/// The words of the interface in one language: those that the first screen may need, and ways to all others.
///
/// A field that takes values is a function, so that a language decides its own order of words. What only opens later has
/// its words by a method: a page does not load them before.
#[derive(Clone, Copy)]
#[allow(missing_docs)] // Each field is named by what it says; the languages show it.
pub struct Words {
    /// The language, which has more words than these.
    pub language: Language,
    /// Its BCP 47 tag.
    pub tag: &'static str,

    pub views: &'static str,
    pub brief: &'static str,
    pub parties: &'static str,
    pub conditions: &'static str,
    pub relations_view: &'static str,
    pub what_if_view: &'static str,
    pub open_questions: &'static str,
    pub facts: &'static str,
    pub source: &'static str,

    pub reported_by: fn(&str) -> String,
    pub as_of: fn(&str) -> String,
    pub deal_state: fn(DealState) -> &'static str,

    pub the_bargain: &'static str,
    pub who_is_to_do_what: &'static str,
    /// Heading over conditions outside the exchange, by the deal's state.
    pub other_terms: fn(DealState) -> &'static str,
    pub in_exchange_for: &'static str,
    pub what_if_question: &'static str,
    pub two_readings: &'static str,
    pub nobody_named: &'static str,
    pub it_hangs_on: &'static str,
    pub who_is_in_it: &'static str,
    pub said_of_it: fn(RemarkKind) -> &'static str,
    pub said_of_the_whole: &'static str,

    pub standing: fn(Standing) -> &'static str,
    /// The same as a heading over several.
    pub standings: fn(Standing) -> &'static str,
    /// What somebody is called whose pressing says nothing of consent.
    pub pressed_not_party: &'static str,
    pub parties_note: &'static str,
    pub no_standing: &'static str,
    pub actor_kind: fn(ActorKind) -> &'static str,
    pub unnamed: &'static str,

    pub for_whom: fn(&str) -> String,
    pub against_whom: fn(&str) -> String,
    pub in_place: fn(&str) -> String,

    pub so_that: &'static str,
    pub link: fn(LinkKind) -> &'static str,
    /// A link seen from the item that is acted on (or needed).
    pub link_back: fn(LinkKind) -> &'static str,
    /// What stands between the bearers and the act: the duty, whether they are several, whether they are only to be
    /// pressed to it.
    pub duty: fn(Duty, bool, bool) -> &'static str,
    pub agreed: fn(Agreed) -> &'static str,
    pub certainty: fn(Certainty) -> &'static str,
    pub doubt: fn(DoubtKind) -> &'static str,
    pub relation_class: fn(RelationClass) -> &'static str,
    pub event_state: fn(EventState) -> &'static str,
    pub bound: fn(Bound, &str) -> String,
    pub gap: fn(Slot) -> &'static str,

    pub own_voice: fn(&str) -> String,
    pub citing: fn(&str, &str) -> String,
    pub paragraph: fn(u32) -> String,
    pub show_proof: fn(u32) -> String,
    pub show_editor: &'static str,
    pub show_gap: &'static str,
    pub editor_mark: &'static str,
    pub editor_statement: &'static str,
    pub gap_statement: &'static str,
    pub gap_mark: &'static str,
    pub orphan: &'static str,
    pub hedged: fn(&str) -> String,
    pub how_firmly: fn(&str) -> String,
    pub read_in_article: &'static str,
    pub copy_link: &'static str,
    pub cite_this: &'static str,
    pub copied: &'static str,
    pub copy_by_hand: &'static str,
    pub cite_plain: &'static str,
    pub copy: &'static str,

    pub search: &'static str,
    pub search_hint: &'static str,
    pub filters: &'static str,
    pub clear_all: &'static str,
    pub nothing_found: &'static str,
    pub back_to_results: &'static str,
    pub editor_hidden: &'static str,
    pub results: &'static str,
    pub open_in: fn(&str) -> String,

    pub tour: &'static str,
    pub tour_start: fn(&str, Plural) -> String,
    pub tour_step: fn(usize, usize) -> String,
    pub tour_next: &'static str,
    pub tour_back: &'static str,
    pub tour_end: &'static str,

    pub choose_party: &'static str,
    pub all_parties: &'static str,
    pub gives: &'static str,
    pub gets: &'static str,
    pub gets_in_exchange: &'static str,
    pub is_pressed_to: &'static str,
    pub presses: &'static str,
    pub is_target_of: &'static str,
    pub belongs_to: &'static str,
    pub double_roles: &'static str,

    pub article_does_not_say: &'static str,
    pub hangs_together: &'static str,
    pub exchanged: &'static str,
    pub unsaid: &'static str,
    pub in_doubt: &'static str,

    pub doubts: &'static str,
    pub gaps: &'static str,
    pub gaps_note: &'static str,
    pub tensions: &'static str,
    pub tensions_note: &'static str,
    pub about_the_deal: &'static str,
    pub about: fn(&str) -> String,

    pub events: &'static str,
    pub derived_date: fn(&str) -> String,
    pub until: fn(&str) -> String,
    pub figures: &'static str,
    pub people_and_offices: &'static str,
    pub person: &'static str,
    pub office: &'static str,
    pub no_office: &'static str,
    pub places: &'static str,
    pub media: &'static str,
    pub relations: &'static str,
    pub aims: &'static str,

    pub source_note: &'static str,
    pub source_hint: &'static str,
    pub read_at_publisher: fn(&str) -> String,
    pub last_updated: fn(&str) -> String,
    pub supports: fn(&str, Plural) -> String,
    pub no_statement: &'static str,
    pub by_author: fn(&str) -> String,
    pub length: fn(&str) -> String,

    pub show_more: &'static str,
    pub stop: &'static str,

    pub loading: &'static str,
    /// While what draws is being fetched.
    pub drawing: &'static str,
    pub save_svg: &'static str,
    pub save_png: &'static str,
    pub not_saved: &'static str,
    /// What draws cannot be had.
    pub not_drawn: &'static str,
    pub try_again: &'static str,
    pub still_shown: &'static str,
    pub empty_view: &'static str,
    pub trouble: TroubleWords,
    pub large: LargeWords,

    pub prose_contents: &'static str,
    /// Who says it, and in which paragraph.
    pub prose_place: fn(&str, &str) -> String,
    pub prose_belongs: fn(&str) -> String,
    /// A question to a condition within a sentence that says what is left open.
    pub prose_slot: fn(SlotName) -> &'static str,
    pub from: fn(&str) -> String,
    pub uncertain: fn(&str) -> String,
}

macro_rules! later {
    ($($(#[$about:meta])* $name:ident: $words:ty = $which:ident;)*) => {
        impl Words {
            $($(#[$about])*
            pub fn $name(&self) -> &'static $words {
                match self.language {
                    Language::English => &english::$which,
                }
            })*
        }
    };
}

later! {
    /// The words of What if.
    what_if: WhatIfWords = WHAT_IF;
    /// Of the matrix.
    matrix: MatrixWords = MATRIX;
    /// Of the timeline.
    timeline: TimelineWords = TIMELINE;
    /// Of the data that a reader takes along.
    take: TakeWords = TAKE;
    /// Of a library.
    library: LibraryWords = LIBRARY;
    /// Of the article beside the explorer.
    beside: BesideWords = BESIDE;
    /// Of a party’s page.
    party: PartyWords = PARTY;
    /// Of a condition and its questions.
    terms: TermsWords = TERMS;
    /// Of what is found, and filtered by.
    find: FindWords = FIND;
    /// Of who is tied to whom.
    ties: RelationsWords = RELATIONS;
}

/// The kinds of statements as headings over search results.
#[derive(Clone, Copy)]
#[allow(missing_docs)]
pub struct KindWords {
    pub actors: &'static str,
    pub places: &'static str,
    pub remarks: &'static str,
    pub conditions: &'static str,
    pub exchanges: &'static str,
    pub links: &'static str,
    pub relations: &'static str,
    pub aims: &'static str,
    pub doubts: &'static str,
    pub figures: &'static str,
    pub events: &'static str,
    pub tensions: &'static str,
    pub gaps: &'static str,
}

/// What is said when a document cannot be shown.
#[derive(Clone, Copy)]
#[allow(missing_docs)]
pub struct TroubleWords {
    pub heading: &'static str,
    pub unreachable: fn(&str) -> String,
    pub unreachable_hint: &'static str,
    pub refused: fn(&str, u16) -> String,
    pub refused_hint: &'static str,
    pub not_json: &'static str,
    pub not_json_hint: &'static str,
    pub newer: &'static str,
    pub newer_hint: &'static str,
    pub faults: fn(&str, Plural) -> String,
    pub faults_hint: &'static str,
    /// Where the faults cannot be listed.
    pub untold: &'static str,
    pub untold_hint: &'static str,
    pub more: fn(&str, Plural) -> String,
    pub warnings: fn(&str, Plural) -> String,
    pub place: fn(u32, u32) -> String,
}

/// A language: its words and its rules. Cheap to clone.
#[derive(Clone)]
pub struct Tongue {
    /// Its words.
    pub words: &'static Words,
    /// Its rules.
    pub format: Rc<dyn Format>,
}

impl PartialEq for Tongue {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.words, other.words) && Rc::ptr_eq(&self.format, &other.format)
    }
}

impl Tongue {
    /// A count as printed, and the form of the word that goes with it.
    pub fn count(&self, count: usize) -> (String, Plural) {
        (self.format.number(count as f64), self.format.plural(count))
    }

    /// A sentence with a count in it.
    pub fn counted(&self, sentence: fn(&str, Plural) -> String, count: usize) -> String {
        let (number, plural) = self.count(count);
        sentence(&number, plural)
    }
}
