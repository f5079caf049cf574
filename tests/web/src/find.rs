//! Finding things in the explorer by CSS, and using them. Everything waits until it is there.

use crate::page::{PATIENCE, Page};
use anyhow::{Result, bail};
use serde_json::json;
use std::time::{Duration, Instant};
use thirtyfour::WebElement;

impl Page {
    /// The first element of the explorer that fits; waits for it.
    ///
    /// # Errors
    /// If none comes; the error says what stands there instead.
    pub async fn find(&self, css: &str) -> Result<WebElement> {
        let start = Instant::now();
        loop {
            // Not the driver's own way into a shadow root: that fails in Firefox.
            let script = "const host = document.querySelector('deal-explorer'); \
                          return host && host.shadowRoot && host.shadowRoot.querySelector(arguments[0])";
            let answer = match self.driver().execute(script, vec![json!(css)]).await {
                // It was drawn anew on its way here.
                Err(error) if error.to_string().contains("stale") => continue,
                answer => answer?,
            };
            if !answer.json().is_null() {
                return Ok(answer.element()?);
            }
            if start.elapsed() > PATIENCE {
                let words: String =
                    self.ask("return root ? root.textContent.slice(0, 400) : 'no shadow root'", vec![]).await?;
                bail!("nothing in the explorer fits `{css}`; it says: {words}");
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// The text of every element that fits, now.
    ///
    /// # Errors
    /// If `css` is no selector.
    pub async fn texts(&self, css: &str) -> Result<Vec<String>> {
        let script =
            "return [...root.querySelectorAll(arguments[0])].map(one => one.textContent.trim().replace(/\\s+/g, ' '))";
        self.ask(script, vec![json!(css)]).await
    }

    /// How many elements fit, now.
    ///
    /// # Errors
    /// If `css` is no selector.
    pub async fn count(&self, css: &str) -> Result<usize> {
        self.ask("return root.querySelectorAll(arguments[0]).length", vec![json!(css)]).await
    }

    /// An attribute of the first element that fits.
    ///
    /// # Errors
    /// If nothing fits.
    pub async fn attribute(&self, css: &str, name: &str) -> Result<Option<String>> {
        self.find(css).await?;
        self.ask("return root.querySelector(arguments[0]).getAttribute(arguments[1])", vec![json!(css), json!(name)])
            .await
    }

    /// Clicks the first element that fits, as a mouse would: it must be visible and not covered.
    ///
    /// # Errors
    /// If it is not there or cannot be clicked.
    pub async fn click(&self, css: &str) -> Result<()> {
        Ok(self.find(css).await?.click().await?)
    }

    /// Types text into a field.
    ///
    /// # Errors
    /// If it is not there or takes no text.
    pub async fn type_into(&self, css: &str, text: &str) -> Result<()> {
        Ok(self.find(css).await?.send_keys(text).await?)
    }

    /// Waits until the first element that fits holds these words.
    ///
    /// # Errors
    /// If it does not come to; the error says what it holds.
    pub async fn shows(&self, css: &str, words: &str) -> Result<()> {
        let start = Instant::now();
        loop {
            self.find(css).await?;
            let texts = self.texts(css).await?;
            if texts.first().is_some_and(|text| text.contains(words)) {
                return Ok(());
            }
            if start.elapsed() > PATIENCE {
                bail!("`{css}` does not show \"{words}\" but {texts:?}");
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Waits until nothing in the explorer fits any more.
    ///
    /// # Errors
    /// If it stays.
    pub async fn gone(&self, css: &str) -> Result<()> {
        let start = Instant::now();
        while self.count(css).await? > 0 {
            if start.elapsed() > PATIENCE {
                bail!("`{css}` is still there");
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
        Ok(())
    }
}
