//! Dates of the format (EDTF, ISO 8601-2), as far as an order of events needs them.

/// A date as exactly as it is known; a part that is not known is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// The year.
    pub year: i32,
    /// The month, 1 to 12, or EDTF's season, 21 to 41; 0: not known.
    pub month: u8,
    /// The day of the month; 0: not known.
    pub day: u8,
}

/// From when to when; an open or unknown end is `None`. A single date is both ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Its first date.
    pub from: Option<Date>,
    /// Its last date.
    pub to: Option<Date>,
}

impl Date {
    /// Reads `2016`, `2016-09`, `2016-09-04`, also with a time, with `?`, `~`, `%`, or `X` for unknown digits.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().trim_end_matches(['?', '~', '%']);
        let text = text.split('T').next().unwrap_or_default();
        let (sign, text) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let mut parts = text.split('-');
        let year = digits(parts.next()?)?;
        let month = parts.next().map_or(Some(0), |part| number(part, 41))?;
        let day = parts.next().map_or(Some(0), |part| number(part, 31))?;
        if parts.next().is_some() || !(0..=9999).contains(&year) {
            return None;
        }
        Some(Self { year: sign * year, month, day: if month == 0 { 0 } else { day } })
    }
}

fn number(part: &str, most: u8) -> Option<u8> {
    if part.contains(['X', 'x']) {
        return Some(0);
    }
    digits(part).and_then(|number| u8::try_from(number).ok()).filter(|number| *number <= most)
}

fn digits(part: &str) -> Option<i32> {
    let plain = part.replace(['X', 'x'], "0");
    plain.bytes().all(|byte| byte.is_ascii_digit()).then(|| plain.parse().ok()).flatten()
}

impl Span {
    /// Reads a date or an interval: `2016-09-04`, `2016-09/2016-10`, `../2016-09-03`, `2016/..`, `/2016`.
    pub fn parse(text: &str) -> Option<Self> {
        let Some((from, to)) = text.split_once('/') else {
            let date = Date::parse(text)?;
            return Some(Self { from: Some(date), to: Some(date) });
        };
        let end = |text: &str| match text.trim() {
            "" | ".." => Some(None),
            date => Date::parse(date).map(Some),
        };
        let span = Self { from: end(from)?, to: end(to)? };
        (span.from.is_some() || span.to.is_some()).then_some(span)
    }

    /// What to order it by: its first date, and its last date for one that has no first ("until the third").
    pub(super) fn key(self) -> (Option<Date>, bool, Option<Date>) {
        (self.from.or(self.to), self.from.is_some(), self.to)
    }
}
