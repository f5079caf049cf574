//! Reading a document piece by piece, so that a page lives while a large one is read.
//!
//! Each item of the document's own lists is read as soon as its text was passed over, and its JSON is let go of: a large
//! document never stands in memory twice. Of a source, which can be as long as all the rest, so is each retold
//! paragraph. Whoever reads in one go does it by the same steps.

use super::document::Document;
use super::json::{Json, Parser};
use super::parse::{LIMIT_BYTES, LIMIT_DEPTH, unmarked};
use super::read::{Refusal, newer_format};
use super::reader::{Quick, Reader, Step};
use super::source::Digest;
use super::value::{FromJson, List};

const SOURCES: &str = "sources";

/// So many items are read in one step.
const ITEMS: usize = 16;

/// A document that is being read.
pub struct Opening<'t> {
    parser: Parser<'t>,
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

/// What comes next.
enum At {
    Start,
    /// A key, or the end of the document.
    Key,
    /// An item of the list of this key.
    Item(String),
    /// A key of a source.
    SourceKey,
    /// An item of its digest.
    Digest,
    /// Nothing: all is read.
    End,
    /// Nothing: what came is no JSON.
    Broken,
}

impl<'t> Opening<'t> {
    /// Nothing is read yet.
    pub fn new(bytes: &'t [u8]) -> Self {
        // No document has more than two levels outside of what is read in one go.
        let parser = Parser { bytes: unmarked(bytes), at: 0, deepest: LIMIT_DEPTH - 2 };
        let at = if bytes.len() > LIMIT_BYTES { At::Broken } else { At::Start };
        let (entries, lists, source, digest) = Default::default();
        Self { parser, at, entries, lists, source, digest, reader: Quick::default() }
    }

    /// Reads on a little; says whether there is more.
    pub fn go_on(&mut self) -> bool {
        let at = std::mem::replace(&mut self.at, At::Broken);
        self.at = self.after(at).unwrap_or(At::Broken);
        !matches!(self.at, At::End | At::Broken)
    }

