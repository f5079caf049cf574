//! The document itself, list by list in the format's order.

use serde_json::{Map, Value, json};

use super::Size;
use super::names;
use super::random::Random;
use super::sources::{Paragraphs, Words};

/// Whom a chapter is about: so many of the actors.
const A_CHAPTER: usize = 8;

const HEDGES: &[&str] = &["would", "is expected to", "is said to", "could", "may yet"];

/// A document of this size.
pub(super) fn of(size: Size) -> Value {
    let Size { actors, conditions, sections, .. } = size;
    let mut random = Random::new(size.seed);
    let names = (0..actors).map(|_| names::actor(&mut random)).collect();
    let counts = Counts::of(size);
    let paragraphs = Paragraphs::new(1 + conditions / 2, 1 + sections / 20);
    let mut maker = Maker { random, size, counts, names, paragraphs };
    let actors_list = maker.many("actor", actors, Maker::actor);
    let places = maker.many("place", counts.places, Maker::place);
    let remarks = maker.many("remark", counts.remarks, Maker::remark);
    let chapters: Vec<Value> = (0..sections).map(|at| maker.section(at)).collect();
    let conditions_list = maker.many("condition", conditions, Maker::condition);
    let exchanges = maker.many("exchange", counts.exchanges, Maker::exchange);
    let links = maker.many("link", counts.links, Maker::link);
    let relations = maker.many("relation", counts.relations, Maker::relation);
    let aims = maker.many("aim", counts.aims, Maker::aim);
    let doubts = maker.many("doubt", counts.doubts, Maker::doubt);
    let figures = maker.many("figure", counts.figures, Maker::figure);
    let events = maker.many("event", counts.events, Maker::event);
    let tensions = maker.many("tension", counts.tensions, Maker::tension);
    let gaps = maker.many("gap", counts.gaps, Maker::gap);
    json!({
        "format": 1,
        "id": format!("generated-{actors}-{conditions}-{sections}-{}", size.seed),
        "title": format!("A generated deal of {conditions} conditions between {actors} actors"),
        "summary": "It was made by a program to try out large documents. Nothing in it is about the world.",
        "language": "en",
        "asOf": "2020-03-01T12:00:00Z",
        "state": if size.is_in_force() { "inForce" } else { "forming" },
        "sources": maker.paragraphs.sources(&mut maker.random),
        "actors": actors_list,
        "places": places,
        "remarks": remarks,
        "sections": chapters,
        "conditions": conditions_list,
        "exchanges": exchanges,
        "links": links,
        "relations": relations,
        "aims": aims,
        "doubts": doubts,
        "figures": figures,
        "events": events,
        "tensions": tensions,
        "gaps": gaps,
        "tour": maker.tour(),
    })
}

/// How many there are of what the size does not name; in the proportions of reported deals, with fewer gaps.
#[derive(Clone, Copy)]
pub(super) struct Counts {
    pub(super) places: usize,
    pub(super) remarks: usize,
    pub(super) exchanges: usize,
    pub(super) links: usize,
    pub(super) relations: usize,
    pub(super) aims: usize,
    pub(super) doubts: usize,
    pub(super) figures: usize,
    pub(super) events: usize,
    pub(super) tensions: usize,
    pub(super) gaps: usize,
}

impl Counts {
    fn of(size: Size) -> Self {
        let Size { actors, conditions, .. } = size;
        Self {
            places: 1 + conditions / 40,
            remarks: 1 + conditions / 12,
            exchanges: if conditions > 1 { conditions.div_ceil(6) } else { 0 },
            links: if conditions > 1 { conditions } else { 0 },
            relations: actors * 3 / 2,
            aims: actors.div_ceil(5),
            doubts: conditions.div_ceil(8),
            figures: conditions.div_ceil(15),
            events: conditions.div_ceil(10),
            tensions: conditions / 15,
            gaps: conditions.div_ceil(5),
        }
    }
}

pub(super) struct Maker {
    pub(super) random: Random,
    pub(super) size: Size,
    pub(super) counts: Counts,
    pub(super) names: Vec<names::Who>,
    paragraphs: Paragraphs,
}

