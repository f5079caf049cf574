//! Places whose distances are as near as can be to the lengths of the ways between the nodes.
//!
//! Stress majorization (Gansner, Koren and North, "Graph drawing by stress majorization", Graph Drawing 2004) from several
//! beginnings, of which the one with the fewest crossings, then the least stress, is kept.

use super::Point;
use super::crossings::crossings;

/// So many distances are looked at in settling all beginnings, and again in settling the best: some milliseconds.
const EFFORT: usize = 300_000;

/// The length of all ways between nodes of a part.
pub(super) struct Ways {
    count: usize,
    lengths: Vec<f64>,
}

impl Ways {
    /// By the method of Floyd and Warshall; the part hangs together.
    pub(super) fn new(count: usize, ties: &[(usize, usize, f64)]) -> Self {
        let mut ways = Self { count, lengths: vec![f64::INFINITY; count * count] };
        for node in 0..count {
            ways.shorten(node, node, 0.0);
        }
        for (from, to, length) in ties {
            ways.shorten(*from, *to, *length);
            ways.shorten(*to, *from, *length);
        }
        for over in 0..count {
            let second: Vec<f64> = ways.row(over).to_vec();
            for first in ways.lengths.chunks_mut(count) {
                let half = first.get(over).copied().unwrap_or(f64::INFINITY);
                for (whole, rest) in first.iter_mut().zip(&second) {
                    *whole = whole.min(half + rest);
                }
            }
        }
        // Long ways are drawn shorter, to the power of three quarters: else one long tail makes all the rest small.
        for way in &mut ways.lengths {
            *way = (*way * way.sqrt()).sqrt();
        }
        ways
    }

    fn shorten(&mut self, from: usize, to: usize, length: f64) {
        if let Some(way) = self.lengths.get_mut(from * self.count + to) {
            *way = way.min(length);
        }
    }

    fn row(&self, from: usize) -> &[f64] {
        self.lengths.get(from * self.count..(from + 1) * self.count).unwrap_or_default()
    }

    fn far(&self, from: usize) -> usize {
        let mut best = (0, -1.0);
        for (node, way) in self.row(from).iter().enumerate() {
            if *way > best.1 {
                best = (node, *way);
            }
        }
        best.0
    }

    /// Moves every node, one after the other, to where its distances fit best.
    fn settle(&self, places: &mut [Point], rounds: usize) {
        for _ in 0..rounds {
            let mut most: f64 = 0.0;
            for node in 0..self.count {
                let Some(here) = places.get(node).copied() else { continue };
                let (mut x, mut y, mut weight) = (0.0, 0.0, 0.0);
                for (other, way) in places.iter().zip(self.row(node)) {
                    if *way <= 0.0 || !way.is_finite() {
                        continue;
                    }
                    let (dx, dy) = (here.x - other.x, here.y - other.y);
                    let distance = (dx * dx + dy * dy).sqrt();
                    let part = if distance > 1e-9 { way / distance } else { 0.0 };
                    let w = 1.0 / (way * way);
                    x += w * (other.x + dx * part);
                    y += w * (other.y + dy * part);
                    weight += w;
                }
                if weight > 0.0 {
                    let next = Point { x: x / weight, y: y / weight };
                    most = most.max((next.x - here.x).abs().max((next.y - here.y).abs()));
                    if let Some(place) = places.get_mut(node) {
                        *place = next;
                    }
                }
            }
            if most < 1e-4 {
                break;
            }
        }
    }

    fn stress(&self, places: &[Point]) -> f64 {
        let mut sum = 0.0;
        for (node, here) in places.iter().enumerate() {
            for (other, way) in places.iter().zip(self.row(node)).filter(|(_, way)| **way > 0.0 && way.is_finite()) {
                let distance = ((here.x - other.x).powi(2) + (here.y - other.y).powi(2)).sqrt();
                sum += ((distance - way) / way).powi(2);
            }
        }
        sum / (self.count * self.count).max(1) as f64
    }

    /// The best places from all beginnings. Each is settled as far as its part of the effort goes, the best to the end:
    /// which that is shows early.
    pub(super) fn places(&self, ties: &[(usize, usize, f64)], rounds: usize) -> Vec<Point> {
        let mut best: Option<(f64, Vec<Point>)> = None;
        let tries = if self.count <= 60 { 6 } else { 2 };
        let affordable = EFFORT / (self.count * self.count).max(1);
        for begin in 0..tries {
            let mut places = self.begin(begin);
            self.settle(&mut places, rounds.min(affordable / tries).max(8));
            let cost = crossings(&places, ties) as f64 + self.stress(&places) * self.count as f64;
            if best.as_ref().is_none_or(|(least, _)| cost < *least - 1e-6) {
                best = Some((cost, places));
            }
        }
        let mut places = best.map(|(_, places)| places).unwrap_or_default();
        self.settle(&mut places, rounds.min(affordable));
        places
    }

    /// By their distances from nodes at the rim; or in a circle, in the order given or in strides.
    fn begin(&self, which: usize) -> Vec<Point> {
        if which == 0 {
            let a = self.far(0);
            let b = self.far(a);
            // One that is as far from the one as from the other.
            let (to_a, to_b) = (self.row(a), self.row(b));
            let mut side = (0, -1.0);
            for (node, (one, other)) in to_a.iter().zip(to_b).enumerate() {
                let aside = one + other - (one - other).abs();
                if aside > side.1 {
                    side = (node, aside);
                }
            }
            let to_side = self.row(side.0);
            let ways = to_a.iter().zip(to_b).zip(to_side).enumerate();
            return ways
                .map(|(at, ((a, b), side))| {
                    // Those at the same distances begin a little apart, by their order.
                    let nudge = (at as f64 + 1.0) / (self.count as f64 * 4.0);
                    Point { x: a - b, y: side * 1.5 - (a + b) / 2.0 + nudge }
                })
                .collect();
        }
        let stride = (1..).filter(|stride| gcd(*stride, self.count.max(1)) == 1).nth(which - 1).unwrap_or(1);
        let radius = self.count as f64 / 6.0;
        let mut places = vec![Point::default(); self.count];
        for (turn, at) in (0..self.count).map(|at| (at * stride) % self.count).enumerate() {
            let direction = direction(turn as f64 / self.count as f64);
            if let Some(place) = places.get_mut(at) {
                *place = Point { x: direction.x * radius, y: direction.y * radius };
            }
        }
        places
    }
}

fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// The direction of a part of a full turn, written with the tangent of half the angle: a circle without sine and cosine,
/// which differ from one library to the next. The angles of a quarter are not quite even, which does no harm.
fn direction(turn: f64) -> Point {
    let quarter = (turn * 4.0).floor();
    let half = turn * 4.0 - quarter;
    let (x, y) = ((1.0 - half * half) / (1.0 + half * half), 2.0 * half / (1.0 + half * half));
    match quarter as i32 {
        0 => Point { x, y },
        1 => Point { x: -y, y: x },
        2 => Point { x: -x, y: -y },
        _ => Point { x: y, y: -x },
    }
}
