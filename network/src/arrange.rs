//! Few nodes with names, tied by lines with words.

use super::boxes::{grid, part};
use super::labels::{Way, detours, way, words};
use super::pack::pack;
use super::parts::parts;
use super::stress::Ways;
use super::{Extent, Place, Point, sound};

/// Room around the whole drawing, in CSS pixels.
const MARGIN: f64 = 8.0;
/// Room between parts that no tie connects.
const APART: f64 = 36.0;
/// From this many nodes on fewer sizes are tried: a drawing is to take milliseconds.
const MANY: usize = 60;
/// The length of a usual tie across, where there is room: words and half of two boxes.
const ACROSS: f64 = 190.0;
/// The length of a usual tie down, at first.
const DOWN: f64 = 70.0;
/// The height that a box takes at first, where few stand in a row.
const LINES: f64 = 34.0;
/// From this width on a drawing lies, below it stands.
const LYING: f64 = 560.0;
/// The height that a drawing may gain for the words of one more tie.
const WORTH: f64 = 120.0;

/// A tie between two boxes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bond {
    /// Where it begins: a place in the list of boxes.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// How long it is to be, in units of the usual length: those who belong together stand near each other.
    pub length: f64,
    /// The room that its words take.
    pub label: Option<Extent>,
}

/// What the drawing is to fit into.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// The wished width, in CSS pixels; the height is what it takes.
    pub width: f64,
    /// Whether it begins at the right: for scripts that run so.
    pub mirrored: bool,
}

/// The way of a tie: a curve with one control point (a parabola), from border to border.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Course {
    /// Where it begins.
    pub from: Point,
    /// Its control point.
    pub over: Point,
    /// Where it ends.
    pub to: Point,
    /// Where its words stand; none where there is no room for them.
    pub label: Option<Place>,
}

/// The drawing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Arrangement {
    /// The size of the whole.
    pub width: f64,
    /// The size of the whole.
    pub height: f64,
    /// The boxes, in the order given.
    pub boxes: Vec<Place>,
    /// The ties, in the order given; `None` for a tie with an end that is no box, and from a box to itself.
    pub courses: Vec<Option<Course>>,
}

/// Draws boxes of these sizes with these ties. No two boxes overlap, and no words overlap a box or other words.
pub fn arrange(sizes: &[Extent], bonds: &[Bond], frame: Frame) -> Arrangement {
    let sizes: Vec<Extent> =
        sizes.iter().map(|size| Extent { width: sound(size.width), height: sound(size.height) }).collect();
    let is_sound = |bond: &Bond| bond.from != bond.to && bond.from.max(bond.to) < sizes.len();
    let pairs: Vec<(u32, u32)> =
        bonds.iter().filter(|bond| is_sound(bond)).map(|bond| (bond.from as u32, bond.to as u32)).collect();
    let mut whole = Arrangement {
        boxes: vec![Place::default(); sizes.len()],
        courses: vec![None; bonds.len()],
        ..Arrangement::default()
    };
    let wide = sound(frame.width).max(100.0) - 2.0 * MARGIN;
    let drawn: Vec<Part> =
        parts(sizes.len(), &pairs).into_iter().map(|nodes| Part::draw(nodes, &sizes, bonds, wide)).collect();
    let extents: Vec<Extent> = drawn.iter().map(|part| part.size).collect();
    let (corners, size) = pack(&extents, APART, wide);
    whole.width = size.width + 2.0 * MARGIN;
    whole.height = size.height + 2.0 * MARGIN;
    for (part, corner) in drawn.into_iter().zip(corners) {
        part.put(&mut whole, Point { x: corner.x + MARGIN, y: corner.y + MARGIN });
    }
    if frame.mirrored { whole.mirrored() } else { whole }
}

impl Arrangement {
    fn mirrored(mut self) -> Self {
        let width = self.width;
        let places = self.courses.iter_mut().flatten().filter_map(|course| course.label.as_mut());
        places.chain(&mut self.boxes).for_each(|place| place.x = width - place.x - place.width);
        for course in self.courses.iter_mut().flatten() {
            for point in [&mut course.from, &mut course.over, &mut course.to] {
                point.x = width - point.x;
            }
        }
        self
    }
}

/// Boxes, the ways between them, and the places of words.
type Fitted = (Vec<Place>, Vec<Way>, Vec<Option<Place>>);

/// What hangs together, drawn from its own corner on.
struct Part {
    nodes: Vec<u32>,
    /// The ties within, by their places in the list of all.
    bonds: Vec<usize>,
    boxes: Vec<Place>,
    ways: Vec<Way>,
    labels: Vec<Option<Place>>,
    size: Extent,
}

