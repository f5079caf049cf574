//! Quotes against a made-up article, and the matcher against a naive one.
#![allow(missing_docs)]

use deal_explorer::deal::{Article, Deal, Evidence, Match, fold, hold, locate_quote, matches, read};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A made-up article: a title, a caption, prose with a no-break space, both sorts of quotation marks, a misprint, a
/// phrase that stands twice, and blank lines of every sort.
const ARTICLE: &str = "Ferry near deal\n\n  \u{a0}\n\nA film of the ferry 01:02\r\n\
    \t\r\n\
    AVERIL, North -- The two\u{a0}towns   are “near” a deal on the ferry. It isn't done, said the Bail- iff.\n\n\
    The deal is the second deal this year. Mr. Low of the U.S. Embassy calls it “the best \"yet\"”.\n\
    Nobody quoted this one. And this, p.m. or not, is the last one.";

fn deal_with(evidence: &[(u32, &str, Option<&str>, Option<&str>)], paragraphs: u32) -> Deal {
    let proof = |(paragraph, quote, prefix, suffix): &(u32, &str, Option<&str>, Option<&str>)| {
        let mut proof = json!({ "source": "paper", "paragraph": paragraph, "quote": quote });
        for (key, text) in [("prefix", prefix), ("suffix", suffix)] {
            if let Some(text) = text {
                proof[key] = Value::from(*text);
            }
        }
        proof
    };
    let event = |(at, evidence): (usize, &_)| json!({ "id": format!("e{at}"), "text": "It happened.", "state": "past", "printed": "", "evidence": [proof(evidence)] });
    let document = json!({
        "format": 1, "id": "ferry", "title": "Ferry", "summary": "Ferry.", "language": "en",
        "asOf": "2020-03-01T12:00:00Z", "state": "forming",
        "sources": [{
            "id": "paper", "kind": "article", "publisher": "The Paper", "title": "Ferry near deal", "paragraphs": paragraphs,
            "media": [{ "id": "film", "title": "A film", "paragraph": 2 }],
        }],
        "events": evidence.iter().enumerate().map(event).collect::<Vec<_>>(),
    });
    let reading = read(document.to_string().as_bytes());
    reading.deal.unwrap_or_else(|| panic!("{:#?}", reading.issues))
}

#[test]
fn paragraphs_are_non_empty_lines_and_prose_has_sentences() {
    let article = Article::new(ARTICLE);
    let shape: Vec<_> = article.paragraphs.iter().map(|p| (p.number, p.sentences.len(), p.prose)).collect();
    assert_eq!(shape, [(1, 1, false), (2, 1, false), (3, 2, true), (4, 2, true), (5, 2, true)]);
    assert_eq!(article.paragraph(2).unwrap().text, "A film of the ferry 01:02");
    assert!(article.paragraph(0).is_none() && article.paragraph(6).is_none());
}

#[test]
fn what_stands_once_is_covered_and_what_does_not_is_named() {
    let deal = deal_with(
        &[
            (3, "the two towns", None, None),
            (3, "The two\ntowns are “near”", None, None),
            (3, "isn't done", None, None),
            (3, "isn’t done", None, None),
            (3, "Bailiff", None, None),
            (3, "Bail- iff", None, None),
            (4, "deal", None, None),
            (4, "deal", Some("second "), None),
            (4, "\"yet\"”", None, None),
            (3, "second deal", None, None),
            (5, "deal", None, None),
        ],
        5,
    );
    let document = deal.document();
    let report = hold(document, &document.sources[0], &Article::new(ARTICLE));
    let named = |strays: &[deal_explorer::deal::Stray<'_>]| -> Vec<(String, usize, Vec<u32>)> {
        strays.iter().map(|stray| (stray.item.to_owned(), stray.count, stray.elsewhere.clone())).collect()
    };
    assert_eq!(
        named(&report.orphans),
        [
            ("e0".to_owned(), 0, vec![]),
            ("e3".to_owned(), 0, vec![]),
            ("e4".to_owned(), 0, vec![]),
            ("e9".to_owned(), 0, vec![4]),
            ("e10".to_owned(), 0, vec![1, 3]),
        ]
    );
    assert_eq!(named(&report.twice), [("e6".to_owned(), 2, vec![1, 3])]);
    let uncovered: Vec<_> = report.uncovered.iter().map(|s| (s.paragraph, s.sentence, s.text.as_str())).collect();
    assert_eq!(uncovered, [(5, 1, "Nobody quoted this one."), (5, 2, "And this, p.m. or not, is the last one.")]);
    assert!(report.unstated.is_empty(), "the source describes its title and its film");
    assert_eq!((report.held, report.sentences, report.paragraphs), (11, 6, None));
    assert!(!report.is_clean());
    let issue = report.orphans[0].issue();
    assert_eq!((issue.rule().name(), issue.path.to_string().as_str()), ("D11", "$.events[0].evidence[0].quote"));
}

