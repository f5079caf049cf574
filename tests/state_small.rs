//! One step at a time through `state`.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "query_fixture.rs"]
mod fixture;

use deal_explorer::deal::{Certainty, Origin};
use deal_explorer::query::{FacetValue, SearchIndex, VoiceChoice};
use deal_explorer::state::*;
use fixture::{deal, fold};

fn after(actions: &[Action]) -> State {
    let deal = deal();
    actions.iter().fold(State::default(), |state, action| reduce(&state, action, &deal))
}

fn select(id: &str) -> Action {
    Action::Select(id.to_owned())
}

#[test]
fn selecting_goes_home_and_opens_the_proof() {
    let deal = deal();
    let homes = [
        ("north", View::Parties),
        ("patrol", View::Conditions),
        ("swap", View::Conditions),
        ("keep", View::Open),
        ("summit", View::Facts),
        ("film", View::Facts),
        ("herald-1", View::Source),
        ("near", View::Brief),
        ("hard", View::Conditions),
    ];
    for (id, view) in homes {
        assert_eq!(home(&deal, id), Some(view), "{id}");
        let state = after(&[select(id)]);
        // An actor's page opens in place of its proof.
        assert_eq!((state.view, state.is_selected(id), state.is_open(id)), (view, true, id != "north"));
    }
    assert_eq!(after(&[select("nobody")]), State::default());
}

#[test]
fn steps_that_change_nothing_give_an_equal_state() {
    let state = after(&[select("north"), Action::Search("aid".to_owned())]);
    let same = [
        select("north"),
        select("nobody"),
        Action::ToggleProof("nobody".to_owned()),
        Action::Search("aid".to_owned()),
        Action::ToggleFacet(FacetValue::Party("patrol".to_owned())),
        Action::ToggleFacet(FacetValue::Topic("nothing".to_owned())),
        Action::ClearFilter,
        Action::ShowEditor(true),
        Action::Tour(TourMove::Next),
        Action::Tour(TourMove::End),
        Action::Restore(Box::new(state.clone())),
    ];
    for action in same {
        assert_eq!(reduce(&state, &action, &deal()), state, "{action:?}");
    }
}

#[test]
fn the_tour_walks_and_shows_what_it_points_at() {
    let hidden = [Action::ShowEditor(false), Action::Search("x".to_owned()), Action::Tour(TourMove::Start)];
    let state = after(&hidden);
    assert_eq!((state.tour, state.selected.as_deref(), state.is_narrowed()), (Some(0), Some("swap"), false));
    let deal = deal();
    let step = |state: &State, step| reduce(state, &Action::Tour(step), &deal);
    let second = step(&state, TourMove::Next);
    assert_eq!((second.tour, second.selected.as_deref(), second.view), (Some(1), Some("rebels"), View::Parties));
    assert_eq!(step(&second, TourMove::Next), second);
    assert_eq!(step(&second, TourMove::Previous).tour, Some(0));
    assert_eq!(step(&second, TourMove::End), State { tour: None, ..second });
}

#[test]
fn the_switch_for_the_editor_hides_the_editors_statements() {
    let deal = deal();
    let index = SearchIndex::new(&deal, fold);
    let shown = after(&[Action::Search("boats".to_owned())]).selection(&deal, &index);
    let hidden = after(&[Action::Search("boats".to_owned()), Action::ShowEditor(false)]).selection(&deal, &index);
    let editors = deal.find("stop-lets").unwrap();
    assert!(shown.contains(editors) && shown.hit(editors).is_some());
    assert!(!hidden.contains(editors));
    assert_eq!((shown.items.len(), shown.total), (hidden.items.len() + 1, hidden.total));
}

#[test]
fn settling_drops_what_the_deal_does_not_know() {
    let address = "facts/nobody;q=x;party=north,nobody;voice=_own,witness,patrol;topic=trade,none;tour=9";
    let settled = parse(address).settle(&deal());
    assert_eq!(format(&settled), "facts;q=x;party=north;voice=_own,witness;topic=trade");
    assert!(settled.opened.is_empty());
}

