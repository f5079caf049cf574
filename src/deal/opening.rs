//! Reading a document piece by piece, so that a page lives while a large one is read.
//!
//! Each item of the document's own lists is read as soon as its text was passed over, and its JSON is let go of: a large
//! document never stands in memory twice. Of a source, which can be as long as all the rest, so is each retold
//! paragraph. Nor does its text stand there: it is fetched a window at a time from where it lies. Whoever reads in one go
//! does it by the same steps.

use super::document::Document;
use super::json::{Json, Parser};
use super::parse::{LIMIT_BYTES, LIMIT_DEPTH};
use super::read::{Refusal, newer_format};
use super::reader::{Quick, Reader, Step};
use super::source::Digest;
use super::value::{FromJson, List};

const SOURCES: &str = "sources";

/// The list within a source.
const DIGEST: &str = "digest";

/// So many pieces are read in one step.
const PIECES: usize = 32;

/// So many bytes are fetched at a time; more where a piece is longer.
const WINDOW: usize = 1 << 20;

/// The parser looks no further ahead than this.
const AHEAD: usize = 16;

/// No document has more than two levels outside of what is read in one go.
const DEEPEST: usize = LIMIT_DEPTH - 2;

/// Puts the bytes of the text from this one on into all of the slice.
type Fetch<'t> = &'t dyn Fn(usize, &mut [u8]);

/// A document that is being read.
pub struct Opening<'t> {
    fetch: Fetch<'t>,
    /// How many bytes the text has, and how many of them were fetched.
    length: usize,
    fetched: usize,
    /// How many are fetched at a time.
    size: usize,
    /// The last of them, and how many of these are read.
    window: Vec<u8>,
    read: usize,
    at: At,
    /// The keys with their values, the lists of items being empty.
    entries: Vec<(String, Json)>,
    /// The items of those lists.
    lists: Document,
    /// The same of the source that is being read.
    source: Vec<(String, Json)>,
    digest: List<Digest>,
    reader: Quick,
}

