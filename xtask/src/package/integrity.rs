//! `integrity.json`: the SHA-384 of every file, as browsers take it, and the lines that a page checks them with.

use crate::{paths, run};
use anyhow::{Context, Result};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Its name in the package.
pub(super) const FILE: &str = "integrity.json";

const SCRIPT: &str = "const { createHash } = require('crypto'), fs = require('fs'); for (const file of \
    process.argv.slice(1)) console.log('sha384-' + createHash('sha384').update(fs.readFileSync(file)).digest('base64'))";

/// The file's text.
pub(super) fn of(folder: &Path) -> Result<String> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    files.sort();
    let node = paths::program(&["node"]).context("node is missing; it does the hashing")?;
    let answer = run::answer(run::command(node).arg("-e").arg(SCRIPT).arg("--").args(&files)).context("hashing")?;
    let names = files.iter().filter_map(|file| Some(file.strip_prefix(folder).ok()?.to_string_lossy().into_owned()));
    let hashes: Vec<(String, &str)> = names.zip(answer.lines()).collect();
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    text(&name, &hashes)
}

fn text(folder: &str, hashes: &[(String, &str)]) -> Result<String> {
    let of = |file: &str| hashes.iter().find(|(name, _)| name == file).map(|(_, hash)| *hash).context(file.to_owned());
    // The second script is asked for by the first one: only a preload can say what it has to be.
    let (glue, shell) = ("deal-explorer-app.js", "deal-explorer.js");
    let snippet = [
        format!("<link rel='modulepreload' href='{folder}/{glue}' integrity='{}' crossorigin>", of(glue)?),
        format!("<script type='module' src='{folder}/{shell}' integrity='{}' crossorigin></script>", of(shell)?),
    ];
    let mut text = String::from("{\n  \"snippet\": [\n");
    writeln!(text, "    \"{}\"\n  ],\n  \"files\": {{", snippet.join("\",\n    \""))?;
    let lines: Vec<String> = hashes.iter().map(|(name, hash)| format!("    \"{name}\": \"{hash}\"")).collect();
    writeln!(text, "{}\n  }}\n}}", lines.join(",\n"))?;
    Ok(text)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { collect(&path, files)? } else { files.push(path) }
    }
    Ok(())
}
