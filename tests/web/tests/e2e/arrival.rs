//! How a document comes: in parts of any size, not to its end, or without one.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::sync::mpsc::{Receiver, channel};
use std::thread::{sleep, spawn};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use web_tests::{Outcome, Page, on_plain_page};

const TROUBLE: &str = "[role=alert]";

/// A page whose document is not there yet; from now on `answer` is what its server gives, a body of the `bytes` of a
/// sound document or of whatever else.
async fn comes_as(page: &Page, answer: &str) -> Result<()> {
    page.says(TROUBLE, "404").await?;
    let script = format!(
        "const before = window.fetch; window.fetch = async (what) => {{ \
             if (!String(what.url ?? what).includes('nowhere')) return before(what); \
             const bytes = new Uint8Array(await (await before('/deals/harbour.json')).arrayBuffer()); \
             return new Response({answer}); }}"
    );
    page.ask::<()>(&script, vec![]).await?;
    page.use_control(TROUBLE, "Try again").await
}

#[test]
fn in_crumbs_it_is_the_same_document() -> Outcome {
    on_plain_page("?src=deals/nowhere.json", async |page| {
        let crumbs = "new ReadableStream({ start(to) { \
            for (let at = 0; at < bytes.length; at += 5) to.enqueue(bytes.slice(at, at + 5)); to.close(); } })";
        comes_as(page, crumbs).await?;
        page.says("section[data-view=brief]", "Averil").await?;
        page.gone(TROUBLE).await?;
        let same = "const [ours, theirs] = [await host.export('json'), await (await fetch('/deals/harbour.json')).text()]; \
            return ours.length > 1000 && ours === theirs";
        ensure!(page.follow::<bool>(same, vec![]).await?, "it is not the document that came");
        Ok(())
    })
}

#[test]
fn where_the_line_is_cut_it_could_not_be_fetched() -> Outcome {
    on_plain_page("?src=deals/nowhere.json", async |page| {
        let half = "new ReadableStream({ pull(to) { if (this.gave) to.error(new TypeError('cut')); \
            else { this.gave = true; to.enqueue(bytes.slice(0, bytes.length / 2)); } } })";
        comes_as(page, half).await?;
        page.says(TROUBLE, "deals/nowhere.json could not be fetched.").await?;
        ensure!(page.count("section[data-view]").await? == 0, "half a deal is shown");
        page.comes("the prose is to be seen", "return host.querySelector('h1').checkVisibility()").await?;
        let thrown = page.troubles().await?;
        ensure!(!thrown.iter().any(|one| one.starts_with("uncaught") || one.starts_with("unhandled")), "{thrown:?}");
        Ok(())
    })
}

#[test]
fn of_one_that_does_not_end_is_told_how_much_is_read_and_a_stop_ends_it() -> Outcome {
    on_plain_page("?src=deals/nowhere.json", async |page| {
        let endless = "new ReadableStream({ async pull(to) { await new Promise((go) => setTimeout(go, 50)); \
            to.enqueue(new Uint8Array(500_000).fill(32)); }, cancel() { document.body.dataset.left = 'yes'; } })";
        comes_as(page, endless).await?;
        page.says("[role=status]", "Reading the deal …").await?;
        page.says("[role=status]", " MB").await?;
        page.comes("the prose is to be seen", "return host.querySelector('h1').checkVisibility()").await?;
        page.accessible().await?;
        page.use_control("p.status", "Stop").await?;
        page.says(TROUBLE, "Reading was stopped.").await?;
        page.comes("nobody waits for the rest", "return document.body.dataset.left === 'yes'").await
    })
}

#[test]
fn of_one_that_is_too_large_the_rest_is_not_waited_for() -> Outcome {
    on_plain_page("?src=deals/nowhere.json", async |page| {
        let endless = "new ReadableStream({ pull(to) { const seen = document.body.dataset; seen.given = Number(seen.given ?? 0) + 8; \
            to.enqueue(new Uint8Array(8 << 20).fill(120)); }, cancel() { document.body.dataset.left = 'yes'; } })";
        comes_as(page, endless).await?;
        page.says(TROUBLE, "The document is larger than 128 MiB").await?;
        let (left, given): (Option<String>, String) =
            page.ask("const { left, given } = document.body.dataset; return [left, given]", vec![]).await?;
        ensure!(left.is_some(), "more of it is waited for");
        let given: usize = given.parse()?;
        ensure!((136..=152).contains(&given), "{given} MiB of it were taken");
        Ok(())
    })
}

