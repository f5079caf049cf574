//! Where it comes from: every source with its imprint and its address.

use super::html::Html;
use super::scribe::{SOURCE, Scribe};
use crate::deal::{Item, ItemId, Kind, Source};
use crate::words::Moment;

/// The part.
pub(super) fn write(scribe: &Scribe<'_>, html: &mut Html) {
    scribe.section(html, SOURCE, scribe.words.source, |html| {
        html.element("ul", &[], |html| {
            for id in scribe.deal.of_kind(Kind::Source) {
                if let Some(Item::Source(source)) = scribe.deal.item(id) {
                    imprint(scribe, html, id, source);
                }
            }
        });
    });
}

fn imprint(scribe: &Scribe<'_>, html: &mut Html, id: ItemId, source: &Source) {
    let words = scribe.words;
    html.element("li", &[("id", &scribe.anchor(id))], |html| {
        html.element("p", &[("class", "say")], |html| html.line("cite", &[], &source.title));
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
                let text = moment.map_or_else(|| updated.clone(), |moment| scribe.tongue.format.moment(&moment));
                scribe.say(html, &(words.last_updated)(&text));
            }
        });
        if let Some(url) = &source.url {
            html.element("p", &[], |html| {
                html.element("a", &[("href", url)], |html| {
                    scribe.say(html, &(words.read_at_publisher)(&source.publisher))
                });
            });
        }
    });
}
