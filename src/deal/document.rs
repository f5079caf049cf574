//! The document as it stands in a file, format 1.

use super::actor::{Actor, Place};
use super::condition::{Condition, Exchange, Link};
use super::record::{choice, record};
use super::report::{Aim, Doubt, Event, Figure, Gap, Relation, Remark, Tension};
use super::source::Source;
use super::text::Text;
use super::value::List;

choice! {
    /// How far the deal is. Nothing that is forming may be shown as agreed.
    DealState {
        /// Not completed.
        Forming = "forming",
        /// In force.
        InForce = "inForce",
        /// Suspended.
        Suspended = "suspended",
        /// Over.
        Ended = "ended",
    }
}

record! {
    /// A chapter of a long deal, or an agreement in a database.
    Section {
        /// A slug, unique in the whole document.
        id "id": Text,
        /// Its title.
        title "title": Text,
        /// The section that it belongs to.
        part_of "partOf": Option<Text>,
        /// Its date in EDTF.
        date "date": Option<Text>,
        /// The address of its own file, in a library of several: http(s), or relative to this document's own address. The
        /// file is a deal document by itself.
        url "url": Option<Text>,
    }
}

record! {
    /// A step of the guided walk.
    Step {
        /// Its heading.
        title "title": Text,
        /// What the guide says.
        text "text": Text,
        /// Ids of what it points at.
        shows "shows": List<Text>,
    }
}

record! {
    /// One deal, as one or more sources report it.
    Document {
        /// The format's version: 1.
        format "format": u32,
        /// A slug.
        id "id": Text,
        /// The title that readers see.
        title "title": Text,
        /// What the deal is, in two sentences.
        summary "summary": Text,
        /// A BCP 47 tag; it sets the text direction.
        language "language": Text,
        /// RFC 3339: the moment up to which the document speaks.
        as_of "asOf": Text,
        /// How far the deal is.
        state "state": DealState,
        /// The sources.
        sources "sources": List<Source>,
        /// The actors.
        actors "actors": List<Actor>,
        /// The places.
        places "places": List<Place>,
        /// What is said of the whole.
        remarks "remarks": List<Remark>,
        /// The chapters.
        sections "sections": List<Section>,
        /// The conditions.
        conditions "conditions": List<Condition>,
        /// What is given for what.
        exchanges "exchanges": List<Exchange>,
        /// What hangs on what.
        links "links": List<Link>,
        /// Who stands how to whom.
        relations "relations": List<Relation>,
        /// What is wanted.
        aims "aims": List<Aim>,
        /// What is in doubt.
        doubts "doubts": List<Doubt>,
        /// The numbers.
        figures "figures": List<Figure>,
        /// The events.
        events "events": List<Event>,
        /// What does not sit easily together.
        tensions "tensions": List<Tension>,
        /// What is not said.
        gaps "gaps": List<Gap>,
        /// The guided walk.
        tour "tour": List<Step>,
    }
}
