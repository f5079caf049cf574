//! The page for an iframe and the script for the page around it: heights, links and messages, with checks of both sides.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use web_tests::{Outcome, Page, Theme, on_plain_page};

/// Adds a frame with this query to an empty page and keeps what it says, but for its heights.
const FRAMED: &str = "window.heights = []; window.heard = []; \
    const frame = document.createElement('iframe'); frame.width = 800; frame.height = 300; \
    if (given[1] !== null) frame.sandbox = given[1]; \
    addEventListener('message', ({ source, data }) => { if (source !== frame.contentWindow) return; \
        (JSON.stringify(data).match(/resize|embed-size|pym/) ? heights : heard).push(data); }); \
    frame.src = '/frame.html' + given[0]; document.body.append(frame); \
    await come(() => heard.some(({ type }) => type === 'deal-explorer:ready' || type === 'deal-explorer:error')); ";

/// What the frame's explorer shows, from inside the frame.
async fn inside<T: serde::de::DeserializeOwned>(page: &Page, script: &str) -> Result<T> {
    page.driver().enter_frame(0).await?;
    let answer = page.ask(script, vec![]).await;
    page.driver().enter_parent_frame().await?;
    answer
}

#[test]
fn the_query_becomes_the_elements_attributes() -> Outcome {
    on_plain_page(
        "frame.html?src=deals/harbour.json&view=facts&lang=de&theme=dark&controls=title%20menu&permalink&evil=1&onclick=x",
        async |page| {
            page.comes("it shows", "return host.dataset.ready === 'shown'").await?;
            let attributes: Value = page
                .ask("return Object.fromEntries([...host.attributes].map(({ name, value }) => [name, value]))", vec![])
                .await?;
            let expected = json!({ "src": "deals/harbour.json", "view": "facts", "lang": "de", "theme": "dark",
                "controls": "title menu", "permalink": "hash", "data-ready": "shown" });
            ensure!(attributes == expected, "{attributes}");
            page.find("section[data-view=facts]").await?;
            let paper: Vec<String> = page
                .ask(
                    "return [document.body, root.querySelector('.deal')].map((one) => getComputedStyle(one).backgroundColor)",
                    vec![],
                )
                .await?;
            ensure!(paper == ["rgb(20, 22, 26)", "rgb(20, 22, 26)"], "{paper:?}");
            let title: (String, String) =
                page.ask("return [document.title, root.querySelector('h1').textContent]", vec![]).await?;
            ensure!(title.0 == title.1, "{title:?}");
            page.accessible().await?;
            page.no_troubles().await
        },
    )
}

#[test]
fn the_frame_tells_its_height_in_three_forms_and_what_it_shows() -> Outcome {
    on_plain_page("fixture/empty.html", async |page| {
        let script = format!(
            "{FRAMED} const last = () => heights.filter(({{ type }}) => type === 'deal-explorer:resize').at(-1); \
             const own = () => Math.ceil(frame.contentDocument.body.getBoundingClientRect().height); \
             await come(() => own() > 400 && last()?.height === own()); \
             return [own(), heights, heard, last()]"
        );
        let (own, heights, heard, last): (u64, Vec<Value>, Vec<Value>, Value) =
            page.follow(&script, vec![json!("?src=deals/harbour.json&childId=h-1&state=parties"), Value::Null]).await?;
        ensure!(own > 400, "the frame is {own} high");
        ensure!(last == json!({ "type": "deal-explorer:resize", "id": "h-1", "height": own }), "{last}");
        ensure!(heights.contains(&json!({ "sentinel": "amp", "type": "embed-size", "height": own })), "{heights:?}");
        ensure!(heights.contains(&json!(format!("pymxPYMxh-1xPYMxheightxPYMx{own}"))), "{heights:?}");
        let [ready] = heard.as_slice() else { anyhow::bail!("{heard:?}") };
        let expected = json!({ "type": "deal-explorer:ready", "id": "h-1", "state": "parties", "deal": {
            "id": "harbour-night-ferry", "language": "en-GB", "title": "The night ferry of Averil and Skarrow" } });
        ensure!(*ready == expected, "{ready}");
        page.no_troubles().await
    })
}

