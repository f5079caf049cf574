//! The forms that strings of the format must have: slugs, moments, languages, addresses.

use super::edtf::{Day, Edtf, digits};
use super::find::{find, split};
use super::issue::Form;
use crate::deal::sort::sort_and_dedup;

/// Whether the text has the form.
pub(crate) fn has_form(text: &str, form: Form) -> bool {
    match form {
        Form::Moment => is_moment(text).is_some(),
        Form::Date => Edtf::parse(text).is_some(),
        Form::Language => is_language(text),
        Form::Address => is_address(text),
        Form::Reference => is_address(text) || is_relative(text),
        Form::Slug => is_slug(text),
    }
}

/// `[a-z0-9-]{1,64}`
pub(crate) fn is_slug(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=64).contains(&text.len()) && text.bytes().all(plain)
}

/// RFC 3339: `2016-09-03T23:16:00-04:00`, a day that the calendar has, a time that the clock has.
fn is_moment(text: &str) -> Option<()> {
    let day = Day::new(i32::from(digits::<4>(text.get(..4)?)?), two(text, 5)?, two(text, 8)?);
    let (hour, minute, second) = (two(text, 11)?, two(text, 14)?, two(text, 17)?);
    let marks = [(4, "-"), (7, "-"), (10, "Tt"), (13, ":"), (16, ":")];
    let in_place =
        |(at, allowed): &(usize, &str)| text.get(*at..at + 1).is_some_and(|mark| find(allowed, mark).is_some());
    let mut zone = text.get(19..)?;
    if let Some(fraction) = zone.strip_prefix('.') {
        zone = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
        if zone.len() == fraction.len() {
            return None;
        }
    }
    let offset = match zone {
        "Z" | "z" => 0,
        _ => offset(zone)?,
    };
    // A leap second is the last of a day by UTC.
    let utc = (i32::from(hour) * 60 + i32::from(minute) - offset).rem_euclid(24 * 60);
    let clock = hour < 24 && minute < 60 && (second < 60 || (second == 60 && utc == 24 * 60 - 1));
    (day.is_some() && clock && marks.iter().all(in_place)).then_some(())
}

/// The minutes east of UTC in `+04:30`.
fn offset(zone: &str) -> Option<i32> {
    let sign = match zone.get(..1)? {
        "+" => 1,
        "-" => -1,
        _ => return None,
    };
    let (hours, minutes) = (two(zone, 1)?, two(zone, 4)?);
    let sound = zone.len() == 6 && zone.get(3..4) == Some(":") && hours < 24 && minutes < 60;
    sound.then(|| sign * (i32::from(hours) * 60 + i32::from(minutes)))
}

fn two(text: &str, at: usize) -> Option<u8> {
    digits::<2>(text.get(at..at + 2)?).map(|number| number as u8)
}

/// BCP 47 (RFC 5646, 2.1): language, script, region, variants, extensions, private use, in this order.
///
/// Refused though the grammar has them: languages of four letters or more, of which none was ever registered (so that
/// `English` is caught), and tags that are irregular or wholly private, which browsers refuse as well.
fn is_language(text: &str) -> bool {
    let mut tags = text.split('-').peekable();
    let letters = |tag: &str| tag.bytes().all(|byte| byte.is_ascii_alphabetic());
    let alphanumeric = |tag: &str| tag.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let starts_with_digit = |tag: &str| tag.starts_with(|c: char| c.is_ascii_digit());
    if !tags.next().is_some_and(|tag| matches!(tag.len(), 2 | 3) && letters(tag)) {
        return false;
    }
    for _ in 0..3 {
        tags.next_if(|tag| tag.len() == 3 && letters(tag));
    }
    tags.next_if(|tag| tag.len() == 4 && letters(tag));
    tags.next_if(|tag| (tag.len() == 2 && letters(tag)) || (tag.len() == 3 && tag.bytes().all(|b| b.is_ascii_digit())));
    let mut seen = Vec::new();
    let is_variant =
        |tag: &str| alphanumeric(tag) && (matches!(tag.len(), 5..=8) || (tag.len() == 4 && starts_with_digit(tag)));
    while let Some(variant) = tags.next_if(|tag| is_variant(tag)) {
        seen.push(variant.to_ascii_lowercase());
    }
    while let Some(singleton) = tags.next_if(|tag| tag.len() == 1 && alphanumeric(tag)) {
        let private = singleton.eq_ignore_ascii_case("x");
        let least = if private { 1 } else { 2 };
        let mut parts = 0;
        while tags.next_if(|tag| (least..=8).contains(&tag.len()) && alphanumeric(tag)).is_some() {
            parts += 1;
        }
        if parts == 0 || (private && tags.peek().is_some()) {
            return false;
        }
        seen.push(singleton.to_ascii_lowercase());
    }
    let count = seen.len();
    sort_and_dedup(&mut seen);
    tags.next().is_none() && seen.len() == count
}

