//! Folding a text for search, with the way back to its original bytes.

use std::ops::Range;

/// Folds the accents and the case of one character: `é` to `e`, `Ł` to `ł`, a combining mark to nothing. The browser
/// has `normalize("NFD")` for it, tests have a crate.
pub type Fold = fn(&str) -> String;

/// Folds case alone, for those who have no normaliser.
pub fn plain_fold(text: &str) -> String {
    text.to_lowercase()
}

/// A [`Fold`] that asks once for each character, and folds quotation marks, dashes and spaces itself.
#[derive(Debug, Clone)]
pub struct Folder {
    fold: Fold,
    /// What it knows already, sorted.
    known: Vec<(char, Box<str>)>,
}

impl Folder {
    /// A folder that knows no character yet.
    pub fn new(fold: Fold) -> Self {
        Self { fold, known: Vec::new() }
    }

    /// Folds a text.
    pub fn fold(&mut self, original: &str) -> FoldedText {
        let mut folded = FoldedText { text: String::with_capacity(original.len()), segments: Vec::new() };
        let mut from = 0;
        // One byte stays one, and nearly all are such: they are taken over as they stand.
        let is_other = |byte: &u8| !byte.is_ascii() || *byte < b' ' || *byte == b'`';
        loop {
            let rest = original.get(from..).unwrap_or_default();
            let run = rest.as_bytes().iter().position(is_other).unwrap_or(rest.len());
            let (plain, other) = rest.split_at_checked(run).unwrap_or_default();
            folded.text.push_str(plain);
            let Some(letter) = other.chars().next() else { break };
            let at = from + run;
            from = at + letter.len_utf8();
            if letter.is_ascii() {
                let folds = if letter == '`' { '\'' } else { letter };
                folded.text.push(if letter.is_ascii_whitespace() { ' ' } else { folds });
                continue;
            }
            let before = folded.text.len();
            self.push(letter, &mut folded.text);
            let after = folded.text.len();
            let one_letter = folded.text.get(before..).is_some_and(|piece| piece.chars().count() == 1);
            if !one_letter || after - before != letter.len_utf8() {
                folded.bend(before, at, true);
                folded.bend(after, at + letter.len_utf8(), false);
            }
        }
        folded.text.make_ascii_lowercase();
        folded
    }

    fn push(&mut self, letter: char, out: &mut String) {
        match letter {
            _ if letter.is_whitespace() => out.push(' '),
            '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' | '‹' | '›' => out.push('\''),
            '“' | '”' | '„' | '‟' | '″' | '«' | '»' => out.push('"'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
            '…' => out.push_str("..."),
            // Soft hyphen, joiners, marks of direction: nobody types them.
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' => {}
            _ => {
                let at = self.known.binary_search_by_key(&letter, |(known, _)| *known).unwrap_or_else(|at| {
                    self.known.insert(at, (letter, (self.fold)(letter.encode_utf8(&mut [0; 4])).into()));
                    at
                });
                out.push_str(self.known.get(at).map_or("", |(_, folded)| folded));
            }
        }
    }
}

/// A folded text that knows where each of its bytes came from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FoldedText {
    text: String,
    segments: Vec<Segment>,
}

/// From here on, folded and original bytes run side by side, or (`whole`) stand for one character that changed length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Segment {
    folded: usize,
    original: usize,
    whole: bool,
}

impl FoldedText {
    /// Folds one text; for many, keep a [`Folder`].
    pub fn new(original: &str, fold: Fold) -> Self {
        Folder::new(fold).fold(original)
    }

    /// The folded text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The bytes of the original that these bytes of the folded text came from, widened to whole characters and to
    /// the combining marks that follow the last.
    pub fn original(&self, folded: Range<usize>) -> Range<usize> {
        self.place(folded.start, false)..self.place(folded.end, true)
    }

    fn place(&self, at: usize, is_end: bool) -> usize {
        let after = self.segments.partition_point(|segment| segment.folded <= at);
        match after.checked_sub(1).and_then(|last| self.segments.get(last)) {
            None => at,
            Some(segment) if !segment.whole => segment.original + (at - segment.folded),
            Some(segment) if is_end && at > segment.folded => {
                self.segments.get(after).map_or(segment.original, |next| next.original)
            }
            Some(segment) => segment.original,
        }
    }

    fn bend(&mut self, folded: usize, original: usize, whole: bool) {
        if self.segments.last().is_some_and(|last| last.folded == folded && !last.whole) {
            self.segments.pop();
        }
        self.segments.push(Segment { folded, original, whole });
    }
}
