//! Large deals, in English.

use super::s;
use crate::words::large::LargeWords;

pub(super) const LARGE: LargeWords = LargeWords {
    in_all: |count, _| format!("{count} in all"),
    others: |count, plural| format!("others ({count} source{})", s(plural)),
    printed: |from, to, of| {
        format!("On paper: {from} to {to} of {of}, where the reader was. The saved data have all of them.")
    },
    only_first: |count| format!("The first {count} are listed. Search or filter for the others."),
    without_section: "Under no section",
    part: |title, from, to| format!("{title}, {from}–{to}"),
    conditions: |count, plural| format!("{count} condition{}", s(plural)),
    weightiest: |shown, all| {
        format!("Here stand {shown} of the {all} conditions: those that most of the document’s statements refer to.")
    },
    all_conditions: "All conditions",
    choices: |shown, all| format!("{shown} of {all}, those with the most statements. A search leaves fewer."),
    reading: |megabytes| format!("Reading the deal … {megabytes} MB"),
    reading_stopped: "Reading was stopped.",
    preparing: |percent| format!("Preparing the search … {percent} %"),
    more_loading: "Loading this part …",
    counting: "Counting …",
    not_loaded: "This part could not be shown: a file that it needs did not come.",
};
