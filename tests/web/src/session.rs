//! One browser session for the whole run: starting one takes seconds, opening a page does not.

use crate::browser::{self, Engine, setting};
use crate::look::Look;
use crate::page::Page;
use anyhow::{Context, Result, bail};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::runtime::Runtime;

/// How long one test may take.
const PATIENCE: Duration = Duration::from_secs(90);

/// The session, with the runtime that its connections belong to.
struct Shared {
    runtime: Runtime,
    page: Page,
    held: Vec<TcpStream>,
}

/// Connections that are held to the tests' server. Its pool of threads (`tiny_http` 0.12) gives a new connection to an
/// idle thread without counting that another was just given to it, and that one then hangs until some connection ends.
/// While none of its four first threads is idle, every connection gets a thread of its own.
const HELD: usize = 4;

static SHARED: Mutex<Option<Shared>> = Mutex::new(None);

/// Opens a path of the served site, waits until the explorer is ready, and runs the test on it.
///
/// Tests take turns. Each begins with a fresh page, 1280 pixels wide, in light colours, and must leave no trouble: no
/// uncaught error, no refused or failed request, nothing asked of another origin.
///
/// # Errors
/// The test's own, or what went wrong with the browser.
pub fn on_page(path: &str, test: impl AsyncFnOnce(&Page) -> Result<()>) -> Result<()> {
    with_page(async |page| {
        page.open(path).await?;
        test(page).await?;
        page.no_troubles().await
    })
}

/// Runs one test on each of several paths, with fresh page each time; the error names the path.
///
/// # Errors
/// The first one, with its path.
pub fn on_pages<'a>(
    paths: impl IntoIterator<Item = &'a str>,
    mut test: impl AsyncFnMut(&Page) -> Result<()>,
) -> Result<()> {
    with_page(async |page| {
        for path in paths {
            let outcome = async {
                page.look(Look::default()).await?;
                page.open(path).await?;
                test(page).await?;
                page.no_troubles().await
            };
            outcome.await.with_context(|| format!("on /{path}"))?;
        }
        Ok(())
    })
}

/// As [`on_page`], but does not wait for the explorer and allows troubles: for pages on which it is not to start.
///
/// # Errors
/// The test's own, or what went wrong with the browser.
pub fn on_plain_page(path: &str, test: impl AsyncFnOnce(&Page) -> Result<()>) -> Result<()> {
    with_page(async |page| {
        page.visit(path).await?;
        test(page).await
    })
}

/// Runs something with the shared session, as it is at the start of a test.
pub(crate) fn with_page(test: impl AsyncFnOnce(&Page) -> Result<()>) -> Result<()> {
    // A test that panicked has nothing half done: every test opens its own page.
    let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
    let Shared { runtime, page, held } = match shared.take() {
        Some(shared) => shared,
        None => start()?,
    };
    let outcome = runtime.block_on(async {
        let test = async {
            page.look(Look::default()).await?;
            page.put_pointer_away().await?;
            test(&page).await
        };
        let outcome = tokio::time::timeout(PATIENCE, test).await;
        let outcome = outcome.unwrap_or_else(|_| bail!("no end after {} s", PATIENCE.as_secs()));
        if outcome.is_err() {
            // A picture of the failure; where even that fails, the error above is the one to tell.
            let name = std::thread::current().name().unwrap_or("test").replace("::", "-");
            let _ = page.shot(&format!("failed/{}-{name}", setting("WEB_TEST_BROWSER")?)).await;
        }
        outcome
    });
    // A browser that died must not take the tests after this one with it.
    if runtime.block_on(page.driver().title()).is_ok() {
        *shared = Some(Shared { runtime, page, held });
    } else {
        let _ = runtime.block_on(page.driver().clone().quit());
    }
    outcome
}

fn start() -> Result<Shared> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let engine = Engine::named()?;
    let driver = runtime.block_on(browser::start(engine))?;
    let base = setting("WEB_TEST_BASE")?;
    let held = hold(&base)?;
    Ok(Shared { runtime, page: Page::new(driver, engine, base), held })
}

/// Takes the server's first threads, one after the other: each has answered before the next is asked.
fn hold(base: &str) -> Result<Vec<TcpStream>> {
    let place = base.trim_start_matches("http://");
    let take = |_| {
        let mut stream = TcpStream::connect(place)?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        write!(stream, "HEAD /__frame HTTP/1.1\r\nHost: {place}\r\n\r\n")?;
        stream.read_exact(&mut [0; 12])?;
        Ok(stream)
    };
    (0..HELD).map(take).collect()
}
