//! Phrases that are put together from several items of a deal.

use super::tongue::Tongue;
use crate::deal::gather::Gather;
use crate::deal::{Agreed, Deal, Duty, Item, ItemId, Role, Statement};

/// The names of the items as one list.
pub fn names(tongue: &Tongue, deal: &Deal, items: impl IntoIterator<Item = ItemId>) -> String {
    let names: Vec<String> = items.into_iter().filter_map(|id| deal.item(id)).map(|i| i.label().to_owned()).gather();
    tongue.format.list(&names)
}

/// So many publishers are named; of more, all but the last, and that there are others.
const PUBLISHERS: usize = 4;

/// Who reports the deal, each once. Of many, the first few: all stand with their sources.
pub fn publishers(tongue: &Tongue, deal: &Deal) -> String {
    let sources = &deal.document().sources;
    let mut names: Vec<String> = Vec::new();
    for source in sources {
        if names.iter().any(|name| source.publisher == *name) {
            continue;
        }
        if names.len() == PUBLISHERS {
            names.pop();
            names.push(tongue.counted(tongue.words.large.others, sources.len()));
            break;
        }
        names.push(source.publisher.own());
    }
    tongue.format.list(&names)
}

/// Who says so, outermost first: "CBS News, citing Syrian opposition sources, citing Ratney's letter".
///
/// The publisher of the source that proves the statement opens the chain where the document does not name it.
pub fn voices(tongue: &Tongue, deal: &Deal, statement: &Statement) -> String {
    let source = statement.evidence.first().and_then(|evidence| deal.get(&evidence.source));
    let publisher = match source {
        Some(Item::Source(source)) => source.publisher.as_str(),
        _ => "",
    };
    let cited: Vec<&str> = statement.voice.iter().filter_map(|id| deal.get(id)).map(Item::label).gather();
    let inner: Vec<&str> = cited.iter().copied().skip_while(|name| *name == publisher).gather();
    if inner.is_empty() {
        return if publisher.is_empty() { String::new() } else { (tongue.words.own_voice)(publisher) };
    }
    inner.iter().fold(publisher.to_owned(), |chain, name| {
        if chain.is_empty() { (*name).to_owned() } else { (tongue.words.citing)(&chain, name) }
    })
}

/// Beneficiaries, targets and places of a condition in one line; empty where the source names none.
pub fn scope(tongue: &Tongue, deal: &Deal, condition: ItemId) -> String {
    let part = |role: Role, phrase: fn(&str) -> String| {
        let names = names(tongue, deal, deal.targets(condition, role));
        (!names.is_empty()).then(|| phrase(&names))
    };
    let words = tongue.words;
    let parts =
        [part(Role::For, words.for_whom), part(Role::Against, words.against_whom), part(Role::Where, words.in_place)];
    parts.into_iter().flatten().gather().join(" · ")
}

/// What to call an item in a list of others: names and titles as they are, a condition by its bearer and act, the only
/// exchange "the bargain"; else its text.
pub fn short(tongue: &Tongue, deal: &Deal, id: ItemId) -> String {
    match deal.item(id) {
        Some(Item::Exchange(_)) if deal.document().exchanges.len() == 1 => tongue.words.the_bargain.to_owned(),
        Some(Item::Condition(_)) => condition(tongue, deal, id),
        Some(item) => item.label().to_owned(),
        None => String::new(),
    }
}

/// The same within a list: a sentence goes without its full stop, where the dot at the end of a name stays.
pub fn listed(tongue: &Tongue, deal: &Deal, id: ItemId) -> String {
    let called = short(tongue, deal, id);
    let sentence = deal.statement(id).is_some_and(|statement| statement.text == called);
    if sentence { called.trim_end_matches('.').to_owned() } else { called }
}

/// A condition in a line: who, the duty, the act. Where nobody is named, the act alone.
pub fn condition(tongue: &Tongue, deal: &Deal, id: ItemId) -> String {
    let Some(Item::Condition(condition)) = deal.item(id) else { return String::new() };
    let bearers = names(tongue, deal, deal.targets(id, Role::By));
    if bearers.is_empty() {
        condition.act.own()
    } else {
        format!("{bearers} {} {}", duty(tongue, deal, id), condition.act)
    }
}

/// The words between the bearer and the act: "is to", "are to", "is to be pressed to".
pub fn duty(tongue: &Tongue, deal: &Deal, id: ItemId) -> &'static str {
    let duty = match deal.item(id) {
        Some(Item::Condition(condition)) => condition.duty.unwrap_or_default(),
        _ => Duty::Must,
    };
    let many = deal.targets(id, Role::By).nth(1).is_some();
    (tongue.words.duty)(duty, many, is_pressed(deal, id))
}

/// Whether the bearer is only to be pressed to do it: somebody is to press it, and nothing says that it agreed.
pub fn is_pressed(deal: &Deal, id: ItemId) -> bool {
    let agreed = match deal.item(id) {
        Some(Item::Condition(condition)) => condition.agreed.unwrap_or(Agreed::Unsaid),
        _ => Agreed::Unsaid,
    };
    let pressed = |bearer: ItemId| deal.sources_of(bearer, Role::Pressing).next().is_some();
    agreed == Agreed::Unsaid && deal.targets(id, Role::By).any(pressed)
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{listed, publishers, short};
    use crate::deal::read;
    use crate::words::plain::Plain;
    use crate::words::{ENGLISH, Tongue};

    #[test]
    fn a_sentence_in_a_list_goes_without_its_full_stop_and_a_name_keeps_its_dot() {
        let seed = include_str!("../../seeds/us-russia-syria-2016.json");
        let seed = seed.replacen("\"name\": \"Russia\"", "\"name\": \"Russia Inc.\"", 1);
        let deal = read(seed.as_bytes()).deal.expect("a sound deal");
        let tongue = Tongue { words: &ENGLISH, format: Rc::new(Plain) };
        let id = |id: &str| deal.find(id).expect("an item");
        assert!(short(&tongue, &deal, id("putin-keeps-his-end")).ends_with('.'));
        assert!(!listed(&tongue, &deal, id("putin-keeps-his-end")).ends_with('.'));
        assert_eq!(listed(&tongue, &deal, id("russia")), "Russia Inc.");
    }

    #[test]
    fn each_publisher_is_named_once_and_of_many_the_first() {
        let tongue = Tongue { words: &ENGLISH, format: Rc::new(Plain) };
        let reported = |names: &[&str]| {
            let source = |(at, name)| {
                format!(r#"{{"id":"s{at}","kind":"article","publisher":"{name}","title":"t","paragraphs":1}}"#)
            };
            let sources: Vec<String> = names.iter().enumerate().map(source).collect();
            let deal = format!(
                r#"{{"format":1,"id":"d","language":"en","title":"t","summary":"s","state":"forming","asOf":"2020-01-01T00:00:00Z","sources":[{}]}}"#,
                sources.join(",")
            );
            let read = read(deal.as_bytes());
            publishers(&tongue, &read.deal.unwrap_or_else(|| panic!("{:?}", read.issues)))
        };
        assert_eq!(reported(&["A", "B", "A"]), "A and B");
        assert_eq!(reported(&["A", "B", "C", "D", "D"]), "A, B, C, and D");
        assert_eq!(reported(&["A", "B", "C", "D", "B", "E"]), "A, B, C, and others (6 sources)");
    }
}
