//! A long list of which only what is near the view is drawn: which chunks, and how tall what is left out is.
//!
//! Heights are measured where they were drawn and guessed elsewhere, so the page is about as long as it would be, and
//! becomes exactly so as the reader goes through it.

use std::ops::Range;

/// Lists of up to so many entries are drawn whole.
pub const WHOLE: usize = 120;

/// How a list is cut.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cut {
    /// So many entries come and go together.
    pub chunk: usize,
    /// Before anything is measured, so many chunks from the first are drawn of a list that is likely in view: more than a
    /// window, mostly.
    pub begin: usize,
    /// Lists of up to so many entries are drawn whole.
    pub whole: usize,
    /// So much is drawn above and below what is seen at first, in hundredths of a window.
    pub around: u32,
    /// Whether something else says how many there are.
    pub told: bool,
    /// Whether it stands where the view begins, whatever other lists there are.
    pub first: bool,
}

/// Entries of a line or two, …
pub const LINES: Cut = Cut { chunk: 20, begin: 2, whole: WHOLE, around: 100, told: false, first: false };
/// … what a search found, of which hardly more is drawn than is seen, as it is another list with every letter, …
pub const FOUND: Cut = Cut { chunk: 2, begin: 5, whole: 0, around: 10, told: true, first: true };
/// … what it found beside that, which stands below, …
pub const BESIDE: Cut = Cut { begin: 0, first: false, ..FOUND };
/// … statements with what they are about, …
pub const ENTRIES: Cut = Cut { chunk: 10, ..LINES };
/// … and what may fill half a window.
pub const TALL: Cut = Cut { chunk: 4, ..LINES };
/// The same of what is counted above it in another way.
pub const GROUPS: Cut = Cut { told: true, ..TALL };

/// So many chunks are drawn in one task: more at a time keep the reader waiting, and fewer take longer in all.
const STEP: usize = 5;

/// How tall a chunk is taken to be before one was measured, in CSS pixels.
const GUESS: f64 = 1200.0;

/// Which chunks of a list are drawn, and the heights of all, in CSS pixels.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Strip {
    count: usize,
    cut: Cut,
    heights: Vec<Option<f64>>,
    alive: Range<usize>,
    /// Up to this chunk the reader waits for it.
    goal: usize,
    /// How tall an unmeasured chunk is taken to be.
    guess: f64,
    /// How far it was to be drawn, from its beginning, when that was last in view.
    reach: Option<f64>,
}

impl Strip {
    /// Takes the number of entries and how they are cut; another number is another list. What stands below another long
    /// list (`far`) begins with nothing drawn: one of a hundred sources each would else draw what nobody sees. Where there
    /// was another list, it is near if something of that one was drawn.
    pub fn fit(&mut self, count: usize, cut: Cut, far: bool) {
        if self.count != count || self.cut != cut {
            let chunks = count.div_ceil(cut.chunk.max(1));
            let far = if self.count > 0 { self.alive.is_empty() } else { far && !cut.first };
            let (guess, reach) = if self.cut == cut { (self.guess, self.reach) } else { (GUESS, None) };
            // In the same place as much is needed to fill it; half a chunk more, as its entries may be less tall.
            let fills = |reach| (0..chunks).take_while(|at| (*at as f64 - 0.5) * guess < reach).count();
            let alive = if far { 0..0 } else { 0..reach.map_or(cut.begin.min(chunks), fills) };
            *self = Self { count, cut, heights: vec![None; chunks], alive, goal: 0, guess, reach };
        }
    }

    /// How many entries make a chunk.
    pub fn chunk(&self) -> usize {
        self.cut.chunk
    }

    /// Whether the list is short enough for all of it to be drawn in the end, from the first to the last.
    pub fn is_whole(&self) -> bool {
        self.count <= self.cut.whole
    }

    /// Whether the list is short enough to be printed whole.
    pub fn prints_whole(&self) -> bool {
        self.count <= WHOLE
    }

