//! What the examples for React, Vue, Svelte and Vite are built with: npm's packages by their own lock file.
//!
//! In a folder of cargo's target, apart from the build's own: who only serves the page need not fetch them.

use super::jobs::Lanes;
use crate::{paths, run};
use anyhow::{Context, Result, ensure};

/// What Vite asks of Node.js.
const NODE: (u32, u32) = (20, 19);

const LOCK: &str = "package-lock.json";
/// The lock that the packages were installed by, once they all are.
const DONE: &str = "installed-lock.json";

/// Plans the packages unless they are there by this very lock.
pub(super) fn plan(lanes: &mut Lanes) {
    if !installed() {
        lanes.add(2, "npm packages of the frameworks", "about 20 seconds", |_| install());
    }
}

fn installed() -> bool {
    let wanted = std::fs::read(paths::root().join("gallery/frameworks").join(LOCK));
    let there = std::fs::read(paths::frameworks().join(DONE));
    matches!((wanted, there), (Ok(wanted), Ok(there)) if wanted == there)
}

fn install() -> Result<()> {
    let node = run::answer(run::command("node").arg("--version")).context("node is missing")?;
    ensure!(version(&node) >= Some(NODE), "Vite needs Node.js {}.{} or newer; here is {}", NODE.0, NODE.1, node.trim());
    let folder = paths::frameworks();
    std::fs::create_dir_all(&folder)?;
    for file in ["package.json", LOCK] {
        std::fs::copy(paths::root().join("gallery/frameworks").join(file), folder.join(file))?;
    }
    let npm = paths::program(&["npm"]).context("npm is missing")?;
    let mut npm = run::command(npm);
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&folder);
    run::logged(&mut npm, &paths::own_tools().join("log/frameworks.txt"), |_| {})?;
    std::fs::copy(folder.join(LOCK), folder.join(DONE))?;
    Ok(())
}

/// The first two numbers of `v20.19.4`.
fn version(words: &str) -> Option<(u32, u32)> {
    let mut numbers = words.trim().strip_prefix('v')?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::{NODE, version};

    #[test]
    fn versions_are_compared_as_numbers() {
        assert_eq!(version("v20.9.1\n"), Some((20, 9)));
        assert!(version("v20.9.1") < Some(NODE) && version("v24.1.0") > Some(NODE) && version("") < Some(NODE));
    }
}
