//! A brief for people, to edit and to pass on: `CommonMark`, the bargain first, then every statement once.
//!
//! Each statement stands with its id, and under it the words that prove it, who says so, and how firmly. In the bargain
//! statements are only spoken of; there their certainty, hedge and voice stand beside them in brackets.

mod bargain;
mod details;
mod line;

use crate::deal::{Deal, Item, ItemId, Kind, Origin, Source, Statement};
use crate::prose::standing;
use crate::words::{Moment, Tongue, Words, sentence};
use line::{Lines, escaped};

pub(super) fn write(deal: &Deal, tongue: &Tongue) -> String {
    let mut lines = Lines::default();
    let brief = Brief { deal, tongue };
    brief.head(&mut lines);
    bargain::write(deal, tongue, &mut lines);
    let words = tongue.words;
    for kind in ORDER {
        brief.list(&mut lines, *kind, heading(words, *kind));
    }
    brief.chapters(&mut lines);
    lines.finish()
}

/// What a reader of a brief asks for first.
const ORDER: &[Kind] = &[
    Kind::Condition,
    Kind::Exchange,
    Kind::Doubt,
    Kind::Gap,
    Kind::Tension,
    Kind::Actor,
    Kind::Relation,
    Kind::Aim,
    Kind::Remark,
    Kind::Link,
    Kind::Event,
    Kind::Figure,
    Kind::Place,
];

fn heading(words: &Words, kind: Kind) -> &'static str {
    match kind {
        Kind::Actor => words.find().kinds.actors,
        Kind::Place => words.find().kinds.places,
        Kind::Remark => words.said_of_the_whole,
        Kind::Condition => words.conditions,
        Kind::Exchange => words.find().kinds.exchanges,
        Kind::Link => words.find().kinds.links,
        Kind::Relation => words.relations,
        Kind::Aim => words.aims,
        Kind::Doubt => words.doubts,
        Kind::Figure => words.figures,
        Kind::Event => words.events,
        Kind::Tension => words.tensions,
        Kind::Gap => words.gaps,
        Kind::Source | Kind::Medium | Kind::Section => words.source,
    }
}

struct Brief<'d> {
    deal: &'d Deal,
    tongue: &'d Tongue,
}

impl Brief<'_> {
    fn head(&self, lines: &mut Lines) {
        let (document, words) = (self.deal.document(), self.tongue.words);
        lines.heading(1, &document.title);
        let state = escaped((words.deal_state)(document.state));
        let reported = escaped(&(words.reported_by)(&sentence::publishers(self.tongue, self.deal)));
        let as_of = escaped(&(words.as_of)(&self.moment(&document.as_of)));
        lines.paragraph(&format!("**{state}** · {reported} · {as_of}"));
        lines.paragraph(&escaped(&document.summary));
        document.sources.iter().for_each(|source| lines.item(0, &self.source(source)));
    }

    fn source(&self, source: &Source) -> String {
        let words = self.tongue.words;
        let mut parts = vec![format!("*{}*", escaped(&source.title)), escaped(&source.publisher)];
        parts.extend(source.author.as_ref().map(|author| escaped(&(words.by_author)(author))));
        parts.extend(source.updated.as_ref().map(|it| escaped(&(words.last_updated)(&self.moment(it)))));
        parts.extend(source.url.as_ref().map(|url| line::address(url)));
        parts.push(line::code(&source.id));
        parts.join(" · ")
    }

    fn moment(&self, text: &str) -> String {
        Moment::parse(text).map_or_else(|| text.to_owned(), |moment| self.tongue.format.moment(&moment))
    }

    fn list(&self, lines: &mut Lines, kind: Kind, heading: &str) {
        for (at, id) in self.deal.of_kind(kind).enumerate() {
            if at == 0 {
                lines.heading(2, heading);
            }
            let Some(item) = self.deal.item(id) else { continue };
            let Some(statement) = item.statement() else { continue };
            let name = name(self.tongue, self.deal, id, item);
            let name = name.map(|name| format!("**{}** — ", escaped(&name))).unwrap_or_default();
            lines.item(0, &format!("{name}{} {}", escaped(&statement.text), line::code(&statement.id)));
            for detail in details::of(self.deal, self.tongue, id, item) {
                lines.item(1, &escaped(&detail));
            }
            lines.item(1, &self.proof(item, statement));
        }
    }

    /// The quotes with their paragraphs, and how firmly and by whom it is said; or why there are none.
    fn proof(&self, item: Item<'_>, statement: &Statement) -> String {
        let several = self.deal.document().sources.len() > 1;
        let words = self.tongue.words;
        let quotes = statement.evidence.iter().map(|evidence| {
            let paragraph = (words.paragraph)(evidence.paragraph);
            let place = match self.deal.source(evidence).filter(|_| several) {
                Some(source) => (words.prose_place)(&source.publisher, &paragraph),
                None => paragraph,
            };
            let orphan = if self.deal.is_orphan(evidence) { format!(" ({})", words.orphan) } else { String::new() };
            escaped(&format!("“{}”, {place}{orphan}", evidence.quote))
        });
        let mut parts: Vec<String> = quotes.collect();
        parts.push(escaped(&standing(self.deal, self.tongue, item, statement)));
        // What the author of the document infers may still be said with a doubt, and of somebody's words.
        if statement.origin() == Origin::Editor || matches!(item, Item::Gap(_)) {
            parts.extend(line::beside(self.deal, self.tongue, statement).iter().map(|it| escaped(it)));
        }
        parts.join(" · ")
    }

    /// Chapters of the document, with their dates.
    fn chapters(&self, lines: &mut Lines) {
        for (at, section) in self.deal.document().sections.iter().enumerate() {
            if at == 0 {
                lines.heading(2, self.tongue.words.prose_contents);
            }
            let date = section.date.as_ref().map(|date| format!(" ({})", escaped(date))).unwrap_or_default();
            let url = section.url.as_ref().map(|url| format!(" {}", line::address(url))).unwrap_or_default();
            lines.item(0, &format!("{}{date}{url} {}", escaped(&section.title), line::code(&section.id)));
        }
    }
}

/// What stands before the text of a statement, where that does not say it.
fn name(tongue: &Tongue, deal: &Deal, id: ItemId, item: Item<'_>) -> Option<String> {
    match item {
        Item::Actor(actor) => Some(actor.name.own()),
        Item::Place(place) => Some(place.name.own()),
        Item::Condition(_) => Some(sentence::condition(tongue, deal, id)),
        Item::Doubt(doubt) => Some((tongue.words.doubt)(doubt.kind).to_owned()),
        Item::Gap(gap) => Some((tongue.words.gap)(gap.slot).to_owned()),
        Item::Remark(remark) => Some((tongue.words.said_of_it)(remark.kind).to_owned()),
        _ => None,
    }
}