/// What comes next. Each is read whole or not at all, so that it can be tried once more with more of the text.
#[derive(Clone, Copy)]
enum At {
    /// A byte order mark, or none.
    Mark,
    Start,
    /// A key, of the document or (true) of a source.
    Key(bool),
    /// What follows its value.
    AfterValue(bool),
    /// An item of the list of this key.
    Item(&'static str),
    /// What follows it.
    AfterItem(&'static str),
    /// Nothing but white space.
    Tail,
    /// Nothing: all is read.
    End,
    /// Nothing: what came is no JSON.
    Broken,
}

impl<'t> Opening<'t> {
    /// Nothing is read yet of a text of so many bytes. `fetch` puts those from a given one on into all of a slice; it is
    /// asked for each once, in order.
    pub fn new(length: usize, fetch: Fetch<'t>) -> Self {
        let at = if length > LIMIT_BYTES { At::Broken } else { At::Mark };
        let (entries, lists, source, digest, window) = Default::default();
        let (fetched, read, reader) = (0, 0, Quick::default());
        Self { fetch, length, fetched, size: WINDOW, window, read, at, entries, lists, source, digest, reader }
    }

    /// Reads on a little; says whether there is more.
    pub fn go_on(&mut self) -> bool {
        // Lent to the parser meanwhile.
        let window = std::mem::take(&mut self.window);
        let is_all = self.fetched == self.length;
        let mut parser = Parser { bytes: &window, at: self.read, deepest: DEEPEST };
        let mut starved = false;
        for _ in 0..PIECES {
            self.read = parser.at;
            let after = self.after(self.at, &mut parser, is_all);
            starved = after.is_none() && sure(&parser, is_all).is_none();
            if starved {
                break;
            }
            self.read = parser.at;
            self.at = after.unwrap_or(At::Broken);
            if matches!(self.at, At::End | At::Broken) {
                break;
            }
        }
        self.window = window;
        if starved {
            self.fetch();
        }
        !matches!(self.at, At::End | At::Broken)
    }

    /// Fetches more, and lets go of what is read.
    #[inline(never)]
    fn fetch(&mut self) {
        self.window.drain(..self.read);
        self.read = 0;
        let left = self.window.len();
        // Twice as much where it was not enough: so what is long is not tried often.
        let more = self.size.max(left).min(self.length - self.fetched);
        self.window.reserve_exact(more);
        self.window.resize(left + more, 0);
        if let Some(room) = self.window.get_mut(left..) {
            (self.fetch)(self.fetched, room);
        }
        self.fetched += more;
    }

    /// How many of how many bytes are read.
    pub fn progress(&self) -> (usize, usize) {
        (self.fetched - (self.window.len() - self.read), self.length)
    }

    /// The document, once all is read; its rules are not judged yet.
    ///
    /// # Errors
    /// What keeps it from being one.
    pub fn document(self) -> Result<Document, Refusal> {
        let Self { at: At::End, entries, lists, mut reader, .. } = self else { return Err(Refusal::NotJson) };
        let frame = Json::Object(entries);
        if newer_format(&frame).is_some() {
            return Err(Refusal::Newer);
        }
        let mut document = Document::from_json(frame, &mut reader);
        take(&mut document, lists);
        if reader.broken { Err(Refusal::Faulty) } else { Ok(document) }
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
                    self.reader.broken = true;
                    return Some(At::Tail);
                }
                parser.at += 1;
                if empty(parser, "}")? { At::Tail } else { At::Key(false) }
            }
            At::Key(inner) => {
                let entries = if inner { &mut self.source } else { &mut self.entries };
                let key = name(parser)?;
                let known = entries.iter().any(|(other, _)| *other == key);
                let list = if parser.solid()? == b'[' && !known { list_of(&key, inner) } else { None };
                let (value, next) = match list {
                    Some(list) => {
                        parser.at += 1;
                        let next = if empty(parser, "]")? { At::AfterValue(inner) } else { At::Item(list) };
                        (Json::Array(Vec::new()), next)
                    }
                    // One level less is around it than around an item, or one more.
                    None => {
                        (value(parser, if inner { DEEPEST - 1 } else { DEEPEST + 1 }, is_all)?, At::AfterValue(inner))
                    }
                };
                entries.push((key, value));
                next
            }
            At::AfterValue(inner) => match (closes(parser, "}")?, inner) {
                (false, _) => At::Key(inner),
                (true, false) => At::Tail,
                (true, true) => self.end_source(),
            },
            At::Item(SOURCES) if parser.solid()? == b'{' => {
                parser.at += 1;
                if empty(parser, "}")? { self.end_source() } else { At::Key(true) }
            }
            At::Item(DIGEST) => {
                let item = value(parser, DEEPEST - 2, is_all)?;
                self.digest.read(item, &mut self.reader);
                At::AfterItem(DIGEST)
            }
            At::Item(key) => {
                let item = value(parser, DEEPEST, is_all)?;
                self.item(key, item);
                At::AfterItem(key)
            }
            At::AfterItem(key) => {
                if closes(parser, "]")? {
                    At::AfterValue(key == DIGEST)
                } else {
                    At::Item(key)
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

    fn end_source(&mut self) -> At {
        let source = Json::Object(std::mem::take(&mut self.source));
        self.item(SOURCES, source);
        let digest = std::mem::take(&mut self.digest);
        if let Some(source) = self.lists.sources.last_mut().filter(|_| !digest.is_absent()) {
            source.digest = digest;
        }
        At::AfterItem(SOURCES)
    }

    fn item(&mut self, key: &str, value: Json) {
        self.reader.enter(Step::Key(key));
        add(&mut self.lists, key, value, &mut self.reader);
        self.reader.leave();
    }
}

/// Nothing where the parser may have met the end of the window and not that of the text.
fn sure(parser: &Parser<'_>, is_all: bool) -> Option<()> {
    (is_all || parser.at + AHEAD <= parser.bytes.len()).then_some(())
}

/// A value that nests no deeper than that, if it is there to its end.
fn value(parser: &mut Parser<'_>, deepest: usize, is_all: bool) -> Option<Json> {
    parser.deepest = deepest;
    let value = parser.value()?;
    sure(parser, is_all).map(|()| value)
}

/// A key, and the colon after it.
fn name(parser: &mut Parser<'_>) -> Option<String> {
    parser.solid()?;
    let key = parser.string()?;
    parser.solid()?;
    parser.eat(":")?;
    Some(key)
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

macro_rules! lists {
    ($($key:ident)*) => {
        /// The key, if it is that of one of the document's lists, or of that within a source.
        fn list_of(key: &str, inner: bool) -> Option<&'static str> {
            let lists: &[&str] = if inner { &[DIGEST] } else { &[$(stringify!($key)),*] };
            lists.iter().copied().find(|list| *list == key)
        }

        /// Reads an item into the list of this key.
        fn add(document: &mut Document, key: &str, value: Json, reader: &mut impl Reader) {
            match key {
                $(stringify!($key) => document.$key.read(value, reader),)*
                _ => {}
            }
        }

        /// Puts lists in place of those that are empty.
        fn take(document: &mut Document, lists: Document) {
            $(if !lists.$key.is_absent() {
                document.$key = lists.$key;
            })*
        }
    };
}

lists! {
    sources actors places remarks sections conditions exchanges links relations aims doubts figures events tensions gaps
    tour
}

#[cfg(test)]
mod tests {
    use super::Opening;
    use crate::deal::document::Document;
    use crate::deal::json::Json;
    use crate::deal::parse::LIMIT_DEPTH;
    use crate::deal::read::Refusal;

    /// What comes of it when so many bytes are fetched at a time.
    fn opened(text: &str, size: usize) -> Result<Document, Refusal> {
        let fetch = |from: usize, room: &mut [u8]| room.copy_from_slice(&text.as_bytes()[from..from + room.len()]);
        let mut opening = Opening { size, ..Opening::new(text.len(), &fetch) };
        while opening.go_on() {
            let (read, of) = opening.progress();
            assert!(read <= of);
        }
        opening.document()
    }

    fn outcome(text: &str) -> Option<Refusal> {
        let whole = opened(text, text.len() + 1);
        for size in (1..40).chain([64, 100, 1000]) {
            assert_eq!(opened(text, size), whole, "{text} by {size}");
        }
        whole.err()
    }

    #[test]
    fn what_is_json_is_what_is_json_in_one_go() {
        let deep = |levels: usize| format!("{{\"conditions\":[{}1{}]}}", "[".repeat(levels), "]".repeat(levels));
        let shallow = |levels: usize| format!("{{\"x-a\":{}1{}}}", "[".repeat(levels), "]".repeat(levels));
        let inside = |key: &str, levels: usize| {
            format!("{{\"sources\":[{{\"{key}\":[{}1{}]}}]}}", "[".repeat(levels), "]".repeat(levels))
        };
        let mut texts: Vec<String> = [
            "\u{FEFF}{}",
            "{\"actors\"}",
            "{\"actors\":}",
            "{\"actors\":[}",
            "{\"actors\":[]",
            "{\"actors\":[]}",
            "{\"actors\":[ ]}",
            "{\"actors\":[,]}",
            "{\"actors\":[1,]}",
            "{\"actors\":[1 2]}",
            "{\"actors\":[1],}",
            "{\"actors\":[1]]}",
            "{\"actors\":[1]} {}",
            "{\"actors\":[1],\"actors\":[2]}",
            "{\"actors\":null,\"actors\":[2,]}",
            "{\"x-list\":[1,2],\"actors\":[{}]}",
            "{\"sources\":[{}]}",
            "{\"sources\":[{ },{}]}",
            "{\"sources\":[{},1,[],{\"digest\":[1]}]}",
            "{\"sources\":[{\"digest\":[]}]}",
            "{\"sources\":[{\"digest\":[ ] , \"digest\":[1,]}]}",
            "{\"sources\":[{\"digest\":[{},2] , \"digest\":[1,2]} ]}",
            "{\"sources\":[{\"digest\":[{},2,]}]}",
            "{\"sources\":[{\"digest\":[{}]]}]}",
            "{\"sources\":[{\"digest\":[{}]},]}",
            "{\"sources\":[{\"digest\":[{}],}]}",
            "{\"sources\":[{\"digest\"}]}",
            "{\"sources\":[{\"digest\":[{}]",
            "{\"sources\":[{,}]}",
            "{\"title\":\"ä😀\\ud83d\\ude00\\u00e4\\n\",\"x-n\":-12.5e+3,\"x-w\":[true,false,null],\"actors\":[{\"id\":\"a\"}]} ",
            "{\"x-n\":12,\"actors\":[{\"id\":\"\\ud83d\\u0041\"}]}",
            "{\"x-n\":1e,\"actors\":[]}",
            "{\"actors\":[{\"x-w\":tru}]}",
            "{\"x-n\":12}}",
            "[1,2,3,\"a long list that is no deal, and longer than a window\"] ",
        ]
        .map(str::to_owned)
        .to_vec();
        texts.extend("| |{|{}|{ }|{,}|[]|[|null|1|1 2|{}x|{} ".split('|').map(str::to_owned));
        for levels in 122..128 {
            texts.extend([deep(levels), shallow(levels), inside("media", levels), inside("digest", levels)]);
        }
        for text in texts {
            let whole = Json::parse(text.trim_start_matches('\u{FEFF}'), LIMIT_DEPTH);
            assert_eq!(outcome(&text) == Some(Refusal::NotJson), whole.is_none(), "{text}");
        }
    }

    #[test]
    fn a_newer_format_is_told_wherever_it_stands() {
        assert_eq!(outcome("{\"actors\":[1],\"format\":2}"), Some(Refusal::Newer));
        assert_eq!(outcome("{\"format\":2,\"actors\":[1,]}"), Some(Refusal::NotJson));
        assert_eq!(outcome("{\"format\":1,\"actors\":[1]}"), Some(Refusal::Faulty));
    }
}
