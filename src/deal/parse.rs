//! Bytes to a JSON value: rule D01, and the keys that stand twice (D02).
//!
//! `serde_json` keeps the last of two equal keys and says nothing, so the tree is built here, by its parser but with
//! our own visitor: the first stays, each further one is reported and left out.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::map::Entry;
use serde_json::{Map, Value};

use super::issue::{Fault, Issue};
use super::json::{Path, Segment};
use super::locate::Place;

/// The largest document that is read, in bytes.
pub const LIMIT_BYTES: usize = 128 * 1024 * 1024;

/// The deepest nesting that is read; the format itself needs seven levels.
pub const LIMIT_DEPTH: usize = 127;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// A document's text and value, and the keys in it that stand twice.
pub(crate) struct Parsed<'t> {
    pub(crate) text: &'t str,
    pub(crate) value: Value,
    pub(crate) twice: Vec<Issue>,
}

/// Reads bytes as JSON, or says why that cannot be.
pub(crate) fn parse(bytes: &[u8]) -> Result<Parsed<'_>, Issue> {
    let refuse = |fault: Fault, place: Place| Issue::new(fault, Path::default()).at(place);
    if bytes.len() > LIMIT_BYTES {
        return Err(refuse(Fault::TooLarge { bytes: bytes.len(), limit: LIMIT_BYTES }, Place::START));
    }
    // A byte order mark is no fault of the author's (RFC 8259, 8.1, lets a reader ignore it).
    let marked = bytes.strip_prefix(BYTE_ORDER_MARK);
    let (bytes, mark) = marked.map_or((bytes, 0), |rest| (rest, BYTE_ORDER_MARK.len()));
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let valid = bytes.get(..error.valid_up_to()).and_then(|valid| std::str::from_utf8(valid).ok());
        refuse(Fault::NotUtf8 { valid_up_to: mark + error.valid_up_to() }, Place::after(valid.unwrap_or_default()))
    })?;
    let mut twice = Vec::new();
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = Tree { twice: &mut twice }.deserialize(&mut deserializer);
    let value = value
        .and_then(|value| deserializer.end().map(|()| value))
        .map_err(|error| refuse(fault_of(&error), Place::of_byte_column(text, error.line(), error.column())))?;
    Ok(Parsed { text, value, twice: twice.into_iter().map(issue_of).collect() })
}

/// The string that a literal stands for. Asked of the tree, as all else is: `serde_json`'s own reading of a `String`
/// would link its complaints about every other type.
pub(crate) fn parse_string(literal: &[u8]) -> String {
    let tree = Tree { twice: &mut Vec::new() };
    let literal = std::str::from_utf8(literal).unwrap_or_default();
    match tree.deserialize(&mut serde_json::Deserializer::from_str(literal)) {
        Ok(Value::String(text)) => text,
        _ => String::new(),
    }
}

fn fault_of(error: &serde_json::Error) -> Fault {
    let message = error.to_string();
    if message.contains("recursion limit") {
        return Fault::TooDeep { limit: LIMIT_DEPTH };
    }
    // The parser appends the place, which the issue carries by itself.
    let end = message.rfind(" at line ").unwrap_or(message.len());
    Fault::NotJson { message: message.get(..end).unwrap_or_default().to_owned() }
}

/// The issue of a key that stands twice, from its path read backwards.
fn issue_of(mut backwards: Vec<Segment>) -> Issue {
    backwards.reverse();
    let key = match backwards.last() {
        Some(Segment::Key(key)) => key.clone(),
        _ => String::new(),
    };
    Issue::new(Fault::TwiceKey { key }, Path(backwards))
}

/// Builds a value; paths of keys that stand twice grow from their end while the tree closes over them.
struct Tree<'t> {
    twice: &'t mut Vec<Vec<Segment>>,
}

impl<'de> DeserializeSeed<'de> for Tree<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut array = Vec::new();
        loop {
            let before = self.twice.len();
            let Some(value) = access.next_element_seed(Tree { twice: self.twice })? else { return Ok(array.into()) };
            for path in self.twice.iter_mut().skip(before) {
                path.push(Segment::Index(array.len()));
            }
            array.push(value);
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = access.next_key::<String>()? {
            match object.entry(key) {
                Entry::Occupied(entry) => {
                    self.twice.push(vec![Segment::Key(entry.key().clone())]);
                    access.next_value::<IgnoredAny>()?;
                }
                Entry::Vacant(entry) => {
                    let before = self.twice.len();
                    let value = access.next_value_seed(Tree { twice: self.twice })?;
                    for path in self.twice.iter_mut().skip(before) {
                        path.push(Segment::Key(entry.key().clone()));
                    }
                    entry.insert(value);
                }
            }
        }
        Ok(object.into())
    }
}
