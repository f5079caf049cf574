//! The largest document as a reader meets it, in numbered pictures, each with what it shows and when.

use super::pages;
use super::reader::Reader;
use super::sizes::{SIZES, Size};
use super::summary::Who;
use super::widget::released;
use crate::browser::setting;
use anyhow::{Context, Result};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Takes the pictures into `large/` beside the others, with `sequence.md`, which says what they show; the document is
/// in this folder already.
///
/// # Errors
/// If no browser starts or a file cannot be written; what the page does not do in time is told in its place.
pub fn sequence(folder: &Path) -> Result<()> {
    let size = *SIZES.last().context("no size")?;
    pages::write(folder, size, &released()?)?;
    let pictures = Path::new(&setting("WEB_TEST_SHOTS")?).join("large");
    std::fs::create_dir_all(&pictures)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let text = format!(
        "# {} in one tab\n\n| picture | what it shows | ms since the start | ms to it |\n| --- | --- | ---: | ---: |\n",
        size.label
    );
    let mut sequence = Sequence { size, pictures, text, number: 0, reader: None };
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
    reader: Option<Reader>,
}

impl Sequence {
    async fn take(&mut self) -> Result<()> {
        self.reader = Some(Reader::open(&pages::path(self.size, Who::Ours)).await?);
        self.shot("What stands in the page before the document has come", "").await?;
        if let Err(error) = self.load().await {
            let why = format!("{error:#}");
            return self.note("The document does not open in time", why.lines().next().unwrap_or_default());
        }
        self.shot("The first screen", "").await?;
        for letter in self.size.words.chars() {
            self.key(letter).await?;
        }
        self.step("The search cleared", "clear()").await?;
        self.step("The filters opened", "filters()").await?;
        self.step("One filter chosen", "choose()").await?;
        self.step("Back to the beginning", "reset()").await?;
        let views = match &self.reader {
            Some(reader) => reader.ask("views()").await?,
            None => return Ok(()),
        };
        for view in views.as_array().into_iter().flatten().filter_map(|view| view.as_str()) {
            self.step(&format!("The view “{view}”"), &format!("show({view:?})")).await?;
            self.step(&format!("The view “{view}”, further down"), "down()").await?;
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

    /// A picture of what came; where nothing did, that, and a new browser for what is next.
    async fn after(&mut self, what: &str, told: Result<super::reader::Numbers>) -> Result<()> {
        match told {
            Ok(numbers) => {
                let settled = numbers.get("settled").and_then(serde_json::Value::as_f64).unwrap_or_default();
                self.shot(what, &format!("{settled:.0}")).await
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
        let at = reader.ask("now()").await?.as_f64().unwrap_or_default();
        let picture = reader.picture().await?;
        self.number += 1;
        let name = format!("{:02}.png", self.number);
        std::fs::write(self.pictures.join(&name), picture)?;
        println!("{name}: {what}");
        Ok(writeln!(self.text, "| {name} | {what} | {at:.0} | {took} |")?)
    }

    fn note(&mut self, what: &str, why: &str) -> Result<()> {
        println!("no picture: {what}: {why}");
        Ok(writeln!(self.text, "| – | {what} | {why} | |")?)
    }
}
