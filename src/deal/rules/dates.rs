//! D09: a date that the source does not print says how it was worked out.

use std::ops::Range;

use crate::deal::edtf::{Date, Edtf};
use crate::deal::issue::Fault;
use crate::deal::item::Item;

use super::{Clerk, Court};

pub(super) fn check(court: &Court<'_, impl Clerk>, items: Range<usize>) {
    for (spot, item) in court.items(items) {
        let Item::Event(event) = item else { continue };
        let ruled = event.derived.as_ref().is_some_and(|rule| !rule.trim().is_empty());
        let ground = ["printed", "derived"].iter().all(|key| court.was_read(|| spot.path().key(key)));
        let Some(date) = event.date.as_deref().and_then(Edtf::parse).filter(|_| ground && !ruled) else { continue };
        if !date.dates().all(|date| is_printed(date, &event.printed)) {
            court.report(|| spot.path().key("date"), || Fault::DerivedWithoutRule);
        }
    }
}

/// Whether the words hold the year and the day in figures. The month goes by many names, and digits other than ours
/// are taken on trust: this rule would rather miss a derived date than accuse a printed one.
fn is_printed(date: Date, printed: &str) -> bool {
    let numbers = || printed.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse::<u32>().ok());
    let has = |number: u32| numbers().any(|printed| printed == number);
    let foreign = printed.chars().any(|c| c.is_numeric() && !c.is_ascii());
    foreign || (has(date.year.unsigned_abs()) && date.day.is_none_or(|day| has(u32::from(day))))
}
