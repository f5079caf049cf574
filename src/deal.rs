//! The model: a deal document as Rust types, read from text with all faults at once, indexed for questions.
//!
//! The way in is [`read`], which takes text and gives a [`Deal`] or every [`Issue`] of the text, and [`open`] for
//! those who only want the deal. A [`Deal`] never changes; all other rooms are pure functions over it.

mod actor;
mod condition;
mod coverage;
mod document;
mod edtf;
mod evidence;
mod few;
pub(crate) mod find;
mod form;
pub(crate) mod gather;
mod index;
mod issue;
mod item;
mod json;
pub(crate) mod letter;
mod locate;
mod nearest;
mod number;
mod opening;
pub(crate) mod pace;
mod parse;
mod path;
mod print;
mod quick;
mod read;
mod reader;
mod record;
mod reference;
mod report;
mod rules;
#[cfg(feature = "schema")]
mod schema;
mod sentence;
pub(crate) mod slots;
pub(crate) mod sort;
mod source;
mod spot;
mod statement;
mod text;
mod value;

pub use actor::{Actor, ActorKind, Place, Standing};
pub use condition::{Agreed, Condition, Duty, Exchange, Link, LinkKind};
pub use coverage::{Article, Paragraph, Report, Silent, Stray, hold};
pub use document::{DealState, Document, Section, Step};
pub use edtf::{Date, Day, Edtf, End};
pub use evidence::{Match, fold, locate_in_digest, locate_quote, matches, unfold};
pub use few::Few;
pub(crate) use index::hash;
pub use index::{Deal, Reference};
pub use issue::{Fault, Form, Held, Issue, Rule, Severity, Shape};
pub use item::{Item, ItemId, Kind};
pub use json::Json;
pub use locate::place;
pub use opening::Opening;
pub use pace::Paced;
pub use parse::{LIMIT_BYTES, LIMIT_DEPTH, too_large};
pub use path::{Path, Segment};
pub use print::print;
pub use read::{Reading, Refusal, open, read};
pub use record::Extra;
pub use reference::Role;
pub(crate) use reference::WHOLE_DEAL;
pub use report::{
    Aim, Bound, Doubt, DoubtKind, Event, EventState, Figure, Gap, Relation, RelationClass, Remark, RemarkKind, Slot,
    Tension,
};
pub use rules::Trial;
#[cfg(feature = "schema")]
pub use schema::schema;
pub(crate) use sentence::is_prose;
pub use sentence::sentences;
pub use source::{Digest, Medium, Source, SourceKind};
pub use statement::{Certainty, Evidence, Origin, Statement};
pub use text::Text;
pub use value::List;
