//! Tools that cargo builds: Trunk, wasm-bindgen's two programs, geckodriver.
//!
//! All in cargo's debug profile, without debug information and without features that only serve downloads: they run as
//! fast as we need and compile in a third of the time. Trunk is called with `--offline`, so it never downloads.

use super::Need;
use super::jobs::{Lanes, Meter};
use crate::pins::{GECKODRIVER, Pin, TRUNK, WASM_BINDGEN};
use crate::{paths, run};
use anyhow::Result;
use std::path::PathBuf;

/// What `cargo install` is told for a tool.
struct Recipe {
    pin: &'static Pin,
    programs: &'static [&'static str],
    arguments: &'static [&'static str],
    lane: usize,
}

const RECIPES: &[Recipe] = &[
    Recipe {
        pin: &TRUNK,
        programs: &["trunk"],
        arguments: &["trunk", "--version", TRUNK.version, "--no-default-features"],
        lane: 0,
    },
    Recipe {
        pin: &WASM_BINDGEN,
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        arguments: &["--path", "tools/wasm-bindgen"],
        lane: 1,
    },
    Recipe {
        pin: &GECKODRIVER,
        programs: &["geckodriver"],
        arguments: &["geckodriver", "--version", GECKODRIVER.version],
        lane: 0,
    },
];

/// What is known of a tool on this machine.
enum Found {
    /// It is there, in the pinned version.
    Pinned,
    /// Another version is in use.
    Other,
    Missing,
}

/// Plans what is missing, and says which.
pub(super) fn plan(need: Need, lanes: &mut Lanes) -> Vec<&'static str> {
    let mut planned = Vec::new();
    for recipe in RECIPES {
        let pin = recipe.pin;
        if pin.name == GECKODRIVER.name && need != Need::Test {
            continue;
        }
        // Where another version is in use it stays: ours goes into a folder of its own.
        let root = match find(recipe) {
            Found::Pinned => continue,
            Found::Other => paths::own_tools(),
            Found::Missing => paths::cargo_home(),
        };
        planned.push(pin.name);
        lanes.add(recipe.lane, format!("{} {}", pin.name, pin.version), pin.wait, move |meter| {
            install(recipe, root, meter)
        });
    }
    planned
}

/// Looks for every program of the tool on the search path.
fn find(recipe: &Recipe) -> Found {
    let mut worst = Found::Pinned;
    for program in recipe.programs {
        let mut all = paths::programs(program).peekable();
        if all.peek().is_none() {
            worst = match worst {
                Found::Other => Found::Other,
                _ => Found::Missing,
            };
        } else if !all.take(1).any(|path| answers(path, recipe.pin.version)) {
            worst = Found::Other;
        }
    }
    worst
}

/// Whether the program says it is that version.
fn answers(program: PathBuf, version: &str) -> bool {
    run::answer(run::command(program).arg("--version"))
        .is_some_and(|words| words.split_whitespace().any(|word| word == version))
}

fn install(recipe: &Recipe, root: PathBuf, meter: &Meter) -> Result<()> {
    let name = recipe.pin.name;
    // A folder that stays when somebody presses Ctrl-C: the next try goes on where this one stopped.
    let build = paths::own_tools().join("build").join(name);
    let mut cargo = run::cargo();
    cargo.args(["install", "--locked", "--debug", "--force", "--no-track"]).args(recipe.arguments);
    cargo.arg("--root").arg(root);
    cargo.env("CARGO_TARGET_DIR", &build).env("CARGO_INCREMENTAL", "0");
    cargo.env("CARGO_PROFILE_DEV_DEBUG", "0");
    // Less to generate: about a twentieth of the time.
    cargo.env("CARGO_PROFILE_DEV_DEBUG_ASSERTIONS", "false").env("CARGO_PROFILE_DEV_OVERFLOW_CHECKS", "false");
    let mut compiled = 0;
    run::logged(&mut cargo, &paths::own_tools().join("log").join(format!("{name}.txt")), |line| {
        let line = line.trim_start();
        if line.starts_with("Compiling ") {
            compiled += 1;
            meter.note(format!("compiling, part {compiled} of about {}", recipe.pin.parts.max(compiled)));
        } else if line.starts_with("Downloading ") {
            meter.note("downloading".to_owned());
        }
    })?;
    std::fs::remove_dir_all(build)?;
    Ok(())
}
