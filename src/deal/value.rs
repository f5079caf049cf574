//! How the plain values of the format read themselves: texts, numbers, lists.

use std::ops::Deref;

use serde::Serialize;

use super::issue::{Fault, Shape};
use super::json::Json;
use super::reader::{Reader, Step};
use super::text::Text;
use crate::deal::gather::Gather;

/// A type that reads itself from a JSON value, reporting faults and going on.
pub(crate) trait FromJson: Default {
    /// Reads `value`; after a report, any placeholder will do.
    fn from_json(value: Json, reader: &mut Reader) -> Self;

    /// What stands for a key that is not there; reports it where it must be there.
    fn absent(key: &'static str, reader: &mut Reader) -> Self {
        reader.report(|| Fault::MissingKey { key });
        Self::default()
    }
}

impl FromJson for Text {
    fn from_json(value: Json, reader: &mut Reader) -> Self {
        match value {
            Json::String(text) => text.into(),
            other => {
                reader.mismatch(Shape::String, &other);
                Self::default()
            }
        }
    }
}

impl FromJson for bool {
    fn from_json(value: Json, reader: &mut Reader) -> Self {
        match value {
            Json::Bool(value) => value,
            other => {
                reader.mismatch(Shape::Boolean, &other);
                false
            }
        }
    }
}

impl FromJson for f64 {
    fn from_json(value: Json, reader: &mut Reader) -> Self {
        value.as_f64().unwrap_or_else(|| {
            reader.mismatch(Shape::Number, &value);
            0.0
        })
    }
}

/// A whole number from 0 up. 3.0 is the same JSON number as 3, and some tools write it so.
pub(crate) fn whole(number: f64) -> Option<f64> {
    Some(number).filter(|number| number.fract() == 0.0 && *number >= 0.0)
}

impl FromJson for u32 {
    fn from_json(value: Json, reader: &mut Reader) -> Self {
        let Some(number) = value.as_f64().and_then(whole).filter(|number| *number <= f64::from(Self::MAX)) else {
            reader.mismatch(Shape::Count, &value);
            return 0;
        };
        #[expect(clippy::cast_sign_loss, reason = "whole numbers begin at 0")]
        return number as Self;
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(value: Json, reader: &mut Reader) -> Self {
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

    /// The items, of a list that is there from now on.
    pub(crate) fn open(&mut self) -> &mut Vec<T> {
        self.0.get_or_insert_default()
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
    fn from_json(value: Json, reader: &mut Reader) -> Self {
        let Json::Array(array) = value else {
            reader.mismatch(Shape::Array, &value);
            return Self(None);
        };
        let items = array.into_iter().zip(0..).map(|(value, at)| reader.within(Step::Index(at), value));
        Self(Some(items.gather()))
    }

    fn absent(_: &'static str, _: &mut Reader) -> Self {
        Self(None)
    }
}
