//! What is said around the conditions: aims, doubts, figures, events, tensions, gaps.

use serde_json::json;

use super::document::{Item, Maker, Said, id, put};

const MONTHS: &[(usize, &str)] =
    &[(1, "January"), (2, "February"), (4, "April"), (7, "July"), (9, "September"), (11, "November")];

impl Maker {
    pub(super) fn aim(&mut self, at: usize, item: &mut Item, said: &Said) -> String {
        let whose = self.someone(said);
        put(item, "of", json!([id("actor", whose)]));
        format!("An aim, number {at}, is what {} is after.", self.called(whose))
    }

    pub(super) fn doubt(&mut self, at: usize, item: &mut Item, _: &Said) -> String {
        let kinds = ["open-question", "track-record", "spoiler", "feared-effect", "flux"];
        put(item, "kind", self.random.one(&kinds).into());
        let counts = self.counts;
        let about = match self.random.below(10) {
            0 if counts.links > 0 => id("link", self.random.below(counts.links)),
            1 if counts.exchanges > 0 => id("exchange", self.random.below(counts.exchanges)),
            2 if counts.relations > 0 => id("relation", self.random.below(counts.relations)),
            3 => self.actor_id(),
            4 => "deal".to_owned(),
            _ => self.condition_id(),
        };
        put(item, "about", json!([about]));
        format!("It is open, question {at}, what becomes of {}.", about.replace('-', " "))
    }

    pub(super) fn figure(&mut self, _: usize, item: &mut Item, _: &Said) -> String {
        let value = 10 * (1 + self.random.skewed(50_000));
        let unit = self.random.one(&["people", "trucks", "prisoners", "days"]);
        put(item, "value", if self.random.chance(10) { json!(value as f64 / 4.0) } else { value.into() });
        put(item, "bound", self.random.one(&["exact", "atLeast", "about"]).into());
        put(item, "unit", unit.into());
        put(item, "printed", format!("{value} {unit}").into());
        put(item, "about", json!([self.condition_id()]));
        format!("A number is given, of {value} {unit} or so.")
    }

    /// With a date as it is printed, one that was worked out from the words, a span, or none.
    pub(super) fn event(&mut self, at: usize, item: &mut Item, said: &Said) -> String {
        let ((number, name), day) = (self.random.one(MONTHS), 1 + self.random.below(28));
        put(item, "state", self.random.one(&["past", "past", "ongoing", "expected", "scheduled"]).into());
        let (printed, date) = match self.random.below(10) {
            0 => ("at some time".to_owned(), None),
            1 | 2 => (format!("{day} {name} 2020"), Some(format!("2020-{number:02}-{day:02}"))),
            3 => (format!("before the {day} of {name}"), Some(format!("../2020-{number:02}-{day:02}"))),
            4 => (format!("around {name}"), Some(format!("2020-{number:02}~"))),
            5 => (format!("from {name} on"), Some(format!("2020-{number:02}/2020-12"))),
            6 => (format!("perhaps in {name}"), Some(format!("2020-{number:02}?"))),
            _ => (format!("on the {day} of {name}"), Some(format!("2020-{number:02}-{day:02}"))),
        };
        if let Some(date) = date {
            put(item, "date", date.into());
            put(item, "derived", "the day as it is printed, of the year 2020, in UTC".into());
        }
        let who = self.someone(said);
        let text = format!("Event {at} had {} take part {printed}.", self.called(who));
        put(item, "printed", printed.into());
        put(item, "actors", json!([id("actor", who)]));
        if self.random.chance(50) {
            put(item, "where", json!([id("place", self.random.skewed(self.counts.places))]));
        }
        text
    }

    pub(super) fn tension(&mut self, _: usize, item: &mut Item, _: &Said) -> String {
        let one = self.condition_id();
        let other = id("remark", self.random.below(self.counts.remarks));
        let text = format!(
            "What is said of {} and {} does not sit well together.",
            one.replace('-', " "),
            other.replace('-', " ")
        );
        put(item, "between", json!([one, other]));
        text
    }

    pub(super) fn gap(&mut self, _: usize, item: &mut Item, _: &Said) -> String {
        let slots = ["bearer", "consent", "means", "time", "place", "scope", "check", "sanction", "identity", "source"];
        let slot = self.random.one(&slots);
        let about = match self.random.below(10) {
            0 => "deal".to_owned(),
            1 => self.actor_id(),
            _ => self.condition_id(),
        };
        put(item, "slot", slot.into());
        let text = format!("Nothing is said of the {slot} in {}.", about.replace('-', " "));
        put(item, "about", about.into());
        text
    }
}
