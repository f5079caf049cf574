//! A language's rules from the browser's own `Intl`.

use std::cmp::Ordering;

use js_sys::Intl::{Collator, DateTimeFormat, ListFormat, NumberFormat, PluralRules};
use js_sys::{Array, Date, Function, JsString, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::words::{Format, Moment, Plural};

/// `Intl` for one language.
pub(crate) struct Intl {
    list: ListFormat,
    number: Function,
    day: Function,
    month: Function,
    moment: Function,
    plural: PluralRules,
    compare: Function,
}

impl Intl {
    /// The rules of the language with this tag, which must be well-formed: the tags of [`crate::words`] are.
    pub(crate) fn new(tag: &str) -> Self {
        let locales = Array::of1(&JsValue::from_str(tag));
        let date = |options: &[(&str, &str)]| DateTimeFormat::new(&locales, &object(options)).format();
        Self {
            list: ListFormat::new(&locales, &object(&[("type", "conjunction")])),
            number: NumberFormat::new(&locales, &Object::new()).format(),
            day: date(&[("dateStyle", "long"), ("timeZone", "UTC")]),
            month: date(&[("year", "numeric"), ("month", "long"), ("timeZone", "UTC")]),
            moment: date(&[("dateStyle", "long"), ("timeStyle", "short"), ("timeZone", "UTC")]),
            plural: PluralRules::new(&locales, &Object::new()),
            compare: Collator::new(&locales, &Object::new()).compare(),
        }
    }
}

fn object(options: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (key, value) in options {
        // Setting a key of a fresh plain object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(key), &JsValue::from_str(value));
    }
    object
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
        self.list.format(&items).into()
    }

    fn number(&self, value: f64) -> String {
        call(&self.number, &JsValue::from_f64(value))
    }

    fn day(&self, year: i32, month: u8, day: u8) -> String {
        call(&self.day, &utc(year, month, day, 0, 0))
    }

    fn month(&self, year: i32, month: u8) -> String {
        call(&self.month, &utc(year, month, 1, 0, 0))
    }

    fn moment(&self, moment: &Moment) -> String {
        let Moment { year, month, day, hour, minute, .. } = *moment;
        format!("{} ({})", call(&self.moment, &utc(year, month, day, hour, minute)), moment.zone())
    }

    fn plural(&self, count: usize) -> Plural {
        match String::from(self.plural.select(count as f64)).as_str() {
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
        let order = self.compare.call2(&JsValue::UNDEFINED, &JsValue::from_str(a), &JsValue::from_str(b));
        order.ok().and_then(|order| order.as_f64()).and_then(|order| order.partial_cmp(&0.0)).unwrap_or(Ordering::Equal)
    }
}
