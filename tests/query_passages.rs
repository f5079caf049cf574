//! Where a deal's words stand in an article whose blocks are not the document's paragraphs.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use deal_explorer::deal::{Deal, fold, read};
use deal_explorer::query::{Passages, Place, passages, silences};
use proptest::prelude::*;
use serde_json::{Value, json};

const HARBOUR: &str = include_str!("deals/harbour.json");
const ARTICLE: &str = include_str!("articles/harbour.txt");

fn harbour() -> Deal {
    read(HARBOUR.as_bytes()).deal.unwrap()
}

fn lines() -> Vec<String> {
    ARTICLE.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
}

/// A deal with one statement a quote: its paragraph, its words, and what stands before and after them.
fn deal(quotes: &[(u32, &str, &str, &str)]) -> Deal {
    let aim = |(at, (paragraph, quote, prefix, suffix)): (usize, &(u32, &str, &str, &str))| {
        json!({ "id": format!("a{at}"), "text": "An aim.", "of": [],
            "evidence": [{ "source": "s", "paragraph": paragraph, "quote": quote, "prefix": prefix, "suffix": suffix }] })
    };
    let source = json!({ "id": "s", "kind": "article", "publisher": "P", "title": "T", "paragraphs": 99,
        "media": [], "digest": [] });
    document(&[source], &quotes.iter().enumerate().map(aim).collect::<Vec<_>>())
}

fn document(sources: &[Value], aims: &[Value]) -> Deal {
    let mut document = json!({ "format": 1, "id": "d", "title": "D", "summary": "S.", "language": "en",
        "asOf": "2020-05-02T10:00:00Z", "state": "forming", "sources": sources, "aims": aims });
    for list in
        "actors places remarks sections conditions exchanges links relations doubts figures events tensions gaps tour"
            .split(' ')
    {
        document[list] = json!([]);
    }
    let reading = read(document.to_string().as_bytes());
    reading.deal.unwrap_or_else(|| panic!("{:#?}", reading.issues))
}

fn words(blocks: &[impl AsRef<str>], place: &Place) -> String {
    let text: Vec<u16> = blocks[place.block].as_ref().encode_utf16().collect();
    String::from_utf16(&text[place.range.clone()]).unwrap()
}

/// The block in which the words of each statement were found; none for orphans.
fn blocks(quotes: &[(u32, &str, &str, &str)], article: &[&str]) -> Vec<Option<usize>> {
    let deal = deal(quotes);
    let held = passages(&deal, article).unwrap();
    let find = |at: usize| {
        let found = held.of(deal.find(&format!("a{at}")).unwrap());
        assert_eq!(found.is_empty(), held.is_orphan(deal.find(&format!("a{at}")).unwrap(), 0));
        found.first().map(|at| held.found[*at].place.block)
    };
    (0..quotes.len()).map(find).collect()
}

#[track_caller]
fn check(article: &[&str], quotes: &[(u32, &str, Option<usize>)]) {
    let asked: Vec<_> = quotes.iter().map(|(paragraph, quote, _)| (*paragraph, *quote, "", "")).collect();
    let expected: Vec<_> = quotes.iter().map(|(_, _, block)| *block).collect();
    assert_eq!(blocks(&asked, article), expected);
}

#[test]
fn in_the_article_itself_every_word_is_in_its_paragraph() {
    let (deal, lines) = (harbour(), lines());
    let held = passages(&deal, &lines).unwrap();
    assert!(held.orphans.is_empty(), "{:?}", held.orphans);
    for passage in &held.found {
        assert_eq!(passage.place.block, passage.paragraph as usize - 1, "{}", passage.words);
        assert_eq!(fold(&words(&lines, &passage.place)), passage.words);
    }
    let count = deal.items().map(|(item, _)| deal.evidence(item).len()).sum::<usize>();
    assert!(held.found.iter().map(|passage| passage.items.len()).sum::<usize>() <= count);
    for (item, _) in deal.items().filter(|(item, _)| deal.evidence(*item).len() > 0) {
        assert!(!held.of(item).is_empty());
    }
}

#[test]
fn headings_captions_and_advertisements_may_stand_between() {
    let mut page = vec!["Home · News".to_owned()];
    for line in lines() {
        page.extend(["Advertisement".to_owned(), line]);
    }
    let held = passages(&harbour(), &page).unwrap();
    assert!(held.orphans.is_empty());
    assert!(held.found.iter().all(|passage| passage.place.block == passage.paragraph as usize * 2));
}

#[test]
fn ranges_are_utf16_of_the_text_as_it_stands() {
    let text = "\n 😀  The\u{a0}\n“deal” 😀 is near. ";
    let held = passages(&deal(&[(1, "The “deal”", "", "")]), &[text]).unwrap();
    assert_eq!(words(&[text], &held.found[0].place), "The\u{a0}\n“deal”");
    assert_eq!(held.found[0].words, "The “deal”");
}

