//! `cargo xtask package`: the element as a folder that npm can publish and any host can serve.
//!
//! What is in it follows from `embed/package.json`: all that it points at, and whatever those files ask for in turn.
//! The built files are taken as they are: a minifier would take 3 kB of 220 off the scripts (brotli), and bundlers have
//! their own.

mod files;
mod integrity;
mod readme;

use crate::setup::Need;
use crate::{build, paths, run};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What every package holds beside what its manifest points at.
const ALWAYS: [&str; 4] = ["LICENSE", "LICENSE-MIT", "LICENSE-APACHE", "CHANGELOG.md"];

/// The command.
pub(crate) fn run(arguments: &[String]) -> Result<ExitCode> {
    match arguments.first().map(String::as_str) {
        None => {}
        Some("test") => return crate::test::package(),
        Some(other) => bail!("`package {other}`? It takes `test`, or nothing"),
    }
    build::build(Need::Release)?;
    let folder = assemble()?;
    println!("The package is in {}, and as one file in {}.", folder.display(), pack(&folder)?.display());
    Ok(ExitCode::SUCCESS)
}

/// Puts the package together from the built page and gives its folder.
pub(crate) fn assemble() -> Result<PathBuf> {
    let folder = folder()?;
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    let manifest = read(&paths::root().join("embed/package.json"))?;
    for file in files::needed(&manifest)? {
        let built = find(&file)?;
        copy(&built, &folder.join(&file))?;
        let written = paths::root().join("embed").join(&file);
        let script = written.extension().is_some_and(|end| end == "js") && written.is_file();
        // For whoever reads it, where the build has taken comments or names away.
        if script && std::fs::read(&written)? != std::fs::read(&built)? {
            copy(&written, &folder.join("source").join(&file))?;
        }
    }
    for file in ALWAYS {
        copy(&paths::root().join(file), &folder.join(file))?;
    }
    std::fs::write(folder.join("README.md"), readme::of_package(&read(&paths::root().join("README.md"))?)?)?;
    // Last: it tells of all others.
    std::fs::write(folder.join(integrity::FILE), integrity::of(&folder)?)?;
    Ok(folder)
}

/// Packs the folder as npm does before it publishes, and gives the file, which stands beside it.
pub(crate) fn pack(folder: &Path) -> Result<PathBuf> {
    let (parent, name) = (folder.parent().context("no folder")?, folder.file_name().context("no name")?);
    let mut npm = run::command(paths::program(&["npm"]).context("npm is missing")?);
    npm.args(["pack", "--silent"]).arg(Path::new(".").join(name)).current_dir(parent);
    run::logged(&mut npm, &paths::own_tools().join("log/pack.txt"), |_| {})?;
    let mut file = name.to_owned();
    file.push(".tgz");
    Ok(parent.join(file))
}

/// Where the package is, its version in the name: an embedder keeps the old one until every page has the new.
pub(crate) fn folder() -> Result<PathBuf> {
    let manifest = read(&paths::root().join("Cargo.toml"))?;
    let version = manifest.split("\nversion = \"").nth(1).and_then(|rest| rest.split('"').next());
    let name = format!("deal-explorer-{}", version.context("Cargo.toml has no version")?);
    Ok(paths::target().join("package").join(name))
}

/// Where a file of the package comes from: as it was built, or as it was written.
fn find(file: &str) -> Result<PathBuf> {
    let places = [paths::dist().join(file), paths::root().join("embed").join(file)];
    places.into_iter().find(|path| path.is_file()).with_context(|| format!("{file} is neither in dist/ nor in embed/"))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::copy(from, to).with_context(|| format!("copying {}", from.display()))?;
    Ok(())
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}
