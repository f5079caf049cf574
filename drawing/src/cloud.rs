//! Many dots and lines, as one thing: as an SVG of them is written.

#![expect(clippy::cast_sign_loss, reason = "what is below zero is no dot")]

use deal_plane::Numbers;

use crate::numbers::{number, tenths};
use crate::sheet::Colour;
use crate::svg::paint;

/// The sorts of lines, in the order in which they come: which property of the canvas has the colour, whether they are
/// dashed, and what they are called in the file.
pub(crate) const SORTS: [(&str, bool, &str); 3] = [
    ("text-decoration-color", false, "other"),
    ("outline-color", false, "support"),
    ("column-rule-color", true, "hostile"),
];

/// Dots, lines between them, and which of them have a name.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Cloud {
    /// Half the width of a dot, in pixels.
    radius: f64,
    /// How much lines cover what lies below them.
    faint: f64,
    ringed: Option<usize>,
    places: Vec<[f64; 2]>,
    /// The ends of the lines of each sort, by their places in the list of dots.
    lines: [Vec<[f64; 2]>; 3],
    /// Where the dot of each name is, and where the name begins, halfway up the line.
    pub(crate) named: Vec<[f64; 4]>,
}

/// What a cloud looks like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Looks {
    pub(crate) ink: Colour,
    /// One for each of the [`SORTS`].
    pub(crate) lines: [Colour; 3],
}

impl Cloud {
    /// The cloud that these are the numbers of: half the width of a dot, how faint lines are, the ringed dot or −1; how
    /// many dots, and each; for each sort of lines how many, and each; how many names, and each.
    pub(crate) fn read(numbers: &[f64]) -> Option<Self> {
        let mut numbers = Numbers(numbers);
        let [radius, faint, ringed] = numbers.take()?;
        let ringed = (ringed >= 0.0).then_some(ringed as usize);
        let places = list(&mut numbers)?;
        let lines = [list(&mut numbers)?, list(&mut numbers)?, list(&mut numbers)?];
        Some(Self { radius, faint, ringed, places, lines, named: list(&mut numbers)? })
    }
    fn place(&self, dot: f64) -> Option<[f64; 2]> {
        self.places.get(dot as usize).copied()
    }

    /// Writes it, from this place on: the lines of each sort as one path, the dots as circles.
    pub(crate) fn write(&self, text: &mut String, (x, y): (f64, f64), looks: &Looks) {
        let faint = number(self.faint);
        text.push_str("<g transform=\"translate(");
        pair(text, [x, y]);
        text.push_str(")\">\n");
        for (((_, dashed, name), colour), lines) in SORTS.iter().zip(looks.lines).zip(&self.lines) {
            let of = |dot: f64| self.ringed == Some(dot as usize);
            for heavy in [false, true] {
                let mut path = String::new();
                for [from, to] in lines.iter().filter(|[from, to]| !heavy || of(*from) || of(*to)) {
                    if let (Some(from), Some(to)) = (self.place(*from), self.place(*to)) {
                        path.push('M');
                        pair(&mut path, from);
                        path.push('L');
                        pair(&mut path, to);
                    }
                }
                if path.is_empty() {
                    continue;
                }
                text.extend(["<path class=\"ties ", name, if heavy { " chosen" } else { "" }, "\" fill=\"none\""]);
                text.push_str(&paint("stroke", colour));
                let (width, opacity) = if heavy { ("2", "1") } else { ("0.6", &*faint) };
                text.extend([" stroke-width=\"", width, "\" opacity=\"", opacity, "\""]);
                text.extend([if *dashed { " stroke-dasharray=\"6 3\"" } else { "" }, " d=\"", &path, "\"/>\n"]);
            }
        }
        let named: Vec<[f64; 2]> = self.named.iter().map(|[x, y, ..]| [*x, *y]).collect();
        for (name, radius, dots) in [("actors", self.radius, &self.places), ("actors named", 3.0, &named)] {
            text.extend(["<g class=\"", name, "\"", &paint("fill", looks.ink), ">\n"]);
            for [x, y] in dots {
                circle(text, [*x, *y, radius]);
            }
            text.push_str("</g>\n");
        }
        if let Some([x, y]) = self.ringed.and_then(|dot| self.places.get(dot)) {
            text.extend(["<g class=\"chosen\" fill=\"none\"", &paint("stroke", looks.ink), " stroke-width=\"2\">\n"]);
            circle(text, [*x, *y, 7.0]);
            text.push_str("</g>\n");
        }
        text.push_str("</g>\n");
    }
}

