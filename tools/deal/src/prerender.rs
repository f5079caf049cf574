//! `cargo xtask prerender`: a deal as prose, for reading without scripts; to the terminal, or into the built page.

use anyhow::{Context, Result, bail};
use deal_explorer::deal::{Deal, Severity, read};
use deal_explorer::prose;
use deal_explorer::words::plain::Plain;
use deal_explorer::words::{ENGLISH, Tongue, faults};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

use crate::paths;

/// The deal unless a file is named.
pub(crate) const BUILT_IN: &str = "seeds/us-russia-syria-2016.json";

/// Between these the prose stands in the page. They stay there, so that it can be put in again.
const DEAL: (&str, &str) = ("<!-- deal -->", "<!-- /deal -->");

/// Between these its source retold, on pages that show it as an article.
const ARTICLE: (&str, &str) = ("<!-- article -->", "<!-- /article -->");

/// What is asked for.
struct Wish {
    deal: PathBuf,
    into: Option<PathBuf>,
    /// The address at which the page is to find the document.
    src: Option<String>,
    outline: u8,
}

/// The command.
pub(crate) fn run(arguments: &[String]) -> Result<ExitCode> {
    let wish = wish(arguments)?;
    let deal = deal(&wish.deal)?;
    let tongue = tongue();
    match wish.into {
        Some(page) => {
            let old = std::fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
            let texts = Texts::of(&deal, &tongue, wish.outline, old.contains(ARTICLE.0));
            let new = put(&old, &deal, &texts, wish.src.as_deref())
                .with_context(|| format!("cannot put the prose into {}", page.display()))?;
            std::fs::write(&page, new).with_context(|| format!("cannot write {}", page.display()))?;
        }
        None => println!("{}", Texts::of(&deal, &tongue, wish.outline, false).deal),
    }
    Ok(ExitCode::SUCCESS)
}

/// The deal in a file; what is wrong with it is told.
pub(crate) fn deal(file: &Path) -> Result<Deal> {
    let bytes = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let reading = read(&bytes);
    let Some(deal) = reading.deal else {
        for issue in reading.issues.iter().filter(|issue| issue.severity() == Severity::Error) {
            eprintln!("{}", faults::line(issue));
        }
        bail!("{} is no deal that can be shown", file.display());
    };
    Ok(deal)
}

/// The page as the page of this deal: its prose, its title, and the address of the document.
pub(crate) fn page_of(page: &str, deal: &Deal, src: &str) -> Result<String> {
    put(page, deal, &Texts::of(deal, &tongue(), 1, false), Some(src))
}

fn tongue() -> Tongue {
    Tongue { words: &ENGLISH, format: Rc::new(Plain) }
}

/// What is written into a page.
struct Texts {
    /// The deal as prose and as linked data.
    deal: String,
    /// Its source retold, where the page has a place for it.
    article: String,
}

impl Texts {
    fn of(deal: &Deal, tongue: &Tongue, outline: u8, beside_article: bool) -> Self {
        let prose = if beside_article { prose::page_beside_article } else { prose::page };
        let linked = prose::linked_script(deal, tongue);
        Self {
            deal: format!("{}\n{linked}", prose(deal, tongue, outline)),
            article: prose::article(deal, tongue, outline),
        }
    }
}

fn wish(arguments: &[String]) -> Result<Wish> {
    let mut wish = Wish { deal: paths::root().join(BUILT_IN), into: None, src: None, outline: 1 };
    let mut rest = arguments.iter().peekable();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--into" => {
                let page = rest.next_if(|next| !next.starts_with("--")).map(PathBuf::from);
                wish.into = Some(page.unwrap_or_else(built_page));
            }
            "--src" => wish.src = Some(rest.next().context("--src needs an address")?.clone()),
            "--outline" => {
                let level = rest.next().and_then(|level| level.parse().ok()).filter(|level| (1..=3).contains(level));
                wish.outline = level.context("--outline needs the level of the title: 1, 2 or 3")?;
            }
            option if option.starts_with("--") => {
                bail!(
                    "`prerender` does not know {option}; it takes a file, --into [PAGE], --src ADDRESS and --outline N"
                );
            }
            file => wish.deal = PathBuf::from(file),
        }
    }
    if wish.into.is_some() && wish.src.is_none() && wish.deal != paths::root().join(BUILT_IN) {
        bail!("the explorer on that page has to show the same deal: --src with the address of the document");
    }
    Ok(wish)
}

