//! A small deal with one of everything, for the tests of `query` and `state`.
#![allow(dead_code, missing_docs, unreachable_pub, clippy::expect_used, clippy::panic, clippy::missing_panics_doc)]

use deal_explorer::deal::{Deal, ItemId, read};
use deal_explorer::query::{FacetValue, Filter};
use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The folding that the browser does with `normalize("NFD")`.
pub fn fold(text: &str) -> String {
    text.nfd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase).collect()
}

/// Lets go of all that is chosen in the value's own facet.
pub fn clear(filter: &mut Filter, value: &FacetValue) {
    match value {
        FacetValue::Party(_) => filter.party.clear(),
        FacetValue::Voice(_) => filter.voice.clear(),
        FacetValue::Certainty(_) => filter.certainty.clear(),
        FacetValue::Origin(_) => filter.origin.clear(),
        FacetValue::Topic(_) => filter.topic.clear(),
    }
}

/// The filter with nothing but this value chosen in the value's own facet.
pub fn alone(filter: &Filter, value: &FacetValue) -> Filter {
    let mut alone = filter.clone();
    clear(&mut alone, value);
    alone.toggle(value.clone());
    alone
}

/// A source's statement with the words that prove it.
fn said(id: &str, text: &str, paragraph: u32, quote: &str, more: Value) -> Value {
    let mut value = json!({
        "id": id, "text": text, "evidence": [{ "source": "herald-1", "paragraph": paragraph, "quote": quote }],
    });
    merge(&mut value, more);
    value
}

fn bare(id: &str, text: &str, more: Value) -> Value {
    let mut value = json!({ "id": id, "text": text });
    merge(&mut value, more);
    value
}

fn merge(value: &mut Value, more: Value) {
    if let (Some(object), Value::Object(more)) = (value.as_object_mut(), more) {
        object.extend(more);
    }
}

