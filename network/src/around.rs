//! Parts that no tie connects stand around the largest, each where it makes the whole grow least, so that the largest
//! stays in the middle.
//!
//! As polyominoes are packed (Freivalds, Dogrusoz and Kikusts, "Disconnected graph layout and the polyomino packing
//! approach", Graph Drawing 2001): a part covers the cells of a grid that its hull touches, and so a small one finds room
//! beside what is round.

#![expect(clippy::cast_sign_loss, clippy::cast_possible_wrap, reason = "cells are few, and counted from 0")]

use super::Point;

/// How wide a cell is, in the coordinates of the nodes: no part comes nearer to another.
const CELL: f64 = 24.0;
/// The whole is no more than about so many cells wide and high.
const CELLS: f64 = 128.0;

/// From a cell to the one after the last, in a row.
type Span = (i32, i32);

/// Places parts, the first of them in the middle; each is a list of nodes, counted from its own top left corner. `wide` is
/// the wished ratio of width to height. Gives the top left corner of each.
pub(super) fn around(parts: &[Vec<Point>], wide: f64) -> Vec<Point> {
    let area: f64 = parts.iter().map(|nodes| (size(nodes, |at| at.x) + CELL) * (size(nodes, |at| at.y) + CELL)).sum();
    let cell = CELL.max(area.sqrt() / CELLS);
    let shapes: Vec<Vec<Span>> = parts.iter().map(|nodes| shape(nodes, cell)).collect();
    let mut blob = Blob::new(shapes.iter().map(Vec::len).sum());
    let mut corner = |shape: &Vec<Span>| {
        let (row, column) = blob.place(shape, wide);
        Point { x: f64::from(column) * cell, y: f64::from(row) * cell }
    };
    shapes.iter().map(&mut corner).collect()
}

fn size(nodes: &[Point], of: fn(&Point) -> f64) -> f64 {
    nodes.iter().map(of).fold(0.0, f64::max)
}

/// The cells that a part covers, row by row, with one cell around it, so that the cells between two parts that touch are
/// the room between them.
fn shape(nodes: &[Point], cell: f64) -> Vec<Span> {
    let at = |length: f64| (length / cell) as i32;
    let rows = at(size(nodes, |at| at.y)) as usize + 1;
    let mut spans: Vec<Span> = vec![EMPTY; rows];
    for node in nodes {
        if let Some(span) = spans.get_mut(at(node.y) as usize) {
            *span = joined(*span, (at(node.x), at(node.x) + 1));
        }
    }
    // Ties are straight: they stay within the hull.
    let edge = |side: fn(&Span) -> i32| hull(&spans.iter().map(side).collect::<Vec<_>>());
    let (left, right) = (edge(|span| span.0), edge(|span| -span.1));
    let own = |row: usize| {
        let least =
            |edge: &[i32]| edge.get(row..row + 2).and_then(|ends| ends.iter().min().copied()).unwrap_or_default();
        (least(&left), -least(&right))
    };
    // One cell to the right, and the row below that one to both sides: then two that touch in a corner are apart as well.
    let grown = |row: usize| {
        let here = if row < rows { (own(row).0, own(row).1 + 1) } else { EMPTY };
        let above = row.checked_sub(1).map_or(EMPTY, |row| (own(row).0 - 1, own(row).1 + 1));
        joined(here, above)
    };
    (0..=rows).map(grown).collect()
}

/// What covers nothing.
const EMPTY: Span = (i32::MAX, -i32::MAX);

fn joined(one: Span, other: Span) -> Span {
    (one.0.min(other.0), one.1.max(other.1))
}

/// The lower edge of the hull of what reaches down to these values, each of which stands from its place to the next; the
/// greatest value of all stands for none. At every place, and after the last.
fn hull(values: &[i32]) -> Vec<i32> {
    let mut corners: Vec<(i64, i64)> = Vec::new();
    for at in 0..=values.len() {
        let value = |at: usize| values.get(at).copied().unwrap_or(i32::MAX);
        let here = at.checked_sub(1).map_or(i32::MAX, value).min(value(at));
        if here == i32::MAX {
            continue;
        }
        let (x, y) = (at as i64, i64::from(here));
        while let [.., (ax, ay), (bx, by)] = corners.as_slice() {
            if (by - ay) * (x - ax) < (y - ay) * (bx - ax) {
                break;
            }
            corners.pop();
        }
        corners.push((x, y));
    }
    let mut edge = Vec::new();
    for pair in corners.windows(2) {
        if let [(ax, ay), (bx, by)] = pair {
            edge.extend((*ax..*bx).map(|x| (ay + ((by - ay) * (x - ax)).div_euclid(bx - ax)) as i32));
        }
    }
    edge.extend(corners.last().map(|(_, y)| *y as i32));
    edge
}

/// What is placed: of each row the cells from the first to the last.
struct Blob {
    rows: Vec<Span>,
    /// The row in the middle.
    middle: i32,
    /// The rows in which something stands.
    used: Span,
}

impl Blob {
    /// With room for shapes of so many rows together, above and below.
    fn new(rows: usize) -> Self {
        Self { rows: vec![EMPTY; rows * 2], middle: rows as i32, used: (0, 0) }
    }

    fn row(&mut self, row: i32) -> Option<&mut Span> {
        usize::try_from(row + self.middle).ok().and_then(|row| self.rows.get_mut(row))
    }

    /// Places a shape where the whole grows least; gives the row and the column of its corner.
    fn place(&mut self, shape: &[Span], wide: f64) -> (i32, i32) {
        let high = shape.len() as i32;
        let reach = shape.iter().fold(EMPTY, |reach, span| joined(reach, *span));
        let mut best = ((f64::INFINITY, 0.0), (0, 0));
        let tops = if self.used.0 < self.used.1 { self.used.0 - high..=self.used.1 } else { -high / 2..=-high / 2 };
        for top in tops {
            // The columns on the left and on the right of what stands in these rows.
            let (mut left, mut right) = (i32::MAX, i32::MIN);
            for (row, span) in (top..).zip(shape) {
                if let Some(taken) = self.row(row).copied().filter(|taken| taken.0 < taken.1) {
                    left = left.min(taken.0 - span.1);
                    right = right.max(taken.1 - span.0);
                }
            }
            let middle = -(reach.0 + reach.1) / 2;
            let columns = if left == i32::MAX { [middle, middle] } else { [right, left] };
            for column in columns {
                let cost = cost((column + reach.0, column + reach.1), (top, top + high), wide);
                if cost < best.0 {
                    best = (cost, (top, column));
                }
            }
        }
        let (top, column) = best.1;
        for (row, span) in (top..).zip(shape) {
            if let Some(taken) = self.row(row) {
                *taken = joined(*taken, (span.0 + column, span.1 + column));
            }
        }
        self.used = if self.used.0 < self.used.1 { joined(self.used, (top, top + high)) } else { (top, top + high) };
        best.1
    }
}

/// How far a box reaches from the middle, as a frame of the wished ratio grows; and then how far its own middle is.
fn cost(across: Span, down: Span, wide: f64) -> (f64, f64) {
    let far = |(from, to): Span| f64::from(from.abs().max(to.abs()));
    let off = |(from, to): Span| f64::from((from + to).abs());
    ((far(across) / wide).max(far(down)), off(across) / wide + off(down))
}
