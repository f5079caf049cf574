//! Lists of what iterators yield.
//!
//! The standard library's `collect` asks an iterator for its first item, then how many there may be, then for each of
//! the others: for a chain of adapters this is all the code of the chain three times. This walks the chain from the
//! inside, once.

/// Iterators whose items are wanted in a list.
pub(crate) trait Gather: Iterator + Sized {
    /// All items, in order.
    fn gather(self) -> Vec<Self::Item> {
        let mut items = Vec::new();
        self.add_to(&mut items);
        items
    }

    /// Puts all items at the end of a list.
    fn add_to(self, items: &mut Vec<Self::Item>) {
        self.for_each(|item| push(items, item));
    }
}

impl<I: Iterator> Gather for I {}

// Once for each type of item, not for each iterator.
#[inline(never)]
fn push<T>(items: &mut Vec<T>, item: T) {
    items.push(item);
}

/// Texts in one, with something between them: what `join` does, whose code is long and there once for each type of text.
pub(crate) fn joined(parts: &[String], between: &str) -> String {
    let mut whole = String::new();
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            whole += between;
        }
        whole += part;
    }
    whole
}
