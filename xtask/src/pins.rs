//! The one table of what is installed and in which version.
//!
//! To bump a tool: change it here. wasm-bindgen has two further places (`Cargo.toml` and `tools/wasm-bindgen/Cargo.toml`),
//! the npm packages have `package.json` with its lock, and wasm-opt has `Trunk.toml`; the tests below hold them together.

/// A tool with its exact version.
pub(crate) struct Pin {
    pub(crate) name: &'static str,
    pub(crate) version: &'static str,
    /// How many crates cargo compiles for it: only for telling how far an installation is.
    pub(crate) parts: usize,
    /// How long that takes on two cores, in words.
    pub(crate) wait: &'static str,
}

/// Target of the widget.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Builds the page. 0.21.14 is the newest whose minimum Rust is not newer than ours.
pub(crate) const TRUNK: Pin = Pin { name: "trunk", version: "0.21.14", parts: 368, wait: "about 6 minutes" };

/// `wasm-bindgen` and `wasm-bindgen-test-runner`: exactly the version in `Cargo.lock`.
pub(crate) const WASM_BINDGEN: Pin =
    Pin { name: "wasm-bindgen", version: "0.2.130", parts: 176, wait: "about 3 minutes" };

/// Drives Firefox.
pub(crate) const GECKODRIVER: Pin = Pin { name: "geckodriver", version: "0.37.1", parts: 163, wait: "about 2 minutes" };

/// npm package that holds `wasm-opt`.
pub(crate) const BINARYEN: Pin = Pin { name: "binaryen", version: "132.0.0", parts: 0, wait: "some seconds" };

/// npm package of the accessibility audit.
pub(crate) const AXE: Pin = Pin { name: "axe-core", version: "4.14.1", parts: 0, wait: "some seconds" };

/// npm package of Graphviz compiled to WebAssembly: what the layered drawing is measured against.
pub(crate) const GRAPHVIZ: Pin =
    Pin { name: "@hpcc-js/wasm-graphviz", version: "1.29.2", parts: 0, wait: "some seconds" };

/// Debian's packages for the browser tests. Their versions are Debian's: browsers are tested as readers have them.
pub(crate) const DEBIAN_BROWSERS: &[(&str, &[&str])] = &[
    ("chromium", &["chromium", "chromium-driver"]),
    ("firefox", &["firefox-esr"]),
    ("webkit", &["webkit2gtk-driver", "xvfb", "xauth"]),
];

#[cfg(test)]
mod tests {
    use super::{AXE, BINARYEN, GRAPHVIZ, WASM_BINDGEN};
    use crate::paths::root;
    use anyhow::{Context, Result};

    fn read(path: &str) -> Result<String> {
        std::fs::read_to_string(root().join(path)).with_context(|| format!("reading {path}"))
    }

    fn holds(path: &str, line: &str) -> Result<()> {
        anyhow::ensure!(read(path)?.contains(line), "{path} does not hold {line}: change all places of a pin together");
        Ok(())
    }

    #[test]
    fn wasm_bindgen_is_one_version_everywhere() -> Result<()> {
        let version = WASM_BINDGEN.version;
        holds("Cargo.toml", &format!("wasm-bindgen = {{ version = \"={version}\""))?;
        holds("Cargo.lock", &format!("name = \"wasm-bindgen\"\nversion = \"{version}\""))?;
        holds("tools/wasm-bindgen/Cargo.toml", &format!("wasm-bindgen-cli = {{ version = \"={version}\""))?;
        holds("tools/wasm-bindgen/Cargo.toml", &format!("\nversion = \"{version}\""))?;
        holds("tools/wasm-bindgen/Cargo.lock", &format!("name = \"wasm-bindgen-cli\"\nversion = \"{version}\""))
    }

    #[test]
    fn npm_packages_are_one_version_everywhere() -> Result<()> {
        for pin in [BINARYEN, AXE, GRAPHVIZ] {
            let line = format!("\"{}\": \"{}\"", pin.name, pin.version);
            holds("package.json", &line)?;
            holds("package-lock.json", &line)?;
        }
        Ok(())
    }
}
