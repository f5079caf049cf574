//! Which pieces hang on each other in a circle, and in what order the circles come.

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use super::graph::Graph;
use super::verdict::Verdict;
use super::why::Rule;

/// Numbers the circles, where their order matters: where a piece that may hold without being set turns another over.
/// Else all pieces are one circle, which the order of rules cannot change.
pub(super) fn find(graph: &mut Graph) {
    let live = |graph: &Graph, from: u32| graph.begin(from) == Verdict::Holds;
    if !graph.edges.iter().any(|edge| edge.rule == Rule::Prevent && live(graph, edge.from)) {
        return;
    }
    let mut pieces = DiGraph::<(), ()>::with_capacity(graph.len(), graph.edges.len());
    for _ in 0..graph.len() {
        pieces.add_node(());
    }
    for edge in &graph.edges {
        pieces.add_edge(NodeIndex::new(edge.from as usize), NodeIndex::new(edge.to as usize), ());
    }
    // They come with what rules lead to before what they come from.
    let circles = kosaraju_scc(&pieces);
    let count = circles.len();
    for (at, circle) in circles.into_iter().enumerate() {
        for node in circle {
            if let Some(place) = graph.circle.get_mut(node.index()) {
                *place = (count - 1 - at) as u32;
            }
        }
    }
    graph.tangled = vec![false; count];
    for edge in &graph.edges {
        let circle = graph.circle_of(edge.from);
        let within = circle == graph.circle_of(edge.to);
        if edge.rule == Rule::Prevent
            && within
            && live(graph, edge.from)
            && let Some(tangled) = graph.tangled.get_mut(circle as usize)
        {
            *tangled = true;
        }
    }
}
