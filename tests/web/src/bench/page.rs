//! Benchmarks: a page that measures by itself, and says when it is done.

use crate::browser::{self, Engine, setting};
use anyhow::Result;
use serde_json::Value;
use std::path::Path;
use std::time::Duration;

/// What the page has said so far, and its results once it is done.
const SAID: &str = "return [document.querySelector('pre').textContent, window.benchmark ?? null]";

/// Opens a benchmark's page, prints what it says as it says it, and writes its results into a file.
///
/// # Errors
/// If the browser or the page fails, or the file cannot be written.
pub fn page(path: &str, into: &Path) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let driver = browser::start(Engine::named()?).await?;
        driver.goto(format!("{}/{path}", setting("WEB_TEST_BASE")?)).await?;
        let mut printed = 0;
        let results = loop {
            tokio::time::sleep(Duration::from_millis(500)).await;
            let answer = driver.execute(SAID, Vec::new()).await?;
            let (said, results): (String, Option<String>) =
                serde_json::from_value::<(String, Option<String>)>(answer.json().clone())?;
            for line in said.lines().skip(printed) {
                println!("{line}");
                printed += 1;
            }
            if let Some(results) = results {
                break results;
            }
        };
        driver.quit().await?;
        let _: Value = serde_json::from_str(&results)?;
        Ok(std::fs::write(into, results)?)
    })
}
