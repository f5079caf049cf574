//! Elements come, move, change and go: each keeps what is the reader's, and leaves nothing behind.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use web_tests::{Engine, Outcome, Page, on_page, on_plain_page};

const DEAL: &str = include_str!("../../../deals/no-exchange.json");

/// Where each test begins that brings its own elements: with the script, without an element.
const START: &str = "const [deal] = given; await bring('/fixture/bring.js'); \
    const [one, other] = ['one', 'other'].map((id) => document.getElementById(id)); \
    const make = (attributes = {}) => { const made = document.createElement('deal-explorer'); \
        for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value); return made; }; \
    const view = (element) => element.shadowRoot.querySelector('section[data-view]')?.dataset.view; ";

/// Follows a script on an empty page; it must give true and leave no trouble.
fn holds(script: &str) -> Outcome {
    on_plain_page("fixture/empty.html", async |page| {
        let found: Value = page.follow(&format!("{START}{script}"), vec![json!(DEAL)]).await?;
        ensure!(found == json!(true), "it gives {found}");
        page.no_troubles().await
    })
}

/// Makes and removes this many elements, some of them before they are ready.
const LOOP: &str = "const [deal, count] = given; await bring('/fixture/bring.js'); \
    const place = document.getElementById('one'); \
    for (let at = 0; at < count; at += 1) { \
        const made = document.createElement('deal-explorer'); made.data = deal; \
        if (at % 3 === 0) made.setAttribute('permalink', 'hash'); \
        made.append(document.createElement('p')); place.append(made); \
        if (at % 5 === 4) await pause(); else { await made.ready; \
            made.shadowRoot.querySelector('nav button:not([aria-current])').click(); await pause(); } \
        made.remove(); await pause(); \
    } const wasm = await window.wasm(); \
    const table = Object.values(wasm).find((one) => one instanceof WebAssembly.Table && one.length > 100); \
    return { memory: wasm.memory.buffer.byteLength, references: table ? table.length : 0 }";

#[test]
fn five_hundred_elements_leave_nothing_behind() -> Outcome {
    on_plain_page("fixture/empty.html", async |page| {
        let mut counts = Vec::new();
        for round in 0..10 {
            let mut count: Value = page.follow(LOOP, vec![json!(DEAL), json!(50)]).await?;
            if page.engine() == Engine::Chromium && [0, 9].contains(&round) {
                browsers_own(page, &mut count).await?;
            }
            counts.push(count);
        }
        let (after_50, after_500) = (counts.first().context("a count")?, counts.last().context("a count")?);
        // Room for what a browser keeps for itself; 450 elements that left one thing each would be over it.
        for (name, room) in [
            ("memory", 4.0 * 65_536.0),
            ("references", 64.0),
            ("Nodes", 100.0),
            ("JSEventListeners", 20.0),
            ("JSHeapUsedSize", 300_000.0),
        ] {
            let number = |count: &Value| count[name].as_f64().unwrap_or_default();
            let (before, now) = (number(after_50), number(after_500));
            ensure!(now <= before + room, "{name} grew from {before} to {now}: {counts:#?}");
        }
        page.no_troubles().await
    })
}

