//! The kinds of statements: what each has of its own, and its sentence.

use serde_json::{Value, json};

use super::document::{Item, Maker, Said, id, put};
use super::names;

const STANDINGS: &[&str] = &["pressed", "beneficiary", "target", "outside", "outside", "voice"];
const ACTS: &[(&str, &str)] = &[
    ("withdraw from", "truce"),
    ("stop firing on", "truce"),
    ("open", "access"),
    ("let aid into", "aid"),
    ("send doctors to", "aid"),
    ("pay for", "money"),
    ("repair", "money"),
    ("watch over", "monitoring"),
    ("report on", "monitoring"),
    ("free the prisoners of", "prisoners"),
    ("hold elections in", "rule"),
    ("hand over the weapons in", "disarmament"),
];
const THINGS: &[&str] =
    &["the harbour", "the bridge", "the northern road", "the wells", "the old town", "the mill", "the border post"];

impl Maker {
    pub(super) fn actor(&mut self, at: usize, item: &mut Item, _: &Said) -> String {
        let actors = self.size.actors;
        let Some(who) = self.names.get(at) else { return String::new() };
        let name = who.name.clone();
        put(item, "name", name.clone().into());
        put(item, "kind", who.kind.into());
        if who.is_named {
            put(item, "names", json!([who.short]));
        } else {
            put(item, "named", false.into());
        }
        if let Some(role) = who.role {
            put(item, "role", role.into());
        }
        let standing = if at < 2 + actors / 50 { "party" } else { self.random.one(STANDINGS) };
        let mut standings = vec![standing];
        if self.random.chance(10) && standing != "voice" {
            standings.push("voice");
        }
        put(item, "standing", json!(standings));
        // Only to one before it, so that nobody belongs to themselves.
        if at > 2 && self.random.chance(25) {
            put(item, "partOf", id("actor", self.random.skewed(at)).into());
        }
        format!("There is talk of {name}.")
    }

    pub(super) fn place(&mut self, at: usize, item: &mut Item, _: &Said) -> String {
        let name = names::place(&mut self.random);
        put(item, "name", name.clone().into());
        if at > 0 && self.random.chance(60) {
            put(item, "partOf", id("place", self.random.skewed(at)).into());
        }
        format!("{name} is a place that is spoken of.")
    }

    pub(super) fn remark(&mut self, at: usize, item: &mut Item, _: &Said) -> String {
        let kind = self.random.one(&["status", "character", "consequence", "background"]);
        put(item, "kind", kind.into());
        let about = if at == 0 || self.random.chance(20) { "deal".to_owned() } else { self.condition_id() };
        put(item, "about", json!([about]));
        format!("Of {} it is said what comes of it.", about.replace('-', " "))
    }

    pub(super) fn condition(&mut self, at: usize, item: &mut Item, said: &Said) -> String {
        let (sections, count) = (self.size.sections, self.size.conditions);
        let (verb, topic) = self.random.one(ACTS);
        let place = self.random.skewed(self.counts.places);
        let act = format!("{verb} {}", self.random.one(THINGS));
        let duty = self.random.one(&["must", "must", "must", "must", "may", "mustNot"]);
        put(item, "act", act.clone().into());
        put(item, "duty", duty.into());
        put(item, "topic", topic.into());
        let by = self.several(said, 88);
        let modal = match (said.hedge, duty) {
            (Some(hedge), _) => hedge,
            (None, "may") => "may",
            (None, "mustNot") => "is not to",
            (None, _) => "is to",
        };
        let who = by.first().map_or("somebody", |first| self.called(*first));
        let mut text =
            format!("{}{} {modal} {act}", who.get(..1).unwrap_or_default().to_uppercase(), who.get(1..).unwrap_or(who));
        put_actors(item, "by", &by);
        for (key, chance) in [("for", 45), ("against", 15)] {
            let all = self.several(said, chance);
            if let (Some(first), "for") = (all.first(), key) {
                text = format!("{text} for {}", self.called(*first));
            }
            put_actors(item, key, &all);
        }
        if self.random.chance(10) {
            put(item, "pressing", id("actor", self.someone(said)).into());
        }
        if self.random.chance(50) {
            put(item, "where", json!([id("place", place)]));
        }
        if self.random.chance(30) {
            put(item, "when", format!("within {} days", 1 + self.random.below(90)).into());
        }
        if sections > 0 {
            put(item, "section", id("section", at * sections / count).into());
        }
        if self.size.is_in_force() {
            put(item, "agreed", self.random.one(&["yes", "yes", "yes", "unsaid", "no"]).into());
            if self.random.chance(40) {
                put(item, "fulfilment", self.random.below(4).into());
            }
        } else {
            put(item, "agreed", self.random.one(&["prospective", "prospective", "unsaid", "no"]).into());
        }
        text + "."
    }

