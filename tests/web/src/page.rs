//! A page in the browser, and what a reader does on it.

use crate::browser::Engine;
use crate::look::Theme;
use anyhow::{Context, Result};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::cell::Cell;
use std::time::{Duration, Instant};
use thirtyfour::WebDriver;

/// How long to wait for something that has to appear.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

/// Whether every explorer of the page is ready, and has drawn what it has to draw.
pub(crate) const READY: &str = "const all = [...document.querySelectorAll('deal-explorer')]; \
                                const there = (one) => one.hasAttribute('data-ready') && !one.shadowRoot?.querySelector('.pen .status'); \
                                return all.length > 0 && all.every(there)";

/// Names that every script here may use: the first explorer of the page and its shadow root.
const PRELUDE: &str = "const host = document.querySelector('deal-explorer'); const root = host && host.shadowRoot; ";

/// The open page.
pub struct Page {
    driver: WebDriver,
    engine: Engine,
    base: String,
    /// Width and height of the frame that pages are shown in, if the window cannot be that narrow.
    frame: Cell<Option<(u32, u32)>>,
    /// What the browser was last made to: turning it takes time, in Firefox half a second.
    pub(crate) size: Cell<(u32, u32)>,
    pub(crate) theme: Cell<Option<Theme>>,
}

impl Page {
    pub(crate) fn new(driver: WebDriver, engine: Engine, base: String) -> Self {
        Self { driver, engine, base, frame: Cell::new(None), size: Cell::default(), theme: Cell::default() }
    }

    /// The `WebDriver` session, for what has no helper here.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Which browser this is.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The origin that everything must come from.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Opens a path of the served site (`""` is the page itself, `"#…"` a link into it) and waits until every explorer
    /// on it is ready.
    ///
    /// # Errors
    /// If the page does not open or an explorer does not get ready.
    pub async fn open(&self, path: &str) -> Result<()> {
        self.visit(path).await?;
        if !self.until(READY).await? {
            let troubles = self.troubles().await?.join("\n");
            anyhow::bail!("the explorer is not ready after {} s\n{troubles}", PATIENCE.as_secs());
        }
        Ok(())
    }

    /// Opens a path without waiting for the explorer.
    ///
    /// # Errors
    /// If the page does not open.
    pub async fn visit(&self, path: &str) -> Result<()> {
        self.show(&format!("{}/{path}", self.base)).await
    }

    /// Shows this address, in the frame if there has to be one.
    pub(crate) async fn show(&self, address: &str) -> Result<()> {
        self.driver.enter_default_frame().await?;
        // Through an empty page: an address that differs only after the `#` would not load anew.
        self.driver.goto("about:blank").await?;
        let Some((width, height)) = self.frame.get() else {
            return self.driver.goto(address).await.with_context(|| format!("opening {address}"));
        };
        self.driver.goto(format!("{}/__frame", self.base)).await?;
        let script = "const [address, width, height, done] = arguments; const frame = document.querySelector('iframe'); \
                      frame.onload = () => done(true); frame.width = width; frame.height = height; frame.src = address";
        self.driver.execute_async(script, vec![json!(address), json!(width), json!(height)]).await?;
        Ok(self.driver.enter_frame(0).await?)
    }

    /// From the next page on, shows pages in a frame of this size, or without one.
    pub(crate) fn set_frame(&self, size: Option<(u32, u32)>) {
        self.frame.set(size);
    }

    /// Runs a script in the page and gives what it returns. `host` is the first explorer, `root` its shadow root,
    /// `arguments` the given values.
    ///
    /// # Errors
    /// If the script throws, or returns something else.
    pub async fn ask<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> Result<T> {
        let answer = self.driver.execute(format!("{PRELUDE}{script}"), arguments).await;
        answer.with_context(|| format!("asking the page: {script}"))?.convert().context("an unexpected answer")
    }

    /// As [`ask`](Self::ask), for a script that may `await`. `pause()` waits for a task, `come(so)` until something
    /// is so, in the very task in which it comes to be so, `bring(src)` until a module has run in the page.
    ///
    /// # Errors
    /// If the script throws, or returns something else.
    pub async fn follow<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> Result<T> {
        let script = format!(
            "const done = arguments[arguments.length - 1]; {PRELUDE}\
             const pause = () => new Promise((on) => setTimeout(on)); \
             const change = () => new Promise((on) => {{ const eye = new MutationObserver(() => {{ eye.disconnect(); on(); }}); \
                eye.observe(root ?? document, {{ subtree: true, childList: true, attributes: true, characterData: true }}); \
                setTimeout(() => {{ eye.disconnect(); on(); }}, 10); }}); \
             const come = async (so) => {{ for (const end = performance.now() + 8000; !so() && performance.now() < end;) await change(); \
                if (!so()) throw new Error('it does not come: ' + so); }}; \
             const bring = (src) => new Promise((onload, onerror) => document.head.append( \
                Object.assign(document.createElement('script'), {{ type: 'module', src, onload, onerror }}))); \
             (async (...given) => {{ {script} }})(...[...arguments].slice(0, -1)) \
                .then((answer) => done({{ answer: answer ?? null }}), (error) => done({{ error: String(error) }}))"
        );
        let answer = self.driver.execute_async(&script, arguments).await?;
        let error = answer.json().get("error").map(Value::to_string);
        anyhow::ensure!(error.is_none(), "the page says: {}", error.unwrap_or_default());
        let answer = answer.json().get("answer").cloned().unwrap_or_default();
        serde_json::from_value(answer).context("an unexpected answer")
    }

    /// Waits until a script returns true; gives whether it did in time.
    ///
    /// # Errors
    /// If the script throws.
    pub async fn until(&self, script: &str) -> Result<bool> {
        let start = Instant::now();
        while !self.ask::<bool>(script, Vec::new()).await? {
            if start.elapsed() > PATIENCE {
                return Ok(false);
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
        Ok(true)
    }

    /// Counts from now on the entries that scripts make in the history. Its length says nothing: it ends at 50.
    ///
    /// # Errors
    /// If the script throws.
    pub async fn count_entries(&self) -> Result<()> {
        let script = "window.__entries = 0; const push = history.pushState; \
                      history.pushState = function (...all) { window.__entries++; return push.apply(this, all); }";
        self.ask(script, Vec::new()).await
    }

    /// How many entries were made since.
    ///
    /// # Errors
    /// If nothing was counted.
    pub async fn entries(&self) -> Result<usize> {
        self.ask("return window.__entries", Vec::new()).await
    }
}
