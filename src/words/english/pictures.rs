//! The matrix and the timeline, in English.

use super::s;
use crate::picture::matrix::Part;
use crate::words::format::Plural;
use crate::words::pictures::{MatrixWords, TimelineWords};

pub(super) const MATRIX: MatrixWords = MatrixWords {
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
    actors: |count, plural| format!("{count} actor{} with a part in {}", s(plural), "them"),
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

pub(super) const TIMELINE: TimelineWords = TimelineWords {
    title: "Events in time",
    events: |count, plural| format!("{count} event{}", s(plural)),
    dated: |dated, of, plural| format!("{dated} of {of} event{} can be dated.", s(plural)),
    none_dated: "No event can be dated: only before, at, or after the moment of the report is known.",
    undated: "Hatched: the day is not given; it lies somewhere there.",
    no_date: "no date given",
    derived: "date worked out",
    breaks: "Not one scale throughout: at each zigzag the scale changes, so that days show beside years.",
    keys: "Choose an event to find it in the list below; the arrow keys lead from event to event.",
    by_year: "Too many to draw each: a bar for every year, as long as the year has events.",
    by_decade: "Too many to draw each: a bar for every ten years, as long as these have events.",
    decade: |year| format!("{year}s"),
    earlier: "earlier",
    later: "later",
};