#[test]
fn addresses_are_short_and_readable() {
    assert_eq!(format(&State::default()), "");
    let state = after(&[
        select("north"),
        Action::Search("aid & “food”".to_owned()),
        Action::ToggleFacet(FacetValue::Party("south".to_owned())),
        Action::ToggleFacet(FacetValue::Voice(VoiceChoice::Own)),
        Action::ToggleFacet(FacetValue::Certainty(Certainty::Possible)),
        Action::ToggleFacet(FacetValue::Origin(Origin::Editor)),
        Action::ToggleFacet(FacetValue::Topic("trade".to_owned())),
        Action::ShowEditor(false),
    ]);
    let address = "parties/north;q=aid+%26+%E2%80%9Cfood%E2%80%9D;party=south;voice=_own;certainty=possible;\
                   origin=editor;topic=trade;editor=off";
    assert_eq!(format(&state), address);
    assert_eq!(parse(address), state);
    assert_eq!(parse("#parties"), State { view: View::Parties, ..State::default() });
    assert_eq!(parse("nowhere;what=1;q;tour=0;certainty=sure;editor=maybe;=;;"), State::default());
    assert_eq!(format(&parse("brief")), "");
    assert_eq!(format(&parse("open;q=%zz%;tour=2")), "open;q=%25zz%25;tour=2");
}

#[test]
fn the_part_of_a_library_stands_in_the_address_and_stays_while_the_reader_is_in_it() {
    let part = || State { part: Some("accord-3".to_owned()), ..State::default() };
    assert_eq!(format(&part()), ";part=accord-3");
    assert_eq!(parse(";part=accord-3"), part());
    assert_eq!(parse("#;part="), State::default());
    let odd = State { part: Some("a;b/ü".to_owned()), view: View::Facts, ..State::default() };
    assert_eq!((format(&odd).as_str(), parse(&format(&odd))), ("facts;part=a%3Bb%2F%C3%BC", odd));
    let deal = deal();
    let chosen = reduce(&part(), &select("north"), &deal);
    assert_eq!(format(&chosen), "parties/north;part=accord-3");
    assert_eq!(format(&reduce(&chosen, &Action::Show(View::Facts), &deal)), "facts;part=accord-3");
    assert_eq!(format(&reduce(&chosen, &Action::ClearAll, &deal)), "parties/north;part=accord-3");
    assert_eq!(parse("parties/north;part=accord-3").settle(&deal).part, part().part);
    // The same view of another part is another place.
    assert_eq!(changes_address(&State::default(), &part()), AddressChange::Push);
}

#[test]
fn views_and_selections_are_entries_of_the_history() {
    let start = State::default();
    let change = |action: Action| changes_address(&start, &reduce(&start, &action, &deal()));
    assert_eq!(change(select("north")), AddressChange::Push);
    assert_eq!(change(Action::Show(View::Facts)), AddressChange::Push);
    assert_eq!(change(Action::Tour(TourMove::Start)), AddressChange::Push);
    assert_eq!(change(Action::Search("a".to_owned())), AddressChange::Replace);
    assert_eq!(change(Action::ShowEditor(false)), AddressChange::Replace);
    assert_eq!(change(Action::ToggleProof("north".to_owned())), AddressChange::None);
    assert_eq!(change(Action::Deselect), AddressChange::None);
}

#[test]
fn an_address_that_names_an_item_alone_shows_it_where_it_lives() {
    let deal = deal();
    let state = reduce(&State::default(), &Action::Restore(Box::new(parse("/patrol"))), &deal);
    assert_eq!((state.view, state.selected.as_deref()), (View::Conditions, Some("patrol")));
    let state = reduce(&State::default(), &Action::Restore(Box::new(parse("/nobody"))), &deal);
    assert_eq!((state.view, state.selected), (View::Brief, None));
}

#[test]
fn what_of_the_relations_is_looked_at_stands_in_the_address() {
    let address = "relations/north;ties=support,part;reach=from;steps=2;to=rebels";
    assert_eq!(format(&parse(address)), address);
    assert_eq!(format(&parse("relations;ties=_none")), "relations;ties=_none");
    assert_eq!(format(&parse("relations;ties=support,hostile,pressure;steps=1;reach=both")), "relations");
    let deal = fixture::deal();
    // The other end of a way is an actor, or none.
    assert_eq!(parse("relations/north;to=patrol").settle(&deal).sight.to, None);
    let chosen = reduce(&State::default(), &Action::Actor(Some("north".to_owned())), &deal);
    assert_eq!(format(&chosen), "relations/north");
    assert_eq!(format(&reduce(&chosen, &Action::Actor(None), &deal)), "relations");
    assert_eq!(reduce(&chosen, &Action::Actor(Some("nobody".to_owned())), &deal), chosen);
}