pub(super) type Item = Map<String, Value>;

impl Maker {
    /// So many statements of a kind; `fill` adds the kind's own keys, and gives the sentence.
    fn many(
        &mut self,
        name: &str,
        count: usize,
        fill: impl Fn(&mut Self, usize, &mut Item, &Said) -> String,
    ) -> Vec<Value> {
        (0..count).map(|at| self.statement(name, at, count, &fill)).collect()
    }

    /// A statement with its voice, its certainty, its hedge and its proof; now and then the editor's, without a proof.
    fn statement(
        &mut self,
        name: &str,
        at: usize,
        count: usize,
        fill: &impl Fn(&mut Self, usize, &mut Item, &Said) -> String,
    ) -> Value {
        let mut item = Item::new();
        put(&mut item, "id", format!("{name}-{at}").into());
        let is_gap = name == "gap";
        // Whom or what nobody speaks of has to have words that prove it.
        let needs_proof = matches!(name, "actor" | "condition");
        let is_editors = is_gap || (!needs_proof && self.random.chance(10));
        let hedge = (!is_editors && self.random.chance(40)).then(|| self.random.one(HEDGES));
        let text = fill(self, at, &mut item, &Said { at, count, hedge });
        if is_editors && !is_gap {
            put(&mut item, "origin", "editor".into());
        }
        if !is_editors {
            self.said(&mut item, hedge);
            let evidence = self.paragraphs.prove(&mut self.random, &Words { text: &text, at, count });
            put(&mut item, "evidence", evidence);
        }
        put(&mut item, "text", text.into());
        Value::Object(item)
    }

    /// Who says so, and how firmly.
    fn said(&mut self, item: &mut Item, hedge: Option<&str>) {
        if self.random.chance(30) {
            let length = self.random.one(&[1, 1, 1, 2, 3]);
            let mut voices: Vec<String> = Vec::new();
            for _ in 0..length {
                let voice = self.actor_id();
                if !voices.contains(&voice) {
                    voices.push(voice);
                }
            }
            put(item, "voice", json!(voices));
        }
        if let Some(hedge) = hedge {
            put(item, "certainty", self.random.one(&["probable", "probable", "possible", "unknown"]).into());
            put(item, "hedge", hedge.into());
        }
    }

    /// The number of an actor: mostly one of the few of this chapter, else of those that are everywhere.
    pub(super) fn someone(&mut self, said: &Said) -> usize {
        let (actors, sections) = (self.size.actors, self.size.sections);
        if sections > 0 && self.random.chance(60) {
            let chapter = said.at * sections / said.count.max(1);
            (chapter * 5 + self.random.below(A_CHAPTER)) % actors
        } else {
            self.random.skewed(actors)
        }
    }

    pub(super) fn actor_id(&mut self) -> String {
        id("actor", self.random.skewed(self.size.actors))
    }

    pub(super) fn condition_id(&mut self) -> String {
        id("condition", self.random.skewed(self.size.conditions))
    }

    /// What an actor is called.
    pub(super) fn called(&self, at: usize) -> &str {
        self.names.get(at).map_or("nobody", |who| who.name.as_str())
    }

    fn tour(&mut self) -> Value {
        let steps = (self.size.conditions + 1).min(7);
        let step = |at: usize| {
            let shows = if at == 0 { id("remark", 0) } else { id("condition", at - 1) };
            json!({ "title": format!("Step {}", at + 1), "text": "What is said here.", "shows": [shows] })
        };
        (0..steps).map(step).collect::<Vec<_>>().into()
    }
}

/// What is known of a statement before its own keys: which of how many it is, and how firmly it is said.
pub(super) struct Said {
    pub(super) at: usize,
    pub(super) count: usize,
    pub(super) hedge: Option<&'static str>,
}

pub(super) fn id(name: &str, at: usize) -> String {
    format!("{name}-{at}")
}

pub(super) fn put(item: &mut Item, key: &str, value: Value) {
    item.insert(key.to_owned(), value);
}
