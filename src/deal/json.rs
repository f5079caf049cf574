//! Reading JSON values into Rust types without stopping at the first fault.
//!
//! `serde`'s own `Deserialize` ends at the first error; an author wants them all. So each type reads itself from a
//! parsed value, reports what is wrong to the [`Reader`], and goes on with a placeholder. A document with any error
//! is thrown away as a whole, so no placeholder is ever seen.

use std::ops::Deref;

use serde::Serialize;
use serde_json::{Map, Value};

use super::issue::{Fault, Issue, Shape};
use super::nearest::nearest;

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
                Segment::Key(key) => write!(f, "[{key:?}]")?,
            }
        }
        Ok(())
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

    fn within<T>(&mut self, step: Step, read: impl FnOnce(&mut Self) -> T) -> T {
        self.steps.push(step);
        let value = read(self);
        self.steps.pop();
        value
    }

    /// The object that `value` should be; reports keys that are in none of the lists.
    pub(crate) fn object<'v>(&mut self, value: &'v Value, keys: &[&[&'static str]]) -> Option<&'v Map<String, Value>> {
        let Value::Object(object) = value else {
            self.mismatch(Shape::Object, value);
            return None;
        };
        for key in object.keys().filter(|key| !key.starts_with("x-")) {
            if !keys.iter().any(|list| list.contains(&key.as_str())) {
                let known = || keys.iter().flat_map(|list| list.iter().copied());
                // A key that is there already is hardly the one that was meant.
                let missing = known().filter(|known| !object.contains_key(*known));
                let near = nearest(key, missing).or_else(|| nearest(key, known()));
                let fault = Fault::UnknownKey { key: key.clone(), nearest: near.map(str::to_owned) };
                self.issues.push(Issue::new(fault, self.path().key(key)));
            }
        }
        Some(object)
    }

    /// The value of one key of an object.
    pub(crate) fn field<T: FromJson>(&mut self, object: &Map<String, Value>, key: &'static str) -> T {
        match object.get(key) {
            Some(value) => self.within(Step::Key(key), |reader| T::from_json(value, reader)),
            None => T::absent(key, self),
        }
    }

    /// Reports that a value has another shape than it should.
    pub(crate) fn mismatch(&mut self, expected: Shape, found: &Value) {
        self.report(Fault::WrongType { expected, found: Shape::of(found) });
    }
}

/// A type that reads itself from a JSON value, reporting faults and going on.
pub(crate) trait FromJson: Default {
    /// Reads `value`; after a report, any placeholder will do.
    fn from_json(value: &Value, reader: &mut Reader) -> Self;

    /// What stands for a key that is not there; reports it where it must be there.
    fn absent(key: &'static str, reader: &mut Reader) -> Self {
        reader.report(Fault::MissingKey { key });
        Self::default()
    }
}

impl FromJson for String {
    fn from_json(value: &Value, reader: &mut Reader) -> Self {
        if let Value::String(text) = value {
            return text.clone();
        }
        reader.mismatch(Shape::String, value);
        Self::new()
    }
}

impl FromJson for bool {
    fn from_json(value: &Value, reader: &mut Reader) -> Self {
        value.as_bool().unwrap_or_else(|| {
            reader.mismatch(Shape::Boolean, value);
            false
        })
    }
}

impl FromJson for f64 {
    fn from_json(value: &Value, reader: &mut Reader) -> Self {
        value.as_f64().unwrap_or_else(|| {
            reader.mismatch(Shape::Number, value);
            0.0
        })
    }
}

/// A whole number from 0 up. 3.0 is the same JSON number as 3, and some tools write it so.
pub(crate) fn whole(value: &Value) -> Option<f64> {
    value.as_f64().filter(|number| number.fract() == 0.0 && *number >= 0.0)
}

impl FromJson for u32 {
    fn from_json(value: &Value, reader: &mut Reader) -> Self {
        let Some(number) = whole(value).filter(|number| *number <= f64::from(Self::MAX)) else {
            reader.mismatch(Shape::Count, value);
            return 0;
        };
        #[expect(clippy::cast_sign_loss, reason = "whole numbers begin at 0")]
        return number as Self;
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(value: &Value, reader: &mut Reader) -> Self {
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
    fn from_json(value: &Value, reader: &mut Reader) -> Self {
        let Value::Array(array) = value else {
            reader.mismatch(Shape::Array, value);
            return Self(None);
        };
        let items = array.iter().enumerate();
        Self(Some(items.map(|(i, v)| reader.within(Step::Index(i), |r| T::from_json(v, r))).collect()))
    }

    fn absent(_: &'static str, _: &mut Reader) -> Self {
        Self(None)
    }
}
