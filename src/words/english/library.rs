//! Libraries, in English.

use super::s;
use crate::words::library::LibraryWords;

pub(crate) static LIBRARY: LibraryWords = LibraryWords {
    library: "Library",
    contents: "In this library",
    note: "Each of these is a deal in a file of its own, which is fetched when you open it.",
    within: |whole| format!("part of {whole}"),
    all: |count, plural| format!("All {count} deal{}", s(plural)),
};
