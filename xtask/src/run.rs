//! Running other programs: quietly into a log, aloud, or for their answer.

use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

/// A command at the repository's root.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(crate::paths::root());
    command
}

/// Cargo, the one that runs us.
pub(crate) fn cargo() -> Command {
    let mut cargo = command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // What cargo tells about *this* crate would only mislead a build of another one.
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("CARGO_PKG_") || name == "CARGO_MANIFEST_DIR" {
            cargo.env_remove(name);
        }
    }
    cargo
}

/// What the command prints, or nothing if it cannot run or fails.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The command as a person would type it.
pub(crate) fn words(command: &Command) -> String {
    let program = Path::new(command.get_program());
    std::iter::once(program.file_stem().unwrap_or(program.as_os_str()))
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Runs a command with its output going to the terminal, and fails if it fails.
pub(crate) fn aloud(command: &mut Command) -> Result<()> {
    let words = words(command);
    let status = command.status().with_context(|| format!("cannot run `{words}`"))?;
    if !status.success() {
        bail!("`{words}` failed ({status})");
    }
    Ok(())
}

/// Runs a command with all its output going to a log file; each line is shown to `each`.
///
/// A failure is told with the log's last lines and the command, so that it can be tried by hand.
pub(crate) fn logged(command: &mut Command, log: &Path, mut each: impl FnMut(&str)) -> Result<()> {
    let words = words(command);
    if let Some(folder) = log.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut file = File::create(log).with_context(|| format!("cannot write {}", log.display()))?;
    let (reader, writer) = std::io::pipe()?;
    command.stdin(Stdio::null()).stdout(writer.try_clone()?).stderr(writer);
    let mut child = command.spawn().with_context(|| format!("cannot run `{words}`"))?;
    // Our own copies of the pipe's end must go, or reading never ends.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut last = std::collections::VecDeque::new();
    for line in BufReader::new(reader).lines() {
        let line = line?;
        writeln!(file, "{line}")?;
        each(&line);
        last.push_back(line);
        if last.len() > 25 {
            last.pop_front();
        }
    }
    let status = child.wait()?;
    if !status.success() {
        let last = last.make_contiguous().join("\n    ");
        bail!("`{words}` failed ({status}); its last lines:\n    {last}\n  all of it: {}", log.display());
    }
    Ok(())
}
