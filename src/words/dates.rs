//! Dates in words. A doubt about a date goes with it.

use super::tongue::Tongue;
use crate::deal::{Bound, Date, Edtf, End};

/// A year, a month or a day, with "about" and "uncertain" where the document says so.
pub fn date(tongue: &Tongue, date: Date) -> String {
    let (words, format) = (tongue.words, &tongue.format);
    let mut day = match (date.month, date.day) {
        (Some(month), Some(day)) => format.day(date.year, month, day),
        (Some(month), None) => format.month(date.year, month),
        (None, _) => date.year.to_string(),
    };
    if date.approximate {
        day = (words.bound)(Bound::About, &day);
    }
    if date.uncertain {
        day = (words.uncertain)(&day);
    }
    day
}

/// A date or an interval, an open end in words.
pub fn span(tongue: &Tongue, edtf: &Edtf) -> String {
    let words = tongue.words;
    match (edtf.start, edtf.end) {
        (End::At(only), _) if !edtf.interval => date(tongue, only),
        (End::At(from), End::At(to)) => format!("{} – {}", date(tongue, from), date(tongue, to)),
        (End::At(from), _) => (words.from)(&date(tongue, from)),
        (_, End::At(to)) => (words.until)(&date(tongue, to)),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::span;
    use crate::deal::Edtf;
    use crate::words::plain::Plain;
    use crate::words::{ENGLISH, Tongue};

    #[test]
    fn says_as_much_as_is_known_and_no_more() {
        let tongue = Tongue { words: &ENGLISH, format: Rc::new(Plain) };
        let said = |text: &str| span(&tongue, &Edtf::parse(text).unwrap());
        assert_eq!(said("2016-09-04"), "September 4, 2016");
        assert_eq!(said("2016-09"), "September 2016");
        assert_eq!(said("2016~"), "about 2016");
        assert_eq!(said("2016?"), "2016 (uncertain)");
        assert_eq!(said("2016-09-03/2016-09-05"), "September 3, 2016 – September 5, 2016");
        assert_eq!(said("../2016-09-03"), "until September 3, 2016");
        assert_eq!(said("2016-09-03/.."), "from September 3, 2016 on");
    }
}
