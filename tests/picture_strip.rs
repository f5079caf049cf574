//! Which chunks of a long list are drawn, and how tall what is left out is.
#![allow(missing_docs, clippy::unwrap_used, clippy::float_cmp)]

use deal_explorer::picture::strip::{BESIDE, ENTRIES, FOUND, LINES, Strip, TALL, WHOLE};
use proptest::prelude::*;

fn strip(count: usize) -> Strip {
    let mut strip = Strip::default();
    strip.fit(count, LINES, false);
    strip
}

#[test]
fn begins_at_the_first_and_knows_only_as_many_as_there_are() {
    let strip = strip(1_000);
    assert_eq!(strip.entries(), 0..2 * LINES.chunk);
    assert_eq!(strip.before(), 0.0);
    assert!(strip.after() > 0.0);
}

#[test]
fn below_another_list_nothing_is_drawn_before_the_reader_comes_there() {
    let mut strip = Strip::default();
    strip.fit(1_000, LINES, true);
    assert!(strip.entries().is_empty());
    let total = strip.after();
    assert!(!strip.look(-5_000.0, -2_000.0), "the reader is far above");
    assert!(strip.look(-1_000.0, 1_500.0) && strip.entries() == (0..2 * LINES.chunk));
    assert!(strip.look(total + 1_000.0, total + 3_000.0) && strip.entries().is_empty(), "the reader is far below");
    assert_eq!((strip.before(), strip.after()), (total, 0.0));
}

#[test]
fn what_was_found_is_drawn_whichever_list_comes_first_and_what_was_found_beside_it_waits() {
    for far in [false, true] {
        let (mut found, mut beside) = (Strip::default(), Strip::default());
        found.fit(40, FOUND, far);
        beside.fit(40, BESIDE, far);
        assert_eq!((found.entries(), beside.entries()), (0..10, 0..0), "far: {far}");
        assert!(beside.look(0.0, 1_000.0) && !beside.entries().is_empty(), "once the reader comes there");
    }
}

#[test]
fn a_whole_list_reaches_what_is_asked_for_from_the_first_on() {
    let mut strip = Strip::default();
    strip.fit(60, TALL, false);
    strip.reach(9);
    assert_eq!((strip.entries(), strip.is_reaching()), (0..8, true), "so much at once");
    assert!(strip.grow() && strip.entries() == (0..28) && !strip.is_reaching(), "its chunk and the next are there");
    strip.reach(59);
    assert!(strip.grow() && strip.entries() == (0..48) && strip.is_reaching(), "not yet");
    assert!(strip.grow() && strip.entries() == (0..60) && !strip.is_reaching(), "now");
    strip.reach(3);
    assert_eq!(strip.entries(), 0..60, "what is drawn stays");
    assert!(!strip.grow(), "nothing is left");
}

#[test]
fn tall_entries_come_in_smaller_chunks() {
    let mut strip = Strip::default();
    strip.fit(1_000, TALL, false);
    assert_eq!((strip.entries(), strip.chunks()), (0..2 * TALL.chunk, 0..2));
    assert_eq!(strip.entries_of(249), 996..1_000);
    strip.measure(&[1_600.0, 1_600.0]);
    assert!(strip.look(100.0 * 1_600.0 + 1.0, 101.0 * 1_600.0 - 1.0));
    assert_eq!(strip.entries(), 100 * TALL.chunk..101 * TALL.chunk);
    assert!(strip.show(0) && strip.entries() == (0..2 * TALL.chunk));
}

#[test]
fn a_short_list_grows_until_it_is_whole() {
    let mut strip = Strip::default();
    strip.fit(WHOLE, TALL, false);
    assert!(strip.is_whole());
    let mut drawn = vec![strip.entries()];
    while strip.grow() {
        drawn.push(strip.entries());
    }
    assert!(drawn.iter().all(|entries| entries.start == 0), "nothing goes");
    assert_eq!((drawn.len(), strip.entries()), (7, 0..WHOLE));
    strip.fit(WHOLE, TALL, false);
    assert!(!strip.grow(), "the same list stays as it is");
    strip.fit(WHOLE, ENTRIES, false);
    assert!(strip.entries() == (0..2 * ENTRIES.chunk) && strip.grow() && strip.entries() == (0..7 * ENTRIES.chunk));
    assert!(strip.grow() && strip.entries() == (0..WHOLE));
}

#[test]
fn of_what_was_found_no_more_is_drawn_than_is_seen_but_all_is_printed() {
    let mut strip = Strip::default();
    strip.fit(WHOLE, FOUND, false);
    assert!(!strip.is_whole() && strip.prints_whole());
    let begun = 0..FOUND.begin * FOUND.chunk;
    assert_eq!(strip.entries(), begun);
    strip.measure(&[300.0, 100.0, 200.0, 200.0, 200.0]);
    assert!(!strip.look(0.0, 900.0), "they fill the view");
    strip.finish();
    assert_eq!(strip.entries(), 0..WHOLE);
    assert!(strip.look(0.0, 900.0) && strip.entries() == begun, "the reader goes on");
    strip.fit(WHOLE + 1, FOUND, false);
    assert!(!strip.prints_whole());
}

