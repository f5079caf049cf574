//! The data that a reader takes along, in English.

use crate::words::take::TakeWords;

pub(crate) static TAKE: TakeWords = TakeWords {
    title: "Take the data along",
    note: "In every file each statement keeps who says it, how firmly, and the words that prove it.",
    supposing: "You suppose something at the moment. These files have the deal as it is reported, without that; what follows from it is the last file.",
    save: |name| format!("Save {name}"),
    json: "the whole document as it is shown here; another explorer can open it",
    csv: "all statements as one table, for spreadsheets",
    one_list: "Or one list of the document as a table:",
    markdown: "a brief to read and edit: the bargain, then every statement with its quotes",
    jsonld: "linked data in the terms of schema.org",
    graphml: "the network, for Gephi, yEd and others",
    scenario: "what follows",
    scenario_note: "what you suppose and what would follow, step by step, as plain text: a supposition, no report",
    failed: "This file could not be made: the part of the explorer that writes it did not come.",
};
