//! A long list of which only what is near the view is drawn: which chunks, and how tall what is left out is.
//!
//! Heights are measured where they were drawn and guessed elsewhere, so the page is about as long as it would be, and
//! becomes exactly so as the reader goes through it.

use std::ops::Range;

/// Lists of up to so many entries are drawn whole.
pub const WHOLE: usize = 120;

/// So many entries come and go together.
pub const CHUNK: usize = 20;

/// Before anything is measured, so many chunks from the first are drawn of a list that is likely in view: more than a
/// window of short entries.
const BEGIN: usize = 2;

/// How tall an entry is taken to be before one was measured, in CSS pixels.
const GUESS: f64 = 60.0;

/// Which chunks of a list are drawn, and the heights of all, in CSS pixels.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Strip {
    count: usize,
    heights: Vec<Option<f64>>,
    alive: Range<usize>,
}

impl Strip {
    /// Takes the number of entries; another number is another list. What stands below another long list (`far`) begins
    /// with nothing drawn: one of a hundred sources each would else draw what nobody sees.
    pub fn fit(&mut self, count: usize, far: bool) {
        if self.count != count {
            let chunks = count.div_ceil(CHUNK);
            let alive = if far { 0..0 } else { 0..BEGIN.min(chunks) };
            *self = Self { count, heights: vec![None; chunks], alive };
        }
    }

    /// The entries that are drawn.
    pub fn entries(&self) -> Range<usize> {
        (self.alive.start * CHUNK).min(self.count)..(self.alive.end * CHUNK).min(self.count)
    }

    /// How tall what stands before the drawn entries is.
    pub fn before(&self) -> f64 {
        self.height(0..self.alive.start)
    }

    /// How tall what stands after them is.
    pub fn after(&self) -> f64 {
        self.height(self.alive.end..self.heights.len())
    }

    /// Draws the chunk of this entry with its neighbours, and says whether it was not drawn.
    pub fn show(&mut self, entry: usize) -> bool {
        let chunk = entry / CHUNK;
        let hidden = !self.alive.contains(&chunk);
        if hidden {
            self.alive = chunk.saturating_sub(1)..(chunk + 2).min(self.heights.len());
        }
        hidden
    }

    /// Takes the heights of the drawn chunks, in order.
    pub fn measure(&mut self, heights: &[f64]) {
        for (slot, height) in self.heights.iter_mut().skip(self.alive.start).take(self.alive.len()).zip(heights) {
            *slot = Some(*height);
        }
    }

    /// Draws the chunks that meet a stretch, counted from the beginning of the list; says whether these are others than
    /// before. Of a list that does not meet it nothing is drawn.
    pub fn look(&mut self, from: f64, to: f64) -> bool {
        let (guess, mut top, mut start, mut end) = (self.guess(), 0.0, None, 0);
        for (at, height) in self.heights.iter().enumerate() {
            let bottom = top + height.unwrap_or(guess);
            if top <= to {
                end = at + 1;
            }
            if start.is_none() && bottom >= from {
                start = Some(at);
            }
            top = bottom;
        }
        let start = start.unwrap_or(self.heights.len());
        let alive = start..end.max(start);
        let changed = alive != self.alive;
        self.alive = alive;
        changed
    }

    fn height(&self, chunks: Range<usize>) -> f64 {
        let guess = self.guess();
        self.heights.get(chunks).unwrap_or_default().iter().map(|height| height.unwrap_or(guess)).sum()
    }

    /// What an unmeasured chunk is taken to be: as tall as the measured ones on the average.
    fn guess(&self) -> f64 {
        let known = || self.heights.iter().flatten();
        let count = known().count();
        if count == 0 { GUESS * CHUNK as f64 } else { known().sum::<f64>() / count as f64 }
    }
}
