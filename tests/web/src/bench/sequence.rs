//! A document, usually the largest, as a reader meets it, in numbered pictures, each with what it shows and when.

use super::pages;
use super::reader::{Numbers, Reader};
use super::sizes::{self, Size};
use super::summary::Who;
use super::widget::released;
use crate::browser::setting;
use anyhow::{Context, Result};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// As many pictures at most while a document is opened.
const OPENING: usize = 4;

/// How often something that goes on is followed on, for as long as `measure.js` waits each time.
const PATIENCE: usize = 6;

/// Takes the pictures of a size into `large/` beside the others, with `sequence.md`, which says what they show; the
/// document is in this folder already.
///
/// # Errors
/// If no browser starts or a file cannot be written; what the page does not do in time is told in its place.
pub fn sequence(folder: &Path, name: &str) -> Result<()> {
    let size = *sizes::named(name)?.first().context("no size")?;
    pages::write(folder, size, &released()?)?;
    let pictures = Path::new(&setting("WEB_TEST_SHOTS")?).join("large");
    std::fs::create_dir_all(&pictures)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let text = format!(
        "# {} in one tab\n\n| picture | what it shows | ms since the start | ms to it |\n| --- | --- | ---: | ---: |\n",
        size.label
    );
    let mut sequence = Sequence { size, pictures, text, number: 0, start: Instant::now(), reader: None };
    runtime.block_on(sequence.take())?;
    let file = sequence.pictures.join("sequence.md");
    std::fs::write(&file, sequence.text)?;
    println!("{}", file.display());
    Ok(())
}

struct Sequence {
    size: Size,
    pictures: PathBuf,
    text: String,
    number: usize,
    /// When the page was asked for, also where another browser had to take over.
    start: Instant,
    reader: Option<Reader>,
}

impl Sequence {
    async fn take(&mut self) -> Result<()> {
        let reader = Reader::open(&pages::path(self.size, Who::Ours)).await?;
        self.start = reader.asked;
        self.reader = Some(reader);
        self.shot("What stands in the page before the document has come", "").await?;
        // Long enough for what is told of a long wait.
        for _ in 0..OPENING {
            tokio::time::sleep(Duration::from_millis(1500)).await;
            let Some(reader) = &self.reader else { return Ok(()) };
            if reader.ask("isAlive()").await.is_ok_and(|is| is.as_bool().unwrap_or_default()) {
                break;
            }
            self.shot("While the document is fetched and read", "").await?;
        }
        if let Err(error) = self.load().await {
            let why = format!("{error:#}");
            return self.note("The document does not open in time", why.lines().next().unwrap_or_default());
        }
        self.shot("The first screen", "").await?;
        for letter in self.size.words.chars() {
            self.key(letter).await?;
        }
        self.step("The results, further down", "down()").await?;
        self.up().await;
        self.step("The search cleared", "clear()").await?;
        self.step("The filters opened", "filters()").await?;
        self.step("Further down in the filters", "down()").await?;
        self.up().await;
        self.step("One filter chosen", "choose()").await?;
        self.step("What the filter left", "down()").await?;
        self.up().await;
        self.step("Back to the beginning", "reset()").await?;
        self.step("The filters closed", "shut()").await?;
        let views = match &self.reader {
            Some(reader) => reader.ask("views()").await?,
            None => return Ok(()),
        };
        // The first one is shown already; it comes last.
        let mut views: Vec<&str> = views.as_array().into_iter().flatten().filter_map(|view| view.as_str()).collect();
        let seen = views.len().min(1);
        views.rotate_left(seen);
        for view in views {
            self.up().await;
            self.step(&format!("The view “{view}”"), &format!("show({view:?})")).await?;
            self.step(&format!("The view “{view}”, further down"), "down()").await?;
            match view {
                "conditions" => {
                    self.up().await;
                    self.step("The conditions as a matrix", "form(1)").await?;
                    self.step("The matrix, further down", "down()").await?;
                    self.up().await;
                    self.step("The conditions as a list again", "form(0)").await?;
                }
                "relations" => self.step("The network of relations", "network()").await?,
                _ => {}
            }
        }
        self.step("A condition opened", &format!("open({:?})", self.size.item)).await
    }

    async fn load(&self) -> Result<()> {
        let reader = self.reader.as_ref().context("no browser")?;
        reader.load("load()").await?;
        reader.ask("focus()").await.map(|_| ())
    }

    async fn key(&mut self, letter: char) -> Result<()> {
        let Some(reader) = &self.reader else { return Ok(()) };
        let told = reader.key(letter).await;
        self.after(&format!("The key “{letter}” in the search"), told).await
    }

    async fn step(&mut self, what: &str, call: &str) -> Result<()> {
        let Some(reader) = &self.reader else { return Ok(()) };
        let told = reader.act(call).await;
        self.after(what, told).await
    }

    /// To the beginning of the page, so that a picture shows what is new; where that fails, the next step tells it.
    async fn up(&self) {
        if let Some(reader) = &self.reader {
            let _ = reader.act("up()").await;
        }
    }

    /// A picture of what came; where nothing did, that, and a new browser for what is next.
    async fn after(&mut self, what: &str, told: Result<Numbers>) -> Result<()> {
        match told {
            Ok(numbers) => {
                let number = |numbers: &Numbers, name: &str| numbers.get(name).and_then(serde_json::Value::as_f64);
                if let Some(settled) = number(&numbers, "settled") {
                    return self.shot(what, &format!("{settled:.0}")).await;
                }
                let began = Instant::now();
                let so_far = number(&numbers, "unsettled").unwrap_or_default();
                self.shot(&format!("{what}; it is still at work"), "").await?;
                for _ in 0..PATIENCE {
                    let Some(reader) = &self.reader else { return Ok(()) };
                    let Ok(told) = reader.act("rest()").await else { break };
                    if told.contains_key("settled") {
                        let took = began.elapsed().as_secs_f64().mul_add(1e3, so_far);
                        return self.shot(&format!("{what}; it is done"), &format!("about {took:.0}")).await;
                    }
                }
                self.note(what, "not done in time")
            }
            Err(error) => {
                let why = format!("{error:#}");
                self.note(what, &format!("not in time: {}", why.lines().next().unwrap_or_default()))?;
                if let Some(reader) = self.reader.take() {
                    reader.end().await;
                }
                self.reader = Some(Reader::open(&pages::path(self.size, Who::Ours)).await?);
                if self.load().await.is_err() {
                    self.note("The document does not open again in time", "")?;
                    self.reader = None;
                }
                Ok(())
            }
        }
    }

    async fn shot(&mut self, what: &str, took: &str) -> Result<()> {
        let Some(reader) = &self.reader else { return Ok(()) };
        let at = self.start.elapsed().as_millis();
        // A picture waits for the page where it is busy.
        let picture = match reader.picture().await {
            Ok(picture) => picture,
            Err(error) => {
                let why = format!("{error:#}");
                return self.note(what, &format!("no picture: {}", why.lines().next().unwrap_or_default()));
            }
        };
        self.number += 1;
        let name = format!("{:02}.png", self.number);
        std::fs::write(self.pictures.join(&name), picture)?;
        println!("{name}: {what}");
        Ok(writeln!(self.text, "| {name} | {what} | {at} | {took} |")?)
    }

    fn note(&mut self, what: &str, why: &str) -> Result<()> {
        println!("no picture: {what}: {why}");
        Ok(writeln!(self.text, "| – | {what} | {why} | |")?)
    }
}
