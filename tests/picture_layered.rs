//! The layered drawing, of any graph: what must never be, and drawings that are known.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use deal_explorer::picture::layered::{Arrow, Extent, Flow, Layered, Place, Point, layered, wire};
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use proptest::prelude::*;

const FLOWS: [Flow; 3] = [Flow::Down, Flow::Right, Flow::Left];

fn extent(width: f64, height: f64) -> Extent {
    Extent { width, height }
}

fn arrow(from: usize, to: usize) -> Arrow {
    Arrow { from, to, label: None }
}

/// Any graph: circles, loops, arrows that stand twice, parts, pieces of all sizes, words on some arrows.
fn graphs() -> impl Strategy<Value = (Vec<Extent>, Vec<Arrow>)> {
    let size = || (0.0..200.0_f64, 0.0..90.0_f64).prop_map(|(width, height)| extent(width, height));
    (0..14_usize).prop_flat_map(move |count| {
        let ends = 0..count.max(1);
        let label = proptest::option::weighted(0.4, size());
        let arrows = (ends.clone(), ends, label).prop_map(|(from, to, label)| Arrow { from, to, label });
        (prop::collection::vec(size(), count), prop::collection::vec(arrows, 0..26))
    })
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-6
}

fn overlap(one: &Place, other: &Place) -> bool {
    const SLACK: f64 = 1e-6;
    one.x + SLACK < other.x + other.width
        && other.x + SLACK < one.x + one.width
        && one.y + SLACK < other.y + other.height
        && other.y + SLACK < one.y + one.height
}

/// Whether a segment runs through the inside of a piece (Liang and Barsky's clipping).
fn runs_through(from: Point, to: Point, place: &Place) -> bool {
    const SLACK: f64 = 1e-6;
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
    let sides = [
        (-dx, from.x - (place.x + SLACK)),
        (dx, place.x + place.width - SLACK - from.x),
        (-dy, from.y - (place.y + SLACK)),
        (dy, place.y + place.height - SLACK - from.y),
    ];
    for (step, room) in sides {
        if step == 0.0 {
            if room < 0.0 {
                return false;
            }
        } else if step < 0.0 {
            enters = enters.max(room / step);
        } else {
            leaves = leaves.min(room / step);
        }
    }
    enters < leaves
}

fn on_border(point: Point, place: &Place) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() < 1e-6;
    let within = |a: f64, from: f64, to: f64| from - 1e-6 <= a && a <= to + 1e-6;
    let (right, bottom) = (place.x + place.width, place.y + place.height);
    ((near(point.x, place.x) || near(point.x, right)) && within(point.y, place.y, bottom))
        || ((near(point.y, place.y) || near(point.y, bottom)) && within(point.x, place.x, right))
}

