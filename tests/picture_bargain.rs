//! The ledger of the bargain: computed for any deal, nothing lost, nothing twice.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::fmt::Write as _;

use deal_explorer::deal::{Deal, ItemId, Kind, read};
use deal_explorer::picture::bargain::{Branch, Ledger};
use deal_explorer::words::plain::Plain;
use deal_explorer::words::{ENGLISH, Tongue, sentence};
use proptest::prelude::*;

fn deal(path: &str) -> Deal {
    let text = std::fs::read(path).unwrap();
    let reading = read(&text);
    reading.deal.unwrap_or_else(|| panic!("{path}: {:?}", reading.issues))
}

fn tongue() -> Tongue {
    Tongue { words: &ENGLISH, format: std::rc::Rc::new(Plain) }
}

/// The ledger as indented lines: what a reader takes from the drawing.
fn outline(deal: &Deal) -> String {
    let (ledger, mut text) = (Ledger::of(deal), String::new());
    let branches = |text: &mut String, title: &str, branches: &[Branch]| {
        writeln!(text, "{title}").unwrap();
        for branch in branches {
            draw(deal, branch, 1, text);
        }
    };
    for trade in &ledger.trades {
        branches(&mut text, "GIVES", &trade.gives);
        branches(&mut text, "GETS", &trade.gets);
    }
    branches(&mut text, "OTHERS", &ledger.others);
    text
}

fn draw(deal: &Deal, branch: &Branch, depth: usize, text: &mut String) {
    let pad = "  ".repeat(depth);
    for deed in &branch.side.deeds {
        writeln!(text, "{pad}{}", sentence::condition(&tongue(), deal, deed.condition)).unwrap();
    }
    for gap in &branch.side.gaps {
        writeln!(text, "{pad}? {}", deal.statement(*gap).unwrap().text).unwrap();
    }
    for tie in &branch.ties {
        writeln!(text, "{pad}-> {}", tie.kind.word()).unwrap();
        tie.to.iter().for_each(|branch| draw(deal, branch, depth + 1, text));
    }
}

fn holds_every_condition_once(deal: &Deal) -> bool {
    let mut drawn: Vec<ItemId> = Ledger::of(deal).conditions();
    drawn.sort_unstable();
    drawn == deal.of_kind(Kind::Condition).collect::<Vec<_>>()
}

#[test]
fn the_built_in_bargain_gives_nobody_anothers_duty() {
    let expected = "\
GIVES
  United States and Russia are to cooperate militarily
  United States and Russia are to cooperate on intelligence
  ? The report does not say which of the two powers would contribute what to the military cooperation.
  ? The report does not say what the intelligence cooperation would consist of.
GETS
  Russia is to press Assad to end the bombing of civilians and to let aid in
  -> enables
    Bashar al-Assad is to be pressed to stop bombing civilians
    Bashar al-Assad is to be pressed to let humanitarian aid into all starving areas
    ? The report does not say that Assad has agreed to stop bombing civilians.
    ? The report does not say that Assad has agreed to let humanitarian aid in.
OTHERS
  Assad’s own air force grounded
  ? The report does not say who would ground the air force.
  -> enables
    food and medical aid deliveries allowed into besieged cities
    ? The report does not say who will allow the deliveries in, nor who will bring them.
    ? The report names no besieged city besides Aleppo.
";
    assert_eq!(outline(&deal("seeds/us-russia-syria-2016.json")), expected);
}

#[test]
fn another_document_gives_another_ledger() {
    assert!(!Ledger::of(&deal("tests/deals/harbour.json")).trades.is_empty());
    assert!(!Ledger::of(&deal("tests/deals/arabic.json")).trades.is_empty());
}

#[test]
fn every_condition_of_every_document_stands_in_it_once() {
    for path in ["seeds/us-russia-syria-2016.json", "tests/deals/harbour.json", "tests/deals/arabic.json"] {
        assert!(holds_every_condition_once(&deal(path)), "{path}");
    }
}