/// So many as it says first.
fn list<const COUNT: usize>(numbers: &mut Numbers<'_>) -> Option<Vec<[f64; COUNT]>> {
    let mut list = Vec::new();
    for _ in 0..numbers.count()? {
        list.push(numbers.take()?);
    }
    Some(list)
}

fn pair(text: &mut String, [x, y]: [f64; 2]) {
    tenths(text, x);
    text.push(' ');
    tenths(text, y);
}

fn circle(text: &mut String, place: [f64; 3]) {
    for (name, length) in ["<circle cx=\"", "\" cy=\"", "\" r=\""].into_iter().zip(place) {
        text.push_str(name);
        tenths(text, length);
    }
    text.push_str("\"/>\n");
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::{Cloud, Looks};
    use crate::sheet::Colour;

    const LOOKS: Looks = Looks {
        ink: Colour([20, 30, 40, 255]),
        lines: [Colour([1, 1, 1, 255]), Colour([2, 2, 2, 128]), Colour([3, 3, 3, 255])],
    };

    /// Dots in a row, each tied to the next, by each sort in turn.
    fn row(dots: u32, lines: u32, ringed: f64) -> Vec<f64> {
        let mut numbers = vec![1.6, 0.3, ringed, f64::from(dots)];
        numbers.extend((0..dots).flat_map(|dot| [f64::from(dot) * 1.25, 7.0]));
        for sort in 0..3 {
            let mine: Vec<u32> = (0..lines).filter(|line| line % 3 == sort).collect();
            numbers.push(mine.len() as f64);
            numbers.extend(mine.iter().flat_map(|line| [f64::from(line % dots), f64::from((line + 1) % dots)]));
        }
        numbers.extend([1.0, 2.5, 7.0, 30.0, 7.0]);
        numbers
    }

    fn written(cloud: &Cloud) -> String {
        let mut text = String::new();
        cloud.write(&mut text, (16.0, -3.25), &LOOKS);
        text
    }

    #[test]
    fn every_dot_is_a_circle_and_every_line_a_piece_of_the_path_of_its_sort() {
        let text = written(&Cloud::read(&row(9, 30, 4.0)).unwrap());
        let read = roxmltree::Document::parse(&text).unwrap();
        let of = |class: &str| read.descendants().find(move |node| node.attribute("class") == Some(class)).unwrap();
        let circles = |class: &str| of(class).children().filter(|node| node.has_tag_name("circle")).count();
        assert_eq!([circles("actors"), circles("actors named"), circles("chosen")], [9, 1, 1]);
        for class in ["ties other", "ties support", "ties hostile"] {
            assert_eq!(of(class).attribute("d").unwrap().matches('M').count(), 10, "{class}");
        }
        assert_eq!(of("ties hostile").attribute("stroke-dasharray"), Some("6 3"));
        assert_eq!(of("ties support").attribute("stroke-opacity"), Some("0.502"));
        assert_eq!(of("ties other").attribute("opacity"), Some("0.3"));
        assert_eq!(read.root_element().attribute("transform"), Some("translate(16 -3.3)"));
        assert!(of("ties other").attribute("d").unwrap().starts_with("M0 7L1.3 7M3.8 7L5 7"));
        let last = of("actors").children().rfind(|node| node.has_tag_name("circle")).unwrap();
        assert_eq!(
            (last.attribute("cx"), last.attribute("cy"), last.attribute("r")),
            (Some("10"), Some("7"), Some("1.6"))
        );
    }

    #[test]
    fn numbers_that_end_too_early_are_no_cloud_and_ends_that_are_no_dots_are_left_out() {
        let numbers = row(3, 3, -1.0);
        for end in 0..numbers.len() {
            assert!(numbers.get(..end).and_then(Cloud::read).is_none(), "{end}");
        }
        let mut cloud = Cloud::read(&numbers).unwrap();
        cloud.lines = [vec![[0.0, 9.0], [f64::NAN, 1e300]], vec![], vec![]];
        let text = written(&cloud);
        assert!(!text.contains("NaN") && !text.contains("<path"), "{text}");
    }

    #[test]
    fn many_are_written_briefly() {
        let cloud = Cloud::read(&row(9_000, 30_000, -1.0)).unwrap();
        let text = written(&cloud);
        assert!(text.len() < 1_400_000, "{} bytes", text.len());
    }
}
