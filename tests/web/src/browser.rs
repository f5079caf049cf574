//! Which browser the tests run in, and how a session in it is started.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::time::Duration;
use thirtyfour::{Capabilities, WebDriver};

/// The three engines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Blink, driven by chromedriver.
    Chromium,
    /// Gecko, driven by geckodriver.
    Firefox,
    /// `WebKitGTK`, driven by its own driver under a virtual display.
    Webkit,
}

impl Engine {
    /// The engine that `cargo xtask` has started a driver for.
    ///
    /// # Errors
    /// Where the tests are not run through `cargo xtask`.
    pub fn named() -> Result<Self> {
        match setting("WEB_TEST_BROWSER")?.as_str() {
            "chromium" => Ok(Self::Chromium),
            "firefox" => Ok(Self::Firefox),
            "webkit" => Ok(Self::Webkit),
            other => bail!("WEB_TEST_BROWSER is {other}; it may be chromium, firefox or webkit"),
        }
    }

    fn capabilities(self) -> Result<Capabilities> {
        let binary = setting("WEB_TEST_BINARY")?;
        let mut all = json!({ "acceptInsecureCerts": false });
        let (key, options) = match self {
            Self::Chromium => ("goog:chromeOptions", json!({ "binary": binary, "args": CHROMIUM_FLAGS })),
            Self::Firefox => {
                ("moz:firefoxOptions", json!({ "binary": binary, "args": ["-headless"], "prefs": firefox_prefs() }))
            }
            Self::Webkit => ("webkitgtk:browserOptions", json!({ "binary": binary, "args": ["--automation"] })),
        };
        if let Value::Object(map) = &mut all {
            map.insert(key.to_owned(), options);
            return Ok(Capabilities::from(std::mem::take(map)));
        }
        bail!("capabilities are no object")
    }
}

/// No window, no sandbox (root has none), nothing sent to the network, and the same picture on every machine.
const CHROMIUM_FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-device-scale-factor=1",
    "--lang=en-US",
];

/// Firefox sends nothing either, and is light until it is told otherwise.
fn firefox_prefs() -> Value {
    json!({
        "layout.css.prefers-color-scheme.content-override": 1,
        "intl.accept_languages": "en-US",
        "datareporting.policy.dataSubmissionEnabled": false,
        "app.normandy.enabled": false,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
    })
}

/// Starts a session.
pub(crate) async fn start(engine: Engine) -> Result<WebDriver> {
    start_patient(engine, Duration::from_mins(1), Duration::from_secs(30), Duration::from_secs(30)).await
}

/// Starts a session in which an answer, a script and a page may take that long.
pub(crate) async fn start_patient(
    engine: Engine,
    answer: Duration,
    script: Duration,
    page: Duration,
) -> Result<WebDriver> {
    let driver = WebDriver::builder(setting("WEB_TEST_DRIVER")?, engine.capabilities()?)
        .request_timeout(answer)
        .connect()
        .await
        .with_context(|| format!("{engine:?} does not start"))?;
    driver.set_script_timeout(script).await?;
    driver.set_page_load_timeout(page).await?;
    Ok(driver)
}

/// A setting from `cargo xtask`.
pub(crate) fn setting(name: &str) -> Result<String> {
    std::env::var(name).with_context(|| format!("{name} is not set: run these tests with `cargo xtask e2e`"))
}