/// The page that Trunk is just building, where it calls us; else the one that it has built.
fn built_page() -> PathBuf {
    std::env::var_os("TRUNK_STAGING_DIR").map_or_else(paths::dist, PathBuf::from).join("index.html")
}

/// The page with the prose, its title and its description, and the explorer's document named.
fn put(page: &str, deal: &Deal, texts: &Texts, src: Option<&str>) -> Result<String> {
    let document = deal.document();
    let escaped = |text: &str| {
        let mut out = String::new();
        prose::escape(text, &mut out);
        out
    };
    let mut page = between(page, DEAL.0, DEAL.1, &format!("\n{}\n", texts.deal))?;
    if page.contains(ARTICLE.0) {
        page = between(&page, ARTICLE.0, ARTICLE.1, &format!("\n{}\n", texts.article))?;
    }
    let page = between(&page, "<title>", "</title>", &escaped(&document.title))?;
    // The whole summary: cut short, it could lose its hedge.
    let page = between(&page, "<meta name=\"description\" content=\"", "\"", &escaped(&document.summary))?;
    let Some(src) = src else { return Ok(page) };
    let (before, element) = page.split_once("<deal-explorer").context("it has no <deal-explorer>")?;
    let (tag, after) = element.split_once('>').context("its <deal-explorer> does not end")?;
    let others = match tag.split_once(" src=\"").and_then(|(before, rest)| Some((before, rest.split_once('"')?.1))) {
        Some((before, after)) => [before, after].concat(),
        None => tag.to_owned(),
    };
    Ok([before, "<deal-explorer src=\"", &escaped(src), "\"", &others, ">", after].concat())
}

/// The text with what stands between the first `from` and the next `to` replaced.
fn between(text: &str, from: &str, to: &str, new: &str) -> Result<String> {
    let (before, rest) = text.split_once(from).with_context(|| format!("it has no `{from}`"))?;
    let (_, after) = rest.split_once(to).with_context(|| format!("after `{from}` it has no `{to}`"))?;
    Ok([before, from, new, to, after].concat())
}

#[cfg(test)]
mod tests {
    use super::{BUILT_IN, Texts, put};
    use crate::paths::root;
    use anyhow::{Context, Result};
    use deal_explorer::deal::read;

    #[test]
    fn the_page_has_a_place_for_the_prose_and_takes_it_again() -> Result<()> {
        let deal = read(&std::fs::read(root().join(BUILT_IN))?).deal.context("the built-in deal is sound")?;
        let page = std::fs::read_to_string(root().join("index.html"))?;
        let texts = |deal: &str| Texts { deal: deal.to_owned(), article: "<article>story</article>".to_owned() };
        let once = put(&page, &deal, &texts("<article>a</article>"), None)?;
        let twice = put(&once, &deal, &texts("<article>b</article>"), None)?;
        assert!(once.contains("<article>a</article>") && once.contains(&*deal.document().title));
        assert!(once.contains("<article>story</article>") && !once.contains("<h1>Deal explorer</h1>"));
        assert_eq!(twice, once.replace("<article>a</article>", "<article>b</article>"));
        let named = put(&twice, &deal, &texts("<article>b</article>"), Some("a/\"b\".json"))?;
        assert!(named.contains("<deal-explorer src=\"a/&quot;b&quot;.json\" permalink=\"hash\""));
        let renamed = put(&named, &deal, &texts("<article>b</article>"), Some("c.json"))?;
        assert!(renamed.contains("<deal-explorer src=\"c.json\" permalink=\"hash\""));
        Ok(())
    }
}
