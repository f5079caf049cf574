//! `cargo bench --no-default-features --bench reason`: what one change of a large deal costs, as it is released.
//!
//! It measures and judges nothing: a time that passes or fails would say more about the machine than about the code.
//! What must not grow is counted in `tests/reason_effort.rs`. In a browser it takes about twice as long.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

#[path = "../tests/reason/large.rs"]
mod large;

use std::time::{Duration, Instant};

use deal_explorer::deal::{Deal, ItemId};
use deal_explorer::reason::{Linchpins, Scenario, Setting, Verdict};
use large::{Random, SHAPES, Shape};

const CONDITIONS: usize = 100_000;
const LINKS: usize = 300_000;
const CHANGES: usize = 1000;
/// No measurement goes on for longer.
const LONGEST: Duration = Duration::from_secs(2);

fn main() {
    println!("{CONDITIONS} conditions, {LINKS} links, at most {CHANGES} changes; times in milliseconds");
    for shape in SHAPES {
        let links = if shape == Shape::Ring { CONDITIONS } else { LINKS };
        let deal = large::deal(shape, CONDITIONS, links, 1);
        println!("\n{shape:?}");
        measure(&deal);
    }
}

fn measure(deal: &Deal) {
    let start = Instant::now();
    let mut scenario = Scenario::new(deal, true);
    let built = start.elapsed();
    let pieces: Vec<ItemId> = deal.items().map(|(id, _)| id).filter(|id| scenario.is_settable(*id)).collect();
    let count = |verdict| pieces.iter().filter(|id| scenario.verdict(**id) == Some(verdict)).count();
    let verdicts = [Verdict::Holds, Verdict::Open, Verdict::Unsupported, Verdict::Fails].map(count);
    println!("  the beginning {:>10}   hold, open, unsupported, fail: {verdicts:?}", words(built));
    let mut random = Random(2);
    let (mut changes, mut alike) = (Vec::new(), Vec::new());
    let begun = Instant::now();
    for at in (0..CHANGES).take_while(|_| begun.elapsed() < LONGEST) {
        let id = pieces[random.below(pieces.len())];
        let setting = [Setting::Holds, Setting::Open, Setting::Fails][at % 3];
        for setting in [Some(setting), None] {
            let start = Instant::now();
            alike.push(scenario.suppose(id, setting).len());
            changes.push(start.elapsed());
        }
    }
    say("one change", changes);
    alike.sort_unstable();
    println!(
        "  pieces changed      median {:>9}   of a hundred, 99 below {:>9}   most {:>9}",
        alike[alike.len() / 2],
        alike[alike.len() * 99 / 100],
        alike[alike.len() - 1]
    );
    let mut search = Linchpins::new(deal, true);
    let mut slices = Vec::new();
    let begun = Instant::now();
    for _ in (0..CHANGES).take_while(|_| begun.elapsed() < LONGEST) {
        let (start, (before, _)) = (Instant::now(), search.progress());
        while search.progress().0 == before && search.go_on(1000) {}
        slices.push(start.elapsed());
    }
    let start = Instant::now();
    while start.elapsed() < LONGEST && search.go_on(1000) {}
    let (done, all) = search.progress();
    println!("  linchpins      {:>9} of {all} in {} more", done - slices.len(), words(start.elapsed()));
    say("one linchpin", slices);
}

fn say(name: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |share: usize| words(times[(times.len() - 1) * share / 100]);
    println!("  {name:<14} median {:>9}   of a hundred, 99 below {:>9}   longest {:>9}", at(50), at(99), at(100));
}

fn words(time: Duration) -> String {
    format!("{:.3}", time.as_secs_f64() * 1000.0)
}
