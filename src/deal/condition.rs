//! What is to be done, in exchange for what, and what hangs on what.

use super::record::{choice, record};
use super::text::Text;
use super::value::List;

choice! {
    /// The deontic force of a condition.
    Duty {
        /// Is to do it.
        Must = "must",
        /// Is allowed to.
        May = "may",
        /// Is not to.
        MustNot = "mustNot",
    }
}

choice! {
    /// Whether the bearer agreed, by the source's words.
    Agreed {
        /// The source does not say.
        Unsaid = "unsaid",
        /// Yes.
        Yes = "yes",
        /// Would agree under the deal.
        Prospective = "prospective",
        /// No.
        No = "no",
    }
}

record! {
    /// Who must do what, for whom, against whom, where and when.
    Condition: statement {
        /// Ids of the actors who are to do it; empty where the source names nobody.
        by "by": List<Text>,
        /// The act, a short verb phrase.
        act "act": Text,
        /// Whether they must, may or must not.
        duty "duty": Option<Duty>,
        /// Ids of the actors who gain by it.
        for_ "for": List<Text>,
        /// Ids of the actors whom it is aimed at.
        against "against": List<Text>,
        /// The actor whom the bearer is to press. Pressing is not delivering.
        pressing "pressing": Option<Text>,
        /// Ids of the places.
        where_ "where": List<Text>,
        /// When, as printed.
        when "when": Option<Text>,
        /// A free slug that groups conditions.
        topic "topic": Option<Text>,
        /// The section's id.
        section "section": Option<Text>,
        /// Whether the bearer agreed.
        agreed "agreed": Option<Agreed>,
        /// How far it is fulfilled, by the condition's own evidence: 0 not begun, 1 begun, 2 halfway, 3 done. Never in a
        /// deal that is forming.
        fulfilment "fulfilment": Option<u32>,
    }
}

record! {
    /// Conditions given for conditions.
    Exchange: statement {
        /// Ids of the conditions on the one side.
        gives "gives": List<Text>,
        /// Ids of the conditions on the other.
        gets "gets": List<Text>,
        /// The source's words for the exchange.
        words "words": Option<Text>,
        /// True where the source allows another reading.
        ambiguous "ambiguous": Option<bool>,
    }
}

choice! {
    /// How one item acts on another. `from` acts on `to`, but for `needs`, where `from` is the one in need.
    LinkKind {
        /// `from` needs `to`.
        Needs = "needs",
        /// `from` makes `to` possible.
        Enables = "enables",
        /// `from` keeps `to` from being.
        Prevents = "prevents",
        /// `from` brings `to` about.
        Causes = "causes",
        /// `from` endangers `to`.
        Threatens = "threatens",
        /// `from` completes `to`.
        Completes = "completes",
    }
}

record! {
    /// What hangs on what.
    Link: statement {
        /// The id of the item that acts (or is in need).
        from "from": Text,
        /// The id of the item that is acted on (or needed).
        to "to": Text,
        /// How.
        kind "kind": LinkKind,
        /// The source's linking words.
        words "words": Option<Text>,
        /// True where the source allows another reading.
        ambiguous "ambiguous": Option<bool>,
    }
}