#[test]
fn another_list_in_the_same_place_fills_it_at_once() {
    let mut strip = Strip::default();
    strip.fit(500, FOUND, false);
    strip.measure(&[200.0, 300.0, 100.0, 150.0, 250.0]);
    assert!(strip.view(-300.0, 1_200.0, false), "a large window");
    assert_eq!(strip.chunks(), 0..6);
    // As tall as those before on the average, and half a chunk to spare; never more than there is.
    for (count, chunks) in [(400, 6), (7, 4), (500, 6)] {
        strip.fit(count, FOUND, true);
        assert_eq!(strip.chunks(), 0..chunks, "of {count}");
    }
    strip.measure(&[200.0; 6]);
    assert!(!strip.view(-300.0, 1_200.0, false));
    // A window more once the reader rests, which stays where it is looked again, and is not begun with.
    assert!(strip.view(-300.0, 1_200.0, true));
    assert_eq!(strip.chunks(), 0..11);
    assert!(!strip.view(-300.0, 1_200.0, false));
    strip.fit(400, FOUND, true);
    assert_eq!(strip.chunks(), 0..6);
    // Who has gone down a list begins the next one at its top.
    strip.view(2_000.0, 1_200.0, true);
    strip.fit(300, FOUND, false);
    assert_eq!(strip.chunks(), 0..FOUND.begin);
    // Of a list out of view nothing is drawn, and of the next one there neither.
    strip.view(-9_000.0, 1_200.0, true);
    strip.fit(500, FOUND, false);
    assert_eq!(strip.chunks(), 0..0);
}

#[test]
fn what_is_printed_of_a_short_list_is_all_of_it() {
    for far in [false, true] {
        let mut strip = Strip::default();
        strip.fit(101, TALL, far);
        strip.finish();
        assert_eq!(strip.entries(), 0..101);
        assert!(!strip.grow(), "nothing is left to come");
    }
}

#[test]
fn looking_again_where_nothing_moved_changes_nothing() {
    // One source of ninety: what is drawn of it has another height than was guessed, and what stands below moves.
    let mut strips: Vec<Strip> = (0..90).map(|_| Strip::default()).collect();
    let (from, to) = (-900.0, 1_800.0);
    let mut turns = 0;
    loop {
        let (mut top, mut changed) = (200.0, false);
        for (at, strip) in strips.iter_mut().enumerate() {
            strip.fit(510, LINES, at > 0);
            let drawn = vec![2_345.0; strip.entries().len().div_ceil(LINES.chunk)];
            let tall = strip.before() + drawn.iter().sum::<f64>() + strip.after();
            strip.measure(&drawn);
            changed |= strip.look(from - top, to - top);
            top += tall + 90.0;
        }
        turns += 1;
        assert!(turns < 10, "it settles");
        if !changed {
            break;
        }
    }
    let drawn: usize = strips.iter().map(|strip| strip.entries().len()).sum();
    assert_eq!(drawn, LINES.chunk, "one chunk fills the window and one above and below");
}

#[test]
fn an_entry_that_is_asked_for_is_drawn_with_its_neighbours() {
    let mut strip = strip(100_000);
    assert!(strip.show(90_000));
    assert!(strip.entries().contains(&90_000));
    assert!(strip.entries().contains(&89_990) && strip.entries().contains(&90_030));
    assert!(!strip.show(90_001), "it is drawn already");
    assert!(strip.show(99_999) && strip.entries().end == 100_000);
}

#[test]
fn what_was_measured_is_left_out_as_tall_as_it_was() {
    let mut strip = strip(10 * LINES.chunk);
    strip.measure(&[100.0, 300.0]);
    assert!(strip.look(450.0, 900.0));
    assert_eq!(strip.before(), 400.0);
    assert_eq!(strip.entries().start, 2 * LINES.chunk);
    // The others are taken to be as tall as those on the average.
    assert_eq!(strip.before() + 200.0 + 200.0 * 7.0, 2_000.0);
}

proptest! {
    #[test]
    fn what_is_in_view_is_drawn_wherever_the_reader_is(
        count in 121_usize..5_000, looks in prop::collection::vec((-2_000.0..300_000.0_f64, 1.0..3_000.0_f64), 1..20)
    ) {
        let mut strip = strip(count);
        for (from, tall) in looks {
            strip.look(from, from + tall);
            let entries = strip.entries();
            prop_assert!(entries.start <= entries.end && entries.end <= count);
            let total = strip.before() + strip.after();
            prop_assert!(total.is_finite() && strip.before() >= 0.0 && strip.after() >= 0.0);
            // Nothing that is left out before reaches into the stretch, unless the list ends above it; and of a list that
            // meets the stretch something is drawn.
            prop_assert!(strip.before() <= from.max(0.0) + 1e-6 || entries.end == count);
            prop_assert!(from + tall < 0.0 || !entries.is_empty() || strip.after() == 0.0);
            let drawn = vec![77.0; entries.len().div_ceil(LINES.chunk)];
            let before = strip.before();
            strip.measure(&drawn);
            prop_assert!((strip.before() - before).abs() < 1e-6, "what is drawn moves by being measured");
            prop_assert!(entries.is_empty() || !strip.show(entries.start));
        }
    }
}
