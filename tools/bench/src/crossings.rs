//! How many arrows cross in a drawing, whoever drew it: counted on the lines as they are drawn, pair by pair.
//!
//! It knows nothing of layers, orders or knots, so that it can be wrong in nobody's favour.

/// A straight part of an arrow, its upper end first.
struct Part {
    arrow: u32,
    top: [f64; 2],
    bottom: [f64; 2],
}

/// The crossings of these lines, each a row of x, y, x, y …; parts of one line do not count, nor do ends that touch.
pub fn count(lines: &[&[f64]]) -> u64 {
    let mut parts = Vec::new();
    for (arrow, line) in (0..).zip(lines) {
        let points: Vec<[f64; 2]> = line.chunks_exact(2).filter_map(|point| point.try_into().ok()).collect();
        for pair in points.windows(2) {
            if let [one, other] = *pair {
                let is_down = one[1] <= other[1];
                let (top, bottom) = if is_down { (one, other) } else { (other, one) };
                parts.push(Part { arrow, top, bottom });
            }
        }
    }
    parts.sort_by(|one, other| one.top[1].total_cmp(&other.top[1]));
    // A sweep from top to bottom: only parts at the same height can cross.
    let (mut crossings, mut here): (u64, Vec<&Part>) = (0, Vec::new());
    for part in &parts {
        here.retain(|other| other.bottom[1] >= part.top[1]);
        crossings += here.iter().filter(|other| other.arrow != part.arrow && cross(part, other)).count() as u64;
        here.push(part);
    }
    crossings
}

fn cross(one: &Part, other: &Part) -> bool {
    let [left, right] = span(one);
    let [other_left, other_right] = span(other);
    left <= other_right
        && other_left <= right
        && side(one, other.top) * side(one, other.bottom) < 0.0
        && side(other, one.top) * side(other, one.bottom) < 0.0
}

fn span(part: &Part) -> [f64; 2] {
    [part.top[0].min(part.bottom[0]), part.top[0].max(part.bottom[0])]
}

/// Left or right of a part, as a sign; nearly on it is on it.
fn side(part: &Part, point: [f64; 2]) -> f64 {
    let (x, y) = (part.bottom[0] - part.top[0], part.bottom[1] - part.top[1]);
    let area = x * (point[1] - part.top[1]) - y * (point[0] - part.top[0]);
    if area.abs() < 1e-9 { 0.0 } else { area }
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn lines_that_cross_are_counted_and_lines_that_touch_are_not() {
        assert_eq!(count(&[&[0.0, 0.0, 2.0, 2.0], &[2.0, 0.0, 0.0, 2.0]]), 1);
        assert_eq!(count(&[&[0.0, 0.0, 2.0, 2.0], &[0.0, 0.0, -2.0, 2.0]]), 0);
        assert_eq!(count(&[&[0.0, 0.0, 2.0, 2.0, 0.0, 1.0, 2.0, 0.5]]), 0);
        assert_eq!(count(&[&[0.0, 0.0, 0.0, 9.0], &[-1.0, 1.0, 1.0, 2.0, -1.0, 3.0]]), 2);
    }
}
