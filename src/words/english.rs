//! English.

mod beside;
mod find;
mod large;
mod library;
mod party;
mod pictures;
mod relations;
mod take;
mod terms;
mod trouble;
mod what_if;

pub(super) use beside::BESIDE;
pub(super) use find::FIND;
pub(super) use library::LIBRARY;
pub(super) use party::PARTY;
pub(super) use pictures::{MATRIX, TIMELINE};
pub(super) use relations::RELATIONS;
pub(super) use take::TAKE;
pub(super) use terms::TERMS;
pub(super) use what_if::WHAT_IF;

use super::format::Plural;
use super::tongue::{Language, Words};
use crate::deal::{
    ActorKind, Agreed, Bound, Certainty, DealState, DoubtKind, Duty, EventState, LinkKind, RelationClass, RemarkKind,
    Slot, Standing,
};
use crate::query::SlotName;

/// The ending of a plural.
fn s(plural: Plural) -> &'static str {
    if plural == Plural::One { "" } else { "s" }
}

/// The interface's words in English.
pub static ENGLISH: Words = Words {
    language: Language::English,
    tag: "en",

    views: "Views of the deal",
    brief: "Brief",
    parties: "Parties",
    conditions: "Conditions",
    relations_view: "Relations",
    what_if_view: "What if",
    open_questions: "Open questions",
    facts: "Facts",
    source: "Source",

    reported_by: |publisher| format!("Reported by {publisher}"),
    as_of: |moment| format!("As of {moment}"),
    deal_state: |state| match state {
        DealState::Forming => "Forming: not completed",
        DealState::InForce => "In force",
        DealState::Suspended => "Suspended",
        DealState::Ended => "Ended",
    },

    the_bargain: "The bargain",
    who_is_to_do_what: "Who is to do what",
    other_terms: |state| match state {
        DealState::Forming => "What the deal itself would bring",
        DealState::InForce => "What the deal says besides",
        DealState::Suspended | DealState::Ended => "What the deal said besides",
    },
    in_exchange_for: "in exchange for",
    what_if_question: "What if a piece of it failed?",
    two_readings: "can be read two ways",
    nobody_named: "Nobody is named",
    it_hangs_on: "It hangs on",
    who_is_in_it: "Who is in it",
    said_of_it: |kind| match kind {
        RemarkKind::Status => "Where it stands",
        RemarkKind::Character => "What sort of deal it is",
        RemarkKind::Consequence => "What it would bring about",
        RemarkKind::Background => "What went before",
    },
    said_of_the_whole: "What is said of it",

    standing: |standing| match standing {
        Standing::Party => "party",
        Standing::Pressed => "to be pressed",
        Standing::Beneficiary => "would gain",
        Standing::Target => "target",
        Standing::Outside => "outside the deal",
        Standing::Voice => "only speaks",
    },
    standings: |standing| match standing {
        Standing::Party => "Parties to the deal",
        Standing::Pressed => "To be pressed, not a party",
        Standing::Beneficiary => "Those it is to help",
        Standing::Target => "Those it is aimed against",
        Standing::Outside => "Outside it, and bearing on it",
        Standing::Voice => "Those who only speak",
    },
    pressed_not_party: "to be pressed, not a party",
    parties_note: "parties",
    no_standing: "Others",
    actor_kind: |kind| match kind {
        ActorKind::State => "state",
        ActorKind::Force => "armed force",
        ActorKind::Group => "group",
        ActorKind::People => "people",
        ActorKind::Body => "body",
        ActorKind::Person => "person",
        ActorKind::Voice => "voice",
    },
    unnamed: "not named in the source",

    for_whom: |names| format!("for whom: {names}"),
    against_whom: |names| format!("against: {names}"),
    in_place: |names| format!("where: {names}"),

    so_that: "so that",
    link: |kind| match kind {
        LinkKind::Needs => "needs",
        LinkKind::Enables => "is to make possible",
        LinkKind::Prevents => "is to prevent",
        LinkKind::Causes => "brings about",
        LinkKind::Threatens => "threatens",
        LinkKind::Completes => "completes",
    },
    link_back: |kind| match kind {
        LinkKind::Needs => "is needed by",
        LinkKind::Enables => "is to be made possible by",
        LinkKind::Prevents => "is to be prevented by",
        LinkKind::Causes => "is brought about by",
        LinkKind::Threatens => "is threatened by",
        LinkKind::Completes => "is completed by",
    },
    duty: |duty, many, pressed| match (duty, many, pressed) {
        (Duty::MustNot, false, true) => "is to be pressed not to",
        (Duty::MustNot, true, true) => "are to be pressed not to",
        (_, false, true) => "is to be pressed to",
        (_, true, true) => "are to be pressed to",
        (Duty::Must, false, false) => "is to",
        (Duty::Must, true, false) => "are to",
        (Duty::May, ..) => "may",
        (Duty::MustNot, false, false) => "is not to",
        (Duty::MustNot, true, false) => "are not to",
    },
    agreed: |agreed| match agreed {
        Agreed::Unsaid => "The source does not say so",
        Agreed::Yes => "Yes",
        Agreed::Prospective => "Would agree under the deal",
        Agreed::No => "No",
    },
    certainty: |certainty| match certainty {
        Certainty::Certain => "certain",
        Certainty::Probable => "probable",
        Certainty::Possible => "possible",
        Certainty::Unknown => "not known",
    },
    doubt: |kind| match kind {
        DoubtKind::OpenQuestion => "Open question",
        DoubtKind::TrackRecord => "It failed before",
        DoubtKind::Spoiler => "Could spoil it",
        DoubtKind::FearedEffect => "Feared effect",
        DoubtKind::Flux => "Still moving",
    },
    relation_class: |class| match class {
        RelationClass::Support => "Support",
        RelationClass::Hostile => "Hostility",
        RelationClass::Contact => "Contact",
        RelationClass::Part => "Belonging",
    },
    event_state: |state| match state {
        EventState::Past => "Past",
        EventState::Ongoing => "Under way",
        EventState::Expected => "Expected",
        EventState::Scheduled => "Scheduled",
    },
    bound: |bound, number| match bound {
        Bound::Exact => number.to_owned(),
        Bound::AtLeast => format!("at least {number}"),
        Bound::About => format!("about {number}"),
    },
    gap: |slot| match slot {
        Slot::Bearer => "Who is to do it",
        Slot::Consent => "Whether they agreed",
        Slot::Means => "By what means",
        Slot::Time => "When",
        Slot::Place => "Where",
        Slot::Scope => "How much of it, for whom",
        Slot::Check => "Who checks",
        Slot::Sanction => "What follows a breach",
        Slot::Identity => "Who they are",
        Slot::Source => "Where it comes from",
    },

    own_voice: |publisher| format!("{publisher}, in its own voice"),
    citing: |outer, inner| format!("{outer}, citing {inner}"),
    paragraph: |number| format!("paragraph {number}"),
    show_proof: |number| format!("Paragraph {number}: the words that prove this"),
    show_editor: "Editor’s statement: why it is here",
    show_gap: "Unsaid: what this means",
    editor_mark: "editor",
    editor_statement: "The editor’s own inference. No words of the source prove it.",
    gap_statement: "The proof is absence: the sources do not say it.",
    gap_mark: "unsaid",
    orphan: "These words were not found exactly once where they should stand. The statement stands unproved.",
    hedged: |words| format!("Hedged in the source: “{words}”"),
    how_firmly: |certainty| format!("How firmly it is said: {certainty}"),
    read_in_article: "Read it in the article",
    copy_link: "Copy link to this",
    cite_this: "Cite this",
    copied: "Copied",
    copy_by_hand: "Copying is not allowed here. Select the text and copy it by hand.",
    cite_plain: "Plain text",
    copy: "Copy",

    search: "Search the deal",
    search_hint: "Any word, a name as printed, or a quote",
    filters: "Filters",
    clear_all: "Clear all",
    nothing_found: "Nothing in this deal fits.",
    back_to_results: "Back to the results",
    editor_hidden: "Editor’s statements are hidden",
    results: "Results",
    open_in: |view| format!("Open in {view}"),

    tour: "Guided walk",
    tour_start: |count, plural| format!("Take the guided walk: {count} step{}", s(plural)),
    tour_step: |step, of| format!("Step {step} of {of}"),
    tour_next: "Next",
    tour_back: "Previous",
    tour_end: "End the walk",

    choose_party: "Choose one to see what it gives, what it gets, and what is said of it.",
    all_parties: "All parties",
    gives: "Is to do",
    gets: "Would gain by",
    gets_in_exchange: "Gets in exchange",
    is_pressed_to: "Is to be pressed to",
    presses: "Is to press",
    is_target_of: "Is the target of",
    belongs_to: "Belongs to",
    double_roles: "Double roles",

    article_does_not_say: "The article does not say",
    hangs_together: "What it hangs on",
    exchanged: "In exchange",
    unsaid: "Not said",
    in_doubt: "In doubt",

    doubts: "What is in doubt",
    gaps: "What the article does not say",
    gaps_note: "Their proof is absence: read the article to check.",
    tensions: "What does not sit easily together",
    tensions_note: "Two passages side by side. Which weighs more is for the reader to judge.",
    about_the_deal: "The deal as a whole",
    about: |what| format!("About: {what}"),

    events: "Events",
    derived_date: |rule| format!("Worked out: {rule}"),
    until: |day| format!("until {day}"),
    figures: "Figures",
    people_and_offices: "People and their offices, as printed",
    person: "Person",
    office: "Office",
    no_office: "none printed",
    places: "Places",
    media: "Films and pictures in the article",
    relations: "How they stand to each other",
    aims: "What is wanted",

    source_note: "The article read back in our own words, paragraph by paragraph. Phrases in quotation marks are the article’s.",
    source_hint: "Choose a phrase to see what it supports.",
    read_at_publisher: |publisher| format!("Read the article at {publisher}"),
    last_updated: |moment| format!("Last updated {moment}"),
    supports: |count, plural| format!("Supports {count} statement{}", s(plural)),
    no_statement: "No statement rests on this paragraph.",
    by_author: |author| format!("By {author}"),
    length: |duration| format!("length as printed: {duration}"),

    show_more: "Show more",
    stop: "Stop",

    loading: "Opening the deal …",
    drawing: "Drawing …",
    save_svg: "Save as SVG",
    save_png: "Save as PNG",
    not_saved: "The picture could not be saved.",
    not_drawn: "The picture could not be drawn in full: a file that it needs did not come. All that it says stands in the lists.",
    try_again: "Try again",
    still_shown: "What you saw before is still shown below.",
    empty_view: "This document says nothing here.",
    trouble: trouble::TROUBLE,

    large: large::LARGE,
    prose_contents: "On this page",
    prose_place: |who, paragraph| format!("{who}, {paragraph}"),
    prose_belongs: |whole| format!("belongs to {whole}"),
    prose_slot: |slot| match slot {
        SlotName::Bearer => "who is to do it",
        SlotName::Act => "what is to be done",
        SlotName::Beneficiary => "for whom",
        SlotName::Target => "against whom",
        SlotName::Place => "where",
        SlotName::Time => "when",
        SlotName::Agreed => "whether they agreed",
        SlotName::Check => "who checks",
    },
    from: |day| format!("from {day} on"),
    uncertain: |day| format!("{day} (uncertain)"),
};
