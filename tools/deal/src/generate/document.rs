//! The document itself, list by list in the format's order.

use serde_json::{Map, Value, json};

use super::Size;
use super::random::Random;

/// So many statements rest on one paragraph.
const A_PARAGRAPH: usize = 6;

const KINDS: &[&str] = &["state", "force", "group", "people", "body", "person"];
const STANDINGS: &[&str] = &["pressed", "beneficiary", "target", "outside", "voice"];
const ACTS: &[&str] = &["withdraw from", "open", "repair", "watch over", "pay for", "let aid into", "stop firing on"];
const THINGS: &[&str] = &["the harbour", "the bridge", "the northern road", "the wells", "the old town", "the mill"];
const TOPICS: &[&str] = &["truce", "aid", "money", "monitoring", "prisoners"];
const HEDGES: &[&str] = &["would", "is expected to", "is said to", "could"];

/// A document of this size.
pub(super) fn of(size: Size) -> Value {
    let mut maker = Maker { random: Random::new(size.seed), size, quotes: Vec::new() };
    let (actors, conditions) = (maker.many("actor", size.actors, Maker::actor), maker.conditions());
    let exchanges = maker.many("exchange", size.conditions / 6, Maker::exchange);
    let links = maker.links();
    let relations = maker.many("relation", size.actors * 3 / 2, Maker::relation);
    let aims = maker.many("aim", size.actors / 5, |maker, _, item| put(item, "of", json!([maker.actor_id()])));
    let doubts = maker.many("doubt", size.conditions / 8, Maker::doubt);
    let figures = maker.many("figure", size.conditions / 15, Maker::figure);
    let events = maker.many("event", size.conditions / 10, Maker::event);
    let gaps = maker.many("gap", size.conditions / 5, Maker::gap);
    json!({
        "format": 1,
        "id": format!("generated-{}-{}-{}-{}", size.actors, size.conditions, size.sections, size.seed),
        "title": format!("A generated deal of {} conditions between {} actors", size.conditions, size.actors),
        "summary": "It was made by a program to try out large documents. Nothing in it is about the world.",
        "language": "en",
        "asOf": "2020-03-01T12:00:00Z",
        "state": if size.sections > 0 { "inForce" } else { "forming" },
        "sources": [maker.source()],
        "actors": actors,
        "sections": (0..size.sections).map(|at| maker.section(at)).collect::<Vec<_>>(),
        "conditions": conditions,
        "exchanges": exchanges,
        "links": links,
        "relations": relations,
        "aims": aims,
        "doubts": doubts,
        "figures": figures,
        "events": events,
        "gaps": gaps,
        "tour": [{ "title": "Where to begin", "text": "With the first condition.", "shows": ["condition-0"] }],
    })
}

struct Maker {
    random: Random,
    size: Size,
    /// The words that prove the statements so far, in order.
    quotes: Vec<String>,
}

type Item = Map<String, Value>;

impl Maker {
    fn many(&mut self, name: &str, count: usize, mut fill: impl FnMut(&mut Self, usize, &mut Item)) -> Vec<Value> {
        (0..count).map(|at| self.statement(name, at, &mut fill)).collect()
    }

    /// A statement with its voice, its certainty, its hedge and its proof; now and then the editor's, without a proof.
    fn statement(&mut self, name: &str, at: usize, fill: &mut impl FnMut(&mut Self, usize, &mut Item)) -> Value {
        let mut item = Item::new();
        put(&mut item, "id", format!("{name}-{at}").into());
        put(&mut item, "text", format!("This is what is said of {name} {at}.").into());
        let is_gap = name == "gap";
        // Who or what nobody speaks of has to have words that prove it.
        let needs_proof = matches!(name, "actor" | "condition");
        if self.random.chance(10) && !is_gap && !needs_proof {
            put(&mut item, "origin", "editor".into());
        } else if !is_gap {
            self.prove(name, at, &mut item);
        }
        fill(self, at, &mut item);
        Value::Object(item)
    }

    fn prove(&mut self, name: &str, at: usize, item: &mut Item) {
        // The number stands last and full, so that no quote is a part of another.
        let quote = format!("what is printed of {name} number {at:06}");
        let paragraph = self.quotes.len() / A_PARAGRAPH + 1;
        put(item, "evidence", json!([{ "source": "source-0", "paragraph": paragraph, "quote": quote }]));
        self.quotes.push(quote);
        if self.random.chance(30) {
            put(item, "voice", json!([self.actor_id()]));
        }
        if self.random.chance(40) {
            put(item, "certainty", self.random.one(&["probable", "possible", "unknown"]).into());
            put(item, "hedge", self.random.one(HEDGES).into());
        }
    }

    fn actor_id(&mut self) -> String {
        format!("actor-{}", self.random.skewed(self.size.actors))
    }

    fn condition_id(&mut self) -> String {
        format!("condition-{}", self.random.skewed(self.size.conditions))
    }

    /// Another than this, by its number.
    fn other(&mut self, count: usize, than: usize) -> usize {
        let other = self.random.skewed(count);
        if other == than { (other + 1) % count } else { other }
    }

    fn actor(&mut self, at: usize, item: &mut Item) {
        put(item, "name", format!("Actor {at}").into());
        put(item, "kind", self.random.one(KINDS).into());
        let standing = if at < 2 { "party" } else { self.random.one(STANDINGS) };
        put(item, "standing", json!([standing]));
        // Only to one before it, so that nobody belongs to themselves.
        if at > 2 && self.random.chance(15) {
            put(item, "partOf", format!("actor-{}", self.random.skewed(at)).into());
        }
    }

