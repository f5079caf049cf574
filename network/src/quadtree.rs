//! Repulsion among many: what is far away acts as one body in its middle.
//!
//! The method of Barnes and Hut ("A hierarchical O(N log N) force-calculation algorithm", Nature 324, 1986) on bodies
//! sorted along a Z-shaped curve (Morton, "A computer oriented geodetic data base", 1966), so that every cell of the tree
//! is a stretch of the arrays and its middle a difference of two running sums. Bodies that share a leaf walk through the
//! tree together (Barnes, "A modified tree code: don't laugh; it runs", Journal of Computational Physics 87, 1990). All
//! arrays are kept from one tick to the next.

use super::bodies::Bodies;

/// So many bodies share a leaf.
const LEAF: usize = 8;
/// Bits of the place on each axis.
const BITS: u32 = 16;
/// Bits that one pass of the sorting looks at.
const DIGIT: u32 = 11;
/// A cell acts as one body where it is so many times as far away as it is wide, squared: theta of 0.9, as in d3-force.
const FAR: f32 = 1.0 / (0.9 * 0.9);
/// Keeps bodies that all but touch from flying apart.
const SOFT: f32 = 1.0;

/// A cell of the tree, in the order of a walk from the root.
#[derive(Clone, Copy, Default)]
struct Cell {
    x: f32,
    y: f32,
    mass: f32,
    /// The square of the distance from which on it is one body.
    far: f32,
    /// The next cell that is not inside this one.
    skip: u32,
    from: u32,
    /// 0 for a cell with cells inside.
    to: u32,
}

/// A stretch of bodies to make a cell of.
#[derive(Clone, Copy)]
struct Stretch {
    from: u32,
    to: u32,
    level: u32,
    width: f32,
}

/// The tree, with room for everything that a tick needs.
#[derive(Default)]
pub(super) struct Quadtree {
    codes: Vec<u32>,
    order: Vec<u32>,
    spare: Vec<(u32, u32)>,
    pairs: Vec<(u32, u32)>,
    counts: Vec<u32>,
    x: Vec<f32>,
    y: Vec<f32>,
    sums: Vec<(f64, f64)>,
    cells: Vec<Cell>,
    acting: Acting,
}

impl Quadtree {
    /// Grows the tree of where the bodies are now.
    pub(super) fn plant(&mut self, bodies: &Bodies) {
        self.sort(bodies);
        self.build(bodies);
    }

    /// Pushes bodies apart: adds to each one's speed what all others, where they stood when the tree was grown, do to it.
    /// Begins with a cell and ends after so many bodies or a few more; how many it pushed, and the cell to go on with.
    pub(super) fn repel(
        &mut self,
        bodies: &mut Bodies,
        strength: f32,
        from: usize,
        most: usize,
    ) -> (usize, Option<usize>) {
        let mut pushed = 0;
        for at in from..self.cells.len() {
            if pushed >= most {
                return (pushed, Some(at));
            }
            if let Some(cell) = self.cells.get(at).copied().filter(|cell| cell.to != 0) {
                self.push(bodies, cell, strength);
                pushed += (cell.to - cell.from) as usize;
            }
        }
        (pushed, None)
    }

    fn sort(&mut self, bodies: &Bodies) {
        let span = bodies.span();
        let scale = ((1_u32 << BITS) - 1) as f32 / span.width.max(1e-6);
        // What is below 0 by a rounding is 0.
        #[allow(clippy::cast_sign_loss)]
        let place = |at: f32, least: f32| ((at - least) * scale) as u32;
        let codes = bodies
            .x
            .iter()
            .zip(&bodies.y)
            .map(|(x, y)| spread(place(*x, span.left)) | (spread(place(*y, span.top)) << 1));
        self.pairs.clear();
        self.pairs.extend(codes.zip(0_u32..));
        self.spare.resize(self.pairs.len(), (0, 0));
        for shift in [0, DIGIT, 2 * DIGIT] {
            self.pass(shift);
        }
        self.codes.clear();
        self.order.clear();
        self.codes.extend(self.pairs.iter().map(|(code, _)| *code));
        self.order.extend(self.pairs.iter().map(|(_, body)| *body));
    }

