//! `cargo xtask schema`: writes `seeds/deal.schema.json`, the JSON Schema of the deal document, from its types in Rust,
//! and `embed/deal.d.ts`, its types in TypeScript, from the schema.
//!
//! The types are only known to their own crate, so its test does the first writing; the same test fails in `cargo test`
//! when the committed file is behind the types.

use crate::run;
use anyhow::{Result, bail};
use std::process::ExitCode;

/// The command.
pub(crate) fn run(arguments: &[String]) -> Result<ExitCode> {
    if let Some(argument) = arguments.first() {
        bail!("`cargo xtask schema` takes nothing, and not `{argument}`");
    }
    let mut test = run::cargo();
    test.args(["test", "--quiet", "--no-default-features", "--test", "deal_schema", "the_committed_schema_is_current"]);
    run::aloud(test.env("DEAL_SCHEMA", "write"))?;
    println!("seeds/deal.schema.json is current");
    crate::deal::types()
}
