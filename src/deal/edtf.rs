//! Dates as far as the format needs them: years, months, days and intervals of them, by EDTF (ISO 8601-2:2019).
//!
//! `2016`, `2016-09`, `2016-09-04`, `-0044` (45 BC), each with `?` (uncertain), `~` (approximate) or `%` (both);
//! `2016-09-01/2016-09-04`, where one end may be `..` (open) or empty (unknown).

use std::cmp::Ordering;

/// A day of the proleptic Gregorian calendar; year 0 is 1 BC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// The year.
    pub year: i32,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl Day {
    /// The day, if the calendar has it.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        (1..=days_in(year, month)?).contains(&day).then_some(Self { year, month, day })
    }
}

/// How many days a month has; `None` if there is no such month.
pub(crate) fn days_in(year: i32, month: u8) -> Option<u8> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    Some(match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    })
}

/// A year, a month or a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Date {
    /// The year; 0 is 1 BC.
    pub year: i32,
    /// The month, from 1, where the date is that fine.
    pub month: Option<u8>,
    /// The day of the month, from 1, where the date is that fine.
    pub day: Option<u8>,
    /// `?` or `%`: the source for it may be wrong.
    pub uncertain: bool,
    /// `~` or `%`: near it.
    pub approximate: bool,
}

impl Date {
    /// Its first day.
    pub fn first(self) -> Day {
        Day { year: self.year, month: self.month.unwrap_or(1), day: self.day.unwrap_or(1) }
    }

    /// Its last day.
    pub fn last(self) -> Day {
        let month = self.month.unwrap_or(12);
        Day { year: self.year, month, day: self.day.or_else(|| days_in(self.year, month)).unwrap_or(31) }
    }

    fn parse(text: &str) -> Option<Self> {
        let (text, uncertain, approximate) = match text.as_bytes().last()? {
            b'?' => (text.strip_suffix('?')?, true, false),
            b'~' => (text.strip_suffix('~')?, false, true),
            b'%' => (text.strip_suffix('%')?, true, true),
            _ => (text, false, false),
        };
        let (sign, unsigned) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let mut parts = unsigned.split('-');
        let year = sign * i32::from(digits::<4>(parts.next()?)?);
        let mut two = || parts.next().map(|part| digits::<2>(part).map(|number| number as u8));
        let (month, day) = (two(), two());
        if month == Some(None) || day == Some(None) {
            return None;
        }
        let (month, day) = (month.flatten(), day.flatten());
        let minus_zero = sign < 0 && year == 0;
        let real = Day::new(year, month.unwrap_or(1), day.unwrap_or(1)).is_some();
        let whole = parts.next().is_none();
        (real && whole && !minus_zero).then_some(Self { year, month, day, uncertain, approximate })
    }
}

/// A number of exactly `N` ASCII digits.
pub(crate) fn digits<const N: usize>(text: &str) -> Option<u16> {
    (text.len() == N && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

/// One end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum End {
    /// A date.
    At(Date),
    /// `..`: there is none, or it is open.
    Open,
    /// Empty: there is one, but nobody knows it.
    Unknown,
}

impl End {
    fn parse(text: &str) -> Option<Self> {
        match text {
            ".." => Some(Self::Open),
            "" => Some(Self::Unknown),
            _ => Date::parse(text).map(Self::At),
        }
    }

    fn date(self) -> Option<Date> {
        match self {
            Self::At(date) => Some(date),
            Self::Open | Self::Unknown => None,
        }
    }
}

/// A date or an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Edtf {
    /// The first day on which it can lie; `None` where its beginning is open or unknown.
    pub earliest: Option<Day>,
    /// The last day on which it can lie; `None` where its end is open or unknown.
    pub latest: Option<Day>,
    /// Where it begins, as written; of a single date, that date.
    pub start: End,
    /// Where it ends, as written; of a single date, that date.
    pub end: End,
    /// Whether it was written with a slash.
    pub interval: bool,
}

impl Edtf {
    /// Reads a date; `None` if it has another form, names a day that no calendar has, or runs backwards.
    pub fn parse(text: &str) -> Option<Self> {
        let Some((start, end)) = text.split_once('/') else {
            let date = Date::parse(text)?;
            let (start, end) = (End::At(date), End::At(date));
            return Some(Self { earliest: Some(date.first()), latest: Some(date.last()), start, end, interval: false });
        };
        let (start, end) = (End::parse(start)?, End::parse(end)?);
        let (earliest, latest) = (start.date().map(Date::first), end.date().map(Date::last));
        let backwards = earliest.zip(latest).is_some_and(|(earliest, latest)| earliest > latest);
        let empty = earliest.is_none() && latest.is_none();
        (!backwards && !empty).then_some(Self { earliest, latest, start, end, interval: true })
    }

    /// The order of a timeline: by the earliest day, and of two that begin together the shorter first. What has no
    /// known beginning comes first, what has no known end last.
    pub fn order(&self, other: &Self) -> Ordering {
        let ends = |latest: Option<Day>| (latest.is_none(), latest);
        self.earliest.cmp(&other.earliest).then_with(|| ends(self.latest).cmp(&ends(other.latest)))
    }

