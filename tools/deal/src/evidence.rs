//! `cargo xtask evidence`: holds a deal against the article it reports.
//!
//! Says which quotes do not stand in their paragraph, which stand there more than once, which sentences nothing in
//! the deal is proved by, and which lines nothing describes. Fails if there is anything to mend. The article itself
//! stays where it is: nothing of it is written anywhere.

use crate::paths;
use anyhow::{Context, Result, bail};
use deal_explorer::deal::{self, Article, Issue, Report, Silent, Source, Stray};
use deal_explorer::words::faults;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The deal that is held against the article where none is named.
const BUILT_IN: &str = "seeds/us-russia-syria-2016.json";

const USAGE: &str = "cargo xtask evidence --article FILE [--deal FILE] [--source ID]";

struct Options {
    article: PathBuf,
    deal: PathBuf,
    source: Option<String>,
}

/// The command.
pub(crate) fn run(arguments: &[String]) -> Result<ExitCode> {
    let options = options(arguments)?;
    let text = read(&options.deal)?;
    let reading = deal::read(text.as_bytes());
    let Some(deal) = reading.deal else {
        for issue in &reading.issues {
            println!("{}", faults::line(issue));
        }
        bail!("{} cannot be read", options.deal.display());
    };
    let source = source(deal.document().sources.iter(), options.source.as_deref())?;
    let article = Article::new(&read(&options.article)?);
    let report = deal::hold(deal.document(), source, &article);
    tell(&report, source, &text);
    Ok(if report.is_clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn options(arguments: &[String]) -> Result<Options> {
    let (mut article, mut deal, mut source) = (None, None, None);
    let mut rest = arguments.iter();
    while let Some(name) = rest.next() {
        let value = rest.next().with_context(|| format!("`{name}` needs a value: {USAGE}"))?;
        match name.as_str() {
            "--article" => article = Some(PathBuf::from(value)),
            "--deal" => deal = Some(PathBuf::from(value)),
            "--source" => source = Some(value.clone()),
            _ => bail!("there is no option `{name}`: {USAGE}"),
        }
    }
    let article = article.with_context(|| format!("which article? {USAGE}"))?;
    Ok(Options { article, deal: deal.unwrap_or_else(|| paths::root().join(BUILT_IN)), source })
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// The source with this id; without an id, the only one.
fn source<'d>(sources: impl Iterator<Item = &'d Source>, id: Option<&str>) -> Result<&'d Source> {
    let sources: Vec<&Source> = sources.collect();
    let ids = || sources.iter().map(|source| source.id.as_str()).collect::<Vec<_>>().join(", ");
    match (id, sources.as_slice()) {
        (None, [only]) => Ok(only),
        (None, _) => bail!("which source is the article? --source with one of: {}", ids()),
        (Some(id), _) => {
            let found = sources.iter().find(|source| source.id == id);
            found.copied().with_context(|| format!("the deal has no source `{id}`; it has: {}", ids()))
        }
    }
}

fn tell(report: &Report<'_>, source: &Source, document: &str) {
    let stray = report.orphans.len() + report.twice.len();
    println!("{} quotes from `{}`: {} stand exactly once", report.held, source.id, report.held - stray);
    println!("{} sentences: {} have evidence", report.sentences, report.sentences - report.uncovered.len());
    if let Some((said, found)) = report.paragraphs {
        println!("\nThe source says it has {said} paragraphs; the article has {found} non-empty lines.");
    }
    strays("Quotes that do not stand in their paragraph", &report.orphans, document);
    strays("Quotes that stand in it more than once", &report.twice, document);
    silences("Sentences that nothing is proved by", &report.uncovered);
    silences("Lines without a statement (titles, captions, bylines)", &report.unstated);
    if report.is_clean() {
        println!("\nNothing to mend.");
    }
}

fn strays(heading: &str, strays: &[Stray<'_>], document: &str) {
    if strays.is_empty() {
        return;
    }
    println!("\n{heading} ({}):", strays.len());
    let mut issues: Vec<Issue> = strays.iter().map(Stray::issue).collect();
    deal::place(document, &mut issues);
    for (stray, issue) in strays.iter().zip(&issues) {
        println!("  {}, paragraph {}: {}", stray.item, stray.evidence.paragraph, faults::line(issue));
        if !stray.elsewhere.is_empty() {
            let numbers: Vec<String> = stray.elsewhere.iter().map(u32::to_string).collect();
            println!("    It does stand once in paragraph {}.", numbers.join(", "));
        }
    }
}

fn silences(heading: &str, silences: &[Silent]) {
    if silences.is_empty() {
        return;
    }
    println!("\n{heading} ({}):", silences.len());
    for silent in silences {
        println!("  paragraph {}, sentence {}: {}", silent.paragraph, silent.sentence, silent.text);
    }
}
