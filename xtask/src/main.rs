//! Every command a person needs to work on this repository: `cargo xtask <command>`.
//!
//! One file a command. Nothing here reaches a reader's page; it only builds, serves, measures and tests it.

mod bench;
mod build;
mod check;
mod deal;
mod mutate;
mod package;
mod paths;
mod pins;
mod run;
mod say;
mod schema;
mod serve;
mod server;
mod setup;
mod size;
mod tally;
mod test;

use anyhow::{Result, bail};
use std::process::ExitCode;

/// A command: its name, what it takes, one line on what it does, and the function that does it.
struct Command {
    name: &'static str,
    takes: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Result<ExitCode>,
}

const COMMANDS: &[Command] = &[
    command("serve", "[--open] [--port N]", "build the page and serve it on this machine", serve::run),
    command("test", "", "everything: checks, build, size, and the tests in every browser", test::run),
    command("check", "", "the quick half: format, lints, native tests, the README's promises", check::run),
    command("build", "", "the page in dist/, as it is released", build::run),
    command("package", "[test]", "the element as npm takes it, in target/package/, or its tests", package::run),
    command("evidence", "--article FILE [--deal FILE]", "a deal held against its article's text", deal::evidence),
    command("schema", "", "the JSON Schema of a deal, and its types for TypeScript", schema::run),
    command("prerender", "[FILE] [--into [PAGE]]", "a deal as HTML for reading without scripts", deal::prerender),
    command("oembed", "--base ADDRESS [FILE]", "a deal's own page for an iframe, and its oEmbed answer", deal::oembed),
    command("generate", "--actors N --conditions M …", "a sound document of any size, to try out", deal::generate),
    command("size", "", "what a reader loads, against size-budget.toml", size::run),
    command("e2e", "[browser] [filter]", "only the end-to-end tests: chromium, firefox, webkit", test::end_to_end),
    command("bench", "[widget|layered] [sizes]", "the page against a plain list, the drawing against dot", bench::run),
    command("shots", "[filter]", "pictures of every view in three widths, light and dark; or `large`", test::shots),
    command("mutate", "[words]", "deliberate errors in the rules of what-if: do the tests notice each?", mutate::run),
    command("setup", "[build|test]", "install the pinned tools that are missing", setup::run),
];

const fn command(
    name: &'static str,
    takes: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Result<ExitCode>,
) -> Command {
    Command { name, takes, about, run }
}

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
        println!("  {:<44} {about}", format!("{name} {takes}"));
    }
    println!("\nEach command installs first what it needs and does not find.");
    ExitCode::SUCCESS
}
