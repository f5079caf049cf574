//! Makes the machine ready: finds each pinned tool, installs what is missing, says how far it is.
//!
//! Every other command starts here with what it needs, so nobody has to remember a set-up step; where everything is
//! there, this takes well under a second and says nothing.

mod browsers;
mod cargo_tools;
mod debian;
mod frameworks;
mod jobs;
mod npm;
mod wasm;

pub(crate) use browsers::{Browser, Kind};
pub(crate) use npm::wasm_opt;

use anyhow::{Result, bail};
use jobs::Lanes;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

/// What has to be ready.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// Compiling for the browser, for `check`.
    Compile,
    /// Building the page, for `serve`.
    Build,
    /// Building the page exactly as it is released, or not at all.
    Release,
    /// All browsers with their drivers.
    Test,
}

/// `cargo xtask setup [build|test]`: installs now what the other commands would install when they need it.
pub(crate) fn run(arguments: &[String]) -> Result<ExitCode> {
    let need = match arguments.first().map(String::as_str) {
        None | Some("test") => Need::Test,
        Some("build") => Need::Build,
        Some(other) => bail!("`setup {other}`? It takes `build` (for serve) or `test` (the default: everything)"),
    };
    ready(need)?;
    println!("Everything is there.");
    Ok(ExitCode::SUCCESS)
}

/// Installs what is missing for `need`.
pub(crate) fn ready(need: Need) -> Result<()> {
    let start = Instant::now();
    // Three lanes run at once: what compiles (two lanes, so that both cores stay busy through each one's serial parts)
    // and what only downloads. Within a lane the longest goes first.
    let mut lanes = Lanes::default();
    let mut tools = Vec::new();
    wasm::plan(&mut lanes);
    if need != Need::Compile {
        tools = cargo_tools::plan(need, &mut lanes);
        debian::plan(need, &mut lanes)?;
        npm::plan(need, &mut lanes)?;
        if need == Need::Test {
            frameworks::plan(&mut lanes);
        }
    }
    let missing = lanes.len();
    if missing == 0 {
        return Ok(());
    }
    println!("Setting up {missing} missing part{}; only this first time.", if missing == 1 { "" } else { "s" });
    if tools.contains(&"trunk") {
        // The longest build of all starts while the tools are still compiling: its last part runs on one core only.
        lanes.add(1, "the explorer itself", "about 2 minutes", |meter| {
            wasm::compile(meter);
            Ok(())
        });
    }
    lanes.run()?;
    println!("Set up in {}.\n", crate::say::since(start));
    Ok(())
}

/// The search path for what we start: the pinned tools come before whatever else is on the machine.
pub(crate) fn path() -> Result<std::ffi::OsString> {
    let mut folders: Vec<PathBuf> = vec![crate::paths::own_tools().join("bin")];
    folders.push(crate::paths::node_modules().join(".bin"));
    folders.extend(crate::paths::search_path().into_iter().skip(1));
    Ok(std::env::join_paths(folders)?)
}
