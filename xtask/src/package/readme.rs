//! The package's README: what the project's own says to whoever embeds the element, and nothing else.

use anyhow::{Context, Result};

/// The chapters that are about the package.
const CHAPTERS: [&str; 2] = ["Embed it", "Put it on a page"];

/// The title, the first two paragraphs and those chapters.
pub(super) fn of_package(readme: &str) -> Result<String> {
    let opening: Vec<&str> = readme.split("\n\n").take(3).collect();
    let mut text = opening.join("\n\n");
    for name in CHAPTERS {
        let chapter = readme.split("\n## ").find(|chapter| chapter.starts_with(&format!("{name}\n")));
        let chapter = chapter.with_context(|| format!("the README has no chapter `{name}`"))?;
        text.push_str("\n\n## ");
        text.push_str(chapter.trim_end());
    }
    text.push('\n');
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::of_package;

    #[test]
    fn only_the_chapters_for_embedders_are_taken() {
        let readme = "# T\n\nOne.\n\nTwo.\n\n![p](p.png)\n\n## Try it\n\nx\n\n## Put it on a page\n\na\n\n\
                      ## Embed it\n\nb\n\n## Goals\n\ny\n";
        let expected = "# T\n\nOne.\n\nTwo.\n\n## Embed it\n\nb\n\n## Put it on a page\n\na\n";
        assert_eq!(of_package(readme).ok().as_deref(), Some(expected));
        assert!(of_package("# T\n").is_err());
    }
}
