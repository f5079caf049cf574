//! Ours without a browser, for working on the layout: crossings and time, graph by graph.
//!
//! `cargo run --release --package deal-bench -- local 20,200,1000 1,2,3`

use deal_bench::{Drawing, graph};
use std::time::Instant;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let word = |place: usize, other: &str| words.get(place).cloned().unwrap_or_else(|| other.to_owned());
    let numbers = |text: &str| text.split(',').filter_map(|word| word.parse().ok()).collect::<Vec<u32>>();
    for count in numbers(&word(1, "20,200,1000")) {
        for seed in numbers(&word(2, "1,2,3,4,5")) {
            let arrows = graph(word(0, "local") == "local", count, seed);
            let start = Instant::now();
            let drawing = Drawing::new(count, &arrows);
            let time = start.elapsed().as_secs_f64() * 1e3;
            println!("{count} pieces, seed {seed}: {} crossings, {time:.1} ms", drawing.crossings());
        }
    }
}