fn crossings(drawing: &Layered) -> usize {
    let segments: Vec<(usize, Point, Point)> = drawing
        .routes
        .iter()
        .enumerate()
        .flat_map(|(name, route)| route.points.windows(2).map(move |pair| (name, pair[0], pair[1])))
        .collect();
    let side = |a: Point, b: Point, c: Point| (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    let cross = |(a, b): (Point, Point), (c, d): (Point, Point)| {
        side(a, b, c) * side(a, b, d) < -1e-9 && side(c, d, a) * side(c, d, b) < -1e-9
    };
    let pairs =
        segments.iter().enumerate().flat_map(|(at, one)| segments[at + 1..].iter().map(move |other| (one, other)));
    pairs.filter(|(one, other)| one.0 != other.0 && cross((one.1, one.2), (other.1, other.2))).count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn as_numbers_and_back_a_graph_and_its_drawing_are_the_same((nodes, arrows) in graphs()) {
        for flow in FLOWS {
            let numbers = wire::graph(&nodes, &arrows, flow);
            prop_assert_eq!(wire::read_graph(&numbers), (nodes.clone(), arrows.clone(), flow));
            let drawing = layered(&nodes, &arrows, flow);
            let answer = wire::drawing(&drawing);
            prop_assert_eq!(wire::read_drawing(&answer, &nodes, arrows.len()), Some(drawing));
            // Cut short, it is no drawing, and nothing is read past the end.
            let cut = answer.get(..answer.len() - 1).unwrap_or_default();
            prop_assert_eq!(wire::read_drawing(cut, &nodes, arrows.len().max(1)), None);
        }
    }

    #[test]
    fn nothing_overlaps_and_no_arrow_runs_through_a_piece((nodes, arrows) in graphs()) {
        for flow in FLOWS {
            let drawing = layered(&nodes, &arrows, flow);
            prop_assert_eq!((drawing.nodes.len(), drawing.routes.len()), (nodes.len(), arrows.len()));
            let mut things: Vec<&Place> = drawing.nodes.iter().collect();
            things.extend(drawing.routes.iter().filter_map(|route| route.label.as_ref()));
            for (at, one) in things.iter().enumerate() {
                prop_assert!(things[at + 1..].iter().all(|other| !overlap(one, other)), "{:?}", drawing);
                prop_assert!(one.x >= 0.0 && one.x + one.width <= drawing.width + 1e-6, "{:?}", one);
                prop_assert!(one.y >= 0.0 && one.y + one.height <= drawing.height + 1e-6, "{:?}", one);
            }
            for (route, arrow) in drawing.routes.iter().zip(&arrows) {
                if nodes.is_empty() {
                    prop_assert!(route.points.is_empty());
                    continue;
                }
                prop_assert_eq!(route.label.is_some(), arrow.label.is_some());
                let (first, last) = (route.points[0], route.points[route.points.len() - 1]);
                prop_assert!(on_border(first, &drawing.nodes[arrow.from]), "{:?} leaves {:?}", route, arrow);
                prop_assert!(on_border(last, &drawing.nodes[arrow.to]), "{:?} reaches {:?}", route, arrow);
                for pair in route.points.windows(2) {
                    for (at, place) in drawing.nodes.iter().enumerate() {
                        let own = at == arrow.from || at == arrow.to;
                        prop_assert!(own || !runs_through(pair[0], pair[1], place), "{:?} through {}", arrow, at);
                    }
                    let inside = |point: Point| point.x.is_finite() && point.y.is_finite()
                        && (-1e-6..=drawing.width + 1e-6).contains(&point.x) && (-1e-6..=drawing.height + 1e-6).contains(&point.y);
                    prop_assert!(inside(pair[0]) && inside(pair[1]), "{:?}", pair);
                }
            }
        }
    }

    #[test]
    fn arrows_outside_of_circles_lead_to_later_layers((nodes, arrows) in graphs()) {
        let mut graph = DiGraph::<(), ()>::new();
        for _ in &nodes {
            graph.add_node(());
        }
        for arrow in arrows.iter().filter(|_| !nodes.is_empty()) {
            graph.add_edge(NodeIndex::new(arrow.from), NodeIndex::new(arrow.to), ());
        }
        let mut circle = vec![0; nodes.len()];
        for (number, members) in kosaraju_scc(&graph).into_iter().enumerate() {
            for node in members {
                circle[node.index()] = number;
            }
        }
        let drawing = layered(&nodes, &arrows, Flow::Down);
        for arrow in arrows.iter().filter(|_| !nodes.is_empty()) {
            let [from, to] = [arrow.from, arrow.to].map(|node| &drawing.nodes[node]);
            prop_assert!(circle[arrow.from] == circle[arrow.to] || from.layer < to.layer, "{:?}", arrow);
            prop_assert!(circle[arrow.from] == circle[arrow.to] || from.y + from.height <= to.y, "{:?}", arrow);
        }
    }

    #[test]
    fn the_same_input_gives_the_same_drawing_and_left_is_the_mirror_of_right((nodes, arrows) in graphs()) {
        let (right, left) = (layered(&nodes, &arrows, Flow::Right), layered(&nodes, &arrows, Flow::Left));
        prop_assert_eq!(&right, &layered(&nodes, &arrows, Flow::Right));
        for (one, other) in right.nodes.iter().zip(&left.nodes) {
            prop_assert!((one.x + one.width + other.x - right.width).abs() < 1e-6);
            prop_assert!(same(one.y, other.y));
        }
        for (one, other) in right.routes.iter().zip(&left.routes) {
            let mirrored = one.points.iter().zip(&other.points).all(|(a, b)| (a.x + b.x - right.width).abs() < 1e-6 && same(a.y, b.y));
            prop_assert!(mirrored && one.points.len() == other.points.len());
        }
    }
}

/// Pieces of one size and these arrows, drawn downwards.
fn drawn(count: usize, arrows: &[(usize, usize)]) -> Layered {
    let nodes = vec![extent(100.0, 40.0); count];
    let arrows: Vec<Arrow> = arrows.iter().map(|(from, to)| arrow(*from, *to)).collect();
    layered(&nodes, &arrows, Flow::Down)
}

#[test]
fn what_can_be_drawn_without_crossings_is() {
    let tree: Vec<(usize, usize)> = (1..31).map(|node| ((node - 1) / 2, node)).collect();
    assert_eq!(crossings(&drawn(31, &tree)), 0);
    let ladder: Vec<(usize, usize)> = (0..8).flat_map(|at| [(at, at + 1), (at + 9, at + 10)]).collect();
    assert_eq!(crossings(&drawn(18, &ladder)), 0);
    assert_eq!(crossings(&drawn(6, &[(0, 5), (1, 4), (2, 3), (0, 4), (1, 3)])), 0);
    assert_eq!(crossings(&drawn(4, &[(0, 1), (1, 2), (2, 3), (0, 3), (0, 2)])), 0);
}

#[test]
fn two_and_two_that_are_all_tied_cross_once() {
    assert_eq!(crossings(&drawn(4, &[(0, 2), (0, 3), (1, 2), (1, 3)])), 1);
}

#[test]
fn a_chain_is_straight_and_its_layers_count_up() {
    let drawing = drawn(4, &[(0, 1), (1, 2), (2, 3)]);
    assert!(drawing.nodes.iter().all(|place| same(place.x, drawing.nodes[0].x)), "{:?}", drawing.nodes);
    assert_eq!(drawing.nodes.iter().map(|place| place.layer).collect::<Vec<_>>(), [0, 1, 2, 3]);
}

#[test]
fn nothing_and_one_and_what_is_no_size_are_drawn() {
    assert_eq!(layered(&[], &[arrow(0, 1)], Flow::Down).routes[0].points, []);
    let odd = [extent(f64::NAN, f64::INFINITY), extent(-5.0, 3.0)];
    let drawing = layered(&odd, &[arrow(0, 1), arrow(0, 7), arrow(1, 1)], Flow::Right);
    assert!(drawing.width.is_finite() && drawing.height.is_finite());
    assert!(drawing.routes[1].points.is_empty() && drawing.routes[2].points.len() == 4);
}

#[test]
fn a_long_way_does_not_end_in_an_overflow() {
    let arrows: Vec<Arrow> = (0..100_000).map(|at| arrow(at, at + 1)).collect();
    let drawing = layered(&vec![extent(10.0, 10.0); 100_001], &arrows, Flow::Down);
    assert_eq!(drawing.nodes[100_000].layer, 100_000);
}
