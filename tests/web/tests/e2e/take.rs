//! The data as files that a reader takes along: to the byte what the host gets, and by keyboard alone.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use web_tests::{Outcome, Page, on_page};

const TAKE: &str = ".take";
const TITLE: &str = "Take the data along";
/// What failed says so, where it stands.
const MISSED: &str = ".take [role=status]";

/// From now on, what is handed to the reader is kept where a test can look at it.
const CATCH: &str = "window.caught = []; window.names = []; URL.createObjectURL = (blob) => { window.caught.push(blob); return 'blob:caught'; }; \
                     HTMLAnchorElement.prototype.click = function () { window.names.push(this.download); }";

/// The name of the last file, once there are so many, after it was compared to the byte with what `export` gives.
async fn taken(page: &Page, count: usize, kind: &str, list: Option<&str>) -> Result<String> {
    page.comes(&format!("file {count}, {kind}"), &format!("return window.names.length === {count}")).await?;
    let script = "const host = document.querySelector('deal-explorer'); \
        const ours = new Uint8Array(await window.caught.at(-1).arrayBuffer()); \
        const theirs = new TextEncoder().encode(await host.export(arguments[0], arguments[1] ?? undefined)); \
        return ours.length > 40 && ours.length === theirs.length && ours.every((byte, at) => byte === theirs[at])";
    ensure!(page.follow::<bool>(script, vec![json!(kind), json!(list)]).await?, "{kind} {list:?} differs");
    page.ask("return window.names.at(-1)", vec![]).await
}

#[test]
fn every_file_is_to_the_byte_what_the_host_gets_under_a_strict_policy() -> Outcome {
    on_page("gallery/strict.html", async |page| {
        page.ask::<()>("host.show('source')", vec![]).await?;
        page.ask::<()>(CATCH, vec![]).await?;
        page.use_control(TAKE, TITLE).await?;
        let loaded = page.loaded().await?;
        ensure!(loaded.iter().all(|one| !one.contains("deal-explorer-faults")), "what writes came unasked");
        let mut count = 0;
        for (name, kind, ending) in [
            ("JSON", "json", "json"),
            ("CSV", "csv", "csv"),
            ("Markdown", "markdown", "md"),
            ("JSON-LD", "jsonld", "jsonld"),
            ("GraphML", "graphml", "graphml"),
        ] {
            page.use_control(TAKE, &format!("Save {name}")).await?;
            count += 1;
            let file = taken(page, count, kind, None).await?;
            ensure!(file == format!("us-russia-syria-2016.{ending}"), "{file}");
        }
        let lists: Vec<String> = page.texts(".take [lang=en] button").await?;
        ensure!(lists.len() > 10 && lists.contains(&"conditions".to_owned()), "{lists:?}");
        for list in &lists {
            page.use_control(TAKE, list).await?;
            count += 1;
            let file = taken(page, count, "csv", Some(list)).await?;
            ensure!(file == format!("us-russia-syria-2016-{list}.csv"), "{file}");
        }
        page.no_troubles().await
    })
}

#[test]
fn what_is_supposed_is_a_file_of_its_own_and_in_none_of_the_others() -> Outcome {
    on_page("#deal=source;if=press-assad:fails", async |page| {
        page.ask::<()>(CATCH, vec![]).await?;
        page.use_control(TAKE, TITLE).await?;
        page.says(TAKE, "as it is reported, without that").await?;
        page.use_control(TAKE, "Save what follows").await?;
        let file = taken(page, 1, "scenario", None).await?;
        ensure!(file == "us-russia-syria-2016-what-if.txt", "{file}");
        page.use_control(TAKE, "Save Markdown").await?;
        taken(page, 2, "markdown", None).await?;
        page.accessible().await
    })?;
    on_page("#deal=source", async |page| {
        page.use_control(TAKE, TITLE).await?;
        let controls = page.controls(TAKE).await?;
        ensure!(controls.iter().all(|name| name != "Save what follows"), "nothing is supposed: {controls:?}");
        Ok(())
    })
}

#[test]
fn where_what_writes_cannot_be_had_it_is_said_and_can_be_tried_again() -> Outcome {
    on_page("#deal=source", async |page| {
        let spoil = "window.whole = window.fetch; window.fetch = (what) => String(what.url ?? what).includes('faults') \
            ? Promise.reject(new TypeError('gone')) : window.whole(what)";
        page.ask::<()>(spoil, vec![]).await?;
        page.ask::<()>(CATCH, vec![]).await?;
        page.use_control(TAKE, TITLE).await?;
        page.use_control(TAKE, "actors").await?;
        page.says(MISSED, "This file could not be made").await?;
        page.accessible().await?;
        page.use_control(TAKE, "Try again").await?;
        page.says(MISSED, "This file could not be made").await?;
        page.ask::<()>("window.fetch = window.whole", vec![]).await?;
        page.use_control(TAKE, "Try again").await?;
        let file = taken(page, 1, "csv", Some("actors")).await?;
        ensure!(file == "us-russia-syria-2016-actors.csv", "{file}");
        page.comes(
            "the message goes",
            "return ![...root.querySelectorAll('.take [role=status]')].some(one => one.textContent)",
        )
        .await?;
        page.comes("the focus is at the file", "return root.activeElement?.dataset.take === 'actors'").await
    })
}

#[test]
fn by_keyboard_alone() -> Outcome {
    on_page("#deal=source", async |page| {
        page.ask::<()>(CATCH, vec![]).await?;
        page.focus(".take summary").await?;
        page.press("Enter").await?;
        page.press("Tab").await?;
        page.press("Enter").await?;
        let file = taken(page, 1, "json", None).await?;
        ensure!(file == "us-russia-syria-2016.json", "{file}");
        page.press("Tab").await?;
        page.press("Space").await?;
        let file = taken(page, 2, "csv", None).await?;
        ensure!(file == "us-russia-syria-2016.csv", "{file}");
        Ok(())
    })
}

#[test]
fn it_shows_where_the_host_wants_it_and_fits_every_width() -> Outcome {
    on_page("#deal=source", async |page| {
        page.use_control(TAKE, TITLE).await?;
        for width in [320, 768, 1280] {
            page.width(width).await?;
            page.no_sideways_scroll().await?;
        }
        let small = "return [...root.querySelectorAll('.take :is(button, summary)')].filter(one => one.getBoundingClientRect().height < 24).map(one => one.textContent)";
        let small: Vec<String> = page.ask(small, vec![]).await?;
        ensure!(small.is_empty(), "too small to be hit: {small:?}");
        for (controls, shows) in [("none", false), ("menu data", true), ("title menu search tour passages", false)] {
            page.ask::<()>("host.setAttribute('controls', arguments[0])", vec![json!(controls)]).await?;
            let seen: bool = page.ask("return root.querySelector('.take').checkVisibility()", vec![]).await?;
            ensure!(seen == shows, "with controls=\"{controls}\"");
        }
        page.find(".take").await.map(drop).context("without the attribute it is there")
    })
}
