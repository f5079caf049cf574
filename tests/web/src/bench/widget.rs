//! The explorer against its baseline, at every size, in turns: what a reader waits for, and what it takes.

use super::pages;
use super::reader::{Numbers, Reader};
use super::sizes::{self, Size};
use super::summary::{Sample, Samples, Who};
use super::table;
use anyhow::{Context, Result};
use serde_json::json;
use std::path::Path;

/// How often each is measured: each of the three comes as often first, second and last.
const RUNS: usize = 6;

/// The step of the baseline in which it shows as much as the explorer.
pub(super) const FULL: &str = "search in full";

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
    const ALL: [Who; 3] = [Who::Still, Who::Ours, Who::Baseline];
    for who in ALL {
        // Nothing of it is counted: the browser's own files are in memory then, and the server's.
        if let Err(error) = warm(size, who).await {
            println!("{}: warming up {who:?}: {}", size.label, first_line(&error));
        }
    }
    for run in 0..RUNS {
        let mut order = ALL;
        order.rotate_left(run % ALL.len());
        for who in order {
            // Where something took too long, the browser is lost: another one leaves it out. Each takes that time.
            while !samples.is_hopeless(size, who) {
                let outcome = one(size, who, run, samples).await;
                let Err((step, error)) = outcome else { break };
                println!("{}: {step} of {who:?} was ended: {}", size.label, first_line(&error));
                samples.end(size, who, &step);
            }
        }
        println!("{}: run {} of {RUNS} is done", size.label, run + 1);
    }
}

/// The driver tells its own insides as well.
fn first_line(error: &anyhow::Error) -> String {
    format!("{error:#}").lines().next().unwrap_or_default().to_owned()
}

/// Opens a page without counting it, and makes sure that what comes late is waited for.
async fn warm(size: Size, who: Who) -> Result<()> {
    let reader = Reader::open(&pages::path(size, who)).await?;
    let outcome = async {
        if who == Who::Still {
            return reader.load("still()").await.map(|_| ());
        }
        reader.load("load()").await?;
        let told = reader.act("check()").await?;
        let time = |name: &str| told.get(name).and_then(serde_json::Value::as_f64).unwrap_or_default();
        // The late change comes after 150 ms.
        anyhow::ensure!(time("settled") >= 150.0 && time("paint") > 0.0, "what came late was not waited for: {told:?}");
        Ok(())
    };
    let outcome = outcome.await;
    reader.end().await;
    outcome
}

/// One run in one browser. On failure, what failed.
async fn one(size: Size, who: Who, number: usize, samples: &mut Samples) -> Result<(), (String, anyhow::Error)> {
    let reader = Reader::open(&pages::path(size, who)).await.map_err(|error| ("load".to_owned(), error))?;
    let had = samples.had(size, who, number + 1);
    let mut run = Run { reader: &reader, size, who, number, had, samples };
    let outcome = run.all().await;
    reader.end().await;
    outcome
}

struct Run<'r> {
    reader: &'r Reader,
    size: Size,
    who: Who,
    number: usize,
    /// What was measured before this run was repeated.
    had: Vec<String>,
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
            // What the first one waits for is prepared then: the search's index here, folded texts in the baseline.
            if let Some(letter) = size.words.chars().next().filter(|_| !self.is_out("first key")) {
                self.keep("first key", reader.key(letter).await)?;
                reader.act("clear()").await.map_err(|error| ("search cleared".to_owned(), error))?;
            }
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
        self.act("filters closed", "shut()").await?;
        let views = reader.ask("views()").await.map_err(|error| ("load".to_owned(), error))?;
        let views: Vec<&str> = views.as_array().into_iter().flatten().filter_map(|view| view.as_str()).collect();
        // The first one is shown already: it is gone to from the last one that can be, as all others are from one before.
        let steps = views.iter().skip(1).rev();
        if let Some(last) = steps.copied().find(|view| !self.is_out(&format!("view {view}"))) {
            let step = format!("view {last}");
            reader.act(&format!("show({last:?})")).await.map_err(|error| (step, error))?;
        }
        for view in views {
            let step = format!("view {view}");
            self.act(&step, &format!("show({view:?})")).await?;
            if view == "conditions" && !self.is_out(&step) && !self.is_out("scroll") {
                self.keep("scroll", reader.act("scroll()").await)?;
            }
            if view == "conditions" && self.who == Who::Ours && !self.is_out(&step) && !self.is_out("matrix") {
                self.act("matrix", "form(1)").await?;
                reader.act("form(0)").await.map_err(|error| (step.clone(), error))?;
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
        if self.who == Who::Baseline && !self.is_out(FULL) {
            self.full().await.map_err(|error| (FULL.to_owned(), error))?;
        }
        Ok(())
    }

    /// The same keys where the baseline shows as much of what it found as the explorer, in a browser of its own.
    async fn full(&mut self) -> Result<()> {
        let reader = Reader::open(&pages::path(self.size, self.who)).await?;
        let outcome = async {
            reader.load("load()").await?;
            reader.ask("full()").await?;
            reader.ask("focus()").await?;
            // The first one folds the texts.
            if let Some(first) = self.size.words.chars().next() {
                reader.key(first).await?;
                reader.act("clear()").await?;
            }
            let mut all = Vec::new();
            for letter in self.size.words.chars() {
                all.push(reader.key(letter).await?);
            }
            anyhow::Ok(all)
        };
        let all = outcome.await;
        reader.end().await;
        let (size, who, run) = (self.size.name, self.who, self.number + 1);
        for numbers in all? {
            self.samples.add(Sample { size, who, run, step: FULL.to_owned(), numbers });
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
        if numbers.contains_key("unsettled") {
            // It is still at work, and whatever is next would be measured with it.
            return Err((step.to_owned(), anyhow::anyhow!("it is not done in time")));
        }
        if !self.had.iter().any(|had| had == step) {
            let (size, who, run) = (self.size.name, self.who, self.number + 1);
            self.samples.add(Sample { size, who, run, step: step.to_owned(), numbers });
        }
        Ok(())
    }
}
