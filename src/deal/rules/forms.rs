//! D03, as far as the types do not say it: the form of strings, the range of numbers, the length of lists.

use std::ops::Range;

use crate::deal::form::has_form;
use crate::deal::issue::{Fault, Form};
use crate::deal::item::Item;
use crate::deal::path::Path;
use crate::deal::read::FORMAT;
use crate::deal::spot::Spot;
use crate::deal::text::Text;

use super::{Clerk, Court};

/// The highest level of a fulfilment: done.
const DONE: u32 = 3;

pub(super) fn check(court: &Court<'_, impl Clerk>, items: Range<usize>) {
    if items.start == 0 {
        frame(court);
    }
    for (spot, item) in court.items(items) {
        each(court, spot, item);
    }
}

/// What the document says of itself.
fn frame(court: &Court<'_, impl Clerk>) {
    let document = court.document();
    let root = Path::default();
    if document.format != FORMAT {
        court.report(|| root.key("format"), || Fault::OtherFormat { found: document.format });
    }
    form(court, &document.language, Form::Language, || root.key("language"));
    form(court, &document.as_of, Form::Moment, || root.key("asOf"));
}

fn each(court: &Court<'_, impl Clerk>, spot: Spot, item: Item<'_>) {
    let path = |key: &str| spot.path().key(key);
    let maybe = |text: &Option<Text>, of: Form, key: &str| {
        if let Some(text) = text {
            form(court, text, of, || path(key));
        }
    };
    match item {
        Item::Source(source) => maybe(&source.url, Form::Address, "url"),
        Item::Section(section) => {
            maybe(&section.date, Form::Date, "date");
            maybe(&section.url, Form::Reference, "url");
        }
        Item::Event(event) => maybe(&event.date, Form::Date, "date"),
        Item::Condition(condition) => {
            maybe(&condition.topic, Form::Slug, "topic");
            if condition.fulfilment.is_some_and(|level| level > DONE) {
                court.report(|| path("fulfilment"), || Fault::OutOfRange { most: DONE });
            }
        }
        Item::Relation(relation) => form(court, &relation.kind, Form::Slug, || path("kind")),
        Item::Tension(tension) if tension.between.is_absent() && court.was_read(|| path("between")) => {
            court.report(|| spot.path(), || Fault::MissingKey { key: "between" });
        }
        Item::Tension(tension) if tension.between.len() < 2 => {
            court.report(|| path("between"), || Fault::TooFew { least: 2 });
        }
        _ => {}
    }
}

fn form(court: &Court<'_, impl Clerk>, text: &str, form: Form, path: impl FnOnce() -> Path) {
    if !has_form(text, form) {
        court.report(path, || Fault::NotWellFormed { text: text.to_owned(), form });
    }
}
