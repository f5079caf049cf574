//! What every part of the prose needs: the deal, the words, headings, links to items.

use super::html::Html;
use crate::deal::{Deal, Item, ItemId};
use crate::words::{Tongue, Words};

/// Languages written from right to left, by their primary subtag.
const RIGHT_TO_LEFT: &[&str] =
    &["ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"];

/// The parts of the page that a reader can go to; no item's anchor has a dot in it.
pub(super) const PARTIES: &str = "deal.parties";
pub(super) const CONDITIONS: &str = "deal.conditions";
pub(super) const WHAT_IF: &str = "deal.what-if";
pub(super) const OPEN: &str = "deal.open";
pub(super) const FACTS: &str = "deal.facts";
pub(super) const SOURCE: &str = "deal.source";

pub(super) struct Scribe<'d> {
    pub(super) deal: &'d Deal,
    pub(super) tongue: &'d Tongue,
    pub(super) words: &'static Words,
    outline: u8,
}

impl<'d> Scribe<'d> {
    pub(super) fn new(deal: &'d Deal, tongue: &'d Tongue, outline: u8) -> Self {
        Self { deal, tongue, words: tongue.words, outline: outline.clamp(1, 3) }
    }

    /// The direction of the deal's language.
    pub(super) fn direction(&self) -> &'static str {
        direction(&self.deal.document().language)
    }

    /// The language of the interface's words, where it is not the deal's; else empty.
    pub(super) fn lang(&self) -> &'static str {
        let (deal, own) = (&self.deal.document().language, self.words.tag);
        if primary(deal) == primary(own) { "" } else { own }
    }

    /// The direction of the interface's words, where it is not the deal's; else empty.
    pub(super) fn dir(&self) -> &'static str {
        let own = direction(self.words.tag);
        if own == self.direction() { "" } else { own }
    }

    /// A part with its heading one level below the title; an empty id is left out.
    pub(super) fn section(&self, html: &mut Html, id: &str, heading: &str, content: impl FnOnce(&mut Html)) {
        html.element("section", &[("id", id)], |html| {
            self.heading(html, 1, "label", heading);
            content(html);
        });
    }

    /// A heading in the interface's words, `depth` levels below the title.
    pub(super) fn heading(&self, html: &mut Html, depth: u8, class: &str, text: &str) {
        html.line(self.level(depth), &[("class", class), ("lang", self.lang()), ("dir", self.dir())], text);
    }

    /// The element of a heading `depth` levels below the title.
    pub(super) fn level(&self, depth: u8) -> &'static str {
        match self.outline + depth {
            0 | 1 => "h1",
            2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        }
    }

    /// An element with the interface's words in it.
    pub(super) fn own(&self, html: &mut Html, name: &'static str, class: &str, text: &str) {
        if !text.is_empty() {
            html.line(name, &[("class", class), ("lang", self.lang()), ("dir", self.dir())], text);
        }
    }

    /// The interface's words within other text; an element of their own only where their language differs.
    pub(super) fn say(&self, html: &mut Html, text: &str) {
        if self.lang().is_empty() {
            html.text(text);
        } else {
            self.own(html, "span", "", text);
        }
    }

    pub(super) fn label(&self, id: ItemId) -> &'d str {
        self.deal.item(id).map(Item::label).unwrap_or_default()
    }

    /// The anchor of an item.
    pub(super) fn anchor(&self, id: ItemId) -> String {
        format!("deal-{}", self.deal.item(id).map(Item::id).unwrap_or_default())
    }

    /// A link to an item.
    pub(super) fn link(&self, html: &mut Html, id: ItemId, text: &str) {
        html.line("a", &[("href", &format!("#{}", self.anchor(id)))], text);
    }
}

fn primary(language: &str) -> String {
    language.split('-').next().unwrap_or_default().to_ascii_lowercase()
}

fn direction(language: &str) -> &'static str {
    if RIGHT_TO_LEFT.contains(&primary(language).as_str()) { "rtl" } else { "ltr" }
}
