//! Counts what was tested, over all stages, and says the sum in one line.

use crate::{run, say};
use anyhow::{Context, Result};
use std::io::{BufRead, BufReader};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

/// So many tests of one run may need a second try; more are no hiccup of a browser.
const HICCUPS: usize = 3;

/// The sum so far, and what to read again at the end.
#[derive(Default)]
pub(crate) struct Tally {
    passed: usize,
    failed: usize,
    skipped: usize,
    notes: Vec<String>,
}

impl Tally {
    /// One check that is no program: its error is its report.
    pub(crate) fn check(&mut self, name: &str, check: impl FnOnce() -> Result<()>) -> bool {
        let start = begin(name);
        let outcome = check();
        self.one(name, outcome, start)
    }

    /// One program that passes if it ends well.
    pub(crate) fn program(&mut self, name: &str, command: &mut Command) -> bool {
        self.check(name, || run::aloud(command))
    }

    /// A run of Rust's test programs: every test case counts. Gives whether none failed.
    pub(crate) fn cases(&mut self, name: &str, command: &mut Command) -> bool {
        let start = begin(name);
        let outcome = counted(command);
        self.many(name, outcome, start)
    }

    /// The same for tests that use a whole browser, which stumbles now and then: where a few fail, each is tried once
    /// more by itself. What passes then counts, and is named at the end; what fails again has failed.
    pub(crate) fn cases_tried_twice(&mut self, name: &str, mut run: impl FnMut(Option<&str>) -> Counted) {
        let start = begin(name);
        let outcome = run(None).and_then(|(mut count, ended_well)| {
            for test in count.worth_a_second_try() {
                println!("-- once more: {test}");
                let (again, _) = run(Some(&test))?;
                if count.take_back(&test, &again) {
                    self.notes.push(format!("PASSED ONLY AT THE SECOND TRY  {name}: {test}"));
                }
            }
            let mended = !ended_well && count.failed == 0 && count.retried > 0;
            Ok((count, ended_well || mended))
        });
        self.many(name, outcome, start);
    }

    fn many(&mut self, name: &str, outcome: Counted, start: Instant) -> bool {
        match outcome {
            Ok((count, ended_well)) => {
                self.passed += count.passed;
                self.failed += count.failed;
                self.skip_many(name, count.skipped);
                if count.failed > 0 {
                    self.notes.push(format!("FAILED  {name}: {}", count.names.join(", ")));
                } else if !ended_well || count.passed == 0 {
                    // It did not compile, or stopped, or ran nothing: that must not look like success.
                    let words = if ended_well { "ran no test" } else { "did not compile or stopped early" };
                    self.failed += 1;
                    self.notes.push(format!("FAILED  {name}: {words}"));
                }
                println!("-- {} passed, {} failed in {}", count.passed, count.failed, say::since(start));
                count.failed == 0 && ended_well
            }
            Err(error) => self.one(name, Err(error), start),
        }
    }

    /// Something that cannot be tested on this machine.
    pub(crate) fn skip(&mut self, name: &str, why: &str) {
        println!("\n== {name}\n-- skipped: {why}");
        self.skipped += 1;
        self.notes.push(format!("skipped {name}: {why}"));
    }

    /// The closing lines. The last one is always the sum.
    pub(crate) fn close(self) -> ExitCode {
        println!();
        for note in &self.notes {
            println!("{note}");
        }
        let skipped = if self.skipped > 0 { format!(", {} skipped", self.skipped) } else { String::new() };
        println!("{} passed, {} failed{skipped}", self.passed, self.failed);
        if self.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    fn one(&mut self, name: &str, outcome: Result<()>, start: Instant) -> bool {
        let passed = outcome.is_ok();
        match outcome {
            Ok(()) => {
                self.passed += 1;
                println!("-- passed in {}", say::since(start));
            }
            Err(error) => {
                self.failed += 1;
                let words = format!("{error:#}");
                println!("-- FAILED in {}: {words}", say::since(start));
                self.notes.push(format!("FAILED  {name}: {}", words.lines().next().unwrap_or_default()));
            }
        }
        passed
    }

    fn skip_many(&mut self, name: &str, count: usize) {
        if count > 0 {
            self.skipped += count;
            self.notes.push(format!("skipped {name}: {count} ignored"));
        }
    }
}

fn begin(name: &str) -> Instant {
    say::heading(name);
    Instant::now()
}

/// What they said, and whether they ended well.
type Counted = Result<(Count, bool)>;

/// What Rust's test programs said.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    passed: usize,
    failed: usize,
    skipped: usize,
    /// How many failed first, and passed at the second try.
    retried: usize,
    /// Those that failed.
    names: Vec<String>,
}

