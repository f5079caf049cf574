//! Questions to a deal: search, filters, a party's page, double roles, order, what bears on what, citations.
//!
//! Pure functions from a [`Deal`](crate::deal::Deal) to typed values; the words for them are in another room.

mod about;
mod census;
mod cite;
mod concern;
mod facets;
mod field;
mod filter;
mod fold;
mod fragment;
mod hinges;
mod order;
mod passage;
mod passages;
mod profile;
mod reading;
mod roles;
mod search;
mod select;
mod slots;
mod terms;
mod ties;
mod voices;

pub use about::{About, Direction, ExchangeEnd, LinkEnd, Side};
pub use census::{Census, Choice};
pub use cite::{Citation, Cited};
pub use concern::{belonging, concerned, is_about_whole, topics};
pub use facets::{FacetCount, Facets, facets};
pub use field::{Field, field_text};
pub use filter::{FacetValue, Filter, VoiceChoice};
pub use fold::{Fold, FoldedText, Folder, plain_fold};
pub use fragment::text_fragment_url;
pub use hinges::{Hinge, hinges};
pub use order::{Office, figures, media, people, timeline};
pub use passage::passage;
pub use passages::{Passage, Passages, Place, Silences, passages, silences};
pub use profile::{Bears, Pressed, Presses, Profile, RelationEnd, Return, pressed};
pub use reading::{Paragraph, Piece, QuoteMark, ReadBack, Walk, read_back};
pub use roles::{DoubleRole, Proof, double_roles, every_double_role};
pub use search::{Hit, Rank, Reason, SearchIndex};
pub use select::{Selection, select, select_where, statements};
pub use slots::{ConditionSlot, Fill, SlotName, checks, own_slots, slots};
pub use terms::mark;
pub use ties::{Asked, Circle, Reach, Tie, TieKind, ties};
pub use voices::{Chain, chain};
