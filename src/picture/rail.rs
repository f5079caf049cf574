//! What hangs on what, one piece below the other: for what is too narrow for layers side by side.
//!
//! An arc diagram (Wattenberg, "Arc diagrams: visualizing structure in strings", 2002) with square arcs:
//! beside the pieces run rails, one for each piece that acts on others, and branch off to what it acts on. Rails that do
//! not run side by side share a place; short ones run nearer to the pieces.

use super::dependence::{Arrow, Dependence};
use super::diagram::{Diagram, Line, NOTE, Names, Node, headed, node};
use super::layered::{Place, Point};
use super::lettering::{width, wrap};
use crate::deal::ItemId;
use crate::deal::gather::Gather;
use crate::deal::sort::sort_by_key;

/// The width that is aimed at: what a small telephone has beside the page's own margins, in CSS pixels.
const WHOLE: f64 = 284.0;
/// The least width of a box; where more rails are needed, the whole is wider.
const BOX: f64 = 176.0;
/// From rail to rail.
const RAIL: f64 = 9.0;
/// Room between a piece and the next.
const GAP: f64 = 16.0;
/// Room of the words on an arrow, which stand above the piece that it leads to.
const WORDS: f64 = 16.0;
const MARGIN: f64 = 4.0;

/// Draws the pieces in this order; mirrored, the rails run on the right.
pub fn rail(dependence: &Dependence, order: &[ItemId], mirrored: bool, names: &Names<'_>) -> Diagram {
    let row = |piece: ItemId| order.iter().position(|other| *other == piece);
    let rails = rails(dependence, &row, order.len());
    let most = rails.iter().copied().max().map_or(0, |last| last + 1);
    let side = MARGIN + RAIL * (most as f64 + 1.0);
    let wide = (WHOLE - side - MARGIN).max(BOX);
    let mut rows: Vec<Row> = Vec::new();
    let mut y = MARGIN;
    for piece in order {
        let mut node = node(*piece, wide, names);
        let said: Vec<(usize, String)> = into(dependence, *piece)
            .filter_map(|(at, arrow)| {
                let words = wrap(&(names.arrow)(arrow), (wide - 24.0) / NOTE, 1).pop()?;
                Some((at, words))
            })
            .gather();
        let top = y + said.len() as f64 * WORDS;
        node.place = Place { x: side, y: top, layer: rows.len() as u32, ..node.place };
        y = top + node.place.height + GAP;
        rows.push(Row { node, said });
    }
    let lines = dependence.arrows.iter().enumerate().filter_map(|(at, arrow)| {
        let (from, to) = (row(arrow.from)?, row(arrow.to)?);
        let (from_row, to_row) = (rows.get(from)?, rows.get(to)?);
        let x = side - RAIL * (rails.get(from).copied().unwrap_or(0) as f64 + 1.0);
        let leaves = from_row.node.place.y + from_row.node.place.height - 12.0;
        let (enters, tip, label) = to_row.entry(dependence, at);
        let way = [(side, leaves), (x, leaves), (x, enters), (tip, enters)];
        let (points, head) = headed(way.map(|(x, y)| Point { x, y }).to_vec())?;
        Some(Line { arrow: *arrow, points, head, label })
    });
    let lines = lines.gather();
    let nodes = rows.into_iter().map(|row| row.node).gather();
    let drawing = Diagram { width: side + wide + MARGIN, height: y - GAP + MARGIN, nodes, lines };
    if mirrored { drawing.mirrored() } else { drawing }
}

struct Row {
    node: Node,
    /// The arrows with words, and the words.
    said: Vec<(usize, String)>,
}

impl Row {
    /// Where an arrow enters: how high, how far, and its words.
    fn entry(&self, dependence: &Dependence, arrow: usize) -> (f64, f64, Option<(Point, Vec<String>)>) {
        let place = self.node.place;
        if let Some((line, (_, words))) = self.said.iter().enumerate().find(|(_, (at, _))| *at == arrow) {
            let y = place.y - (self.said.len() - line) as f64 * WORDS + WORDS * 0.5 - 1.0;
            let tip = place.x + 12.0;
            return (y, tip, Some((Point { x: tip + 6.0 + width(words) * NOTE / 2.0, y }, vec![words.clone()])));
        }
        let said = |at: usize| self.said.iter().any(|(other, _)| *other == at);
        let silent = into(dependence, self.node.piece).map(|(at, _)| at).filter(|at| !said(*at));
        let turn = silent.take_while(|at| *at != arrow).count();
        (place.y + 10.0 + (turn as f64 * 9.0).min((place.height - 28.0).max(0.0)), place.x, None)
    }
}

/// The arrows that lead to a piece, with their places among all.
fn into(dependence: &Dependence, piece: ItemId) -> impl Iterator<Item = (usize, &Arrow)> {
    dependence.arrows.iter().enumerate().filter(move |(_, arrow)| arrow.to == piece)
}

/// The rail of each row, counted outwards from the pieces.
fn rails(dependence: &Dependence, row: &dyn Fn(ItemId) -> Option<usize>, rows: usize) -> Vec<usize> {
    // From the uppermost row that it reaches to the lowermost.
    let mut spans: Vec<Option<(usize, usize)>> = vec![None; rows];
    for arrow in &dependence.arrows {
        let (Some(from), Some(to)) = (row(arrow.from), row(arrow.to)) else { continue };
        if let Some(span) = spans.get_mut(from) {
            let (first, last) = span.unwrap_or((from, from));
            *span = Some((first.min(to), last.max(to)));
        }
    }
    let mut short: Vec<(usize, usize)> =
        spans.iter().enumerate().filter_map(|(row, span)| span.map(|(first, last)| (last - first, row))).gather();
    sort_by_key(&mut short, |(length, _)| *length);
    let mut taken: Vec<Vec<(usize, usize)>> = Vec::new();
    let mut rails = vec![0; rows];
    for (_, row) in short {
        let Some((first, last)) = spans.get(row).copied().flatten() else { continue };
        let free = |spans: &Vec<(usize, usize)>| spans.iter().all(|(begin, end)| *end < first || last < *begin);
        let rail = taken.iter().position(free).unwrap_or(taken.len());
        if rail == taken.len() {
            taken.push(Vec::new());
        }
        if let Some(spans) = taken.get_mut(rail) {
            spans.push((first, last));
        }
        if let Some(place) = rails.get_mut(row) {
            *place = rail;
        }
    }
    rails
}
