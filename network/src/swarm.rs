//! A network of many nodes, laid out by forces, a little at a time.
//!
//! The model is that of d3-force (ties are springs, all nodes repel each other, the whole cools down), which goes back to
//! Fruchterman and Reingold ("Graph drawing by force-directed placement", Software: Practice and Experience 21, 1991).
//! What no tie connects is laid out by itself, and stands around the rest.

use super::Point;
use super::around::around;
use super::bodies::Bodies;
use super::parts::{Neighbours, parts};
use super::quadtree::Quadtree;
use super::spring::{Spring, pull, springs};

/// How long a tie is to be where nothing else is said.
const LENGTH: f32 = 30.0;
/// How strongly two nodes repel each other.
const REPULSION: f32 = 30.0;
/// The heat cools down to a thousandth in all ticks: the natural logarithm of 1000, shared out among them. (A power would
/// come out different from one library to the next.)
const COOLING: f32 = 6.9;
/// A step does so much, counted in nodes that are pushed once by all others: a millisecond or two.
const STEP: usize = 500;
/// So many ties are pulled, and so many nodes sorted into the tree, in the time of one push.
const PULLS: usize = 32;
const SORTED: usize = 16;

/// A tie between two nodes, by their places in the list of nodes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tie {
    /// One end.
    pub from: u32,
    /// The other end.
    pub to: u32,
    /// How long it is to be, in units of the usual length; what is no length counts as 1.
    pub length: f32,
}

/// The layout in the making.
pub struct Swarm {
    count: usize,
    parts: Vec<Part>,
    tree: Quadtree,
    /// The part that is moved now.
    at: usize,
    ticks: u32,
    done: usize,
}

struct Part {
    nodes: Vec<u32>,
    springs: Vec<Spring>,
    bodies: Bodies,
    heat: f32,
    /// Ticks that are left.
    ticks: u32,
    doing: Doing,
}

/// What comes next in a tick. Each is whole in itself, and pushes begin with the cell of the tree where the last ones ended:
/// the result is the same, however the work is sliced.
#[derive(Clone, Copy)]
enum Doing {
    Pull,
    Sort,
    Push(usize),
    Drift,
}

impl Swarm {
    /// A layout that takes so many ticks: 300 are what d3-force takes; ties with an end that is no node, and from a node
    /// to itself, are left out.
    pub fn new(nodes: usize, ties: &[Tie], ticks: u32) -> Self {
        let count = nodes.min(u32::MAX as usize / 2);
        let is_sound = |tie: &&Tie| tie.from != tie.to && (tie.from.max(tie.to) as usize) < count;
        let pairs: Vec<(u32, u32)> = ties.iter().filter(is_sound).map(|tie| (tie.from, tie.to)).collect();
        let lists = parts(count, &pairs);
        // Where each node stands: in which part, and the how manyth there.
        let mut places = vec![(0_u32, 0_u32); count];
        for (part, list) in (0..).zip(&lists) {
            for (local, node) in (0..).zip(list) {
                if let Some(place) = places.get_mut(*node as usize) {
                    *place = (part, local);
                }
            }
        }
        let place = |node: u32| places.get(node as usize).copied().unwrap_or_default();
        let mut inside: Vec<Vec<(u32, u32, f32)>> = vec![Vec::new(); lists.len()];
        for tie in ties.iter().filter(is_sound) {
            let ((part, from), (_, to)) = (place(tie.from), place(tie.to));
            let length = if tie.length.is_finite() && tie.length > 0.0 { tie.length.min(100.0) } else { 1.0 };
            if let Some(inside) = inside.get_mut(part as usize) {
                inside.push((from, to, length * LENGTH));
            }
        }
        let parts = lists.into_iter().zip(inside).map(|(nodes, ties)| Part {
            springs: springs(nodes.len(), &ties),
            bodies: begin(nodes.len(), &ties),
            // One alone has nowhere to go.
            ticks: if nodes.len() < 2 { 0 } else { ticks },
            nodes,
            heat: 1.0,
            doing: Doing::Pull,
        });
        Self { count, parts: parts.collect(), tree: Quadtree::default(), at: 0, ticks: ticks.max(1), done: 0 }
    }

    /// Works a little, a millisecond or two; whether there is more to do.
    pub fn step(&mut self) -> bool {
        self.work(STEP)
    }

    /// Works about as much as it takes to push so many nodes; whether there is more to do. What comes out does not depend
    /// on how the work is sliced.
    pub fn work(&mut self, pushes: usize) -> bool {
        let cooling = (1.0 - COOLING / self.ticks as f32).max(0.5);
        let mut left = pushes.max(1);
        while left > 0 {
            let Some(part) = self.parts.get_mut(self.at) else { return false };
            let took = if part.ticks == 0 {
                self.at += 1;
                1
            } else {
                let before = part.ticks;
                let took = part.work(&mut self.tree, cooling, left);
                self.done += (before - part.ticks) as usize * part.nodes.len();
                took
            };
            left = left.saturating_sub(took);
        }
        true
    }

    /// Works to the end.
    pub fn finish(&mut self) {
        while self.work(usize::MAX) {}
    }