/// A server that gives so many megabytes of a document, slowly enough to be told of, and then nothing more; of none not
/// even an answer. Its address, and what comes of it once nobody waits.
fn stalling(megabytes: u64) -> Result<(String, Receiver<()>)> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = format!("http://{}/", listener.local_addr()?);
    let (left, hears) = channel();
    spawn(move || -> Result<()> {
        let (mut stream, _) = listener.accept()?;
        let mut head = BufReader::new(stream.try_clone()?);
        let mut line = String::new();
        while head.read_line(&mut line)? > 2 {
            line.clear();
        }
        let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9000000\r\n\
                    Access-Control-Allow-Origin: *\r\n\r\n";
        if megabytes > 0 {
            stream.write_all(head.as_bytes())?;
        }
        for _ in 0..10 * megabytes {
            stream.write_all(&vec![b' '; 100_000])?;
            sleep(Duration::from_millis(50));
        }
        // A line that is closed ends, or breaks.
        let _ = stream.read_to_end(&mut Vec::new());
        Ok(left.send(())?)
    });
    Ok((address, hears))
}

/// Whether the line of a document that does not go on is closed once this is done to its page. The page asks for it
/// before the module is there (`early`), or later.
async fn hangs_up(page: &Page, early: bool, act: &str) -> Result<()> {
    let (address, left) = stalling(2)?;
    if early {
        page.visit(&format!("plain/?src={address}")).await?;
    } else {
        page.open("plain/").await?;
        page.ask::<()>("host.setAttribute('src', arguments[0])", vec![address.into()]).await?;
    }
    page.says("[role=status]", "Reading the deal … 1 MB").await?;
    // By now nothing more comes.
    sleep(Duration::from_millis(1500));
    ensure!(left.try_recv().is_err(), "the line is closed before anybody hung up");
    page.ask::<()>(act, vec![]).await?;
    left.recv_timeout(Duration::from_secs(5)).context("the line stays open")
}

#[test]
fn a_line_that_stalls_is_hung_up_by_a_stop_by_another_document_and_where_the_element_goes() -> Outcome {
    on_plain_page("fixture/", async |page| {
        let stop = "root.querySelector('.status button').click()";
        hangs_up(page, false, stop).await?;
        page.says(TROUBLE, "Reading was stopped.").await?;
        hangs_up(page, true, stop).await?;
        hangs_up(page, false, "host.setAttribute('src', '/deals/harbour.json')").await?;
        page.says("section[data-view=brief]", "Averil").await?;
        hangs_up(page, true, "host.remove()").await
    })
}

#[test]
fn one_whose_server_does_not_answer_can_be_stopped() -> Outcome {
    on_plain_page("fixture/", async |page| {
        let (address, left) = stalling(0)?;
        page.open("plain/").await?;
        page.ask::<()>("host.setAttribute('src', arguments[0])", vec![address.into()]).await?;
        page.control("p.status", "Stop").await?;
        page.says("[role=status]", "Opening the deal …").await?;
        page.accessible().await?;
        ensure!(left.try_recv().is_err(), "the line is closed before anybody hung up");
        page.use_control("p.status", "Stop").await?;
        page.says(TROUBLE, "Reading was stopped.").await?;
        left.recv_timeout(Duration::from_secs(5)).context("the line stays open")
    })
}

#[test]
fn it_is_asked_for_while_the_module_comes_and_once() -> Outcome {
    on_plain_page("gallery/two.html", async |page| {
        page.find("section[data-view=brief]").await?;
        let script = "const all = performance.getEntriesByType('resource'); const of = (part) => all.filter(({ name }) => name.includes(part)); \
            const files = of('.json').map(({ name }) => name); const [deal, app] = [of('.json')[0], of('app_bg.wasm')[0]]; \
            return [files.length === new Set(files).size, deal.startTime < app.responseEnd]";
        let (once, early): (bool, bool) = page.ask(script, vec![]).await?;
        ensure!(once, "a document was asked for twice");
        ensure!(early, "the document was asked for after the module had come");
        Ok(())
    })
}
