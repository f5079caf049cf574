//! Numbers that look thrown and are the same every time: `SplitMix64` (Steele, Lea and Flood, 2014).

/// A stream of numbers from a seed.
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Below the count; 0 where it is 0.
    pub(super) fn below(&mut self, count: usize) -> usize {
        (self.next() % count.max(1) as u64) as usize
    }

    /// Below the count, and far more often among the first: the cube of a throw, so that of ten thousand the first is
    /// hit by one throw in twenty and a fifth of them by more than half of all.
    pub(super) fn skewed(&mut self, count: usize) -> usize {
        const STEPS: u64 = 1 << 20;
        let throw = u128::from(self.next() % STEPS);
        ((throw.pow(3) * count as u128) >> 60) as usize
    }

    /// So often in a hundred.
    pub(super) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of a few.
    pub(super) fn one<T: Copy + Default>(&mut self, choices: &[T]) -> T {
        choices.get(self.below(choices.len())).copied().unwrap_or_default()
    }
}
