//! What holds for any text, any filter, any state and any run of actions.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "query_fixture.rs"]
mod fixture;

use std::sync::LazyLock;

use deal_explorer::deal::{Certainty, Deal, Origin};
use deal_explorer::query::{
    Census, FacetValue, Filter, FoldedText, Reach, SearchIndex, TieKind, VoiceChoice, facets, mark, select, statements,
    text_fragment_url,
};
use deal_explorer::reason::Setting;
use deal_explorer::state::*;
use fixture::{alone, clear, fold};
use proptest::prelude::*;
use proptest::sample::select as one_of;

const IDS: [&str; 12] = [
    "north",
    "fishers",
    "rebels",
    "witness",
    "patrol",
    "stop-lets",
    "keep",
    "summit",
    "film",
    "herald-1",
    "near",
    "none",
];

static PIECES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let pieces =
        "patrol pa strait’s strait “would the rebels North’s é e\u{301} ß İ ﬁ 한 … — - ' \u{AD} \u{A0} , a raids";
    pieces.split(' ').chain([" ", "  ", "\n"]).collect()
});

thread_local! {
    static DEAL: Deal = fixture::deal();
}

fn with<T>(run: impl FnOnce(&Deal) -> T) -> T {
    DEAL.with(run)
}

fn id() -> impl Strategy<Value = String> {
    prop_oneof![8 => one_of(&IDS[..]).prop_map(str::to_owned), 1 => ".{1,6}"]
}

fn typed() -> impl Strategy<Value = String> {
    let words = prop::collection::vec(one_of(PIECES.clone()), 0..8).prop_map(|pieces| pieces.concat());
    prop_oneof![3 => words, 1 => ".{0,12}"]
}

fn facet() -> impl Strategy<Value = FacetValue> {
    prop_oneof![
        id().prop_map(FacetValue::Party),
        id().prop_map(|id| FacetValue::Voice(VoiceChoice::Actor(id))),
        Just(FacetValue::Voice(VoiceChoice::Own)),
        Just(FacetValue::Voice(VoiceChoice::Actor("_own".to_owned()))),
        one_of(Certainty::ALL).prop_map(FacetValue::Certainty),
        one_of(Origin::ALL).prop_map(FacetValue::Origin),
        prop_oneof![Just("safety".to_owned()), Just("trade".to_owned()), id()].prop_map(FacetValue::Topic),
    ]
}

fn filter() -> impl Strategy<Value = Filter> {
    prop::collection::vec(facet(), 0..5).prop_map(|values| {
        let mut filter = Filter::default();
        for value in values {
            filter.toggle(value);
        }
        filter
    })
}

fn setting() -> impl Strategy<Value = Option<Setting>> {
    prop::option::of(one_of(&Setting::ALL[..]))
}

fn supposed() -> impl Strategy<Value = Supposed> {
    (any::<bool>(), prop::collection::vec((id(), setting()), 0..4)).prop_map(|(all, pieces)| {
        let mut supposed = if all { Supposed::all() } else { Supposed::default() };
        for (id, setting) in &pieces {
            supposed.set(id, *setting);
        }
        supposed
    })
}

fn sight() -> impl Strategy<Value = Sight> {
    let hidden = prop::collection::vec(one_of(&TieKind::ALL[..]), 0..6);
    let reach = one_of(&[Reach::Both, Reach::From, Reach::To][..]);
    (hidden, reach, 0_u32..5, prop::option::of(id())).prop_map(|(hidden, reach, steps, to)| Sight {
        hidden: hidden.into_iter().collect(),
        reach,
        steps,
        to,
    })
}

fn state() -> impl Strategy<Value = State> {
    let form = prop_oneof![Just(Form::List), Just(Form::Matrix)];
    let flags = (any::<bool>(), prop::option::of(0usize..4), supposed(), form, sight(), prop::option::of(id()));
    (one_of(&View::ALL[..]), prop::option::of(id()), typed(), filter(), flags).prop_map(
        |(view, selected, query, filter, (editor, tour, now, form, sight, part))| {
            let opened = selected.iter().cloned().collect();
            let trial = Trial::from(now);
            State { part, view, form, selected, opened, query, filter, editor, tour, trial, step: None, sight }
        },
    )
}

fn action() -> impl Strategy<Value = Action> {
    let moves = [TourMove::Start, TourMove::Next, TourMove::Previous, TourMove::End];
    prop_oneof![
        one_of(&View::ALL[..]).prop_map(Action::Show),
        prop_oneof![Just(Form::List), Just(Form::Matrix)].prop_map(Action::Arrange),
        id().prop_map(Action::Select),
        Just(Action::Deselect),
        id().prop_map(Action::ToggleProof),
        typed().prop_map(Action::Search),
        facet().prop_map(Action::ToggleFacet),
        Just(Action::ClearFilter),
        Just(Action::ClearAll),
        any::<bool>().prop_map(Action::ShowEditor),
        (id(), setting()).prop_map(|(id, setting)| Action::Suppose(id, setting)),
        supposed().prop_map(Action::Try),
        id().prop_map(Action::WhatIf),
        id().prop_map(Action::Piece),
        prop::option::of(id()).prop_map(Action::Actor),
        sight().prop_map(Action::Look),
        Just(Action::Undo),
        Just(Action::Redo),
        prop::option::of(0usize..9).prop_map(Action::Step),
        one_of(moves.to_vec()).prop_map(Action::Tour),
        state().prop_map(|state| Action::Restore(Box::new(state))),
    ]
}

