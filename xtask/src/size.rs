//! `cargo xtask size`: how much a reader's page loads, against the budget in `size-budget.toml`.
//!
//! Compression is Node's (gzip 9, brotli 11): it is there anyway for wasm-opt, and an own compressor would make the
//! first `cargo xtask` slow. The budget is committed; whoever raises it has to say so in a diff.

use crate::setup::Need;
use crate::{build, paths, run};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const SCRIPT: &str = "const z = require('zlib'), fs = require('fs'); for (const f of process.argv.slice(1)) { \
    const b = fs.readFileSync(f), p = z.constants; console.log(b.length, z.gzipSync(b, {level: 9}).length, \
    z.brotliCompressSync(b, {params: {[p.BROTLI_PARAM_QUALITY]: 11, [p.BROTLI_PARAM_SIZE_HINT]: b.length}}).length) }";

/// What a page fetches on demand: the other half of its module, and further ones.
const LATER: [&str; 3] = ["rest", "faults", "drawing"];

const MEASURES: [&str; 3] = ["raw", "gzip", "brotli"];

/// The command.
pub(crate) fn run(_: &[String]) -> Result<ExitCode> {
    build::build(Need::Release)?;
    measure()?;
    Ok(ExitCode::SUCCESS)
}

/// Measures what is in `dist/` and fails if anything is over its budget.
pub(crate) fn measure() -> Result<()> {
    let budget = std::fs::read_to_string(paths::root().join("size-budget.toml")).context("size-budget.toml")?;
    let mut total = [0; 3];
    let mut over = Vec::new();
    println!("{:<8}{:>12}{:>12}{:>12}   of the budget", "", "raw", "gzip", "brotli");
    for kind in ["wasm", "js"] {
        let mut files = files(kind)?;
        files.retain(|file| !LATER.iter().any(|name| is_of(file, name)) && !is_frames(file) && !is_pages(file));
        let sizes = compressed(&files)?;
        report(kind, sizes, &budget, &mut over)?;
        for (sum, size) in total.iter_mut().zip(sizes) {
            *sum += size;
        }
    }
    report("total", total, &budget, &mut over)?;
    for name in LATER {
        let mut further = [files("wasm")?, files("js")?].concat();
        further.retain(|file| is_of(file, name));
        report(name, compressed(&further)?, &budget, &mut over)?;
    }
    let mut pages = [files("css")?, files("js")?].concat();
    pages.retain(|file| is_pages(file));
    report("page", compressed(&pages)?, &budget, &mut over)?;
    let mut frames = files("js")?;
    frames.retain(|file| is_frames(file));
    report("frame", compressed(&frames)?, &budget, &mut over)?;
    if over.is_empty() { Ok(()) } else { bail!("over the budget: {}", over.join(", ")) }
}

/// Whether a file belongs to this module, which a page fetches on demand.
fn is_of(file: &Path, module: &str) -> bool {
    let stem = file.file_stem().and_then(|name| name.to_str()).and_then(|name| name.strip_prefix("deal-explorer-"));
    stem.is_some_and(|name| name.strip_suffix("_bg").unwrap_or(name) == module)
}

/// Whether a file is only for the explorer in an iframe: the page in it, or the page around it.
fn is_frames(file: &Path) -> bool {
    file.file_name().is_some_and(|name| name == "frame.js" || name == "host.js")
}

/// Whether a file is only for the page that the project itself shows, and not for one that embeds the element.
fn is_pages(file: &Path) -> bool {
    file.file_stem().is_some_and(|name| name == "page")
}

/// The files of `dist/` that end so.
fn files(extension: &str) -> Result<Vec<PathBuf>> {
    let folder = std::fs::read_dir(paths::dist()).context("dist/ is missing; `cargo xtask build` makes it")?;
    let mut files: Vec<PathBuf> = folder.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == extension));
    files.sort();
    if files.is_empty() {
        bail!("dist/ holds no .{extension} file");
    }
    Ok(files)
}

/// Sum of the files' sizes: raw, gzip, brotli.
fn compressed(files: &[PathBuf]) -> Result<[u64; 3]> {
    let node = paths::program(&["node"]).context("node is missing; it does the compressing")?;
    let answer = run::answer(run::command(node).arg("-e").arg(SCRIPT).arg("--").args(files)).context("compressing")?;
    let mut sums = [0; 3];
    for line in answer.lines() {
        for (sum, size) in sums.iter_mut().zip(line.split_whitespace()) {
            *sum += size.parse::<u64>().context("compressing gave no number")?;
        }
    }
    Ok(sums)
}

fn report(kind: &str, sizes: [u64; 3], budget: &str, over: &mut Vec<String>) -> Result<()> {
    let mut shares = Vec::new();
    for (measure, size) in MEASURES.iter().zip(sizes) {
        let limit = limit(budget, kind, measure)?;
        shares.push(format!("{} %", size * 100 / limit.max(1)));
        if size > limit {
            over.push(format!("{kind} {measure} {size} > {limit}"));
        }
    }
    let [raw, gzip, brotli] = sizes;
    println!("{kind:<8}{raw:>12}{gzip:>12}{brotli:>12}   {}", shares.join(" · "));
    Ok(())
}

/// One number of the budget: `measure = number` under `[kind]`.
fn limit(budget: &str, kind: &str, measure: &str) -> Result<u64> {
    let section = budget.split("\n[").find_map(|part| part.trim_start_matches('[').strip_prefix(&format!("{kind}]")));
    let line = section.into_iter().flat_map(str::lines).find_map(|line| {
        let (name, value) = line.split_once('=')?;
        (name.trim() == measure).then(|| value.split('#').next().unwrap_or_default().trim().replace('_', ""))
    });
    let value = line.with_context(|| format!("size-budget.toml has no {measure} for [{kind}]"))?;
    value.parse().with_context(|| format!("size-budget.toml: {measure} of [{kind}] is no number"))
}

#[cfg(test)]
mod tests {
    use super::limit;

    #[test]
    fn the_budget_is_read_by_section() {
        let budget = "# why\n[wasm]\nraw = 450_000 # after wasm-opt\n\n[js]\nraw = 7\n";
        assert_eq!(limit(budget, "wasm", "raw").ok(), Some(450_000));
        assert_eq!(limit(budget, "js", "raw").ok(), Some(7));
        assert!(limit(budget, "js", "gzip").is_err());
        assert!(limit(budget, "css", "raw").is_err());
    }
}
