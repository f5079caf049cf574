//! Who is in the deal, and where it plays.

use super::record::{choice, record};
use super::text::Text;
use super::value::List;

choice! {
    /// What an actor is.
    ActorKind {
        /// A state.
        State = "state",
        /// An armed force.
        Force = "force",
        /// An armed, political or other group.
        Group = "group",
        /// People who did not choose to be a group: civilians, refugees.
        People = "people",
        /// An institution, a meeting, an organisation.
        Body = "body",
        /// A named person.
        Person = "person",
        /// One who only speaks: an unnamed source, a letter, an outlet.
        Voice = "voice",
    }
}

choice! {
    /// An actor's part in the deal. A party is not a target.
    Standing {
        /// Makes the deal.
        Party = "party",
        /// Is to be pressed; nothing says that it agreed.
        Pressed = "pressed",
        /// Gains by it.
        Beneficiary = "beneficiary",
        /// Is fought under it.
        Target = "target",
        /// Bears on it from outside.
        Outside = "outside",
        /// Only speaks about it.
        Voice = "voice",
    }
}

record! {
    /// A party, a person, a force, or anyone else who acts, is acted upon or speaks.
    Actor: statement {
        /// The name that readers see.
        name "name": Text,
        /// Every form of the name as printed.
        names "names": List<Text>,
        /// What it is.
        kind "kind": ActorKind,
        /// Its part in the deal; more than one is possible.
        standing "standing": List<Standing>,
        /// A person's title as printed.
        role "role": Option<Text>,
        /// The actor that it belongs to.
        part_of "partOf": Option<Text>,
        /// False for an unnamed source.
        named "named": Option<bool>,
    }
}

record! {
    /// A place.
    Place: statement {
        /// The name that readers see.
        name "name": Text,
        /// The place that it lies in.
        part_of "partOf": Option<Text>,
    }
}
