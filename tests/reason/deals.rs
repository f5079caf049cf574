//! Small deals at random: every kind of piece, every kind of link, circles, exchanges with pieces on both sides.

use deal_explorer::deal::{Deal, read};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

const LINKS: [&str; 6] = ["needs", "enables", "prevents", "causes", "threatens", "completes"];

const ACTORS: [&str; 3] = ["somebody", "anybody", "nobody"];

/// The proof that all statements share, and whose they are.
fn statement(id: &str, editor: bool, certain: bool) -> Value {
    let mut value = json!({ "id": id, "text": format!("What {id} says.") });
    if editor {
        value["origin"] = json!("editor");
    } else {
        value["evidence"] = json!([{ "source": "paper", "paragraph": 1, "quote": "as it was said" }]);
    }
    if !certain {
        value["certainty"] = json!("probable");
    }
    value
}

fn with(mut value: Value, more: Value) -> Value {
    if let (Some(value), Value::Object(more)) = (value.as_object_mut(), more) {
        value.extend(more);
    }
    value
}

/// Whose a link is, what it is, and its two ends.
type Link = (bool, &'static str, Index, Index);

/// A deal in force that is one circle, in which each piece turns the next one over or leans on it, and some links across:
/// it takes many guesses to judge it.
pub(crate) fn circle(pieces: usize) -> impl Strategy<Value = Value> {
    let ring = prop::collection::vec(select(vec!["prevents", "prevents", "prevents", "enables", "needs"]), 4..=pieces);
    let across = prop::collection::vec((select(LINKS.to_vec()), any::<Index>(), any::<Index>()), 0..=4);
    (ring, across).prop_map(|(ring, across)| {
        let kinds = vec![(0, true, false); ring.len()];
        let mut document = written("inForce", &kinds, &[], &[], &[]);
        let count = ring.len();
        let around = ring.iter().enumerate().map(|(at, kind)| match *kind {
            "needs" => (*kind, (at + 1) % count, at),
            _ => (*kind, at, (at + 1) % count),
        });
        let across = across.iter().map(|(kind, from, to)| (*kind, from.index(count), to.index(count)));
        let links =
            around.chain(across).filter(|(_, from, to)| from != to).enumerate().map(|(at, (kind, from, to))| {
                let ends = json!({ "from": format!("c{from}"), "to": format!("c{to}"), "kind": kind });
                with(statement(&format!("l{at}"), false, true), ends)
            });
        document["links"] = links.collect();
        document
    })
}

/// A deal in force in several circles: a doubt about one condition, `d0`, that needs another, `c1`; a third prevents one
/// more, so that the order of circles matters.
pub(crate) fn doubted() -> Value {
    let kinds = [(2, true, false), (0, true, false), (0, true, false), (0, true, false), (0, true, false)];
    let mut document = written("inForce", &kinds, &[], &[], &[]);
    document["doubts"][0]["about"] = json!(["c2"]);
    let link = |id: &str, from: &str, kind: &str, to: &str| {
        with(statement(id, false, true), json!({ "from": from, "kind": kind, "to": to }))
    };
    document["links"] = json!([link("l0", "d0", "needs", "c1"), link("l1", "c3", "prevents", "c4")]);
    document
}

/// A document with so many pieces of each kind and at most so many links, as JSON.
pub(crate) fn document(pieces: usize, links: usize) -> impl Strategy<Value = Value> {
    let state = select(vec!["forming", "inForce"]);
    // Conditions more often than the rest: they alone can be exchanged.
    let kind = select(vec![0_usize, 0, 0, 1, 2, 3, 4]);
    let kinds = prop::collection::vec((kind, any::<bool>(), any::<bool>()), 2..=pieces);
    let links = prop::collection::vec(
        (prop::bool::weighted(0.2), select(LINKS.to_vec()), any::<Index>(), any::<Index>()),
        0..=links,
    );
    let exchange = (prop::collection::vec(any::<Index>(), 1..3), prop::collection::vec(any::<Index>(), 1..3));
    let exchanges = prop::collection::vec((prop::bool::weighted(0.2), exchange), 0..=2);
    let about = prop::collection::vec(any::<Index>(), 0..3);
    (state, kinds, links, exchanges, about)
        .prop_map(|(state, kinds, links, exchanges, about)| written(state, &kinds, &links, &exchanges, &about))
}

type Exchange = (bool, (Vec<Index>, Vec<Index>));

fn written(
    state: &str,
    kinds: &[(usize, bool, bool)],
    links: &[Link],
    exchanges: &[Exchange],
    about: &[Index],
) -> Value {
    let mut lists: [(&str, &str, Vec<Value>); 5] = [
        ("conditions", "c", vec![]),
        ("aims", "a", vec![]),
        ("doubts", "d", vec![]),
        ("events", "e", vec![]),
        ("remarks", "r", vec![]),
    ];
    let mut ids = Vec::new();
    let mut conditions = Vec::new();
    for (at, (kind, certain, past)) in kinds.iter().enumerate() {
        let (_, letter, list) = &mut lists[*kind];
        let id = format!("{letter}{at}");
        let more = match kind {
            0 => {
                let (by, others) = (ACTORS[at % 3], ACTORS[(at + 1) % 3]);
                let mut more = json!({ "act": "do it", "by": [by], "for": [others] });
                if state == "inForce" && *past {
                    more["fulfilment"] = json!(at % 2);
                }
                more
            }
            1 => json!({ "of": [ACTORS[at % 3]] }),
            2 => json!({ "kind": "open-question", "about": ["deal"] }),
            3 => json!({ "state": if *past { ["past", "ongoing"][at % 2] } else { "expected" }, "printed": "then" }),
            _ => json!({ "kind": "status", "about": ["deal"] }),
        };
        if *kind == 0 {
            conditions.push(id.clone());
        }
        list.push(with(statement(&id, false, *certain), more));
        ids.push(id);
    }
    let mut traded = Vec::new();
    if !conditions.is_empty() {
        for (at, (editor, (gives, gets))) in exchanges.iter().enumerate() {
            let id = format!("x{at}");
            let side = |side: &[Index]| -> Vec<&String> { side.iter().map(|it| it.get(&conditions)).collect() };
            traded.push(with(statement(&id, *editor, true), json!({ "gives": side(gives), "gets": side(gets) })));
            ids.push(id);
        }
    }
    for (at, about) in about.iter().enumerate() {
        let doubts = &mut lists[2].2;
        if let Some(doubt) = doubts.get_mut(at) {
            let target = about.get(&ids);
            if doubt["id"] != target.as_str() {
                doubt["about"] = json!([target]);
            }
        }
    }
    let mut linked = Vec::new();
    for (at, (editor, kind, from, to)) in links.iter().enumerate() {
        let (from, to) = (from.get(&ids), to.get(&ids));
        if from != to {
            linked.push(with(
                statement(&format!("l{at}"), *editor, true),
                json!({ "from": from, "to": to, "kind": kind }),
            ));
        }
    }
    let mut document = json!({
        "format": 1, "id": "made-up", "title": "Made up", "summary": "Made up.", "language": "en",
        "asOf": "2030-01-01T00:00:00Z", "state": state,
        "sources": [{ "id": "paper", "kind": "article", "publisher": "Paper", "title": "News", "paragraphs": 1, "media": [], "digest": [] }],
        "actors": ACTORS.map(|id| with(statement(id, false, true), json!({ "name": id, "names": [id], "kind": "person", "standing": ["party"] }))),
        "exchanges": traded, "links": linked,
    });
    for (name, _, list) in lists {
        document[name] = Value::Array(list);
    }
    document
}

/// The document read; a fault in it is a fault of this file.
pub(crate) fn deal(document: &Value) -> Deal {
    let reading = read(document.to_string().as_bytes());
    reading.deal.unwrap_or_else(|| panic!("{:?}", reading.issues))
}