    /// Whether it is over before the other can begin, by what is known of both.
    pub fn is_before(&self, other: &Self) -> bool {
        self.latest.zip(other.earliest).is_some_and(|(latest, earliest)| latest < earliest)
    }

    /// Whether the day can lie in it.
    pub fn may_be(&self, day: Day) -> bool {
        self.earliest.is_none_or(|earliest| earliest <= day) && self.latest.is_none_or(|latest| day <= latest)
    }

    /// The dates in it, one or two.
    pub fn dates(&self) -> impl Iterator<Item = Date> {
        let end = if self.interval { self.end.date() } else { None };
        self.start.date().into_iter().chain(end)
    }
}

#[cfg(test)]
mod tests {
    use super::{Day, Edtf, End};
    use std::cmp::Ordering;

    fn day(year: i32, month: u8, day: u8) -> Option<Day> {
        let day = Day::new(year, month, day);
        assert!(day.is_some());
        day
    }

    fn span(text: &str) -> (Option<Day>, Option<Day>) {
        let date = Edtf::parse(text).unwrap_or_else(|| panic!("{text:?} is a date"));
        (date.earliest, date.latest)
    }

    #[test]
    fn a_date_spans_the_days_it_can_mean() {
        assert_eq!(span("2016-09-04"), (day(2016, 9, 4), day(2016, 9, 4)));
        assert_eq!(span("2016-02"), (day(2016, 2, 1), day(2016, 2, 29)));
        assert_eq!(span("1900-02"), (day(1900, 2, 1), day(1900, 2, 28)));
        assert_eq!(span("2016"), (day(2016, 1, 1), day(2016, 12, 31)));
        assert_eq!(span("-0044-03-15"), (day(-44, 3, 15), day(-44, 3, 15)));
        assert_eq!(span("0000"), (day(0, 1, 1), day(0, 12, 31)));
    }

    #[test]
    fn intervals_may_be_open_or_unknown_at_one_end() {
        assert_eq!(span("../2016-09-03"), (None, day(2016, 9, 3)));
        assert_eq!(span("/2016-09-03"), (None, day(2016, 9, 3)));
        assert_eq!(span("2011/.."), (day(2011, 1, 1), None));
        assert_eq!(span("2011/2016-09"), (day(2011, 1, 1), day(2016, 9, 30)));
        assert_eq!(span("2016-09/2016"), (day(2016, 9, 1), day(2016, 12, 31)));
        assert_eq!(Edtf::parse("2011/..").unwrap().end, End::Open);
        assert_eq!(Edtf::parse("2011/").unwrap().end, End::Unknown);
    }

    #[test]
    fn qualifiers_are_kept() {
        let Some(End::At(date)) = Edtf::parse("2016-09~").map(|date| date.start) else { panic!() };
        assert!(date.approximate && !date.uncertain);
        let Some(End::At(date)) = Edtf::parse("2011?/2016%").map(|date| date.end) else { panic!() };
        assert!(date.approximate && date.uncertain);
    }

    #[test]
    fn what_no_calendar_has_is_refused() {
        let bad = [
            "",
            "..",
            "/",
            "../..",
            "../",
            "/..",
            "16",
            "2016-9",
            "2016-13",
            "2016-00",
            "2016-09-31",
            "2015-02-29",
            "2016-09-00",
            "2016/2015",
            "2016-09-04/2016-09-03",
            "2016-09-04-05",
            "2016-09-",
            "-0000",
            "2016??",
            "?",
            "Sep 3, 2016",
            "2016-09-03T10:00:00Z",
            "2016/2017/2018",
            " 2016",
            "201X",
            "２０１６",
            "+2016",
            "2016-+9",
        ];
        for text in bad {
            assert_eq!(Edtf::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn the_order_of_a_timeline() {
        let sorted =
            ["../2010", "../2016", "2011/2012", "2011/..", "2016", "2016-09", "2016-09-01/2016-09-04", "2016-09-04"];
        let sorted = sorted.map(|text| Edtf::parse(text).unwrap());
        let mut dates = sorted;
        dates.reverse();
        dates.sort_by(Edtf::order);
        // The year and its first days begin on other days; what begins together ends in order.
        let wanted =
            ["../2010", "../2016", "2011/2012", "2011/..", "2016", "2016-09-01/2016-09-04", "2016-09", "2016-09-04"];
        assert_eq!(dates, wanted.map(|text| Edtf::parse(text).unwrap()));
        assert_eq!(sorted[0].order(&sorted[0]), Ordering::Equal);
    }

    #[test]
    fn before_means_certainly_before() {
        let parse = |text| Edtf::parse(text).unwrap();
        assert!(parse("../2016-09-03").is_before(&parse("2016-09-04")));
        assert!(!parse("2016-09").is_before(&parse("2016-09-04")));
        assert!(!parse("2016-09-04/..").is_before(&parse("2017")));
        assert!(parse("2011/..").may_be(Day::new(2016, 9, 3).unwrap()));
        assert!(!parse("2011").may_be(Day::new(2016, 9, 3).unwrap()));
    }
}
