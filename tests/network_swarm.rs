//! The layout of many nodes by forces: always finite, always the same, done in the end, and good enough to look at.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use deal_network::{Swarm, Tie};
use proptest::prelude::*;

fn ties(pairs: &[(u32, u32)]) -> Vec<Tie> {
    pairs.iter().map(|(from, to)| Tie { from: *from, to: *to, length: 1.0 }).collect()
}

fn laid(nodes: usize, ties: &[Tie], ticks: u32) -> Vec<(f32, f32)> {
    let mut swarm = Swarm::new(nodes, ties, ticks);
    swarm.finish();
    let positions = swarm.positions(1.5);
    assert_eq!(positions.len(), nodes * 2 + 2);
    positions.chunks(2).take(nodes).map(|at| (at[0], at[1])).collect()
}

fn apart((ax, ay): (f32, f32), (bx, by): (f32, f32)) -> f32 {
    ((ax - bx).powi(2) + (ay - by).powi(2)).sqrt()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_place_is_finite_and_the_same_each_time(
        nodes in 0_usize..80,
        pairs in proptest::collection::vec((0_u32..90, 0_u32..90, any::<f32>()), 0..160),
    ) {
        // Ends that are no nodes, ties to oneself, several between two, lengths that are none: all of it comes.
        let ties: Vec<Tie> = pairs.iter().map(|(from, to, length)| Tie { from: *from, to: *to, length: *length }).collect();
        let mut swarm = Swarm::new(nodes, &ties, 60);
        let mut last = swarm.progress();
        let mut steps = 0;
        while swarm.step() {
            prop_assert!(swarm.progress() >= last);
            last = swarm.progress();
            steps += 1;
            prop_assert!(steps < 10_000, "it ends");
        }
        prop_assert!((swarm.progress() - 1.0).abs() < 1e-9);
        let positions = swarm.positions(1.0);
        let (width, height) = (positions[nodes * 2], positions[nodes * 2 + 1]);
        for at in positions.chunks(2).take(nodes) {
            prop_assert!(at[0].is_finite() && at[1].is_finite());
            prop_assert!((-0.5..=width + 0.5).contains(&at[0]) && (-0.5..=height + 0.5).contains(&at[1]));
        }
        let mut again = Swarm::new(nodes, &ties, 60);
        again.finish();
        prop_assert_eq!(positions, again.positions(1.0));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn it_comes_out_the_same_however_the_work_is_sliced(
        nodes in 0_usize..150,
        pairs in proptest::collection::vec((0_u32..150, 0_u32..150), 0..250),
        slices in proptest::collection::vec(0_usize..400, 1..20),
    ) {
        let ties = ties(&pairs);
        let mut whole = Swarm::new(nodes, &ties, 20);
        whole.finish();
        let mut sliced = Swarm::new(nodes, &ties, 20);
        let mut sizes = slices.iter().cycle();
        while sliced.work(*sizes.next().unwrap()) {}
        prop_assert_eq!(whole.positions(1.5), sliced.positions(1.5));
    }
}

/// What a frame of a page leaves for other work is a few milliseconds: a step does a bounded part of a tick.
#[test]
fn a_step_is_a_part_of_a_tick_of_many() {
    let pairs: Vec<(u32, u32)> = (1..20_000).map(|node| (node, node / 2)).collect();
    let mut swarm = Swarm::new(20_000, &ties(&pairs), 2);
    let mut steps = 0;
    while swarm.step() {
        steps += 1;
    }
    assert!(steps > 40, "{steps} steps in two ticks");
}

#[test]
fn a_ring_comes_out_round() {
    let count = 24;
    let pairs: Vec<(u32, u32)> = (0..count).map(|at| (at, (at + 1) % count)).collect();
    let places = laid(count as usize, &ties(&pairs), 300);
    let lengths: Vec<f32> = pairs.iter().map(|(a, b)| apart(places[*a as usize], places[*b as usize])).collect();
    let (least, most) = lengths.iter().fold((f32::MAX, 0.0_f32), |(least, most), it| (least.min(*it), most.max(*it)));
    assert!(most / least < 1.15, "{least} to {most}");
}

#[test]
fn the_rays_of_a_star_are_equally_long() {
    let pairs: Vec<(u32, u32)> = (1..=12).map(|ray| (0, ray)).collect();
    let places = laid(13, &ties(&pairs), 300);
    let rays: Vec<f32> = places.iter().skip(1).map(|place| apart(places[0], *place)).collect();
    let (least, most) = rays.iter().fold((f32::MAX, 0.0_f32), |(least, most), it| (least.min(*it), most.max(*it)));
    assert!(most / least < 1.1, "{least} to {most}");
}

#[test]
fn who_is_tied_stands_nearer_than_who_is_not() {
    // A grid of 12 by 12: the ways along it tell how far apart two are to be.
    let at = |x: u32, y: u32| y * 12 + x;
    let across = (0..12).flat_map(|y| (0..11).map(move |x| (at(x, y), at(x + 1, y))));
    let down = (0..11).flat_map(|y| (0..12).map(move |x| (at(x, y), at(x, y + 1))));
    let pairs: Vec<(u32, u32)> = across.chain(down).collect();
    let places = laid(144, &ties(&pairs), 300);
    let tied: f32 =
        pairs.iter().map(|(a, b)| apart(places[*a as usize], places[*b as usize])).sum::<f32>() / pairs.len() as f32;
    let corners = apart(places[0], places[143]);
    assert!(corners > tied * 8.0, "unfolded: {corners} against {tied}");
}

#[test]
fn parts_stand_apart() {
    let pairs = [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3)];
    let places = laid(8, &ties(&pairs), 300);
    let bounds = |nodes: [usize; 3]| {
        let xs = nodes.map(|node| places[node].0);
        let ys = nodes.map(|node| places[node].1);
        (
            xs.map(f64::from).into_iter().fold((f64::MAX, f64::MIN), |(a, b), x| (a.min(x), b.max(x))),
            ys.map(f64::from).into_iter().fold((f64::MAX, f64::MIN), |(a, b), y| (a.min(y), b.max(y))),
        )
    };
    let (one, other) = (bounds([0, 1, 2]), bounds([3, 4, 5]));
    let are_apart = one.0.1 < other.0.0 || other.0.1 < one.0.0 || one.1.1 < other.1.0 || other.1.1 < one.1.0;
    assert!(are_apart, "{one:?} {other:?}");
    // Those with no tie stand nowhere on top of each other either.
    assert!(apart(places[6], places[7]) > 20.0);
}

