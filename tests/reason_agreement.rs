//! The room that reasons, held against its rules written a second time, over all settings of small deals.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "reason/chains.rs"]
mod chains;
#[path = "reason/deals.rs"]
mod deals;
#[path = "reason/rules.rs"]
mod rules;
#[path = "reason/shares.rs"]
mod shares;

use std::collections::BTreeMap;

use deal_explorer::deal::{Deal, DealState, Item, ItemId, read};
use deal_explorer::reason::{Linchpins, Scenario, Setting, Step, Verdict, steps};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use rules::{MISTAKES, Mistake, Rules, Supposed};

const BUILT_IN: &str = include_str!("../seeds/us-russia-syria-2016.json");
const CHOICES: [Option<Setting>; 4] = [None, Some(Setting::Holds), Some(Setting::Open), Some(Setting::Fails)];

fn settable(deal: &Deal, scenario: &Scenario) -> Vec<ItemId> {
    deal.items().map(|(id, _)| id).filter(|id| scenario.is_settable(*id)).collect()
}

/// What is supposed, by id, for the second evaluator.
fn by_id(deal: &Deal, settings: &[(ItemId, Option<Setting>)]) -> Supposed {
    let named =
        |(id, setting): &(ItemId, Option<Setting>)| Some((deal.item(*id).map(Item::id)?.to_owned(), (*setting)?));
    settings.iter().filter_map(named).collect()
}

/// Every item that takes part with its verdict, as the room has it.
fn verdicts(deal: &Deal, scenario: &Scenario) -> BTreeMap<String, Verdict> {
    deal.items().filter_map(|(id, item)| Some((item.id().to_owned(), scenario.verdict(id)?))).collect()
}

/// The first difference between the room and the rules, if there is one.
fn difference(deal: &Deal, scenario: &Scenario, rules: &Rules<'_>, supposed: &Supposed) -> Option<String> {
    let expected = rules.verdicts(supposed);
    let found = verdicts(deal, scenario);
    let differs = |id: &&String| found[*id] != expected[*id];
    let first = found.keys().find(differs)?;
    Some(format!("{first}: {:?} instead of {:?}, supposing {supposed:?}", found[first], expected[first]))
}

/// All settings of a deal with few pieces, one after the other in one scenario, so that the way there differs.
fn all_settings(deal: &Deal, editor: bool, mistake: Mistake) -> (usize, Option<String>) {
    let mut scenario = Scenario::new(deal, editor);
    let rules = Rules::new(deal.document(), editor, mistake);
    let pieces = settable(deal, &scenario);
    let mut count = 0;
    for number in 0..CHOICES.len().pow(pieces.len() as u32) {
        let choice = |at: usize| CHOICES[number / CHOICES.len().pow(at as u32) % CHOICES.len()];
        let settings: Vec<_> = pieces.iter().enumerate().map(|(at, id)| (*id, choice(at))).collect();
        for (id, setting) in &settings {
            scenario.suppose(*id, *setting);
        }
        count += 1;
        if let Some(difference) = difference(deal, &scenario, &rules, &by_id(deal, &settings)) {
            return (count, Some(difference));
        }
    }
    (count, None)
}

fn small(cases: u32) -> TestRunner {
    TestRunner::new_with_rng(
        Config { cases, failure_persistence: None, ..Config::default() },
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    )
}

#[test]
fn it_agrees_with_its_rules_over_all_settings_of_small_deals() {
    let (checked, in_force, tangled) = (std::cell::Cell::new(0), std::cell::Cell::new(0), std::cell::Cell::new(0));
    small(400)
        .run(&(deals::document(4, 8), any::<bool>()), |(document, editor)| {
            let deal = deals::deal(&document);
            let (count, difference) = all_settings(&deal, editor, Mistake::None);
            checked.set(checked.get() + count);
            in_force.set(in_force.get() + usize::from(deal.document().state == DealState::InForce));
            tangled.set(tangled.get() + usize::from(Rules::new(deal.document(), editor, Mistake::None).is_tangled()));
            prop_assert!(difference.is_none(), "{}", difference.unwrap_or_default());
            Ok(())
        })
        .unwrap();
    assert!(checked.get() > 20_000, "only {} settings", checked.get());
    assert!(in_force.get() > 100 && tangled.get() > 20, "{} in force, {} tangled", in_force.get(), tangled.get());
    println!("{} settings of 400 deals, {} in force, {} tangled", checked.get(), in_force.get(), tangled.get());
}

