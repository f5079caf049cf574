//! The sentences of a scenario, of the built-in deal and of others.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::rc::Rc;

use deal_explorer::deal::{Deal, Duty, read};
use deal_explorer::reason::{Scenario, Setting, steps};
use deal_explorer::state::Supposed;
use deal_explorer::words::account::account;
use deal_explorer::words::plain::Plain;
use deal_explorer::words::scenario::{because, spoken, status, summary, title};
use deal_explorer::words::{Deed, ENGLISH, Tongue};

fn tongue() -> Tongue {
    Tongue { words: &ENGLISH, format: Rc::new(Plain) }
}

fn built_in() -> Deal {
    read(include_bytes!("../seeds/us-russia-syria-2016.json")).deal.unwrap()
}

fn scenario(deal: &Deal, supposed: &Supposed) -> Scenario {
    let mut scenario = Scenario::new(deal, true);
    for (id, setting) in supposed.settings(deal) {
        scenario.suppose(id, Some(setting));
    }
    scenario
}

/// Heading and summary of what is supposed.
fn told(deal: &Deal, supposed: &Supposed) -> (String, String) {
    let tongue = tongue();
    (title(&tongue, deal, supposed), summary(&tongue, deal, &scenario(deal, supposed), supposed))
}

#[test]
fn that_russia_does_not_press_is_told_with_what_goes_and_what_stays() {
    let (title, summary) = told(&built_in(), &Supposed::only("press-assad", Setting::Fails));
    assert_eq!(title, "Suppose Russia does not press Assad to end the bombing of civilians and to let aid in");
    assert_eq!(
        summary,
        "Then the bargain fails, 2 conditions are no longer owed, as worded, and 2 conditions, 2 aims, 1 doubt, and \
         1 remark lose all that the article gives them to stand on. 2 conditions and 3 aims stay open."
    );
}

#[test]
fn who_is_only_pressed_is_not_said_to_be_bound() {
    let deal = built_in();
    let heading = |setting| told(&deal, &Supposed::only("stop-bombing-civilians", setting)).0;
    assert_eq!(heading(Setting::Fails), "Suppose Bashar al-Assad does not stop bombing civilians");
    assert_eq!(heading(Setting::Holds), "Suppose Bashar al-Assad does stop bombing civilians");
    assert_eq!(heading(Setting::Open), "Suppose it stays open whether Bashar al-Assad will stop bombing civilians");
}

#[test]
fn where_nobody_is_named_nobody_is_put_in() {
    let deal = built_in();
    let (title, summary) = told(&deal, &Supposed::only("ground-air-force", Setting::Fails));
    assert_eq!(title, "Suppose this fails: Assad’s own air force grounded");
    assert!(
        summary.starts_with("Then 1 condition loses all that the article gives it to stand on. The bargain,"),
        "{summary}"
    );
    let (title, _) = told(&deal, &Supposed::only("iran-persuaded", Setting::Holds));
    assert!(title.starts_with("Suppose this doubt proves right: It is unclear whether"), "{title}");
}

#[test]
fn nothing_that_follows_is_said_too() {
    let (_, summary) = told(&built_in(), &Supposed::only("war-in-syria", Setting::Fails));
    assert!(summary.starts_with("By the words of the article, nothing else follows from that."), "{summary}");
    let (title, summary) = told(&built_in(), &Supposed::default());
    assert_eq!(title, "What if a piece of it failed?");
    assert!(summary.starts_with("As reported, 7 conditions of the deal are open"), "{summary}");
}

#[test]
fn where_all_holds_aims_stay_open_and_an_exception_is_told_against_the_words() {
    let deal = built_in();
    let (title, summary) = told(&deal, &Supposed::all());
    assert_eq!(title, "Suppose every condition holds and every doubt is dispelled");
    assert_eq!(summary, "Then 1 event falls away and the bargain holds. 5 aims stay open.");
    let mut but = Supposed::all();
    but.set("press-assad", Some(Setting::Fails));
    let (title, summary) = told(&deal, &but);
    assert!(title.ends_with("and to let aid in, and all else holds"), "{title}");
    assert!(
        summary.contains("stands against the article’s words; by these, 2 conditions are no longer owed, as worded"),
        "{summary}"
    );
}

#[test]
fn several_suppositions_are_counted() {
    let mut several = Supposed::only("press-assad", Setting::Fails);
    several.set("ground-air-force", Some(Setting::Holds));
    assert_eq!(told(&built_in(), &several).0, "Suppose 2 things at once");
}

