//! Exports as a page asks for them: they come by a module of their own, and only then.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use web_tests::{Outcome, Page, on_page, on_plain_page};

/// Follows a script that ends with `return`, on the page's element.
async fn follow(page: &Page, script: &str) -> Result<Value> {
    page.follow(&format!("const host = document.querySelector('deal-explorer'); {script}"), vec![]).await
}

async fn text(page: &Page, call: &str) -> Result<String> {
    let written = follow(page, &format!("return await host.export({call})")).await?;
    written.as_str().map(str::to_owned).with_context(|| format!("export({call}) gives {written}"))
}

/// How many files of the second module were loaded.
async fn second(page: &Page) -> Result<usize> {
    Ok(page.loaded().await?.iter().filter(|address| address.contains("deal-explorer-faults")).count())
}

#[test]
fn a_page_gets_every_export_and_the_second_module_only_then() -> Outcome {
    on_page("gallery/article.html", async |page| {
        ensure!(text(page, "").await?.starts_with('{'), "no document");
        ensure!(second(page).await? == 0, "the second module came unasked");
        let table = text(page, "'csv'").await?;
        ensure!(second(page).await? > 0, "where does this come from?");
        ensure!(table.starts_with("list,id,text,voice,certainty,hedge,"), "{table:.80}");
        ensure!(table.contains("\r\nconditions,press-assad,"), "no condition");
        let conditions = text(page, "'csv', 'conditions'").await?;
        ensure!(conditions.starts_with("id,text,") && conditions.len() < table.len(), "{conditions:.80}");
        ensure!(text(page, "'markdown'").await?.contains("## The bargain"), "no bargain");
        let linked: Value = serde_json::from_str(&text(page, "'jsonld'").await?)?;
        ensure!(linked.get("@id") == Some(&Value::from("#deal")), "{linked}");
        let network = "const xml = new DOMParser().parseFromString(await host.export('graphml'), 'application/xml'); \
                       return xml.documentElement.localName === 'graphml' && !xml.querySelector('parsererror')";
        ensure!(follow(page, network).await? == true, "no XML");
        Ok(())
    })
}

#[test]
fn a_kind_or_a_list_that_is_none_is_refused_by_name() -> Outcome {
    on_page("gallery/article.html", async |page| {
        for (call, expected) in [
            ("'xml'", "RangeError: There is no export of the kind xml; there are json, scenario, csv,"),
            ("'csv', 'nothing'", "RangeError: There is no list nothing to export as csv."),
            ("'markdown', 'conditions'", "RangeError: There is no list conditions to export as markdown."),
        ] {
            let refused = follow(page, &format!("return await host.export({call}).catch(String)")).await?;
            ensure!(refused.as_str().is_some_and(|it| it.starts_with(expected)), "{call}: {refused}");
        }
        Ok(())
    })
}

#[test]
fn what_cannot_be_shown_is_not_exported() -> Outcome {
    on_plain_page("gallery/broken.html", async |page| {
        page.comes("it is ready", "return !!host && host.hasAttribute('data-ready')").await?;
        ensure!(follow(page, "return (await host.export('csv')) === undefined").await? == true, "an export of nothing");
        Ok(())
    })
}
