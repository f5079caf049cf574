//! A layered drawing: every arrow leads from a layer to a later one, except where arrows run in a circle.
//!
//! The method of Sugiyama, Tagawa and Toda ("Methods for visual understanding of hierarchical system structures", IEEE
//! Transactions on Systems, Man, and Cybernetics 11(2), 1981), one stage a file: turn arrows that close circles,
//! give layers, weave long arrows through the layers that they pass, order each layer so that few arrows cross, give
//! places, and route. It knows sizes and arrows alone. The same input gives the same drawing.

mod circles;
mod components;
mod crossings;
mod effort;
mod lists;
mod order;
mod places;
mod ranks;
mod reinsert;
mod routes;
mod rows;
mod sift;
mod simplex;
mod starts;
mod swaps;
mod sweep;
mod tight;
mod tree;
mod weave;
pub mod wire;

use components::Component;
pub use deal_plane::{Extent, Point};
use routes::Routes;
use weave::Weave;

/// Room around the whole drawing, in CSS pixels.
const MARGIN: f64 = 8.0;
/// Room between parts of the drawing that no arrow connects.
const APART: f64 = 32.0;

/// An arrow between two pieces.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Arrow {
    /// Where it begins: a place in the list of pieces.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// The room to keep for words on it.
    pub label: Option<Extent>,
}

/// Which way the layers follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// From top to bottom: for what is narrow.
    Down,
    /// From left to right.
    Right,
    /// From right to left: the mirror of [`Flow::Right`], for scripts that run so.
    Left,
}

/// Where a piece, or words, stand: the top left corner and the size.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Place {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
    /// As given.
    pub width: f64,
    /// As given.
    pub height: f64,
    /// The layer, counted from 0 within what the piece is connected with. Layers that only words stand in count too.
    pub layer: u32,
}

/// The way of an arrow.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Route {
    /// Straight from point to point, from the border of the first piece to that of the second, and through no other.
    /// Empty where an end of the arrow is not in the list of pieces.
    pub points: Vec<Point>,
    /// Where its words stand.
    pub label: Option<Place>,
}

/// The drawing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Layered {
    /// The size of the whole.
    pub width: f64,
    /// The size of the whole.
    pub height: f64,
    /// The pieces, in the order given.
    pub nodes: Vec<Place>,
    /// The arrows, in the order given.
    pub routes: Vec<Route>,
}

/// A size or place along the flow and across it.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Pair {
    along: f64,
    across: f64,
}

impl Pair {
    fn of(extent: Extent, flow: Flow) -> Self {
        let (width, height) = (sound(extent.width), sound(extent.height));
        match flow {
            Flow::Down => Self { along: height, across: width },
            Flow::Right | Flow::Left => Self { along: width, across: height },
        }
    }
}

fn sound(size: f64) -> f64 {
    if size.is_finite() { size.clamp(0.0, 1e6) } else { 0.0 }
}

/// Draws pieces of these sizes with these arrows.
pub fn layered(nodes: &[Extent], arrows: &[Arrow], flow: Flow) -> Layered {
    let mut canvas = Canvas::new(nodes, arrows, flow);
    let parts: Vec<(Component, Weave)> = components::of(nodes, arrows, flow)
        .into_iter()
        .map(|component| {
            let mut weave = Weave::new(&component);
            order::settle(&mut weave);
            places::give(&mut weave);
            (component, weave)
        })
        .collect();
    // Parts stand side by side, and go on below when a row is as long as the whole is high.
    let area: f64 = parts.iter().map(|(_, weave)| (weave.size.along + APART) * (weave.size.across + APART)).sum();
    let widest = parts.iter().map(|(_, weave)| weave.size.across).fold(area.sqrt() * 1.2, f64::max);
    let mut corner = Pair { along: MARGIN, across: MARGIN };
    let mut row: f64 = 0.0;
    for (component, weave) in &parts {
        if corner.across > MARGIN && corner.across + weave.size.across > widest + MARGIN {
            corner = Pair { along: corner.along + row + APART, across: MARGIN };
            row = 0.0;
        }
        canvas.put(component, weave, corner);
        corner.across += weave.size.across + APART;
        row = row.max(weave.size.along);
    }
    canvas.finish()
}

/// The drawing in the making, which turns along and across into left, right, up and down.
struct Canvas {
    flow: Flow,
    size: Pair,
    drawing: Layered,
}

impl Canvas {
    fn new(nodes: &[Extent], arrows: &[Arrow], flow: Flow) -> Self {
        let place = |extent: &Extent| {
            let (width, height) = (sound(extent.width), sound(extent.height));
            Place { width, height, ..Place::default() }
        };
        let nodes = nodes.iter().map(place).collect();
        let drawing = Layered { nodes, routes: vec![Route::default(); arrows.len()], ..Layered::default() };
        Self { flow, size: Pair::default(), drawing }
    }

    fn put(&mut self, component: &Component, weave: &Weave, corner: Pair) {
        self.size.along = self.size.along.max(corner.along + weave.size.along + MARGIN);
        self.size.across = self.size.across.max(corner.across + weave.size.across + MARGIN);
        let flow = self.flow;
        let point = |at: Pair| {
            let (along, across) = (corner.along + at.along, corner.across + at.across);
            if flow == Flow::Down { Point { x: across, y: along } } else { Point { x: along, y: across } }
        };
        for (local, global) in component.nodes.iter().enumerate() {
            if let Some(place) = self.drawing.nodes.get_mut(*global) {
                let Point { x, y } = point(weave.corner(local as u32));
                (place.x, place.y, place.layer) = (x, y, weave.layer(local as u32));
            }
        }
        let routes = Routes::new(weave, component);
        for (local, global) in component.names.iter().enumerate() {
            let Some(route) = self.drawing.routes.get_mut(*global) else { continue };
            let (points, label) = routes.of(local);
            route.points = points.into_iter().map(point).collect();
            route.label = label.map(|(at, size, layer)| {
                let Point { x, y } = point(at);
                let (width, height) =
                    if flow == Flow::Down { (size.across, size.along) } else { (size.along, size.across) };
                Place { x, y, width, height, layer }
            });
        }
    }

    fn finish(mut self) -> Layered {
        let Pair { along, across } = self.size;
        (self.drawing.width, self.drawing.height) =
            if self.flow == Flow::Down { (across, along) } else { (along, across) };
        if self.flow == Flow::Left {
            let width = self.drawing.width;
            for place in &mut self.drawing.nodes {
                place.x = width - place.x - place.width;
            }
            for route in &mut self.drawing.routes {
                for point in &mut route.points {
                    point.x = width - point.x;
                }
                if let Some(label) = &mut route.label {
                    label.x = width - label.x - label.width;
                }
            }
        }
        self.drawing
    }
}
