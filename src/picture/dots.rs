//! Walking among dots, of which there may be very many.

/// The dot among these that is nearest to this one in a direction, within a right angle around it. Places are across and
/// down, one after the other; each part of `toward` is −1, 0 or 1.
pub fn nearest(places: &[f32], from: u32, toward: (f64, f64), among: &mut dyn Iterator<Item = u32>) -> Option<u32> {
    let place = |dot: u32| {
        let at = dot as usize * 2;
        Some((f64::from(*places.get(at)?), f64::from(*places.get(at + 1)?)))
    };
    let (here, (dx, dy)) = (place(from)?, toward);
    let mut best: Option<(f64, u32)> = None;
    for dot in among {
        let Some(there) = place(dot).filter(|_| dot != from) else { continue };
        let (x, y) = (there.0 - here.0, there.1 - here.1);
        let (along, aside) = (x * dx + y * dy, (x * dy - y * dx).abs());
        let far = along + 2.0 * aside;
        if along > 0.0 && aside <= along && best.is_none_or(|(least, _)| far < least) {
            best = Some((far, dot));
        }
    }
    best.map(|(_, dot)| dot)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    /// A middle, four around it, and one far to the right.
    const PLACES: [f32; 12] = [5.0, 5.0, 8.0, 6.0, 5.0, 1.0, 1.0, 4.0, 5.0, 9.0, 20.0, 5.0];

    #[test]
    fn leads_to_the_nearest_in_that_direction_and_to_none_where_there_is_none() {
        let to = |toward| nearest(&PLACES, 0, toward, &mut (0..6));
        assert_eq!(to((1.0, 0.0)), Some(1));
        assert_eq!(to((0.0, -1.0)), Some(2));
        assert_eq!(to((-1.0, 0.0)), Some(3));
        assert_eq!(to((0.0, 1.0)), Some(4));
        assert_eq!(nearest(&PLACES, 5, (1.0, 0.0), &mut (0..6)), None, "nothing further to the right");
        assert_eq!(nearest(&PLACES, 0, (1.0, 0.0), &mut [5, 9].into_iter()), Some(5), "of those that are asked for");
        assert_eq!(nearest(&[], 0, (1.0, 0.0), &mut (0..6)), None);
    }
}
