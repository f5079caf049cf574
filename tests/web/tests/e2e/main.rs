//! The built page, used as a reader uses it. `cargo xtask e2e [browser] [filter]` runs these.

mod harness;
mod page;