    fn conditions(&mut self) -> Vec<Value> {
        let (sections, count) = (self.size.sections, self.size.conditions);
        self.many("condition", count, |maker, at, item| {
            let act = format!("{} {}", maker.random.one(ACTS), maker.random.one(THINGS));
            put(item, "act", act.into());
            put(item, "duty", maker.random.one(&["must", "must", "must", "may", "mustNot"]).into());
            if maker.random.chance(85) {
                put(item, "by", json!([maker.actor_id()]));
            }
            for (key, chance) in [("for", 50), ("against", 20)] {
                if maker.random.chance(chance) {
                    put(item, key, json!([maker.actor_id()]));
                }
            }
            if maker.random.chance(10) {
                put(item, "pressing", maker.actor_id().into());
            }
            put(item, "topic", maker.random.one(TOPICS).into());
            if sections > 0 {
                put(item, "section", format!("section-{}", at * sections / count).into());
                put(item, "agreed", "yes".into());
                put(item, "fulfilment", maker.random.below(4).into());
            } else {
                put(item, "agreed", maker.random.one(&["prospective", "unsaid", "no"]).into());
            }
        })
    }

    fn section(&mut self, at: usize) -> Value {
        let mut section = json!({ "id": format!("section-{at}"), "title": format!("Chapter {}", at + 1) });
        if at > 0
            && self.random.chance(40)
            && let Some(section) = section.as_object_mut()
        {
            put(section, "partOf", format!("section-{}", self.random.below(at)).into());
        }
        section
    }

    fn exchange(&mut self, _: usize, item: &mut Item) {
        let gives = self.random.skewed(self.size.conditions);
        let gets = self.other(self.size.conditions, gives);
        put(item, "gives", json!([format!("condition-{gives}")]));
        put(item, "gets", json!([format!("condition-{gets}")]));
        if self.random.chance(20) {
            put(item, "ambiguous", true.into());
        }
    }

    /// What hangs on what: mostly on something near, at times on one of the few on which much hangs.
    fn links(&mut self) -> Vec<Value> {
        let count = self.size.conditions;
        let links = if count > 1 { count * 6 / 5 } else { 0 };
        self.many("link", links, |maker, _, item| {
            let from = maker.random.below(count);
            let near = (from + 1 + maker.random.skewed(20)) % count;
            let to = if maker.random.chance(60) && near != from { near } else { maker.other(count, from) };
            put(item, "from", format!("condition-{from}").into());
            put(item, "to", format!("condition-{to}").into());
            let kinds = ["needs", "needs", "enables", "enables", "causes", "prevents", "threatens", "completes"];
            put(item, "kind", maker.random.one(&kinds).into());
        })
    }

    fn relation(&mut self, _: usize, item: &mut Item) {
        let from = self.random.skewed(self.size.actors);
        let to = self.other(self.size.actors, from);
        put(item, "from", format!("actor-{from}").into());
        put(item, "to", format!("actor-{to}").into());
        let class = self.random.one(&["support", "hostile", "contact", "part"]);
        let kind = match class {
            "support" => "backs",
            "hostile" => "fights",
            "contact" => "meets",
            _ => "serves",
        };
        put(item, "kind", kind.into());
        put(item, "class", class.into());
        if class == "contact" {
            put(item, "mutual", true.into());
        }
    }

    fn doubt(&mut self, _: usize, item: &mut Item) {
        let kinds = ["open-question", "track-record", "spoiler", "feared-effect", "flux"];
        put(item, "kind", self.random.one(&kinds).into());
        put(item, "about", json!([self.condition_id()]));
    }

    fn figure(&mut self, _: usize, item: &mut Item) {
        let value = 10 * (1 + self.random.below(5000));
        put(item, "value", value.into());
        put(item, "bound", self.random.one(&["exact", "atLeast", "about"]).into());
        put(item, "unit", "people".into());
        put(item, "printed", value.to_string().into());
        put(item, "about", json!([self.condition_id()]));
    }

    fn event(&mut self, _: usize, item: &mut Item) {
        let (month, day) = (1 + self.random.below(12), 1 + self.random.below(28));
        put(item, "state", self.random.one(&["past", "ongoing", "expected", "scheduled"]).into());
        put(item, "printed", format!("day {day} of month {month}").into());
        put(item, "date", format!("2020-{month:02}-{day:02}").into());
        put(item, "derived", "the day as it is printed, of the year 2020, UTC".into());
        put(item, "actors", json!([self.actor_id()]));
    }

    fn gap(&mut self, _: usize, item: &mut Item) {
        put(item, "about", self.condition_id().into());
        put(item, "slot", self.random.one(&["bearer", "consent", "means", "time", "scope", "check"]).into());
    }

    /// Every paragraph retold with the words that are quoted from it.
    fn source(&self) -> Value {
        let digest = self.quotes.chunks(A_PARAGRAPH).enumerate().map(|(at, quotes)| {
            let quotes: Vec<String> = quotes.iter().map(|quote| format!("“{quote}”")).collect();
            json!({ "paragraph": at + 1, "text": format!("It has {}.", quotes.join(", then ")) })
        });
        let digest: Vec<Value> = digest.collect();
        json!({
            "id": "source-0",
            "kind": "dataset",
            "publisher": "A program",
            "title": "A generated source",
            "paragraphs": digest.len(),
            "digest": digest,
        })
    }
}

fn put(item: &mut Item, key: &str, value: Value) {
    item.insert(key.to_owned(), value);
}