#[test]
fn both_sides_tell_each_other_the_state() -> Outcome {
    on_plain_page("fixture/empty.html", async |page| {
        page.follow::<()>(FRAMED, vec![json!("?src=deals/harbour.json"), Value::Null]).await?;
        page.follow::<()>("document.querySelector('iframe').contentWindow.postMessage({ type: 'deal-explorer:state', state: 'facts' }, '*')", vec![]).await?;
        let shows = "const inner = document.querySelector('iframe').contentDocument.querySelector('deal-explorer').shadowRoot; ";
        let follows = format!("{shows} return !!inner.querySelector('section[data-view=facts]')");
        page.comes("the frame follows", &follows).await?;
        let told: Vec<Value> = page
            .follow(
                &format!("const before = heard.length; {{ {shows} [...inner.querySelectorAll('.menu button')].at(-1).click(); }} \
                          await come(() => heard.length > before); await pause(); return heard.slice(1)"),
                vec![],
            )
            .await?;
        let expected =
            json!({ "type": "deal-explorer:state", "id": "", "view": "source", "selected": null, "state": "source" });
        ensure!(told == [expected], "{told:?}");
        // Nobody but the page around may ask: a frame beside it sends the same.
        let beside = "const beside = document.createElement('iframe'); beside.src = '/fixture/empty.html'; document.body.append(beside); \
            await new Promise((on) => beside.onload = on); const script = beside.contentDocument.createElement('script'); \
            beside.contentWindow.target = document.querySelector('iframe').contentWindow; \
            script.src = '/fixture/intruder.js'; beside.contentDocument.head.append(script); \
            await new Promise((on) => script.onload = on); await pause(); await pause(); await pause(); return true";
        page.follow::<bool>(beside, vec![]).await?;
        let view: String = inside(page, "return root.querySelector('section[data-view]').dataset.view").await?;
        ensure!(view == "source", "a stranger turned it to {view}");
        page.no_troubles().await
    })
}

#[test]
fn a_deal_that_cannot_be_shown_is_told_to_the_page_around() -> Outcome {
    on_plain_page("fixture/empty.html", async |page| {
        let script = format!("{FRAMED} return heard");
        let heard: Vec<Value> =
            page.follow(&script, vec![json!("?src=deals/nowhere.json&childId=x"), Value::Null]).await?;
        let [error] = heard.as_slice() else { anyhow::bail!("{heard:?}") };
        for (key, value) in [
            ("type", json!("deal-explorer:error")),
            ("id", json!("x")),
            ("kind", json!("refused")),
            ("status", json!(404)),
            ("fatal", json!(false)),
        ] {
            ensure!(error[key] == value, "{key} of {error}");
        }
        Ok(())
    })
}

#[test]
fn links_lead_out_of_the_frame() -> Outcome {
    on_plain_page("frame.html", async |page| {
        page.comes("it shows", "return host.dataset.ready === 'shown'").await?;
        page.click("[data-item=press-assad] button[aria-expanded]").await?;
        page.find(".proof a[href^=http]").await?;
        let bad: Vec<String> = page
            .ask(
                "const base = document.querySelector('base')?.target; \
                 return [...root.querySelectorAll('a[href]')].filter((one) => (one.target || base) !== '_blank').map((one) => one.href)",
                vec![],
            )
            .await?;
        ensure!(bad.is_empty(), "{bad:?}");
        Ok(())
    })
}

#[test]
fn in_a_sandbox_it_runs_with_scripts_alone() -> Outcome {
    on_plain_page("gallery/sandbox.html", async |page| {
        page.comes(
            "the host gives it its height",
            "return parseInt(document.querySelector('iframe').style.height) > 400",
        )
        .await?;
        page.driver().enter_frame(0).await?;
        page.comes("it shows", "return origin === 'null' && host.dataset.ready === 'shown'").await?;
        page.use_control("nav[aria-label='Views of the deal']", "Conditions").await?;
        page.find("section[data-view=conditions]").await?;
        page.click("[data-item] button[aria-expanded=false]").await?;
        page.use_control(".proof", "Copy link to this").await?;
        // Firefox lets it copy even there.
        page.comes(
            "it is copied, or shown to be copied by hand",
            "const said = root.querySelector('.copy [role=status]').textContent; \
             return said.includes('Copied') || said.includes('frame.html?permalink&src=deals/harbour.json#deal=')",
        )
        .await?;
        let kept = page.stored().await?;
        ensure!(kept.is_empty(), "stored: {kept:?}");
        page.ask::<()>("for (const one of ['localStorage', 'sessionStorage']) { try { window[one]; } catch { continue; } throw new Error(one); }", vec![]).await?;
        let troubles = page.troubles().await?;
        // `location.origin` is not `null` there, so its own files look like another origin's to this list.
        let mine = format!("another origin was asked: {}", page.base());
        let other: Vec<&String> = troubles.iter().filter(|one| !one.starts_with(&mine)).collect();
        ensure!(other.is_empty(), "{other:?}");
        // Last: where there is no origin, the audit itself breaks the policy.
        page.accessible().await?;
        page.driver().enter_parent_frame().await?;
        page.no_troubles().await
    })
}

