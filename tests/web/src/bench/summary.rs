//! What was measured, and its medians.

use super::reader::Numbers;
use super::sizes::Size;
use serde_json::{Value, json};

/// Whose number it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    /// The explorer.
    Ours,
    /// The plain list.
    Baseline,
    /// The explorer's page without scripts.
    Still,
}

impl Who {
    pub(super) fn page(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Baseline => "baseline",
            Self::Still => "still",
        }
    }
}

/// One step of one run.
#[derive(Debug, Clone)]
pub(super) struct Sample {
    pub(super) size: &'static str,
    pub(super) who: Who,
    /// Of which run.
    pub(super) run: usize,
    pub(super) step: String,
    pub(super) numbers: Numbers,
}

/// All of them, and what was ended because it took too long.
#[derive(Debug, Default)]
pub(super) struct Samples {
    all: Vec<Sample>,
    ended: Vec<(&'static str, Who, String)>,
}

/// The middle, the least and the most, and of how many runs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Spread {
    pub(super) median: f64,
    pub(super) least: f64,
    pub(super) most: f64,
    pub(super) runs: usize,
}

impl Spread {
    /// Of the numbers of so many runs; `None` of none.
    pub(super) fn of(mut numbers: Vec<f64>, runs: usize) -> Option<Self> {
        numbers.sort_by(f64::total_cmp);
        let (least, most) = (*numbers.first()?, *numbers.last()?);
        let (low, high) = (numbers.get((numbers.len() - 1) / 2)?, numbers.get(numbers.len() / 2)?);
        Some(Self { median: f64::midpoint(*low, *high), least, most, runs })
    }

    /// How many times the other's median; `None` where that is nothing.
    pub(super) fn ratio(self, other: Self) -> Option<f64> {
        (other.median > 0.0).then(|| self.median / other.median)
    }
}

impl Samples {
    pub(super) fn add(&mut self, sample: Sample) {
        self.all.push(sample);
    }

    /// The steps that a run has already: where it is repeated in part, they are not counted again.
    pub(super) fn had(&self, size: Size, who: Who, run: usize) -> Vec<String> {
        let its = self.all.iter().filter(|it| (it.size, it.who, it.run) == (size.name, who, run));
        its.map(|it| it.step.clone()).collect()
    }

    /// The step is not tried again.
    pub(super) fn end(&mut self, size: Size, who: Who, step: &str) {
        self.ended.push((size.name, who, step.to_owned()));
    }

    pub(super) fn is_ended(&self, size: Size, who: Who, step: &str) -> bool {
        self.ended.iter().any(|(name, whose, ended)| (*name, *whose, ended.as_str()) == (size.name, who, step))
    }

    /// Whether nothing more can be learned: it does not open, or a step failed that was to be left out.
    pub(super) fn is_hopeless(&self, size: Size, who: Who) -> bool {
        let own: Vec<&str> =
            self.ended.iter().filter(|it| (it.0, it.1) == (size.name, who)).map(|it| it.2.as_str()).collect();
        own.iter().enumerate().any(|(at, step)| *step == "load" || own.iter().take(at).any(|before| before == step))
    }

    /// The steps of a size in the order of the first run.
    pub(super) fn steps(&self, start: &str) -> Vec<String> {
        let mut steps: Vec<String> = Vec::new();
        let ours = self.all.iter().filter(|sample| sample.who == Who::Ours).map(|sample| &sample.step);
        let ended = self.ended.iter().filter(|ended| ended.1 == Who::Ours).map(|ended| &ended.2);
        for step in ours.chain(ended).filter(|step| step.starts_with(start)) {
            if !steps.contains(step) {
                steps.push(step.clone());
            }
        }
        steps
    }