    /// One pass of a radix sort.
    fn pass(&mut self, shift: u32) {
        let digit = |code: u32| (code >> shift) as usize & ((1 << DIGIT) - 1);
        self.counts.clear();
        self.counts.resize(1 << DIGIT, 0);
        for (code, _) in &self.pairs {
            if let Some(count) = self.counts.get_mut(digit(*code)) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for count in &mut self.counts {
            sum += std::mem::replace(count, sum);
        }
        for pair in &self.pairs {
            let Some(next) = self.counts.get_mut(digit(pair.0)) else { continue };
            if let Some(place) = self.spare.get_mut(*next as usize) {
                *place = *pair;
            }
            *next += 1;
        }
        std::mem::swap(&mut self.pairs, &mut self.spare);
    }

    fn build(&mut self, bodies: &Bodies) {
        let at = |list: &[f32], body: u32| list.get(body as usize).copied().unwrap_or_default();
        self.x.clear();
        self.y.clear();
        self.x.extend(self.order.iter().map(|body| at(&bodies.x, *body)));
        self.y.extend(self.order.iter().map(|body| at(&bodies.y, *body)));
        self.sums.clear();
        self.sums.push((0.0, 0.0));
        let mut sum = (0.0, 0.0);
        self.sums.extend(self.x.iter().zip(&self.y).map(|(x, y)| {
            sum = (sum.0 + f64::from(*x), sum.1 + f64::from(*y));
            sum
        }));
        self.cells.clear();
        let all = Stretch { from: 0, to: self.codes.len() as u32, level: 0, width: bodies.span().width };
        self.cell(all);
    }

    /// Makes the cell of a stretch and all inside it; at most [`BITS`] deep.
    fn cell(&mut self, stretch: Stretch) {
        let Stretch { from, to, level, width } = stretch;
        let here = self.cells.len();
        let is_leaf = (to - from) as usize <= LEAF || level == BITS;
        let sum = |at: u32| self.sums.get(at as usize).copied().unwrap_or_default();
        let ((x0, y0), (x1, y1), mass) = (sum(from), sum(to), f64::from(to - from));
        let (x, y) = (((x1 - x0) / mass) as f32, ((y1 - y0) / mass) as f32);
        let far = width * width * FAR;
        self.cells.push(Cell { x, y, mass: mass as f32, far, skip: 0, from, to: if is_leaf { to } else { 0 } });
        if !is_leaf {
            let shift = 2 * (BITS - 1 - level);
            let mut begin = from;
            for quarter in 0..4 {
                let rest = self.codes.get(begin as usize..to as usize).unwrap_or_default();
                let end = begin + rest.partition_point(|code| (code >> shift) & 3 <= quarter) as u32;
                if end > begin {
                    self.cell(Stretch { from: begin, to: end, level: level + 1, width: width / 2.0 });
                }
                begin = end;
            }
        }
        let skip = self.cells.len() as u32;
        if let Some(cell) = self.cells.get_mut(here) {
            cell.skip = skip;
        }
    }

    /// What acts on the bodies of a leaf, and the push that it gives them.
    fn push(&mut self, bodies: &mut Bodies, leaf: Cell, strength: f32) {
        let range = leaf.from as usize..leaf.to as usize;
        let (Some(xs), Some(ys)) = (self.x.get(range.clone()), self.y.get(range.clone())) else { return };
        let least = |list: &[f32]| list.iter().copied().fold(f32::INFINITY, f32::min);
        let most = |list: &[f32]| list.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let (left, right, top, bottom) = (least(xs), most(xs), least(ys), most(ys));
        self.acting.clear();
        let mut at = 0_usize;
        while let Some(cell) = self.cells.get(at) {
            let dx = (left - cell.x).max(cell.x - right).max(0.0);
            let dy = (top - cell.y).max(cell.y - bottom).max(0.0);
            if dx * dx + dy * dy > cell.far {
                self.acting.add(cell.x, cell.y, cell.mass);
                at = cell.skip as usize;
            } else if cell.to == 0 {
                at += 1;
            } else {
                let near = cell.from as usize..cell.to as usize;
                let (x, y) = (self.x.get(near.clone()).unwrap_or_default(), self.y.get(near).unwrap_or_default());
                self.acting.x.extend_from_slice(x);
                self.acting.y.extend_from_slice(y);
                self.acting.mass.resize(self.acting.x.len(), 1.0);
                at = cell.skip as usize;
            }
        }
        self.acting.fill();
        let order = self.order.get(range).unwrap_or_default();
        for ((x, y), body) in xs.iter().zip(ys).zip(order) {
            let (ax, ay) = pull(&self.acting, *x, *y);
            if let Some((vx, vy)) = bodies.speed(*body) {
                *vx -= ax * strength;
                *vy -= ay * strength;
            }
        }
    }
}

/// What all that acts does to a place, summed in four strands that a processor can follow at once.
fn pull(acting: &Acting, x: f32, y: f32) -> (f32, f32) {
    let (mut ax, mut ay) = ([0.0_f32; 4], [0.0_f32; 4]);
    let (xs, ys, masses) = (acting.x.chunks_exact(4), acting.y.chunks_exact(4), acting.mass.chunks_exact(4));
    for ((bx, by), mass) in xs.zip(ys).zip(masses) {
        for ((((bx, by), mass), ax), ay) in bx.iter().zip(by).zip(mass).zip(&mut ax).zip(&mut ay) {
            let (dx, dy) = (bx - x, by - y);
            let weight = mass / (dx * dx + dy * dy + SOFT);
            *ax += dx * weight;
            *ay += dy * weight;
        }
    }
    (ax.iter().sum(), ay.iter().sum())
}

/// What acts on the bodies of a leaf, one list each, so that four can be worked out at once.
#[derive(Default)]
struct Acting {
    x: Vec<f32>,
    y: Vec<f32>,
    mass: Vec<f32>,
}

impl Acting {
    fn clear(&mut self) {
        self.x.clear();
        self.y.clear();
        self.mass.clear();
    }

    fn add(&mut self, x: f32, y: f32, mass: f32) {
        self.x.push(x);
        self.y.push(y);
        self.mass.push(mass);
    }

    /// As many as go by fours; those added have no mass.
    fn fill(&mut self) {
        while !self.x.len().is_multiple_of(4) {
            self.add(0.0, 0.0, 0.0);
        }
    }
}

/// Bits with a gap after each.
fn spread(value: u32) -> u32 {
    let mut bits = value & 0xffff;
    bits = (bits | (bits << 8)) & 0x00ff_00ff;
    bits = (bits | (bits << 4)) & 0x0f0f_0f0f;
    bits = (bits | (bits << 2)) & 0x3333_3333;
    (bits | (bits << 1)) & 0x5555_5555
}
