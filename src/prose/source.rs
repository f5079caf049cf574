//! Where it comes from: every source with its imprint and its address.

use super::html::Html;
use super::scribe::{SOURCE, Scribe};
use crate::deal::{Item, ItemId, Kind, Source};
use crate::words::Moment;

/// The part.
pub(super) fn write(scribe: &Scribe<'_>, html: &mut Html, digest: bool) {
    scribe.section(html, SOURCE, scribe.words.source, |html| {
        html.element("ul", &[], |html| {
            for id in scribe.deal.of_kind(Kind::Source) {
                if let Some(Item::Source(source)) = scribe.deal.item(id) {
                    imprint(scribe, html, id, source, digest);
                }
            }
        });
    });
}

fn imprint(scribe: &Scribe<'_>, html: &mut Html, id: ItemId, source: &Source, with_digest: bool) {
    html.element("li", &[("id", &scribe.anchor(id))], |html| {
        html.element("p", &[("class", "say")], |html| html.line("cite", &[], &source.title));
        origin(scribe, html, source);
        if with_digest && !source.digest.is_empty() {
            scribe.own(html, "p", "note", scribe.words.source_note);
            digest(scribe, html, source);
        }
    });
}

/// Who published it, when, and where it is to be read.
fn origin(scribe: &Scribe<'_>, html: &mut Html, source: &Source) {
    let words = scribe.words;
    html.element("p", &[("class", "kind")], |html| {
        html.text(&source.publisher);
        if let Some(author) = &source.author {
            html.text(" · ");
            scribe.say(html, &(words.by_author)(author));
        }
        if let Some(dateline) = &source.dateline {
            html.text(&format!(" · {dateline}"));
        }
        if let Some(updated) = &source.updated {
            html.text(" · ");
            let moment = Moment::parse(updated);
            let text = moment.map_or_else(|| updated.own(), |moment| scribe.tongue.format.moment(&moment));
            scribe.say(html, &(words.last_updated)(&text));
        }
    });
    if let Some(url) = &source.url {
        html.element("p", &[], |html| {
            html.element("a", &[("href", url)], |html| {
                scribe.say(html, &(words.read_at_publisher)(&source.publisher));
            });
        });
    }
}

/// The first source as an article: see [`super::article`].
pub(super) fn article(scribe: &Scribe<'_>, html: &mut Html) {
    let document = scribe.deal.document();
    let Some(source) = document.sources.iter().find(|source| !source.digest.is_empty()) else { return };
    let attributes =
        [("class", "retelling"), ("id", "story"), ("lang", &*document.language), ("dir", scribe.direction())];
    html.element("article", &attributes, |html| {
        html.line(scribe.level(1), &[("class", "title")], &source.title);
        origin(scribe, html, source);
        scribe.own(html, "p", "note", scribe.words.source_note);
        digest(scribe, html, source);
    });
}

/// The paragraphs retold, each with its number.
fn digest(scribe: &Scribe<'_>, html: &mut Html, source: &Source) {
    for paragraph in &source.digest {
        html.element("p", &[("class", "retold")], |html| {
            scribe.own(html, "small", "", &(scribe.words.paragraph)(paragraph.paragraph));
            html.text(" ");
            html.text(&paragraph.text);
        });
    }
}
