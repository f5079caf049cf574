//! Finding what a reader presses by its name, as a screen reader says it, and where the page is.

use crate::page::{PATIENCE, Page};
use anyhow::{Context, Result, bail};
use serde_json::json;
use std::time::{Duration, Instant};
use thirtyfour::WebElement;

/// Every control within a scope, with its name: what stands for it, else its words without what is hidden.
const CONTROLS: &str = "const said = (one) => { const copy = one.cloneNode(true); \
        copy.querySelectorAll('[aria-hidden=true]').forEach(part => part.remove()); \
        return (one.getAttribute('aria-label') || copy.textContent).trim().replace(/\\s+/g, ' '); }; \
    const [scope, name] = arguments; const all = []; if (root) for (const place of root.querySelectorAll(scope)) \
        for (const one of place.querySelectorAll('button, a[href], summary, input, label, [role=button]')) \
            if (one.checkVisibility()) all.push(one); ";

impl Page {
    /// The first control within `scope` that is called so; a name that ends in `…` only begins so. Waits for it.
    ///
    /// # Errors
    /// If none comes; the error says what there is instead.
    pub async fn control(&self, scope: &str, name: &str) -> Result<WebElement> {
        let pick = "return all.find(one => name.endsWith('…') ? said(one).startsWith(name.slice(0, -1)) : said(one) === name) || null";
        let start = Instant::now();
        loop {
            let prelude =
                "const host = document.querySelector('deal-explorer'); const root = host && host.shadowRoot; ";
            let script = format!("{prelude}{CONTROLS}{pick}");
            let answer = self.driver().execute(script, vec![json!(scope), json!(name)]).await?;
            if !answer.json().is_null() {
                return Ok(answer.element()?);
            }
            if start.elapsed() > PATIENCE {
                let there = self.controls(scope).await?;
                bail!("no control within `{scope}` is called \"{name}\" among {there:?}");
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// The names of all controls within `scope`, now.
    ///
    /// # Errors
    /// If `scope` is no selector.
    pub async fn controls(&self, scope: &str) -> Result<Vec<String>> {
        self.ask(&format!("{CONTROLS}return all.map(said)"), vec![json!(scope)]).await
    }

    /// Presses the control within `scope` that is called so, as a mouse would.
    ///
    /// # Errors
    /// If it is not there or cannot be clicked.
    pub async fn use_control(&self, scope: &str, name: &str) -> Result<()> {
        let control = self.control(scope, name).await?;
        control.click().await.with_context(|| format!("pressing \"{name}\""))
    }

    /// Waits until some element that fits holds these words.
    ///
    /// # Errors
    /// If none comes to; the error says what they hold.
    pub async fn says(&self, css: &str, words: &str) -> Result<()> {
        let start = Instant::now();
        loop {
            self.find(css).await?;
            let texts = self.texts(css).await?;
            if texts.iter().any(|text| text.contains(words)) {
                return Ok(());
            }
            if start.elapsed() > PATIENCE {
                let all = texts.join("\n");
                let all: String = all.chars().take(3000).collect();
                bail!("no `{css}` says \"{words}\" but:\n{all}");
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Waits until the page's address ends so.
    ///
    /// # Errors
    /// If it does not come to.
    pub async fn address_ends(&self, end: &str) -> Result<()> {
        let start = Instant::now();
        loop {
            let address: String = self.ask("return location.href", Vec::new()).await?;
            if address.ends_with(end) {
                return Ok(());
            }
            if start.elapsed() > PATIENCE {
                bail!("the address is {address} and does not end in {end}");
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Waits until a script returns true; `what` says what it means.
    ///
    /// # Errors
    /// If it does not come to.
    pub async fn comes(&self, what: &str, script: &str) -> Result<()> {
        if self.until(script).await? { Ok(()) } else { bail!("not so: {what}") }
    }

    /// Goes back in the page's history, as the browser's button does.
    ///
    /// # Errors
    /// If the page does not answer.
    pub async fn back(&self) -> Result<()> {
        self.ask::<()>("history.back()", Vec::new()).await
    }
}
