//! `cargo xtask bench`: the explorer in a browser against the least that its job can cost, and its layouts against the
//! best that is to be had.
//!
//! Prints, writes JSON under `target/bench/`, and never fails for being slow: how fast a machine is proves nothing.

use crate::pins::WASM_TARGET;
use crate::server::{self, Manner, Mount};
use crate::setup::{self, Kind, Need};
use crate::test::browsers::{self, Site};
use crate::{build, deal, paths, run};
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

/// The sizes of the widget's documents: name, actors, conditions, sections. The built-in deal has none to be made.
const SIZES: [(&str, [&str; 3]); 4] = [
    ("built-in", ["", "", ""]),
    ("200", ["30", "200", "0"]),
    ("10000", ["1000", "10000", "180"]),
    ("100000", ["10000", "100000", "1800"]),
];

/// The reader refuses a longer document, in bytes: `LIMIT_BYTES` in `src/deal/parse.rs`.
const LONGEST: u64 = 128 * 1024 * 1024;

/// The command.
pub(crate) fn run(arguments: &[String]) -> Result<ExitCode> {
    match arguments {
        [] => {
            widget(None)?;
            layered(None)?;
            network(None)?;
        }
        [name] if name == "widget" => widget(None)?,
        [name, sizes] if name == "widget" => widget(Some(sizes))?,
        [name] if name == "layered" => layered(None)?,
        [name, sizes] if name == "layered" => layered(Some(sizes))?,
        [name] if name == "network" => network(None)?,
        [name, sizes] if name == "network" => network(Some(sizes))?,
        _ => bail!(
            "`bench` takes what to measure, `widget`, `layered` or `network`, and perhaps sizes: `bench layered 20,200`"
        ),
    }
    Ok(ExitCode::SUCCESS)
}

/// The built page, as readers use it, at these sizes or at all.
fn widget(sizes: Option<&str>) -> Result<()> {
    let all = SIZES.map(|(name, _)| name);
    let names = sizes.map_or(all.to_vec(), |sizes| sizes.split(',').collect());
    if let Some(other) = names.iter().find(|name| !all.contains(name)) {
        bail!("there is no size {other}; there are {}", all.join(", "));
    }
    build::build(Need::Test)?;
    let folder = paths::target().join("bench");
    for name in &names {
        document(name)?;
    }
    let site = Site::at(server::start(server::Site { mounts: widget_mounts(), watch: None }, 0)?);
    println!("Measuring (six runs of each, in turns; a quarter of an hour for all) …");
    let arguments = ["widget".as_ref(), folder.as_os_str(), names.join(",").as_ref()].map(ToOwned::to_owned);
    browsers::bench(&Kind::Chromium.find()?, &site, &arguments)?;
    println!("\nEach number: {}", folder.join("widget.json").display());
    Ok(())
}

/// Pictures of the largest document, or of one of this size, into `target/shots/large/`.
pub(crate) fn sequence(size: Option<&str>) -> Result<()> {
    let name = size.unwrap_or("100000");
    if !SIZES.iter().any(|(size, _)| *size == name) {
        bail!("there is no size {name}; there are {}", SIZES.map(|(name, _)| name).join(", "));
    }
    build::build(Need::Test)?;
    document(name)?;
    let site = Site::at(server::start(server::Site { mounts: widget_mounts(), watch: None }, 0)?);
    let folder = paths::target().join("bench/widget");
    let arguments = ["sequence".as_ref(), folder.as_os_str(), name.as_ref()].map(ToOwned::to_owned);
    browsers::bench(&Kind::Chromium.find()?, &site, &arguments)
}

/// Makes the document of a size, in `target/bench/widget/`.
fn document(name: &str) -> Result<()> {
    let size = SIZES.iter().find(|(size, _)| *size == name).filter(|(_, [actors, ..])| !actors.is_empty());
    let Some((name, [actors, conditions, sections])) = size else { return Ok(()) };
    let folder = paths::target().join("bench/widget").join(name);
    std::fs::create_dir_all(&folder)?;
    let file = folder.join("deal.json").to_string_lossy().into_owned();
    println!("Making a document of {conditions} conditions …");
    let wish = ["--actors", actors, "--conditions", conditions, "--sections", sections, &file];
    // One of before would do as well as what was to be made, and nobody would know.
    if Path::new(&file).exists() {
        std::fs::remove_file(&file)?;
    }
    deal::generate(&wish.map(str::to_owned))?;
    let bytes = std::fs::metadata(&file).context("the document was not made")?.len();
    if bytes > LONGEST {
        bail!("{file} has {bytes} bytes, and the explorer reads at most {LONGEST}");
    }
    println!("It has {} MB.", bytes / 1_000_000);
    Ok(())
}

/// What is served for the widget's bench.
fn widget_mounts() -> Vec<Mount> {
    let mount = |prefix, folder: PathBuf| Mount { prefix, folder, manner: Manner::Strict };
    vec![
        mount("/bench/", paths::root().join("tools/bench/widget")),
        mount("/made/", paths::target().join("bench/widget")),
        mount("/", paths::dist()),
    ]
}

/// The layered drawing against dot.
fn layered(sizes: Option<&str>) -> Result<()> {
    let query = sizes.map_or_else(String::new, |sizes| format!("?sizes={sizes}"));
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
    let page = format!("index.html{query}");
    let arguments = ["page".as_ref(), page.as_ref(), file.as_os_str()].map(ToOwned::to_owned);
    browsers::bench(&Kind::Chromium.find()?, &site, &arguments)?;
    println!("\nEach graph's numbers: {}", file.display());
    Ok(())
}

/// The layout of many nodes, in the module that readers get, against a baseline in plain JavaScript.
fn network(sizes: Option<&str>) -> Result<()> {
    let query = sizes.map_or_else(String::new, |sizes| format!("?sizes={sizes}"));
    build::build(Need::Test)?;
    let mount = |prefix, folder: PathBuf| Mount { prefix, folder, manner: Manner::Strict };
    let mounts = vec![mount("/bench/", paths::root().join("tools/bench/network")), mount("/", paths::dist())];
    let site = Site::at(server::start(server::Site { mounts, watch: None }, 0)?);
    let file = paths::target().join("bench/network.json");
    let page = format!("bench/index.html{query}");
    let arguments = ["page".as_ref(), page.as_ref(), file.as_os_str()].map(ToOwned::to_owned);
    browsers::bench(&Kind::Chromium.find()?, &site, &arguments)?;
    println!("\nEach run's numbers: {}", file.display());
    Ok(())
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

#[cfg(test)]
mod tests {
    use super::LONGEST;

    #[test]
    fn the_longest_document_is_the_one_that_the_explorer_reads() {
        let parse = std::fs::read_to_string(crate::paths::root().join("src/deal/parse.rs")).unwrap_or_default();
        let limit = parse.lines().find_map(|line| line.strip_prefix("pub const LIMIT_BYTES: usize = "));
        let product = limit.unwrap_or_default().trim_end_matches(';').split(" * ").map(|it| it.parse().unwrap_or(0));
        assert_eq!(product.product::<u64>(), LONGEST);
    }
}
