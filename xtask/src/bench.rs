//! `cargo xtask bench layered`: the explorer's layouts against the best that is to be had, in a browser.
//!
//! Prints, writes JSON under `target/bench/`, and never fails for being slow: how fast a machine is proves nothing.

use crate::pins::WASM_TARGET;
use crate::server::{self, Manner, Mount};
use crate::setup::{self, Kind, Need};
use crate::test::browsers::{self, Site};
use crate::{paths, run};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// As the page's own module is shrunk; `index.html` has the same.
const WASM_OPT: &[&str] = &[
    "-Oz",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--one-caller-inline-max-function-size=60",
    "--low-memory-unused",
];

/// The command.
pub(crate) fn run(arguments: &[String]) -> Result<ExitCode> {
    let query = match arguments {
        [name] if name == "layered" => String::new(),
        [name, sizes] if name == "layered" => format!("?sizes={sizes}"),
        _ => bail!("`bench` takes what to measure, `layered`, and perhaps sizes: `bench layered 20,200`"),
    };
    setup::ready(Need::Test)?;
    let folder = paths::target().join("bench");
    compile(&folder)?;
    let mount = |prefix, folder: PathBuf| Mount { prefix, folder, manner: Manner::Strict };
    let mounts = vec![
        mount("/built/", folder.join("web")),
        mount("/graphviz/", paths::node_modules().join("@hpcc-js/wasm-graphviz/dist")),
        mount("/", paths::root().join("tools/bench/page")),
    ];
    let site = Site::at(server::start(server::Site { mounts, watch: None }, 0)?);
    let file = folder.join("layered.json");
    browsers::bench(&Kind::Chromium.find()?, &site, &format!("index.html{query}"), &file)?;
    println!("\nEach graph's numbers: {}", file.display());
    Ok(ExitCode::SUCCESS)
}

/// The crate with the layouts, built as the explorer's own module is: for size.
fn compile(folder: &Path) -> Result<()> {
    println!("Building the layouts (about a minute the first time) …");
    let package = ["--package", "deal-bench", "--lib"];
    run::aloud(run::cargo().args(["build", "--release", "--target", WASM_TARGET]).args(package))?;
    let bindgen = paths::program(&["wasm-bindgen"]).context("wasm-bindgen is missing")?;
    let module = paths::target().join(WASM_TARGET).join("release/deal_bench.wasm");
    let web = folder.join("web");
    let mut bind = run::command(bindgen);
    bind.args(["--target", "web", "--no-typescript", "--out-name", "bench", "--out-dir"]).arg(&web).arg(module);
    run::aloud(&mut bind)?;
    let optimise = paths::program(&["node"]).context("node is missing")?;
    let module = web.join("bench_bg.wasm");
    let script = paths::node_modules().join("binaryen/bin/wasm-opt");
    run::aloud(run::command(optimise).arg(script).arg(&module).args(WASM_OPT).arg("-o").arg(&module))
}