#[test]
fn it_agrees_in_circles_that_take_many_guesses() {
    let (checked, tangled) = (std::cell::Cell::new(0), std::cell::Cell::new(0));
    small(400)
        .run(&(deals::circle(16), sequence()), |(document, steps)| {
            let deal = deals::deal(&document);
            let rules = Rules::new(deal.document(), true, Mistake::None);
            tangled.set(tangled.get() + usize::from(rules.is_tangled()));
            let mut scenario = Scenario::new(&deal, true);
            let pieces = settable(&deal, &scenario);
            let mut settings = BTreeMap::new();
            for (which, choice) in steps {
                let id = *which.get(&pieces);
                scenario.suppose(id, CHOICES[choice]);
                settings.insert(id, CHOICES[choice]);
                let supposed = by_id(&deal, &settings.iter().map(|(id, it)| (*id, *it)).collect::<Vec<_>>());
                let difference = difference(&deal, &scenario, &rules, &supposed);
                prop_assert!(difference.is_none(), "{}", difference.unwrap_or_default());
                checked.set(checked.get() + 1);
            }
            Ok(())
        })
        .unwrap();
    assert!(checked.get() > 3_000 && tangled.get() > 300, "{} settings, {} tangled", checked.get(), tangled.get());
    println!("{} settings of 400 deals, {} of them tangled", checked.get(), tangled.get());
}

#[test]
fn a_doubt_is_dispelled_by_the_reader_also_where_it_fails_already() {
    let deal = deals::deal(&deals::doubted());
    let mut scenario = Scenario::new(&deal, true);
    let [doubt, ground, doubted] = ["d0", "c1", "c2"].map(|id| deal.find(id).unwrap());
    scenario.suppose(ground, Some(Setting::Fails));
    assert_eq!((scenario.verdict(doubt), scenario.verdict(doubted)), (Some(Verdict::Fails), Some(Verdict::Open)));
    assert_eq!(scenario.suppose(doubt, Some(Setting::Fails)), vec![doubted]);
    assert_eq!(scenario.verdict(doubted), Some(Verdict::Holds));
    assert_eq!(scenario.suppose(doubt, None), vec![doubted]);
}

#[test]
fn a_mistake_in_any_rule_would_be_found() {
    for mistake in MISTAKES {
        let found = small(300).run(&(deals::document(4, 8), any::<bool>()), |(document, editor)| {
            let (_, difference) = all_settings(&deals::deal(&document), editor, mistake);
            prop_assert!(difference.is_none());
            Ok(())
        });
        assert!(found.is_err(), "{mistake:?} goes unnoticed");
    }
}

#[test]
fn it_agrees_over_all_single_and_double_settings_of_the_built_in_deal() {
    let deal = read(BUILT_IN.as_bytes()).deal.unwrap();
    let mut scenario = Scenario::new(&deal, true);
    let rules = Rules::new(deal.document(), true, Mistake::None);
    let pieces = settable(&deal, &scenario);
    let mut count = 0;
    for (at, first) in pieces.iter().enumerate() {
        for one in &CHOICES[1..] {
            scenario.suppose(*first, *one);
            for second in pieces.iter().skip(at) {
                // The first alone, and then with each of the others.
                let others: &[Option<Setting>] = if second == first { &[] } else { &CHOICES[1..] };
                let alone = [(*first, *one)];
                let pairs = others.iter().map(|two| vec![(*first, *one), (*second, *two)]);
                let settings = pairs.chain((second == first).then(|| alone.to_vec()));
                for settings in settings {
                    for (id, setting) in &settings {
                        scenario.suppose(*id, *setting);
                    }
                    let supposed = by_id(&deal, &settings);
                    let difference = difference(&deal, &scenario, &rules, &supposed);
                    assert!(difference.is_none(), "{}", difference.unwrap_or_default());
                    count += 1;
                }
                if second != first {
                    scenario.suppose(*second, None);
                }
            }
            scenario.suppose(*first, None);
        }
    }
    assert!(count > 4_000, "only {count} settings");
    println!("{count} settings of {} pieces", pieces.len());
}

