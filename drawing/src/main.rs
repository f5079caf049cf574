//! The module that a page fetches when a reader first looks at a picture: it works out what stands where.

use deal_layered::{layered as draw, wire};
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// The layered drawing of a graph, both as the numbers of [`wire`].
#[wasm_bindgen]
#[must_use]
pub fn layered(graph: &[f64]) -> Vec<f64> {
    let (nodes, arrows, flow) = wire::read_graph(graph);
    wire::drawing(&draw(&nodes, &arrows, flow))
}

fn main() {}
