//! What the benchmarks run in a browser: seeded graphs, the layouts of the explorer, and a count of crossings that is
//! the same for every drawing.

pub mod crossings;
pub mod graphs;

use deal_explorer::picture::layered::{Arrow, Extent, Flow, Layered, Route, layered};
use graphs::Series;
use wasm_bindgen::prelude::wasm_bindgen;

/// The size of every piece, in CSS pixels.
const PIECE: Extent = Extent { width: 100.0, height: 40.0 };

/// A seeded graph as a row of from, to, from, to …
#[wasm_bindgen]
pub fn graph(is_local: bool, count: u32, seed: u32) -> Vec<u32> {
    let series = if is_local { Series::Local } else { Series::Uniform };
    graphs::arrows(series, count, seed).into_iter().flat_map(|(from, to)| [from, to]).collect()
}

/// A drawing of ours.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Drawing(Layered);

#[wasm_bindgen]
impl Drawing {
    /// Draws a graph.
    #[wasm_bindgen(constructor)]
    pub fn new(count: u32, graph: &[u32]) -> Self {
        let arrow = |pair: &[u32]| match *pair {
            [from, to] => Some(Arrow { from: from as usize, to: to as usize, label: None }),
            _ => None,
        };
        let arrows: Vec<Arrow> = graph.chunks_exact(2).filter_map(arrow).collect();
        Self(layered(&vec![PIECE; count as usize], &arrows, Flow::Down))
    }

    /// Crossings in it.
    pub fn crossings(&self) -> f64 {
        let line = |route: &Route| route.points.iter().flat_map(|point| [point.x, point.y]).collect();
        let lines: Vec<Vec<f64>> = self.0.routes.iter().map(line).collect();
        let lines: Vec<&[f64]> = lines.iter().map(Vec::as_slice).collect();
        crossings::count(&lines) as f64
    }
}

/// Crossings in any drawing: all points in one row, and for each line where it ends in it.
#[wasm_bindgen]
pub fn crossings_of(points: &[f64], ends: &[u32]) -> f64 {
    let mut start = 0;
    let mut lines = Vec::new();
    for end in ends {
        lines.push(points.get(start..*end as usize).unwrap_or_default());
        start = *end as usize;
    }
    crossings::count(&lines) as f64
}
