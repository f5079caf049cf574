//! No file grows past what a reader can hold in mind.

use crate::paths::root;
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};

/// The most lines a file may have.
const CEILING: usize = 400;

/// Rooms and the kind of file that counts in each.
const ROOMS: &[(&str, &str)] = &[
    ("src", "rs"),
    ("layered/src", "rs"),
    ("drawing/src", "rs"),
    ("network/src", "rs"),
    ("plane/src", "rs"),
    ("faults", "rs"),
    ("tools", "rs"),
    ("xtask/src", "rs"),
    ("tests/web", "rs"),
    ("embed", "js"),
    ("styles", "css"),
];

/// Fails for files over the ceiling; says the median.
pub(super) fn check() -> Result<()> {
    let mut lengths: Vec<(usize, PathBuf)> = Vec::new();
    for (room, extension) in ROOMS {
        collect(&root().join(room), extension, &mut lengths)?;
    }
    lengths.sort();
    let median = lengths.get(lengths.len() / 2).map_or(0, |(length, _)| *length);
    println!("{} files, median {median} lines, ceiling {CEILING}", lengths.len());
    let long: Vec<String> = lengths
        .iter()
        .filter(|(length, _)| *length > CEILING)
        .map(|(length, file)| format!("{} ({length})", file.strip_prefix(root()).unwrap_or(file).display()))
        .collect();
    if long.is_empty() { Ok(()) } else { bail!("over {CEILING} lines: {}", long.join(", ")) }
}

fn collect(folder: &Path, extension: &str, lengths: &mut Vec<(usize, PathBuf)>) -> Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, extension, lengths)?;
        } else if path.extension().is_some_and(|end| end == extension) {
            lengths.push((std::fs::read_to_string(&path)?.lines().count(), path));
        }
    }
    Ok(())
}
