//! The interface as `embed/custom-elements.json` tells it.

use crate::text::read;
use crate::{Interface, Names};
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::BTreeMap;

fn element() -> Result<Value> {
    let manifest: Value = serde_json::from_str(&read("embed/custom-elements.json")?)?;
    let element = manifest.pointer("/modules/0/declarations/0").context("no declaration")?;
    anyhow::ensure!(
        element.get("tagName").is_some_and(|tag| tag == "deal-explorer"),
        "the first declaration is not it"
    );
    Ok(element.clone())
}

pub(crate) fn interface() -> Result<Interface> {
    let element = element()?;
    let all = |list: &str, kind: Option<&str>| -> Names {
        let items = element.get(list).and_then(Value::as_array).into_iter().flatten();
        let of_kind = items.filter(|item| kind.is_none_or(|kind| item.get("kind").is_some_and(|it| it == kind)));
        of_kind.filter_map(|item| Some(item.get("name")?.as_str()?.to_owned())).collect()
    };
    Ok(Interface {
        attributes: all("attributes", None),
        properties: all("members", Some("field")),
        methods: all("members", Some("method")),
        events: all("events", None),
        tokens: all("cssProperties", None),
        parts: all("cssParts", None),
    })
}

/// Tokens whose default is another one in the code.
pub(crate) fn defaults_that_are_not(tokens: &BTreeMap<String, String>) -> Result<Vec<String>> {
    let element = element()?;
    let told = element.get("cssProperties").and_then(Value::as_array).context("no tokens")?;
    let wrong = told.iter().filter_map(|token| {
        let (name, default) = (token.get("name")?.as_str()?, token.get("default")?.as_str()?);
        let there = tokens.get(name)?;
        (there != default).then(|| format!("{name} is {there} and not {default}"))
    });
    Ok(wrong.collect())
}
