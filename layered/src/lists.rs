//! Short lists, one for each of many, in two flat arrays; and reading and writing rows without panics.

/// One list for each of `0..count`.
#[derive(Debug, Default)]
pub(super) struct Lists {
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Lists {
    /// Gathers pairs of an owner and an item; each list keeps their order.
    pub(super) fn of(count: usize, pairs: &[(u32, u32)]) -> Self {
        let mut starts = vec![0_u32; count + 1];
        for (owner, _) in pairs {
            if let Some(start) = starts.get_mut(*owner as usize + 1) {
                *start += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let (mut next, mut items) = (starts.clone(), vec![0; pairs.len()]);
        for (owner, item) in pairs {
            let place = at(&next, *owner);
            put(&mut items, place, *item);
            put(&mut next, *owner, place + 1);
        }
        Self { starts, items }
    }

    /// The list of one.
    pub(super) fn list(&self, owner: u32) -> &[u32] {
        let range = at(&self.starts, owner) as usize..at(&self.starts, owner + 1) as usize;
        self.items.get(range).unwrap_or_default()
    }
}

/// What stands in a row at a place.
pub(super) fn at<T: Copy + Default>(row: &[T], place: u32) -> T {
    row.get(place as usize).copied().unwrap_or_default()
}

/// Writes into a row at a place.
pub(super) fn put<T>(row: &mut [T], place: u32, value: T) {
    if let Some(slot) = row.get_mut(place as usize) {
        *slot = value;
    }
}
