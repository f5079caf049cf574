//! What a change costs, counted in pieces judged, which is the same on every machine: it goes with what the change
//! reaches and not with the size of the deal. Times are printed by `cargo bench --bench reason`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "reason/large.rs"]
mod large;

use deal_explorer::deal::{Deal, ItemId};
use deal_explorer::reason::{Scenario, Setting};
use large::{Random, SHAPES, Shape};

/// Pieces judged by each of some changes, with the pieces that it changed; each is undone before the next.
fn efforts(deal: &Deal, changes: usize) -> Vec<(u64, usize)> {
    let mut scenario = Scenario::new(deal, true);
    let pieces: Vec<ItemId> = deal.items().map(|(id, _)| id).filter(|id| scenario.is_settable(*id)).collect();
    let mut random = Random(3);
    let mut efforts = Vec::new();
    for at in 0..changes {
        let id = pieces[random.below(pieces.len())];
        for setting in [Some([Setting::Holds, Setting::Open, Setting::Fails][at % 3]), None] {
            let before = scenario.effort();
            let changed = scenario.suppose(id, setting).len();
            efforts.push((scenario.effort() - before, changed));
        }
    }
    efforts.sort_unstable();
    efforts
}

fn median(efforts: &[(u64, usize)]) -> u64 {
    efforts[efforts.len() / 2].0
}

#[test]
fn where_few_things_change_few_are_judged_however_large_the_deal() {
    for shape in [Shape::Forming, Shape::InForce, Shape::Tangled, Shape::Fallen] {
        let [small, large] = [500, 4000].map(|size| efforts(&large::deal(shape, size, 3 * size, 1), 300));
        let (few, many) = (median(&small), median(&large));
        println!("{shape:?}: a change in the middle judges {few} of 500, {many} of 4000");
        assert!(many <= 2 * few + 8, "{shape:?}: {few} pieces of 500, but {many} of 4000");
    }
}

#[test]
fn without_a_tangle_a_change_judges_little_more_than_what_it_changes() {
    for shape in [Shape::Forming, Shape::InForce] {
        let efforts = efforts(&large::deal(shape, 3000, 9000, 1), 300);
        let (judged, changed) = efforts.iter().fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
        println!("{shape:?}: {judged} pieces judged, {changed} changed");
        // Those that only change what they rest on are judged, too, and so is what is set itself.
        assert!(judged <= 2 * (changed + efforts.len()) as u64, "{shape:?}: {judged} judged, {changed} changed");
    }
}

#[test]
fn from_guess_to_guess_only_what_turned_is_judged() {
    // The longest way there is: each guess decides one more piece. All anew for each guess would be a hundred million.
    let size = 10_000;
    let deal = large::deal(Shape::Ring, size, size, 1);
    let mut scenario = Scenario::new(&deal, true);
    let built = scenario.effort();
    let first = deal.find("c0").unwrap();
    let changed = scenario.suppose(first, Some(Setting::Holds)).len();
    let set = scenario.effort() - built;
    println!("{built} judged in the beginning, {set} to change {changed}");
    assert!(built <= 20 * size as u64 && set <= 20 * size as u64, "{built} in the beginning, {set} by a change");
    assert!(changed > size / 2);
    assert_eq!(scenario.suppose(first, None).len(), changed);
}

#[test]
fn in_large_deals_there_and_back_is_where_it_began() {
    for shape in SHAPES {
        let deal = large::deal(shape, 1500, if shape == Shape::Ring { 1500 } else { 4500 }, 5);
        let mut scenario = Scenario::new(&deal, true);
        let pieces: Vec<ItemId> = deal.items().map(|(id, _)| id).filter(|id| scenario.is_settable(*id)).collect();
        let mut random = Random(7);
        let mut settings: Vec<ItemId> = Vec::new();
        for at in 0..60 {
            let id = pieces[random.below(pieces.len())];
            scenario.suppose(id, Some([Setting::Fails, Setting::Open, Setting::Holds][at % 3]));
            settings.push(id);
        }
        let mut scratch = Scenario::new(&deal, true);
        for id in settings.iter().rev() {
            scratch.suppose(*id, scenario.setting(*id));
        }
        assert!(pieces.iter().all(|id| scratch.verdict(*id) == scenario.verdict(*id)), "{shape:?}");
        for id in &settings {
            scenario.suppose(*id, None);
        }
        assert_eq!(scenario.changes(), vec![], "{shape:?}");
    }
}

#[test]
fn no_share_of_a_large_deal_does_much_more_than_it_may() {
    // Counted in pieces judged, of which a step judges one at the most; a hub cannot hold up whoever goes on with it.
    const SHARE: u32 = 200;
    for shape in SHAPES {
        let deal = large::deal(shape, 3000, if shape == Shape::Ring { 3000 } else { 9000 }, 2);
        let mut work = Scenario::in_shares(&deal, true);
        let mut shares = 1;
        let scenario = loop {
            match work.go_on(SHARE) {
                Some(scenario) => break scenario,
                None => shares += 1,
            }
        };
        assert!(shares > 100, "{shape:?}: the whole in {shares} shares");
        // Each piece that is judged takes a step of its own.
        assert!(scenario.effort() <= work.done(), "{shape:?}: {} judged in {} steps", scenario.effort(), work.done());
        let hub = deal.find("c0").unwrap();
        let (mut at_once, setting) = (scenario.clone(), Some(Setting::Fails));
        let before = at_once.effort();
        at_once.suppose(hub, setting);
        let judged = at_once.effort() - before;
        let mut work = scenario.supposing(vec![(hub, setting)]);
        let mut shares = 1;
        while work.go_on(SHARE).is_none() {
            shares += 1;
        }
        assert!(shares >= judged / u64::from(SHARE), "{shape:?}: {judged} judged in {shares} shares");
    }
}
