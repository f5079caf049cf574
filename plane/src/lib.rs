//! What drawings of any sort are made of: points and sizes, and the numbers that carry them from one module to another.

/// The size of a box or of words, in CSS pixels. What is no size (negative, infinite, not a number) counts as 0.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Extent {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

/// A point, in CSS pixels from the top left corner of the drawing.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// Numbers that are taken one after the other.
#[derive(Debug)]
pub struct Numbers<'a>(pub &'a [f64]);

impl Numbers<'_> {
    /// The next so many; `None` where there are fewer, and then none is taken.
    pub fn take<const COUNT: usize>(&mut self) -> Option<[f64; COUNT]> {
        let (taken, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*taken)
    }

    /// The next as a whole number; what is below zero counts as 0.
    #[expect(clippy::cast_sign_loss, reason = "what is below zero is no count")]
    pub fn count(&mut self) -> Option<usize> {
        self.take().map(|[number]| number as usize)
    }
}
