//! Reading a document piece by piece, so that a page lives while a large one is read.
//!
//! Each item of the document's own lists is read straight from its text (`quick.rs`), and so is each retold paragraph of
//! a source, which can be as long as all the rest. It need not all have come for that, nor does the text stand in memory:
//! what was read of it is let go. Whoever reads in one go does it by the same steps.

use super::document::Document;
use super::json::Parser;
use super::parse::{LIMIT_BYTES, LIMIT_DEPTH};
use super::quick::{Items, May, Record, end, entry, place};
use super::read::{FORMAT, Refusal};
use super::source::Source;
use super::text;

const SOURCES: &str = "sources";

/// So many pieces are read in one step.
const PIECES: usize = 32;

/// The parser looks no further ahead than this.
const AHEAD: usize = 16;

/// No document has more than two levels outside of what is read in one go.
const DEEPEST: usize = LIMIT_DEPTH - 2;

/// A document that is being read.
#[derive(Debug)]
pub struct Opening {
    /// What came and is not let go yet, and how many bytes of it are read.
    window: Vec<u8>,
    read: usize,
    /// How many bytes were let go.
    gone: usize,
    /// How many more have to come before it is tried again to read on.
    wanted: usize,
    /// Whether no more are going to come.
    is_all: bool,
    at: At,
    document: Document,
    /// Which of its keys were seen, and which of the source that is being read.
    seen: u32,
    inner: u32,
    /// Whether something that was read is no value of its type.
    broken: bool,
}

/// What comes next. Each is read whole or not at all, so that it can be tried once more with more of the text.
#[derive(Debug, Clone, Copy)]
enum At {
    /// A byte order mark, or none.
    Mark,
    Start,
    /// A key, of the document or (true) of a source.
    Key(bool),
    /// What follows its value.
    AfterValue(bool),
    /// An item of the list at this place among the keys.
    Item(bool, usize),
    /// What follows it.
    AfterItem(bool, usize),
    /// Nothing but white space.
    Tail,
    /// Nothing: all is read.
    End,
    /// Nothing: what came is no JSON.
    Broken,
}

impl Opening {
    /// Nothing has come yet.
    #[expect(clippy::new_without_default, reason = "a document that nothing has come of is no value to fall back on")]
    pub fn new() -> Self {
        let (document, window) = Default::default();
        let (read, gone, wanted, seen, inner) = (0, 0, 1, 0, 0);
        Self { window, read, gone, wanted, is_all: false, at: At::Mark, document, seen, inner, broken: false }
    }

    /// So many more bytes of the text came, which `fill` puts into a slice.
    pub fn feed(&mut self, more: usize, fill: &dyn Fn(&mut [u8])) {
        if self.gone + self.window.len() + more > LIMIT_BYTES {
            self.at = At::Broken;
        }
        if self.is_over() {
            return;
        }
        let left = self.window.len() - self.read;
        self.gone += self.read;
        self.window.copy_within(self.read.., 0);
        self.window.truncate(left);
        self.read = 0;
        self.window.reserve_exact(more);
        self.window.resize(left + more, 0);
        if let Some(room) = self.window.get_mut(left..) {
            fill(room);
        }
        self.wanted = self.wanted.saturating_sub(more);
    }

    /// All of it came.
    pub fn finish(&mut self) {
        self.is_all = true;
    }

    /// Reads on a little; says whether there is more to read of what came.
    pub fn go_on(&mut self) -> bool {
        if self.is_over() || !self.is_all && self.wanted > 0 {
            return false;
        }
        // Lent to the parser meanwhile.
        let window = std::mem::take(&mut self.window);
        let is_all = self.is_all;
        let mut parser = Parser { bytes: &window, at: self.read, deepest: DEEPEST, broken: self.broken };
        for _ in 0..PIECES {
            self.read = parser.at;
            let after = self.after(self.at, &mut parser, is_all);
            if after.is_none() && sure(&parser, is_all).is_none() {
                // Twice as much where it was not enough: so what is long is not tried often.
                self.wanted = (window.len() - self.read).max(1);
                break;
            }
            self.read = parser.at;
            self.broken = parser.broken;
            self.at = after.unwrap_or(At::Broken);
            if self.is_over() {
                text::turn();
                break;
            }
        }
        self.window = window;
        !self.is_over() && (self.is_all || self.wanted == 0)
    }

    /// Whether it is read to its end, or what came is no JSON.
    pub fn is_over(&self) -> bool {
        matches!(self.at, At::End | At::Broken)
    }

    /// How many bytes came so far; all but the last few of them are read.
    pub fn progress(&self) -> usize {
        self.gone + self.window.len()
    }

    /// The document, once all is read; its rules are not judged yet.
    ///
    /// # Errors
    /// What keeps it from being one.
    pub fn document(self) -> Result<Document, Refusal> {
        // Let go of in one place only: that is long.
        let Self { at, document, broken, .. } = self;
        let refusal = match at {
            At::End if document.format > FORMAT => Refusal::Newer,
            At::End if broken => Refusal::Faulty,
            At::End => return Ok(document),
            _ => Refusal::NotJson,
        };
        Err(refusal)
    }

