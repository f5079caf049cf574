//! `cargo xtask evidence`, `prerender`, `oembed` and `generate`: commands that read a deal document, or make one.
//!
//! They need the explorer's own reading of it, so they live in a crate of their own, `tools/deal`, and are called here:
//! xtask itself starts within seconds, and says what is wrong also where the explorer does not compile.

use crate::run;
use anyhow::{Context, Result};
use std::process::{Command, ExitCode};

/// The crate that does it, compiled; nothing else happens.
pub(crate) fn compile() -> Command {
    let mut cargo = run::cargo();
    cargo.args(["build", "--quiet", "--package", "deal-tools"]);
    cargo
}

/// `cargo xtask evidence`.
pub(crate) fn evidence(arguments: &[String]) -> Result<ExitCode> {
    pass_on("evidence", arguments)
}

/// `cargo xtask prerender`.
pub(crate) fn prerender(arguments: &[String]) -> Result<ExitCode> {
    pass_on("prerender", arguments)
}

/// The document's types in TypeScript, written anew.
pub(crate) fn types() -> Result<ExitCode> {
    pass_on("types", &[])
}

/// `cargo xtask oembed`.
pub(crate) fn oembed(arguments: &[String]) -> Result<ExitCode> {
    pass_on("oembed", arguments)
}

/// `cargo xtask generate`.
pub(crate) fn generate(arguments: &[String]) -> Result<ExitCode> {
    pass_on("generate", arguments)
}

/// Runs it where the person stands, so that their relative paths hold.
fn pass_on(name: &str, arguments: &[String]) -> Result<ExitCode> {
    let mut cargo = run::cargo();
    cargo.args(["run", "--quiet", "--package", "deal-tools", "--", name]).args(arguments);
    cargo.current_dir(std::env::current_dir()?);
    let status = cargo.status().context("cannot run cargo")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
