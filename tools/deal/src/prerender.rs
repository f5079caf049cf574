//! `cargo xtask prerender`: a deal as prose, for reading without scripts; to the terminal, or into the built page.

use anyhow::{Context, Result, bail};
use deal_explorer::deal::{Deal, Severity, read};
use deal_explorer::prose;
use deal_explorer::words::plain::Plain;
use deal_explorer::words::{ENGLISH, Tongue, faults};
use std::path::PathBuf;
use std::process::ExitCode;
use std::rc::Rc;

use crate::paths;

/// The deal unless a file is named.
const BUILT_IN: &str = "seeds/us-russia-syria-2016.json";

/// Between these the prose stands in the page. They stay there, so that it can be put in again.
const MARKERS: (&str, &str) = ("<!-- deal -->", "<!-- /deal -->");

/// What is asked for.
struct Wish {
    deal: PathBuf,
    into: Option<PathBuf>,
    outline: u8,
}

/// The command.
pub(crate) fn run(arguments: &[String]) -> Result<ExitCode> {
    let wish = wish(arguments)?;
    let bytes = std::fs::read(&wish.deal).with_context(|| format!("cannot read {}", wish.deal.display()))?;
    let reading = read(&bytes);
    let Some(deal) = reading.deal else {
        for issue in reading.issues.iter().filter(|issue| issue.severity() == Severity::Error) {
            eprintln!("{}", faults::line(issue));
        }
        bail!("{} is no deal that can be shown", wish.deal.display());
    };
    let tongue = Tongue { words: &ENGLISH, format: Rc::new(Plain) };
    let prose = prose::page(&deal, &tongue, wish.outline);
    match wish.into {
        Some(page) => {
            let old = std::fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
            let new =
                put(&old, &deal, &prose).with_context(|| format!("cannot put the prose into {}", page.display()))?;
            std::fs::write(&page, new).with_context(|| format!("cannot write {}", page.display()))?;
        }
        None => println!("{prose}"),
    }
    Ok(ExitCode::SUCCESS)
}

fn wish(arguments: &[String]) -> Result<Wish> {
    let mut wish = Wish { deal: paths::root().join(BUILT_IN), into: None, outline: 1 };
    let mut rest = arguments.iter().peekable();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--into" => {
                let page = rest.next_if(|next| !next.starts_with("--")).map(PathBuf::from);
                wish.into = Some(page.unwrap_or_else(built_page));
            }
            "--outline" => {
                let level = rest.next().and_then(|level| level.parse().ok()).filter(|level| (1..=3).contains(level));
                wish.outline = level.context("--outline needs the level of the title: 1, 2 or 3")?;
            }
            option if option.starts_with("--") => {
                bail!("`prerender` does not know {option}; it takes a file, --into [PAGE] and --outline N");
            }
            file => wish.deal = PathBuf::from(file),
        }
    }
    Ok(wish)
}

/// The page that Trunk is just building, where it calls us; else the one that it has built.
fn built_page() -> PathBuf {
    std::env::var_os("TRUNK_STAGING_DIR").map_or_else(paths::dist, PathBuf::from).join("index.html")
}

/// The page with the prose, its title and its description.
fn put(page: &str, deal: &Deal, prose: &str) -> Result<String> {
    let document = deal.document();
    let escaped = |text: &str| {
        let mut out = String::new();
        prose::escape(text, &mut out);
        out
    };
    let page = between(page, MARKERS.0, MARKERS.1, &format!("\n{prose}\n"))?;
    let page = between(&page, "<title>", "</title>", &escaped(&document.title))?;
    // The whole summary: cut short, it could lose its hedge.
    between(&page, "<meta name=\"description\" content=\"", "\"", &escaped(&document.summary))
}

/// The text with what stands between the first `from` and the next `to` replaced.
fn between(text: &str, from: &str, to: &str, new: &str) -> Result<String> {
    let (before, rest) = text.split_once(from).with_context(|| format!("it has no `{from}`"))?;
    let (_, after) = rest.split_once(to).with_context(|| format!("after `{from}` it has no `{to}`"))?;
    Ok([before, from, new, to, after].concat())
}

#[cfg(test)]
mod tests {
    use super::{BUILT_IN, put};
    use crate::paths::root;
    use anyhow::{Context, Result};
    use deal_explorer::deal::read;

    #[test]
    fn the_page_has_a_place_for_the_prose_and_takes_it_again() -> Result<()> {
        let deal = read(&std::fs::read(root().join(BUILT_IN))?).deal.context("the built-in deal is sound")?;
        let page = std::fs::read_to_string(root().join("index.html"))?;
        let once = put(&page, &deal, "<article>a</article>")?;
        let twice = put(&once, &deal, "<article>b</article>")?;
        assert!(once.contains("<article>a</article>") && once.contains(&deal.document().title));
        assert!(!once.contains("<h1>Deal explorer</h1>"));
        assert_eq!(twice, once.replace("<article>a</article>", "<article>b</article>"));
        Ok(())
    }
}
