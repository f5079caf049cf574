//! The documents that are measured.

use anyhow::{Context, Result};

/// One document.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// What it is asked for by; the folder that it is in.
    pub name: &'static str,
    /// What it has, for the head of a column.
    pub label: &'static str,
    /// What is typed into the search, key by key.
    pub(super) words: &'static str,
    /// What is opened.
    pub(super) item: &'static str,
}

/// The four sizes.
pub(super) const SIZES: &[Size] = &[
    Size { name: "built-in", label: "built-in", words: "barga", item: "press-assad" },
    Size { name: "200", label: "200 conditions", words: "harbo", item: "condition-100" },
    Size { name: "10000", label: "10,000 conditions", words: "harbo", item: "condition-5000" },
    Size { name: "100000", label: "100,000 conditions", words: "harbo", item: "condition-50000" },
];

/// Those asked for.
pub(super) fn named(names: &str) -> Result<Vec<Size>> {
    let one = |name| SIZES.iter().find(|size| size.name == name).copied().with_context(|| format!("no size {name}"));
    names.split(',').map(one).collect()
}
