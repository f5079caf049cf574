//! Details of events as a page gets them, held against their types for TypeScript.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use web_tests::{Outcome, Page, on_page, on_plain_page};

const READY: &str = "return !!host && host.hasAttribute('data-ready')";
const VIEWS: &str = "nav[aria-label='Views of the deal']";

#[test]
fn what_loading_yields_is_typed() -> Outcome {
    // Plain, because an address is to lead nowhere.
    on_plain_page("gallery/article.html", async |page| {
        page.comes("it is ready", READY).await?;
        let shown = heard(page, "deal-ready", "host.data = await host.export()").await?;
        typed("DealReadyDetail", &shown)?;
        let refused = heard(page, "deal-error", "host.data = null; host.setAttribute('src', 'none.json')");
        let refused = refused.await?;
        ensure!(refused.pointer("/status") == Some(&json!(404)), "{refused}");
        typed("DealErrorDetail", &refused)
    })
}

#[test]
fn faults_are_typed() -> Outcome {
    on_plain_page("gallery/article.html", async |page| {
        page.comes("it is ready", READY).await?;
        let faults = heard(page, "deal-error", "host.data = { format: 1, actor: [] }").await?;
        typed("DealErrorDetail", &faults)?;
        let first = faults.pointer("/issues/0").context("no issue")?;
        typed("DealIssue", first)?;
        ensure!(first.pointer("/line").is_some_and(|line| line.as_u64() > Some(0)), "no place: {first}");
        Ok(())
    })
}

#[test]
fn what_the_reader_does_is_typed() -> Outcome {
    on_page("gallery/article.html", async |page| {
        let keep = "window.kept = {}; for (const name of ['deal-view', 'deal-select', 'deal-state']) \
                    document.addEventListener(name, (event) => window.kept[name] = event.detail)";
        page.ask::<()>(keep, vec![]).await?;
        page.use_control(VIEWS, "Parties").await?;
        page.use_control("nav[aria-label=Parties]", "Russia …").await?;
        page.comes("all three are heard", "return Object.keys(window.kept).length === 3").await?;
        let kept: Value = page.ask("return window.kept", vec![]).await?;
        for (name, detail) in kept.as_object().context("nothing")? {
            typed("DealLooksDetail", detail).with_context(|| name.clone())?;
        }
        Ok(())
    })
}

#[test]
fn what_the_reader_supposes_is_typed() -> Outcome {
    on_page("gallery/article.html", async |page| {
        let keep = "host.addEventListener('deal-suppose', (event) => window.kept = event.detail)";
        page.ask::<()>(keep, vec![]).await?;
        page.click("[data-item=press-assad] button[aria-expanded]").await?;
        page.use_control("[data-item=press-assad]", "What if this fails?").await?;
        page.comes("it is heard", "return !!window.kept").await?;
        let kept: Value = page.ask("return window.kept", vec![]).await?;
        typed("DealSupposeDetail", &kept)?;
        ensure!(kept.pointer("/supposed/press-assad") == Some(&json!("fails")), "{kept}");
        ensure!(kept.pointer("/follows/cooperate-militarily") == Some(&json!("no-longer-owed")), "{kept}");
        Ok(())
    })
}

/// The detail of the next event of this name, after a script.
async fn heard(page: &Page, name: &str, script: &str) -> Result<Value> {
    let script = format!(
        "const host = document.querySelector('deal-explorer'), done = arguments[arguments.length - 1]; \
         host.addEventListener({name:?}, (event) => done(event.detail), {{ once: true }}); (async () => {{ {script} }})()"
    );
    Ok(page.driver().execute_async(script, vec![]).await?.json().clone())
}

/// The detail must have every field that its type requires, and none that the type does not have.
fn typed(interface: &str, detail: &Value) -> Result<()> {
    let types = include_str!("../../../../embed/deal-explorer.d.ts");
    let (_, rest) = types.split_once(&format!("export interface {interface} {{\n")).context("no such type")?;
    let lines = rest.split("\n}").next().into_iter().flat_map(str::lines).map(str::trim);
    let fields = lines.filter(|line| line.starts_with(|letter: char| letter.is_alphabetic()));
    let fields: Vec<&str> = fields.filter_map(|line| line.split(':').next()).collect();
    let known: BTreeSet<&str> = fields.iter().map(|field| field.trim_end_matches('?')).collect();
    let there: BTreeSet<&str> = detail.as_object().context("no object")?.keys().map(String::as_str).collect();
    ensure!(there.is_subset(&known), "{interface} does not know all of {detail}");
    let missing: Vec<&&str> = fields.iter().filter(|field| !field.ends_with('?') && !there.contains(**field)).collect();
    ensure!(!known.is_empty() && missing.is_empty(), "{interface} promises {missing:?}, and there is {detail}");
    Ok(())
}
