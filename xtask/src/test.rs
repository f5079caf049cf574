//! `cargo xtask test`: everything, in every browser that is here. The last line is the sum.
//!
//! A stage that fails does not stop the others, so one run tells all that is wrong.

pub(crate) mod browsers;
mod drivers;
mod package;

use crate::setup::{self, Kind, Need};
use crate::tally::Tally;
use crate::{bench, build, check, size};
use anyhow::{Result, bail};
use browsers::Site;
use std::process::ExitCode;
use std::time::Instant;

/// The command.
pub(crate) fn run(arguments: &[String]) -> Result<ExitCode> {
    if let Some(other) = arguments.first() {
        bail!("`test` takes no arguments, so not {other}; for one browser there is `cargo xtask e2e`");
    }
    let start = Instant::now();
    let mut tally = Tally::default();
    tally.check("tools and browsers", || setup::ready(Need::Test));
    check::stages(&mut tally);
    let built = tally.check("build", || build::build(Need::Release));
    if built {
        tally.check("size", size::measure);
        package::stages(&mut tally);
    }
    let site = Site::start()?;
    for kind in Kind::ALL {
        let name = kind.name();
        match kind.find() {
            Ok(browser) => {
                browsers::unit_tests(&browser, &mut tally);
                // Without a build there is nothing to open, or worse, an old one.
                if built {
                    browsers::end_to_end(&browser, &site, None, &mut tally);
                }
            }
            // WebKitGTK is not to be had everywhere; the other two are.
            Err(error) if kind == Kind::Webkit => tally.skip(&format!("tests in {name}"), &error.to_string()),
            Err(error) => {
                tally.check(&format!("tests in {name}"), || Err(error));
            }
        }
    }
    println!("\nAll of it took {}.", crate::say::since(start));
    Ok(tally.close())
}

/// `cargo xtask e2e [browser] [filter]`: builds, then only the end-to-end tests, in one browser or in all.
pub(crate) fn end_to_end(arguments: &[String]) -> Result<ExitCode> {
    let named = arguments.first().and_then(|name| Kind::ALL.into_iter().find(|kind| kind.name() == name));
    let filter = arguments.get(usize::from(named.is_some())).map(String::as_str);
    build::build(Need::Test)?;
    let site = Site::start()?;
    let mut tally = Tally::default();
    // They take some seconds, which somebody who is at another test need not wait.
    if filter.is_none_or(|filter| filter.contains("frameworks")) {
        package::for_browsers(&mut tally);
    }
    for kind in Kind::ALL.into_iter().filter(|kind| named.is_none_or(|named| named == *kind)) {
        browsers::end_to_end(&kind.find()?, &site, filter, &mut tally);
    }
    Ok(tally.close())
}

/// `cargo xtask package test`: builds, then only the stages of the package.
pub(crate) fn package() -> Result<ExitCode> {
    build::build(Need::Test)?;
    let mut tally = Tally::default();
    package::stages(&mut tally);
    Ok(tally.close())
}

/// `cargo xtask shots`: builds, then pictures of every view into `target/shots/`; `shots large`, of the largest document
/// as it is opened, searched and looked through, `shots large 10000` of a smaller one.
pub(crate) fn shots(arguments: &[String]) -> Result<ExitCode> {
    if let [large, size @ ..] = arguments
        && large == "large"
    {
        return bench::sequence(size.first().map(String::as_str)).map(|()| ExitCode::SUCCESS);
    }
    build::build(Need::Test)?;
    browsers::shots(&Kind::Chromium.find()?, &Site::start()?, arguments)?;
    Ok(ExitCode::SUCCESS)
}
