//! Large deals by the number of a seed: a hundred thousand conditions that hang on each other in every way, a few of
//! them on very many. Each seed gives the same deal on every machine.

use std::fmt::Write;

use deal_explorer::deal::{Deal, read};

/// What kind of a large deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Nothing is in force: all begin open.
    Forming,
    /// In force, and nothing prevents anything.
    InForce,
    /// In force, many supports and many that prevent: one circle of nearly all that turns itself over.
    Tangled,
    /// The same with many needs, so that most of it fails as reported.
    Fallen,
    /// In force, and each condition prevents the next, round in one circle: the longest way from guess to guess.
    Ring,
}

pub(crate) const SHAPES: [Shape; 5] = [Shape::Forming, Shape::InForce, Shape::Tangled, Shape::Fallen, Shape::Ring];

/// Numbers as they come (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below this one.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// A number below this one, the smaller the likelier: a few have very much to do with others.
    fn skewed(&mut self, end: usize) -> usize {
        self.below(end).min(self.below(end)).min(self.below(end))
    }
}

/// How many of a hundred links are of each kind.
fn kinds(shape: Shape) -> [(&'static str, usize); 6] {
    let [needs, enables, causes, completes, threatens, prevents] = match shape {
        Shape::Forming => [30, 30, 12, 8, 10, 10],
        Shape::InForce => [30, 40, 18, 12, 0, 0],
        Shape::Tangled => [1, 64, 18, 7, 0, 10],
        Shape::Fallen => [40, 30, 12, 8, 0, 10],
        Shape::Ring => [0, 0, 0, 0, 0, 100],
    };
    [
        ("needs", needs),
        ("enables", enables),
        ("causes", causes),
        ("completes", completes),
        ("threatens", threatens),
        ("prevents", prevents),
    ]
}

/// A deal with so many conditions and links.
pub(crate) fn deal(shape: Shape, conditions: usize, links: usize, seed: u64) -> Deal {
    let reading = read(text(shape, conditions, links, seed).as_bytes());
    reading.deal.unwrap_or_else(|| panic!("{:?}", reading.issues.first()))
}

/// Its document. Statements are the editor's, so that they need no proofs and stay short.
fn text(shape: Shape, conditions: usize, links: usize, seed: u64) -> String {
    let mut random = Random(seed);
    let state = if shape == Shape::Forming { "forming" } else { "inForce" };
    let mut text = format!(
        r#"{{"format":1,"id":"large","title":"Large","summary":"Large.","language":"en","asOf":"2030-01-01T00:00:00Z",
        "state":"{state}","sources":[],"actors":[{{"id":"a","text":"A.","origin":"editor","name":"A","names":["A"],
        "kind":"person","standing":["party"]}}],"conditions":["#
    );
    for at in 0..conditions {
        let comma = if at > 0 { "," } else { "" };
        let certainty = if shape != Shape::Ring && random.below(10) == 0 { "possible" } else { "certain" };
        let _ = write!(
            text,
            r#"{comma}{{"id":"c{at}","text":"C.","origin":"editor","act":"do","for":["a"],"certainty":"{certainty}"}}"#
        );
    }
    text += r#"],"links":["#;
    for at in 0..links {
        let comma = if at > 0 { "," } else { "" };
        let mut number = random.below(100);
        let kind = kinds(shape).into_iter().find(|(_, share)| {
            let found = number < *share;
            number = number.saturating_sub(*share);
            found
        });
        let kind = kind.map_or("needs", |(kind, _)| kind);
        let (from, to) = match shape {
            Shape::Ring => (at % conditions, (at + 1) % conditions),
            // Many lean on the same few, and anything may come round to anything.
            _ => (random.skewed(conditions), random.below(conditions)),
        };
        let to = if from == to { (to + 1) % conditions } else { to };
        let (from, to) = if kind == "needs" { (to, from) } else { (from, to) };
        let _ = write!(
            text,
            r#"{comma}{{"id":"l{at}","text":"L.","origin":"editor","from":"c{from}","to":"c{to}","kind":"{kind}"}}"#
        );
    }
    text += "]}";
    text
}