#[test]
fn each_duty_is_turned_as_it_must_be() {
    let words = ENGLISH.what_if().suppose_deed;
    let say = |duty, many, setting| words(Deed { by: "North", many, duty, act: "fish there" }, setting);
    assert_eq!(say(Duty::MustNot, false, Setting::Fails), "Suppose North does fish there after all");
    assert_eq!(say(Duty::MustNot, true, Setting::Holds), "Suppose North do not fish there");
    assert_eq!(say(Duty::May, false, Setting::Fails), "Suppose North may not fish there");
    assert_eq!(say(Duty::May, false, Setting::Holds), "Suppose North may fish there");
    assert_eq!(say(Duty::Must, true, Setting::Holds), "Suppose North do fish there");
}

#[test]
fn a_document_in_another_language_is_not_broken_up() {
    let deal = read(include_bytes!("deals/arabic.json")).deal.unwrap();
    let condition = deal.document().conditions[0].statement.id.clone();
    let (title, _) = told(&deal, &Supposed::only(&condition, Setting::Fails));
    assert!(title.starts_with("Suppose this fails: "), "{title}");
}

#[test]
fn a_step_says_its_rule_and_what_it_starts_from() {
    let deal = built_in();
    let scenario = scenario(&deal, &Supposed::only("press-assad", Setting::Fails));
    let steps = steps(&scenario, usize::MAX);
    let told: Vec<String> = steps.iter().map(|step| because(&tongue(), &deal, step)).collect();
    let pressing = "Russia is to press Assad to end the bombing of civilians and to let aid in";
    assert!(told.contains(&format!("It is to be given in exchange for this, which fails: {pressing}")), "{told:#?}");
    assert!(told.contains(&"The one thing that it rests on goes: The bargain".to_owned()), "{told:#?}");
    // What a step starts from is set, reported, or the end of a step before.
    for (at, step) in steps.iter().enumerate() {
        let known = |from| {
            scenario.setting(from).is_some()
                || steps[..at].iter().any(|other| other.to == from)
                || scenario.verdict(from) == scenario.reported(from)
        };
        assert!(step.from.iter().all(|from| known(*from)), "{step:?}");
    }
    // Every change is explained once.
    let changes = scenario.changes().into_iter().filter(|id| scenario.setting(*id).is_none());
    assert!(changes.into_iter().all(|id| steps.iter().filter(|step| step.to == id).count() == 1));
}

#[test]
fn a_screen_reader_hears_what_is_set_and_how_much_follows() {
    let deal = built_in();
    let scenario = scenario(&deal, &Supposed::only("press-assad", Setting::Fails));
    let id = |id: &str| deal.find(id).unwrap();
    assert_eq!(
        spoken(&tongue(), &deal, &scenario, id("press-assad"), 9),
        "Russia is to press Assad to end the bombing of civilians and to let aid in, you set this: fails; 9 things follow"
    );
    let bargain = spoken(&tongue(), &deal, &scenario, id("the-bargain"), 9);
    assert_eq!(bargain, "“in exchange for”, The bargain, fails");
    assert_eq!(status(&tongue(), &deal, &scenario, id("ground-air-force")), "open");
}

#[test]
fn the_account_carries_the_supposition_its_steps_and_their_words() {
    let deal = built_in();
    let supposed = Supposed::only("putin-keeps-his-end", Setting::Holds);
    let text = account(&tongue(), &deal, &scenario(&deal, &supposed), &supposed);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], deal.document().title);
    assert!(
        lines[1].starts_with("Suppose this doubt proves right: ") && lines[1].contains(". Then the bargain"),
        "{text}"
    );
    assert_eq!(lines[2], "A supposition, followed through by the words of the article. Not a forecast.");
    assert!(text.contains("\n1. Russia is to press Assad") && text.contains("open → fails."), "{text}");
    assert!(text.contains("[The editor’s own inference. No words of the source prove it.]"), "{text}");
    assert!(text.contains("[“the question is whether” — CBS News, in its own voice, paragraph 10]"), "{text}");
    assert!(text.ends_with("near-groundbreaking-deal-on-syria/"), "{text}");
}

#[test]
fn a_step_says_that_its_link_can_be_read_otherwise() {
    let deal = built_in();
    let scenario = scenario(&deal, &Supposed::only("ground-air-force", Setting::Fails));
    let told: Vec<String> = steps(&scenario, 9).iter().map(|step| because(&tongue(), &deal, step)).collect();
    assert_eq!(told, ["The one thing that it rests on goes: Assad’s own air force grounded (can be read two ways)"]);
}
