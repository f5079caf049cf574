//! The interface's words, as typed values: a language that lacks one does not compile.
//!
//! [`Words`] holds the words of one language, [`Format`] puts lists, numbers, dates and plurals in it. In the browser
//! the second is the browser's own `Intl`; [`plain::Plain`] is English without a browser, for what is made at build
//! time and for tests.

pub mod account;
mod beside;
pub mod dates;
mod english;
pub mod faults;
mod find;
mod format;
mod labels;
mod large;
mod library;
mod party;
mod pictures;
pub mod plain;
pub mod relations;
pub mod scenario;
pub mod sentence;
mod take;
mod terms;
mod tongue;
mod what_if;

pub use beside::BesideWords;
pub use english::ENGLISH;
pub use find::FindWords;
pub use format::{Format, Moment, Plural};
pub use labels::{LABELS, Label, of_language, with_labels};
pub use large::LargeWords;
pub use library::LibraryWords;
pub use party::PartyWords;
pub use pictures::{MatrixWords, TimelineWords};
pub use relations::RelationsWords;
pub use take::TakeWords;
pub use terms::TermsWords;
pub use tongue::{Language, Tongue, Words};
pub use what_if::{Deed, WhatIfWords};