impl Count {
    /// The tests that failed, where they are few, and each is known by its name.
    fn worth_a_second_try(&self) -> Vec<String> {
        if self.failed == self.names.len() && self.failed <= HICCUPS { self.names.clone() } else { Vec::new() }
    }

    /// Counts a test as passed where its second try, of itself alone, has passed; whether it has.
    fn take_back(&mut self, test: &str, again: &Self) -> bool {
        let passed = (again.passed, again.failed) == (1, 0);
        if passed {
            self.names.retain(|name| name != test);
            self.passed += 1;
            self.retried += 1;
            self.failed = self.failed.saturating_sub(1);
        }
        passed
    }

    /// Reads one line: a test's own, or the sum `test result: ok. 2 passed; 0 failed; 1 ignored; …`.
    fn read(&mut self, line: &str) {
        if let Some(name) = line.strip_prefix("test ").and_then(|line| line.split_once(" ... "))
            && name.1.trim().starts_with("FAIL")
        {
            self.names.push(name.0.to_owned());
        }
        let Some((_, sum)) = line.split_once("test result:").and_then(|(_, sum)| sum.split_once(". ")) else { return };
        for part in sum.split(';') {
            let mut words = part.split_whitespace();
            let (Some(number), Some(kind)) = (words.next().and_then(|word| word.parse::<usize>().ok()), words.next())
            else {
                continue;
            };
            match kind {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" => self.skipped += number,
                _ => {}
            }
        }
    }
}

/// Runs the command, shows what it prints, and counts.
pub(crate) fn counted(command: &mut Command) -> Counted {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().context("cannot start")?;
    let mut count = Count::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            count.read(&line);
        }
    }
    Ok((count, child.wait()?.success()))
}

#[cfg(test)]
mod tests {
    use super::Count;

    #[test]
    fn the_sums_of_several_programs_add_up() {
        let mut count = Count::default();
        for line in [
            "test deal::reads ... ok",
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s",
            "test page::opens ... FAILED",
            "test result: FAILED. 3 passed; 1 failed; 0 ignored; 0 measured; 2 filtered out; finished in 1.20s",
        ] {
            count.read(line);
        }
        let names = vec!["page::opens".to_owned()];
        assert_eq!(count, Count { passed: 15, failed: 1, skipped: 1, retried: 0, names });
    }

    fn failed(names: &[&str]) -> Count {
        let names: Vec<String> = names.iter().map(ToString::to_string).collect();
        Count { passed: 10, failed: names.len(), names, ..Count::default() }
    }

    #[test]
    fn a_second_try_that_passes_takes_a_failure_back_and_one_that_fails_does_not() {
        let mut count = failed(&["a", "b"]);
        assert_eq!(count.worth_a_second_try(), ["a", "b"]);
        assert!(count.take_back("a", &Count { passed: 1, ..Count::default() }));
        assert!(!count.take_back("b", &Count { failed: 1, ..Count::default() }));
        assert!(!count.take_back("b", &Count::default()), "it did not run at all");
        let expected = Count { passed: 11, failed: 1, skipped: 0, retried: 1, names: vec!["b".to_owned()] };
        assert_eq!(count, expected);
    }

    #[test]
    fn many_failures_and_unnamed_ones_get_no_second_try() {
        assert_eq!(failed(&["a", "b", "c", "d"]).worth_a_second_try(), Vec::<String>::new());
        let unnamed = Count { failed: 2, ..failed(&["a"]) };
        assert_eq!(unnamed.worth_a_second_try(), Vec::<String>::new());
    }
}
