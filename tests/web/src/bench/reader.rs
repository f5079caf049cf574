//! A reader in a fresh browser: each run has one of its own, so nothing is warm.

use crate::browser::{self, Engine, setting};
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use std::time::{Duration, Instant};
use thirtyfour::WebDriver;

/// Put into every page before its own scripts.
const MEASURE: &str = include_str!("../../../../tools/bench/widget/measure.js");

/// How long one thing may take before it is ended.
pub(super) const LONGEST: Duration = Duration::from_secs(20);
/// How long a document may take to open.
pub(super) const LONGEST_LOAD: Duration = Duration::from_secs(40);

/// Numbers by their names.
pub(super) type Numbers = Map<String, Value>;

pub(super) struct Reader {
    driver: WebDriver,
    base: String,
    /// When the page was asked for.
    pub(super) asked: Instant,
}

impl Reader {
    /// Starts a browser and opens a page in it.
    pub(super) async fn open(path: &str) -> Result<Self> {
        let driver = browser::start_patient(Engine::named()?, LONGEST_LOAD * 3, LONGEST, LONGEST_LOAD).await?;
        let mut reader = Self { driver, base: setting("WEB_TEST_BASE")?, asked: Instant::now() };
        reader.command("Page.enable", json!({})).await?;
        reader.command("Performance.enable", json!({})).await?;
        reader.command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": MEASURE })).await?;
        let look = json!({ "width": 1280, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        reader.command("Emulation.setDeviceMetricsOverride", look).await?;
        reader.asked = Instant::now();
        reader.driver.goto(format!("{}{path}", reader.base)).await.context("opening the page")?;
        Ok(reader)
    }

    /// What the page tells of its loading.
    pub(super) async fn load(&self, call: &str) -> Result<Numbers> {
        self.driver.set_script_timeout(LONGEST_LOAD).await?;
        let told = self.ask(call).await?;
        self.driver.set_script_timeout(LONGEST).await?;
        numbers(told)
    }

    /// Calls a function of `measure.js` and waits for what it gives.
    pub(super) async fn ask(&self, call: &str) -> Result<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1]; Promise.resolve().then(() => window.__bench.{call}) \
             .then((answer) => done({{ answer: answer ?? null }}), (error) => done({{ error: String(error) }}))"
        );
        let answer = self.driver.execute_async(script, Vec::new()).await?;
        if let Some(error) = answer.json().get("error") {
            anyhow::bail!("{call}: {error}");
        }
        Ok(answer.json().get("answer").cloned().unwrap_or_default())
    }

    /// Does something and follows it; with the work of the main thread in ms, that of all that came of it.
    pub(super) async fn act(&self, call: &str) -> Result<Numbers> {
        let before = self.metric("TaskDuration").await?;
        let mut told = numbers(self.ask(call).await?)?;
        told.insert("work".to_owned(), json!((self.metric("TaskDuration").await? - before) * 1e3));
        Ok(told)
    }

    /// Presses a letter's key, as a keyboard does.
    pub(super) async fn key(&self, letter: char) -> Result<Numbers> {
        let before = self.metric("TaskDuration").await?;
        self.ask("arm()").await?;
        let text = letter.to_string();
        self.command("Input.dispatchKeyEvent", json!({ "type": "keyDown", "key": text, "text": text })).await?;
        self.command("Input.dispatchKeyEvent", json!({ "type": "keyUp", "key": text })).await?;
        let mut told = numbers(self.ask("armed()").await?)?;
        told.insert("work".to_owned(), json!((self.metric("TaskDuration").await? - before) * 1e3));
        Ok(told)
    }

    /// Memory in MB after all rubbish is collected: what scripts hold, and what the module has taken.
    pub(super) async fn memory(&self) -> Result<Numbers> {
        self.command("HeapProfiler.collectGarbage", json!({})).await?;
        let heap = self.metric("JSHeapUsedSize").await? / 1e6;
        let wasm = self.ask("wasm()").await?;
        let sum = heap + wasm.as_f64().unwrap_or_default();
        numbers(json!({ "heap": heap, "wasm": wasm, "sum": sum }))
    }

    /// A picture of what is in view.
    pub(super) async fn picture(&self) -> Result<Vec<u8>> {
        Ok(self.driver.screenshot_as_png().await?)
    }

    /// Ends the browser; one that hangs is ended with its driver.
    pub(super) async fn end(self) {
        let _ = tokio::time::timeout(LONGEST, self.driver.quit()).await;
    }

    async fn metric(&self, name: &str) -> Result<f64> {
        let told = self.command("Performance.getMetrics", json!({})).await?;
        let all = told.get("metrics").and_then(Value::as_array).into_iter().flatten();
        let mut one = all.filter(|one| one.get("name").and_then(Value::as_str) == Some(name));
        one.find_map(|one| one.get("value")?.as_f64()).with_context(|| format!("no metric {name}"))
    }

    async fn command(&self, name: &str, values: Value) -> Result<Value> {
        self.driver.cdp().send_raw(name, values).await.with_context(|| name.to_owned())
    }
}

fn numbers(value: Value) -> Result<Numbers> {
    match value {
        Value::Object(numbers) => Ok(numbers),
        other => anyhow::bail!("no numbers but {other}"),
    }
}