#[test]
fn another_number_of_paragraphs_is_named() {
    let deal = deal_with(&[(5, "last one", None, None)], 7);
    let document = deal.document();
    let report = hold(document, &document.sources[0], &Article::new(&format!("{ARTICLE}\nBy nobody")));
    assert_eq!(report.paragraphs, Some((7, 6)));
    assert_eq!(report.unstated.iter().map(|s| s.text.as_str()).collect::<Vec<_>>(), ["By nobody"]);
}

#[test]
fn a_quote_across_two_sentences_covers_both() {
    let deal = deal_with(&[(5, "this one. And this", None, None)], 5);
    let document = deal.document();
    let report = hold(document, &document.sources[0], &Article::new(ARTICLE));
    assert!(report.uncovered.iter().all(|silent| silent.paragraph != 5));
}

#[test]
fn the_harbour_deal_stands_on_its_article() {
    let deal = read(include_bytes!("deals/harbour.json")).deal.unwrap();
    let article = Article::new(include_str!("articles/harbour.txt"));
    let report = hold(deal.document(), &deal.document().sources[0], &article);
    assert!(report.is_clean(), "{report:#?}");
}

#[test]
fn evidence_alone_says_where_it_stands() {
    let deal = deal_with(&[(4, "deal", Some("The "), Some(" is"))], 5);
    let evidence: &Evidence = &deal.document().events[0].statement.evidence[0];
    assert_eq!(Article::new(ARTICLE).locate(evidence), Match::Once { start: 4, end: 8 });
}

/// Folds and matches letter by letter, the way the format words it.
fn naive(text: &str, quote: &str, prefix: &str, suffix: &str) -> Vec<usize> {
    let letters = |text: &str| {
        let mut folded: Vec<char> = Vec::new();
        for c in text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }) {
            if c != ' ' || folded.last() != Some(&' ') {
                folded.push(c);
            }
        }
        folded
    };
    let trimmed = |text: &str| letters(text.trim());
    let (text, quote, prefix, suffix) = (trimmed(text), trimmed(quote), letters(prefix), letters(suffix));
    let is_at = |start: usize, part: &[char]| text.get(start..start + part.len()) == Some(part);
    let fits = |start: &usize| {
        let before = start.checked_sub(prefix.len()).is_some_and(|before| is_at(before, &prefix));
        !quote.is_empty() && is_at(*start, &quote) && before && is_at(start + quote.len(), &suffix)
    };
    let bytes = |start: usize| text[..start].iter().map(|c| c.len_utf8()).sum();
    (0..text.len()).filter(fits).map(bytes).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_matcher_agrees_with_a_naive_one(
        text in "[ab ä’'\u{a0}\n]{0,24}", quote in "[abä’']([ab ä’'\u{a0}]{0,3}[abä’'])?",
        prefix in "[ab \u{a0}]{0,2}", suffix in "[ab \u{a0}]{0,2}",
    ) {
        let folded = fold(&text);
        let found: Vec<usize> = matches(&folded, &quote, Some(&prefix), Some(&suffix)).collect();
        let wanted = naive(&text, &quote, &prefix, &suffix);
        prop_assert_eq!(&found, &wanted);
        match locate_quote(&folded, &quote, Some(&prefix), Some(&suffix)) {
            Match::Once { start, end } => {
                prop_assert_eq!(wanted, [start]);
                prop_assert_eq!(&folded[start..end], fold(&quote));
            }
            Match::Orphan { count } => prop_assert!(count == wanted.len() && count != 1),
        }
    }

    #[test]
    fn folding_twice_is_folding_once(text in "\\PC{0,20}[ \u{a0}\t\n]{0,3}\\PC{0,20}") {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded.clone());
        let bare = !folded.contains("  ") && !folded.contains('\u{a0}');
        prop_assert!(bare);
    }

    #[test]
    fn sentences_keep_every_word(text in "([A-Za-z]{1,4}[.!?,]{0,2}[\"”)]{0,1} ){0,12}") {
        let folded = fold(&text);
        let ranges = deal_explorer::deal::sentences(&folded);
        let words: Vec<&str> = ranges.iter().flat_map(|range| folded[range.clone()].split(' ')).collect();
        prop_assert_eq!(words.join(" "), folded);
    }
}
