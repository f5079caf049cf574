//! D06: a source's statement is proved, an editor's is not. D07: quotes are phrases, in paragraphs that are there.

use std::ops::Range;

use crate::deal::issue::Fault;
use crate::deal::item::{Item, Kind};
use crate::deal::letter::is_letter;
use crate::deal::path::Path;
use crate::deal::source::Source;
use crate::deal::spot::Spot;
use crate::deal::statement::{Evidence, Origin};
use crate::deal::value::List;

use super::{Clerk, Court};

/// The longest quote, in words.
const QUOTE_WORDS: usize = 15;

/// The source that was last asked for, and how many paragraphs it has where that could be read.
type Last<'d> = Option<(&'d str, Option<u32>)>;

pub(super) fn check(court: &Court<'_, impl Clerk>, items: Range<usize>) {
    let mut last = None;
    for (spot, item) in court.items(items) {
        if let Item::Source(source) = item {
            descriptions(court, &mut last, source, spot);
        }
        let Some(statement) = item.statement() else { continue };
        let origin = if item.kind() == Kind::Gap { Origin::Editor } else { statement.origin() };
        // Nothing can be said of the evidence of a statement whose origin is misspelt.
        if court.was_read(|| spot.path().key("origin")) {
            presence(court, spot, &statement.evidence, origin);
        }
        for (index, evidence) in statement.evidence.iter().enumerate() {
            quote(court, &mut last, evidence, &|| spot.path().key("evidence").index(index));
        }
    }
}

/// The paragraphs of a source's media and digests.
fn descriptions<'d>(court: &Court<'d, impl Clerk>, last: &mut Last<'d>, source: &'d Source, spot: Spot) {
    let media = source.media.iter().map(|medium| ("media", medium.paragraph));
    let digests = source.digest.iter().map(|digest| ("digest", Some(digest.paragraph)));
    for (index, (key, paragraph)) in media.enumerate().chain(digests.enumerate()) {
        if let Some(paragraph) = paragraph {
            in_source(court, last, &source.id, paragraph, &|| spot.path().key(key).index(index).key("paragraph"));
        }
    }
}

/// How many paragraphs a source has, where that could be read.
fn paragraphs(court: &Court<'_, impl Clerk>, source: &str) -> Option<u32> {
    let (spot, item) = court.entry(court.find(source)?.index())?;
    match item {
        Item::Source(source) => court.was_read(|| spot.path().key("paragraphs")).then_some(source.paragraphs),
        _ => None,
    }
}

fn presence(court: &Court<'_, impl Clerk>, spot: Spot, evidence: &List<Evidence>, origin: Origin) {
    let path = || spot.path().key("evidence");
    match (evidence.is_empty(), origin) {
        (false, Origin::Editor) => court.report(path, || Fault::NeedlessEvidence),
        (true, Origin::Source) if court.was_read(path) => {
            let path = || if evidence.is_absent() { spot.path() } else { path() };
            court.report(path, || Fault::NoEvidence);
        }
        _ => {}
    }
}

fn quote<'d>(court: &Court<'d, impl Clerk>, last: &mut Last<'d>, evidence: &'d Evidence, path: &dyn Fn() -> Path) {
    let quote = evidence.quote.as_str();
    if !is_short(quote) {
        // Dashes that stand alone are no words.
        let is_word = |word: &&str| word.contains(is_letter);
        let words = quote.split_whitespace().filter(is_word).count();
        if quote.trim().is_empty() {
            court.report(|| path().key("quote"), || Fault::EmptyQuote);
        } else if words > QUOTE_WORDS {
            court.report(|| path().key("quote"), || Fault::LongQuote { words });
        }
    }
    in_source(court, last, &evidence.source, evidence.paragraph, &|| path().key("paragraph"));
}

/// Whether a look at its bytes shows that a quote has words, and no more of them than it may.
fn is_short(quote: &str) -> bool {
    let gaps = quote.bytes().filter(|byte| !byte.is_ascii_graphic()).count();
    gaps < QUOTE_WORDS && quote.starts_with(|first: char| first.is_ascii_alphanumeric())
}

fn in_source<'d>(
    court: &Court<'d, impl Clerk>,
    last: &mut Last<'d>,
    source: &'d str,
    paragraph: u32,
    path: &dyn Fn() -> Path,
) {
    let known = last.filter(|(known, _)| *known == source);
    let (_, paragraphs) = *last.insert(known.unwrap_or_else(|| (source, paragraphs(court, source))));
    // A source that is not there is a fault of its own.
    if let Some(paragraphs) = paragraphs.filter(|count| !(1..=*count).contains(&paragraph)) {
        court.report(path, || Fault::NoParagraph { paragraph, paragraphs });
    }
}