#[test]
fn the_host_script_keeps_height_and_links() -> Outcome {
    on_plain_page("gallery/iframe.html#chapter&deal=parties/russia", async |page| {
        let fits = "const frame = document.querySelector('iframe'); \
            const own = Math.ceil(frame.contentDocument.body.getBoundingClientRect().height); \
            return !!frame.contentDocument.querySelector('deal-explorer[data-ready]') && frame.clientHeight === own";
        page.comes("the frame fits", fits).await?;
        let shows = |what: &str| {
            format!(
                "return !!document.querySelector('iframe').contentDocument.querySelector('deal-explorer').shadowRoot.querySelector('{what}')"
            )
        };
        page.comes("the link leads to the party", &shows("[data-page=russia]")).await?;
        page.driver().enter_frame(0).await?;
        page.use_control("nav[aria-label='Views of the deal']", "Conditions").await?;
        page.driver().enter_parent_frame().await?;
        page.address_ends("/gallery/iframe.html#chapter&deal=conditions").await?;
        page.comes("the frame fits again", fits).await?;
        page.driver().enter_frame(0).await?;
        page.type_into("input[type=search]", "aid").await?;
        page.driver().enter_parent_frame().await?;
        page.address_ends("/gallery/iframe.html#chapter&deal=conditions;q=aid").await?;
        // One step back leads past all typing.
        page.back().await?;
        page.address_ends("/gallery/iframe.html#chapter&deal=parties/russia").await?;
        page.comes("the frame goes back too", &shows("[data-page=russia]")).await?;
        page.ask::<()>("location.hash = 'chapter'", vec![]).await?;
        page.comes("the beginning again", &shows("section[data-view=brief]")).await?;
        page.no_troubles().await
    })
}

#[test]
fn the_host_script_hears_nobody_else() -> Outcome {
    on_plain_page("gallery/iframe.html", async |page| {
        page.comes(
            "it shows",
            "return !!document.querySelector('iframe').contentDocument?.querySelector('deal-explorer[data-ready]')",
        )
        .await?;
        page.comes("the host has its height", "return document.querySelector('iframe').style.height !== ''").await?;
        let told = "const frame = document.querySelector('iframe'); const before = [frame.style.height, location.href]; \
            const lie = [{ type: 'deal-explorer:resize', id: 'charter', height: 77 }, { type: 'deal-explorer:state', state: 'facts', view: 'facts' }]; \
            for (const data of lie) { \
                postMessage(data, '*'); \
                dispatchEvent(new MessageEvent('message', { data, source: frame.contentWindow, origin: 'https://evil.example' })); \
                dispatchEvent(new MessageEvent('message', { data, source: frame.contentWindow, origin: 'null' })); \
                dispatchEvent(new MessageEvent('message', { data, source: window, origin: location.origin })); } \
            for (const data of [null, 1, 'text', {}, { type: 'deal-explorer:resize', height: 'calc(1px)' }, { type: 'deal-explorer:state', state: 7 }]) \
                dispatchEvent(new MessageEvent('message', { data, source: frame.contentWindow, origin: location.origin })); \
            await pause(); await pause(); const lied = [frame.style.height, location.href]; \
            dispatchEvent(new MessageEvent('message', { data: lie[0], source: frame.contentWindow, origin: location.origin })); \
            return [before, lied, frame.style.height, Object.keys(window).filter((name) => ['KEY', 'asked', 'keep', 'restore', 'sender', 'isLinked', 'explorer', 'query'].includes(name))]";
        let (before, lied, height, names): (Value, Value, String, Vec<String>) = page.follow(told, vec![]).await?;
        ensure!(before == lied, "a lie was heard: {before} became {lied}");
        ensure!(height == "77px", "the frame itself is not heard: {height}");
        ensure!(names.is_empty(), "names leak: {names:?}");
        page.no_troubles().await
    })
}

#[test]
fn the_pages_around_are_accessible_and_keep_nothing() -> Outcome {
    on_plain_page("fixture/", async |page| {
        for path in ["gallery/iframe.html", "gallery/sandbox.html"] {
            page.visit(path).await?;
            page.comes("it has its height", "return document.querySelector('iframe').style.height !== ''").await?;
            for theme in [Theme::Light, Theme::Dark] {
                page.theme(theme).await?;
                page.accessible().await?;
            }
            let kept = page.stored().await?;
            ensure!(kept.is_empty(), "stored: {kept:?}");
            page.no_troubles().await?;
        }
        Ok(())
    })
}

#[test]
fn without_scripts_the_frame_leads_to_what_can_be_read() -> Outcome {
    on_plain_page("fixture/empty.html", async |page| {
        let script = "const text = await (await fetch('/frame.html')).text(); const page = new DOMParser().parseFromString(text, 'text/html'); \
            const link = page.querySelector('deal-explorer a'); const there = await fetch('/' + link.getAttribute('href')); \
            return [link.getAttribute('href'), there.ok && (await there.text()).includes('class=\"prose\"')]";
        let link: Value = page.follow(script, vec![]).await?;
        ensure!(link == json!(["./", true]), "{link}");
        Ok(())
    })
}
