//! What is said about the deal and around it.

use super::record::{choice, record};
use super::text::Text;
use super::value::List;

choice! {
    /// What a remark is about.
    RemarkKind {
        /// How far the deal is.
        Status = "status",
        /// What sort of deal it is.
        Character = "character",
        /// What it brings about.
        Consequence = "consequence",
        /// What went before it.
        Background = "background",
    }
}

record! {
    /// What is said of the deal, or of an item, as a whole.
    Remark: statement {
        /// Ids, or `deal`.
        about "about": List<Text>,
        /// What sort of remark it is.
        kind "kind": RemarkKind,
    }
}

choice! {
    /// The four classes of relations that are told apart everywhere.
    RelationClass {
        /// Backs, aids, protects.
        Support = "support",
        /// Fights, opposes.
        Hostile = "hostile",
        /// Meets, talks, negotiates.
        Contact = "contact",
        /// Belongs to, serves, leads.
        Part = "part",
    }
}

record! {
    /// How one actor stands to another.
    Relation: statement {
        /// The actor's id.
        from "from": Text,
        /// The other actor's id.
        to "to": Text,
        /// A free slug: `backs`, `fights`, `patron-of`.
        kind "kind": Text,
        /// Its class.
        class "class": RelationClass,
        /// True where it holds both ways.
        mutual "mutual": Option<bool>,
    }
}

record! {
    /// What an actor wants.
    Aim: statement {
        /// Ids of the actors whose aim it is.
        of "of": List<Text>,
    }
}

choice! {
    /// Why a thing is in doubt.
    DoubtKind {
        /// Nobody knows yet.
        OpenQuestion = "open-question",
        /// It failed before.
        TrackRecord = "track-record",
        /// Somebody could spoil it.
        Spoiler = "spoiler",
        /// It may do harm.
        FearedEffect = "feared-effect",
        /// It is still moving.
        Flux = "flux",
    }
}

record! {
    /// A doubt, caveat or complication.
    Doubt: statement {
        /// What sort of doubt it is.
        kind "kind": DoubtKind,
        /// Ids of the items in doubt, or `deal`.
        about "about": List<Text>,
    }
}

choice! {
    /// How a figure's value is to be read.
    Bound {
        /// This many.
        Exact = "exact",
        /// This many or more.
        AtLeast = "atLeast",
        /// An estimate.
        About = "about",
    }
}

record! {
    /// A number in the source.
    Figure: statement {
        /// The number.
        #[serde(serialize_with = "super::print::number")]
        value "value": f64,
        /// How it is to be read.
        bound "bound": Bound,
        /// What is counted.
        unit "unit": Text,
        /// The number as printed.
        printed "printed": Text,
        /// Ids of the items that it measures.
        about "about": List<Text>,
    }
}

choice! {
    /// Where an event stands, seen from the source.
    EventState {
        /// It happened.
        Past = "past",
        /// It goes on.
        Ongoing = "ongoing",
        /// Somebody expects it.
        Expected = "expected",
        /// It has a place in a calendar.
        Scheduled = "scheduled",
    }
}

record! {
    /// Something that happens at a time.
    Event: statement {
        /// Past, ongoing, expected or scheduled.
        state "state": EventState,
        /// Its time as printed.
        printed "printed": Text,
        /// Its date in EDTF (ISO 8601-2), where one can be had.
        date "date": Option<Text>,
        /// The rule and the time zone by which a date was worked out.
        derived "derived": Option<Text>,
        /// Ids of the actors in it.
        actors "actors": List<Text>,
        /// Ids of its places.
        where_ "where": List<Text>,
    }
}

record! {
    /// Words that do not sit easily together.
    Tension: statement {
        /// Ids of two or more items.
        between "between": List<Text>,
    }
}

choice! {
    /// What the sources leave out.
    Slot {
        /// Who is to do it.
        Bearer = "bearer",
        /// Whether they agreed.
        Consent = "consent",
        /// By what means.
        Means = "means",
        /// When.
        Time = "time",
        /// Where.
        Place = "place",
        /// How much of it, for whom.
        Scope = "scope",
        /// Who checks.
        Check = "check",
        /// What follows a breach.
        Sanction = "sanction",
        /// Who somebody is.
        Identity = "identity",
        /// Where it comes from.
        Source = "source",
    }
}

record! {
    /// What the sources do not say. Its proof is absence.
    Gap: statement {
        /// An item's id, or `deal`.
        about "about": Text,
        /// What is left out.
        slot "slot": Slot,
    }
}
