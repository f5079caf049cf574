//! A hash table of numbers, four bytes a slot: what they stand for stays where it is.

/// The slots, a power of two of them; at least half stay empty, so that a search soon meets one.
///
/// Of the bits of an entry, so many as number the slots are its number, counted from 1. The others are those of its hash:
/// where they are others, it need not be looked up.
#[derive(Debug, Clone)]
pub(crate) struct Slots(Vec<u32>);

impl Slots {
    /// With room for so many numbers, none of which is there yet.
    pub(crate) fn of(numbers: usize) -> Self {
        Self(vec![0; (numbers * 2).next_power_of_two()])
    }

    /// For how many numbers there is room.
    pub(crate) fn room(&self) -> usize {
        self.0.len() / 2
    }

    /// The number that has this hash and is the right one; and its slot, or where it would stand.
    #[inline(never)]
    pub(crate) fn find(&self, hash: u32, is_right: &dyn Fn(u32) -> bool) -> (usize, Option<u32>) {
        let mask = self.mask();
        let mut slot = hash & mask;
        while let Some(entry) = self.0.get(slot as usize).copied().filter(|entry| *entry != 0) {
            let number = (entry & mask).saturating_sub(1);
            if (entry ^ hash) & !mask == 0 && is_right(number) {
                return (slot as usize, Some(number));
            }
            slot = (slot + 1) & mask;
        }
        (slot as usize, None)
    }

    /// Puts a number of this hash into an empty slot.
    pub(crate) fn enter(&mut self, slot: usize, hash: u32, number: u32) {
        let mask = self.mask();
        if let Some(slot) = self.0.get_mut(slot) {
            *slot = hash & !mask | (number + 1);
        }
    }

    fn mask(&self) -> u32 {
        (self.0.len() as u32).saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::Slots;

    #[test]
    fn a_full_table_finds_each_number_and_no_other() {
        for size in [0_u32, 1, 2, 3, 64, 1000, 1024] {
            let mut slots = Slots::of(size as usize);
            // Many of them want the same slot, and some have the same hash.
            let hash = |number: u32| (number / 2).wrapping_mul(0x0400_0000) ^ (number % 7);
            for number in 0..size {
                let (slot, found) = slots.find(hash(number), &|other| other == number);
                assert_eq!(found, None);
                slots.enter(slot, hash(number), number);
            }
            assert!(slots.room() >= size as usize);
            for number in 0..size {
                assert_eq!(slots.find(hash(number), &|other| other == number).1, Some(number));
                assert_eq!(slots.find(hash(number), &|_| false).1, None);
            }
        }
    }
}
