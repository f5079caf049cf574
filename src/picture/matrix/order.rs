//! The order in which rows, or columns, show their pattern: alike beside alike.
//!
//! The measure is the length of the way from each to the next, where the length of a step is how many parts the two do
//! not share, and how many of those who have them: the path criterion of seriation (Hubert 1974; Caraux and Pinloche, `PermutMatrix`, Bioinformatics 21,
//! 2005; Hahsler, Hornik and Buchta, "Getting Things in Order", Journal of Statistical Software 25(3), 2008). The way
//! is shortened by turning stretches of it around as long as that helps (2-opt: Croes, "A Method for Solving
//! Traveling-Salesman Problems", Operations Research 6, 1958), once from the document's order and once from the order
//! in which each is followed by what is nearest to it. It is never longer than the document's, and the same for the
//! same document.

use crate::deal::gather::Gather;

use super::Part;

/// What is compared: who, or where, with which part; sorted.
pub type Profile = Vec<(u32, Part)>;

/// The positions of the profiles in the order that was found.
pub fn order(profiles: &[Profile]) -> Vec<usize> {
    let count = profiles.len();
    let steps: Vec<u32> =
        profiles.iter().flat_map(|one| profiles.iter().map(move |other| difference(one, other))).gather();
    let step = |one: usize, other: usize| steps.get(one * count + other).copied().unwrap_or(0);
    let written: Vec<usize> = (0..count).gather();
    let mut found = shortened(written, &step);
    let other = shortened(nearest(count, &step), &step);
    if way(&other, &step) < way(&found, &step) {
        found = other;
    }
    // A way is as long backwards: the direction is the one that keeps to the document's.
    let kept = found.iter().enumerate().flat_map(|(at, one)| found.iter().skip(at + 1).map(move |next| one < next));
    if kept.map(|kept| if kept { 1_i64 } else { -1 }).sum::<i64>() < 0 {
        found.reverse();
    }
    found
}

/// How long the way along these profiles is.
pub fn length(profiles: &[Profile]) -> u32 {
    profiles.windows(2).map(|pair| if let [one, other] = pair { difference(one, other) } else { 0 }).sum()
}

/// How many parts one has and the other has not, and how many of these are somebody's whom the other lacks.
fn difference(one: &[(u32, Part)], other: &[(u32, Part)]) -> u32 {
    let lacks = |one: &[(u32, Part)], other: &[(u32, Part)]| {
        let lacking = one.iter().filter(|part| !other.contains(part));
        lacking.map(|part| 1 + u32::from(!other.iter().any(|it| it.0 == part.0))).sum::<u32>()
    };
    lacks(one, other) + lacks(other, one)
}

type Steps<'a> = &'a dyn Fn(usize, usize) -> u32;

fn way(order: &[usize], step: Steps<'_>) -> u32 {
    order.windows(2).map(|pair| if let [one, other] = pair { step(*one, *other) } else { 0 }).sum()
}

/// From the first, always to the nearest that is left; of several the first.
fn nearest(count: usize, step: Steps<'_>) -> Vec<usize> {
    let mut left: Vec<usize> = (1..count).gather();
    let mut order: Vec<usize> = (0..count.min(1)).gather();
    while let Some(last) = order.last().copied() {
        let next = left.iter().enumerate().min_by_key(|(_, other)| step(last, **other)).map(|(at, _)| at);
        let Some(next) = next else { break };
        order.push(left.remove(next));
    }
    order
}

/// Turns stretches around as long as the way gets shorter; each turn shortens it, so that there is an end.
fn shortened(mut order: Vec<usize>, step: Steps<'_>) -> Vec<usize> {
    let count = order.len();
    let mut again = true;
    while again {
        again = false;
        for from in 0..count {
            for to in from + 1..count {
                let at = |place: usize| order.get(place).copied();
                let tie = |one: Option<usize>, other: Option<usize>| {
                    one.zip(other).map_or(0, |(one, other)| step(one, other))
                };
                let (before, after) = (from.checked_sub(1).and_then(at), at(to + 1));
                let (first, last) = (at(from), at(to));
                if tie(before, last) + tie(first, after) < tie(before, first) + tie(last, after) {
                    if let Some(stretch) = order.get_mut(from..=to) {
                        stretch.reverse();
                    }
                    again = true;
                }
            }
        }
    }
    order
}
