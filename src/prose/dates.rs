//! Dates in words, each in a `<time>` where HTML knows such a date.

use super::html::Html;
use super::scribe::Scribe;
use crate::deal::{Date, Edtf, End};
use crate::words::dates;

/// A date or an interval; text that is no date stands as it is.
pub(super) fn write(scribe: &Scribe<'_>, html: &mut Html, text: &str) {
    let words = scribe.words;
    let Some(edtf) = Edtf::parse(text) else { return html.text(text) };
    match (edtf.start, edtf.end) {
        (End::At(date), _) if !edtf.interval => time(scribe, html, date, |day| day),
        (End::At(from), End::At(to)) => {
            time(scribe, html, from, |day| day);
            html.text(" – ");
            time(scribe, html, to, |day| day);
        }
        (End::At(from), _) => time(scribe, html, from, |day| (words.from)(&day)),
        (_, End::At(to)) => time(scribe, html, to, |day| (words.until)(&day)),
        _ => html.text(text),
    }
}

fn time(scribe: &Scribe<'_>, html: &mut Html, date: Date, phrase: impl FnOnce(String) -> String) {
    let phrase = phrase(dates::date(scribe.tongue, date));
    // HTML has no years before 1.
    if date.year < 1 {
        return scribe.say(html, &phrase);
    }
    html.element("time", &[("datetime", &machine(date))], |html| scribe.say(html, &phrase));
}

fn machine(date: Date) -> String {
    let (month, day) = (date.month.map(|it| format!("-{it:02}")), date.day.map(|it| format!("-{it:02}")));
    format!("{:04}{}{}", date.year, month.unwrap_or_default(), day.unwrap_or_default())
}
