//! The four scenarios that a reader of the built-in deal tries first, and the linchpins.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use deal_explorer::deal::{Deal, Item, ItemId, read};
use deal_explorer::reason::{Linchpins, Rule, Scenario, Setting, Verdict};

fn deal() -> Deal {
    read(include_bytes!("../seeds/us-russia-syria-2016.json")).deal.unwrap()
}

fn name(deal: &Deal, id: ItemId) -> &str {
    deal.item(id).map(Item::id).unwrap()
}

/// What changes under one supposition, by id.
fn changes(deal: &Deal, id: &str, setting: Setting) -> Vec<(String, Verdict)> {
    let mut scenario = Scenario::new(deal, true);
    scenario.suppose(deal.find(id).unwrap(), Some(setting));
    let changed = scenario.changes();
    changed.into_iter().map(|id| (name(deal, id).to_owned(), scenario.verdict(id).unwrap())).collect()
}

fn has(changes: &[(String, Verdict)], id: &str, verdict: Verdict) -> bool {
    changes.contains(&(id.to_owned(), verdict))
}

#[test]
fn without_pressing_the_cooperation_is_no_longer_owed_and_what_hung_on_it_loses_its_support() {
    let changes = changes(&deal(), "press-assad", Setting::Fails);
    assert!(has(&changes, "cooperate-militarily", Verdict::NoLongerOwed));
    assert!(has(&changes, "cooperate-on-intelligence", Verdict::NoLongerOwed));
    assert!(has(&changes, "stop-bombing-civilians", Verdict::Unsupported));
    assert!(has(&changes, "allow-humanitarian-aid", Verdict::Unsupported));
    assert!(has(&changes, "the-bargain", Verdict::Fails));
    assert!(changes.iter().all(|(id, _)| id != "ground-air-force" && id != "let-aid-deliveries-in"), "{changes:?}");
}

#[test]
fn without_the_grounding_only_the_deliveries_lose_their_support() {
    let expected = [("ground-air-force", Verdict::Fails), ("let-aid-deliveries-in", Verdict::Unsupported)];
    assert_eq!(changes(&deal(), "ground-air-force", Setting::Fails), expected.map(|(id, it)| (id.to_owned(), it)));
}

#[test]
fn that_putin_does_not_keep_his_end_brings_down_the_bargain_and_by_the_editors_link_the_pressing() {
    let deal = deal();
    let changes = changes(&deal, "putin-keeps-his-end", Setting::Holds);
    assert!(has(&changes, "the-bargain", Verdict::Fails) && has(&changes, "press-assad", Verdict::Fails));
    let mut own = Scenario::new(&deal, false);
    own.suppose(deal.find("putin-keeps-his-end").unwrap(), Some(Setting::Holds));
    assert_eq!(own.verdict(deal.find("the-bargain").unwrap()), Some(Verdict::Fails));
    assert_eq!(own.verdict(deal.find("press-assad").unwrap()), Some(Verdict::NoLongerOwed));
}

#[test]
fn the_chain_of_an_unsupported_condition_leads_back_to_what_was_set() {
    let deal = deal();
    let mut scenario = Scenario::new(&deal, true);
    let pressing = deal.find("press-assad").unwrap();
    scenario.suppose(pressing, Some(Setting::Fails));
    let steps = scenario.why(deal.find("stop-bombing-civilians").unwrap());
    assert_eq!(steps.len(), 1);
    assert_eq!((steps[0].rule, &steps[0].from), (Rule::Support, &vec![pressing]));
    assert_eq!(name(&deal, steps[0].via[0]), "pressing-to-stop-bombing");
    let steps = scenario.why(deal.find("cooperate-militarily").unwrap());
    assert_eq!(steps.len(), 1, "from condition to condition, whatever stands between: {steps:?}");
    assert_eq!((steps[0].rule, &steps[0].from), (Rule::Exchange, &vec![pressing]));
    assert_eq!(name(&deal, steps[0].via[0]), "the-bargain");
}

#[test]
fn as_reported_nothing_of_the_deal_holds_and_what_happened_does() {
    let deal = deal();
    let scenario = Scenario::new(&deal, true);
    for condition in &deal.document().conditions {
        let id = deal.find(&condition.statement.id).unwrap();
        assert_eq!(scenario.verdict(id), Some(Verdict::Open), "{}", condition.statement.id);
    }
    let past = deal.find("joint-assaults").unwrap();
    assert_eq!(scenario.verdict(past), Some(Verdict::Holds));
    assert_eq!(scenario.changes(), vec![]);
}

#[test]
fn linchpins_are_found_in_slices_and_ranked_by_what_goes_with_them() {
    let deal = deal();
    let mut search = Linchpins::new(&deal, true);
    let (mut shares, mut before) = (1, 0);
    while search.go_on(50) {
        shares += 1;
        let (done, of) = search.progress();
        assert!(before <= done && done < of, "{done} of {of}, after {before}");
        before = done;
    }
    assert!(shares > 20 && search.progress().0 == search.progress().1, "{shares} shares");
    let ranked = search.ranked(usize::MAX);
    let at = |id: &str| ranked.iter().position(|it| name(&deal, it.item) == id);
    assert!(at("press-assad").unwrap() < at("cooperate-militarily").unwrap());
    assert!(ranked.windows(2).all(|pair| pair[0].total() >= pair[1].total()));
    let pressing = &ranked[at("press-assad").unwrap()];
    assert_eq!(pressing.no_longer_owed, 2);
    let losers: Vec<&str> = pressing.losers.iter().map(|id| name(&deal, *id)).collect();
    assert!(losers.contains(&"civilians") && losers.contains(&"russia"), "{losers:?}");
    let mut whole = Linchpins::new(&deal, true);
    assert!(!whole.go_on(u32::MAX));
    assert_eq!(whole.ranked(usize::MAX), ranked);
}