    /// Reads one piece and says what comes after it. Nothing is kept of it before it is sure that it is there to its end.
    fn after(&mut self, at: At, parser: &mut Parser<'_>, is_all: bool) -> Option<At> {
        parser.deepest = DEEPEST;
        Some(match at {
            At::Mark => {
                if parser.eat("\u{FEFF}").is_none() {
                    sure(parser, is_all)?;
                }
                At::Start
            }
            At::Start => {
                // What is no object is read in one go: it is no deal, and only whether it is JSON is the question.
                if parser.solid()? != b'{' {
                    parser.deepest = LIMIT_DEPTH;
                    parser.value()?;
                    sure(parser, is_all)?;
                    parser.broken = true;
                    return Some(At::Tail);
                }
                parser.at += 1;
                if empty(parser, "}")? { self.end(false, parser) } else { At::Key(false) }
            }
            At::Key(inner) => {
                let key = parser.key()?;
                let (record, seen) = self.record(inner)?;
                let at = place(record.keys(), &key, 0);
                let list = at.filter(|at| seen >> at & 1 == 0).filter(|_| parser.solid() == Some(b'['));
                if let Some(May::BeEmpty(items)) = list.and_then(|at| Some(record.field(at)?.may())) {
                    items.begin();
                    parser.at += 1;
                    let next = if empty(parser, "]")? { At::AfterValue(inner) } else { At::Item(inner, at?) };
                    self.keep(inner, seen | 1 << at?);
                    return Some(next);
                }
                let extra = record.extra().0.len();
                // One level less is around it than around an item, or one more.
                parser.deepest = if inner { DEEPEST - 1 } else { DEEPEST + 1 };
                let mut now = seen;
                let read = entry(record, &mut now, key, at, parser).and_then(|()| sure(parser, is_all));
                if read.is_none() {
                    record.extra().0.truncate(extra);
                }
                read?;
                self.keep(inner, now);
                At::AfterValue(inner)
            }
            At::AfterValue(inner) => {
                if closes(parser, "}")? {
                    self.end(inner, parser)
                } else {
                    At::Key(inner)
                }
            }
            At::Item(false, list) if Document::KEYS.get(list) == Some(&SOURCES) && parser.solid()? == b'{' => {
                parser.at += 1;
                let is_empty = empty(parser, "}")?;
                self.document.sources.next();
                self.inner = 0;
                if is_empty { self.end(true, parser) } else { At::Key(true) }
            }
            At::Item(inner, list) => {
                parser.deepest = if inner { DEEPEST - 2 } else { DEEPEST };
                let May::BeEmpty(items) = self.record(inner)?.0.field(list)?.may() else { return None };
                let read = items.next().read(parser).and_then(|()| sure(parser, is_all));
                if read.is_none() {
                    items.forgo();
                }
                read?;
                At::AfterItem(inner, list)
            }
            At::AfterItem(inner, list) => {
                if closes(parser, "]")? {
                    At::AfterValue(inner)
                } else {
                    At::Item(inner, list)
                }
            }
            At::Tail => {
                if parser.solid().is_some() {
                    return Some(At::Broken);
                }
                sure(parser, is_all)?;
                At::End
            }
            At::End | At::Broken => at,
        })
    }

    /// The document, or (true) the source that is being read; and which of its keys were seen.
    fn record(&mut self, inner: bool) -> Option<(&mut dyn Record, u32)> {
        if inner {
            let source: &mut Source = self.document.sources.open().last_mut()?;
            Some((source, self.inner))
        } else {
            Some((&mut self.document, self.seen))
        }
    }

    fn keep(&mut self, inner: bool, seen: u32) {
        *(if inner { &mut self.inner } else { &mut self.seen }) = seen;
    }

    /// What comes after all of the document, or of a source.
    fn end(&mut self, inner: bool, parser: &mut Parser<'_>) -> At {
        if let Some((record, seen)) = self.record(inner) {
            end(record, seen, parser);
        }
        let sources = Document::KEYS.iter().position(|key| *key == SOURCES);
        sources.filter(|_| inner).map_or(At::Tail, |sources| At::AfterItem(false, sources))
    }
}

/// Nothing where the parser may have met the end of the window and not that of the text.
fn sure(parser: &Parser<'_>, is_all: bool) -> Option<()> {
    (is_all || parser.at + AHEAD <= parser.bytes.len()).then_some(())
}

/// Passes over the end, if it comes at once.
fn empty(parser: &mut Parser<'_>, end: &str) -> Option<bool> {
    parser.solid()?;
    Some(parser.eat(end).is_some())
}

/// Passes over a comma, or the end of a list or object; says whether it was the end.
fn closes(parser: &mut Parser<'_>, end: &str) -> Option<bool> {
    if empty(parser, end)? { Some(true) } else { parser.eat(",").map(|()| false) }
}

#[cfg(test)]
mod tests;
