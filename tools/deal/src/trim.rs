//! `deal-tools trim`: makes what Trunk built smaller, without a change in what it does.
//!
//! wasm-bindgen names everything that passes between a module and its glue by long names that end in hashes; both
//! sides get short ones. Scripts are minified; style sheets go without comments and indentation.

mod minify;
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
    let files = std::fs::read_dir(&folder).with_context(|| format!("{} is missing", folder.display()))?;
    let files = files.map(|file| Ok(file?.path())).collect::<Result<Vec<PathBuf>>>()?;
    let of_kind = |kind: &'static str| files.iter().filter(move |file| file.extension().is_some_and(|end| end == kind));
    // First, since names are found in the glue as wasm-bindgen writes it.
    of_kind("wasm").try_for_each(|file| rename(file))?;
    of_kind("js").try_for_each(|file| change(file, |text| minify::minify(&text)))?;
    of_kind("css").try_for_each(|file| change(file, |text| script::trim(&text)))?;
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
