//! The words around what is searched for and filtered by, in English.

use super::s;
use crate::words::find::FindWords;
use crate::words::tongue::KindWords;

pub(crate) static FIND: FindWords = FindWords {
    filter_party: "Party",
    filter_voice: "Who says so",
    filter_certainty: "How firmly",
    filter_origin: "Whose statement",
    filter_topic: "Topic",
    origin_source: "The source’s",
    origin_editor: "The editor’s",
    sources_own_voice: "The source itself",
    remove_filter: |name| format!("Remove filter {name}"),
    found: |count, plural| format!("{count} statement{}", s(plural)),
    nothing_found_hint: "Try fewer words, another spelling, or take a filter away. What the source does not say is under Open questions.",
    show_editor_statements: "Show the editor’s own statements",
    kinds: KindWords {
        actors: "Who",
        places: "Where",
        remarks: "Said of the whole",
        conditions: "Conditions",
        exchanges: "Exchanges",
        links: "What hangs on what",
        relations: "Relations",
        aims: "Aims",
        doubts: "Doubts",
        figures: "Figures",
        events: "Events",
        tensions: "Tensions",
        gaps: "What is not said",
    },
};
