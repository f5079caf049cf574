//! A graph and its drawing as plain numbers, for a program that has the drawing done by another one.
//!
//! The numbers of a graph: its flow; how many pieces; the width and height of each; then of each arrow from where, to
//! where, and the width and height of its words, both −1 where it has none. Those of a drawing: its width and height; of
//! each piece left, top and layer; then of each arrow how many points and these, and of its words left, top, width,
//! height and layer, where it has any.

#![expect(clippy::cast_sign_loss, reason = "what is below zero is no such number, and counts as 0")]

use deal_plane::Numbers;

use crate::{Arrow, Extent, Flow, Layered, Place, Point, Route};

/// The numbers of a graph.
pub fn graph(nodes: &[Extent], arrows: &[Arrow], flow: Flow) -> Vec<f64> {
    let mut numbers = vec![f64::from(flow as u8), nodes.len() as f64];
    for node in nodes {
        numbers.extend_from_slice(&[node.width, node.height]);
    }
    for arrow in arrows {
        let words = arrow.label.unwrap_or(Extent { width: -1.0, height: -1.0 });
        numbers.extend_from_slice(&[arrow.from as f64, arrow.to as f64, words.width, words.height]);
    }
    numbers
}

/// The graph that these are the numbers of; where they are cut short, so is it.
pub fn read_graph(numbers: &[f64]) -> (Vec<Extent>, Vec<Arrow>, Flow) {
    let mut numbers = Numbers(numbers);
    let flow =
        [Flow::Down, Flow::Right, Flow::Left].into_iter().nth(numbers.count().unwrap_or(0)).unwrap_or(Flow::Down);
    let mut nodes = Vec::new();
    for _ in 0..numbers.count().unwrap_or(0) {
        let Some([width, height]) = numbers.take() else { break };
        nodes.push(Extent { width, height });
    }
    let mut arrows = Vec::new();
    while let Some([from, to, width, height]) = numbers.take() {
        let label = (width >= 0.0 && height >= 0.0).then_some(Extent { width, height });
        arrows.push(Arrow { from: from as usize, to: to as usize, label });
    }
    (nodes, arrows, flow)
}

/// The numbers of a drawing.
pub fn drawing(drawing: &Layered) -> Vec<f64> {
    let mut numbers = vec![drawing.width, drawing.height];
    for place in &drawing.nodes {
        numbers.extend_from_slice(&[place.x, place.y, f64::from(place.layer)]);
    }
    for route in &drawing.routes {
        numbers.push(route.points.len() as f64);
        for point in &route.points {
            numbers.extend_from_slice(&[point.x, point.y]);
        }
        numbers.push(f64::from(u8::from(route.label.is_some())));
        if let Some(words) = route.label {
            numbers.extend_from_slice(&[words.x, words.y, words.width, words.height, f64::from(words.layer)]);
        }
    }
    numbers
}

/// The drawing that these are the numbers of, of pieces of these sizes and so many arrows; `None` where they are not.
pub fn read_drawing(numbers: &[f64], nodes: &[Extent], arrows: usize) -> Option<Layered> {
    let mut numbers = Numbers(numbers);
    let [width, height] = numbers.take()?;
    let mut drawing = Layered { width, height, ..Layered::default() };
    for node in nodes {
        let [x, y, layer] = numbers.take()?;
        drawing.nodes.push(Place { x, y, width: node.width, height: node.height, layer: layer as u32 });
    }
    for _ in 0..arrows {
        let mut route = Route::default();
        for _ in 0..numbers.count()? {
            let [x, y] = numbers.take()?;
            route.points.push(Point { x, y });
        }
        if numbers.count()? == 1 {
            let [x, y, width, height, layer] = numbers.take()?;
            route.label = Some(Place { x, y, width, height, layer: layer as u32 });
        }
        drawing.routes.push(route);
    }
    Some(drawing)
}
