//! `cargo xtask build`: the page in `dist/`, exactly as it is released.

use crate::pins::WASM_TARGET;
use crate::setup::{self, Need};
use crate::{paths, run, say};
use anyhow::{Context, Result};
use std::process::{Command, ExitCode};
use std::time::Instant;

/// The modules that a page fetches on demand, by their folders.
pub(crate) const FURTHER: [&str; 2] = ["faults", "drawing"];

/// The command.
pub(crate) fn run(_: &[String]) -> Result<ExitCode> {
    build(Need::Release)?;
    Ok(ExitCode::SUCCESS)
}

/// Cargo's part of the build, with the very arguments that Trunk uses, so that Trunk finds it done.
pub(crate) fn compile() -> Command {
    let mut cargo = run::cargo();
    cargo.args(["build", "--release", "--target", WASM_TARGET, "--bin", "deal-explorer-app"]);
    cargo
}

/// The same for the modules that a page fetches on demand.
pub(crate) fn compile_further() -> Vec<Command> {
    let module = |name: &str| {
        let mut cargo = run::cargo();
        let (manifest, program) = (format!("{name}/Cargo.toml"), format!("deal-explorer-{name}"));
        cargo.args(["build", "--release", "--target", WASM_TARGET, "--manifest-path", &manifest, "--bin", &program]);
        cargo
    };
    FURTHER.map(module).into()
}

/// Makes the tools ready and builds the page.
pub(crate) fn build(need: Need) -> Result<()> {
    setup::ready(need)?;
    let start = Instant::now();
    println!("Building the page (about 2 minutes the first time, seconds after) …");
    // Cargo first and by itself: it may fetch what is missing, which it may not under Trunk's `--offline`, and its
    // errors come out as a person knows them.
    run::aloud(&mut compile())?;
    for mut further in compile_further() {
        run::aloud(&mut further)?;
    }
    // Trunk's hooks run this at the end; compiled here, a mistake in it is told before and not after the long part.
    run::aloud(&mut crate::deal::compile())?;
    run::aloud(&mut trunk()?)?;
    println!("Built into {} in {}.", paths::dist().display(), say::since(start));
    Ok(())
}

fn trunk() -> Result<Command> {
    let mut trunk = run::command(paths::program(&["trunk"]).context("trunk is missing")?);
    trunk.args(["build", "--offline", "--log", "warn"]).env("PATH", setup::path()?);
    // Trunk reads this variable as a flag of its own and stops at the value that everybody else writes.
    trunk.env_remove("NO_COLOR");
    if setup::wasm_opt() {
        trunk.arg("--release");
    } else {
        // The same compiled module, but Trunk calls wasm-opt only for what it itself calls a release.
        trunk.args(["--cargo-profile", "release"]);
    }
    Ok(trunk)
}
