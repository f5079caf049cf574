//! The words of a party’s page, in English.

use crate::query::DoubleRole;
use crate::words::party::PartyWords;

pub(crate) static PARTY: PartyWords = PartyWords {
    stands_to_others: "How it stands to others",
    people: "People and parts",
    says: "What it says",
    doubts_about: "Doubts",
    wants: "What it wants",
    takes_part_in: "Events",
    numbers_about: "Figures",
    unsaid_about: "What is not said",
    double_roles_note: "Statements that put the same actor on two sides; each says whether it is the source’s or the editor’s.",
    double_roles_first: |shown, of| {
        format!("{shown} of {of} are listed here; the page of each party has all of its own.")
    },
    double_role: |role, name| match role {
        DoubleRole::GuarantorAndAttacker { of, .. } => {
            format!(
                "Is to act, or to press, for the good of “{0}”; and is on the side that acts against “{0}”",
                name(*of)
            )
        }
        DoubleRole::BackerAndPresser { of, .. } => format!("Backs “{0}”, and is to press “{0}”", name(*of)),
        DoubleRole::AllyAndOpponentOfAlly { ally, opponent, .. } => {
            format!("Backs “{}”, and opposes “{}”", name(*ally), name(*opponent))
        }
        DoubleRole::TargetAndBeneficiary { .. } => "Is a target, and would gain".to_owned(),
        DoubleRole::PartyAndHostile { beneficiary, .. } => {
            format!(
                "Party to a deal that is to help “{0}”, and on the side that acts against “{0}”",
                name(*beneficiary)
            )
        }
        DoubleRole::VoiceAndParty { .. } => "Is a party, and is cited as a voice".to_owned(),
    },
    printed_as: |names| format!("Printed as {names}"),
};
