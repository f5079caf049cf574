//! What if: the deal as a thing that can be run.
//!
//! The reader supposes that pieces of the deal hold, fail or stay open; this room says what would follow **by the words
//! of the document alone**, and why. Nothing in it is a probability or a forecast.
//!
//! # Verdicts
//!
//! A piece (condition, aim, doubt, event; remarks and exchanges take part but cannot be set) has one of five verdicts,
//! from the mildest to the gravest: *holds*, *open*, *no longer owed*, *unsupported*, *fails*. For a doubt, "holds" is
//! that it came true, "fails" that it was dispelled.
//!
//! # The beginning
//!
//! - Nothing in a deal that is forming, suspended or ended is in force, so its conditions begin **open**, however sure
//!   the source is. In a deal in force a condition that is said for certain and is not reported as "not begun" holds.
//! - An event that is past or goes on, and is said for certain, **holds**: it is reported as a fact. Others are open.
//! - Aims, doubts and remarks are open. An exchange stands as its sides do.
//!
//! # The rules
//!
//! A verdict is the gravest that any rule gives; where none does, the piece stays as it began. What the reader **sets is
//! given**: no rule changes it, and it acts on others like any other verdict.
//!
//! | rule | where | what follows, and why |
//! | --- | --- | --- |
//! | need | `a needs b` | `b` fails: `a` fails. `b` is unsupported: so is `a`. `b` is open or no longer owed: `a` is open. |
//! | support | `enables`, `causes`, `completes` | Every supporter of `b` fails or is itself unsupported: `b` is unsupported. It loses what the document gives it to stand on, which is not to say that it fails. One that is left is enough. That a supporter holds makes nothing hold: it only *may*. |
//! | turning over | `a prevents b` | `a` holds: `b` fails. |
//! | threat | `a threatens b` | The reader sets `a` to hold (the doubt came true): `b` fails. Until the reader dispels it, `b` is open. |
//! | doubt | a doubt's `about` | Until the reader dispels it, what it is about is open. A doubt by itself makes nothing fail. |
//! | exchange | `gives`, `gets` | A condition on one side fails: those on the other are no longer owed, *as worded*. |
//! | sides | | An exchange fails, is unsupported or open with the gravest of its conditions. |
//! | whole | | An exchange fails by a link of its own: no condition of it is owed any longer. |
//!
//! Where the format leaves a case open, the milder reading is taken:
//!
//! - *No longer owed* does not spread: what is not owed may still be done. What hangs on it is open.
//! - A doubt or threat does not open what is reported as a fact (an event that holds from the beginning).
//! - A doubt that is only unsupported or derived to fail keeps open what it is about: "open" never becomes "holds" but
//!   by the reader's word.
//! - Circles of needs and supports stand together until something outside them fails.
//!
//! # The one result
//!
//! All rules but turning over grow with the gravity of what they read, so spreading them has one least fixed point,
//! whatever the order. Turning over does not: it acts where its source *holds*. Where a piece that holds from the
//! beginning prevents its own ground, what cannot be decided stays open: this is the well-founded model of the rules
//! (Van Gelder, Ross, Schlipf, "The well-founded semantics for general logic programs", J. ACM 38(3), 1991), reached
//! circle by circle. There alone, to set a piece to what results for it may change others: it decides what was not.
//!
//! A change costs what it changes: each verdict keeps the one link that it rests on, and what rests on a change is
//! taken back and judged anew (Doyle, "A truth maintenance system", Artificial Intelligence 12(3), 1979). Where a circle
//! turns itself over, this goes for each guess of what holds in it; how many guesses it takes is up to the document, and
//! each beyond the first few is made again with every change.
//!
//! # In shares
//!
//! Of a hundred thousand conditions all this takes longer than a page may stand still. So whatever can be long also comes
//! in shares ([`Scenario::in_shares`], [`Scenario::supposing`], [`Linchpins`]), as small as the caller likes. It is the same
//! code in the same order that runs to its end where nobody has to wait, so nothing of what comes of it depends on the
//! shares. Only passes through all pieces, which take a few milliseconds, and the rules of one piece are done in one go.

mod account;
mod begin;
mod build;
mod circles;
mod graph;
mod judge;
mod linchpins;
mod scenario;
mod spread;
mod tangle;
mod verdict;
mod why;

#[cfg(feature = "app")]
pub(crate) use account::Account;
pub use account::{against, steps};
pub(crate) use graph::by_node;
pub use linchpins::{Linchpin, Linchpins};
pub use scenario::Scenario;
pub use verdict::{Setting, Verdict, is_settable};
pub use why::{Rule, Step};
