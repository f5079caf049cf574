//! The built page, used as a reader uses it. `cargo xtask e2e [browser] [filter]` runs these.

mod access;
mod article;
mod brief;
mod conditions;
mod embedding;
mod export;
mod facts;
mod frame;
mod frameworks;
mod gallery;
mod harness;
mod keyboard;
mod life;
mod page;
mod panic;
mod parties;
mod relations;
mod search;
mod source;
mod tour;
mod trouble;
mod typed;
mod what_if;
