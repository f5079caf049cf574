//! English rules without a browser.

use std::cmp::Ordering;

use super::format::{Format, Moment, Plural};

/// English as CLDR has it, for what is made at build time and for tests.
#[derive(Debug, Clone, Copy, Default)]
pub struct Plain;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month_name(month: u8) -> &'static str {
    MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or("?")
}

impl Format for Plain {
    fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [one, two] => format!("{one} and {two}"),
            [most @ .., last] => format!("{}, and {last}", most.join(", ")),
        }
    }

    fn number(&self, value: f64) -> String {
        let text = value.to_string();
        let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("-", digits));
        let (whole, fraction) = digits.split_once('.').map_or((digits, String::new()), |(w, f)| (w, format!(".{f}")));
        let mut grouped = String::new();
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        format!("{sign}{grouped}{fraction}")
    }

    fn day(&self, year: i32, month: u8, day: u8) -> String {
        format!("{} {day}, {year}", month_name(month))
    }

    fn month(&self, year: i32, month: u8) -> String {
        format!("{} {year}", month_name(month))
    }

    fn moment(&self, moment: &Moment) -> String {
        let Moment { year, month, day, hour, minute, .. } = *moment;
        let half = if hour < 12 { "AM" } else { "PM" };
        let clock = if hour % 12 == 0 { 12 } else { hour % 12 };
        format!("{}, {clock}:{minute:02} {half} ({})", self.day(year, month, day), moment.zone())
    }

    fn plural(&self, count: usize) -> Plural {
        if count == 1 { Plural::One } else { Plural::Other }
    }

    fn large(&self, letter: &str) -> String {
        letter.to_uppercase()
    }

    fn small(&self, letter: &str) -> String {
        letter.to_lowercase()
    }

    fn compare(&self, a: &str, b: &str) -> Ordering {
        a.to_lowercase().cmp(&b.to_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::{Format, Moment, Plain};

    #[test]
    fn reads_and_prints_a_moment_at_its_own_offset() {
        let moment = Moment::parse("2016-09-03T23:16:00-04:00").unwrap();
        assert_eq!(Plain.moment(&moment), "September 3, 2016, 11:16 PM (UTC−4)");
        assert_eq!(Moment::parse("2016-09-03T00:05:00.5Z").unwrap().zone(), "UTC");
        assert_eq!(Moment::parse("2016-09-03T00:05:00+05:30").unwrap().zone(), "UTC+5:30");
        assert_eq!(Moment::parse("Sunday"), None);
    }

    #[test]
    fn groups_digits_and_joins_lists() {
        assert_eq!(Plain.number(5_000_000.0), "5,000,000");
        assert_eq!(Plain.number(-1234.5), "-1,234.5");
        assert_eq!(Plain.number(999.0), "999");
        let names = |n: usize| ["a", "b", "c"].iter().take(n).map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(Plain.list(&names(2)), "a and b");
        assert_eq!(Plain.list(&names(3)), "a, b, and c");
    }
}
