//! A statement at home, with its proof; and a statement spoken of elsewhere, with a link to its home.

use super::html::Html;
use super::proof;
use super::scribe::Scribe;
use super::sentence::told;
use crate::deal::{Certainty, Item, ItemId, Origin, Statement};
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

/// The statement spoken of: its words, and beside them its hedge, its voice, and a link to its home.
pub(super) fn mention(scribe: &Scribe<'_>, html: &mut Html, id: ItemId) {
    mention_as(scribe, html, &[id], &told(scribe, id));
}

/// The same under other words, such as a condition's act, or words that several statements share, such as links of
/// one arrow: each has its own link to its home, and what they say alike is said once.
pub(super) fn mention_as(scribe: &Scribe<'_>, html: &mut Html, items: &[ItemId], words: &str) {
    html.text(words);
    beside(scribe, html, items, true);
}

/// What stands beside a statement that is spoken of; its voices may already stand there.
pub(super) fn beside(scribe: &Scribe<'_>, html: &mut Html, items: &[ItemId], voiced: bool) {
    let parts = |id: &ItemId| scribe.deal.statement(*id).map(|statement| firmness(scribe, statement, voiced));
    for alike in items.chunk_by(|one, next| parts(one) == parts(next)) {
        let shared = alike.first().and_then(parts).unwrap_or_default().join("\u{A0}· ");
        // A gap has no proof to lead to: its words are all there is.
        let proved: Vec<ItemId> = alike.iter().copied().filter(|id| !is_gap(scribe, *id)).collect();
        if shared.is_empty() && proved.is_empty() {
            continue;
        }
        html.text(" ");
        html.element("small", &[], |html| {
            if !shared.is_empty() {
                scribe.say(html, &shared);
            }
            for (at, id) in proved.into_iter().enumerate() {
                html.text(if at == 0 && shared.is_empty() { "" } else { "\u{A0}·\u{A0}" });
                mark(scribe, html, id);
            }
        });
    }
}

fn is_gap(scribe: &Scribe<'_>, id: ItemId) -> bool {
    matches!(scribe.deal.item(id), Some(Item::Gap(_)))
}

/// The mark that leads to a statement's home: the paragraph that proves it, or that it is the editor's.
fn mark(scribe: &Scribe<'_>, html: &mut Html, id: ItemId) {
    let words = scribe.words;
    let paragraph = scribe.deal.evidence(id).next().map(|evidence| evidence.paragraph);
    let (short, long) = match paragraph {
        Some(number) => (format!("¶{number}"), (words.show_proof)(number)),
        None => (words.editor_mark.to_owned(), words.show_editor.to_owned()),
    };
    html.line(
        "a",
        &[("href", &format!("#{}", scribe.anchor(id))), ("aria-label", &long), ("lang", scribe.lang())],
        &short,
    );
}

/// What a statement must not go without where its proof does not stand under it: its certainty, hedge, voices.
fn firmness(scribe: &Scribe<'_>, statement: &Statement, voiced: bool) -> Vec<String> {
    let certainty = statement.certainty();
    let mut parts: Vec<String> = Vec::new();
    if certainty != Certainty::Certain {
        parts.push((scribe.words.certainty)(certainty).to_owned());
    }
    parts.extend(statement.hedge.as_ref().map(|hedge| format!("“{hedge}”")));
    if voiced && !statement.voice.is_empty() {
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
        let class = if is_gap(scribe, *id) { "unsaid" } else { "" };
        html.element("dd", &[("class", class)], |html| mention(scribe, html, *id));
    }
}