    /// Nobody, or one and at times more, each once.
    fn several(&mut self, said: &Said, chance: usize) -> Vec<usize> {
        let mut all = Vec::new();
        if self.random.chance(chance) {
            for _ in 0..self.random.one(&[1, 1, 1, 2, 3]) {
                let one = self.someone(said);
                if !all.contains(&one) {
                    all.push(one);
                }
            }
        }
        all
    }

    /// An agreement: on whole days, and of its own source.
    pub(super) fn section(&mut self, at: usize) -> Value {
        let mut section = json!({ "id": id("section", at), "title": format!("{} agreement of {}", names::place(&mut self.random), 1990 + at % 30) });
        let Some(keys) = section.as_object_mut() else { return section };
        if self.random.chance(80) {
            put(keys, "date", format!("{}-{:02}", 1990 + at % 30, 1 + self.random.below(12)).into());
        }
        if at > 0 && self.random.chance(40) {
            put(keys, "partOf", id("section", self.random.below(at)).into());
        }
        section
    }

    pub(super) fn exchange(&mut self, at: usize, item: &mut Item, _: &Said) -> String {
        let gives = self.random.below(self.size.conditions);
        let gets = self.near(gives);
        put(item, "gives", json!([id("condition", gives)]));
        put(item, "gets", json!([id("condition", gets)]));
        put(item, "words", self.random.one(&["in exchange for", "in return for", "once"]).into());
        if self.random.chance(20) {
            put(item, "ambiguous", true.into());
        }
        format!("Bargain {at} has condition {gives} stand in exchange for condition {gets}.")
    }

    /// Another condition: mostly one that stands near, at times one of the few on which much hangs.
    fn near(&mut self, of: usize) -> usize {
        let count = self.size.conditions;
        let other =
            if self.random.chance(70) { (of + 1 + self.random.skewed(20)) % count } else { self.random.skewed(count) };
        if other == of { (other + 1) % count } else { other }
    }

    /// What hangs on what: mostly conditions on each other, at times doubts, events, aims, remarks and exchanges.
    pub(super) fn link(&mut self, _: usize, item: &mut Item, _: &Said) -> String {
        let one = self.random.below(self.size.conditions);
        let condition = id("condition", one);
        let counts = self.counts;
        let (from, to, kind) = match self.random.below(20) {
            0 if counts.doubts > 0 => (id("doubt", self.random.below(counts.doubts)), condition, "threatens"),
            1 if counts.events > 0 => (id("event", self.random.below(counts.events)), condition, "causes"),
            2 if counts.aims > 0 => (condition, id("aim", self.random.below(counts.aims)), "enables"),
            3 => (condition, id("remark", self.random.below(counts.remarks)), "causes"),
            4 if counts.exchanges > 0 => (id("exchange", self.random.below(counts.exchanges)), condition, "completes"),
            _ => {
                let kinds = ["needs", "needs", "needs", "enables", "enables", "causes", "prevents", "threatens"];
                (condition, id("condition", self.near(one)), self.random.one(&kinds))
            }
        };
        let text = format!("Here {} {kind} {}.", from.replace('-', " "), to.replace('-', " "));
        put(item, "from", from.into());
        put(item, "to", to.into());
        put(item, "kind", kind.into());
        if self.random.chance(30) {
            put(item, "words", self.random.one(&["to", "in turn", "so that", "unless"]).into());
        }
        if self.random.chance(5) {
            put(item, "ambiguous", true.into());
        }
        text
    }

    pub(super) fn relation(&mut self, _: usize, item: &mut Item, said: &Said) -> String {
        let from = self.someone(said);
        let to = self.random.skewed(self.size.actors);
        let to = if to == from { (to + 1) % self.size.actors } else { to };
        let (class, kind) = self.random.one(&[
            ("support", "backs"),
            ("support", "arms"),
            ("hostile", "fights"),
            ("hostile", "accuses"),
            ("contact", "meets"),
            ("contact", "negotiates-with"),
            ("part", "serves"),
        ]);
        put(item, "from", id("actor", from).into());
        put(item, "to", id("actor", to).into());
        put(item, "kind", kind.into());
        put(item, "class", class.into());
        if class == "contact" {
            put(item, "mutual", true.into());
        }
        format!("So {} {} {}.", self.called(from), kind.replace('-', " "), self.called(to))
    }
}

fn put_actors(item: &mut Item, key: &str, all: &[usize]) {
    if !all.is_empty() {
        put(item, key, all.iter().map(|at| id("actor", *at)).collect::<Vec<_>>().into());
    }
}
