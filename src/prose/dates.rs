//! Dates in words, each in a `<time>` where HTML knows such a date. A doubt about a date goes with it.

use super::html::Html;
use super::scribe::Scribe;
use crate::deal::{Bound, Date, Edtf, End};

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
        (End::At(from), _) => time(scribe, html, from, |day| (words.prose_from)(&day)),
        (_, End::At(to)) => time(scribe, html, to, |day| (words.until)(&day)),
        _ => html.text(text),
    }
}

fn time(scribe: &Scribe<'_>, html: &mut Html, date: Date, phrase: impl FnOnce(String) -> String) {
    let (words, format) = (scribe.words, &scribe.tongue.format);
    let mut day = match (date.month, date.day) {
        (Some(month), Some(day)) => format.day(date.year, month, day),
        (Some(month), None) => format.month(date.year, month),
        (None, _) => date.year.to_string(),
    };
    if date.approximate {
        day = (words.bound)(Bound::About, &day);
    }
    if date.uncertain {
        day = (words.prose_uncertain)(&day);
    }
    let phrase = phrase(day);
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
