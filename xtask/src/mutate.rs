//! `cargo xtask mutate`: whether the tests of "what if" would notice a mistake.
//!
//! A mutation check (`DeMillo`, Lipton, Sayward, "Hints on test data selection", Computer 11(4), 1978): deliberate errors
//! are put into a copy of the sources one at a time, and each must make a test fail. It takes minutes, so it is a command
//! of its own. An error that no longer fits the sources is a failure too: it must be written anew, not forgotten.

mod table;

use crate::{paths, run, say};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};
use table::{ERRORS, Error};

/// What the copy is made of: all that cargo needs to compile the pure rooms and their tests.
const COPIED: [&str; 16] = [
    "Cargo.toml",
    "Cargo.lock",
    "rust-toolchain.toml",
    "src",
    "seeds",
    "benches",
    "tests",
    "xtask",
    "tools",
    "faults",
    "drawing",
    "layered",
    "network",
    "plane",
    "styles",
    "embed",
];

/// A test that runs for longer hangs, and so has noticed the error.
const LONGEST: Duration = Duration::from_mins(2);

/// The command: all errors, or those whose name has these words in it.
pub(crate) fn run(arguments: &[String]) -> Result<ExitCode> {
    let filter = arguments.join(" ");
    let copy = paths::target().join("mutate").join("copy");
    fs::create_dir_all(&copy)?;
    for name in COPIED {
        mirror(&paths::root().join(name), &copy.join(name))?;
    }
    say::heading("without an error");
    if tested(&copy)? != Outcome::Passed {
        bail!("the tests do not pass as they are: `cargo test --no-default-features --test reason_agreement`");
    }
    let (mut caught, mut missed) = (0, Vec::new());
    for error in ERRORS.iter().filter(|error| error.name.contains(&filter)) {
        say::heading(error.name);
        let start = Instant::now();
        let outcome = with(&copy, error, || tested(&copy));
        let words = match outcome {
            Ok(Outcome::Failed) => "caught",
            Ok(Outcome::Hung) => "caught: it hangs",
            Ok(Outcome::Passed) => "NOT CAUGHT",
            Ok(Outcome::Uncompiled) => "NOT TRIED: it does not compile",
            Err(error) => &format!("NOT TRIED: {error:#}"),
        };
        println!("-- {words}, in {}", say::since(start));
        if words.starts_with("caught") { caught += 1 } else { missed.push((error.name, words.to_owned())) }
    }
    println!();
    for (name, words) in &missed {
        println!("{words}: {name}");
    }
    println!("{caught} caught, {} not", missed.len());
    Ok(if missed.is_empty() && caught > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Passed,
    Failed,
    Hung,
    Uncompiled,
}

/// Puts an error into the copy, and takes it out again whatever happens.
fn with<T>(copy: &Path, error: &Error, then: impl FnOnce() -> Result<T>) -> Result<T> {
    let path = copy.join(error.file);
    let whole = fs::read_to_string(&path).with_context(|| error.file.to_owned())?;
    fs::write(&path, error.put_into(&whole)?)?;
    let outcome = then();
    fs::write(&path, whole)?;
    outcome
}

/// Compiles and runs the tests of the copy.
fn tested(copy: &Path) -> Result<Outcome> {
    if !tests(copy).arg("--no-run").stderr(Stdio::null()).status()?.success() {
        return Ok(Outcome::Uncompiled);
    }
    // That test puts errors into the rules of the tests, and takes as long as all others together.
    let mut tests = tests(copy);
    tests.args(["--", "--skip", "a_mistake_in_any_rule"]).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = tests.spawn().context("cannot run cargo")?;
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(if status.success() { Outcome::Passed } else { Outcome::Failed });
        }
        if start.elapsed() > LONGEST {
            child.kill()?;
            child.wait()?;
            return Ok(Outcome::Hung);
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn tests(copy: &Path) -> Command {
    let mut cargo = run::cargo();
    cargo.current_dir(copy).env("CARGO_TARGET_DIR", copy.with_file_name("target"));
    // A failure is enough; nobody reads the smallest case of it. And the tests take longer than the compiler.
    cargo.env("PROPTEST_MAX_SHRINK_ITERS", "0").env("CARGO_PROFILE_DEV_OPT_LEVEL", "1");
    cargo.env("CARGO_PROFILE_DEV_DEBUG", "0");
    cargo.args(["test", "--quiet", "--package", "deal-explorer", "--no-default-features"]);
    cargo.args(["--test", "reason_agreement", "--test", "reason_built_in", "--test", "reason_effort"]);
    cargo
}

/// Copies what differs, so that cargo compiles no more than that, and removes what is no longer there.
fn mirror(from: &Path, to: &Path) -> Result<()> {
    if from.is_dir() {
        fs::create_dir_all(to)?;
        let names = |folder: &Path| -> Result<Vec<PathBuf>> {
            let entries = fs::read_dir(folder)?.map(|entry| Ok(PathBuf::from(entry?.file_name())));
            entries.filter(|name| !matches!(name, Ok(name) if name.as_os_str() == "node_modules")).collect()
        };
        for name in names(from)? {
            mirror(&from.join(&name), &to.join(&name))?;
        }
        for name in names(to)?.into_iter().filter(|name| !from.join(name).exists()) {
            let old = to.join(name);
            if old.is_dir() { fs::remove_dir_all(old)? } else { fs::remove_file(old)? }
        }
    } else {
        let bytes = fs::read(from).with_context(|| format!("cannot read {}", from.display()))?;
        if fs::read(to).ok().as_ref() != Some(&bytes) {
            fs::write(to, bytes)?;
        }
    }
    Ok(())
}
