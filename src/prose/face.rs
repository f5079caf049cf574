//! The head of the page: who reports it, as of when, its title, how far it is, what it is, and where to go.

use super::html::Html;
use super::scribe::{CONDITIONS, FACTS, OPEN, PARTIES, SOURCE, Scribe, WHAT_IF};
use crate::words::Moment;
use crate::words::sentence::publishers;

/// The head.
pub(super) fn write(scribe: &Scribe<'_>, html: &mut Html) {
    let (document, words) = (scribe.deal.document(), scribe.words);
    let moment = Moment::parse(&document.as_of);
    let as_of = moment.map_or_else(|| document.as_of.own(), |moment| scribe.tongue.format.moment(&moment));
    html.element("header", &[], |html| {
        html.element("p", &[("class", "meta")], |html| {
            scribe.say(html, &(words.reported_by)(&publishers(scribe.tongue, scribe.deal)));
            html.text(" · ");
            html.element("time", &[("datetime", &document.as_of)], |html| scribe.say(html, &(words.as_of)(&as_of)));
        });
        html.line(scribe.level(0), &[("class", "title")], &document.title);
        scribe.own(html, "p", &format!("state {}", document.state.word()), (words.deal_state)(document.state));
        html.line("p", &[("class", "lede")], &document.summary);
        contents(scribe, html);
    });
}

/// Links to the parts of the page.
fn contents(scribe: &Scribe<'_>, html: &mut Html) {
    let words = scribe.words;
    let parts = [
        (PARTIES, words.parties),
        (CONDITIONS, words.conditions),
        (WHAT_IF, words.what_if_view),
        (OPEN, words.open_questions),
        (FACTS, words.facts),
        (SOURCE, words.source),
    ];
    html.element("nav", &[("aria-label", words.prose_contents), ("lang", scribe.lang())], |html| {
        html.element("ul", &[], |html| {
            for (anchor, name) in parts {
                html.element("li", &[], |html| html.line("a", &[("href", &format!("#{anchor}"))], name));
            }
        });
    });
}
