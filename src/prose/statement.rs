//! A statement at home, with its proof; and a statement spoken of elsewhere, with a link to its home.

use super::html::Html;
use super::proof;
use super::scribe::Scribe;
use super::sentence::called;
use crate::deal::{Certainty, ItemId, Origin, Statement};
use crate::words::sentence::voices;

/// The statement's home: an element with its anchor, what comes first, its text and its proof, and what comes after.
pub(super) fn home(
    scribe: &Scribe<'_>,
    html: &mut Html,
    name: &'static str,
    id: ItemId,
    before: impl FnOnce(&mut Html),
    after: impl FnOnce(&mut Html),
) {
    html.element(name, &[("id", &scribe.anchor(id))], |html| {
        before(html);
        said(scribe, html, id);
        after(html);
    });
}

/// A list of statements at home.
pub(super) fn homes(scribe: &Scribe<'_>, html: &mut Html, items: impl IntoIterator<Item = ItemId>) {
    html.element("ul", &[], |html| {
        for id in items {
            home(scribe, html, "li", id, |_| {}, |_| {});
        }
    });
}

/// The text with its tags, and the proof under it.
pub(super) fn said(scribe: &Scribe<'_>, html: &mut Html, id: ItemId) {
    text(scribe, html, id);
    proof::write(scribe, html, id, &[]);
}

/// The text, how firmly it is said where that is not "certain", and whose it is where it is the editor's.
pub(super) fn text(scribe: &Scribe<'_>, html: &mut Html, id: ItemId) {
    let Some(statement) = scribe.deal.statement(id) else { return };
    html.element("p", &[("class", "say")], |html| {
        hedged(html, &statement.text, statement.hedge.as_deref());
        for tag in tags(scribe, statement) {
            html.text(" ");
            scribe.own(html, "small", "", tag);
        }
    });
}

fn tags(scribe: &Scribe<'_>, statement: &Statement) -> Vec<&'static str> {
    let words = scribe.words;
    let firmness = (statement.certainty() != Certainty::Certain).then(|| (words.certainty)(statement.certainty()));
    let editor = (statement.origin() == Origin::Editor).then_some(words.editor_mark);
    [firmness, editor].into_iter().flatten().collect()
}

/// Text in which the source's hedge is set off where it stands word for word.
fn hedged(html: &mut Html, text: &str, hedge: Option<&str>) {
    let hedge = hedge.filter(|hedge| !hedge.is_empty());
    match hedge.and_then(|hedge| Some((hedge, text.split_once(hedge)?))) {
        Some((hedge, (before, after))) => {
            html.text(before);
            html.line("em", &[], hedge);
            html.text(after);
        }
        None => html.text(text),
    }
}

/// The statement spoken of: a link to its home with its hedge, its voice and its paragraph beside it.
pub(super) fn mention(scribe: &Scribe<'_>, html: &mut Html, id: ItemId) {
    mention_as(scribe, html, id, &called(scribe, id));
}

/// The same under other words, such as a condition's act.
pub(super) fn mention_as(scribe: &Scribe<'_>, html: &mut Html, id: ItemId, words: &str) {
    scribe.link(html, id, words);
    mark(scribe, html, id);
}

/// Several statements spoken of under words that they share, such as links of one arrow: each has its own link, at
/// its paragraph, and what they say alike is said once.
pub(super) fn mention_together(scribe: &Scribe<'_>, html: &mut Html, items: &[ItemId], words: &str) {
    let parts = |id: &ItemId| scribe.deal.statement(*id).map(|statement| firmness(scribe, statement));
    let alike = items.chunk_by(|one, next| parts(one) == parts(next));
    scribe.say(html, words);
    for alike in alike {
        html.text(" ");
        html.element("small", &[], |html| {
            let shared = alike.first().and_then(parts).unwrap_or_default();
            scribe.say(html, &shared.join(" · "));
            for (at, id) in alike.iter().enumerate() {
                html.text(if at == 0 && shared.is_empty() { "" } else { " · " });
                let paragraph = scribe.deal.evidence(*id).next().map(|evidence| evidence.paragraph);
                let (short, long) = match paragraph {
                    Some(number) => (format!("¶{number}"), (scribe.words.show_proof)(number)),
                    None => (scribe.words.editor_mark.to_owned(), scribe.words.show_editor.to_owned()),
                };
                let href = format!("#{}", scribe.anchor(*id));
                html.line("a", &[("href", &href), ("aria-label", &long)], &short);
            }
        });
    }
}

/// What a statement must not go without, where its proof does not stand under it.
fn mark(scribe: &Scribe<'_>, html: &mut Html, id: ItemId) {
    let Some(statement) = scribe.deal.statement(id) else { return };
    let mut parts = firmness(scribe, statement);
    parts.extend(statement.evidence.first().map(|evidence| format!("¶{}", evidence.paragraph)));
    if !parts.is_empty() {
        html.text(" ");
        scribe.own(html, "small", "", &parts.join(" · "));
    }
}

/// Its certainty, whose it is, its hedge, its voices.
fn firmness(scribe: &Scribe<'_>, statement: &Statement) -> Vec<String> {
    let mut parts: Vec<String> = tags(scribe, statement).into_iter().map(str::to_owned).collect();
    parts.extend(statement.hedge.as_ref().map(|hedge| format!("“{hedge}”")));
    if !statement.voice.is_empty() {
        parts.push(voices(scribe.tongue, scribe.deal, statement));
    }
    parts
}

/// A term with statements spoken of; nothing where there are none.
pub(super) fn mentions(scribe: &Scribe<'_>, html: &mut Html, term: &str, items: &[ItemId]) {
    if items.is_empty() {
        return;
    }
    scribe.own(html, "dt", "", term);
    for id in items {
        html.element("dd", &[], |html| mention(scribe, html, *id));
    }
}
