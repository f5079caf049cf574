//! Reading text straight into the types of the format, for those who only have to know whether there is a fault.
//!
//! No value stands in memory twice, and nothing is kept of a fault but that there was one: a document with any is thrown
//! away as a whole. What is no value of its type is still read to its end, since what is no JSON is refused as such. A
//! property holds it against the thorough reading (`tests/deal_properties.rs`).

use std::borrow::Cow;

use super::json::{Json, Parser};
use super::reader::again;
use super::record::Extra;
use super::text::Text;
use super::value::{List, whole};

/// A value that reads itself.
pub(crate) trait Quick {
    /// Reads what comes next in the text; nothing where that is no JSON.
    fn read(&mut self, parser: &mut Parser<'_>) -> Option<()>;

    /// Whether it may be left out, and the list that it is.
    fn may(&mut self) -> May<'_> {
        May::Not
    }
}

/// Whether a value may be left out.
pub(crate) enum May<'v> {
    Not,
    BeAbsent,
    /// As every list may, which is this.
    BeEmpty(&'v mut dyn Items),
}

/// A list whose items are read one by one.
pub(crate) trait Items {
    /// Whether anything is in it or not, it is there.
    fn begin(&mut self);

    /// One more item at its end, to be read.
    fn next(&mut self) -> &mut dyn Quick;

    /// Lets go of the last item.
    fn forgo(&mut self);
}

/// Every list of keys of a record.
pub(crate) type Keys = &'static [&'static [&'static str]];

/// A record, whose fields are told by their place among the keys.
pub(crate) trait Record {
    fn keys(&self) -> Keys;

    fn field(&mut self, at: usize) -> Option<&mut dyn Quick>;

    fn extra(&mut self) -> &mut Extra;
}

impl<R: Record> Quick for R {
    fn read(&mut self, parser: &mut Parser<'_>) -> Option<()> {
        record(self, parser)
    }
}

fn record(record: &mut dyn Record, parser: &mut Parser<'_>) -> Option<()> {
    if parser.solid()? != b'{' {
        return foreign(parser);
    }
    // The keys mostly stand in the order of the format, so each is looked for from the last one on.
    let (mut next, mut seen) = (0, 0);
    parser.list(b'}', &mut |parser| {
        let key = parser.key()?;
        let at = place(record.keys(), &key, next).or_else(|| place(record.keys(), &key, 0));
        next = at.map_or(next, |at| at + 1);
        entry(record, &mut seen, key, at, parser)
    })?;
    end(record, seen, parser);
    Some(())
}

/// Reads the value of a key: into the field at its place, if it is one that was not seen before.
pub(super) fn entry(
    record: &mut dyn Record,
    seen: &mut u32,
    key: Cow<'_, str>,
    at: Option<usize>,
    parser: &mut Parser<'_>,
) -> Option<()> {
    let Some(at) = at else {
        let value = parser.value()?;
        parser.broken |= !key.starts_with("x-") || is_twice(&value);
        record.extra().0.push((key.into_owned(), value));
        return Some(());
    };
    if *seen >> at & 1 == 1 {
        return foreign(parser);
    }
    *seen |= 1 << at;
    record.field(at)?.read(parser)
}

/// Holds what was seen of a record against what has to be there.
pub(super) fn end(record: &mut dyn Record, seen: u32, parser: &mut Parser<'_>) {
    let extra = record.extra();
    parser.broken |= extra.0.len() > 1 && again(&extra.0).contains(&true);
    for at in 0..record.keys().iter().map(|list| list.len()).sum() {
        parser.broken |= seen >> at & 1 == 0 && record.field(at).is_some_and(|field| matches!(field.may(), May::Not));
    }
}

fn list(list: &mut dyn Items, parser: &mut Parser<'_>) -> Option<()> {
    if parser.solid()? != b'[' {
        return foreign(parser);
    }
    list.begin();
    parser.list(b']', &mut |parser| list.next().read(parser))
}

/// The place of a key among all, from this one on.
pub(super) fn place(keys: Keys, key: &str, from: usize) -> Option<usize> {
    let mut at = 0;
    for list in keys {
        for known in *list {
            if at >= from && *known == key {
                return Some(at);
            }
            at += 1;
        }
    }
    None
}

fn is_number(byte: u8) -> bool {
    byte.is_ascii_digit() || byte == b'-'
}

/// Passes over a value that should be another.
fn foreign(parser: &mut Parser<'_>) -> Option<()> {
    parser.broken = true;
    parser.value().map(drop)
}

/// Whether a key stands twice anywhere in a value.
fn is_twice(value: &Json) -> bool {
    match value {
        Json::Array(items) => items.iter().any(is_twice),
        Json::Object(entries) => again(entries).contains(&true) || entries.iter().any(|(_, value)| is_twice(value)),
        _ => false,
    }
}

/// Which of the words comes next; the first where it is none of them.
pub(crate) fn choose(parser: &mut Parser<'_>, words: &[&str]) -> Option<usize> {
    if parser.solid()? != b'"' {
        return foreign(parser).map(|()| 0);
    }
    let word = parser.word()?;
    let at = words.iter().position(|known| *known == word);
    parser.broken |= at.is_none();
    Some(at.unwrap_or_default())
}

impl Quick for Text {
    fn read(&mut self, parser: &mut Parser<'_>) -> Option<()> {
        if parser.solid()? != b'"' {
            return foreign(parser);
        }
        *self = Text::printed(&parser.word()?);
        Some(())
    }
}

impl Quick for bool {
    fn read(&mut self, parser: &mut Parser<'_>) -> Option<()> {
        match parser.value()? {
            Json::Bool(value) => *self = value,
            _ => parser.broken = true,
        }
        Some(())
    }
}

impl Quick for f64 {
    fn read(&mut self, parser: &mut Parser<'_>) -> Option<()> {
        if !is_number(parser.solid()?) {
            return foreign(parser);
        }
        *self = parser.number()?.1;
        Some(())
    }
}

impl Quick for u32 {
    fn read(&mut self, parser: &mut Parser<'_>) -> Option<()> {
        let mut number = 0.0;
        number.read(parser)?;
        let number = whole(number);
        parser.broken |= number.is_none_or(|number| number > f64::from(Self::MAX));
        #[expect(clippy::cast_sign_loss, reason = "whole numbers begin at 0; what is too great becomes the greatest")]
        (*self = number.unwrap_or_default() as Self);
        Some(())
    }
}

impl<T: Quick + Default> Quick for Option<T> {
    fn read(&mut self, parser: &mut Parser<'_>) -> Option<()> {
        self.insert(T::default()).read(parser)
    }

    fn may(&mut self) -> May<'_> {
        May::BeAbsent
    }
}

impl<T: Quick + Default> Quick for List<T> {
    fn read(&mut self, parser: &mut Parser<'_>) -> Option<()> {
        list(self, parser)
    }

    fn may(&mut self) -> May<'_> {
        May::BeEmpty(self)
    }
}

impl<T: Quick + Default> Items for List<T> {
    fn begin(&mut self) {
        self.open();
    }

    fn next(&mut self) -> &mut dyn Quick {
        let items = self.open();
        let length = items.len();
        // Room for a quarter as many again: most lists have one item or two, and some are most of a document.
        if length == items.capacity() {
            items.reserve_exact(1 + length / 4);
        }
        items.push_mut(T::default())
    }

    fn forgo(&mut self) {
        self.open().pop();
    }
}