/// Rings of these sizes, one after the other: the nodes of each, and all ties.
fn rings(sizes: &[u32]) -> (Vec<std::ops::Range<usize>>, Vec<Tie>) {
    let (mut rings, mut pairs, mut from) = (Vec::new(), Vec::new(), 0);
    for size in sizes {
        rings.push(from as usize..(from + size) as usize);
        pairs.extend((0..*size).map(|at| (from + at, from + (at + 1) % size)));
        from += size;
    }
    (rings, ties(&pairs))
}

/// The middle and the size of some of these places.
fn frame(places: &[(f32, f32)]) -> ((f32, f32), (f32, f32)) {
    let bounds = |of: fn(&(f32, f32)) -> f32| {
        let all = || places.iter().map(of);
        (all().fold(f32::MAX, f32::min), all().fold(f32::MIN, f32::max))
    };
    let ((left, right), (top, bottom)) = (bounds(|at| at.0), bounds(|at| at.1));
    ((f32::midpoint(left, right), f32::midpoint(top, bottom)), (right - left, bottom - top))
}

/// How far a point is from a straight line between two.
fn beside(at: (f32, f32), from: (f32, f32), to: (f32, f32)) -> f32 {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let along = ((at.0 - from.0) * dx + (at.1 - from.1) * dy) / (dx * dx + dy * dy).max(1e-6);
    let along = along.clamp(0.0, 1.0);
    apart(at, (from.0 + along * dx, from.1 + along * dy))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_part_comes_near_another_and_the_largest_stands_in_the_middle(
        sizes in proptest::collection::vec(1_u32..40, 1..30),
        wide in 0.3_f64..3.0,
    ) {
        let (rings, ties) = rings(&sizes);
        let count = rings.last().unwrap().end;
        let mut swarm = Swarm::new(count, &ties, 40);
        swarm.finish();
        let positions = swarm.positions(wide);
        prop_assert!(positions.iter().all(|it| it.is_finite()));
        prop_assert_eq!(&positions, &swarm.positions(wide), "the same each time");
        let places: Vec<(f32, f32)> = positions.chunks(2).take(count).map(|at| (at[0], at[1])).collect();
        for (at, ring) in rings.iter().enumerate() {
            for other in rings.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| other.clone()) {
                for node in other {
                    for tie in &ties {
                        if ring.contains(&(tie.from as usize)) {
                            let far = beside(places[node], places[tie.from as usize], places[tie.to as usize]);
                            prop_assert!(far > 20.0, "{far} from a part to another");
                        }
                    }
                }
            }
        }
        let (middle, size) = frame(&places);
        prop_assert!((size.0 - positions[count * 2]).abs() < 0.01 && (size.1 - positions[count * 2 + 1]).abs() < 0.01);
        let mut by_size: Vec<_> = rings.iter().map(|ring| (frame(&places[ring.clone()]), ring.len())).collect();
        by_size.sort_by_key(|(_, nodes)| std::cmp::Reverse(*nodes));
        let ((largest, _), _) = by_size[0];
        // What stands around it is as much on the one side as on the other, but for one part.
        let most = by_size.iter().skip(1).map(|((_, size), _)| size.0.max(size.1)).fold(0.0, f32::max) + 100.0;
        let off = ((largest.0 - middle.0).abs(), (largest.1 - middle.1).abs());
        prop_assert!(by_size.len() == 1 || off.0 < most && off.1 < most, "{off:?} of {size:?}");
    }
}

