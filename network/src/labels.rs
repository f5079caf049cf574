//! The ways of ties around the boxes, and places for the words on them.

use super::crossings::touches;
use super::{Extent, Place, Point};

/// How far a tie may bend aside, in CSS pixels, the least first.
const BENDS: [f64; 9] = [0.0, 26.0, -26.0, 52.0, -52.0, 84.0, -84.0, 120.0, -120.0];
/// Where on its way a tie's words may stand, the best first.
const SPOTS: [f64; 13] = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8, 0.14, 0.86];
/// So many straight pieces stand for a bent tie.
const PIECES: usize = 8;

/// A tie on its way: a curve with one control point (a parabola), from border to border.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Way {
    pub(super) from: Point,
    pub(super) over: Point,
    pub(super) to: Point,
}

impl Way {
    /// The point at a part of the way.
    pub(super) fn at(&self, part: f64) -> Point {
        let (a, b, c) = ((1.0 - part) * (1.0 - part), 2.0 * part * (1.0 - part), part * part);
        Point {
            x: a * self.from.x + b * self.over.x + c * self.to.x,
            y: a * self.from.y + b * self.over.y + c * self.to.y,
        }
    }

    fn pieces(&self) -> impl Iterator<Item = (Point, Point)> + '_ {
        (0..PIECES).map(|at| (self.at(at as f64 / PIECES as f64), self.at((at + 1) as f64 / PIECES as f64)))
    }

    fn hits(&self, place: &Place, room: f64) -> bool {
        // The curve lies within the triangle of its points: most boxes are beside that, which is soon seen.
        let beside = |least: f64, size: f64, [a, b, c]: [f64; 3]| {
            let (low, high) = (least - room, least + size + room);
            a.max(b).max(c) < low || a.min(b).min(c) > high
        };
        if beside(place.x, place.width, [self.from.x, self.over.x, self.to.x])
            || beside(place.y, place.height, [self.from.y, self.over.y, self.to.y])
        {
            return false;
        }
        self.pieces().any(|piece| touches(piece, place, room))
    }
}

/// The way from box to box that runs through the fewest others; `nth` of several between the same two.
pub(super) fn way(boxes: &[Place], from: usize, to: usize, nth: usize) -> Option<Way> {
    let (a, b) = (boxes.get(from)?, boxes.get(to)?);
    let mut best: Option<(usize, Way)> = None;
    // Several between the same two lie beside each other; only the first may be straight.
    for bend in BENDS.iter().skip(nth) {
        let bend = if from < to { *bend } else { -*bend };
        let way = bent(a, b, bend);
        let others = boxes.iter().enumerate().filter(|(at, _)| *at != from && *at != to);
        let hits = others.filter(|(_, place)| way.hits(place, 4.0)).count();
        if hits == 0 {
            return Some(way);
        }
        if best.is_none_or(|(least, _)| hits < least) {
            best = Some((hits, way));
        }
    }
    best.map(|(_, way)| way)
}

/// The bent ways from box to box that touch no other.
pub(super) fn detours(boxes: &[Place], from: usize, to: usize) -> Vec<Way> {
    let (Some(a), Some(b)) = (boxes.get(from), boxes.get(to)) else { return Vec::new() };
    let ways = BENDS.iter().skip(1).map(|bend| bent(a, b, *bend));
    let is_free = |way: &Way| {
        let mut others = boxes.iter().enumerate().filter(|(at, _)| *at != from && *at != to);
        !others.any(|(_, place)| way.hits(place, 4.0))
    };
    ways.filter(is_free).collect()
}

fn bent(a: &Place, b: &Place, bend: f64) -> Way {
    let (start, end) = (a.center(), b.center());
    let (dx, dy) = (end.x - start.x, end.y - start.y);
    let length = (dx * dx + dy * dy).sqrt().max(1.0);
    // The control point of a parabola stands twice as far out as the curve reaches.
    let over = Point {
        x: f64::midpoint(start.x, end.x) - dy / length * bend * 2.0,
        y: f64::midpoint(start.y, end.y) + dx / length * bend * 2.0,
    };
    let whole = Way { from: start, over, to: end };
    Way { from: border(&whole, a, false), over, to: border(&whole, b, true) }
}

/// Where a curve leaves the box that it begins in, or enters the one that it ends in.
fn border(way: &Way, place: &Place, ends: bool) -> Point {
    let is_inside = |point: Point| {
        let room = 2.0;
        point.x > place.x - room
            && point.x < place.x + place.width + room
            && point.y > place.y - room
            && point.y < place.y + place.height + room
    };
    let at = |part: f64| way.at(if ends { 1.0 - part } else { part });
    let (mut inside, mut outside) = (0.0, 1.0);
    for step in 1..=16 {
        let part = f64::from(step) / 16.0;
        if is_inside(at(part)) {
            inside = part;
        } else {
            outside = part;
            break;
        }
    }
    for _ in 0..12 {
        let middle = f64::midpoint(inside, outside);
        if is_inside(at(middle)) {
            inside = middle;
        } else {
            outside = middle;
        }
    }
    at(outside)
}

/// A place for words of this size on a tie that touches no box and no other words, and few other ties.
pub(super) fn words(boxes: &[Place], taken: &[Place], ways: &[Way], own: usize, size: Extent) -> Option<Place> {
    let way = ways.get(own)?;
    let mut best: Option<(usize, Place)> = None;
    for spot in SPOTS {
        let place = Place::around(way.at(spot), size);
        let is_free = |other: &Place| place.overlap(other, 3.0) == 0.0;
        if !boxes.iter().all(is_free) || !taken.iter().all(is_free) {
            continue;
        }
        let others = ways.iter().enumerate().filter(|(at, _)| *at != own);
        let hits = others.filter(|(_, other)| other.hits(&place, 1.0)).count();
        if hits == 0 {
            return Some(place);
        }
        if best.is_none_or(|(least, _)| hits < least) {
            best = Some((hits, place));
        }
    }
    best.map(|(_, place)| place)
}
