//! `deal-tools trim`: makes what Trunk built smaller, without a change in what it does.
//!
//! wasm-bindgen names everything that passes between a module and its glue by long names that end in hashes; both
//! sides get short ones. Comments and indentation are for who reads the sources: scripts and style sheets go without.

mod module;
mod script;

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::divide::divide;
use crate::paths;

/// The command.
pub(crate) fn run(_: &[String]) -> Result<ExitCode> {
    let folder = std::env::var_os("TRUNK_STAGING_DIR").map_or_else(paths::dist, PathBuf::from);
    for file in std::fs::read_dir(&folder).with_context(|| format!("{} is missing", folder.display()))? {
        let file = file?.path();
        match file.extension().and_then(|end| end.to_str()) {
            Some("js" | "css") => change(&file, |text| script::trim(&text))?,
            Some("wasm") => rename(&file)?,
            _ => {}
        }
    }
    // Last, because the other half goes by the short names.
    divide(&folder)?;
    Ok(ExitCode::SUCCESS)
}

fn change(file: &Path, how: impl FnOnce(String) -> Result<String>) -> Result<()> {
    let text = std::fs::read_to_string(file)?;
    let new = how(text).with_context(|| file.display().to_string())?;
    std::fs::write(file, new)?;
    Ok(())
}

/// Gives a module and its glue short names for what passes between them.
fn rename(wasm: &Path) -> Result<()> {
    let name = wasm.file_name().unwrap_or_default().to_string_lossy().replace("_bg.wasm", ".js");
    let glue = wasm.with_file_name(name);
    let (bytes, names) = module::shorten(&std::fs::read(wasm)?).with_context(|| wasm.display().to_string())?;
    change(&glue, |text| script::rename(&text, &names))?;
    std::fs::write(wasm, bytes)?;
    Ok(())
}
