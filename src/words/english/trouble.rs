//! What is said when a document cannot be shown, in English.

use super::s;
use crate::words::tongue::TroubleWords;

pub(super) const TROUBLE: TroubleWords = TroubleWords {
    heading: "This deal cannot be shown",
    unreachable: |address| format!("{address} could not be fetched."),
    unreachable_hint: "Check the connection and the address. A document on another site must allow this page to read it (Access-Control-Allow-Origin).",
    refused: |address, status| format!("{address} was not delivered: the server answered {status}."),
    refused_hint: "Check that the document is still there and that its address is spelt right.",
    not_json: "The document is not JSON.",
    not_json_hint: "Check the place named below: often a comma or a quotation mark is missing, or the address leads to a web page.",
    newer: "The document is written in a newer format than this page can read.",
    newer_hint: "Use a newer version of the deal explorer.",
    faults: |count, plural| format!("The document has {count} fault{}.", s(plural)),
    faults_hint: "Each is named with its rule and its place. Mend them in the document and load it again.",
    untold: "The document breaks the rules of its format.",
    untold_hint: "What is wrong in it could not be listed, because a part of this explorer was not delivered. Check the connection and try again.",
    more: |count, plural| format!("and {count} more fault{}", s(plural)),
    warnings: |count, plural| format!("{count} warning{}", s(plural)),
    place: |line, column| format!("line {line}, column {column}"),
};
