//! The macros that write what every type of the format needs: its keys, its reading, its printing, its schema.

use serde::{Serialize, Serializer};

use super::json::{Json, print_entries};

/// Keys that begin with `x-`, with their values: kept for other tools, ignored by this one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Extra(pub Vec<(String, Json)>);

impl Serialize for Extra {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        print_entries(&self.0, serializer)
    }
}

/// Whether a field is left out in print.
pub(crate) trait Absent {
    fn is_absent(&self) -> bool;
}

impl<T> Absent for Option<T> {
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T> Absent for super::value::List<T> {
    fn is_absent(&self) -> bool {
        Self::is_absent(self)
    }
}

macro_rules! never_absent {
    ($($ty:ty),*) => { $(impl Absent for $ty { fn is_absent(&self) -> bool { false } })* };
}
never_absent!(super::text::Text, bool, u32, f64);

/// Returns the field at a place among these, and is nothing where there are no more.
macro_rules! nth {
    ($this:ident, $at:expr, $($field:ident),*) => {{
        let mut left: Option<usize> = $at;
        $(if left == Some(0) {
            return Some(&mut $this.$field);
        }
        left = left?.checked_sub(1);)*
        left.and(None)
    }};
}

/// A JSON object of the format: `Name { field "key": Type, … }`, or `Name: statement { … }` for one that has the
/// fields of a statement as well.
macro_rules! record {
    ($(#[$meta:meta])* $name:ident : statement {
        $($(#[$field_meta:meta])* $field:ident $key:literal : $ty:ty,)*
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Default, PartialEq, serde::Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub struct $name {
            /// Who says so, how firmly, and the words that prove it.
            #[serde(flatten)]
            pub statement: $crate::deal::statement::Statement,
            $($(#[$field_meta])*
            #[serde(rename = $key, skip_serializing_if = "crate::deal::record::Absent::is_absent")]
            #[cfg_attr(feature = "schema", schemars(rename = $key))]
            pub $field: $ty,)*
            /// Keys that begin with `x-`: kept, and otherwise ignored.
            #[serde(flatten)]
            #[cfg_attr(feature = "schema", schemars(skip))]
            pub extra: $crate::deal::record::Extra,
        }

        impl $name {
            pub(crate) const KEYS: &[&str] = &[$($key),*];
        }

        impl $crate::deal::value::FromJson for $name {
            fn from_json(value: $crate::deal::json::Json, reader: &mut $crate::deal::reader::Reader) -> Self {
                let Some(mut fields) = reader.object(value) else {
                    return Self::default();
                };
                Self {
                    statement: $crate::deal::statement::Statement::from_fields(&mut fields, reader),
                    $($field: fields.take($key, reader),)*
                    extra: fields.rest(&[$crate::deal::statement::Statement::KEYS, Self::KEYS], reader),
                }
            }
        }

        impl $crate::deal::quick::Record for $name {
            fn keys(&self) -> $crate::deal::quick::Keys {
                &[$crate::deal::statement::Statement::KEYS, Self::KEYS]
            }

            fn field(&mut self, at: usize) -> Option<&mut dyn $crate::deal::quick::Quick> {
                match at.checked_sub($crate::deal::statement::Statement::KEYS.len()) {
                    None => self.statement.field(at),
                    own => $crate::deal::record::nth!(self, own, $($field),*),
                }
            }

            fn extra(&mut self) -> &mut $crate::deal::record::Extra {
                &mut self.extra
            }
        }
    };
    ($(#[$meta:meta])* $name:ident {
        $($(#[$field_meta:meta])* $field:ident $key:literal : $ty:ty,)*
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Default, PartialEq, serde::Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub struct $name {
            $($(#[$field_meta])*
            #[serde(rename = $key, skip_serializing_if = "crate::deal::record::Absent::is_absent")]
            #[cfg_attr(feature = "schema", schemars(rename = $key))]
            pub $field: $ty,)*
            /// Keys that begin with `x-`: kept, and otherwise ignored.
            #[serde(flatten)]
            #[cfg_attr(feature = "schema", schemars(skip))]
            pub extra: $crate::deal::record::Extra,
        }

        impl $name {
            pub(crate) const KEYS: &[&str] = &[$($key),*];
        }

        impl $crate::deal::record::Absent for $name {
            fn is_absent(&self) -> bool {
                false
            }
        }

        impl $crate::deal::value::FromJson for $name {
            fn from_json(value: $crate::deal::json::Json, reader: &mut $crate::deal::reader::Reader) -> Self {
                let Some(mut fields) = reader.object(value) else {
                    return Self::default();
                };
                Self {
                    $($field: fields.take($key, reader),)*
                    extra: fields.rest(&[Self::KEYS], reader),
                }
            }
        }

        impl $crate::deal::quick::Record for $name {
            fn keys(&self) -> $crate::deal::quick::Keys {
                &[Self::KEYS]
            }

            fn field(&mut self, at: usize) -> Option<&mut dyn $crate::deal::quick::Quick> {
                $crate::deal::record::nth!(self, Some(at), $($field),*)
            }

            fn extra(&mut self) -> &mut $crate::deal::record::Extra {
                &mut self.extra
            }
        }
    };
}

/// A closed list of words: `Name { Variant = "word", … }`. The first is the placeholder after a fault.
macro_rules! choice {
    ($(#[$meta:meta])* $name:ident {
        $(#[$first_meta:meta])* $first:ident = $first_word:literal,
        $($(#[$variant_meta:meta])* $variant:ident = $word:literal,)*
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name {
            $(#[$first_meta])* #[default] #[serde(rename = $first_word)] $first,
            $($(#[$variant_meta])* #[serde(rename = $word)] $variant,)*
        }

        impl $name {
            /// Every value, in the format's order.
            pub const ALL: &[Self] = &[Self::$first, $(Self::$variant),*];
            const WORDS: &[&str] = &[$first_word, $($word),*];

            /// The word that stands for this value in a document.
            pub fn word(self) -> &'static str {
                match self { Self::$first => $first_word, $(Self::$variant => $word),* }
            }
        }

        impl $crate::deal::record::Absent for $name {
            fn is_absent(&self) -> bool {
                false
            }
        }

        impl $crate::deal::value::FromJson for $name {
            fn from_json(value: $crate::deal::json::Json, reader: &mut $crate::deal::reader::Reader) -> Self {
                reader.choose(&value, Self::WORDS).and_then(|at| Self::ALL.get(at).copied()).unwrap_or_default()
            }
        }

        impl $crate::deal::quick::Quick for $name {
            fn read(&mut self, parser: &mut $crate::deal::json::Parser<'_>) -> Option<()> {
                *self = $crate::deal::quick::choose(parser, Self::WORDS).and_then(|at| Self::ALL.get(at).copied())?;
                Some(())
            }
        }
    };
}

pub(crate) use {choice, nth, record};
