//! The interface as `embed/deal-explorer.d.ts` tells it.

use crate::text::{between, block, name, read, within};
use crate::{Interface, Names};
use anyhow::{Context, Result};

fn text() -> Result<String> {
    read("embed/deal-explorer.d.ts")
}

pub(crate) fn interface() -> Result<Interface> {
    let text = text()?;
    let class = block(&text, "export declare class DealExplorer extends HTMLElement {\n", "\n}\n")?;
    let lines = class.lines().map(|line| {
        ["static ", "readonly ", "get ", "set "].iter().fold(line.trim(), |line, word| line.trim_start_matches(word))
    });
    let (mut methods, mut properties) = (Names::new(), Names::new());
    for (line, whole) in lines.zip(class.lines()) {
        let Some(member) = name(line) else { continue };
        let method = line.get(member.len()..).is_some_and(|rest| rest.starts_with('('));
        let accessor = ["get ", "set "].iter().any(|word| whole.trim().starts_with(word));
        if method && !accessor {
            methods.insert(member)
        } else {
            properties.insert(member)
        };
    }
    properties.remove("observedAttributes");
    let events = between(block(&text, "export interface DealEventMap {\n", "\n}")?, "  \"", "\":");
    let attributes = members("DealAttributes")?;
    Ok(Interface { attributes, properties, methods, events, ..Interface::default() })
}

fn body(interface: &str) -> Result<String> {
    Ok(block(&text()?, &format!("export interface {interface} {{\n"), "\n}")?.to_owned())
}

/// The members of an interface.
pub(crate) fn members(interface: &str) -> Result<Names> {
    Ok(declared(&body(interface)?).filter_map(name).collect())
}

/// The lines that declare something, and no comments.
fn declared(body: &str) -> impl Iterator<Item = &str> {
    body.lines().map(str::trim).filter(|line| line.starts_with(|letter: char| letter.is_alphabetic()))
}

/// The members of an interface with the one-line comments before them.
pub(crate) fn told(interface: &str) -> Result<Vec<(String, String)>> {
    let body = body(interface)?;
    let lines: Vec<&str> = body.lines().map(str::trim).collect();
    let pairs = lines.chunks(2).map(|pair| match pair {
        [comment, member] => {
            let comment = comment.strip_prefix("/** ").and_then(|it| it.strip_suffix(" */"));
            Ok((
                name(member).context("no name")?,
                comment.with_context(|| format!("{member} has no comment"))?.to_owned(),
            ))
        }
        _ => anyhow::bail!("a line too many in {interface}"),
    });
    pairs.collect()
}

/// The words of a choice.
pub(crate) fn choices(name: &str) -> Result<Names> {
    let text = text()?;
    Ok(within(block(&text, &format!("export type {name} ="), ";")?, '"'))
}

/// The kinds of errors.
pub(crate) fn error_kinds() -> Result<Names> {
    let body = body("DealErrorDetail")?;
    Ok(within(block(&body, "  kind:", ";")?, '"'))
}