    pub(super) fn spread(&self, size: Size, who: Who, step: &str, number: &str) -> Option<Spread> {
        let fits = |sample: &&Sample| (sample.size, sample.who, sample.step.as_str()) == (size.name, who, step);
        let numbers = self.all.iter().filter(fits);
        let numbers = numbers.filter_map(|sample| Some((sample.run, sample.numbers.get(number)?.as_f64()?)));
        let (mut runs, numbers): (Vec<usize>, Vec<f64>) = numbers.unzip();
        runs.sort_unstable();
        runs.dedup();
        Spread::of(numbers, runs.len())
    }

    pub(super) fn json(&self) -> Value {
        let sample = |one: &Sample| json!({ "size": one.size, "of": one.who.page(), "run": one.run, "step": one.step, "numbers": one.numbers });
        let ended = |(size, who, step): &(&str, Who, String)| json!({ "size": size, "of": who.page(), "step": step, "ended": true });
        self.all.iter().map(sample).chain(self.ended.iter().map(ended)).collect()
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::super::sizes::SIZES;
    use super::{Sample, Samples, Spread, Who};
    use serde_json::json;

    #[test]
    fn the_median_stands_in_the_middle() {
        let spread = |numbers: &[f64]| Spread::of(numbers.to_vec(), numbers.len());
        assert_eq!(spread(&[3.0, 1.0, 2.0]), Some(Spread { median: 2.0, least: 1.0, most: 3.0, runs: 3 }));
        assert_eq!(spread(&[4.0, 1.0]), Some(Spread { median: 2.5, least: 1.0, most: 4.0, runs: 2 }));
        assert_eq!(spread(&[]), None);
    }

    #[test]
    fn a_ratio_is_of_medians_and_of_nothing_there_is_none() {
        let spread = |numbers: &[f64]| {
            Spread::of(numbers.to_vec(), 1).unwrap_or(Spread { median: 0.0, least: 0.0, most: 0.0, runs: 0 })
        };
        assert_eq!(spread(&[2.0, 3.0, 90.0]).ratio(spread(&[1.0, 2.0, 2.0])), Some(1.5));
        assert_eq!(spread(&[2.0]).ratio(spread(&[0.0])), None);
    }

    #[test]
    fn what_was_ended_is_left_out_and_twice_is_enough() {
        let mut samples = Samples::default();
        let size = SIZES[1];
        samples.end(size, Who::Ours, "view conditions");
        assert!(samples.is_ended(size, Who::Ours, "view conditions"));
        assert!(!samples.is_ended(SIZES[2], Who::Ours, "view conditions") && !samples.is_hopeless(size, Who::Ours));
        samples.end(size, Who::Ours, "view conditions");
        assert!(samples.is_hopeless(size, Who::Ours) && !samples.is_hopeless(size, Who::Baseline));
        samples.end(size, Who::Baseline, "load");
        assert!(samples.is_hopeless(size, Who::Baseline));
    }

    #[test]
    fn numbers_are_found_by_size_step_and_name() {
        let mut samples = Samples::default();
        for (who, run, paint) in [(Who::Ours, 1, 4.0), (Who::Ours, 1, 6.0), (Who::Baseline, 2, 2.0)] {
            let numbers = json!({ "paint": paint }).as_object().cloned().unwrap_or_default();
            samples.add(Sample { size: "200", who, run, step: "search".to_owned(), numbers });
        }
        assert_eq!(samples.spread(SIZES[1], Who::Ours, "search", "paint").map(|it| it.runs), Some(1));
        assert_eq!(samples.had(SIZES[1], Who::Ours, 1), ["search", "search"]);
        assert!(samples.had(SIZES[1], Who::Ours, 2).is_empty() && samples.had(SIZES[2], Who::Ours, 1).is_empty());
        let median = |who| samples.spread(SIZES[1], who, "search", "paint").map(|it| it.median);
        assert_eq!((median(Who::Ours), median(Who::Baseline)), (Some(5.0), Some(2.0)));
        assert_eq!(samples.spread(SIZES[2], Who::Ours, "search", "paint"), None);
        assert_eq!(samples.steps("sea"), ["search"]);
    }
}