    /// Draws some more of a list that is drawn whole in the end. Says whether there was more.
    pub fn grow(&mut self) -> bool {
        let chunks = self.heights.len();
        let more = self.alive.end < chunks;
        self.alive.end = (self.alive.end + STEP).min(chunks);
        more
    }

    /// Wants the entries from the first to this one, and some more: of a list that is drawn whole in the end, what comes
    /// later stands below. Those that are far come as the list grows.
    pub fn reach(&mut self, entry: usize) {
        self.goal = (entry / self.cut.chunk.max(1) + self.cut.begin).min(self.heights.len());
        self.alive = 0..self.alive.end.max(self.goal.min(self.cut.begin));
    }

    /// Whether what was wanted is still to come.
    pub fn is_reaching(&self) -> bool {
        self.alive.end < self.goal
    }

    /// Draws all of it, from the first to the last.
    pub fn finish(&mut self) {
        self.alive = 0..self.heights.len();
    }

    /// The chunks that are drawn.
    pub fn chunks(&self) -> Range<usize> {
        self.alive.clone()
    }

    /// The entries of a chunk.
    pub fn entries_of(&self, chunk: usize) -> Range<usize> {
        (chunk * self.cut.chunk).min(self.count)..((chunk + 1) * self.cut.chunk).min(self.count)
    }

    /// The entries that are drawn.
    pub fn entries(&self) -> Range<usize> {
        (self.alive.start * self.cut.chunk).min(self.count)..(self.alive.end * self.cut.chunk).min(self.count)
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
        let chunk = entry / self.cut.chunk.max(1);
        let hidden = !self.alive.contains(&chunk);
        if hidden {
            self.alive = chunk.saturating_sub(1)..(chunk + 2).min(self.heights.len());
        }
        hidden
    }

    /// Takes the heights of the drawn chunks, in order. Those that are still to be drawn are taken to be as tall on the
    /// average, unless some of them are left out above: what is drawn would move, and not every browser holds it.
    pub fn measure(&mut self, heights: &[f64]) {
        for (slot, height) in self.heights.iter_mut().skip(self.alive.start).take(self.alive.len()).zip(heights) {
            *slot = Some(*height);
        }
        let known = || self.heights.iter().flatten();
        let count = known().count();
        if self.alive.start == 0 && count > 0 {
            self.guess = known().sum::<f64>() / count as f64;
        }
    }

    /// Draws what is seen through a window of this height that begins there, counted from the beginning of the list, with
    /// some more above and below: a whole window where the reader goes on or rests. Says whether that is more or less than
    /// was drawn.
    pub fn view(&mut self, top: f64, window: f64, rests: bool) -> bool {
        let (near, bottom) = (f64::from(self.cut.around) / 100.0 * window, top + window);
        self.reach = (top <= 0.0 && bottom > 0.0).then_some(bottom + near);
        if rests || near >= window {
            return self.look(top - window, bottom + window);
        }
        let wanted = self.meeting(top - near, bottom + near);
        let lacks = !wanted.is_empty() && (wanted.start < self.alive.start || wanted.end > self.alive.end);
        if lacks {
            self.alive = wanted;
        }
        lacks
    }

    /// Draws the chunks that meet a stretch, counted from the beginning of the list; says whether these are others than
    /// before. Of a list that does not meet it nothing is drawn.
    pub fn look(&mut self, from: f64, to: f64) -> bool {
        let wanted = self.meeting(from, to);
        let changed = wanted != self.alive;
        self.alive = wanted;
        changed
    }

    fn meeting(&self, from: f64, to: f64) -> Range<usize> {
        let (guess, mut top, mut start, mut end) = (self.guess, 0.0, None, 0);
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
        start..end.max(start)
    }

    fn height(&self, chunks: Range<usize>) -> f64 {
        let guess = self.guess;
        self.heights.get(chunks).unwrap_or_default().iter().map(|height| height.unwrap_or(guess)).sum()
    }
}