impl Part {
    fn draw(nodes: Vec<u32>, sizes: &[Extent], bonds: &[Bond], wide: f64) -> Self {
        // In the order of the document, so that the same deal with one tie more looks much the same.
        let mut nodes = nodes;
        nodes.sort_unstable();
        let local = |node: usize| nodes.binary_search(&(node as u32)).ok();
        let mut within = Vec::new();
        let mut ties = Vec::new();
        for (at, bond) in bonds.iter().enumerate().filter(|(_, bond)| bond.from != bond.to) {
            if let (Some(from), Some(to)) = (local(bond.from), local(bond.to)) {
                let length = if bond.length.is_finite() { bond.length.clamp(0.2, 10.0) } else { 1.0 };
                within.push(at);
                ties.push((from, to, length));
            }
        }
        let own: Vec<Extent> = nodes.iter().filter_map(|node| sizes.get(*node as usize)).copied().collect();
        let mut part = Self {
            boxes: own.iter().map(|size| Place::around(Point::default(), *size)).collect(),
            bonds: within,
            ways: Vec::new(),
            labels: Vec::new(),
            size: Extent::default(),
            nodes,
        };
        let ways = Ways::new(own.len(), &ties);
        let rounds = if own.len() <= MANY { 200 } else { 40 };
        let places = upright(ways.places(&ties, rounds), wide);
        part.fit(&places, &ties, bonds, wide);
        part.trim();
        part
    }

    /// Of several drawings of this width in which boxes stand apart, the least high, where each word that has no room weighs
    /// as much as some height.
    fn fit(&mut self, places: &[Point], ties: &[(usize, usize, f64)], bonds: &[Bond], wide: f64) {
        let ends = |of: fn(&Point) -> f64| {
            let least = places.iter().map(of).fold(f64::INFINITY, f64::min);
            places.iter().map(of).fold(f64::NEG_INFINITY, f64::max) - least
        };
        let (broad, high) = (ends(|at| at.x), ends(|at| at.y));
        let widest = self.boxes.iter().map(|place| place.width).fold(0.0, f64::max);
        // As wide as the frame, but ties no longer than their words need; as high as a line for each box, at first.
        let across = ((wide - widest).max(widest / 2.0) / broad.max(1e-6)).min(ACROSS);
        let least = DOWN.min(LINES * places.len() as f64 / high.max(1e-6));
        let (growth, rounds) = if places.len() <= MANY { (1.12, 18) } else { (1.5, 4) };
        let mut down = least;
        let mut kept: Option<(f64, Fitted)> = None;
        for round in 1..=rounds {
            for (place, at) in self.boxes.iter_mut().zip(places) {
                let size = Extent { width: place.width, height: place.height };
                *place = Place::around(Point { x: at.x * across, y: at.y * down }, size);
            }
            down *= growth;
            let is_last = round == rounds;
            let is_apart = part(&mut self.boxes, 80);
            if !is_apart && !is_last {
                continue;
            }
            if !is_apart && kept.is_some() {
                break;
            }
            if !is_apart && !part(&mut self.boxes, if places.len() <= MANY { 600 } else { 200 }) {
                grid(&mut self.boxes);
            }
            let (ways, labels) = self.lines(ties, bonds);
            let is_wanted = |bond: &usize| bonds.get(*bond).is_some_and(|bond| bond.label.is_some());
            let missing = labels.iter().zip(&self.bonds).filter(|(label, bond)| label.is_none() && is_wanted(bond));
            let top = self.boxes.iter().map(|place| place.y).fold(f64::INFINITY, f64::min);
            let bottom = self.boxes.iter().map(|place| place.y + place.height).fold(f64::NEG_INFINITY, f64::max);
            let missing = missing.count();
            let cost = bottom - top + missing as f64 * WORTH;
            if kept.as_ref().is_none_or(|(least, _)| cost < *least) {
                kept = Some((cost, (self.boxes.clone(), ways, labels)));
            }
            if missing == 0 || kept.as_ref().is_some_and(|(least, _)| bottom - top > *least) {
                break;
            }
        }
        if let Some((_, (boxes, ways, labels))) = kept {
            (self.boxes, self.ways, self.labels) = (boxes, ways, labels);
        }
    }

