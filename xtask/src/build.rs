//! `cargo xtask build`: the page in `dist/`, exactly as it is released.

use crate::pins::WASM_TARGET;
use crate::run;
use std::process::Command;

/// Cargo's part of the build, with the very arguments that Trunk uses, so that Trunk finds it done.
pub(crate) fn compile() -> Command {
    let mut cargo = run::cargo();
    cargo.args(["build", "--release", "--target", WASM_TARGET, "--bin", "deal-explorer"]);
    cargo
}
