//! Where a day stands. The scale is true to time as far as all can be seen on it; where spans differ by orders of
//! magnitude it is true piece by piece, and changes at the breaks.

use crate::deal::gather::Gather;
use crate::deal::{Day, sort::sort_by};

/// Within one piece no stretch is more than so many times as long as another.
const RATIO: f64 = 20.0;

/// A scale from days to places between 0 and 1.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scale {
    /// Days with their places, both rising.
    knots: Vec<(f64, f64)>,
    /// The places at which it changes, rising.
    pub breaks: Vec<f64>,
}

/// The number of a day, counted from March 1, 0000, in the proleptic Gregorian calendar (Hinnant, "chrono-Compatible
/// Low-Level Date Algorithms", 2013).
pub fn number(day: Day) -> f64 {
    let (year, month) = (i64::from(day.year) - i64::from(day.month <= 2), i64::from(day.month));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + i64::from(day.day) - 1;
    (year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + of_year) as f64
}

impl Scale {
    /// The scale on which these days stand; the first at 0, the last at 1.
    pub fn of(mut days: Vec<f64>) -> Self {
        sort_by(&mut days, f64::total_cmp);
        days.dedup();
        // Runs of stretches that can be seen beside each other: their longest, their shortest, and how many they are.
        let mut pieces: Vec<(f64, f64, f64)> = Vec::new();
        let gaps: Vec<f64> = days.windows(2).map(|pair| if let [a, b] = pair { b - a } else { 0.0 }).gather();
        let mut of: Vec<usize> = Vec::new();
        for gap in &gaps {
            match pieces.last_mut() {
                Some((long, short, count)) if gap.max(*long) <= RATIO * gap.min(*short) => {
                    (*long, *short, *count) = (gap.max(*long), gap.min(*short), *count + 1.0);
                }
                _ => pieces.push((*gap, *gap, 1.0)),
            }
            of.push(pieces.len() - 1);
        }
        let all: f64 = pieces.iter().map(|piece| piece.2).sum();
        let (mut at, mut breaks, mut last) = (0.0, Vec::new(), 0);
        let mut knots: Vec<(f64, f64)> = days.first().map(|day| (*day, 0.0)).into_iter().gather();
        for ((day, gap), piece) in days.iter().skip(1).zip(&gaps).zip(&of) {
            if *piece != last {
                breaks.push(at);
                last = *piece;
            }
            let long: f64 = gaps.iter().zip(&of).filter(|(_, other)| *other == piece).map(|(gap, _)| gap).sum();
            let share = pieces.get(*piece).map_or(1.0, |piece| piece.2) / all.max(1.0);
            at += share * gap / long.max(f64::MIN_POSITIVE);
            knots.push((*day, at));
        }
        Self { knots, breaks }
    }

    /// The place of a day; what lies outside stands at the end.
    pub fn place(&self, day: f64) -> f64 {
        let after = self.knots.partition_point(|(knot, _)| *knot <= day);
        let before = after.checked_sub(1).and_then(|at| self.knots.get(at));
        match (before, self.knots.get(after)) {
            (Some(from), Some(to)) => from.1 + (to.1 - from.1) * (day - from.0) / (to.0 - from.0),
            (Some(only), None) | (None, Some(only)) => only.1,
            (None, None) => 0.5,
        }
    }
}
