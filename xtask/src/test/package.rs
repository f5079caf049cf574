//! The stages that use the package as somebody does who took it from npm: packed, installed, typed, built with.

use crate::tally::Tally;
use crate::{package, paths, run};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The examples, by their folders in `gallery/frameworks`.
const EXAMPLES: [&str; 4] = ["react", "vue", "svelte", "vite"];

/// Everything: what is in the package, what its types allow, and whether the examples build.
pub(super) fn stages(tally: &mut Tally) {
    if tally.check("package: packed and installed", install) {
        tally.check("package: contents, exports, hashes", contents);
        tally.check("package: types", types);
        tally.check("package: the examples are built", examples);
    }
}

/// Only what the browsers are to open.
pub(super) fn for_browsers(tally: &mut Tally) {
    tally.check("package: installed, the examples built", || {
        install()?;
        examples()
    });
}

/// Packs the package and installs it from the archive, beside fresh copies of the examples.
fn install() -> Result<()> {
    let package = package::assemble()?;
    let archive = package::pack(&package)?;
    let folder = paths::frameworks();
    copy(&paths::root().join("gallery/frameworks"), &folder)?;
    copy(&paths::root().join("tests/package"), &folder.join("tests"))?;
    let mut install = run::command(paths::program(&["npm"]).context("npm is missing")?);
    install.args(["install", "--no-save", "--offline", "--ignore-scripts", "--no-audit", "--no-fund"]).arg(archive);
    quietly(install.current_dir(&folder))?;
    pages(&package)
}

/// A page with the snippet of `integrity.json`, and one where it expects another module.
fn pages(package: &Path) -> Result<()> {
    let told = std::fs::read_to_string(package.join("integrity.json"))?;
    let mut lines = told.split('"').filter(|text| text.starts_with('<'));
    let (preload, script) = (lines.next().context("no preload")?, lines.next().context("no script")?);
    let hash =
        |line: &str| line.split("integrity='").nth(1).and_then(|rest| rest.split('\'').next().map(str::to_owned));
    let (right, wrong) = (hash(preload).context("no hash")?, hash(script).context("no hash")?);
    for (name, preload) in [("snippet.html", preload.to_owned()), ("other.html", preload.replace(&right, &wrong))] {
        let page = format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Snippet</title>\
             <link rel=\"icon\" href=\"data:,\">{preload}{script}</head><body><main><h1>Snippet</h1>\
             <deal-explorer><p>In words.</p></deal-explorer></main></body></html>"
        );
        std::fs::write(package.with_file_name(name), page)?;
    }
    Ok(())
}

fn contents() -> Result<()> {
    let node = paths::program(&["node"]).context("node is missing")?;
    let mut node = run::command(node);
    node.args(["--test", "--test-reporter=spec", "package.test.mjs"]).env("PACKAGE", package::folder()?);
    run::aloud(node.current_dir(paths::frameworks().join("tests")))
}

/// Our own declarations in full; then the examples with those of their frameworks, which are not ours to check.
fn types() -> Result<()> {
    run::aloud(tool("tsc").args(["-p", "tests"]))?;
    run::aloud(tool("vue-tsc").args(["-p", "."]))?;
    run::aloud(tool("svelte-check").args([
        "--workspace",
        "svelte",
        "--tsconfig",
        "./tsconfig.json",
        "--fail-on-warnings",
    ]))
}

fn examples() -> Result<()> {
    for example in EXAMPLES {
        let out = paths::frameworks().join("dist").join(example);
        quietly(tool("vite").args(["build", example, "--emptyOutDir", "--outDir"]).arg(out))?;
    }
    Ok(())
}

/// A program that the frameworks brought, in their folder.
fn tool(name: &str) -> Command {
    let mut tool = run::command(paths::frameworks().join("node_modules/.bin").join(name));
    tool.current_dir(paths::frameworks());
    tool
}

fn quietly(command: &mut Command) -> Result<()> {
    run::logged(command, &paths::own_tools().join("log/package.txt"), |_| {})
}

/// A folder with all in it; what stood there of the same names goes.
fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let path: PathBuf = entry?.path();
        let target = to.join(path.file_name().context("no name")?);
        if path.is_dir() {
            if target.exists() {
                std::fs::remove_dir_all(&target)?;
            }
            copy(&path, &target)?;
        } else {
            std::fs::copy(&path, &target)?;
        }
    }
    Ok(())
}
