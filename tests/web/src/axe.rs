//! The accessibility audit: axe-core, with every rule it has.

use crate::page::Page;
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::Value;
use std::fmt::Write;
use std::path::Path;

/// Where npm has put it.
const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../node_modules/axe-core/axe.min.js");

/// One rule that is broken.
#[derive(Deserialize)]
struct Violation {
    id: String,
    help: String,
    nodes: Vec<Node>,
}

/// One element that breaks it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Node {
    /// CSS from the document down; inside a shadow root, a list of lists.
    target: Value,
    html: String,
    failure_summary: Option<String>,
}

impl Page {
    /// Audits the whole page as it is now, open shadow roots too. Nothing is left out.
    ///
    /// # Errors
    /// Every violation, with its elements.
    pub async fn accessible(&self) -> Result<()> {
        let axe = std::fs::read_to_string(Path::new(AXE)).context("axe-core is missing: `cargo xtask setup`")?;
        self.driver().execute(axe, Vec::new()).await.context("axe-core does not start")?;
        let script = "const done = arguments[arguments.length - 1]; \
            axe.run(document, { resultTypes: ['violations'] }) \
                .then((all) => done({ violations: all.violations }), (error) => done({ error: String(error) }))";
        let answer = self.driver().execute_async(script, Vec::new()).await?;
        if let Some(error) = answer.json().get("error") {
            bail!("axe-core stopped: {error}");
        }
        let violations: Vec<Violation> =
            serde_json::from_value(answer.json().get("violations").cloned().context("axe-core says nothing")?)?;
        if violations.is_empty() { Ok(()) } else { bail!("{}", told(&violations)?) }
    }
}

/// The violations, for a person to read.
fn told(violations: &[Violation]) -> Result<String> {
    let mut text = format!("{} accessibility rules are broken:", violations.len());
    for Violation { id, help, nodes } in violations {
        write!(text, "\n  {id}: {help}")?;
        for Node { target, html, failure_summary } in nodes {
            let why = failure_summary.as_deref().unwrap_or_default().replace('\n', "\n        ");
            write!(text, "\n    {target}\n      {html}\n      {why}")?;
        }
    }
    Ok(text)
}
