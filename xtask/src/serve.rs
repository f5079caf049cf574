//! `cargo xtask serve`: builds the page and serves it, for looking at it.

use crate::server::{self, Manner, Mount, Site};
use crate::setup::Need;
use crate::{build, paths, run};
use anyhow::{Context, Result, bail};
use std::process::ExitCode;

/// The port unless another is asked for; the next free one is taken if it is in use.
const PORT: u16 = 8080;

/// The command.
pub(crate) fn run(arguments: &[String]) -> Result<ExitCode> {
    let (mut open, mut port) = (false, PORT);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--open" => open = true,
            "--port" => {
                port = rest.next().context("--port needs a number")?.parse().context("--port needs a number")?;
            }
            other => bail!("`serve` does not know {other}; it takes --open and --port N"),
        }
    }
    println!("The address comes in the last line, once the page is built.");
    build::build(Need::Build)?;
    let mount = |prefix, folder| Mount { prefix, folder, manner: Manner::Strict };
    let mounts = vec![
        mount("/gallery/", paths::root().join("gallery")),
        // What the gallery's pages show.
        mount("/deals/", paths::root().join("tests/deals")),
        mount("/", paths::dist()),
    ];
    let port = server::start(Site { mounts, watch: None }, port)?;
    let address = format!("http://127.0.0.1:{port}/");
    if open {
        open_browser(&address);
    }
    println!("Serving at {address} (Ctrl-C stops it)");
    loop {
        std::thread::park();
    }
}

/// Opens the person's browser; where that cannot be done, the printed address has to do.
fn open_browser(address: &str) {
    let mut command = if cfg!(target_os = "macos") {
        run::command("open")
    } else if cfg!(windows) {
        let mut shell = run::command("cmd");
        shell.args(["/C", "start", ""]);
        shell
    } else {
        run::command("xdg-open")
    };
    if command.arg(address).spawn().is_err() {
        println!("No browser could be opened from here.");
    }
}
