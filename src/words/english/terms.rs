//! The words around a condition and its questions, in English.

use crate::query::SlotName;
use crate::words::terms::TermsWords;

pub(crate) static TERMS: TermsWords = TermsWords {
    slot: |slot| match slot {
        SlotName::Bearer => "Who is to",
        SlotName::Act => "How, and how much",
        SlotName::Beneficiary => "For whom",
        SlotName::Target => "Against whom",
        SlotName::Place => "Where",
        SlotName::Time => "When",
        SlotName::Agreed => "Agreed?",
        SlotName::Check => "Who checks?",
    },
    fulfilment: |level| match level {
        0 => "Not begun",
        1 => "Begun",
        2 => "Halfway",
        _ => "Done",
    },
};
