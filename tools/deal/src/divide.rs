//! The page's module, divided: what every reader loads, and what is fetched when more than the brief is looked at.

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

use crate::paths;

/// Where the doors between both halves are; nothing else stands in that module.
const DOORS: &str = "deal_explorer::view::rest::doors::";

/// Divides the module in this folder.
pub(crate) fn divide(folder: &Path) -> Result<()> {
    let file = folder.join("deal-explorer-app_bg.wasm");
    let finished = std::fs::read(&file).with_context(|| file.display().to_string())?;
    let (first, rest) = deal_split::split(&linked(&finished)?, &finished, DOORS).context("dividing the module")?;
    std::fs::write(folder.join("deal-explorer-rest.wasm"), rest)?;
    std::fs::write(file, first)?;
    Ok(())
}

/// The module as the linker left it, of which the finished one was made: of the profile in which what is in the memory
/// at the beginning is the same.
fn linked(finished: &[u8]) -> Result<Vec<u8>> {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| paths::root().join("target"), PathBuf::from);
    for profile in ["release", "debug"] {
        let file = target.join("wasm32-unknown-unknown").join(profile).join("deal-explorer-app.wasm");
        if let Ok(linked) = std::fs::read(&file)
            && deal_split::is_of(&linked, finished)?
        {
            return Ok(linked);
        }
    }
    bail!("no linked module in {} fits the finished one", target.display())
}