#[test]
fn many_small_parts_fill_the_frame_around_a_large_one() {
    for (wide, count) in [(1.5, 150), (1.0, 60), (0.8, 150)] {
        let sizes: Vec<u32> = std::iter::once(120).chain((0..count).map(|at| 2 + at % 3)).collect();
        let (rings, ties) = rings(&sizes);
        let nodes = rings.last().unwrap().end;
        let mut swarm = Swarm::new(nodes, &ties, 150);
        swarm.finish();
        let positions = swarm.positions(wide);
        let places: Vec<(f32, f32)> = positions.chunks(2).take(nodes).map(|at| (at[0], at[1])).collect();
        let (middle, size) = frame(&places);
        let ratio = f64::from(size.0 / size.1) / wide;
        assert!((0.85..1.18).contains(&ratio), "{ratio} of the wished ratio");
        let (largest, _) = frame(&places[rings[0].clone()]);
        let off = ((largest.0 - middle.0).abs() / size.0, (largest.1 - middle.1).abs() / size.1);
        assert!(off.0 < 0.05 && off.1 < 0.05, "the large one stands {off:?} beside the middle");
    }
}

/// `cargo test --release --test network_swarm -- --ignored --nocapture`
#[test]
#[ignore = "prints what it measures"]
fn how_long_it_takes() {
    for (nodes, ties) in [(20, 40), (200, 400), (1000, 2000), (5000, 10_000), (20_000, 40_000)] {
        // Who comes later is tied to whom many are tied to already (a walk through numbers stands for chance).
        let mut seed = 1_u64;
        let mut draw = |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            ((seed >> 33) as usize) % below
        };
        let mut pairs: Vec<(u32, u32)> = vec![(0, 1)];
        while pairs.len() < ties {
            let from = if pairs.len() < nodes { pairs.len() } else { draw(nodes) };
            let tie = pairs[draw(pairs.len())];
            let to = if draw(2) == 0 { tie.0 as usize } else { draw(from.max(1)) };
            pairs.push((from as u32, to as u32));
        }
        let ties = ties_of(&pairs);
        let begin = std::time::Instant::now();
        let mut swarm = Swarm::new(nodes, &ties, 300);
        let start = begin.elapsed();
        let mut longest = std::time::Duration::ZERO;
        loop {
            let step = std::time::Instant::now();
            if !swarm.step() {
                break;
            }
            longest = longest.max(step.elapsed());
        }
        let all = begin.elapsed();
        let packing = std::time::Instant::now();
        let _ = swarm.positions(1.5);
        let packing = packing.elapsed();
        println!(
            "{nodes:>6} nodes, {:>6} ties: {all:>8.1?}, start {start:.1?}, longest step {longest:.1?}, places {packing:.1?}",
            ties.len()
        );
    }
}

fn ties_of(pairs: &[(u32, u32)]) -> Vec<Tie> {
    ties(pairs)
}
