//! Long work in shares: it pauses by itself wherever its share is used up, and goes on from there with the next.
//!
//! What pauses is an ordinary function that keeps where it is in a record of its own: it is called again, with the same,
//! until it says that all is done. Only how such functions follow each other is written as an `async` function: all of it
//! could be, but what can wait at any place is much larger than what cannot. Nothing wakes it: whoever wants it done goes
//! on with it, so it runs natively and in a page alike, in the same order whatever the shares.

use std::cell::Cell;
use std::fmt;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// What is left of the share that is being done.
#[derive(Debug, Default)]
pub(crate) struct Pace(Cell<u32>);

impl Pace {
    /// Takes a step, of at most some microseconds; not where the share is used up.
    pub(crate) fn step(&self) -> bool {
        let left = self.0.get();
        self.0.set(left.saturating_sub(1));
        left > 0
    }

    /// The step that is taken costs as much as so many more; or so many were taken in one go, of a pass through all that
    /// there is, which even in the largest document takes a few milliseconds.
    pub(crate) fn pay(&self, steps: usize) {
        self.0.set(self.0.get().saturating_sub(steps as u32));
    }

    /// Begins a share of so many steps, one at least.
    pub(crate) fn refill(&self, steps: u32) {
        self.0.set(steps.max(1));
    }

    /// Whether something is left.
    pub(crate) fn lasts(&self) -> bool {
        self.0.get() > 0
    }
}

/// Waits for the next share: the one that is being done is used up.
pub(crate) fn rest() -> Rest {
    Rest(false)
}

/// Whether it was waited.
pub(crate) struct Rest(bool);

impl Future for Rest {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if std::mem::replace(&mut self.0, true) { Poll::Ready(()) } else { Poll::Pending }
    }
}

/// Work that can be left off and gone on with.
pub struct Paced<T> {
    pace: Rc<Pace>,
    /// None once it is done.
    work: Option<Pin<Box<dyn Future<Output = T>>>>,
    done: u64,
}

impl<T> Paced<T> {
    /// Work that takes a step for whatever can be many.
    pub(crate) fn new<W: Future<Output = T> + 'static>(work: impl FnOnce(Rc<Pace>) -> W) -> Self {
        let pace = Rc::new(Pace::default());
        Self { work: Some(Box::pin(work(pace.clone()))), pace, done: 0 }
    }

    /// Goes on with so many steps, one at least; gives what comes of all once nothing is left, and that once.
    pub fn go_on(&mut self, steps: u32) -> Option<T> {
        let steps = steps.max(1);
        self.pace.refill(steps);
        let made = self.work.as_mut()?.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        self.done += u64::from(steps - self.pace.0.get());
        match made {
            Poll::Ready(made) => {
                self.work = None;
                Some(made)
            }
            Poll::Pending => None,
        }
    }

    /// How many steps were done so far.
    pub fn done(&self) -> u64 {
        self.done
    }
}

impl<T> fmt::Debug for Paced<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Paced({} steps, {})", self.done, if self.work.is_some() { "more to come" } else { "all" })
    }
}

/// All of some work at once: of what pauses, until it gives what it made.
pub(crate) fn at_once<T>(mut work: impl FnMut(&Pace) -> Option<T>) -> T {
    let pace = Pace::default();
    loop {
        pace.0.set(u32::MAX);
        if let Some(made) = work(&pace) {
            return made;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Pace, Paced, at_once, rest};
    use std::rc::Rc;

    /// Adds up the numbers to one; where it is, and what it has so far, is kept.
    fn sum(to: u32, (at, sum): &mut (u32, u32), pace: &Pace) -> Option<u32> {
        while *at < to {
            if !pace.step() {
                return None;
            }
            *at += 1;
            *sum += *at;
        }
        Some(*sum)
    }

    #[test]
    fn after_a_pass_it_waits_where_the_share_is_used_up() {
        let passes = |pace: Rc<Pace>| async move {
            let mut passed = 0;
            let mut pass = || {
                while passed < 10 && pace.lasts() {
                    passed += 1;
                    pace.pay(30);
                }
                passed == 10 && pace.lasts()
            };
            while !pass() {
                rest().await;
            }
        };
        for (share, shares) in [(10, 11), (30, 11), (31, 6), (301, 1)] {
            let mut work = Paced::new(passes);
            let taken = (1..100).find(|_| work.go_on(share).is_some()).unwrap();
            assert_eq!(taken, shares, "of {share}");
        }
    }

    #[test]
    fn in_shares_and_at_once_come_to_the_same() {
        let mut cursor = (0, 0);
        assert_eq!(at_once(|pace| sum(100, &mut cursor, pace)), 5050);
        for share in [0, 1, 7, 99, 100, 101, 102, u32::MAX] {
            let mut work = Paced::new(|pace| async move {
                let mut cursor = (0, 0);
                loop {
                    match sum(100, &mut cursor, &pace) {
                        Some(sum) => break sum,
                        None => rest().await,
                    }
                }
            });
            let mut shares = 1;
            let made = loop {
                match work.go_on(share) {
                    Some(made) => break made,
                    None => assert_eq!(work.done(), u64::from(share.max(1)) * shares),
                }
                shares += 1;
            };
            assert_eq!((made, work.done(), work.go_on(share)), (5050, 100, None));
        }
    }
}
