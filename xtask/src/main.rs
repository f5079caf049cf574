//! Every command a person needs to work on this repository: `cargo xtask <command>`.
//!
//! One file a command. Nothing here reaches a reader's page; it only builds, serves, measures and tests it.

mod build;
mod paths;
mod pins;
mod run;
mod say;
mod setup;

use anyhow::{Result, bail};
use std::process::ExitCode;

/// A command: its name, what it takes, one line on what it does, and the function that does it.
struct Command {
    name: &'static str,
    takes: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Result<ExitCode>,
}

const COMMANDS: &[Command] = &[Command {
    name: "setup",
    takes: "[build|test]",
    about: "install the pinned tools that are missing",
    run: setup::run,
}];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<ExitCode> {
    let Some((name, rest)) = arguments.split_first() else { return Ok(help()) };
    if ["help", "--help", "-h"].contains(&name.as_str()) {
        return Ok(help());
    }
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        help();
        bail!("there is no command `{name}`");
    };
    (command.run)(rest)
}

/// Lists the commands, each with one line.
fn help() -> ExitCode {
    println!("cargo xtask <command>\n");
    for Command { name, takes, about, .. } in COMMANDS {
        println!("  {:<34} {about}", format!("{name} {takes}"));
    }
    println!("\nEach command installs first what it needs and does not find.");
    ExitCode::SUCCESS
}
