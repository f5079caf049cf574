//! The table, as it stands in `docs/performance.md`.

use super::reader::{LONGEST, LONGEST_LOAD};
use super::sizes::Size;
use super::summary::{Samples, Spread, Who};
use super::widget::FULL;
use std::time::Duration;

/// A cell of fewer runs says of how many.
const ENOUGH: usize = 5;

/// A task that is longer, in ms, holds up what the reader does next (Long Tasks, W3C).
const LONG: f64 = 50.0;

/// A row: what it is called, the step and the number of it, what it is held against, and the goal.
struct Row {
    name: String,
    step: String,
    number: &'static str,
    /// With which number of whose.
    against: Option<(Who, &'static str, &'static str)>,
    goal: &'static str,
    /// Of all runs the most, instead of the median.
    worst: bool,
}

fn row(name: &str, step: &str, number: &'static str, goal: &'static str) -> Row {
    let against = Some((Who::Baseline, "", ""));
    Row { name: name.to_owned(), step: step.to_owned(), number, against, goal, worst: false }
}

fn alone(row: Row) -> Row {
    Row { against: None, ..row }
}

fn rows(samples: &Samples) -> Vec<Row> {
    let mut rows = vec![
        Row { against: Some((Who::Still, "load", "content")), ..row("content, ms", "load", "content", "1.1 ×") },
        row("alive, ms", "load", "alive", ""),
        row("first screen after the file came, ms", "load", "screen", "60 at 10,000"),
        row("alive after the file came, ms", "load", "arrived", "1,000 at 100,000"),
        alone(row("blocking, ms", "load", "blocking", "0")),
        alone(row("longest task of loading, ms", "load", "longest", "50")),
        alone(row("layout shift", "load", "shift", "0.02")),
        row("first key once alive to its results, ms", "first key", "settled", ""),
        row("key to next paint, ms", "search", "paint", "1.1 ×"),
        row("key to its results, ms", "search", "settled", "1.1 ×"),
        row("work of a key, ms", "search", "work", "1.1 ×"),
        Row {
            against: Some((Who::Baseline, FULL, "")),
            ..row("key, beside a list that shows as much, ms", "search", "settled", "")
        },
        Row { against: Some((Who::Baseline, FULL, "")), ..row("work of a key, beside that, ms", "search", "work", "") },
        Row { worst: true, ..row("worst key to paint, ms", "search", "paint", "50") },
        row("search cleared, ms", "search cleared", "settled", ""),
        row("filters opened, ms", "filters opened", "settled", ""),
        row("filter chosen, ms", "filter chosen", "settled", ""),
        row("item opened, ms", "item opened", "settled", ""),
    ];
    for step in samples.steps("view ") {
        let name = format!("{}, ms", step.replace("view ", "view: "));
        rows.push(Row {
            against: Some((Who::Baseline, "view conditions", "settled")),
            ..row(&name, &step, "settled", "")
        });
    }
    rows.extend([
        alone(row("conditions as a matrix, ms", "matrix", "settled", "")),
        row("scrolling: longest frame, ms", "scroll", "longest", "16.7"),
        alone(row("scrolling: share of late frames", "scroll", "late", "0")),
        row("memory once loaded, MB", "memory loaded", "sum", "300"),
        row("memory once used, MB", "memory used", "sum", "300"),
        alone(row("of which the module’s", "memory used", "wasm", "")),
        row("scripts’ memory once closed, MB", "memory closed", "heap", ""),
        alone(row("the module’s, opened again, MB", "memory again", "wasm", "")),
    ]);
    rows
}

/// The table in Markdown: medians, least and most in brackets, how many times the baseline's.
pub(super) fn written(sizes: &[Size], samples: &Samples) -> String {
    let mut lines = Vec::new();
    let labels: Vec<&str> = sizes.iter().map(|size| size.label).collect();
    lines.push(format!("| | {} | goal |", labels.join(" | ")));
    lines.push(format!("| --- |{} --- |", " ---: |".repeat(sizes.len())));
    for row in rows(samples) {
        let cells: Vec<String> = sizes.iter().map(|size| cell(*size, &row, samples)).collect();
        lines.push(format!("| {} | {} | {} |", row.name, cells.join(" | "), row.goal));
    }
    lines.join("\n")
}

