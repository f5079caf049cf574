//! What is done outside the browser: with a deal document, by `cargo xtask evidence`, `prerender`, `oembed`, `generate`
//! and `schema`; and with the page, when Trunk has built it.

mod divide;
mod evidence;
mod generate;
mod oembed;
mod paths;
mod prerender;
mod trim;
mod types;

use anyhow::{Result, bail};
use std::process::ExitCode;

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
    match arguments.split_first() {
        Some((name, rest)) if name == "evidence" => evidence::run(rest),
        Some((name, rest)) if name == "prerender" => prerender::run(rest),
        Some((name, rest)) if name == "oembed" => oembed::run(rest),
        Some((name, rest)) if name == "generate" => generate::run(rest),
        Some((name, rest)) if name == "trim" => trim::run(rest),
        Some((name, rest)) if name == "types" => types::run(rest),
        _ => bail!("it is `evidence`, `prerender`, `oembed`, `generate`, `trim` or `types`"),
    }
}
