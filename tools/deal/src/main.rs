//! What is done with a deal document outside the browser. `cargo xtask evidence` and `cargo xtask prerender` call it.

mod evidence;
mod paths;
mod prerender;

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
        _ => bail!("it is either `evidence` or `prerender`"),
    }
}
