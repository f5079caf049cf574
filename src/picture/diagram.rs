//! What hangs on what, drawn: boxes with words in them, and arrows that say what they mean.

use super::dependence::{Arrow, Dependence};
use super::layered::{self, Extent, Flow, Layered, Place, Point};
use super::lettering::{BOLD, width, wrap};
use crate::deal::ItemId;
use crate::deal::gather::Gather;
use crate::deal::sort::sort_by;

/// The size of type of what a piece is called, in CSS pixels.
pub const NAME: f64 = 12.5;
/// The smaller words: what sort of piece it is, what comes of it, and what an arrow says.
pub const NOTE: f64 = 11.0;
/// The room around the words of a box.
pub const PAD: f64 = 10.0;
/// From one line of a name to the next, and the room of a note.
pub const LINE: f64 = 16.0;
/// The most lines that a name takes; few are longer, and the list has them whole.
const NAME_LINES: usize = 8;
/// The width of a box.
const WIDE: f64 = 180.0;
/// The most that words on an arrow take.
const LABEL: f64 = 92.0;
/// The length of an arrow's head.
const HEAD: f64 = 8.0;

/// A piece in its box.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// The piece.
    pub piece: ItemId,
    /// Where its box stands.
    pub place: Place,
    /// What sort of piece it is, in a line above its name; empty for a condition.
    pub sort: String,
    /// What it is called, line by line.
    pub name: Vec<String>,
}

/// An arrow with its words.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What it stands for.
    pub arrow: Arrow,
    /// Its way, to where its head begins.
    pub points: Vec<Point>,
    /// The head, its tip first.
    pub head: [Point; 3],
    /// The middle of its words, and the words line by line.
    pub label: Option<(Point, Vec<String>)>,
}

/// The drawing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Diagram {
    /// In CSS pixels.
    pub width: f64,
    /// In CSS pixels.
    pub height: f64,
    /// The boxes, in the order of the pieces given.
    pub nodes: Vec<Node>,
    /// The arrows, in the order given.
    pub lines: Vec<Line>,
}

/// How things are called in it.
pub struct Names<'a> {
    /// What a piece is called.
    pub piece: &'a dyn Fn(ItemId) -> String,
    /// What sort of piece it is.
    pub sort: &'a dyn Fn(ItemId) -> String,
    /// What an arrow says; empty where its ends say it.
    pub arrow: &'a dyn Fn(&Arrow) -> String,
}

/// What gives the places: [`layered::layered`], or another program that has it.
pub type Draw<'a> = &'a dyn Fn(&[Extent], &[layered::Arrow], Flow) -> Option<Layered>;

impl Diagram {
    /// Draws the pieces in layers from left to right; mirrored, from right to left. `None` where nothing draws them.
    pub fn of(dependence: &Dependence, mirrored: bool, names: &Names<'_>, draw: Draw<'_>) -> Option<Self> {
        let flow = if mirrored { Flow::Left } else { Flow::Right };
        let mut nodes: Vec<Node> = dependence.pieces.iter().map(|piece| node(*piece, WIDE, names)).gather();
        let extents: Vec<Extent> =
            nodes.iter().map(|node| Extent { width: node.place.width, height: node.place.height }).gather();
        let labels: Vec<Vec<String>> =
            dependence.arrows.iter().map(|arrow| wrap(&(names.arrow)(arrow), LABEL / NOTE, 2)).gather();
        let at = |piece: ItemId| dependence.pieces.binary_search(&piece).unwrap_or(usize::MAX);
        let arrows: Vec<layered::Arrow> = dependence
            .arrows
            .iter()
            .zip(&labels)
            .map(|(arrow, label)| layered::Arrow { from: at(arrow.from), to: at(arrow.to), label: room(label) })
            .gather();
        let Layered { width, height, nodes: places, routes } = draw(&extents, &arrows, flow)?;
        for (node, place) in nodes.iter_mut().zip(places) {
            node.place = place;
        }
        let ways = dependence.arrows.iter().zip(routes).zip(labels);
        let lines = ways.filter_map(|((arrow, route), label)| {
            let middle = |place: Place| Point { x: place.x + place.width / 2.0, y: place.y + place.height / 2.0 };
            let (points, head) = headed(route.points)?;
            Some(Line { arrow: *arrow, points, head, label: route.label.map(|place| (middle(place), label)) })
        });
        Some(Self { width, height, nodes, lines: lines.gather() })
    }

    /// The pieces as they are read: layer by layer, each from top to bottom.
    pub fn order(&self) -> Vec<ItemId> {
        let mut nodes: Vec<&Node> = self.nodes.iter().gather();
        sort_by(&mut nodes, |one, other| {
            let layers = one.place.layer.cmp(&other.place.layer);
            layers.then(one.place.y.total_cmp(&other.place.y)).then(one.piece.cmp(&other.piece))
        });
        nodes.into_iter().map(|node| node.piece).gather()
    }

    /// The same seen in a mirror; words stay as they are.
    pub(super) fn mirrored(mut self) -> Self {
        let flip = |point: &mut Point| point.x = self.width - point.x;
        for node in &mut self.nodes {
            node.place.x = self.width - node.place.x - node.place.width;
        }
        for line in &mut self.lines {
            line.points.iter_mut().for_each(flip);
            line.head.iter_mut().for_each(flip);
            line.label.iter_mut().for_each(|(point, _)| flip(point));
        }
        self
    }
}

pub(super) fn node(piece: ItemId, wide: f64, names: &Names<'_>) -> Node {
    let name = wrap(&(names.piece)(piece), (wide - 2.0 * PAD) / (NAME * BOLD), NAME_LINES);
    let sort = (names.sort)(piece);
    // Below the name there is always a line for what comes of the piece.
    let notes = if sort.is_empty() { 1.0 } else { 2.0 };
    let height = 2.0 * PAD + LINE * (name.len() as f64 + notes) - 2.0;
    Node { piece, place: Place { width: wide, height, ..Place::default() }, sort, name }
}

fn room(label: &[String]) -> Option<Extent> {
    let widest = label.iter().map(|line| width(line) * NOTE).fold(0.0, f64::max);
    (widest > 0.0).then_some(Extent { width: widest + 6.0, height: label.len() as f64 * (NOTE + 3.0) + 4.0 })
}

/// The way without its last bit, which the head takes.
pub(super) fn headed(mut points: Vec<Point>) -> Option<(Vec<Point>, [Point; 3])> {
    let tip = points.pop()?;
    let before = points.last()?;
    let (dx, dy) = (tip.x - before.x, tip.y - before.y);
    // No hypot: these lengths cannot overflow, and the machine has a root of its own.
    let length = (dx * dx + dy * dy).sqrt();
    let (ux, uy) = if length > 0.0 { (dx / length, dy / length) } else { (1.0, 0.0) };
    let base = Point { x: tip.x - ux * HEAD, y: tip.y - uy * HEAD };
    let side = |half: f64| Point { x: base.x - uy * half, y: base.y + ux * half };
    points.push(base);
    Some((points, [tip, side(HEAD * 0.45), side(-HEAD * 0.45)]))
}