#[test]
fn words_that_stand_twice_are_decided_by_their_paragraph() {
    let article = ["One: the deal is near.", "Two: the deal is far.", "Three: the deal is off."];
    check(
        &article,
        &[
            (4, "the deal", Some(1)),
            (3, "is near", Some(0)),
            (4, "is far", Some(1)),
            (7, "is off", Some(2)),
            (7, "the deal", Some(2)),
        ],
    );
}

#[test]
fn or_by_the_paragraphs_around_it() {
    let article = ["One: the deal.", "Alpha.", "The deal again: the deal.", "Two: the deal.", "Omega.", "The deal."];
    check(
        &article,
        &[(3, "Alpha", Some(1)), (4, "Two: the", Some(3)), (4, "the deal", Some(3)), (5, "Omega", Some(4))],
    );
    let article = ["One: the deal.", "Alpha.", "Two: the deal.", "Omega.", "Three: the deal."];
    check(
        &article,
        &[(3, "Alpha", Some(1)), (4, "the deal", Some(2)), (5, "Omega", Some(3)), (2, "the deal", Some(0))],
    );
    check(&article, &[(3, "Alpha", Some(1)), (4, "the deal", None), (1, "the deal", Some(0))]);
}

#[test]
fn what_stays_in_doubt_is_an_orphan() {
    let article = ["The deal, the deal.", "The deal."];
    check(&article, &[(1, "deal", None), (1, "no such words", None)]);
    check(&["Alpha: the deal, the deal.", "The deal."], &[(1, "Alpha", Some(0)), (1, "deal", None)]);
}

#[test]
fn a_look_alike_in_another_paragraph_is_no_proof() {
    // The headline is not on the page; its words stand in the story as well.
    let story = ["The towns are close to a deal, they say.", "A bank may lend."];
    check(&story, &[(1, "close to a deal", None), (5, "The towns", Some(0)), (5, "they say", Some(0))]);
    // Of as many, nobody can tell.
    check(&story, &[(1, "close to a deal", None), (5, "The towns", None), (6, "A bank", Some(1))]);
    check(&["The headline: close to a deal.", story[0]], &[(1, "close to a deal", Some(0)), (5, "The towns", Some(1))]);
    check(
        &["The headline: close to a deal.", story[0]],
        &[
            (1, "The headline", Some(0)),
            (1, "close to a deal", Some(0)),
            (5, "The towns", Some(1)),
            (5, "close to a deal", Some(1)),
        ],
    );
}

#[test]
fn paragraphs_may_be_split_or_merged() {
    check(
        &["First half, the deal.", "Second half: the boats.", "Next: the deal."],
        &[(1, "First half", Some(0)), (1, "Second half", Some(1)), (2, "Next", Some(2)), (1, "the deal", Some(0))],
    );
    let merged = ["Alpha: the deal. Beta: the deal. Gamma."];
    check(&merged, &[(3, "Alpha", Some(0)), (4, "Beta", Some(0)), (5, "Gamma", Some(0)), (4, "deal", None)]);
    let deal =
        deal(&[(3, "Alpha", "", ""), (4, "Beta", "", ""), (3, "the deal", "", ""), (4, "the deal", "Beta: ", "")]);
    let held = passages(&deal, &merged).unwrap();
    let starts: Vec<usize> = held.found.iter().map(|passage| passage.place.range.start).collect();
    assert_eq!(starts, [0, 7, 17, 23], "{:?}", held.found);
    // Out of their order it is not two paragraphs after each other.
    check(&["Beta: it. Alpha: it."], &[(3, "Alpha", None), (4, "Beta", None)]);
}

#[test]
fn a_caption_may_stand_elsewhere() {
    let article = ["Video: the quay.", "Alpha: the deal.", "Omega: the deal."];
    check(&article, &[(1, "Alpha", Some(1)), (2, "Video", Some(0)), (3, "Omega", Some(2)), (3, "the deal", Some(2))]);
}

#[test]
fn what_stands_before_and_after_is_held_too() {
    let article = ["Grey Line would lower fares, and Grey Line would keep the crew."];
    let one = |prefix: &str, suffix: &str| blocks(&[(1, "Grey Line would", prefix, suffix)], &article);
    assert_eq!(one("", ""), [None]);
    assert_eq!(one("", " lower"), [Some(0)]);
    assert_eq!(one("and ", ""), [Some(0)]);
    assert_eq!(one("", " cut"), [None], "the page says something else by now");
}

