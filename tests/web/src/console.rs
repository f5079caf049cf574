//! What went wrong in a page without being seen.

use crate::page::Page;
use anyhow::{Result, bail};

impl Page {
    /// Every trouble since the page was opened: uncaught errors, what the console was told of errors, what the policy
    /// refused, requests that failed or went to another origin. Kept by `watch.js`, which the server puts into the page.
    ///
    /// # Errors
    /// If the page does not answer.
    pub async fn troubles(&self) -> Result<Vec<String>> {
        let script = "const seen = window.__troubles ? [...window.__troubles] : ['the page is not watched']; \
            for (const one of performance.getEntriesByType('resource')) { \
                if (new URL(one.name).origin !== location.origin) seen.push('another origin was asked: ' + one.name); \
                if (one.responseStatus >= 400) seen.push(one.responseStatus + ' for ' + one.name); \
            } return seen";
        self.ask(script, Vec::new()).await
    }

    /// Fails if there was any trouble.
    ///
    /// # Errors
    /// The list of troubles.
    pub async fn no_troubles(&self) -> Result<()> {
        let troubles = self.troubles().await?;
        if troubles.is_empty() { Ok(()) } else { bail!("the page had trouble:\n{}", troubles.join("\n")) }
    }

    /// The addresses that the page has loaded so far.
    ///
    /// # Errors
    /// If the page does not answer.
    pub async fn loaded(&self) -> Result<Vec<String>> {
        self.ask("return performance.getEntriesByType('resource').map(one => one.name)", Vec::new()).await
    }

    /// Where something is kept for the page's origin: cookies, storage, caches, databases, workers.
    ///
    /// # Errors
    /// If the page does not answer.
    pub async fn stored(&self) -> Result<Vec<String>> {
        let script = "const kept = []; const open = (act) => { try { return act(); } catch { return undefined; } }; \
            if (open(() => document.cookie)) kept.push('cookie'); \
            if (open(() => localStorage.length)) kept.push('localStorage'); \
            if (open(() => sessionStorage.length)) kept.push('sessionStorage'); \
            const list = async (name, act) => { \
                const all = await Promise.resolve().then(act).catch(() => []); if (all?.length) kept.push(name); }; \
            await list('caches', () => window.caches?.keys()); \
            await list('indexedDB', () => indexedDB.databases?.()); \
            await list('worker', () => navigator.serviceWorker?.getRegistrations()); \
            return kept";
        self.follow(script, Vec::new()).await
    }
}
