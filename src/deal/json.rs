//! Reading JSON values into Rust types without stopping at the first fault.
//!
//! `serde`'s own `Deserialize` ends at the first error; an author wants them all. So each type reads itself from a
//! parsed value, reports what is wrong to the [`Reader`], and goes on with a placeholder. A document with any error
//! is thrown away as a whole, so no placeholder is ever seen.

use std::fmt::Write;
use std::ops::Deref;

use serde::Serialize;
use serde_json::Value;

use super::issue::{Fault, Issue, Shape};
use super::nearest::nearest;
use super::record::Extra;

/// One step from a JSON value to a value inside it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Segment {
    /// The value of an object's key.
    Key(String),
    /// An array's element, counted from 0.
    Index(usize),
}

/// Where in the document a value stands, printed as a `JSONPath` (RFC 9535): `$.conditions[2].by[0]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(pub Vec<Segment>);

impl Path {
    /// This path and one key more.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        let mut longer = self.clone();
        longer.0.push(Segment::Key(key.to_owned()));
        longer
    }

    /// This path and one array index more.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        let mut longer = self.clone();
        longer.0.push(Segment::Index(index));
        longer
    }
}

impl std::fmt::Display for Path {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("$")?;
        for segment in &self.0 {
            match segment {
                Segment::Index(index) => write!(f, "[{index}]")?,
                Segment::Key(key) if is_plain(key) => write!(f, ".{key}")?,
                Segment::Key(key) => write!(f, "['{}']", Escaped(key))?,
            }
        }
        Ok(())
    }
}

/// A key between single quotation marks as RFC 9535 (2.3.1.1) writes it.
struct Escaped<'k>(&'k str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.chars().try_for_each(|c| match c {
            '\'' | '\\' => write!(f, "\\{c}"),
            '\n' => f.write_str("\\n"),
            '\t' => f.write_str("\\t"),
            '\r' => f.write_str("\\r"),
            c if c.is_control() => write!(f, "\\u{:04x}", u32::from(c)),
            c => f.write_char(c),
        })
    }
}

