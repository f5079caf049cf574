//! The proof of a statement in one quiet line: the words, their paragraph, who says them, the hedge.

use super::html::Html;
use super::scribe::Scribe;
use crate::deal::{Evidence, ItemId, Origin};
use crate::query::text_fragment_url;
use crate::words::sentence::voices;

/// The proof; quotes that already stand beside the statement are passed over.
pub(super) fn write(scribe: &Scribe<'_>, html: &mut Html, id: ItemId, shown: &[&Evidence]) {
    let Some(statement) = scribe.deal.statement(id) else { return };
    let editor = statement.origin() == Origin::Editor;
    let quotes: Vec<&Evidence> = statement.evidence.iter().filter(|it| !shown.contains(it)).collect();
    if quotes.is_empty() && statement.hedge.is_none() && !editor {
        return;
    }
    html.element("p", &[("class", if editor { "proof editor" } else { "proof" })], |html| {
        if editor {
            scribe.say(html, scribe.words.editor_statement);
        }
        quoted(scribe, html, &quotes);
        let chain = voices(scribe.tongue, scribe.deal, statement);
        if !quotes.is_empty() && !chain.is_empty() {
            html.text(" — ");
            scribe.say(html, &format!("{chain}."));
        }
        if let Some(hedge) = statement.hedge.as_deref().filter(|hedge| !hedge.is_empty()) {
            html.text(" ");
            scribe.say(html, &format!("{}.", (scribe.words.hedged)(hedge)));
        }
    });
}

/// The quotes, those of one paragraph together, each a link to its place in the article.
pub(super) fn quoted(scribe: &Scribe<'_>, html: &mut Html, quotes: &[&Evidence]) {
    let place = |evidence: &Evidence| (evidence.source.clone(), evidence.paragraph);
    for (at, together) in quotes.chunk_by(|one, next| place(one) == place(next)).enumerate() {
        if at > 0 {
            html.text("; ");
        }
        for (at, evidence) in together.iter().enumerate() {
            if at > 0 {
                html.text(" ");
            }
            quote(scribe, html, evidence);
        }
        let Some(first) = together.first() else { continue };
        html.text(", ");
        scribe.say(html, &paragraph(scribe, first));
    }
}

/// One quote, and a warning where it does not stand exactly once in its place.
fn quote(scribe: &Scribe<'_>, html: &mut Html, evidence: &Evidence) {
    let source = scribe.deal.source(evidence);
    let url = source.and_then(|source| source.url.as_deref()).unwrap_or_default();
    let (prefix, suffix) = (evidence.prefix.as_deref(), evidence.suffix.as_deref());
    let href = text_fragment_url(url, &evidence.quote, prefix, suffix);
    html.element("q", &[("cite", url)], |html| match href {
        Some(href) => html.line("a", &[("href", &href)], &evidence.quote),
        None => html.text(&evidence.quote),
    });
    if scribe.deal.is_orphan(evidence) {
        html.text(" ");
        scribe.own(html, "strong", "", scribe.words.orphan);
    }
}

/// "paragraph 5"; with its publisher where the deal has several sources.
pub(super) fn paragraph(scribe: &Scribe<'_>, evidence: &Evidence) -> String {
    let number = (scribe.words.paragraph)(evidence.paragraph);
    match scribe.deal.source(evidence) {
        Some(source) if scribe.deal.document().sources.len() > 1 => {
            (scribe.words.prose_place)(&source.publisher, &number)
        }
        _ => number,
    }
}

/// The address of the source that a quote stands in, or nothing.
pub(super) fn address<'d>(scribe: &Scribe<'d>, evidence: &Evidence) -> &'d str {
    scribe.deal.source(evidence).and_then(|source| source.url.as_deref()).unwrap_or_default()
}
