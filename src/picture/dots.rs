//! Dots, of which there may be very many: how they fit into a frame, walking among them, and naming some.

/// What is left free at the edges of a frame, in CSS pixels.
const EDGE: f64 = 6.0;

/// How a picture fits into its frame: as large as it can be, and in the middle.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Fit {
    scale: f64,
    left: f64,
    top: f64,
}

impl Fit {
    /// Of a picture of this size in a frame of this one, both wide and high.
    pub fn new(picture: (f64, f64), frame: (f64, f64)) -> Self {
        let room = ((frame.0 - 2.0 * EDGE).max(1.0), (frame.1 - 2.0 * EDGE).max(1.0));
        let scale = (room.0 / picture.0.max(1.0)).min(room.1 / picture.1.max(1.0));
        let middle = |frame: f64, picture: f64| (frame - picture * scale) / 2.0;
        Self { scale, left: middle(frame.0, picture.0), top: middle(frame.1, picture.1) }
    }

    /// Where a dot is in the frame. Places are across and down, one after the other.
    pub fn at(&self, places: &[f32], dot: u32) -> Option<(f64, f64)> {
        let dot = dot as usize * 2;
        let (x, y) = (f64::from(*places.get(dot)?), f64::from(*places.get(dot + 1)?));
        Some((self.left + x * self.scale, self.top + y * self.scale))
    }

    /// The dot that is nearest to a point of the frame, within this distance.
    pub fn pressed(&self, places: &[f32], point: (f64, f64), within: f64) -> Option<u32> {
        let mut best: Option<(f64, u32)> = None;
        for dot in 0..places.len() as u32 / 2 {
            let (x, y) = self.at(places, dot)?;
            let far = (x - point.0) * (x - point.0) + (y - point.1) * (y - point.1);
            if far < within * within && best.is_none_or(|(least, _)| far < least) {
                best = Some((far, dot));
            }
        }
        best.map(|(_, dot)| dot)
    }
}

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
    /// Where it begins, halfway up the line: [`lettered`] finds that.
    pub begin: (f64, f64),
}

/// Leaves those of these names that find room in a picture of this size. The first come first; none lies over another or
/// over the edge, and each line is `line` high.
pub fn lettered(size: (f64, f64), line: f64, names: &mut Vec<Name<'_>>) {
    let most = size.0 * size.1 / (line * line * SPARSE);
    let mut placed = 0;
    for at in 0..names.len() {
        let (before, rest) = names.split_at_mut(at);
        let (Some(name), Some(placed_names)) = (rest.first_mut(), before.get(..placed)) else { return };
        let ((x, y), gap) = (name.at, line * 0.6);
        let sides = [
            (x + gap, y),
            (x - gap - name.width, y),
            (x - name.width / 2.0, y - line),
            (x - name.width / 2.0, y + line),
        ];
        let free = sides.into_iter().find(|(x, y)| {
            let inside = *x >= 0.0 && x + name.width <= size.0 && y - line / 2.0 >= 0.0 && y + line / 2.0 <= size.1;
            let apart = |other: &Name<'_>| {
                let at = other.begin;
                (at.1 - y).abs() >= line || at.0 >= x + name.width + gap || *x >= at.0 + other.width + gap
            };
            inside && placed_names.iter().all(apart)
        });
        if let Some(begin) = free {
            name.begin = begin;
            names.swap(placed, at);
            placed += 1;
        }
        if placed as f64 >= most {
            break;
        }
    }
    names.truncate(placed);
}

#[cfg(test)]
mod tests {
    use super::{EDGE, Fit, Name, lettered, nearest};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn names_lie_apart_and_within_the_picture(dots in prop::collection::vec((0.0..800.0, 0.0..500.0, 5.0..200.0), 0..150)) {
            let texts: Vec<String> = (0..dots.len()).map(|at| format!("{at:03}")).collect();
            let name = |(text, &(x, y, width))| Name { text, at: (x, y), width, begin: (0.0, 0.0) };
            let names: Vec<Name<'_>> = texts.iter().map(String::as_str).zip(&dots).map(name).collect();
            let mut placed = names.clone();
            lettered((800.0, 500.0), 14.0, &mut placed);
            prop_assert!(placed.len() <= 35, "{} are named", placed.len());
            prop_assert!(placed.is_sorted_by_key(|name| name.text), "the first come first");
            for (at, name) in placed.iter().enumerate() {
                let (x, y) = &name.begin;
                prop_assert!(*x >= 0.0 && x + name.width <= 800.0 && *y >= 7.0 && *y <= 493.0);
                for other in placed.iter().skip(at + 1) {
                    let (left, middle) = &other.begin;
                    prop_assert!((middle - y).abs() >= 14.0 || *left >= x + name.width || *x >= left + other.width);
                }
            }
            // Nothing is in the way of the first, if there is any place for it.
            if let Some(first) = names.first().filter(|name| name.at.0 + name.width < 780.0 && (7.0..490.0).contains(&name.at.1)) {
                prop_assert_eq!(placed.first().map(|name| name.text), Some(first.text));
            }
        }
    }

    #[test]
    fn a_picture_stands_in_the_middle_of_any_frame_and_its_dots_are_found_there() {
        let corners = [0.0, 0.0, 400.0, 200.0];
        for frame in [(800.0, 500.0), (300.0, 600.0), (5.0, 5.0)] {
            let fit = Fit::new((400.0, 200.0), frame);
            let (least, most) = (fit.at(&corners, 0).unwrap(), fit.at(&corners, 1).unwrap());
            assert!(
                (least.0 + most.0 - frame.0).abs() < 1e-6 && (least.1 + most.1 - frame.1).abs() < 1e-6,
                "{frame:?}"
            );
            assert!(frame.0 < 10.0 || least.0 >= EDGE - 1e-6 && least.1 >= EDGE - 1e-6, "{frame:?}");
            assert!(frame.0 < 10.0 || (least.0 - EDGE).abs() < 1e-6 || (least.1 - EDGE).abs() < 1e-6, "{frame:?}");
        }
        let fit = Fit::new((400.0, 200.0), (800.0, 500.0));
        let (x, y) = fit.at(&corners, 1).unwrap();
        assert_eq!(fit.pressed(&corners, (x - 8.0, y + 8.0), 16.0), Some(1));
        assert_eq!(fit.pressed(&corners, (x - 12.0, y - 12.0), 16.0), None);
        assert_eq!(fit.at(&corners, 2), None);
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
