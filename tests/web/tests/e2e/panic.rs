//! The worst: the module panics. The page around it goes on, and every element shows its own content again.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use web_tests::{Outcome, Page, on_plain_page};

const DEAL: &str = include_str!("../../../deals/no-exchange.json");

/// Two elements that show a deal, one that waits for its document, and one far below that waits to be seen.
const FOUR: &str = "await bring('/fixture/bring.js'); window.told = []; \
    document.addEventListener('deal-error', ({ target, detail }) => told.push([target.id, detail.kind, detail.fatal])); \
    const nobody = new Promise(() => {}), fetch = window.fetch; \
    window.fetch = (address) => String(address).endsWith('never.json') ? nobody : fetch(address); \
    const make = (id, attributes) => { const made = document.createElement('deal-explorer'); made.id = id; \
        made.innerHTML = '<p>In words.</p>'; \
        for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value); return made; }; \
    window.make = make; const place = document.getElementById('one'); \
    const shown = [make('first', { permalink: 'hash' }), make('second', {})]; \
    for (const one of shown) { one.data = given[0]; place.append(one); await one.ready; } \
    const far = document.createElement('div'); far.style.blockSize = '5000px'; place.append(far); \
    place.append(make('third', { src: '/deals/never.json' }), make('fourth', { loading: 'lazy' })); \
    await come(() => document.getElementById('third').shadowRoot);";

/// From now on no node comes into any shadow root, which Yew takes for granted; then the reader turns to another view.
const BREAK: &str = "for (const name of ['insertBefore', 'appendChild']) { const kept = Node.prototype[name]; \
        Node.prototype[name] = function (...all) { \
            if (this.getRootNode() instanceof ShadowRoot) throw new Error('no more nodes'); return kept.apply(this, all); }; } \
    [...root.querySelectorAll('.menu button')].find((one) => one.textContent.trim() === 'Facts').click(); \
    await come(() => told.length >= 4); await pause(); return told";

/// Breaks the module; gives what was told.
async fn broken(page: &Page) -> Result<Value> {
    page.follow::<()>(FOUR, vec![json!(DEAL)]).await?;
    page.no_troubles().await?;
    page.follow(BREAK, vec![]).await
}

#[test]
fn every_element_shows_its_own_content_again_and_says_so() -> Outcome {
    on_plain_page("fixture/empty.html", async |page| {
        let told = broken(page).await?;
        let expected = json!(["first", "second", "third", "fourth"].map(|id| json!([id, "panic", true])));
        ensure!(told == expected, "{told}");
        let states: Value = page
            .follow(
                "const all = []; for (const one of document.querySelectorAll('deal-explorer')) { \
                    const ready = await Promise.race([one.ready, pause().then(() => 'never')]); \
                    all.push([one.id, one.querySelector('p').checkVisibility(), one.dataset.ready, ready, \
                        one.shadowRoot ? one.shadowRoot.innerHTML : '']); } return all",
                vec![],
            )
            .await?;
        let slot = "<slot></slot>";
        let expected = json!([
            ["first", true, "failed", true, slot],
            ["second", true, "failed", true, slot],
            ["third", true, "failed", false, slot],
            ["fourth", true, "failed", false, ""],
        ]);
        ensure!(states == expected, "{states}");
        Ok(())
    })
}

#[test]
fn the_page_goes_on_and_nothing_calls_the_module_again() -> Outcome {
    on_plain_page("fixture/empty.html", async |page| {
        broken(page).await?;
        let before = page.troubles().await?;
        ensure!(before.iter().any(|one| one.contains("panic")), "the console says nothing of it: {before:?}");
        let went: Value = page
            .follow(
                "let clicks = 0; const button = document.createElement('button'); button.onclick = () => clicks += 1; \
                 document.body.append(button); button.click(); \
                 const first = document.getElementById('first'); \
                 location.hash = '#deal=parties'; await pause(); history.back(); await come(() => location.hash === ''); await pause(); \
                 const answers = [await first.show('facts'), await first.select('sky-office'), await first.reset()]; \
                 first.state = 'facts'; first.data = given[0]; first.labels = { brief: 'x' }; first.setAttribute('view', 'open'); \
                 first.setAttribute('lang', 'en-GB'); first.remove(); await pause(); document.body.append(first); await pause(); \
                 const text = await first.export(); \
                 return [clicks, answers, text ?? null, first.querySelector('p').checkVisibility()]",
                vec![json!(DEAL)],
            )
            .await?;
        ensure!(went == json!([1, [false, false, false], null, true]), "{went}");
        let after = page.troubles().await?;
        ensure!(after == before, "more trouble came: {:?}", after.get(before.len()..));
        Ok(())
    })
}

#[test]
fn an_element_that_comes_later_shows_its_own_content_at_once() -> Outcome {
    on_plain_page("fixture/empty.html", async |page| {
        broken(page).await?;
        let seen: Value = page
            .follow(
                "const late = make('late', {}), words = late.querySelector('p'); document.body.append(late); \
                 const now = words.checkVisibility(); const ready = await late.ready; await pause(); \
                 return [now, ready, words.checkVisibility(), late.shadowRoot, told.at(-1)]",
                vec![],
            )
            .await?;
        ensure!(seen == json!([true, false, true, null, ["late", "panic", true]]), "{seen}");
        Ok(())
    })
}