/// Settings as they come, one after the other.
fn sequence() -> impl Strategy<Value = Vec<(prop::sample::Index, usize)>> {
    prop::collection::vec((any::<prop::sample::Index>(), 0..CHOICES.len()), 1..20)
}

proptest! {
    #![proptest_config(Config { cases: 300, failure_persistence: None, ..Config::default() })]

    #[test]
    fn step_by_step_is_the_same_as_from_scratch(document in deals::document(30, 70), steps in sequence()) {
        let deal = deals::deal(&document);
        let mut scenario = Scenario::new(&deal, true);
        let pieces = settable(&deal, &scenario);
        prop_assume!(!pieces.is_empty());
        let mut settings = BTreeMap::new();
        for (which, choice) in steps {
            let id = *which.get(&pieces);
            let before = verdicts(&deal, &scenario);
            let changed = scenario.suppose(id, CHOICES[choice]);
            settings.insert(id, CHOICES[choice]);
            // It names what it changes, and nothing else.
            let after = verdicts(&deal, &scenario);
            let differ: Vec<ItemId> = deal.items().filter(|(_, it)| before.get(it.id()) != after.get(it.id())).map(|(id, _)| id).collect();
            prop_assert_eq!(&changed, &differ);
            let mut scratch = Scenario::new(&deal, true);
            for (id, setting) in settings.iter().rev() {
                scratch.suppose(*id, *setting);
            }
            prop_assert_eq!(verdicts(&deal, &scratch), after);
        }
    }

    #[test]
    fn setting_what_already_results_changes_nothing(document in deals::document(12, 24), steps in sequence()) {
        let deal = deals::deal(&document);
        // Where nothing decides a piece that turns its own ground over, to set it decides.
        prop_assume!(!Rules::new(deal.document(), true, Mistake::None).is_tangled());
        let mut scenario = Scenario::new(&deal, true);
        let pieces = settable(&deal, &scenario);
        prop_assume!(!pieces.is_empty());
        for (which, choice) in steps {
            scenario.suppose(*which.get(&pieces), CHOICES[choice]);
        }
        for id in &pieces {
            // A doubt is no fact: that it came true is something else than that nothing speaks against it.
            let doubt = matches!(deal.item(*id), Some(Item::Doubt(_)));
            let threatens = deal.document().links.iter().any(|it| it.kind == deal_explorer::deal::LinkKind::Threatens && deal.find(&it.from) == Some(*id));
            let setting = match scenario.verdict(*id) {
                Some(Verdict::Holds) => Setting::Holds,
                Some(Verdict::Open) => Setting::Open,
                Some(Verdict::Fails) => Setting::Fails,
                _ => continue,
            };
            if doubt || threatens || scenario.setting(*id).is_some() {
                continue;
            }
            let mut other = scenario.clone();
            prop_assert_eq!(other.suppose(*id, Some(setting)), vec![]);
        }
    }

    #[test]
    fn open_never_becomes_holds_by_itself(document in deals::document(12, 24), steps in sequence()) {
        let deal = deals::deal(&document);
        let mut scenario = Scenario::new(&deal, true);
        let pieces = settable(&deal, &scenario);
        prop_assume!(!pieces.is_empty());
        for (which, choice) in steps {
            scenario.suppose(*which.get(&pieces), CHOICES[choice]);
            for (id, item) in deal.items().filter(|(id, _)| scenario.is_settable(*id)) {
                let by_itself = scenario.setting(id).is_none() && scenario.reported(id) == Some(Verdict::Open);
                let begins_open = matches!(item, Item::Aim(_) | Item::Doubt(_));
                prop_assert!(!(by_itself && begins_open && scenario.verdict(id) == Some(Verdict::Holds)));
            }
        }
    }

    #[test]
    fn every_conclusion_has_a_chain_that_bears_it(document in deals::document(14, 30), steps in sequence(), editor in any::<bool>()) {
        let deal = deals::deal(&document);
        let mut scenario = Scenario::new(&deal, editor);
        let pieces = settable(&deal, &scenario);
        prop_assume!(!pieces.is_empty());
        for (which, choice) in steps {
            scenario.suppose(*which.get(&pieces), CHOICES[choice]);
        }
        prop_assume!(!Rules::new(deal.document(), editor, Mistake::None).is_tangled());
        for id in scenario.changes() {
            let steps = scenario.why(id);
            let verdict = scenario.verdict(id).unwrap();
            if scenario.setting(id).is_some() {
                prop_assert!(steps.is_empty());
                continue;
            }
            // What is milder than reported rests on what no longer stands against it, so nothing bears it.
            if verdict <= scenario.reported(id).unwrap() {
                continue;
            }
            let last = steps.last();
            prop_assert_eq!(last.map(|it| (it.to, it.verdict)), Some((id, verdict)), "{:?}", steps);
            let mut told: Vec<ItemId> = Vec::new();
            for step in &steps {
                for from in &step.from {
                    // Each premise is told before, or needs no telling.
                    let given = scenario.setting(*from).is_some() || scenario.why(*from).is_empty();
                    prop_assert!(told.contains(from) || given, "{from:?} is not told before {step:?} in {steps:?}");
                }
                prop_assert!(!step.from.is_empty());
                prop_assert!(chains::bears(&scenario, &steps, step), "it does not follow: {step:?} in {steps:?}");
                let own = |via: &ItemId| deal.statement(*via).is_some_and(|it| it.origin() == deal_explorer::deal::Origin::Source);
                prop_assert!(editor || step.via.iter().all(own), "it stands on an editor's link: {step:?}");
                told.push(step.to);
            }
        }
    }

    #[test]
    fn the_order_of_settings_does_not_matter(document in deals::document(12, 24), steps in sequence()) {
        let deal = deals::deal(&document);
        let (mut there, mut back) = (Scenario::new(&deal, true), Scenario::new(&deal, true));
        let pieces = settable(&deal, &there);
        prop_assume!(!pieces.is_empty());
        let settings: BTreeMap<ItemId, usize> = steps.iter().map(|(which, choice)| (*which.get(&pieces), *choice)).collect();
        for (id, choice) in &settings {
            there.suppose(*id, CHOICES[*choice]);
        }
        for (id, choice) in settings.iter().rev() {
            back.suppose(*id, CHOICES[*choice]);
        }
        prop_assert_eq!(verdicts(&deal, &there), verdicts(&deal, &back));
    }

    #[test]
    fn linchpins_agree_with_the_rules(document in deals::document(8, 14), editor in any::<bool>()) {
        let deal = deals::deal(&document);
        let rules = Rules::new(deal.document(), editor, Mistake::None);
        let reported = rules.verdicts(&Supposed::new());
        let mut search = Linchpins::new(&deal, editor);
        while search.go_on(1) {}
        let found = search.ranked(usize::MAX);
        let scenario = Scenario::new(&deal, editor);
        for id in settable(&deal, &scenario) {
            let item = deal.item(id).unwrap();
            let setting = if matches!(item, Item::Doubt(_)) { Setting::Holds } else { Setting::Fails };
            let after = rules.verdicts(&by_id(&deal, &[(id, Some(setting))]));
            let lost = |verdict: Verdict| chains::lost(deal.document(), &reported, &after, item.id(), verdict);
            let expected = [Verdict::Fails, Verdict::Unsupported, Verdict::NoLongerOwed].map(lost);
            let linchpin = found.iter().find(|it| it.item == id);
            let counts = linchpin.map_or([0; 3], |it| [it.fail, it.unsupported, it.no_longer_owed]);
            prop_assert_eq!(counts, expected, "{}", item.id());
            if let Some(linchpin) = linchpin {
                prop_assert_eq!(linchpin.setting, setting);
                let losers: std::collections::BTreeSet<&str> = linchpin.losers.iter().filter_map(|id| deal.item(*id)).map(Item::id).collect();
                prop_assert_eq!(losers, chains::losers(deal.document(), &reported, &after));
            }
        }
        prop_assert!(found.windows(2).all(|pair| pair[0].total() >= pair[1].total()));
        // Beside a scenario in which something is set, they are the same.
        let mut scenario = scenario;
        for id in settable(&deal, &scenario).into_iter().take(2) {
            scenario.suppose(id, Some(Setting::Fails));
        }
        let mut beside = Linchpins::beside(&deal, &scenario);
        while beside.go_on(u32::MAX) {}
        prop_assert_eq!(beside.ranked(usize::MAX), found);
    }

    #[test]
    fn the_account_is_made_of_the_chains_to_each_piece(
        document in prop_oneof![deals::document(14, 30), deals::circle(16)],
        choices in sequence(),
        limit in 0..20_usize,
    ) {
        let deal = deals::deal(&document);
        let mut scenario = Scenario::new(&deal, true);
        let pieces = settable(&deal, &scenario);
        prop_assume!(!pieces.is_empty());
        for (which, choice) in choices {
            scenario.suppose(*which.get(&pieces), CHOICES[choice]);
        }
        let changed = scenario.changes().into_iter().filter(|id| scenario.setting(*id).is_none());
        let mut chains: Vec<Vec<Step>> = changed.take(limit).map(|id| scenario.why(id)).collect();
        chains.sort_by_key(Vec::len);
        let mut expected: Vec<Step> = Vec::new();
        for step in chains.into_iter().flatten() {
            if expected.iter().all(|told| told.to != step.to) {
                expected.push(step);
            }
        }
        prop_assert_eq!(steps(&scenario, limit), expected);
    }

    #[test]
    fn in_shares_it_is_the_same_as_at_once(
        document in prop_oneof![deals::document(14, 30), deals::circle(16)],
        choices in sequence(),
        editor in any::<bool>(),
        share in prop_oneof![Just(1), 1..40_u32],
    ) {
        let deal = deals::deal(&document);
        let mut at_once = Scenario::new(&deal, editor);
        let mut in_shares = shares::all(Scenario::in_shares(&deal, editor), share);
        prop_assert_eq!(shares::told(&deal, &in_shares), shares::told(&deal, &at_once));
        let pieces = settable(&deal, &at_once);
        prop_assume!(!pieces.is_empty());
        let changes: Vec<_> = choices.iter().map(|(which, choice)| (*which.get(&pieces), CHOICES[*choice])).collect();
        for change in changes.chunks(3) {
            for (id, setting) in change {
                at_once.suppose(*id, *setting);
            }
            in_shares = shares::all(in_shares.supposing(change.to_vec()), share);
            prop_assert_eq!(shares::told(&deal, &in_shares), shares::told(&deal, &at_once));
        }
        let (mut hunt, mut other) = (Linchpins::beside(&deal, &at_once), Linchpins::new(&deal, editor));
        while hunt.go_on(share) {}
        while other.go_on(u32::MAX) {}
        prop_assert_eq!(hunt.ranked(usize::MAX), other.ranked(usize::MAX));
    }
}
