//! D06: a source's statement is proved, an editor's is not. D07: quotes are phrases, in paragraphs that are there.

use std::collections::HashMap;

use crate::deal::issue::Fault;
use crate::deal::item::{Item, Kind};
use crate::deal::json::{List, Path};
use crate::deal::statement::{Evidence, Origin};

use super::Court;

/// The longest quote, in words.
const QUOTE_WORDS: usize = 15;

pub(super) fn check(court: &Court<'_>) {
    let paragraphs = paragraphs(court);
    for (spot, item) in &court.items {
        if let Item::Source(source) = item {
            let path = || spot.path();
            for (index, medium) in source.media.iter().enumerate() {
                if let Some(paragraph) = medium.paragraph {
                    let path = || path().key("media").index(index).key("paragraph");
                    in_source(court, &paragraphs, &source.id, paragraph, path);
                }
            }
            for (index, digest) in source.digest.iter().enumerate() {
                let path = || path().key("digest").index(index).key("paragraph");
                in_source(court, &paragraphs, &source.id, digest.paragraph, path);
            }
        }
        let Some(statement) = item.statement() else { continue };
        let origin = if item.kind() == Kind::Gap { Origin::Editor } else { statement.origin() };
        // Nothing can be said of the evidence of a statement whose origin is misspelt.
        let known = court.was_read(|| spot.path().key("origin"));
        let mut lists = vec![(spot.path(), &statement.evidence)];
        if let Item::Condition(condition) = item {
            lists.extend(condition.fulfilment.iter().map(|done| (spot.path().key("fulfilment"), &done.evidence)));
        }
        for (holder, evidence) in lists {
            if known {
                presence(court, &holder, evidence, origin);
            }
            for (index, evidence) in evidence.iter().enumerate() {
                quote(court, &paragraphs, evidence, || holder.key("evidence").index(index));
            }
        }
    }
}

/// How many paragraphs each source has, where that could be read.
fn paragraphs<'d>(court: &Court<'d>) -> HashMap<&'d str, u32> {
    let sources = court.items.iter().filter_map(|(spot, item)| match item {
        Item::Source(source) => {
            court.was_read(|| spot.path().key("paragraphs")).then_some((source.id.as_str(), source.paragraphs))
        }
        _ => None,
    });
    sources.collect()
}

fn presence(court: &Court<'_>, holder: &Path, evidence: &List<Evidence>, origin: Origin) {
    let path = holder.key("evidence");
    match (evidence.is_empty(), origin) {
        (false, Origin::Editor) => court.report(path, Fault::NeedlessEvidence),
        (true, Origin::Source) if court.was_read(|| path.clone()) => {
            court.report(if evidence.is_absent() { holder.clone() } else { path }, Fault::NoEvidence);
        }
        _ => {}
    }
}

fn quote(court: &Court<'_>, paragraphs: &HashMap<&str, u32>, evidence: &Evidence, path: impl Fn() -> Path) {
    // Dashes that stand alone are no words.
    let is_word = |word: &&str| word.contains(char::is_alphanumeric);
    let words = evidence.quote.split_whitespace().filter(is_word).count();
    if evidence.quote.trim().is_empty() {
        court.report(path().key("quote"), Fault::EmptyQuote);
    } else if words > QUOTE_WORDS {
        court.report(path().key("quote"), Fault::LongQuote { words });
    }
    in_source(court, paragraphs, &evidence.source, evidence.paragraph, || path().key("paragraph"));
}

fn in_source(court: &Court<'_>, of: &HashMap<&str, u32>, source: &str, paragraph: u32, path: impl Fn() -> Path) {
    // A source that is not there is a fault of its own.
    if let Some(paragraphs) = of.get(source).copied().filter(|count| !(1..=*count).contains(&paragraph)) {
        court.report(path(), Fault::NoParagraph { paragraph, paragraphs });
    }
}
