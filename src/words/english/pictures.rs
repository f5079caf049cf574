//! The matrix and the timeline, in English.

use super::s;
use crate::deal::EventState;
use crate::picture::matrix::Part;
use crate::words::format::Plural;
use crate::words::pictures::{MatrixWords, TimelineWords};

pub(crate) static MATRIX: MatrixWords = MatrixWords {
    shown: "Show the conditions",
    as_list: "as a list",
    as_matrix: "as a matrix",
    title: "Who has which part in what",
    condition: "Condition",
    // Nothing of a deal that is not in force may read as if it were done.
    part: |part| match part {
        Part::Does => "is to do it",
        Part::May => "may do it",
        Part::Refrains => "is not to",
        Part::Presses => "is to press",
        Part::PressedTo => "to be pressed to",
        Part::IsPressed => "to be pressed",
        Part::Gains => "would gain",
        Part::Fought => "target",
        Part::Spared => "to be spared",
        Part::Pays => "in exchange",
        Part::Gets => "gets in return",
        Part::Checks => "is to check",
    },
    conditions: |count, plural| format!("{count} condition{}", s(plural)),
    actors: |count, plural| format!("{count} actor{} with a part in them", s(plural)),
    extent: |conditions, actors| format!("{conditions}, and {actors}."),
    most: |name, count, plural| format!("{name} has a part in {count} condition{}, more than anyone else.", s(plural)),
    nobodys: |count, plural| {
        let (verb, it) = if plural == Plural::One { ("names", "it") } else { ("name", "them") };
        format!("{count} condition{} {verb} nobody who is to do {it}.", s(plural))
    },
    unagreed: |count, plural| {
        format!("Dashed: nothing says that whoever is to do it agreed ({count} condition{}).", s(plural))
    },
    arranged: "Conditions, and actors of one standing, stand next to what has most in common with them.",
    written: "In the order of the document.",
    arrange: "What has most in common side by side",
    as_written: "As in the document",
    keys: "Choose a part to read the words that prove it; the arrow keys lead from part to part.",
    rows: |from, to, of| format!("Conditions {from} to {to} of {of}"),
    columns: |from, to, of| {
        format!("Actors {from} to {to} of the {of} with a part in these, those with the most parts first")
    },
    rows_before: "Conditions before",
    rows_after: "Conditions after",
    columns_before: "Actors before",
    columns_after: "The other actors",
    go_to: "Go to",
};

pub(crate) static TIMELINE: TimelineWords = TimelineWords {
    title: "Events in time",
    dated: |dated, of| format!("{dated} of {of} can be dated."),
    events: |count, plural| format!("{count} event{}", s(plural)),
    undated: "The article gives no date for the others: they stand below the scale.",
    undated_of: |state| match state {
        EventState::Past => "Past, no date given",
        EventState::Ongoing => "Under way, no date given",
        EventState::Expected | EventState::Scheduled => "To come, no date given",
    },
    no_date: "no date given",
    derived: "worked out",
    breaks: "The scale is not the same throughout: it changes at each zigzag, so that days show beside years.",
    keys: "Choose an event to find it in the list below; the arrow keys lead from event to event.",
    grouped: |years| {
        format!(
            "Too many to draw each: a bar for every {years} years, as long as they have events; choose one to find its first."
        )
    },
    grouped_by_year: "Too many to draw each: a bar for every year, as long as it has events; choose one to find its first.",
    years: |from, to| if from == to { from.to_owned() } else { format!("{from} to {to}") },
};
