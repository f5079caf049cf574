//! What a language's rules do: lists, numbers, dates, plurals.

use std::cmp::Ordering;

/// The plural category of a count (Unicode CLDR).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plural {
    /// Arabic and others.
    Zero,
    /// One.
    One,
    /// Two.
    Two,
    /// A few.
    Few,
    /// Many.
    Many,
    /// All others; in every language.
    Other,
}

/// An RFC 3339 moment taken apart: the clock as it stood at its own offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Year, from 0 to 9999.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
    /// Hour, 0 to 23.
    pub hour: u8,
    /// Minute, 0 to 59.
    pub minute: u8,
    /// Minutes east of UTC.
    pub offset: i16,
}

impl Moment {
    /// Reads `2016-09-03T23:16:00-04:00`; `None` if it is not one. Seconds are read over.
    pub fn parse(text: &str) -> Option<Self> {
        let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<u16>().ok();
        let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
        let (hour, minute) = (number(11..13)?, number(14..16)?);
        let tail = text.get(16..)?;
        let offset = match tail.rfind(['+', '-', 'Z', 'z']) {
            Some(at) => {
                let zone = tail.get(at..)?;
                let part = |range| zone.get(range).and_then(|digits: &str| digits.parse::<i16>().ok());
                match zone.chars().next()? {
                    'Z' | 'z' => 0,
                    sign => {
                        let minutes = part(1..3)? * 60 + part(4..6)?;
                        if sign == '-' { -minutes } else { minutes }
                    }
                }
            }
            None => return None,
        };
        let (month, day, hour, minute) = (month as u8, day as u8, hour as u8, minute as u8);
        Some(Self { year: i32::from(year), month, day, hour, minute, offset })
    }

    /// `UTC−4`, `UTC+5:30`, `UTC`.
    pub fn zone(&self) -> String {
        let (hours, minutes) = (self.offset.unsigned_abs() / 60, self.offset.unsigned_abs() % 60);
        let sign = match self.offset.cmp(&0) {
            Ordering::Equal => return "UTC".to_owned(),
            Ordering::Less => '−',
            Ordering::Greater => '+',
        };
        if minutes == 0 { format!("UTC{sign}{hours}") } else { format!("UTC{sign}{hours}:{minutes:02}") }
    }
}

/// Puts values in a language.
pub trait Format {
    /// `a, b and c`.
    fn list(&self, items: &[String]) -> String;
    /// `400,000`.
    fn number(&self, value: f64) -> String;
    /// The day of a date without a clock: `September 4, 2016`.
    fn day(&self, year: i32, month: u8, day: u8) -> String;
    /// `September 2016`.
    fn month(&self, year: i32, month: u8) -> String;
    /// Day and clock, as they stood at the moment's own offset, with the zone.
    fn moment(&self, moment: &Moment) -> String;
    /// Which form of a word goes with a count.
    fn plural(&self, count: usize) -> Plural;
    /// A letter as a large one. Not by the standard library, whose tables for it are a part of the module's size that
    /// every browser has already.
    fn large(&self, letter: &str) -> String;
    /// A letter as a small one.
    fn small(&self, letter: &str) -> String;
    /// The order of two names.
    fn compare(&self, a: &str, b: &str) -> Ordering;
}
