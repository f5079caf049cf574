//! What the README says must be so: its commands exist, its links and pictures lead somewhere.

use crate::paths::root;
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;

/// The two commands that every reader needs.
const NAMED: [&str; 2] = ["cargo xtask serve", "cargo xtask test"];

/// Reads the README and tells everything that is wrong with it.
pub(super) fn check() -> Result<()> {
    let text = std::fs::read_to_string(root().join("README.md")).context("README.md")?;
    let mut broken = Vec::new();
    for command in NAMED {
        if !text.contains(command) {
            broken.push(format!("`{command}` is not named"));
        }
    }
    for command in commands(&text) {
        if !crate::COMMANDS.iter().any(|known| known.name == command) {
            broken.push(format!("`cargo xtask {command}` does not exist"));
        }
    }
    let read = |path: &str| std::fs::read_to_string(root().join(path)).with_context(|| path.to_owned());
    let (tokens, element) = (read("styles/tokens.css")?, read("src/element.rs")?);
    broken.extend(differences("token", &between(&text, "`--deal-", "`"), &between(&tokens, "\n  --deal-", ":")));
    let attributes = between(section(&text, "| attribute |"), "\n| `", "`");
    broken.extend(differences("attribute", &attributes, &between(&element, "get_attribute(\"", "\"")));
    for link in links(&prose(&text)) {
        if !root().join(&link).exists() {
            broken.push(format!("{link} leads nowhere"));
        }
    }
    if broken.is_empty() { Ok(()) } else { bail!("{}", broken.join("; ")) }
}

/// The text without its examples: their addresses are those of other people's pages.
fn prose(text: &str) -> String {
    text.split("```").step_by(2).collect()
}

/// From a heading to the next empty line.
fn section<'t>(text: &'t str, heading: &str) -> &'t str {
    let rest = text.split_once(heading).map_or("", |(_, rest)| rest);
    rest.split("\n\n").next().unwrap_or_default()
}

/// What stands between two marks, each once, in order.
fn between<'t>(text: &'t str, before: &str, after: &str) -> BTreeSet<&'t str> {
    text.split(before).skip(1).filter_map(|rest| rest.split(after).next()).collect()
}

/// Names that only one of the two has.
fn differences(what: &str, told: &BTreeSet<&str>, there: &BTreeSet<&str>) -> Vec<String> {
    let untold = there.difference(told).map(|name| format!("the {what} {name} is not told of"));
    let untrue = told.difference(there).map(|name| format!("there is no {what} {name}"));
    untold.chain(untrue).collect()
}

/// The words that follow `cargo xtask`.
fn commands(text: &str) -> impl Iterator<Item = &str> {
    text.split("cargo xtask ").skip(1).filter_map(|rest| {
        let end = rest.find(|letter: char| !letter.is_ascii_lowercase() && letter != '-').unwrap_or(rest.len());
        rest.get(..end).filter(|word| !word.is_empty())
    })
}

/// Relative addresses of links and pictures, in Markdown and in HTML, without their fragments.
fn links(text: &str) -> Vec<String> {
    let mut links = Vec::new();
    for (before, after) in [("](", ')'), ("src=\"", '"'), ("srcset=\"", '"'), ("href=\"", '"')] {
        for rest in text.split(before).skip(1) {
            let link = rest.split(after).next().unwrap_or_default().split_whitespace().next().unwrap_or_default();
            let path = link.split('#').next().unwrap_or_default();
            // Addresses with a scheme are somebody else's; examples of embedding stand on hosts that have an ellipsis.
            if !path.is_empty() && !path.contains(':') && !path.contains('…') && !path.starts_with('/') {
                links.push(path.to_owned());
            }
        }
    }
    links
}

#[cfg(test)]
mod tests {
    use super::{between, commands, differences, links, prose, section};

    #[test]
    fn tables_are_held_against_the_code() {
        let text = "| attribute | meaning |\n| --- | --- |\n| `src` | x |\n| `lang` | y |\n\nThen `token`.";
        let told = between(section(text, "| attribute |"), "\n| `", "`");
        assert_eq!(told.iter().copied().collect::<Vec<_>>(), ["lang", "src"]);
        let there = between("get_attribute(\"src\") get_attribute(\"theme\")", "get_attribute(\"", "\"");
        let wrong = ["the attribute theme is not told of", "there is no attribute lang"];
        assert_eq!(differences("attribute", &told, &there), wrong);
        assert_eq!(prose("a\n```html\n<a href=\"x\">\n```\nb"), "a\n\nb");
    }

    #[test]
    fn commands_and_links_are_found() {
        let text = "Run `cargo xtask serve`, then `cargo xtask test`.\n[format](FORMAT.md#slots) ![](a/b.png \"t\") \
                    <img src=\"c.svg\"> [x](https://example.org/y) <script src=\"…/deal.js\"> [up](#top)";
        assert_eq!(commands(text).collect::<Vec<_>>(), ["serve", "test"]);
        assert_eq!(links(text), ["FORMAT.md", "a/b.png", "c.svg"]);
    }
}
