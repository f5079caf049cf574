//! Facts: events in order, figures with their bounds, people and their offices, places, media.

use super::dates;
use super::html::Html;
use super::scribe::{FACTS, Scribe};
use super::statement::home;
use crate::deal::{Event, Item, ItemId, Kind, Role};
use crate::query::{figures, media, people, timeline};

/// The part.
pub(super) fn write(scribe: &Scribe<'_>, html: &mut Html) {
    scribe.section(html, FACTS, scribe.words.facts, |html| {
        events(scribe, html);
        numbers(scribe, html);
        offices(scribe, html);
        places(scribe, html);
        films(scribe, html);
    });
}

/// A heading and a list; nothing where the list is empty.
fn list(
    scribe: &Scribe<'_>,
    html: &mut Html,
    name: &'static str,
    heading: &str,
    items: &[ItemId],
    mut each: impl FnMut(&mut Html, ItemId),
) {
    if !items.is_empty() {
        scribe.heading(html, 2, "", heading);
        html.element(name, &[], |html| items.iter().for_each(|id| each(html, *id)));
    }
}

fn events(scribe: &Scribe<'_>, html: &mut Html) {
    let items: Vec<ItemId> = timeline(scribe.deal).into_iter().map(|(id, _)| id).collect();
    list(scribe, html, "ol", scribe.words.events, &items, |html, id| {
        let Some(Item::Event(event)) = scribe.deal.item(id) else { return };
        home(
            scribe,
            html,
            "li",
            id,
            |html| when(scribe, html, event),
            |html| {
                if let Some(rule) = &event.derived {
                    scribe.own(html, "p", "note", &(scribe.words.derived_date)(rule));
                }
            },
        );
    });
}

fn when(scribe: &Scribe<'_>, html: &mut Html, event: &Event) {
    html.element("p", &[("class", "kind")], |html| {
        scribe.say(html, (scribe.words.event_state)(event.state));
        html.text(&format!(" · “{}”", event.printed));
        if let Some(date) = &event.date {
            html.text(" · ");
            dates::write(scribe, html, date);
        }
    });
}

fn numbers(scribe: &Scribe<'_>, html: &mut Html) {
    let words = scribe.words;
    list(scribe, html, "ul", words.figures, &figures(scribe.deal), |html, id| {
        let Some(Item::Figure(figure)) = scribe.deal.item(id) else { return };
        let number = (words.bound)(figure.bound, &scribe.tongue.format.number(figure.value));
        let head = |html: &mut Html| {
            html.element("p", &[("class", "kind")], |html| {
                html.element("b", &[], |html| {
                    scribe.say(html, &number);
                    html.text(&format!(" {}", figure.unit));
                });
                html.text(" · ");
                scribe.say(html, &(words.party().printed_as)(&format!("“{}”", figure.printed)));
            });
        };
        home(scribe, html, "li", id, head, |_| {});
    });
}

/// A table: person, office as printed, belongs to.
fn offices(scribe: &Scribe<'_>, html: &mut Html) {
    let (people, words) = (people(scribe.deal), scribe.words);
    if people.is_empty() {
        return;
    }
    scribe.heading(html, 2, "", words.people_and_offices);
    html.element("table", &[], |html| {
        html.element("thead", &[("lang", scribe.lang())], |html| {
            html.element("tr", &[], |html| {
                for name in [words.person, words.office, words.belongs_to] {
                    html.line("th", &[("scope", "col")], name);
                }
            });
        });
        html.element("tbody", &[], |html| {
            for office in people {
                html.element("tr", &[], |html| {
                    html.element("th", &[("scope", "row")], |html| {
                        scribe.link(html, office.person, scribe.label(office.person));
                    });
                    html.element("td", &[], |html| match office.role {
                        Some(role) => html.text(&format!("“{role}”")),
                        None => scribe.say(html, words.no_office),
                    });
                    html.element("td", &[], |html| {
                        if let Some(whole) = office.part_of {
                            scribe.link(html, whole, scribe.label(whole));
                        }
                    });
                });
            }
        });
    });
}

fn places(scribe: &Scribe<'_>, html: &mut Html) {
    let items: Vec<ItemId> = scribe.deal.of_kind(Kind::Place).collect();
    list(scribe, html, "ul", scribe.words.places, &items, |html, id| {
        let head = |html: &mut Html| {
            html.element("p", &[("class", "kind")], |html| {
                html.line("b", &[], scribe.label(id));
                for whole in scribe.deal.targets(id, Role::PartOf) {
                    html.text(" · ");
                    scribe.say(html, &(scribe.words.in_place)(scribe.label(whole)));
                }
            });
        };
        home(scribe, html, "li", id, head, |_| {});
    });
}

fn films(scribe: &Scribe<'_>, html: &mut Html) {
    let words = scribe.words;
    list(scribe, html, "ul", words.media, &media(scribe.deal), |html, id| {
        let Some(Item::Medium(medium, source)) = scribe.deal.item(id) else { return };
        let mut notes = vec![source.publisher.own()];
        notes.extend(medium.duration.as_deref().map(words.length));
        notes.extend(medium.paragraph.map(words.paragraph));
        html.element("li", &[("id", &scribe.anchor(id))], |html| {
            html.element("p", &[("class", "say")], |html| html.line("cite", &[], &medium.title));
            scribe.own(html, "p", "kind", &notes.join(" · "));
        });
    });
}
