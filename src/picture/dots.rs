//! Walking among dots, of which there may be very many, and naming some of them.

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

/// So much room a name is given of a picture, in its lines squared: a picture full of names shows nothing else.
const SPARSE: f64 = 60.0;

/// A name that wants to stand beside its dot.
#[derive(Debug, Clone, Copy)]
pub struct Name<'t> {
    /// The name itself.
    pub text: &'t str,
    /// Where the middle of the dot is.
    pub at: (f64, f64),
    /// How wide the name is.
    pub width: f64,
}

/// Which of these names find room in a picture of this size, each with where it begins, halfway up the line. The first
/// come first; none lies over another or over the edge, and each line is `line` high.
pub fn lettered<'t>(size: (f64, f64), line: f64, names: &[Name<'t>]) -> Vec<(Name<'t>, (f64, f64))> {
    let most = size.0 * size.1 / (line * line * SPARSE);
    let mut placed: Vec<(Name<'t>, (f64, f64))> = Vec::new();
    for name in names {
        let ((x, y), gap) = (name.at, line * 0.6);
        let sides = [
            (x + gap, y),
            (x - gap - name.width, y),
            (x - name.width / 2.0, y - line),
            (x - name.width / 2.0, y + line),
        ];
        let free = sides.into_iter().find(|(x, y)| {
            let inside = *x >= 0.0 && x + name.width <= size.0 && y - line / 2.0 >= 0.0 && y + line / 2.0 <= size.1;
            let apart = |(other, at): &(Name<'t>, (f64, f64))| {
                (at.1 - y).abs() >= line || at.0 >= x + name.width + gap || *x >= at.0 + other.width + gap
            };
            inside && placed.iter().all(apart)
        });
        placed.extend(free.map(|place| (*name, place)));
        if placed.len() as f64 >= most {
            break;
        }
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::{Name, lettered, nearest};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn names_lie_apart_and_within_the_picture(dots in prop::collection::vec((0.0..800.0, 0.0..500.0, 5.0..200.0), 0..150)) {
            let texts: Vec<String> = (0..dots.len()).map(|at| format!("{at:03}")).collect();
            let name = |(text, &(x, y, width))| Name { text, at: (x, y), width };
            let names: Vec<Name<'_>> = texts.iter().map(String::as_str).zip(&dots).map(name).collect();
            let placed = lettered((800.0, 500.0), 14.0, &names);
            prop_assert!(placed.len() <= 35, "{} are named", placed.len());
            prop_assert!(placed.is_sorted_by_key(|(name, _)| name.text), "the first come first");
            for (at, (name, (x, y))) in placed.iter().enumerate() {
                prop_assert!(*x >= 0.0 && x + name.width <= 800.0 && *y >= 7.0 && *y <= 493.0);
                for (other, (left, middle)) in placed.iter().skip(at + 1) {
                    prop_assert!((middle - y).abs() >= 14.0 || *left >= x + name.width || *x >= left + other.width);
                }
            }
            // Nothing is in the way of the first, if there is any place for it.
            if let Some(first) = names.first().filter(|name| name.at.0 + name.width < 780.0 && (7.0..490.0).contains(&name.at.1)) {
                prop_assert_eq!(placed.first().map(|(name, _)| name.text), Some(first.text));
            }
        }
    }

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