fn is_plain(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// A segment on the way down, where keys are those of the format: costs nothing while all goes well.
#[derive(Debug, Clone, Copy)]
enum Step {
    Key(&'static str),
    Index(usize),
}

/// Collects the faults found on the way through a value, each with its path.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    steps: Vec<Step>,
    pub(crate) issues: Vec<Issue>,
}

impl Reader {
    /// Reports a fault of the value that is being read.
    pub(crate) fn report(&mut self, fault: Fault) {
        let path = self.path();
        self.issues.push(Issue::new(fault, path));
    }

    fn path(&self) -> Path {
        let segment = |step: &Step| match *step {
            Step::Key(key) => Segment::Key(key.to_owned()),
            Step::Index(index) => Segment::Index(index),
        };
        Path(self.steps.iter().map(segment).collect())
    }

    fn within<T: FromJson>(&mut self, step: Step, value: Value) -> T {
        self.steps.push(step);
        let read = T::from_json(value, self);
        self.steps.pop();
        read
    }

    /// The fields of the object that `value` should be; reports keys that are in none of the lists.
    pub(crate) fn object(&mut self, value: Value, keys: &[&[&'static str]]) -> Option<Fields> {
        let Value::Object(object) = value else {
            self.mismatch(Shape::Object, &value);
            return None;
        };
        let known = || keys.iter().flat_map(|list| list.iter().copied());
        let mut fields = Fields { known: Vec::with_capacity(object.len()), extra: Extra::new() };
        let mut unknown = Vec::new();
        for (key, value) in object {
            if let Some(known) = known().find(|known| *known == key) {
                fields.known.push((known, value));
            } else if key.starts_with("x-") {
                fields.extra.insert(key, value);
            } else {
                unknown.push(key);
            }
        }
        for key in unknown {
            // A key that is there already is hardly the one that was meant.
            let missing = known().filter(|known| fields.known.iter().all(|(there, _)| there != known));
            let near = nearest(&key, missing).or_else(|| nearest(&key, known())).map(str::to_owned);
            let path = self.path().key(&key);
            self.issues.push(Issue::new(Fault::UnknownKey { key, nearest: near }, path));
        }
        Some(fields)
    }

    /// Which of the words the value is.
    pub(crate) fn choose(&mut self, value: &Value, words: &'static [&'static str]) -> Option<usize> {
        let Some(word) = value.as_str() else {
            self.mismatch(Shape::String, value);
            return None;
        };
        let at = words.iter().position(|known| *known == word);
        if at.is_none() {
            self.report(Fault::not_one_of(word, words));
        }
        at
    }

    /// The values of the array that `value` should be.
    fn array(&mut self, value: Value) -> Option<Vec<Value>> {
        let Value::Array(array) = value else {
            self.mismatch(Shape::Array, &value);
            return None;
        };
        Some(array)
    }

    /// Reports that a value has another shape than it should.
    pub(crate) fn mismatch(&mut self, expected: Shape, found: &Value) {
        self.report(Fault::WrongType { expected, found: Shape::of(found) });
    }
}

/// The fields of an object, to be taken out one by one.
pub(crate) struct Fields {
    known: Vec<(&'static str, Value)>,
    pub(crate) extra: Extra,
}

impl Fields {
    /// The value of one key.
    pub(crate) fn take<T: FromJson>(&mut self, key: &'static str, reader: &mut Reader) -> T {
        match self.pull(key) {
            Some(value) => reader.within(Step::Key(key), value),
            None => T::absent(key, reader),
        }
    }

    // Once for all types: written out for each, reading would be twice the code. So are the other parts of it that do
    // not know the type.
    #[inline(never)]
    fn pull(&mut self, key: &'static str) -> Option<Value> {
        let at = self.known.iter().position(|(known, _)| *known == key)?;
        Some(self.known.swap_remove(at).1)
    }
}

/// A type that reads itself from a JSON value, reporting faults and going on.
pub(crate) trait FromJson: Default {
    /// Reads `value`; after a report, any placeholder will do.
    fn from_json(value: Value, reader: &mut Reader) -> Self;

    /// What stands for a key that is not there; reports it where it must be there.
    fn absent(key: &'static str, reader: &mut Reader) -> Self {
        reader.report(Fault::MissingKey { key });
        Self::default()
    }
}

impl FromJson for String {
    fn from_json(value: Value, reader: &mut Reader) -> Self {
        if let Value::String(text) = value {
            return text;
        }
        reader.mismatch(Shape::String, &value);
        Self::new()
    }
}

impl FromJson for bool {
    fn from_json(value: Value, reader: &mut Reader) -> Self {
        value.as_bool().unwrap_or_else(|| {
            reader.mismatch(Shape::Boolean, &value);
            false
        })
    }
}

impl FromJson for f64 {
    fn from_json(value: Value, reader: &mut Reader) -> Self {
        value.as_f64().unwrap_or_else(|| {
            reader.mismatch(Shape::Number, &value);
            0.0
        })
    }
}

/// A whole number from 0 up. 3.0 is the same JSON number as 3, and some tools write it so.
pub(crate) fn whole(value: &Value) -> Option<f64> {
    value.as_f64().filter(|number| number.fract() == 0.0 && *number >= 0.0)
}

impl FromJson for u32 {
    fn from_json(value: Value, reader: &mut Reader) -> Self {
        let Some(number) = whole(&value).filter(|number| *number <= f64::from(Self::MAX)) else {
            reader.mismatch(Shape::Count, &value);
            return 0;
        };
        #[expect(clippy::cast_sign_loss, reason = "whole numbers begin at 0")]
        return number as Self;
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(value: Value, reader: &mut Reader) -> Self {
        Some(T::from_json(value, reader))
    }

    fn absent(_: &'static str, _: &mut Reader) -> Self {
        None
    }
}

/// A list that may be left out. It remembers whether it was, so that a document prints back as it was read.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct List<T>(Option<Vec<T>>);

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for List<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        Vec::<T>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Vec::<T>::json_schema(generator)
    }
}

impl<T> List<T> {
    pub(crate) fn is_absent(&self) -> bool {
        self.0.is_none()
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Deref for List<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        self.0.as_deref().unwrap_or_default()
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(items: Vec<T>) -> Self {
        Self(Some(items))
    }
}

impl<T: FromJson> FromJson for List<T> {
    fn from_json(value: Value, reader: &mut Reader) -> Self {
        let Some(array) = reader.array(value) else { return Self(None) };
        let mut items = Vec::with_capacity(array.len());
        for (at, value) in array.into_iter().enumerate() {
            items.push(reader.within(Step::Index(at), value));
        }
        Self(Some(items))
    }

    fn absent(_: &'static str, _: &mut Reader) -> Self {
        Self(None)
    }
}

#[cfg(test)]
mod tests {
    use super::Path;

    #[test]
    fn paths_print_as_json_paths() {
        let path = Path::default().key("conditions").index(2).key("x-note").key("it's \\ \n\u{1}ä").key("").key("by_2");
        assert_eq!(path.to_string(), r"$.conditions[2]['x-note']['it\'s \\ \n\u0001ä'][''].by_2");
        assert_eq!(Path::default().to_string(), "$");
    }
}
