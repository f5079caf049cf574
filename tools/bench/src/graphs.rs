//! Seeded graphs with two arrows a piece.

/// How the ends of the arrows are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Series {
    /// As in a deal: a piece depends on what stands shortly before it, mostly on what is nearest, now and then on
    /// something much earlier. No circles.
    Local,
    /// Any piece may lead to any other: mostly circles and long arrows. No deal looks so; it is the hard case.
    Uniform,
}

/// How far back, in pieces, a near arrow reaches at most.
const NEAR: u32 = 20;
/// Of a hundred arrows so many reach up to ten times as far.
const FAR: u32 = 1;

/// The ends of `2 * count` arrows.
pub fn arrows(series: Series, count: u32, seed: u32) -> Vec<(u32, u32)> {
    let mut chance = Chance(u64::from(seed) << 32 | u64::from(count));
    let mut arrows = Vec::new();
    while count > 1 && arrows.len() < 2 * count as usize {
        let (from, to) = match series {
            Series::Uniform => (chance.below(count), chance.below(count)),
            Series::Local => {
                let to = 1 + chance.below(count - 1);
                let reach = if chance.below(100) < FAR { 10 * NEAR } else { NEAR };
                let (part, whole) = (chance.below(1000), 1000);
                let Some(from) = to.checked_sub(1 + reach * part * part / (whole * whole)) else { continue };
                (from, to)
            }
        };
        if from != to {
            arrows.push((from, to));
        }
    }
    arrows
}

/// Numbers that look random and are the same everywhere (Steele, Lea, Flood, "Fast splittable pseudorandom number
/// generators", 2014).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, count: u32) -> u32 {
        (((self.next() >> 32) * u64::from(count)) >> 32) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::{Series, arrows};

    #[test]
    fn a_seed_gives_one_graph_with_two_arrows_a_piece() {
        for series in [Series::Local, Series::Uniform] {
            let graph = arrows(series, 200, 7);
            assert_eq!(graph, arrows(series, 200, 7));
            assert_ne!(graph, arrows(series, 200, 8));
            assert_eq!(graph.len(), 400);
            assert!(graph.iter().all(|(from, to)| from != to && *from < 200 && *to < 200));
        }
        assert!(arrows(Series::Local, 200, 7).iter().all(|(from, to)| from < to));
    }
}
