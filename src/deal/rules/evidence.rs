//! D06: a source's statement is proved, an editor's is not. D07: quotes are phrases, in paragraphs that are there.

use std::collections::HashMap;

use crate::deal::evidence::each_evidence;
use crate::deal::issue::Fault;
use crate::deal::item::{Item, Kind};
use crate::deal::json::{List, Path};
use crate::deal::source::Source;
use crate::deal::spot::Spot;
use crate::deal::statement::{Evidence, Origin};

use super::Court;

/// The longest quote, in words.
const QUOTE_WORDS: usize = 15;

pub(super) fn check(court: &Court<'_>) {
    let paragraphs = paragraphs(court);
    for (spot, item) in &court.items {
        if let Item::Source(source) = item {
            descriptions(court, &paragraphs, source, *spot);
        }
        let Some(statement) = item.statement() else { continue };
        let origin = if item.kind() == Kind::Gap { Origin::Editor } else { statement.origin() };
        // Nothing can be said of the evidence of a statement whose origin is misspelt.
        if court.was_read(|| spot.path().key("origin")) {
            presence(court, || spot.path(), &statement.evidence, origin);
        }
    }
    each_evidence(court.document, |_, path, evidence| quote(court, &paragraphs, evidence, path));
}

/// The paragraphs of a source's media and digests.
fn descriptions(court: &Court<'_>, paragraphs: &HashMap<&str, u32>, source: &Source, spot: Spot) {
    let media = source.media.iter().map(|medium| ("media", medium.paragraph));
    let digests = source.digest.iter().map(|digest| ("digest", Some(digest.paragraph)));
    for (index, (key, paragraph)) in media.enumerate().chain(digests.enumerate()) {
        if let Some(paragraph) = paragraph {
            let path = || spot.path().key(key).index(index).key("paragraph");
            in_source(court, paragraphs, &source.id, paragraph, path);
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

fn presence(court: &Court<'_>, holder: impl Fn() -> Path, evidence: &List<Evidence>, origin: Origin) {
    let path = || holder().key("evidence");
    match (evidence.is_empty(), origin) {
        (false, Origin::Editor) => court.report(path(), Fault::NeedlessEvidence),
        (true, Origin::Source) if court.was_read(path) => {
            court.report(if evidence.is_absent() { holder() } else { path() }, Fault::NoEvidence);
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
