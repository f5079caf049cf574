//! What the README says must be so: its commands exist, its links and pictures lead somewhere. What it tells of the
//! element is held against the code in `tests/interface`.

use crate::paths::root;
use anyhow::{Context, Result, bail};

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
    use super::{commands, links, prose};

    #[test]
    fn examples_are_no_promises() {
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