fn cell(size: Size, row: &Row, samples: &Samples) -> String {
    let Some(ours) = samples.spread(size, Who::Ours, &row.step, row.number) else {
        return missing(size, row, samples);
    };
    let other = row.against.and_then(|(who, step, number)| {
        let step = if step.is_empty() { &row.step } else { step };
        samples.spread(size, who, step, if number.is_empty() { row.number } else { number })
    });
    let mut cell = if row.worst {
        let other = other.map(|other| format!(" : {}", figure(other.most))).unwrap_or_default();
        format!("{}{other}", figure(ours.most))
    } else {
        told(ours, other)
    };
    let few = |runs: usize, whose: &str| {
        if runs < ENOUGH {
            format!(", {runs} {}{whose}", if runs == 1 { "run" } else { "runs" })
        } else {
            String::new()
        }
    };
    // What came of it may have held the page up, also where it took longer in all.
    let task = samples.spread(size, Who::Ours, &row.step, "longest").filter(|_| row.number == "settled");
    if let Some(task) = task.filter(|task| task.median > LONG) {
        cell.push_str(", a task of ");
        cell.push_str(&figure(task.median));
    }
    cell.push_str(&few(ours.runs, ""));
    cell.push_str(&other.map(|other| few(other.runs, " of the other")).unwrap_or_default());
    if samples.is_ended(size, Who::Ours, &row.step) {
        // A median of those that came in time would flatter.
        cell.push_str(", then ");
        cell.push_str(&missing(size, row, samples));
    }
    cell
}

fn told(ours: Spread, other: Option<Spread>) -> String {
    let Spread { median, least, most, .. } = ours;
    let spread = if least < most { format!(" ({}–{})", figure(least), figure(most)) } else { String::new() };
    let ratio = other.and_then(|other| ours.ratio(other)).map(|ratio| format!(", {ratio:.2} ×")).unwrap_or_default();
    format!("{}{spread}{ratio}", figure(median))
}

/// Why there is no number.
fn missing(size: Size, row: &Row, samples: &Samples) -> String {
    let over = |limit: Duration| format!("over {} s", limit.as_secs());
    if samples.is_ended(size, Who::Ours, &row.step) {
        over(if row.step == "load" { LONGEST_LOAD } else { LONGEST })
    } else {
        "–".to_owned()
    }
}

/// Three figures are as many as the noise leaves.
fn figure(number: f64) -> String {
    match number {
        0.0 => "0".to_owned(),
        small if small < 1.0 => format!("{small:.3}"),
        middle if middle < 100.0 => format!("{middle:.1}"),
        large => format!("{large:.0}"),
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::super::sizes::SIZES;
    use super::super::summary::{Sample, Samples, Who};
    use super::{figure, written};
    use serde_json::json;

    #[test]
    fn figures_are_as_exact_as_they_can_be() {
        let told: Vec<String> = [0.0, 0.0123, 1.26, 99.94, 1234.5].into_iter().map(figure).collect();
        assert_eq!(told, ["0", "0.012", "1.3", "99.9", "1234"]);
    }

    #[test]
    fn a_line_has_medians_ratios_and_what_was_ended() {
        let mut samples = Samples::default();
        let mut add = |size, who, run, step: &str, settled: f64| {
            let numbers = json!({ "settled": settled, "paint": settled, "longest": settled * 2.0 })
                .as_object()
                .cloned()
                .unwrap_or_default();
            samples.add(Sample { size, who, run, step: step.to_owned(), numbers });
        };
        for (at, (ours, other)) in
            [(30.0, 10.0), (20.0, 10.0), (45.0, 15.0), (29.0, 9.0), (31.0, 11.0)].iter().enumerate()
        {
            add("200", Who::Ours, at, "view open", *ours);
            add("200", Who::Baseline, at, "view conditions", *other);
            add("200", Who::Ours, at / 2, "search", *ours);
        }
        add("200", Who::Ours, 0, "item opened", 7.0);
        samples.end(SIZES[1], Who::Ours, "item opened");
        samples.end(SIZES[2], Who::Ours, "view open");
        let table = written(&SIZES[1..3], &samples);
        let line = |start: &str| table.lines().find(|line| line.starts_with(start)).unwrap_or_default();
        assert_eq!(
            line("| view: open"),
            "| view: open, ms | 30.0 (20.0–45.0), 3.00 ×, a task of 60.0 | over 20 s |  |"
        );
        assert_eq!(line("| worst key"), "| worst key to paint, ms | 45.0, 3 runs | – | 50 |");
        assert_eq!(line("| item"), "| item opened, ms | 7.0, 1 run, then over 20 s | – |  |");
        assert!(table.lines().all(|line| line.matches('|').count() == 5), "{table}");
    }
}