/// An address with scheme http or https and a host, without what a browser would silently drop or turn round.
fn is_address(text: &str) -> bool {
    let rest = split(text, "://")
        .filter(|(scheme, _)| ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)));
    let host = rest.and_then(|(_, rest)| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    !host.is_empty() && !host.ends_with('@') && !host.starts_with(':') && text.chars().all(is_plain)
}

/// An address without a scheme: the part before the first `/`, `?` or `#` has no colon.
fn is_relative(text: &str) -> bool {
    let first = text.split(['/', '?', '#']).next().unwrap_or_default();
    !text.is_empty() && !first.contains(':') && text.chars().all(is_plain)
}

fn is_plain(c: char) -> bool {
    !c.is_whitespace() && !c.is_control() && !matches!(c, '\\' | '<' | '>' | '"' | '`')
}

#[cfg(test)]
mod tests {
    use super::has_form;
    use crate::deal::issue::Form;

    fn check(form: Form, good: &[&str], bad: &[&str]) {
        for text in good {
            assert!(has_form(text, form), "{text:?} is {form:?}");
        }
        for text in bad {
            assert!(!has_form(text, form), "{text:?} is no {form:?}");
        }
    }

    #[test]
    fn moments_have_a_real_day_a_time_and_an_offset() {
        let good = [
            "2016-09-03T23:16:00-04:00",
            "2016-02-29T00:00:00Z",
            "2016-09-03t23:16:00.123z",
            "1990-12-31T23:59:60Z",
            "1990-12-31T15:59:60-08:00",
        ];
        let bad = [
            "",
            "2016-09-03",
            "2016-09-03T23:16:00",
            "2016-09-03 23:16:00Z",
            "2016-09-31T00:00:00Z",
            "2015-02-29T00:00:00Z",
            "2016-09-03T24:00:00Z",
            "2016-09-03T23:60:00Z",
            "2016-09-03T12:00:60Z",
            "2016-09-03T23:16Z",
            "2016-09-03T23:16:00.Z",
            "2016-09-03T23:16:00+4:00",
            "2016-09-03T23:16:00+24:00",
            "2016-09-03T23:16:00+04:00 ",
            "2016-09-0\u{663}T23:16:00Z",
            "Sep 3, 2016 11:16 PM EDT",
        ];
        check(Form::Moment, &good, &bad);
    }

    #[test]
    fn languages_are_tags_that_browsers_take() {
        let good = ["en", "EN-us", "ar", "zh-Hant-TW", "sr-Latn", "es-419", "de-1901", "sl-rozaj-biske", "ckb"];
        let more = ["zh-cmn-Hans-CN", "en-u-ca-buddhist", "en-x-simple", "en-a-bbb-x-a-ccc"];
        let bad = ["", "English", "en_US", "e", "en-", "-en", "en--us", "x-klingon", "i-klingon", "en-u", "en-x"];
        let worse = ["de-1901-1901", "en-a-bbb-a-ccc", "deutsch", "en us", "en-a", "français"];
        check(Form::Language, &good, &bad);
        check(Form::Language, &more, &worse);
    }

    #[test]
    fn addresses_lead_to_the_web_and_nowhere_else() {
        let good = ["https://example.org", "HTTP://example.org/a?b#c", "https://xn--bcher-kva.example/ä"];
        let bad = [
            "",
            "example.org",
            "//example.org/a",
            "ftp://example.org",
            "javascript:alert(1)",
            "java\nscript:alert(1)",
            " https://example.org",
            "https://",
            "https:///path",
            "https:example.org",
            "https://exa mple.org",
            "https:\\\\example.org",
            "data:text/html,<p>",
        ];
        check(Form::Address, &good, &bad);
        check(Form::Reference, &["a.json", "../a.json", "/a", "?a:b", "//example.org/a"], &["", "a:b", "javascript:1"]);
    }

    #[test]
    fn slugs_are_short_and_plain() {
        let long = "a".repeat(65);
        check(Form::Slug, &["a", "us-russia-2016", "-", &long[1..]], &["", "A", "a_b", "ä", "a b", "a.b", &long]);
    }
}
