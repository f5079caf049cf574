//! Several installations at once, with words on what is under way.

use crate::say;
use anyhow::{Result, anyhow};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError, mpsc};
use std::time::{Duration, Instant};

type Work = Box<dyn FnOnce(&Meter) -> Result<()> + Send>;

/// One installation.
struct Job {
    name: String,
    wait: String,
    work: Work,
}

/// Where a job says how far it is.
pub(super) struct Meter(Mutex<String>);

impl Meter {
    /// Replaces what the next status line says about this job.
    pub(super) fn note(&self, words: String) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = words;
    }
}

/// Queues of jobs; the queues run at the same time, each one's jobs in order.
#[derive(Default)]
pub(super) struct Lanes(Vec<Vec<Job>>);

impl Lanes {
    /// Adds a job to the queue of that number; `wait` says how long it takes, in words.
    pub(super) fn add(
        &mut self,
        lane: usize,
        name: impl Into<String>,
        wait: impl Into<String>,
        work: impl FnOnce(&Meter) -> Result<()> + Send + 'static,
    ) {
        while self.0.len() <= lane {
            self.0.push(Vec::new());
        }
        if let Some(lane) = self.0.get_mut(lane) {
            lane.push(Job { name: name.into(), wait: wait.into(), work: Box::new(work) });
        }
    }

    /// How many jobs there are.
    pub(super) fn len(&self) -> usize {
        self.0.iter().map(Vec::len).sum()
    }

    /// Runs them all. A failure stops its own lane; what already runs elsewhere is let finish, so that trying again
    /// has less to do.
    pub(super) fn run(self) -> Result<()> {
        let total = self.len();
        let begun = AtomicUsize::new(0);
        let meters: Vec<(usize, Mutex<Option<String>>, Meter)> =
            (0..self.0.len()).map(|lane| (lane, Mutex::default(), Meter(Mutex::default()))).collect();
        let (done, wait_done) = mpsc::channel::<Result<()>>();
        std::thread::scope(|scope| {
            let lanes = self.0.len();
            for (lane, (_, running, meter)) in self.0.into_iter().zip(&meters) {
                let (begun, done) = (&begun, done.clone());
                scope.spawn(move || {
                    let outcome = lane.into_iter().try_for_each(|job| one(job, begun, total, running, meter));
                    let _ = done.send(outcome);
                });
            }
            drop(done);
            let start = Instant::now();
            let (mut ended, mut failures) = (0, Vec::new());
            while ended < lanes {
                match wait_done.recv_timeout(Duration::from_secs(15)) {
                    Ok(outcome) => {
                        ended += 1;
                        failures.extend(outcome.err());
                    }
                    Err(mpsc::RecvTimeoutError::Timeout) => status(start, &meters),
                    Err(mpsc::RecvTimeoutError::Disconnected) => break,
                }
            }
            failures.into_iter().reduce(|all, next| anyhow!("{all:#}\n\n{next:#}")).map_or(Ok(()), Err)
        })
    }
}

/// Runs one job and says so before and after.
fn one(job: Job, begun: &AtomicUsize, total: usize, running: &Mutex<Option<String>>, meter: &Meter) -> Result<()> {
    let Job { name, wait, work } = job;
    let number = begun.fetch_add(1, Ordering::Relaxed) + 1;
    let start = Instant::now();
    println!("[{number}/{total}] {name}: installing, {wait} the first time …");
    set(running, Some(name.clone()));
    meter.note(String::new());
    let outcome = work(meter);
    set(running, None);
    match outcome {
        Ok(()) => println!("[{number}/{total}] {name}: ready ({})", say::since(start)),
        Err(_) => println!("[{number}/{total}] {name}: FAILED after {}", say::since(start)),
    }
    outcome.map_err(|error| error.context(format!("installing {name}")))
}

fn set(running: &Mutex<Option<String>>, name: Option<String>) {
    *running.lock().unwrap_or_else(PoisonError::into_inner) = name;
}

/// One line on everything that is under way.
fn status(start: Instant, meters: &[(usize, Mutex<Option<String>>, Meter)]) {
    let parts: Vec<String> = meters
        .iter()
        .filter_map(|(_, running, meter)| {
            let name = running.lock().unwrap_or_else(PoisonError::into_inner).clone()?;
            let note = meter.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
            Some(if note.is_empty() { name } else { format!("{name}: {note}") })
        })
        .collect();
    println!("      {:>11}  {}", say::since(start), parts.join(" · "));
}
