//! Ties as springs.

use super::bodies::Bodies;

/// A tie between two bodies.
#[derive(Clone, Copy)]
pub(super) struct Spring {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) length: f32,
    /// The part of a move that falls to the body at the end, the rest to that at the beginning: who has more ties moves
    /// less.
    share: f32,
    strength: f32,
}

/// Springs as in d3-force: one between well connected bodies is weaker.
pub(super) fn springs(count: usize, ties: &[(u32, u32, f32)]) -> Vec<Spring> {
    let mut degrees = vec![0.0_f32; count];
    for end in ties.iter().flat_map(|(from, to, _)| [*from, *to]) {
        if let Some(degree) = degrees.get_mut(end as usize) {
            *degree += 1.0;
        }
    }
    let degree = |node: u32| degrees.get(node as usize).copied().unwrap_or(1.0).max(1.0);
    let mut springs: Vec<Spring> = ties
        .iter()
        .map(|(from, to, length)| {
            let (a, b) = (degree(*from), degree(*to));
            Spring { from: *from, to: *to, length: *length, share: a / (a + b), strength: 1.0 / a.min(b) }
        })
        .collect();
    springs.sort_by_key(|spring| (spring.from.min(spring.to), spring.from.max(spring.to)));
    springs
}

/// Pulls the ends of all ties towards their lengths.
pub(super) fn pull(bodies: &mut Bodies, springs: &[Spring], heat: f32) {
    for spring in springs {
        let (Some((ax, ay)), Some((bx, by))) = (bodies.next(spring.from), bodies.next(spring.to)) else { continue };
        let (dx, dy) = (bx - ax, by - ay);
        // Two in one place are drawn apart to the right, by a hair.
        let dx = if dx == 0.0 && dy == 0.0 { 1e-3 } else { dx };
        let distance = (dx * dx + dy * dy).sqrt();
        let pull = (distance - spring.length) / distance * heat * spring.strength;
        let (px, py) = (dx * pull, dy * pull);
        if let Some((vx, vy)) = bodies.speed(spring.to) {
            *vx -= px * spring.share;
            *vy -= py * spring.share;
        }
        if let Some((vx, vy)) = bodies.speed(spring.from) {
            *vx += px * (1.0 - spring.share);
            *vy += py * (1.0 - spring.share);
        }
    }
}
