//! The whole deal as plain prose: semantic HTML that needs no script and no style.
//!
//! It is made at build time, from the same document and with the same words as the interactive views, and stands in
//! the page before the script runs, without it, in print and in a feed. Every statement has one home, where its proof
//! stands under it; wherever else it is spoken of, a link leads there (`#deal-<id>`).

mod bargain;
mod brief;
mod conditions;
mod dates;
mod face;
mod facts;
mod html;
mod linked;
mod links;
mod open;
mod parties;
mod party;
mod proof;
mod scribe;
mod sentence;
mod source;
mod statement;
mod tensions;
mod tour;
mod what_if;

use crate::deal::Deal;
use crate::words::Tongue;

pub use html::{Attribute, Html, escape};
pub(crate) use linked::standing;
pub use linked::{linked, linked_script};
use scribe::Scribe;

/// The deal as one `<article>`; `outline` is the level of its title among the page's headings, 1 to 3.
///
/// The same deal gives the same text, to the byte. The title, the summary and the bargain come first.
pub fn page(deal: &Deal, tongue: &Tongue, outline: u8) -> String {
    written(deal, tongue, outline, true)
}

/// The same without the retold paragraphs, for a page on which they stand as an article of their own: see [`article`].
pub fn page_beside_article(deal: &Deal, tongue: &Tongue, outline: u8) -> String {
    written(deal, tongue, outline, false)
}

/// The first source retold: its title and imprint, and its paragraphs in the document's own words, each quoted phrase
/// in them. It stands in for the article on pages that may not have it. Empty where nothing is retold.
pub fn article(deal: &Deal, tongue: &Tongue, outline: u8) -> String {
    let scribe = Scribe::new(deal, tongue, outline);
    let mut html = Html::default();
    source::article(&scribe, &mut html);
    html.finish()
}

fn written(deal: &Deal, tongue: &Tongue, outline: u8, digest: bool) -> String {
    let scribe = Scribe::new(deal, tongue, outline);
    let mut html = Html::default();
    let document = deal.document();
    let attributes = [("class", "prose"), ("lang", document.language.as_str()), ("dir", scribe.direction())];
    html.element("article", &attributes, |html| {
        face::write(&scribe, html);
        bargain::write(&scribe, html);
        brief::write(&scribe, html);
        tour::write(&scribe, html);
        parties::write(&scribe, html);
        conditions::write(&scribe, html);
        links::write(&scribe, html);
        what_if::write(&scribe, html);
        open::write(&scribe, html);
        facts::write(&scribe, html);
        source::write(&scribe, html, digest);
    });
    html.finish()
}
