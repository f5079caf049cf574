//! Many bodies: where they are and how fast.

/// Places and speeds, one list each, so that what is read together lies together.
#[derive(Default)]
pub(super) struct Bodies {
    pub(super) x: Vec<f32>,
    pub(super) y: Vec<f32>,
    pub(super) vx: Vec<f32>,
    pub(super) vy: Vec<f32>,
}

/// The square around all bodies.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub(super) left: f32,
    pub(super) top: f32,
    pub(super) width: f32,
}

/// The speed left after a tick, as in d3-force.
const KEPT: f32 = 0.6;
/// How much of the sunflower is left where there is something better to begin with: it keeps apart who would begin in
/// one place.
const SHRUNK: f32 = 0.3;
/// No body leaves this square, so that no sum of forces leads out of the numbers there are.
const WORLD: f32 = 1e6;
/// The cosine and sine of the golden angle, π(3 − √5): written down, since what a library's sine gives differs.
const TURN: (f64, f64) = (-0.737_368_878_078_319_8, 0.675_490_294_261_523_6);

impl Bodies {
    /// Begins at these places instead, a little about them.
    pub(super) fn shift(&mut self, by: &[(f32, f32)]) {
        for ((x, y), (dx, dy)) in self.x.iter_mut().zip(&mut self.y).zip(by) {
            *x = *x * SHRUNK + dx;
            *y = *y * SHRUNK + dy;
        }
    }

    /// Bodies at rest, one after the other outwards on the spiral of a sunflower (Vogel, "A better way to construct the
    /// sunflower head", Mathematical Biosciences 44, 1979): evenly, without two in one place.
    pub(super) fn sunflower(count: usize) -> Self {
        let mut direction = (1.0_f64, 0.0_f64);
        let mut bodies = Self { vx: vec![0.0; count], vy: vec![0.0; count], ..Self::default() };
        for at in 0..count {
            let radius = 10.0 * (0.5 + at as f64).sqrt();
            bodies.x.push((radius * direction.0) as f32);
            bodies.y.push((radius * direction.1) as f32);
            let (x, y) = direction;
            direction = (x * TURN.0 - y * TURN.1, x * TURN.1 + y * TURN.0);
        }
        bodies
    }

    pub(super) fn span(&self) -> Span {
        let least = |list: &[f32]| list.iter().copied().fold(f32::INFINITY, f32::min);
        let most = |list: &[f32]| list.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let (left, top) = (least(&self.x), least(&self.y));
        Span { left, top, width: (most(&self.x) - left).max(most(&self.y) - top) }
    }

    pub(super) fn speed(&mut self, body: u32) -> Option<(&mut f32, &mut f32)> {
        Some((self.vx.get_mut(body as usize)?, self.vy.get_mut(body as usize)?))
    }

    /// Where a body is about to be.
    pub(super) fn next(&self, body: u32) -> Option<(f32, f32)> {
        let at = body as usize;
        Some((self.x.get(at)? + self.vx.get(at)?, self.y.get(at)? + self.vy.get(at)?))
    }

    /// Moves all by their speeds, and their middle to the middle of the world.
    pub(super) fn drift(&mut self) {
        let move_by = |places: &mut [f32], speeds: &mut [f32]| {
            let mut sum = 0.0_f64;
            for (place, speed) in places.iter_mut().zip(speeds) {
                *speed *= KEPT;
                if !speed.is_finite() {
                    *speed = 0.0;
                }
                *place = (*place + *speed).clamp(-WORLD, WORLD);
                sum += f64::from(*place);
            }
            let middle = (sum / places.len().max(1) as f64) as f32;
            for place in places {
                *place -= middle;
            }
        };
        move_by(&mut self.x, &mut self.vx);
        move_by(&mut self.y, &mut self.vy);
    }
}
