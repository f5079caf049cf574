//! The drawing of few nodes with their words: nothing overlaps, nothing is lost, and it is always the same.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use deal_network::{Arrangement, Bond, Extent, Frame, Place, arrange};
use proptest::prelude::*;

const WIDE: Frame = Frame { width: 760.0, mirrored: false };

fn check(sizes: &[Extent], bonds: &[Bond], drawn: &Arrangement) -> Result<(), TestCaseError> {
    prop_assert_eq!(drawn.boxes.len(), sizes.len());
    prop_assert_eq!(drawn.courses.len(), bonds.len());
    let is_inside = |place: &Place| {
        place.x >= -0.01
            && place.y >= -0.01
            && place.x + place.width <= drawn.width + 0.01
            && place.y + place.height <= drawn.height + 0.01
    };
    let labels: Vec<Place> = drawn.courses.iter().flatten().filter_map(|course| course.label).collect();
    for (at, place) in drawn.boxes.iter().enumerate() {
        prop_assert!(is_inside(place), "{:?} in {} × {}", place, drawn.width, drawn.height);
        for other in drawn.boxes.iter().skip(at + 1) {
            prop_assert!(place.overlap(other, 0.0) == 0.0, "{:?} over {:?}", place, other);
        }
        for label in &labels {
            prop_assert!(place.overlap(label, 0.0) == 0.0, "words on a box");
        }
    }
    for (at, label) in labels.iter().enumerate() {
        prop_assert!(is_inside(label));
        prop_assert!(labels.iter().skip(at + 1).all(|other| label.overlap(other, 0.0) == 0.0), "words on words");
    }
    for course in drawn.courses.iter().flatten() {
        for point in [course.from, course.over, course.to] {
            prop_assert!(point.x.is_finite() && point.y.is_finite());
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn nothing_overlaps_whatever_is_drawn(
        sizes in proptest::collection::vec((0.0..160.0_f64, 0.0..60.0_f64), 0..30),
        pairs in proptest::collection::vec((0_usize..32, 0_usize..32, 0.3..2.5_f64, any::<bool>()), 0..45),
        width in 200.0..1200.0_f64,
        mirrored in any::<bool>(),
    ) {
        let sizes: Vec<Extent> = sizes.iter().map(|(width, height)| Extent { width: *width, height: *height }).collect();
        let label = Some(Extent { width: 60.0, height: 14.0 });
        let bonds: Vec<Bond> = pairs
            .iter()
            .map(|(from, to, length, said)| Bond { from: *from, to: *to, length: *length, label: label.filter(|_| *said) })
            .collect();
        let drawn = arrange(&sizes, &bonds, Frame { width, mirrored });
        check(&sizes, &bonds, &drawn)?;
        prop_assert_eq!(&drawn, &arrange(&sizes, &bonds, Frame { width, mirrored }));
    }
}

fn boxes(count: usize) -> Vec<Extent> {
    vec![Extent { width: 90.0, height: 30.0 }; count]
}

fn bond(from: usize, to: usize) -> Bond {
    Bond { from, to, length: 1.0, label: Some(Extent { width: 50.0, height: 14.0 }) }
}

#[test]
fn every_tie_of_a_small_network_has_its_words() {
    let bonds = [bond(0, 1), bond(1, 0), bond(0, 2), bond(2, 3), bond(3, 0), bond(4, 5)];
    let drawn = arrange(&boxes(6), &bonds, WIDE);
    check(&boxes(6), &bonds, &drawn).unwrap();
    assert!(drawn.courses.iter().all(|course| course.unwrap().label.is_some()));
}

#[test]
fn a_mirrored_drawing_is_the_mirror() {
    let bonds = [bond(0, 1), bond(0, 2), bond(2, 3)];
    let (right, left) =
        (arrange(&boxes(4), &bonds, WIDE), arrange(&boxes(4), &bonds, Frame { mirrored: true, ..WIDE }));
    for (a, b) in right.boxes.iter().zip(&left.boxes) {
        assert!((a.x + b.x + b.width - right.width).abs() < 1e-6 && (a.y - b.y).abs() < 1e-6);
    }
}

#[test]
fn a_wide_frame_has_a_wide_drawing_and_the_first_at_its_beginning() {
    let bonds: Vec<Bond> = (0..7).map(|at| bond(at, at + 1)).collect();
    let drawn = arrange(&boxes(8), &bonds, WIDE);
    assert!(drawn.width > drawn.height && drawn.width < 800.0, "{} × {}", drawn.width, drawn.height);
    assert!(drawn.boxes[0].center().x < drawn.width / 2.0);
    let tall = arrange(&boxes(8), &bonds, Frame { width: 260.0, mirrored: false });
    assert!(tall.height > tall.width, "{} × {}", tall.width, tall.height);
}

#[test]
fn two_sides_that_mirror_each_other_are_drawn_as_mirrors() {
    // Two hubs with three friends each, hostile to one another.
    let mut bonds = vec![Bond { length: 1.6, ..bond(0, 4) }];
    bonds.extend([1, 2, 3].map(|friend| bond(0, friend)));
    bonds.extend([5, 6, 7].map(|friend| bond(4, friend)));
    let drawn = arrange(&boxes(8), &bonds, WIDE);
    let side = |nodes: [usize; 3]| nodes.iter().all(|node| drawn.boxes[*node].center().x < drawn.width / 2.0);
    assert!(side([1, 2, 3]) && !side([5, 6, 7]), "{drawn:?}");
}

/// `cargo test --release --test network_arrange -- --ignored --nocapture`
#[test]
#[ignore = "prints what it measures"]
fn how_long_it_takes() {
    for (nodes, ties) in [(20, 40), (40, 60), (60, 90), (150, 260)] {
        let bonds: Vec<Bond> = (0..ties).map(|at| bond((at * 7 + at / nodes) % nodes, (at * 3 + 1) % nodes)).collect();
        let begin = std::time::Instant::now();
        let drawn = arrange(&boxes(nodes), &bonds, WIDE);
        let said = drawn.courses.iter().flatten().filter(|course| course.label.is_some()).count();
        println!(
            "{nodes} nodes, {ties} ties: {:.1?}, {said} with words, {:.0} × {:.0}",
            begin.elapsed(),
            drawn.width,
            drawn.height
        );
    }
}