    /// How many of how many bytes are read.
    pub fn progress(&self) -> (usize, usize) {
        (self.parser.at, self.parser.bytes.len())
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

    fn after(&mut self, at: At) -> Option<At> {
        match at {
            At::Start => {
                // What is no object is read in one go: it is no deal, and only whether it is JSON is the question.
                if self.parser.solid()? != b'{' {
                    self.parser.deepest = LIMIT_DEPTH;
                    self.parser.value()?;
                    self.reader.broken = true;
                    return self.parser.solid().is_none().then_some(At::End);
                }
                self.parser.at += 1;
                self.parser.solid()?;
                if self.parser.eat("}").is_some() { self.end() } else { Some(At::Key) }
            }
            At::Key => self.key(),
            At::Item(key) => {
                for _ in 0..ITEMS {
                    if key == SOURCES && self.parser.solid()? == b'{' {
                        self.parser.at += 1;
                        self.parser.solid()?;
                        return if self.parser.eat("}").is_some() { self.end_source() } else { Some(At::SourceKey) };
                    }
                    let item = self.parser.value()?;
                    self.item(&key, item);
                    if self.closes("]")? {
                        return self.next_key();
                    }
                }
                Some(At::Item(key))
            }
            At::SourceKey => {
                let key = self.name()?;
                let known = self.source.iter().any(|(other, _)| *other == key);
                if self.parser.solid()? != b'[' || known || key != "digest" {
                    let value = self.value(1)?;
                    self.source.push((key, value));
                    return self.next_source_key();
                }
                self.source.push((key, Json::Array(Vec::new())));
                self.parser.at += 1;
                self.parser.solid()?;
                if self.parser.eat("]").is_some() { self.next_source_key() } else { Some(At::Digest) }
            }
            At::Digest => {
                for _ in 0..ITEMS {
                    let item = self.value(2)?;
                    self.digest.read(item, &mut self.reader);
                    if self.closes("]")? {
                        return self.next_source_key();
                    }
                }
                Some(at)
            }
            At::End | At::Broken => Some(at),
        }
    }

    fn key(&mut self) -> Option<At> {
        let key = self.name()?;
        let known = self.entries.iter().any(|(other, _)| *other == key);
        let listed = self.parser.solid()? == b'[' && !known && is_list(&key);
        if !listed {
            // One level less is around it than around an item.
            self.parser.deepest += 1;
            let value = self.parser.value()?;
            self.parser.deepest -= 1;
            self.entries.push((key, value));
            return self.next_key();
        }
        self.entries.push((key.clone(), Json::Array(Vec::new())));
        self.parser.at += 1;
        self.parser.solid()?;
        if self.parser.eat("]").is_some() { self.next_key() } else { Some(At::Item(key)) }
    }

    /// A key, and the colon after it.
    fn name(&mut self) -> Option<String> {
        self.parser.solid()?;
        let key = self.parser.string()?;
        self.parser.solid()?;
        self.parser.eat(":")?;
        Some(key)
    }

    /// A value with so many levels more around it than around an item.
    fn value(&mut self, levels: usize) -> Option<Json> {
        self.parser.deepest -= levels;
        let value = self.parser.value()?;
        self.parser.deepest += levels;
        Some(value)
    }

    fn next_source_key(&mut self) -> Option<At> {
        if self.closes("}")? { self.end_source() } else { Some(At::SourceKey) }
    }

    fn end_source(&mut self) -> Option<At> {
        let source = Json::Object(std::mem::take(&mut self.source));
        self.item(SOURCES, source);
        let digest = std::mem::take(&mut self.digest);
        if let Some(source) = self.lists.sources.last_mut().filter(|_| !digest.is_absent()) {
            source.digest = digest;
        }
        if self.closes("]")? { self.next_key() } else { Some(At::Item(SOURCES.to_owned())) }
    }

    /// Passes over a comma, or the end of a list or object; says whether it was the end.
    fn closes(&mut self, end: &str) -> Option<bool> {
        self.parser.solid()?;
        if self.parser.eat(end).is_some() { Some(true) } else { self.parser.eat(",").map(|()| false) }
    }

    fn next_key(&mut self) -> Option<At> {
        if self.closes("}")? { self.end() } else { Some(At::Key) }
    }

    fn end(&mut self) -> Option<At> {
        self.parser.solid().is_none().then_some(At::End)
    }

    fn item(&mut self, key: &str, value: Json) {
        self.reader.enter(Step::Key(key));
        add(&mut self.lists, key, value, &mut self.reader);
        self.reader.leave();
    }
}

macro_rules! lists {
    ($($key:ident)*) => {
        /// Whether the key is that of one of the document's lists.
        fn is_list(key: &str) -> bool {
            [$(stringify!($key)),*].contains(&key)
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
    use crate::deal::json::Json;
    use crate::deal::parse::LIMIT_DEPTH;
    use crate::deal::read::Refusal;

    fn outcome(text: &str) -> Option<Refusal> {
        let mut opening = Opening::new(text.as_bytes());
        while opening.go_on() {}
        opening.document().err()
    }

    #[test]
    fn what_is_json_is_what_is_json_in_one_go() {
        let deep = |levels: usize| format!("{{\"conditions\":[{}1{}]}}", "[".repeat(levels), "]".repeat(levels));
        let shallow = |levels: usize| format!("{{\"x-a\":{}1{}}}", "[".repeat(levels), "]".repeat(levels));
        let inside = |key: &str, levels: usize| {
            format!("{{\"sources\":[{{\"{key}\":[{}1{}]}}]}}", "[".repeat(levels), "]".repeat(levels))
        };
        let mut texts: Vec<String> = [
            "",
            " ",
            "{",
            "{}",
            "{ }",
            "{,}",
            "[]",
            "[",
            "null",
            "1",
            "1 2",
            "{}x",
            "{} ",
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
        ]
        .map(str::to_owned)
        .to_vec();
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
