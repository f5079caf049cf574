//! Where things are. Every path starts at the repository's root, so a command works from any folder below it.

use std::path::{Path, PathBuf};

/// The repository's root: the folder above this crate.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// The built page.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Cargo's own folder for what it builds here.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// Tools that must not go into cargo's home because another version is in use there.
pub(crate) fn own_tools() -> PathBuf {
    target().join("tools")
}

/// What npm installs.
pub(crate) fn node_modules() -> PathBuf {
    root().join("node_modules")
}

/// Where the examples for frameworks are built, with all that they need.
pub(crate) fn frameworks() -> PathBuf {
    target().join("frameworks")
}

/// Cargo's home: `$CARGO_HOME`, else `.cargo` in the person's home.
pub(crate) fn cargo_home() -> PathBuf {
    let home = || std::env::home_dir().unwrap_or_else(root).join(".cargo");
    std::env::var_os("CARGO_HOME").map_or_else(home, PathBuf::from)
}

/// The folders of `PATH`, those of our own first.
pub(crate) fn search_path() -> Vec<PathBuf> {
    let mut folders = vec![own_tools().join("bin"), cargo_home().join("bin")];
    folders.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    folders
}

/// Every program of this name on the search path, best first.
pub(crate) fn programs(name: &str) -> impl Iterator<Item = PathBuf> {
    let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    search_path().into_iter().map(move |folder| folder.join(&name)).filter(|path| path.is_file())
}

/// The first program that has one of these names.
pub(crate) fn program(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| programs(name).next())
}

/// Whether the explorer has tests that run inside a browser.
pub(crate) fn browser_tests() -> bool {
    root().join("tests/browser.rs").is_file() || root().join("tests/browser/main.rs").is_file()
}