/// Chromium's own counters, after it has taken away what nobody uses.
async fn browsers_own(page: &Page, count: &mut Value) -> Result<()> {
    let cdp = page.driver().cdp();
    cdp.send_raw("Performance.enable", json!({})).await?;
    for _ in 0..3 {
        cdp.send_raw("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let answer = cdp.send_raw("Performance.getMetrics", json!({})).await?;
    let metrics = answer.get("metrics").and_then(Value::as_array).context("no metrics")?;
    for name in ["Nodes", "JSEventListeners", "JSHeapUsedSize"] {
        let metric = metrics.iter().find(|metric| metric.get("name") == Some(&json!(name)));
        let value = metric.and_then(|metric| metric.get("value")).context(name)?;
        count.as_object_mut().context("no counts")?.insert(name.to_owned(), value.clone());
    }
    Ok(())
}

#[test]
fn an_element_that_is_moved_keeps_everything() -> Outcome {
    on_page("gallery/two.html", async |page| {
        page.use_control("nav[aria-label='Views of the deal']", "Conditions").await?;
        page.type_into("input[type=search]", "aid").await?;
        page.click("section[aria-label=Results] button[aria-expanded=false]").await?;
        page.find(".proof").await?;
        let same: bool = page
            .follow(
                "const main = document.querySelector('main'); const view = root.querySelector('section.view'); \
                 const before = root.innerHTML, state = host.state; const events = []; \
                 for (const name of ['deal-ready', 'deal-error', 'deal-view', 'deal-select', 'deal-state']) \
                    document.addEventListener(name, (event) => events.push(event.type)); \
                 main.append(host); main.prepend(host); \
                 const around = document.createElement('section'); main.prepend(around); around.append(host); \
                 await pause(); await pause(); \
                 return root.innerHTML === before && host.state === state && state.includes('q=aid') && !events.length \
                    && root.querySelector('section.view') === view && root.querySelector('input').value === 'aid' \
                    && !!root.querySelector('.proof')",
                vec![],
            )
            .await?;
        ensure!(same, "it is not as it was");
        // It is alive where it is now.
        page.click("button[aria-expanded=true]").await?;
        page.gone(".proof").await
    })
}

#[test]
fn an_element_that_is_put_back_shows_what_it_showed() -> Outcome {
    holds(
        "const made = make({ view: 'facts' }); made.data = deal; one.append(made); await made.ready; \
         const press = (name) => [...made.shadowRoot.querySelectorAll('nav button')].find((all) => all.textContent.trim() === name).click(); \
         press('Parties'); await come(() => view(made) === 'parties'); \
         made.remove(); await pause(); \
         if (made.shadowRoot.querySelector('.deal')) return 'an app is still in it'; \
         if (made.state !== 'parties') return 'its state is ' + made.state; \
         other.append(made); await come(() => view(made) === 'parties'); \
         press('Brief'); await come(() => view(made) === 'brief'); \
         made.remove(); await pause(); one.append(made); await come(() => view(made)); \
         if (view(made) !== 'brief') return 'the reader was at the brief, not at ' + view(made); \
         made.remove(); await pause(); made.setAttribute('view', 'open'); \
         one.append(made); await come(() => view(made)); return view(made) === 'open'",
    )
}

#[test]
fn what_is_set_before_the_script_comes_counts() -> Outcome {
    on_plain_page("fixture/empty.html", async |page| {
        let found: Value = page
            .follow(
                "const made = document.createElement('deal-explorer'); \
                 made.data = JSON.parse(given[0]); made.state = 'conditions'; made.labels = { brief: 'In short' }; \
                 document.getElementById('one').append(made); \
                 await bring('/deal-explorer.js'); await customElements.whenDefined('deal-explorer'); \
                 if (!await made.ready) return 'not ready'; \
                 const words = made.shadowRoot.textContent; \
                 return made.shadowRoot.querySelector('section').dataset.view === 'conditions' && words.includes('In short') \
                    && words.includes('Lantern') && Object.keys(made).every((key) => key === 'ready')",
                vec![json!(DEAL)],
            )
            .await?;
        ensure!(found == json!(true), "it gives {found}");
        page.no_troubles().await
    })
}

#[test]
fn a_second_script_and_a_second_copy_do_no_harm() -> Outcome {
    holds(
        "const defined = customElements.get('deal-explorer'); \
         await bring('/deal-explorer.js?again'); await bring('/some/deep/path/deal-explorer.js'); \
         if (customElements.get('deal-explorer') !== defined) return 'another definition'; \
         const made = make(); made.data = deal; one.append(made); \
         const second = make({ src: '/deals/no-exchange.json' }); other.append(second); \
         if (!await made.ready || !await second.ready) return 'not ready'; \
         const modules = performance.getEntriesByType('resource').filter((all) => all.name.endsWith('app_bg.wasm')); \
         return modules.length === 1 || modules.map((all) => all.name)",
    )
}

#[test]
fn methods_wait_until_the_element_is_ready() -> Outcome {
    holds(
        "const made = make(); made.data = deal; \
         const answers = [made.show('parties'), made.show('nonsense'), made.select('sky-office'), made.select('nobody')]; \
         const text = made.export('json'); one.append(made); \
         const shown = await Promise.all(answers); \
         const known = JSON.parse(deal).actors.some((actor) => actor.id === 'sky-office'); \
         if (JSON.stringify(shown) !== JSON.stringify([true, false, known, false])) return shown; \
         if (await text !== deal) return 'another text'; \
         await made.reset(); if (made.state !== '') return made.state; await come(() => view(made) === 'brief'); return true",
    )
}

#[test]
fn attributes_that_change_leave_the_reader_where_they_are() -> Outcome {
    on_page("gallery/article.html", async |page| {
        page.use_control("nav[aria-label='Views of the deal']", "Conditions").await?;
        page.click("[data-item=press-assad] button[aria-expanded]").await?;
        page.find(".proof").await?;
        let here = "&& !!root.querySelector('section[data-view=conditions] .proof')";
        for (what, change, sign) in [
            ("dark", "host.setAttribute('theme', 'dark')", "getComputedStyle(host).colorScheme === 'dark'"),
            ("light", "host.setAttribute('theme', 'light')", "getComputedStyle(host).colorScheme === 'light'"),
            ("no search", "host.setAttribute('controls', 'menu')", "!root.querySelector('search').checkVisibility()"),
            ("the menu", "host.setAttribute('controls', 'menu')", "root.querySelector('.menu').checkVisibility()"),
            ("all controls", "host.removeAttribute('controls')", "root.querySelector('search').checkVisibility()"),
            ("a language", "host.setAttribute('lang', 'en-GB')", "root.querySelector('.deal').lang === 'en'"),
            ("links", "host.setAttribute('permalink', 'hash')", "root.textContent.includes('Copy link to this')"),
            ("no links", "host.removeAttribute('permalink')", "!root.textContent.includes('Copy link to this')"),
        ] {
            page.ask::<()>(change, vec![]).await?;
            page.comes(what, &format!("return {sign} {here}")).await?;
        }
        // Another document: the view stays, and what the other deal does not know goes.
        page.ask::<()>("host.setAttribute('src', '../deals/no-exchange.json')", vec![]).await?;
        page.comes(
            "the other deal",
            "return root.textContent.includes('Lantern') && !!root.querySelector('section[data-view=conditions]')",
        )
        .await?;
        page.ask::<()>("host.setAttribute('src', '../deals/broken.json')", vec![]).await?;
        page.find("[role=alert]").await?;
        page.find("section[data-view=conditions]").await?;
        page.ask::<()>("host.setAttribute('view', 'facts')", vec![]).await?;
        page.find("section[data-view=facts]").await?;
        page.address_ends("/gallery/article.html").await
    })
}

#[test]
fn only_what_the_reader_does_is_told() -> Outcome {
    on_page("gallery/article.html", async |page| {
        let listen = "window.told = []; for (const name of ['deal-ready', 'deal-error', 'deal-view', 'deal-select', 'deal-state']) \
            document.addEventListener(name, (event) => told.push([event.type, event.detail.view, event.detail.selected, \
                event.detail.state, event.bubbles && event.composed && !event.cancelable && event.target === host, window.within ?? false]))";
        page.ask::<()>(listen, vec![]).await?;
        let hosts = "await host.show('parties'); await host.select('russia'); host.setAttribute('view', 'conditions'); \
                     host.setAttribute('selected', 'press-assad'); host.state = 'facts;q=aid'; await pause(); await host.reset(); \
                     host.setAttribute('theme', 'dark'); host.labels = { brief: 'In short' }; \
                     await come(() => root.textContent.includes('In short')); await pause(); return told";
        let told: Value = page.follow(hosts, vec![]).await?;
        ensure!(told == json!([]), "the host is told of what it did: {told}");
        // The reader's own are told on a later task than the one they were done in.
        let reader = "const facts = [...root.querySelectorAll('.menu button')].find((one) => one.textContent.trim() === 'Facts'); \
                      window.within = true; facts.click(); await Promise.resolve(); window.within = false; \
                      await come(() => told.length >= 2); await pause(); await pause(); return told";
        let told: Value = page.follow(reader, vec![]).await?;
        let expected = json!([
            ["deal-view", "facts", null, "facts", true, false],
            ["deal-state", "facts", null, "facts", true, false]
        ]);
        ensure!(told == expected, "{told}");
        Ok(())
    })
}

#[test]
fn what_the_page_begins_with_is_no_news() -> Outcome {
    holds(
        "const told = []; for (const name of ['deal-ready', 'deal-view', 'deal-select', 'deal-state']) \
            document.addEventListener(name, (event) => told.push(event.type)); \
         const all = [make({ view: 'facts', selected: 'sky-office' }), make({ selected: 'sky-office' }), make()]; \
         all[2].state = 'parties;q=a'; \
         for (const made of all) { made.data = deal; one.append(made); await made.ready; } await pause(); await pause(); \
         return told.length === 3 && told.every((name) => name === 'deal-ready') || told",
    )
}

#[test]
fn events_leave_the_shadow_roots_of_the_page() -> Outcome {
    holds(
        "const root = one.attachShadow({ mode: 'open' }); const made = make(); made.data = deal; const told = []; \
         document.addEventListener('deal-ready', (event) => told.push(event.detail.title, event.target === one)); \
         root.append(made); await made.ready; await pause(); \
         return told.length === 2 && told[0].includes('Lantern') && told[1]",
    )
}

#[test]
fn the_wheel_scrolls_the_page_and_its_shortcuts_are_its_own() -> Outcome {
    on_page("gallery/article.html", async |page| {
        let listen = "window.keys = []; document.addEventListener('keydown', (event) => keys.push([event.key, event.defaultPrevented])); \
                      window.wheels = []; document.addEventListener('wheel', (event) => wheels.push(event.defaultPrevented), { passive: true })";
        page.ask::<()>(listen, vec![]).await?;
        page.focus(".menu button").await?;
        let keys = ["a", "k", "/", "?", "j", "ArrowDown", "ArrowUp", "PageDown", "Home", "End", "Escape"];
        for key in keys {
            page.press(key).await?;
        }
        let seen: Vec<(String, bool)> = page.ask("return window.keys", vec![]).await?;
        ensure!(seen.len() == keys.len(), "of {} keys the page sees {seen:?}", keys.len());
        ensure!(seen.iter().all(|(_, prevented)| !prevented), "{seen:?}");
        page.ask::<()>("scrollTo(0, 0)", vec![]).await?;
        page.wheel(600, 500, 400).await?;
        page.comes("the page has moved", "return root.elementFromPoint(600, 500) && scrollY > 100").await?;
        page.comes("nobody stopped it", "return wheels.length > 0 && wheels.every((prevented) => !prevented)").await
    })
}
