//! How much is looked at before a drawing is good enough, in steps of a loop and not in time: the same everywhere.

/// What is left of it.
pub(super) struct Effort(u64);

impl Effort {
    pub(super) fn of(steps: u64) -> Self {
        Self(steps)
    }

    /// Spends so much; whether there was so much left. If not, nothing more is done.
    pub(super) fn spend(&mut self, steps: u64) -> bool {
        let is_enough = self.0 >= steps;
        self.0 = if is_enough { self.0 - steps } else { 0 };
        is_enough
    }
}
