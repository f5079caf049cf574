//! What hangs on what: every link with its two ends and its proof.

use super::html::Html;
use super::scribe::Scribe;
use super::statement::{home, named};
use crate::deal::{Item, ItemId, Kind, Role};

/// The part; absent where nothing is linked.
pub(super) fn write(scribe: &Scribe<'_>, html: &mut Html) {
    let mut links = scribe.deal.of_kind(Kind::Link).peekable();
    if links.peek().is_none() {
        return;
    }
    scribe.section(html, "", scribe.words.find().kinds.links, |html| {
        html.element("ul", &[], |html| {
            for link in links {
                home(scribe, html, "li", link, |_| {}, |html| ends(scribe, html, link));
            }
        });
    });
}

/// "From this — is to make possible — that", with the source's linking words and a word where it is ambiguous.
fn ends(scribe: &Scribe<'_>, html: &mut Html, id: ItemId) {
    let Some(Item::Link(link)) = scribe.deal.item(id) else { return };
    let end = |html: &mut Html, role: Role| {
        for end in scribe.deal.targets(id, role) {
            named(scribe, html, end);
        }
    };
    html.element("p", &[("class", "ends")], |html| {
        end(html, Role::LinkFrom);
        html.text(" → ");
        scribe.own(html, "b", "", (scribe.words.link)(link.kind));
        if let Some(words) = &link.words {
            html.text(&format!(" (“{words}”)"));
        }
        html.text(" → ");
        end(html, Role::LinkTo);
        if link.ambiguous == Some(true) {
            html.text(" ");
            scribe.own(html, "small", "", scribe.words.two_readings);
        }
    });
}
