//! The order of each layer, so that few arrows cross.
//!
//! Several first orders are swept up and down, with neighbours changing places in between (Gansner, Koutsofios, North,
//! Vo, "A technique for drawing directed graphs", IEEE Transactions on Software Engineering 19(3), 1993), and long arrows
//! are drawn anew one by one. The best order goes on the same way, until that does not help, or enough was tried. The
//! last one is polished: long arrows are drawn anew and pieces sifted, in turns.

use super::effort::Effort;
use super::reinsert::Reinsert;
use super::rows::Rows;
use super::starts::{self, Walk};
use super::sweep::{Manner, sweep};
use super::weave::Weave;
use super::{sift, swaps};

/// How often the best order goes on at most, and how often without a better one.
const CYCLES: usize = 2;
const PATIENCE: usize = 1;
/// How often the last one is polished at most, and how often without a crossing less.
const POLISH: usize = 4;
const SHINE: usize = 2;
/// What all that may cost: a drawing of a thousand pieces takes a tenth of it.
const EFFORT: u64 = 150_000_000;

/// Gives every layer its order.
pub(super) fn settle(weave: &mut Weave) {
    let mut order = Order { weave, effort: Effort::of(EFFORT), again: Reinsert::default() };
    let (mut least, mut best) = (u64::MAX, Rows::default());
    for walk in [Walk::Down, Walk::Up, Walk::Deep] {
        if least > 0 {
            let mut rows = starts::begin(order.weave, walk);
            let crossings = order.cycle(&mut rows, walk != Walk::Up, true);
            if crossings < least {
                (least, best) = (crossings, rows);
            }
        }
    }
    let (mut rows, mut idle) = (best.clone(), 0);
    for cycle in 0..CYCLES {
        if least == 0 || idle > PATIENCE {
            break;
        }
        let crossings = order.cycle(&mut rows, cycle % 2 == 0, false);
        idle += 1;
        if crossings < least {
            (least, idle) = (crossings, 0);
            best.clone_from(&rows);
        }
    }
    if least > 0 {
        order.polish(&mut best, POLISH);
    }
    weave.layers = best.into_layers();
}

/// What an order is worked on with.
struct Order<'a> {
    weave: &'a Weave,
    effort: Effort,
    again: Reinsert,
}

impl Order<'_> {
    /// Four sweeps, and in the best of them long arrows are drawn anew; gives the crossings that are left.
    fn cycle(&mut self, rows: &mut Rows, down: bool, median: bool) -> u64 {
        let (mut least, mut best) = (rows.crossings(self.weave), rows.clone());
        for round in 0..4 {
            if !self.effort.spend(4 * rows.places.len() as u64) {
                break;
            }
            // Equals change places in the sort of the first two sweeps and after that of the others.
            let turn = round < 2;
            sweep(rows, self.weave, Manner { down: (round % 2 == 0) == down, median, turn });
            let crossings = rows.crossings(self.weave) - swaps::settle(rows, self.weave, !turn, &mut self.effort);
            if crossings < least || round == 0 {
                least = crossings;
                best.clone_from(rows);
            }
        }
        *rows = best;
        least - self.again.all(rows, self.weave, false, &mut self.effort)
    }

    /// Draws long arrows anew and sifts, in turns; gives how many crossings that saves.
    fn polish(&mut self, rows: &mut Rows, rounds: usize) -> u64 {
        let (mut sum, mut idle) = (0, 0);
        for round in 0..rounds {
            // Of what is equally good, what is farther right in every other round: so a drawing does not get stuck.
            let right = round % 2 == 1;
            let saved = self.again.all(rows, self.weave, right, &mut self.effort)
                + sift::all(rows, self.weave, right, &mut self.effort);
            sum += saved;
            idle = if saved == 0 { idle + 1 } else { 0 };
            if idle == SHINE {
                break;
            }
        }
        sum
    }
}
