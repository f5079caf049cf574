//! Long work in shares: it is written as it would run in one go, and pauses by itself wherever its share is used up.
//!
//! That it can wait between any two steps is what an `async` function is for. Nothing wakes it: whoever wants it done goes
//! on with it, so it runs natively and in a page alike, in the same order whatever the shares. The steps themselves are
//! closures, and not parts of those functions: what can wait is larger than what cannot.

use std::cell::Cell;
use std::fmt;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// What is left of the share that is being done.
#[derive(Debug, Default)]
pub(crate) struct Pace(Cell<u32>);

impl Pace {
    /// Takes a step after the other, of at most some microseconds each, until one says that there are no more.
    pub(crate) fn until<'w>(&'w self, step: &'w mut dyn FnMut() -> bool) -> Steps<'w> {
        Steps { pace: self, step }
    }

    /// So many steps were taken in one go: of a pass through all that there is, which even in the largest document takes
    /// a few milliseconds. It waits if that was the rest of the share.
    pub(crate) fn passed(&self, steps: usize) -> Passed<'_> {
        self.pay(steps);
        Passed(self)
    }

    /// The step that is taken costs as much as so many more.
    pub(crate) fn pay(&self, steps: usize) {
        self.0.set(self.0.get().saturating_sub(steps as u32));
    }
}

/// Steps that are being taken.
pub(crate) struct Steps<'w> {
    pace: &'w Pace,
    step: &'w mut dyn FnMut() -> bool,
}

impl Future for Steps<'_> {
    type Output = ();

    #[inline(never)]
    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        let Self { pace, step } = self.get_mut();
        while let Some(left) = pace.0.get().checked_sub(1) {
            pace.0.set(left);
            if !step() {
                return Poll::Ready(());
            }
        }
        Poll::Pending
    }
}

/// Steps that were taken.
pub(crate) struct Passed<'w>(&'w Pace);

impl Future for Passed<'_> {
    type Output = ();

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if self.0.0.get() > 0 { Poll::Ready(()) } else { Poll::Pending }
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
        self.pace.0.set(steps);
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

/// All of some work at once.
pub(crate) fn at_once<T>(pace: &Pace, work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    loop {
        pace.0.set(u32::MAX);
        if let Poll::Ready(made) = work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return made;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Pace, Paced, at_once};
    use std::rc::Rc;

    async fn sum(to: u32, pace: &Pace) -> u32 {
        let mut sum = 0;
        let mut numbers = 1..=to;
        pace.until(&mut || numbers.next().map(|number| sum += number).is_some()).await;
        sum
    }

    #[test]
    fn after_a_pass_it_waits_where_the_share_is_used_up() {
        let passes = |pace: Rc<Pace>| async move {
            for _ in 0..10 {
                pace.passed(30).await;
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
        let pace = Pace::default();
        assert_eq!(at_once(&pace, sum(100, &pace)), 5050);
        for share in [0, 1, 7, 99, 100, 101, 102, u32::MAX] {
            let mut work = Paced::new(|pace| async move { sum(100, &pace).await });
            let mut shares = 1;
            let made = loop {
                match work.go_on(share) {
                    Some(made) => break made,
                    None => assert_eq!(work.done(), u64::from(share.max(1)) * shares),
                }
                shares += 1;
            };
            // To see that there are no more is a step, too.
            assert_eq!((made, work.done(), work.go_on(share)), (5050, 101, None));
        }
    }
}