/// A document of `count` conditions with these exchanges and links, circles and self-exchanges included.
fn document(count: usize, exchanges: &[(usize, usize)], links: &[(usize, usize, usize)], bearers: &[usize]) -> Deal {
    let kinds = ["needs", "enables", "prevents", "causes", "threatens", "completes"];
    let id = |at: usize| format!("c{}", at % count);
    let condition = |at: usize| {
        let by = match bearers[at % bearers.len()] {
            0 => serde_json::json!([]),
            actor => serde_json::json!([format!("a{}", actor % 3)]),
        };
        serde_json::json!({ "id": id(at), "text": "It is so.", "origin": "editor", "by": by, "act": "act" })
    };
    let exchange = |(at, (gives, gets)): (usize, &(usize, usize))| {
        let (gives, gets) = (id(*gives), id(*gets));
        serde_json::json!({ "id": format!("x{at}"), "text": "T.", "origin": "editor", "gives": [gives], "gets": [gets] })
    };
    let link = |(at, (from, to, kind)): (usize, &(usize, usize, usize))| {
        let (from, to, kind) = (id(*from), id(*to), kinds[kind % kinds.len()]);
        (from != to).then(
            || serde_json::json!({ "id": format!("l{at}"), "text": "T.", "origin": "editor", "from": from, "to": to, "kind": kind }),
        )
    };
    let actor = |at: usize| serde_json::json!({ "id": format!("a{at}"), "text": "T.", "origin": "editor", "name": "N", "kind": "state" });
    let json = serde_json::json!({
        "format": 1, "id": "d", "title": "T", "summary": "S", "language": "en", "asOf": "2016-09-03T23:16:00-04:00",
        "state": "forming", "sources": [], "actors": (0..3).map(actor).collect::<Vec<_>>(),
        "conditions": (0..count).map(condition).collect::<Vec<_>>(),
        "exchanges": exchanges.iter().enumerate().map(exchange).collect::<Vec<_>>(),
        "links": links.iter().enumerate().filter_map(link).collect::<Vec<_>>(),
    });
    let reading = read(json.to_string().as_bytes());
    reading.deal.unwrap_or_else(|| panic!("{:?}", reading.issues))
}

proptest! {
    #[test]
    fn circles_and_shared_conditions_lose_nothing_and_repeat_nothing(
        count in 1_usize..12,
        exchanges in prop::collection::vec((0_usize..12, 0_usize..12), 0..4),
        links in prop::collection::vec((0_usize..12, 0_usize..12, 0_usize..6), 0..24),
        bearers in prop::collection::vec(0_usize..4, 1..6),
    ) {
        prop_assert!(holds_every_condition_once(&document(count, &exchanges, &links, &bearers)));
    }

    #[test]
    fn what_reaches_so_many_conditions_has_them_and_no_more_than_it_takes(
        count in 1_usize..12,
        exchanges in prop::collection::vec((0_usize..12, 0_usize..12), 0..4),
        links in prop::collection::vec((0_usize..12, 0_usize..12, 0_usize..6), 0..24),
        bearers in prop::collection::vec(0_usize..4, 1..6),
        most in 0_usize..14,
    ) {
        let ledger = Ledger::of(&document(count, &exchanges, &links, &bearers));
        let (trades, others) = ledger.reaching(most);
        let of = |trades: usize, others: usize| Ledger { trades: ledger.trades[..trades].to_vec(), others: ledger.others[..others].to_vec() };
        let (count, all) = (of(trades, others).conditions().len(), ledger.conditions());
        prop_assert!(count >= most.min(all.len()) && all.starts_with(&of(trades, others).conditions()));
        prop_assert!(others == 0 || trades == ledger.trades.len());
        let fewer = if others > 0 { of(trades, others - 1) } else { of(trades.saturating_sub(1), 0) };
        prop_assert!(most == 0 || fewer.conditions().len() < most);
    }
}

#[test]
fn a_chain_of_thousands_stands_once_and_not_too_deep() {
    let part = |at: usize| format!(r#"{{"id":"c{at}","text":"Step {at}.","origin":"editor","act":"take step {at}"}}"#);
    let link = |at: usize| {
        format!(
            r#"{{"id":"l{at}","text":"On to {at}.","origin":"editor","from":"c{}","to":"c{at}","kind":"enables"}}"#,
            at - 1
        )
    };
    let conditions: Vec<String> = (0..5000).map(part).collect();
    let links: Vec<String> = (1..5000).map(link).collect();
    let text = format!(
        r#"{{"format":1,"id":"chain","title":"A chain","summary":"Step by step.","language":"en","asOf":"2020-03-01T12:00:00Z","state":"forming","conditions":[{}],"links":[{}]}}"#,
        conditions.join(","),
        links.join(",")
    );
    let deal = read(text.as_bytes()).deal.unwrap();
    let ledger = Ledger::of(&deal);
    let mut all = ledger.conditions();
    all.sort_unstable();
    assert_eq!(all, deal.of_kind(Kind::Condition).collect::<Vec<_>>());
    let mut depth = 0;
    let mut level: Vec<&Branch> = ledger.others.iter().collect();
    while !level.is_empty() {
        level = level.into_iter().flat_map(|branch| &branch.ties).flat_map(|tie| &tie.to).collect();
        depth += 1;
    }
    assert!((2..=9).contains(&depth), "{depth}");
}
