//! Divides the finished module in two. The first half is all that a reader of the brief needs; the
//! second is fetched when something is first looked at that stands behind a *door*, a function through which all that
//! code is called (`src/view/rest/doors.rs`).
//!
//! Both halves are one program: they share the memory, the table of functions and the globals. A call that leads from
//! the first half through a door goes through the table, into a place that stays empty until the second half comes and
//! fills it. What the second half calls of the first stands in the table
//! as well, and is given to it by its place there: `table` is exported for that.
//!
//! What belongs to the second half is found out and not guessed. The linker's relocations say of every function and
//! every piece of data what it refers to (WebAssembly tool conventions, `Linking.md`); what can be reached from the
//! exports only through a door is the second half's, also where it is called through the table. So nothing of it can
//! run before a door was passed; and no door can be passed before the second half is there, which the types of
//! `src/view/rest.rs` see to.

mod alike;
mod finished;
mod halves;
mod linked;
mod plan;
mod rewrite;

pub use halves::split;
pub use linked::is_of;
