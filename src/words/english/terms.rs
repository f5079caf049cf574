//! The words around a condition and its questions, in English.

use crate::words::terms::TermsWords;

pub(crate) static TERMS: TermsWords = TermsWords {
    slot_by: "Who is to",
    slot_how: "How, and how much",
    slot_for: "For whom",
    slot_against: "Against whom",
    slot_where: "Where",
    slot_when: "When",
    slot_agreed: "Agreed?",
    slot_check: "Who checks?",
    fulfilment: |level| match level {
        0 => "Not begun",
        1 => "Begun",
        2 => "Halfway",
        _ => "Done",
    },
};