    /// How much is done, from 0 to 1.
    pub fn progress(&self) -> f64 {
        let left: usize = self.parts.iter().map(|part| part.ticks as usize * part.nodes.len()).sum();
        if left == 0 { 1.0 } else { self.done as f64 / (self.done + left) as f64 }
    }

    /// Where every node is, across and down one after the other, from 0 on; the last two are the size of the whole.
    /// `wide` is the wished ratio of width to height.
    pub fn positions(&self, wide: f64) -> Vec<f32> {
        let wide = if wide.is_finite() { wide.clamp(0.1, 10.0) } else { 1.0 };
        let parts: Vec<Vec<Point>> = self.parts.iter().map(|part| part.places(wide >= 1.0)).collect();
        let corners = around(&parts, wide);
        let (mut least, mut most) = ([f32::INFINITY; 2], [f32::NEG_INFINITY; 2]);
        let mut positions = vec![0.0; self.count * 2];
        for ((part, places), corner) in self.parts.iter().zip(&parts).zip(&corners) {
            for (node, place) in part.nodes.iter().zip(places) {
                let here = [(corner.x + place.x) as f32, (corner.y + place.y) as f32];
                let at = *node as usize * 2;
                if let Some(slot) = positions.get_mut(at..at + 2) {
                    slot.copy_from_slice(&here);
                }
                for ((least, most), here) in least.iter_mut().zip(&mut most).zip(here) {
                    *least = least.min(here);
                    *most = most.max(here);
                }
            }
        }
        let ([left, top], [right, bottom]) = if self.parts.is_empty() { Default::default() } else { (least, most) };
        for place in positions.chunks_exact_mut(2) {
            if let [across, down] = place {
                *across -= left;
                *down -= top;
            }
        }
        positions.extend([right - left, bottom - top]);
        positions
    }
}

/// Where bodies begin: by their distances from nodes at the rim (after Harel and Koren, "Graph drawing by
/// high-dimensional embedding", Graph Drawing 2002), so that what is to be unfolded is so from the beginning.
fn begin(count: usize, ties: &[(u32, u32, f32)]) -> Bodies {
    let mut bodies = Bodies::sunflower(count);
    let pairs: Vec<(u32, u32)> = ties.iter().map(|(from, to, _)| (*from, *to)).collect();
    let near = Neighbours::new(count, &pairs);
    let far =
        |ways: &[u32]| (0_u32..).zip(ways).max_by_key(|(node, way)| (**way, u32::MAX - node)).map_or(0, |it| it.0);
    let first = near.ways(far(&near.ways(0)));
    let last = near.ways(far(&first));
    let between: Vec<u32> = first.iter().zip(&last).map(|(a, b)| *a.min(b)).collect();
    let side = near.ways(far(&between));
    let other = near.ways(far(&side));
    let whole = first.iter().copied().max().unwrap_or_default().max(1) as f32;
    let unit = (10.0 * (count as f32).sqrt() / whole).min(LENGTH);
    let less = |a: &u32, b: &u32| (*a as f32 - *b as f32) * unit / 2.0 * 1.5;
    let ways = first.iter().zip(&last).zip(side.iter().zip(&other));
    let places: Vec<(f32, f32)> = ways.map(|((a, b), (c, d))| (less(a, b), less(c, d))).collect();
    bodies.shift(&places);
    bodies
}

impl Part {
    /// Does the next bit of a tick, at most about so many pushes of it; how many it took.
    fn work(&mut self, tree: &mut Quadtree, cooling: f32, most: usize) -> usize {
        match self.doing {
            Doing::Pull => {
                self.heat *= cooling;
                pull(&mut self.bodies, &self.springs, self.heat);
                self.doing = Doing::Sort;
                self.springs.len() / PULLS
            }
            Doing::Sort => {
                tree.plant(&self.bodies);
                self.doing = Doing::Push(0);
                self.nodes.len() / SORTED
            }
            Doing::Push(from) => {
                let (pushed, next) = tree.repel(&mut self.bodies, REPULSION * self.heat, from, most);
                self.doing = next.map_or(Doing::Drift, Doing::Push);
                pushed
            }
            Doing::Drift => {
                self.bodies.drift();
                self.ticks -= 1;
                self.doing = Doing::Pull;
                1
            }
        }
    }

    /// Where the nodes are, from 0 on, a quarter turned where that makes the part as wide as wished, or as high.
    fn places(&self, wide: bool) -> Vec<Point> {
        let bounds = |list: &[f32]| {
            let least = list.iter().copied().fold(f32::INFINITY, f32::min);
            (least, list.iter().copied().fold(f32::NEG_INFINITY, f32::max) - least)
        };
        let ((left, width), (top, height)) = (bounds(&self.bodies.x), bounds(&self.bodies.y));
        let is_turned = if wide { height > width } else { width > height };
        let place = |(x, y): (&f32, &f32)| {
            let (x, y) = (f64::from(x - left), f64::from(y - top));
            if is_turned { Point { x: f64::from(height) - y, y: x } } else { Point { x, y } }
        };
        self.bodies.x.iter().zip(&self.bodies.y).map(place).collect()
    }
}
