//! Boxes that do not overlap.

use super::{Place, Point};

/// Room between boxes.
pub(super) const ROOM: f64 = 14.0;

/// Moves boxes apart, each pair on the axis where they overlap least; whether none overlaps afterwards.
pub(super) fn part(boxes: &mut [Place], rounds: usize) -> bool {
    for _ in 0..rounds {
        let mut is_apart = true;
        for at in 1..boxes.len() {
            let (before, rest) = boxes.split_at_mut(at);
            let Some(here) = rest.first_mut() else { continue };
            for other in before {
                is_apart &= !push(other, here);
            }
        }
        if is_apart {
            return true;
        }
    }
    false
}

/// Pushes two apart by half of what they overlap each; whether they did.
fn push(one: &mut Place, other: &mut Place) -> bool {
    let (a, b) = (one.center(), other.center());
    let across = f64::midpoint(one.width, other.width) + ROOM - (a.x - b.x).abs();
    let down = f64::midpoint(one.height, other.height) + ROOM - (a.y - b.y).abs();
    if across <= 1e-6 || down <= 1e-6 {
        return false;
    }
    // A hair more than needed, so that rounding does not bring them back.
    if across < down {
        let by = (across / 2.0 + 0.01).copysign(b.x - a.x);
        one.x -= by;
        other.x += by;
    } else {
        let by = (down / 2.0 + 0.01).copysign(b.y - a.y);
        one.y -= by;
        other.y += by;
    }
    true
}

/// The boxes in rows, in order: what always fits.
pub(super) fn grid(boxes: &mut [Place]) {
    let wide = boxes.iter().map(|it| it.width).fold(0.0, f64::max) + ROOM;
    let high = boxes.iter().map(|it| it.height).fold(0.0, f64::max) + ROOM;
    let columns = (1..boxes.len()).find(|columns| columns * columns >= boxes.len()).unwrap_or(1);
    for (at, place) in boxes.iter_mut().enumerate() {
        let middle = Point { x: (at % columns) as f64 * wide, y: (at / columns) as f64 * high };
        (place.x, place.y) = (middle.x, middle.y);
    }
}