#[test]
fn of_several_sources_the_article_is_the_one_with_most_words_in_it() {
    let source = |id: &str| json!({ "id": id, "kind": "article", "publisher": "P", "title": "T", "paragraphs": 9, "media": [], "digest": [] });
    let aim = |id: &str, source: &str, quote: &str| {
        json!({ "id": id, "text": "An aim.", "of": [],
        "evidence": [{ "source": source, "paragraph": 1, "quote": quote }] })
    };
    let deal = document(
        &[source("letter"), source("story"), source("other")],
        &[
            aim("a", "letter", "the deal"),
            aim("b", "story", "is near"),
            aim("c", "story", "the deal"),
            aim("d", "letter", "Sirs"),
        ],
    );
    let held = passages(&deal, &["They say the deal is near."]).unwrap();
    assert_eq!(held.source, deal.find("story").unwrap());
    assert!(held.of(deal.find("a").unwrap()).is_empty() && !held.is_orphan(deal.find("a").unwrap(), 0));
    let none = passages(&deal, &["Nothing of it."]).unwrap();
    assert_eq!(none.source, deal.find("letter").unwrap(), "of equals the first");
    assert_eq!(none.orphans.len(), 2);
    assert!(passages(&document(&[], &[]), &["x"]).is_none());
}

#[test]
fn sentences_without_a_statement_are_told() {
    let article = ["A headline", "\u{a0}One is  near. Two 😀 is far. Three\nis off.", "A caption"];
    let held = passages(&deal(&[(2, "One is", "", ""), (2, "Three", "", "")]), &article).unwrap();
    let silences = silences(&article, &held);
    assert_eq!(silences.sentences, 3);
    let said: Vec<String> = silences.silent.iter().map(|place| words(&article, place)).collect();
    assert_eq!(said, ["Two 😀 is far."]);
}

/// Pieces of an article in which the words of the harbour deal stand torn, twice, and in other company.
fn pieces() -> impl Strategy<Value = Vec<String>> {
    let word = prop_oneof![
        4 => prop::sample::select(ARTICLE.split_inclusive([' ', '\n', '.']).map(str::to_owned).collect::<Vec<_>>()),
        1 => "\\PC{0,4}",
        1 => prop::sample::select(vec!["\u{a0}", "😀", " ", "\u{ad}", "e\u{301}"]).prop_map(str::to_owned),
    ];
    let block = prop_oneof![
        3 => prop::sample::select(lines()),
        1 => prop::collection::vec(word, 0..30).prop_map(|words| words.concat()),
    ];
    prop::collection::vec(block, 0..20)
}

/// What must be true of any article: every piece of evidence is found or an orphan, and what is found is its words.
fn is_honest(deal: &Deal, held: &Passages, blocks: &[String]) -> Result<(), TestCaseError> {
    for passage in &held.found {
        prop_assert_eq!(&fold(&words(blocks, &passage.place)), &passage.words);
        prop_assert!(!passage.items.is_empty());
    }
    for (item, _) in deal.items() {
        let found = held.of(item);
        for (at, evidence) in deal.evidence(item).enumerate() {
            let fits = |at: &usize| {
                let passage = &held.found[*at];
                (passage.paragraph, &passage.words) == (evidence.paragraph, &fold(&evidence.quote))
            };
            prop_assert!(found.iter().any(fits) != held.is_orphan(item, at), "{}", evidence.quote);
        }
    }
    let in_order: Vec<_> = held.found.iter().map(|it| (it.place.block, it.place.range.start)).collect();
    prop_assert!(in_order.is_sorted());
    Ok(())
}

proptest! {
    #[test]
    fn any_article_is_held_honestly(blocks in pieces()) {
        let deal = harbour();
        let held = passages(&deal, &blocks).unwrap();
        is_honest(&deal, &held, &blocks)?;
        let silences = silences(&blocks, &held);
        prop_assert!(silences.silent.len() <= silences.sentences);
        for place in &silences.silent {
            let text = words(&blocks, place);
            prop_assert!(!text.is_empty());
            for passage in held.found.iter().filter(|passage| passage.place.block == place.block) {
                prop_assert!(passage.place.range.end <= place.range.start || place.range.end <= passage.place.range.start);
            }
        }
    }

    #[test]
    fn white_space_and_what_stands_between_change_nothing(extra in prop::collection::vec(0usize..13, 0..6), wide in any::<bool>()) {
        let (deal, mut page) = (harbour(), lines());
        if wide {
            page = page.iter().map(|line| format!("\n\t {} ", line.replace(' ', "\u{a0} "))).collect();
        }
        for at in extra {
            page.insert(at, "Read more about socks.".to_owned());
        }
        let held = passages(&deal, &page).unwrap();
        prop_assert!(held.orphans.is_empty());
        let plain = passages(&deal, &lines()).unwrap();
        let said = |held: &Passages| held.found.iter().map(|it| (it.paragraph, it.words.clone(), it.items.clone())).collect::<Vec<_>>();
        prop_assert_eq!(said(&held), said(&plain));
    }
}