proptest! {
    #[test]
    fn no_run_of_actions_panics_or_leaves_the_deal(start in state(), actions in prop::collection::vec(action(), 0..24)) {
        with(|deal| {
            let mut state = start.settle(deal);
            for action in &actions {
                let next = reduce(&state, action, deal);
                prop_assert_eq!(next.settle(deal), next.clone(), "{:?}", action);
                prop_assert_eq!(changes_address(&next, &next), AddressChange::None);
                state = next;
            }
            Ok(())
        })?;
    }

    #[test]
    fn addresses_round_trip(state in state()) {
        let address = format(&state);
        prop_assert!(address.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'#'), "{}", address);
        // Which proofs are open is no part of an address.
        prop_assert_eq!(parse(&address), State { opened: deal_explorer::deal::Few::new(), ..state });
    }

    #[test]
    fn any_text_is_an_address(text in any::<String>(), address in "[a-z/;?&=,%+_#2]{0,40}") {
        for text in [text, address] {
            let once = format(&parse(&text));
            prop_assert_eq!(format(&parse(&once)), once);
        }
    }

    #[test]
    fn marks_are_apart_and_on_boundaries(text in typed(), query in typed()) {
        let mut end = 0;
        for (at, range) in mark(&text, &query, fold).into_iter().enumerate() {
            prop_assert!(range.start < range.end && (at == 0 || end < range.start));
            prop_assert!(text.get(range.clone()).is_some());
            end = range.end;
        }
    }

    #[test]
    fn every_piece_of_a_folded_text_leads_back(text in typed()) {
        let folded = FoldedText::new(&text, fold);
        let bounds: Vec<usize> = (0..=folded.as_str().len()).filter(|at| folded.as_str().is_char_boundary(*at)).collect();
        for (at, start) in bounds.iter().enumerate() {
            for end in &bounds[at + 1..] {
                let original = text.get(folded.original(*start..*end));
                prop_assert!(original.is_some());
                let again = FoldedText::new(original.unwrap(), fold);
                prop_assert!(again.as_str().contains(&folded.as_str()[*start..*end]), "{original:?}");
            }
        }
    }

    #[test]
    fn a_search_finds_what_a_look_into_every_text_finds(query in typed()) {
        with(|deal| {
            let index = SearchIndex::new(deal, fold);
            let found: Vec<_> = index.search(&query).iter().map(|hit| hit.item).collect();
            let mut sorted = found.clone();
            sorted.sort();
            let looked: Vec<_> =
                deal.items().map(|(id, _)| id).filter(|id| index.reason(deal, *id, &query).is_some_and(|it| it.answers)).collect();
            prop_assert_eq!(sorted, looked, "{:?}", query);
            let hits = index.search(&query);
            prop_assert!(hits.is_sorted_by_key(|hit| (hit.rank, hit.item)));
            Ok(())
        })?;
    }

    #[test]
    fn one_facet_more_never_leaves_more(mut wide in filter(), value in facet(), query in typed()) {
        clear(&mut wide, &value);
        let mut narrow = wide.clone();
        narrow.toggle(value);
        with(|deal| {
            for item in statements(deal) {
                prop_assert!(!narrow.fits(deal, item) || wide.fits(deal, item));
            }
            let index = SearchIndex::new(deal, fold);
            let (wide, narrow) = (select(deal, &index, &query, &wide), select(deal, &index, &query, &narrow));
            prop_assert!(narrow.items.iter().all(|item| wide.contains(*item)));
            prop_assert!(wide.items.len() <= wide.total && narrow.total == wide.total);
            Ok(())
        })?;
    }

    #[test]
    fn a_census_says_of_filters_what_the_deal_says(filter in filter(), query in typed()) {
        with(|deal| {
            let (census, index) = (Census::new(deal), SearchIndex::new(deal, fold));
            let found = select(deal, &index, &query, &Filter::default());
            prop_assert_eq!(found.narrowed(&census, &filter).items, select(deal, &index, &query, &filter).items);
            prop_assert_eq!(found.narrowed(&census, &filter).hits, select(deal, &index, &query, &filter).hits);
            let counted = facets(deal, &census, &filter, &found.items);
            let all = [counted.party, counted.voice, counted.certainty, counted.origin, counted.topic];
            for counted in all.into_iter().flatten() {
                let alone = alone(&filter, &counted.value);
                let left = found.items.iter().filter(|item| alone.fits(deal, **item)).count();
                prop_assert_eq!(counted.count, left, "{:?}", counted.value);
                prop_assert_eq!(counted.chosen, filter.contains(&counted.value));
            }
            Ok(())
        })?;
    }

    #[test]
    fn text_fragments_hold_any_quote(url in "https?://[a-z#:~]{1,9}", quote in any::<String>()) {
        if let Some(address) = text_fragment_url(&url, &quote, None, Some(&quote)) {
            prop_assert!(address.starts_with(&url) && !address.contains(char::is_whitespace));
            prop_assert_eq!(address.matches(",-").count(), 1);
        }
    }
}
