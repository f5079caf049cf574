//! What is supposed: its address, going back and forth, and where it leads.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "query_fixture.rs"]
mod fixture;

use deal_explorer::deal::Kind;
use deal_explorer::reason::Setting;
use deal_explorer::state::{Action, AddressChange, State, Supposed, View, changes_address, format, parse, reduce};
use fixture::deal;

fn after(actions: &[Action]) -> State {
    let deal = deal();
    actions.iter().fold(State::default(), |state, action| reduce(&state, action, &deal))
}

fn suppose(id: &str, setting: Setting) -> Action {
    Action::Suppose(id.to_owned(), Some(setting))
}

#[test]
fn what_is_supposed_stands_in_the_address_in_one_order() {
    let one = after(&[suppose("patrol", Setting::Fails), suppose("keep", Setting::Holds)]);
    let other = after(&[suppose("keep", Setting::Holds), suppose("patrol", Setting::Fails)]);
    assert_eq!(format(&one), ";if=keep:holds,patrol:fails");
    assert_eq!(format(&one), format(&other));
    assert_eq!(parse(&format(&one)).trial.now, one.trial.now);
    let all = after(&[Action::Try(Supposed::all()), Action::Suppose("patrol".to_owned(), None)]);
    assert_eq!(format(&all), ";if=_all,patrol:reported");
    assert_eq!(parse(&format(&all)).trial.now, all.trial.now);
    assert_eq!(parse("what-if;if=patrol:perhaps,:fails,keep").trial.now, parse(";if=:fails").trial.now);
}

#[test]
fn only_pieces_can_be_supposed() {
    // An actor, a remark, and what is not there.
    let state =
        after(&[suppose("north", Setting::Fails), suppose("near", Setting::Fails), suppose("nobody", Setting::Fails)]);
    assert!(state.trial.now.is_empty());
    let restored = after(&[Action::Restore(Box::new(parse("what-if;if=north:fails,patrol:fails")))]);
    assert_eq!(format(&restored), "what-if;if=patrol:fails");
    assert_eq!(after(&[Action::WhatIf("north".to_owned())]), State::default());
}

#[test]
fn what_if_supposes_that_alone_and_shows_what_follows() {
    let state =
        after(&[suppose("keep", Setting::Fails), Action::Search("x".to_owned()), Action::WhatIf("patrol".to_owned())]);
    assert_eq!((state.view, state.query.as_str()), (View::WhatIf, ""));
    assert_eq!(state.trial.now, Supposed::only("patrol", Setting::Fails));
    // That a doubt goes against the deal is that it comes true.
    let doubt = after(&[Action::WhatIf("keep".to_owned())]);
    assert_eq!(doubt.trial.now, Supposed::only("keep", Setting::Holds));
}

#[test]
fn suppositions_are_undone_and_done_again() {
    let start = [suppose("patrol", Setting::Fails), suppose("patrol", Setting::Holds)];
    let with = |more: &[Action]| after(&[&start[..], more].concat()).trial;
    assert_eq!(with(&[]).ways(), (true, false));
    assert_eq!(with(&[Action::Undo]).now, Supposed::only("patrol", Setting::Fails));
    assert_eq!(with(&[Action::Undo, Action::Undo, Action::Undo]).now, Supposed::default());
    assert_eq!(with(&[Action::Undo, Action::Undo]).ways(), (false, true));
    assert_eq!(with(&[Action::Undo, Action::Redo]).now, with(&[]).now);
    // What is supposed anew leaves nothing to do again; what changes nothing is no step.
    assert_eq!(with(&[Action::Undo, suppose("keep", Setting::Holds)]).ways(), (true, false));
    assert_eq!(with(&[suppose("patrol", Setting::Holds)]), with(&[]));
    // An address that comes from elsewhere is a step like any other.
    let trial = with(&[Action::Restore(Box::default()), Action::Undo]);
    assert_eq!(trial.now, Supposed::only("patrol", Setting::Holds));
}

#[test]
fn a_supposition_goes_along_from_view_to_view_and_is_an_entry_of_the_history() {
    let start = after(&[suppose("patrol", Setting::Fails)]);
    assert_eq!(changes_address(&State::default(), &start), AddressChange::Push);
    for view in View::ALL {
        assert_eq!(reduce(&start, &Action::Show(view), &deal()).trial, start.trial);
    }
    let piece = reduce(&start, &Action::Piece("keep".to_owned()), &deal());
    assert_eq!(format(&piece), "what-if/keep;if=patrol:fails");
    assert_eq!(format(&parse(&format(&piece))), format(&piece));
}

#[test]
fn that_all_holds_is_that_conditions_hold_and_doubts_are_dispelled() {
    let deal = deal();
    let mut all = Supposed::all();
    assert_eq!(all.get("patrol", Kind::Condition), Some(Setting::Holds));
    assert_eq!(all.get("keep", Kind::Doubt), Some(Setting::Fails));
    assert_eq!(all.get("summit", Kind::Event), None);
    let conditions = deal.document().conditions.len() + deal.document().doubts.len();
    assert_eq!(all.settings(&deal).len(), conditions);
    all.set("patrol", Some(Setting::Fails));
    all.set("keep", None);
    assert_eq!(all.settings(&deal).len(), conditions - 1);
    assert_eq!(all.get("keep", Kind::Doubt), None);
}
