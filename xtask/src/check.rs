//! `cargo xtask check`: the quick half of the tests, all that needs no browser.

mod lines;
mod promises;

use crate::pins::WASM_TARGET;
use crate::setup::{self, Need};
use crate::tally::Tally;
use crate::{paths, run};
use anyhow::Result;
use std::process::{Command, ExitCode};

/// The command.
pub(crate) fn run(_: &[String]) -> Result<ExitCode> {
    setup::ready(Need::Compile)?;
    let mut tally = Tally::default();
    stages(&mut tally);
    Ok(tally.close())
}

/// All stages of the check; each goes on whatever the one before said.
pub(crate) fn stages(tally: &mut Tally) {
    tally.program("format", run::cargo().args(["fmt", "--all", "--check"]));
    tally.program("lints: all of it", &mut clippy(&["--workspace", "--all-targets"]));
    tally.program("lints: the pure rooms alone", &mut clippy(&["--lib", "--no-default-features"]));
    tally.program("lints: for the browser", &mut clippy(&browser_targets()));
    tally.cases("tests of the explorer, native", tests().args(["--package", "deal-explorer", "--all-features"]));
    tally.cases(
        "tests of the tools",
        tests().args([
            "--package",
            "xtask",
            "--package",
            "deal-tools",
            "--package",
            "deal-split",
            "--package",
            "deal-bench",
            "--package",
            "deal-layered",
            "--package",
            "deal-network",
            "--package",
            "deal-explorer-drawing",
        ]),
    );
    tally.cases("tests of the bench's sums", tests().args(["--package", "web-tests", "--lib"]));
    tally.check("length of files", lines::check);
    tally.check("promises of the README", promises::check);
}

fn clippy(arguments: &[&str]) -> Command {
    let mut cargo = run::cargo();
    cargo.arg("clippy").args(arguments).args(["--", "-D", "warnings"]);
    cargo
}

/// Native tests; a stored expectation that does not fit is a failure, never rewritten.
fn tests() -> Command {
    let mut cargo = run::cargo();
    cargo.arg("test").env("INSTA_UPDATE", "no");
    cargo
}

/// What compiles for the browser: not the native tests.
fn browser_targets() -> Vec<&'static str> {
    let mut targets = vec!["--target", WASM_TARGET, "--lib", "--bins"];
    if paths::browser_tests() {
        targets.extend(["--test", "browser"]);
    }
    targets
}
