//! Events in time: nothing over anything else, nothing earlier on the left of what is later, for any dates.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::float_cmp)]

use deal_explorer::deal::{Day, Deal, Edtf, EventState, ItemId, Kind, read};
use deal_explorer::picture::lettering::width;
use deal_explorer::picture::timeline::*;
use deal_explorer::query::timeline as in_order;
use deal_explorer::words::plain::Plain;
use deal_explorer::words::{ENGLISH, Tongue, dates};
use proptest::prelude::*;
use serde_json::{Value, json};

const BUILT_IN: &str = "seeds/us-russia-syria-2016.json";

fn document() -> Value {
    serde_json::from_slice(&std::fs::read(BUILT_IN).unwrap()).unwrap()
}

fn opened(document: &Value) -> Deal {
    let reading = read(document.to_string().as_bytes());
    reading.deal.unwrap_or_else(|| panic!("{:?}", reading.issues))
}

/// A deal with these events, all of them the editor's.
fn with_events(events: &[(String, &'static str)]) -> Deal {
    let mut document = document();
    for key in ["links", "doubts", "tensions", "gaps", "remarks", "figures", "tour"] {
        document[key] = json!([]);
    }
    let event = |(at, (date, state)): (usize, &(String, &str))| {
        json!({ "id": format!("e{at}"), "text": "Something happens somewhere for some time.", "origin": "editor",
                "state": state, "printed": "then", "date": date, "derived": "A rule." })
    };
    document["events"] = events.iter().enumerate().map(event).collect();
    opened(&document)
}

fn drawn(deal: &Deal, events: &[(ItemId, Option<Edtf>)], width: f64, beside: bool, mirrored: bool) -> Timeline {
    let tongue = Tongue { words: &ENGLISH, format: std::rc::Rc::new(Plain) };
    let now = number(Day::new(2016, 9, 3).unwrap()) + 0.97;
    let name = |id| (deal.statement(id).unwrap().text.as_str().to_owned(), "Past · no date given".to_owned());
    let date = |date| dates::date(&tongue, date);
    let now = Some((now, "As of September 3, 2016"));
    Timeline::of(deal, events, &Frame { width, beside, mirrored, name: &name, date: &date, now })
}

fn is_sound(drawing: &Timeline) {
    let words = |tick: &Tick| {
        let half = width(&tick.words) * NOTE / 2.0;
        (tick.middle - half, tick.middle + half)
    };
    let numbers =
        drawing.rows.iter().flat_map(|row| [row.top, row.bottom, row.bar.map_or(0.0, |bar| bar.x + bar.y + bar.width)]);
    assert!(numbers.chain([drawing.width, drawing.height]).all(f64::is_finite));
    for pair in drawing.rows.windows(2) {
        assert!(pair[0].bottom <= pair[1].top, "rows lie over each other");
    }
    for row in &drawing.rows {
        assert!(!row.name.is_empty());
        let (Some(bar), stage) = (row.bar, drawing.stage) else { continue };
        assert!(bar.x >= stage.0 - 0.01 && bar.x + bar.width <= stage.1 + 6.01, "{bar:?} outside of {stage:?}");
        assert!(row.top <= bar.y && bar.y + BAR <= row.bottom + 0.01, "a bar outside of its row");
        assert!(row.bottom <= drawing.foot || drawing.foot == 0.0, "a bar below the scale");
    }
    let mut ticks: Vec<(f64, f64)> = drawing.ticks.iter().map(words).collect();
    ticks.sort_by(|one, other| one.0.total_cmp(&other.0));
    assert!(ticks.windows(2).all(|pair| pair[0].1 <= pair[1].0), "days lie over each other: {ticks:?}");
}

#[test]
fn the_built_in_deal_keeps_widths_to_time_and_lists_what_has_no_date() {
    let deal = opened(&document());
    let events = in_order(&deal);
    for (width, beside) in [(700.0, true), (290.0, false)] {
        let drawing = drawn(&deal, &events, width, beside, false);
        is_sound(&drawing);
        assert!(drawing.breaks.is_empty(), "three days need no breaks");
        let row = |id: &str| drawing.rows.iter().find(|row| row.event == deal.find(id).unwrap()).unwrap();
        let bar = |id: &str| row(id).bar.unwrap();
        let now = drawing.now.as_ref().unwrap().x;
        let (updated, meeting, sunday) =
            (bar("report-updated"), bar("obama-putin-meeting"), bar("obama-erdogan-meeting"));
        // The report came at 0.97 of its day: what is past ends then, what is to come begins then.
        let is = |bar: Bar, days: f64| (bar.width / sunday.width - days).abs() < 0.01;
        assert!(is(updated, 0.97), "from the beginning of the day to the report: {updated:?} {sunday:?}");
        assert!(is(meeting, 2.03), "from the report to the end of the second day: {meeting:?} {sunday:?}");
        assert!((updated.x + updated.width - now).abs() < 0.01 && (meeting.x - now).abs() < 0.01 && sunday.x >= now);
        assert_eq!((meeting.open, updated.open), ((false, false), (false, false)));
        let (drawn, listed): (Vec<&Row>, Vec<&Row>) = drawing.rows.iter().partition(|row| row.bar.is_some());
        assert_eq!((drawn.len(), listed.len()), (3, 11));
        assert!(listed.iter().all(|row| row.top >= drawing.foot && row.bottom - row.top >= 16.0));
        let states: Vec<EventState> = drawing.heads.iter().map(|head| head.state).collect();
        assert_eq!(states, [EventState::Past, EventState::Ongoing]);
        let rows = |from: f64, to: f64| listed.iter().filter(|row| from < row.top && row.bottom <= to).count();
        assert_eq!(rows(drawing.heads[0].y, drawing.heads[1].y), 5, "five under what is past");
        assert_eq!(rows(drawing.heads[1].y, drawing.height), 6, "six under what goes on");
    }
}

#[test]
fn what_lies_on_the_wrong_side_of_the_report_is_left_as_the_document_has_it() {
    let deal = with_events(&[
        ("2016-09-01".into(), "expected"),
        ("../2016-09-06".into(), "expected"),
        ("2016-09-05".into(), "past"),
        ("2016-09-01/..".into(), "past"),
    ]);
    let drawing = drawn(&deal, &in_order(&deal), 700.0, true, false);
    is_sound(&drawing);
    let now = drawing.now.as_ref().unwrap().x;
    let bar = |id: &str| {
        let row = drawing.rows.iter().find(|row| row.event == deal.find(id).unwrap());
        row.unwrap().bar.unwrap()
    };
    let (before, until, after, on) = (bar("e0"), bar("e1"), bar("e2"), bar("e3"));
    assert!(before.x + before.width < now && after.x > now);
    assert!((until.x - now).abs() < 0.01 && until.open == (false, false), "no sooner than the report");
    assert!((on.x + on.width - now).abs() < 0.01 && on.open == (false, false), "no later than the report");
}

#[test]
fn days_show_beside_years_and_the_scale_says_where_it_changes() {
    let deal = with_events(&[
        ("1990/2010".into(), "past"),
        ("2016-09-04".into(), "expected"),
        ("2016-09-06/..".into(), "expected"),
    ]);
    let events = in_order(&deal);
    let drawing = drawn(&deal, &events, 700.0, true, false);
    is_sound(&drawing);
    assert!(!drawing.breaks.is_empty());
    assert!(drawing.rows.iter().all(|row| row.bar.unwrap().width >= 6.0), "{:?}", drawing.rows);
    assert_eq!(drawing.rows[2].bar.unwrap().open, (false, true));
    let vague = with_events(&[("2016~".into(), "past"), ("2015?".into(), "past"), ("2014".into(), "past")]);
    let drawing = drawn(&vague, &in_order(&vague), 290.0, false, false);
    assert_eq!(drawing.rows.iter().map(|row| row.bar.unwrap().vague).collect::<Vec<_>>(), [false, true, true]);
}

#[test]
fn thousands_of_events_come_in_groups_that_lose_none() {
    let events: Vec<(ItemId, Option<Edtf>)> = {
        let deal = opened(&document());
        let one = deal.of_kind(Kind::Event).next().unwrap();
        let date = |at: i32| Edtf::parse(&format!("{:04}", 1500 + at % 517));
        (0..3_000).map(|at| (one, if at % 10 == 0 { None } else { date(at) })).collect()
    };
    let (groups, years) = groups(&events);
    assert_eq!(years, 100);
    assert!(groups.len() <= MANY);
    assert_eq!(groups.iter().map(|group| group.count).sum::<usize>(), 3_000);
    assert_eq!(groups.last().unwrap().years, None);
    assert_eq!(groups[0].years, Some((1500, 1599)));
    let drawing =
        Timeline::of_groups(&groups, 290.0, false, &|group| format!("{:?}: {} events", group.years, group.count));
    is_sound(&drawing);
}

#[test]
fn the_number_of_a_day_counts_days() {
    let number_of = |year, month, day| number(Day::new(year, month, day).unwrap());
    assert_eq!(number_of(2000, 3, 1) - number_of(2000, 2, 28), 2.0);
    assert_eq!(number_of(1900, 3, 1) - number_of(1900, 2, 28), 1.0);
    assert_eq!(number_of(2017, 1, 1) - number_of(2016, 1, 1), 366.0);
    assert_eq!(number_of(1, 1, 1) - number_of(-1, 1, 1), 365.0 + 366.0);
    assert_eq!(number_of(2016, 9, 3) - number_of(1970, 1, 1), 17_047.0);
}

fn event() -> impl Strategy<Value = (String, &'static str)> {
    let day = (1900..2030_i32, 1..=12_u8, 1..=28_u8, 0..3_u8).prop_map(|(year, month, day, fine)| match fine {
        0 => format!("{year:04}"),
        1 => format!("{year:04}-{month:02}"),
        _ => format!("{year:04}-{month:02}-{day:02}"),
    });
    let mark = prop::sample::select(vec!["", "~", "?", "%"]);
    let date = (day, mark, 0..4_u8).prop_map(|(day, mark, open)| match open {
        0 => format!("../{day}{mark}"),
        1 => format!("{day}{mark}/.."),
        _ => format!("{day}{mark}"),
    });
    (date, prop::sample::select(vec!["past", "ongoing", "expected", "scheduled"]))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn nothing_lies_over_anything_and_time_runs_one_way(
        events in prop::collection::vec(event(), 1..20), beside: bool, mirrored: bool, room in 290_f64..900.0,
    ) {
        let deal = with_events(&events);
        let events = in_order(&deal);
        let drawing = drawn(&deal, &events, room, beside, mirrored);
        is_sound(&drawing);
        let straight = drawn(&deal, &events, room, beside, false);
        let now = straight.now.as_ref().unwrap().x;
        for ((one, a), (other, b)) in straight.rows.iter().zip(&events).zip(straight.rows.iter().zip(&events).skip(1)) {
            let (Some(first), Some(second)) = (a.1.and_then(|it| it.earliest), b.1.and_then(|it| it.earliest)) else { continue };
            let (left, right) = if first <= second { (one, other) } else { (other, one) };
            let (left, right) = (left.bar.unwrap().x, right.bar.unwrap().x);
            // What is to come begins at the report, where its date begins before it.
            prop_assert!(left <= right + 0.01 || (left - now).abs() < 0.01);
        }
        for (ours, theirs) in drawing.rows.iter().zip(&straight.rows) {
            let (ours, theirs) = (ours.bar.unwrap(), theirs.bar.unwrap());
            let x = if mirrored { room - theirs.x - theirs.width } else { theirs.x };
            prop_assert!((ours.x - x).abs() < 0.01);
        }
    }

    #[test]
    fn a_scale_rises_and_keeps_all_in_it(days in prop::collection::vec(-1e6_f64..1e6, 1..40)) {
        let days: Vec<f64> = days.into_iter().map(f64::round).collect();
        let scale = Scale::of(days.clone());
        let mut sorted = days;
        sorted.sort_by(f64::total_cmp);
        let places: Vec<f64> = sorted.iter().map(|day| scale.place(*day)).collect();
        prop_assert!(places.windows(2).all(|pair| pair[0] <= pair[1]));
        prop_assert!(places.iter().all(|place| (-1e-9..=1.0 + 1e-9).contains(place)));
        prop_assert!(scale.breaks.iter().all(|place| (0.0..1.0).contains(place)));
    }
}