pub fn document() -> Value {
    let actor = |id: &str, name: &str, kind: &str, standing: Value, more: Value| {
        let mut value = said(id, &format!("{name} is in it."), 1, "both shores", json!({}));
        merge(&mut value, json!({ "name": name, "kind": kind, "standing": standing }));
        merge(&mut value, more);
        value
    };
    json!({
        "format": 1, "id": "strait", "title": "The Strait deal", "summary": "Two shores.", "language": "en",
        "asOf": "2020-05-02T10:00:00Z", "state": "forming",
        "sources": [{
            "id": "herald-1", "kind": "article", "publisher": "The Herald", "title": "A deal in the strait & beyond",
            "author": "Ana García", "url": "https://example.org/strait", "updated": "2020-05-02T10:00:00Z",
            "paragraphs": 4,
            "media": [{ "id": "film", "title": "The strait", "duration": "01:10", "paragraph": 3 }],
            "digest": [
                { "paragraph": 1, "text": "Talks join “both shores”, who would “patrol the strait” in exchange." },
                { "paragraph": 2, "text": "North “would press the rebels”; “the rebels” have not spoken." },
                { "paragraph": 4, "text": "The navy “fired on crews” and the crews of the café said so." },
            ],
        }],
        "actors": [
            actor("north", "North", "state", json!(["party"]), json!({ "names": ["The North", "Norðr"] })),
            actor("south", "South", "state", json!(["party"]), json!({})),
            actor("navy", "North’s navy", "force", json!(["outside"]), json!({ "partOf": "north" })),
            actor("fishers", "Fishers", "people", json!(["beneficiary"]), json!({})),
            actor("crews", "Trapped crews", "people", json!(["beneficiary"]), json!({ "partOf": "fishers" })),
            actor("rebels", "Rebels", "group", json!(["pressed"]), json!({})),
            actor("pirates", "Pirates", "group", json!(["target"]), json!({})),
            actor("minister", "José Núñez", "person", json!([]), json!({ "partOf": "south", "role": "Harbour Minister" })),
            actor("herald", "The Herald", "body", json!(["voice"]), json!({})),
            actor("witness", "A witness", "voice", json!(["voice"]), json!({ "named": false })),
        ],
        "places": [said("strait-place", "Where it is.", 1, "patrol the strait", json!({ "name": "The strait" }))],
        "remarks": [
            said("near", "A deal is said to be near.", 1, "both shores", json!({ "about": ["deal"], "kind": "status" })),
            said("hard", "It is hard.", 2, "the rebels",
                json!({ "about": ["press-rebels"], "kind": "character", "voice": ["minister"] })),
        ],
        "conditions": [
            said("patrol", "Both would patrol the strait.", 1, "patrol the strait", json!({
                "by": ["north", "south"], "act": "patrol the strait", "duty": "must", "against": ["pirates"],
                "where": ["strait-place"], "topic": "safety", "agreed": "prospective", "hedge": "would",
                "certainty": "probable" })),
            said("press-rebels", "North would press the rebels.", 2, "would press the rebels", json!({
                "by": ["north"], "act": "press the rebels", "pressing": "rebels", "topic": "pressure",
                "agreed": "prospective", "hedge": "would" })),
            said("stop-raids", "The rebels are to stop raids.", 2, "the rebels", json!({
                "by": ["rebels"], "act": "stop raids", "for": ["fishers"], "topic": "safety", "agreed": "unsaid",
                "certainty": "unknown" })),
            said("open-port", "South is to open its port.", 1, "both shores", json!({
                "by": ["south"], "act": "open the port", "for": ["north"], "when": "by June", "topic": "trade" })),
            said("let-boats", "Boats may leave.", 4, "fired on crews", json!({
                "act": "leave port", "duty": "may", "for": ["crews"], "topic": "trade" })),
            said("watch", "Both watch the patrol.", 1, "both shores", json!({
                "by": ["south"], "act": "watch", "topic": "monitoring" })),
        ],
        "exchanges": [said("swap", "Patrol for pressure.", 1, "patrol the strait", json!({
            "gives": ["patrol"], "gets": ["press-rebels"], "words": "in exchange" }))],
        "links": [
            said("pressing-stops", "Pressing makes the stop possible.", 2, "would press the rebels",
                json!({ "from": "press-rebels", "to": "stop-raids", "kind": "enables" })),
            bare("stop-lets", "The stop lets boats leave.",
                json!({ "from": "stop-raids", "to": "let-boats", "kind": "enables", "origin": "editor" })),
            said("port-needs", "The port needs the patrol.", 1, "patrol the strait",
                json!({ "from": "open-port", "to": "patrol", "kind": "needs" })),
            said("watch-patrol", "Watching completes it.", 1, "patrol the strait",
                json!({ "from": "watch", "to": "patrol", "kind": "completes" })),
        ],
        "relations": [
            said("north-backs", "North backs the rebels.", 2, "the rebels",
                json!({ "from": "north", "to": "rebels", "kind": "backs", "class": "support" })),
            said("navy-fires", "The navy fired on crews.", 4, "fired on crews",
                json!({ "from": "navy", "to": "crews", "kind": "fires-on", "class": "hostile" })),
            said("shores-join", "The shores cooperate.", 1, "both shores",
                json!({ "from": "north", "to": "south", "kind": "joins", "class": "support", "mutual": true })),
            bare("south-fights", "South fights the rebels.",
                json!({ "from": "south", "to": "rebels", "kind": "fights", "class": "hostile", "origin": "editor" })),
        ],
        "aims": [said("calm", "Both want calm.", 1, "both shores", json!({ "of": ["north", "south"] }))],
        "doubts": [
            said("keep", "Will North keep it?", 2, "would press the rebels", json!({
                "kind": "open-question", "about": ["swap"], "voice": ["witness"], "certainty": "possible" })),
            said("last", "Will it last?", 2, "the rebels", json!({ "kind": "open-question", "about": ["patrol"] })),
            said("raid", "The rebels may raid.", 2, "the rebels", json!({ "kind": "spoiler", "about": ["stop-raids"] })),
            said("moving", "It still moves.", 1, "both shores", json!({ "kind": "flux", "about": ["near"] })),
        ],
        "figures": [said("boats", "Forty boats.", 4, "fired on crews", json!({
            "value": 40, "bound": "about", "unit": "boats", "printed": "some 40", "about": ["let-boats"] }))],
        "events": [
            said("summit", "They meet.", 1, "both shores", json!({
                "state": "scheduled", "printed": "on Monday", "date": "2020-05-04", "derived": "UTC",
                "actors": ["north", "south"] })),
            said("hopes", "They may meet again.", 1, "both shores", json!({
                "state": "expected", "printed": "soon", "date": "2020-05-03/2020-05-05", "derived": "UTC" })),
            said("siege", "The siege goes on.", 4, "fired on crews", json!({ "state": "ongoing", "printed": "still" })),
            said("shots", "Shots fell.", 4, "fired on crews", json!({
                "state": "past", "printed": "last month", "date": "2020-04", "derived": "UTC", "actors": ["navy"],
                "where": ["strait-place"] })),
            said("before", "Before that.", 4, "fired on crews", json!({
                "state": "past", "printed": "until April", "date": "../2020-03-31", "derived": "UTC" })),
        ],
        "tensions": [said("press-and-fire", "Two quotations.", 4, "fired on crews",
            json!({ "between": ["press-rebels", "navy-fires"] }))],
        "gaps": [
            bare("no-consent", "Whether the rebels agreed.", json!({ "about": "stop-raids", "slot": "consent" })),
            bare("no-bearer", "Who lets them.", json!({ "about": "let-boats", "slot": "bearer" })),
            bare("no-check", "Who checks.", json!({ "about": "deal", "slot": "check" })),
        ],
        "tour": [
            { "title": "One", "text": "First.", "shows": ["swap", "patrol"] },
            { "title": "Two", "text": "Then.", "shows": ["rebels"] },
        ],
    })
}

/// The deal; panics with every fault if a rule is broken.
pub fn deal() -> Deal {
    let reading = read(document().to_string().as_bytes());
    reading.deal.unwrap_or_else(|| panic!("{:#?}", reading.issues))
}

pub fn id(deal: &Deal, id: &str) -> ItemId {
    deal.find(id).unwrap_or_else(|| panic!("no item {id}"))
}

pub fn name(deal: &Deal, item: ItemId) -> String {
    deal.item(item).expect("an item of the deal").id().to_owned()
}

pub fn names(deal: &Deal, items: &[ItemId]) -> Vec<String> {
    items.iter().map(|item| name(deal, *item)).collect()
}
