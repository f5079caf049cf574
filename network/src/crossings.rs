//! How often lines cross.

use super::{Place, Point};

/// Pairs of ties that cross; those that share an end do not.
pub(super) fn crossings(places: &[Point], ties: &[(usize, usize, f64)]) -> usize {
    let at = |node: usize| places.get(node).copied().unwrap_or_default();
    let mut count = 0;
    for (first, (a, b, _)) in ties.iter().enumerate() {
        for (c, d, _) in ties.iter().skip(first + 1) {
            let is_apart = a != c && a != d && b != c && b != d;
            count += usize::from(is_apart && cross((at(*a), at(*b)), (at(*c), at(*d))));
        }
    }
    count
}

type Segment = (Point, Point);

/// Whether two segments cross.
pub(super) fn cross(one: Segment, other: Segment) -> bool {
    let side = |(a, b): Segment, point: Point| (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);
    let parts = |line: Segment, other: Segment| side(line, other.0) * side(line, other.1) < 0.0;
    parts(one, other) && parts(other, one)
}

/// Whether a segment touches a box with so much room around (Liang and Barsky, "A new concept and method for line
/// clipping", ACM Transactions on Graphics 3(1), 1984).
pub(super) fn touches((a, b): Segment, place: &Place, room: f64) -> bool {
    let (mut from, mut to) = (0.0_f64, 1.0_f64);
    let axes = [
        (a.x, b.x - a.x, place.x - room, place.x + place.width + room),
        (a.y, b.y - a.y, place.y - room, place.y + place.height + room),
    ];
    for (start, way, least, most) in axes {
        if way.abs() < 1e-9 {
            if start < least || start > most {
                return false;
            }
            continue;
        }
        let (enters, leaves) = ((least - start) / way, (most - start) / way);
        from = from.max(enters.min(leaves));
        to = to.min(enters.max(leaves));
    }
    from < to
}
