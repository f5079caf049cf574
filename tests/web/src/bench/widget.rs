//! The explorer against its baseline, at every size, in turns: what a reader waits for, and what it takes.

use super::pages;
use super::reader::{Numbers, Reader};
use super::sizes::{self, Size};
use super::summary::{Sample, Samples, Who};
use super::table;
use anyhow::{Context, Result};
use serde_json::json;
use std::path::Path;

/// How often each is measured.
const RUNS: usize = 5;

/// The page that is released, with the built-in deal in words.
const RELEASED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../dist/index.html");

/// Measures these sizes, prints the table, and writes every number into `widget.json`.
///
/// # Errors
/// If no browser starts or a file cannot be written; that something took too long is no error.
pub fn widget(folder: &Path, names: &str) -> Result<()> {
    let sizes = sizes::named(names)?;
    let released = released()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut samples = Samples::default();
    for size in &sizes {
        pages::write(&folder.join("widget"), *size, &released)?;
        runtime.block_on(measure(*size, &mut samples));
        // What is measured is kept, whatever comes.
        let all =
            json!({ "sizes": sizes.iter().map(|size| size.label).collect::<Vec<_>>(), "samples": samples.json() });
        std::fs::write(folder.join("widget.json"), serde_json::to_string_pretty(&all)?)?;
    }
    println!("\n{}", table::written(&sizes, &samples));
    Ok(())
}

/// The page as it is released.
pub(super) fn released() -> Result<String> {
    std::fs::read_to_string(RELEASED).context("the page is not built")
}

async fn measure(size: Size, samples: &mut Samples) {
    for run in 1..=RUNS {
        for who in [Who::Still, Who::Ours, Who::Baseline] {
            // Where something took too long, the browser is lost: another one leaves it out. Each takes that time.
            while !samples.is_hopeless(size, who) {
                let outcome = one(size, who, samples).await;
                let Err((step, error)) = outcome else { break };
                let why = format!("{error:#}");
                // The driver tells its own insides as well.
                println!("{}: {step} of {who:?} was ended: {}", size.label, why.lines().next().unwrap_or_default());
                samples.end(size, who, &step);
            }
        }
        println!("{}: run {run} of {RUNS} is done", size.label);
    }
}

/// One run in one browser. On failure, what failed.
async fn one(size: Size, who: Who, samples: &mut Samples) -> Result<(), (String, anyhow::Error)> {
    let reader = Reader::open(&pages::path(size, who)).await.map_err(|error| ("load".to_owned(), error))?;
    let mut run = Run { reader: &reader, size, who, samples };
    let outcome = run.all().await;
    reader.end().await;
    outcome
}

struct Run<'r> {
    reader: &'r Reader,
    size: Size,
    who: Who,
    samples: &'r mut Samples,
}

impl Run<'_> {
    async fn all(&mut self) -> Result<(), (String, anyhow::Error)> {
        let (reader, size) = (self.reader, self.size);
        if self.who == Who::Still {
            return self.keep("load", reader.load("still()").await);
        }
        self.keep("load", reader.load("load()").await)?;
        self.keep("memory loaded", reader.memory().await)?;
        if !self.is_out("search") {
            reader.ask("focus()").await.map_err(|error| ("search".to_owned(), error))?;
            for letter in size.words.chars() {
                self.keep("search", reader.key(letter).await)?;
            }
        }
        self.act("search cleared", "clear()").await?;
        self.act("filters opened", "filters()").await?;
        if !self.is_out("filters opened") {
            self.act("filter chosen", "choose()").await?;
        }
        self.act("reset", "reset()").await?;
        let views = reader.ask("views()").await.map_err(|error| ("load".to_owned(), error))?;
        for view in views.as_array().into_iter().flatten().filter_map(|view| view.as_str()) {
            let step = format!("view {view}");
            self.act(&step, &format!("show({view:?})")).await?;
            if view == "conditions" && !self.is_out(&step) && !self.is_out("scroll") {
                self.keep("scroll", reader.act("scroll()").await)?;
            }
        }
        self.act("item opened", &format!("open({:?})", size.item)).await?;
        self.keep("memory used", reader.memory().await)?;
        self.keep("closed", self.reader.act("close().then(() => ({}))").await)?;
        self.keep("memory closed", reader.memory().await)?;
        if self.who == Who::Ours && !self.is_out("opened again") {
            let src = pages::document(size).map_or_else(String::new, |src| format!("{src:?}"));
            self.keep("opened again", reader.act(&format!("again({src}).then(() => ({{}}))")).await)?;
            self.keep("memory again", reader.memory().await)?;
        }
        Ok(())
    }

    async fn act(&mut self, step: &str, call: &str) -> Result<(), (String, anyhow::Error)> {
        if self.is_out(step) {
            return Ok(());
        }
        self.keep(step, self.reader.act(call).await)
    }

    fn is_out(&self, step: &str) -> bool {
        self.samples.is_ended(self.size, self.who, step)
    }

    fn keep(&mut self, step: &str, numbers: Result<Numbers>) -> Result<(), (String, anyhow::Error)> {
        let numbers = numbers.map_err(|error| (step.to_owned(), error))?;
        self.samples.add(Sample { size: self.size.name, who: self.who, step: step.to_owned(), numbers });
        Ok(())
    }
}
