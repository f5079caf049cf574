//! The built page, used as a reader uses it. `cargo xtask e2e [browser] [filter]` runs these.

mod access;
mod brief;
mod conditions;
mod embedding;
mod facts;
mod harness;
mod keyboard;
mod page;
mod parties;
mod search;
mod source;
mod tour;
mod trouble;
