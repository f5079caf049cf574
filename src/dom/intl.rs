//! A language's rules from the browser's own `Intl`.

use std::cell::OnceCell;
use std::cmp::Ordering;

use js_sys::Intl::{Collator, DateTimeFormat, ListFormat, NumberFormat, PluralRules};
use js_sys::{Array, Date, Function, JSON, JsString, Object};
use wasm_bindgen::{JsCast, JsValue};

use crate::words::{Format, Moment, Plural};

/// `Intl` for one language. Each of its tools is made when it is first needed: a browser takes up to some ten milliseconds
/// for the first ones, as long as it takes to draw a small deal.
pub(crate) struct Intl {
    locales: Array,
    list: OnceCell<ListFormat>,
    plural: OnceCell<PluralRules>,
    number: OnceCell<Function>,
    day: OnceCell<Function>,
    month: OnceCell<Function>,
    moment: OnceCell<Function>,
    compare: OnceCell<Function>,
}

// How dates, months and moments are written, and several things in a row.
const DAY: &str = r#"{"dateStyle":"long","timeZone":"UTC"}"#;
const MONTH: &str = r#"{"year":"numeric","month":"long","timeZone":"UTC"}"#;
const MOMENT: &str = r#"{"dateStyle":"long","timeStyle":"short","timeZone":"UTC"}"#;
const LIST: &str = r#"{"type":"conjunction"}"#;

impl Intl {
    /// The rules of the language with this tag, which must be well-formed: the tags of [`crate::words`] are.
    pub(crate) fn new(tag: &str) -> Self {
        Self {
            locales: Array::of1(&JsValue::from_str(tag)),
            list: OnceCell::new(),
            plural: OnceCell::new(),
            number: OnceCell::new(),
            day: OnceCell::new(),
            month: OnceCell::new(),
            moment: OnceCell::new(),
            compare: OnceCell::new(),
        }
    }

    /// A date of these parts as it is written with these options.
    fn date(&self, kept: &OnceCell<Function>, options: &str, date: &JsValue) -> String {
        call(kept.get_or_init(|| DateTimeFormat::new(&self.locales, &object(options)).format()), date)
    }
}

/// What such a text means, which is well-formed.
fn object(options: &str) -> Object {
    JSON::parse(options).unwrap_or_default().unchecked_into()
}

fn call(function: &Function, value: &JsValue) -> String {
    function.call1(&JsValue::UNDEFINED, value).ok().and_then(|text| text.as_string()).unwrap_or_default()
}

/// The instant at which a clock in UTC shows these digits; formatted in UTC it gives them back, whatever the zone of
/// the reader's machine.
fn utc(year: i32, month: u8, day: u8, hour: u8, minute: u8) -> JsValue {
    let date = Date::new(&JsValue::from_f64(0.0));
    date.set_utc_full_year_with_month_date(year.unsigned_abs(), i32::from(month) - 1, i32::from(day));
    date.set_utc_hours(u32::from(hour));
    date.set_utc_minutes(u32::from(minute));
    date.into()
}

impl Format for Intl {
    fn list(&self, items: &[String]) -> String {
        let items: Array = items.iter().map(|item| JsValue::from_str(item)).collect();
        let list = || ListFormat::new(&self.locales, &object(LIST));
        self.list.get_or_init(list).format(&items).into()
    }

    fn number(&self, value: f64) -> String {
        let number = || NumberFormat::new(&self.locales, &Object::new()).format();
        call(self.number.get_or_init(number), &JsValue::from_f64(value))
    }

    fn day(&self, year: i32, month: u8, day: u8) -> String {
        self.date(&self.day, DAY, &utc(year, month, day, 0, 0))
    }

    fn month(&self, year: i32, month: u8) -> String {
        self.date(&self.month, MONTH, &utc(year, month, 1, 0, 0))
    }

    fn moment(&self, moment: &Moment) -> String {
        let Moment { year, month, day, hour, minute, .. } = *moment;
        let written = self.date(&self.moment, MOMENT, &utc(year, month, day, hour, minute));
        format!("{written} ({})", moment.zone())
    }

    fn plural(&self, count: usize) -> Plural {
        let plural = self.plural.get_or_init(|| PluralRules::new(&self.locales, &Object::new()));
        match String::from(plural.select(count as f64)).as_str() {
            "zero" => Plural::Zero,
            "one" => Plural::One,
            "two" => Plural::Two,
            "few" => Plural::Few,
            "many" => Plural::Many,
            _ => Plural::Other,
        }
    }

    fn large(&self, letter: &str) -> String {
        JsString::from(letter).to_upper_case().into()
    }

    fn small(&self, letter: &str) -> String {
        JsString::from(letter).to_lower_case().into()
    }

    fn compare(&self, a: &str, b: &str) -> Ordering {
        let compare = self.compare.get_or_init(|| Collator::new(&self.locales, &Object::new()).compare());
        let order = compare.call2(&JsValue::UNDEFINED, &JsValue::from_str(a), &JsValue::from_str(b));
        order.ok().and_then(|order| order.as_f64()).and_then(|order| order.partial_cmp(&0.0)).unwrap_or(Ordering::Equal)
    }
}
