//! What comes from npm: `wasm-opt`, which makes the module a third smaller, the accessibility audit, and Graphviz
//! to measure against.

use super::Need;
use super::jobs::Lanes;
use crate::pins::{AXE, BINARYEN, GRAPHVIZ, Pin};
use crate::{paths, run};
use anyhow::{Context, Result, bail};

/// Plans the packages if one is missing or of another version.
///
/// Without npm the page can still be built and looked at, only larger; anything that measures or tests needs it.
pub(super) fn plan(need: Need, lanes: &mut Lanes) -> Result<()> {
    let pins: &[&Pin] = if need == Need::Test { &[&BINARYEN, &AXE, &GRAPHVIZ] } else { &[&BINARYEN] };
    if pins.iter().all(|pin| installed(pin)) {
        return Ok(());
    }
    let debian_brings_it = super::debian::can_install();
    if paths::program(&["npm"]).is_none() && !debian_brings_it {
        if need == Need::Build {
            println!(
                "No npm here: building without wasm-opt, so the module is about half as large again as it need be."
            );
            return Ok(());
        }
        bail!("npm is missing: install Node.js 18 or newer (https://nodejs.org, or your system's package `npm`)");
    }
    lanes.add(2, format!("npm packages ({})", names(pins)), "some seconds", |_| install());
    Ok(())
}

/// Whether `wasm-opt` is there to be used.
pub(crate) fn wasm_opt() -> bool {
    installed(&BINARYEN) && paths::program(&["node"]).is_some()
}

fn names(pins: &[&Pin]) -> String {
    pins.iter().map(|pin| format!("{} {}", pin.name, pin.version)).collect::<Vec<_>>().join(", ")
}

fn installed(pin: &Pin) -> bool {
    let manifest = paths::node_modules().join(pin.name).join("package.json");
    std::fs::read_to_string(manifest).is_ok_and(|text| text.contains(&format!("\"version\": \"{}\"", pin.version)))
}

fn install() -> Result<()> {
    let npm = paths::program(&["npm"]).context("npm is missing")?;
    let log = paths::own_tools().join("log/npm.txt");
    run::logged(run::command(npm).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]), &log, |_| {})?;
    // A copy beside cargo's other tools, so that a plain `trunk build --release` finds it too. The file needs nothing
    // around it; where somebody has their own wasm-opt, theirs stays.
    let copy = paths::cargo_home().join("bin/wasm-opt");
    if cfg!(unix) && paths::program(&["wasm-opt"]).is_none() {
        std::fs::copy(paths::node_modules().join("binaryen/bin/wasm-opt"), copy).context("copying wasm-opt")?;
    }
    Ok(())
}