    fn lines(&self, ties: &[(usize, usize, f64)], bonds: &[Bond]) -> (Vec<Way>, Vec<Option<Place>>) {
        let mut ways: Vec<Way> = Vec::with_capacity(ties.len());
        for (at, (from, to, _)) in ties.iter().enumerate() {
            let same = |(a, b, _): &&(usize, usize, f64)| (a.min(b), a.max(b)) == (from.min(to), from.max(to));
            let nth = ties.iter().take(at).filter(same).count();
            ways.push(way(&self.boxes, *from, *to, nth).unwrap_or_default());
        }
        let mut taken: Vec<Place> = Vec::new();
        let labels = self.bonds.iter().enumerate().map(|(at, bond)| {
            let label = bonds.get(*bond)?.label?;
            let size = Extent { width: sound(label.width), height: sound(label.height) };
            let mut place = words(&self.boxes, &taken, &ways, at, size);
            let (from, to, _) = ties.get(at)?;
            if let (None, Some(way)) = (place, ways.get(at).copied()) {
                // Where a straight tie is too short for its words, a bent one may do.
                for bent in detours(&self.boxes, *from, *to) {
                    put(&mut ways, at, bent);
                    place = words(&self.boxes, &taken, &ways, at, size);
                    if place.is_some() {
                        break;
                    }
                    put(&mut ways, at, way);
                }
            }
            taken.extend(place);
            place
        });
        let labels = labels.collect();
        (ways, labels)
    }

    /// Moves all so that the part begins at 0.
    fn trim(&mut self) {
        let places = || self.boxes.iter().chain(self.labels.iter().flatten());
        let bends = || self.ways.iter().flat_map(|way| (0..=8).map(|at| way.at(f64::from(at) / 8.0)));
        let ends = |least: fn(f64, f64) -> f64, from: f64, low: fn(&Place) -> f64, point: fn(Point) -> f64| {
            let boxes = places().map(low).fold(from, least);
            bends().map(point).fold(boxes, least)
        };
        let left = ends(f64::min, f64::INFINITY, |it| it.x, |it| it.x);
        let top = ends(f64::min, f64::INFINITY, |it| it.y, |it| it.y);
        let right = ends(f64::max, f64::NEG_INFINITY, |it| it.x + it.width, |it| it.x);
        let bottom = ends(f64::max, f64::NEG_INFINITY, |it| it.y + it.height, |it| it.y);
        self.size = Extent { width: right - left, height: bottom - top };
        for place in self.boxes.iter_mut().chain(self.labels.iter_mut().flatten()) {
            place.x -= left;
            place.y -= top;
        }
        for way in &mut self.ways {
            for point in [&mut way.from, &mut way.over, &mut way.to] {
                point.x -= left;
                point.y -= top;
            }
        }
    }

    fn put(self, whole: &mut Arrangement, corner: Point) {
        let moved = |place: Place| Place { x: place.x + corner.x, y: place.y + corner.y, ..place };
        let point = |point: Point| Point { x: point.x + corner.x, y: point.y + corner.y };
        for (node, place) in self.nodes.iter().zip(self.boxes) {
            if let Some(slot) = whole.boxes.get_mut(*node as usize) {
                *slot = moved(place);
            }
        }
        for ((bond, way), label) in self.bonds.iter().zip(self.ways).zip(self.labels) {
            if let Some(slot) = whole.courses.get_mut(*bond) {
                let (from, over, to) = (point(way.from), point(way.over), point(way.to));
                *slot = Some(Course { from, over, to, label: label.map(moved) });
            }
        }
    }
}

fn put(ways: &mut [Way], at: usize, way: Way) {
    if let Some(slot) = ways.get_mut(at) {
        *slot = way;
    }
}

/// Turned so that the longer axis lies across in a wide frame and down in a narrow one, with the first node at the beginning.
fn upright(mut places: Vec<Point>, wide: f64) -> Vec<Point> {
    let count = places.len().max(1) as f64;
    let middle = Point {
        x: places.iter().map(|at| at.x).sum::<f64>() / count,
        y: places.iter().map(|at| at.y).sum::<f64>() / count,
    };
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for at in &mut places {
        *at = Point { x: at.x - middle.x, y: at.y - middle.y };
        xx += at.x * at.x;
        xy += at.x * at.y;
        yy += at.y * at.y;
    }
    // The larger eigenvector of the spread: the direction in which the places lie farthest apart.
    let most = f64::midpoint(xx, yy) + (((xx - yy) / 2.0).powi(2) + xy * xy).sqrt();
    let (ax, ay) = if xx >= yy { (most - yy, xy) } else { (xy, most - xx) };
    let length = (ax * ax + ay * ay).sqrt();
    let (cos, sin) = if length > 1e-9 { (ax / length, ay / length) } else { (1.0, 0.0) };
    for at in &mut places {
        let (along, aside) = (at.x * cos + at.y * sin, at.y * cos - at.x * sin);
        *at = if wide >= LYING { Point { x: along, y: aside } } else { Point { x: aside, y: along } };
    }
    let (turn, flip) = places.first().map_or((false, false), |first| (first.x > 0.0, first.y > 0.0));
    for at in &mut places {
        at.x = if turn { -at.x } else { at.x };
        at.y = if flip { -at.y } else { at.y };
    }
    places
}
