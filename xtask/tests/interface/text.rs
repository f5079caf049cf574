//! Reading names out of files.

use crate::Names;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// A file of the repository.
pub(crate) fn read(path: &str) -> Result<String> {
    std::fs::read_to_string(at(path)).with_context(|| path.to_owned())
}

/// Its place.
pub(crate) fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// What stands between two marks, each once.
pub(crate) fn between(text: &str, before: &str, after: &str) -> Names {
    text.split(before).skip(1).filter_map(|rest| rest.split(after).next()).map(str::to_owned).collect()
}

/// What stands within a mark on both sides, such as quotation marks.
pub(crate) fn within(text: &str, mark: char) -> Names {
    text.split(mark).skip(1).step_by(2).map(str::to_owned).collect()
}

/// What stands between two marks, the first time.
pub(crate) fn block<'t>(text: &'t str, before: &str, after: &str) -> Result<&'t str> {
    let (_, rest) = text.split_once(before).with_context(|| format!("there is no `{before}`"))?;
    rest.split(after).next().with_context(|| format!("after `{before}` there is no `{after}`"))
}

/// The name that a line begins with, if it does.
pub(crate) fn name(line: &str) -> Option<String> {
    let end = line.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(line.len());
    line.get(..end).filter(|name| !name.is_empty()).map(str::to_owned)
}
