//! The stages that need a browser.

use super::drivers::{DISPLAY, Driver};
use crate::pins::WASM_TARGET;
use crate::server::{self, Manner, Mount};
use crate::setup::{self, Browser, Kind};
use crate::tally::{Tally, counted};
use crate::{paths, run};
use anyhow::Result;
use std::ffi::OsString;
use std::fmt::Write;
use std::process::Command;

/// What keeps Chromium without a window, without a sandbox (root has none) and off the network.
const CHROMIUM_FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// The served page, for the time of the tests.
pub(crate) struct Site {
    base: String,
}

impl Site {
    /// Serves `dist/` strictly at the root and deep down under another path, carelessly under `/plain/`, and without its
    /// module under `/broken/`; beside it the gallery, what is built with
    /// the package, the package itself, the tests' own deals, and a stand-in for testing the tests.
    pub(super) fn start() -> Result<Self> {
        let mount = |prefix, folder, manner| Mount { prefix, folder, manner };
        let mounts = vec![
            mount("/some/deep/path/", paths::dist(), Manner::Strict),
            mount("/plain/", paths::dist(), Manner::Careless),
            mount("/broken/", paths::dist(), Manner::Broken),
            mount("/fixture/", paths::root().join("tests/web/fixture"), Manner::Strict),
            mount("/deals/", paths::root().join("tests/deals"), Manner::Strict),
            mount("/gallery/", paths::root().join("gallery"), Manner::Strict),
            mount("/frameworks/", paths::frameworks().join("dist"), Manner::Strict),
            mount("/package/", paths::target().join("package"), Manner::Strict),
            mount("/", paths::dist(), Manner::Strict),
        ];
        let watch = Some(paths::root().join("tests/web/watch.js"));
        let port = server::start(server::Site { mounts, watch }, 0)?;
        Ok(Self::at(port))
    }

    /// What is served at this port already.
    pub(crate) fn at(port: u16) -> Self {
        Self { base: format!("http://127.0.0.1:{port}") }
    }
}

/// The explorer's tests that run inside the browser itself.
pub(super) fn unit_tests(browser: &Browser, tally: &mut Tally) {
    let name = format!("unit tests in {}", browser.kind.name());
    if !paths::browser_tests() {
        tally.check(&name, || anyhow::bail!("there is no tests/browser.rs"));
        return;
    }
    match unit_test_command(browser) {
        Ok(mut command) => {
            tally.cases(&name, &mut command);
        }
        Err(error) => {
            tally.check(&name, || Err(error));
        }
    }
}

fn unit_test_command(browser: &Browser) -> Result<Command> {
    let mut command = match browser.kind {
        Kind::Chromium | Kind::Firefox => run::cargo(),
        Kind::Webkit => {
            let [xvfb, options @ ..] = DISPLAY;
            let mut command = run::command(xvfb);
            command.args(options).arg(run::cargo().get_program());
            command
        }
    };
    command.args(["test", "--target", WASM_TARGET, "--test", "browser"]);
    // The runner takes the first browser that one of these names.
    for name in ["CHROMEDRIVER", "GECKODRIVER", "SAFARIDRIVER"] {
        command.env_remove(name);
    }
    let driver = match browser.kind {
        Kind::Chromium => "CHROMEDRIVER",
        Kind::Firefox => "GECKODRIVER",
        Kind::Webkit => "SAFARIDRIVER",
    };
    let file = paths::own_tools().join(format!("webdriver-{}.json", browser.kind.name()));
    std::fs::create_dir_all(paths::own_tools())?;
    std::fs::write(&file, capabilities(browser)?)?;
    command.env(driver, &browser.driver).env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", file).env("PATH", setup::path()?);
    command.env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    Ok(command)
}

/// How the runner is to start the browser.
fn capabilities(browser: &Browser) -> Result<String> {
    let (key, arguments) = match browser.kind {
        Kind::Chromium => ("goog:chromeOptions", CHROMIUM_FLAGS),
        Kind::Firefox => ("moz:firefoxOptions", &["-headless"] as &[&str]),
        Kind::Webkit => ("webkitgtk:browserOptions", &["--automation"] as &[&str]),
    };
    let mut list = String::new();
    for argument in arguments {
        let comma = if list.is_empty() { "" } else { ", " };
        write!(list, "{comma}{argument:?}")?;
    }
    let binary = browser.binary.to_string_lossy();
    Ok(format!("{{\"{key}\": {{\"binary\": {binary:?}, \"args\": [{list}]}}}}"))
}

/// The tests that use the page as a reader does.
pub(super) fn end_to_end(browser: &Browser, site: &Site, filter: Option<&str>, tally: &mut Tally) {
    let name = format!("end to end in {}", browser.kind.name());
    // WebKitGTK's driver loses clicks while a page scrolls: there, only the page itself is tested as a whole.
    let filter = filter.or((browser.kind == Kind::Webkit).then_some("page::"));
    tally.cases_tried_twice(&name, |only| {
        // A second try has a driver of its own: the first one may be what failed.
        let driver = Driver::start(browser)?;
        let mut cargo = run::cargo();
        cargo.args(["test", "--package", "web-tests", "--test", "e2e", "--"]);
        match only {
            Some(test) => cargo.args(["--exact", test]),
            None => cargo.args(filter),
        };
        counted(told(&mut cargo, browser, site, &driver))
    });
}

/// Pictures of the views.
pub(super) fn shots(browser: &Browser, site: &Site, arguments: &[String]) -> Result<()> {
    let driver = Driver::start(browser)?;
    let mut cargo = run::cargo();
    cargo.args(["run", "--quiet", "--package", "web-tests", "--bin", "shots", "--"]).args(arguments);
    run::aloud(told(&mut cargo, browser, site, &driver))
}

/// A benchmark: what it is called, and what it takes.
pub(crate) fn bench(browser: &Browser, site: &Site, arguments: &[OsString]) -> Result<()> {
    let driver = Driver::start(browser)?;
    let mut cargo = run::cargo();
    cargo.args(["run", "--quiet", "--package", "web-tests", "--bin", "bench", "--"]).args(arguments);
    run::aloud(told(&mut cargo, browser, site, &driver))
}

/// Tells the tests which browser they have, where its driver is, and where the page is.
fn told<'a>(cargo: &'a mut Command, browser: &Browser, site: &Site, driver: &Driver) -> &'a mut Command {
    cargo
        .env("WEB_TEST_BROWSER", browser.kind.name())
        .env("WEB_TEST_BINARY", &browser.binary)
        .env("WEB_TEST_DRIVER", &driver.address)
        .env("WEB_TEST_BASE", &site.base)
        .env("WEB_TEST_SHOTS", paths::target().join("shots"))
        // The error says what is not so; where in the harness it came from helps nobody.
        .env("RUST_LIB_BACKTRACE", "0")
}
