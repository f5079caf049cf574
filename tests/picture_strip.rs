//! Which chunks of a long list are drawn, and how tall what is left out is.
#![allow(missing_docs, clippy::unwrap_used, clippy::float_cmp)]

use deal_explorer::picture::strip::{CHUNK, Strip};
use proptest::prelude::*;

fn strip(count: usize) -> Strip {
    let mut strip = Strip::default();
    strip.fit(count, false);
    strip
}

#[test]
fn begins_at_the_first_and_knows_only_as_many_as_there_are() {
    let strip = strip(1_000);
    assert_eq!(strip.entries(), 0..2 * CHUNK);
    assert_eq!(strip.before(), 0.0);
    assert!(strip.after() > 0.0);
}

#[test]
fn below_another_list_nothing_is_drawn_before_the_reader_comes_there() {
    let mut strip = Strip::default();
    strip.fit(1_000, true);
    assert!(strip.entries().is_empty());
    let total = strip.after();
    assert!(!strip.look(-5_000.0, -2_000.0), "the reader is far above");
    assert!(strip.look(-1_000.0, 1_500.0) && strip.entries() == (0..2 * CHUNK));
    assert!(strip.look(total + 1_000.0, total + 3_000.0) && strip.entries().is_empty(), "the reader is far below");
    assert_eq!((strip.before(), strip.after()), (total, 0.0));
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
            strip.fit(510, at > 0);
            let drawn = vec![2_345.0; strip.entries().len().div_ceil(CHUNK)];
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
    assert_eq!(drawn, CHUNK, "one chunk fills the window and one above and below");
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
    let mut strip = strip(10 * CHUNK);
    strip.measure(&[100.0, 300.0]);
    assert!(strip.look(450.0, 900.0));
    assert_eq!(strip.before(), 400.0);
    assert_eq!(strip.entries().start, 2 * CHUNK);
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
            let drawn = vec![77.0; entries.len().div_ceil(CHUNK)];
            strip.measure(&drawn);
            prop_assert!(entries.is_empty() || !strip.show(entries.start));
        }
    }
}
