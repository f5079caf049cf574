//! The module that a page fetches when a reader first looks at a picture, or saves one: it works out what stands where,
//! and makes files of what stands in the page.

mod cloud;
mod colours;
mod hand;
mod look;
mod numbers;
mod paint;
mod save;
mod sheet;
mod svg;

use deal_layered::{layered as draw, wire};
use deal_network::Tie;
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

/// The drawing of a network of few, both as the numbers of [`deal_network::wire`].
#[wasm_bindgen]
#[must_use]
pub fn arrange(network: &[f64]) -> Vec<f64> {
    let (sizes, bonds, frame) = deal_network::wire::read_network(network);
    deal_network::wire::drawing(&deal_network::arrange(&sizes, &bonds, frame))
}

/// A network of many, laid out a little at a time.
#[wasm_bindgen]
pub struct Swarm(deal_network::Swarm);

/// Begins with so many nodes and these ties: from where, to where, one after the other.
#[wasm_bindgen]
#[must_use]
pub fn swarm(nodes: usize, ties: &[u32], ticks: u32) -> Swarm {
    // The memory grows once and not step by step: each time costs the page a collection of its garbage.
    drop(std::hint::black_box(Vec::<u8>::with_capacity(nodes.min(1 << 20) * 128 + ties.len() * 64)));
    let ties = ties.chunks_exact(2).filter_map(|ends| match ends {
        [from, to] => Some(Tie { from: *from, to: *to, length: 1.0 }),
        _ => None,
    });
    Swarm(deal_network::Swarm::new(nodes, &ties.collect::<Vec<_>>(), ticks))
}

#[wasm_bindgen]
impl Swarm {
    /// Works a little; whether there is more to do.
    pub fn step(&mut self) -> bool {
        self.0.step()
    }

    /// How much is done, from 0 to 1.
    #[must_use]
    pub fn progress(&self) -> f64 {
        self.0.progress()
    }

    /// Where every node is, across and down one after the other; the last two are the size of the whole.
    #[must_use]
    pub fn positions(&self, wide: f64) -> Vec<f32> {
        self.0.positions(wide)
    }
}

fn main() {}
