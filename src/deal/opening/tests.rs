//! Documents that come in parts are read as in one go.

use super::{At, Opening};
use crate::deal::document::Document;
use crate::deal::json::Json;
use crate::deal::parse::LIMIT_DEPTH;
use crate::deal::read::Refusal;

/// What comes of it when so many bytes come at a time.
fn opened(text: &str, size: usize) -> Result<Document, Refusal> {
    let mut opening = Opening::new();
    for part in text.as_bytes().chunks(size) {
        opening.feed(part.len(), &|room| room.copy_from_slice(part));
        while opening.go_on() {}
        assert!(opening.progress() <= text.len());
    }
    opening.finish();
    while opening.go_on() {}
    opening.document()
}

fn outcome(text: &str) -> Option<Refusal> {
    let whole = opened(text, text.len() + 1);
    for size in (1..40).chain([64, 100, 1000]) {
        assert_eq!(opened(text, size), whole, "{text} by {size}");
    }
    whole.err()
}

#[test]
fn what_is_json_is_what_is_json_in_one_go() {
    let deep = |levels: usize| format!("{{\"conditions\":[{}1{}]}}", "[".repeat(levels), "]".repeat(levels));
    let shallow = |levels: usize| format!("{{\"x-a\":{}1{}}}", "[".repeat(levels), "]".repeat(levels));
    let inside = |key: &str, levels: usize| {
        format!("{{\"sources\":[{{\"{key}\":[{}1{}]}}]}}", "[".repeat(levels), "]".repeat(levels))
    };
    let mut texts: Vec<String> = [
        "\u{FEFF}{}",
        "{\"actors\"}",
        "{\"actors\":}",
        "{\"actors\":[}",
        "{\"actors\":[]",
        "{\"actors\":[]}",
        "{\"actors\":[ ]}",
        "{\"actors\":[,]}",
        "{\"actors\":[1,]}",
        "{\"actors\":[1 2]}",
        "{\"actors\":[1],}",
        "{\"actors\":[1]]}",
        "{\"actors\":[1]} {}",
        "{\"actors\":[1],\"actors\":[2]}",
        "{\"actors\":null,\"actors\":[2,]}",
        "{\"x-list\":[1,2],\"actors\":[{}]}",
        "{\"sources\":[{}]}",
        "{\"sources\":[{ },{}]}",
        "{\"sources\":[{},1,[],{\"digest\":[1]}]}",
        "{\"sources\":[{\"digest\":[]}]}",
        "{\"sources\":[{\"digest\":[ ] , \"digest\":[1,]}]}",
        "{\"sources\":[{\"digest\":[{},2] , \"digest\":[1,2]} ]}",
        "{\"sources\":[{\"digest\":[{},2,]}]}",
        "{\"sources\":[{\"digest\":[{}]]}]}",
        "{\"sources\":[{\"digest\":[{}]},]}",
        "{\"sources\":[{\"digest\":[{}],}]}",
        "{\"sources\":[{\"digest\"}]}",
        "{\"sources\":[{\"digest\":[{}]",
        "{\"sources\":[{,}]}",
        "{\"title\":\"ä😀\\ud83d\\ude00\\u00e4\\n\",\"x-n\":-12.5e+3,\"x-w\":[true,false,null],\"actors\":[{\"id\":\"a\"}]} ",
        "{\"x-n\":12,\"actors\":[{\"id\":\"\\ud83d\\u0041\"}]}",
        "{\"x-n\":1e,\"actors\":[]}",
        "{\"actors\":[{\"x-w\":tru}]}",
        "{\"x-n\":12}}",
        "[1,2,3,\"a long list that is no deal, and longer than a window\"] ",
    ]
    .map(str::to_owned)
    .to_vec();
    texts.extend("| |{|{}|{ }|{,}|[]|[|null|1|1 2|{}x|{} ".split('|').map(str::to_owned));
    for levels in 122..128 {
        texts.extend([deep(levels), shallow(levels), inside("media", levels), inside("digest", levels)]);
    }
    for text in texts {
        let whole = Json::parse(text.trim_start_matches('\u{FEFF}'), LIMIT_DEPTH);
        assert_eq!(outcome(&text) == Some(Refusal::NotJson), whole.is_none(), "{text}");
    }
}

#[test]
fn two_documents_that_come_at_once_are_read_as_each_alone() {
    let text = |name: &str, count: usize| {
        let title = name.repeat(20_000);
        let actors: Vec<String> = (0..count).map(|at| format!("{{\"id\":\"{name}-{at}\"}}")).collect();
        format!("{{\"title\":\"{title}\",\"actors\":[{}]}}", actors.join(","))
    };
    let texts = [text("a", 3000), text("b", 500), text("c", 4000)];
    let mut openings = texts.each_ref().map(|_| Opening::new());
    let mut left = texts.each_ref().map(|text| text.as_bytes().chunks(1000));
    let mut titles = Vec::new();
    while titles.len() < 2 {
        // The last one is given up half-way.
        for (at, (opening, left)) in openings.iter_mut().zip(&mut left).enumerate() {
            match left.next() {
                Some(part) => opening.feed(part.len(), &|room| room.copy_from_slice(part)),
                None => opening.finish(),
            }
            while opening.go_on() {}
            if at < 2 && matches!(opening.at, At::End) {
                let document = std::mem::replace(opening, Opening::new()).document;
                let ids = document.actors.iter().zip(0..);
                let name = &document.title[..1];
                ids.for_each(|(actor, at)| assert_eq!(actor.statement.id, format!("{name}-{at}")));
                titles.push(document.title.own());
            }
        }
    }
    assert_eq!(titles, ["b".repeat(20_000), "a".repeat(20_000)]);
}

#[test]
fn a_newer_format_is_told_wherever_it_stands() {
    assert_eq!(outcome("{\"actors\":[1],\"format\":2}"), Some(Refusal::Newer));
    assert_eq!(outcome("{\"format\":2,\"actors\":[1,]}"), Some(Refusal::NotJson));
    assert_eq!(outcome("{\"format\":1,\"actors\":[1]}"), Some(Refusal::Faulty));
}
