//! The address of a state: one short readable fragment, there and back.
//!
//! `parties/russia;q=aid;party=iran,usa;voice=_own,kerry;certainty=possible;origin=editor;topic=truce;editor=off;tour=2`
//! `what-if;if=press-assad:fails`
//! `conditions;as=matrix`
//! `relations/russia;ties=support,hostile;steps=2;to=iran`
//! `parties/north;part=accord-3`, in the file of a library’s section
//!
//! Parts are parted by `;`, so that the whole can stand as one value in a fragment whose keys are parted by `&`.

use crate::deal::gather::{Gather, joined};
use crate::deal::{Certainty, Few, Origin};
use crate::query::{Filter, VoiceChoice};

use super::model::{Form, State, View};
use super::percent::{decode, encode};
use super::supposed::Supposed;

/// The source's own voice; no id begins with `_`.
const OWN: &str = "_own";

/// The form in which the conditions stand with everyone's part.
const MATRIX: &str = "matrix";

/// What a step from one state to the next does to the history of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressChange {
    /// A new entry: "back" leads to the state before.
    Push,
    /// The same entry with a new address.
    Replace,
    /// Nothing.
    None,
}

/// A new part, view, form, selection, supposition or step of the tour is a new entry; typing and filtering change the one there is.
pub fn changes_address(before: &State, after: &State) -> AddressChange {
    let place = |state: &State| {
        let State { part, view, form, selected, tour, trial, sight, .. } = state;
        (part.clone(), *view, *form, selected.clone(), *tour, trial.now.clone(), sight.to.clone())
    };
    if place(before) != place(after) {
        AddressChange::Push
    } else if format(before) == format(after) {
        AddressChange::None
    } else {
        AddressChange::Replace
    }
}

/// The address of a state: ASCII, no `#`; empty for the default state. Which proofs are open is left out.
pub fn format(state: &State) -> String {
    let mut address = String::new();
    if state.view != View::default() || state.selected.is_some() {
        address.push_str(state.view.word());
    }
    if let Some(id) = &state.selected {
        address.push('/');
        address.push_str(&encode(id));
    }
    let filter = &state.filter;
    let matrix = if state.form == Form::Matrix { MATRIX } else { "" };
    let parts = [
        ("part", state.part.as_deref().map(encode).unwrap_or_default()),
        ("as", matrix.to_owned()),
        ("q", encode(&state.query)),
        ("party", list(filter.party.iter().map(|id| encode(id)))),
        ("voice", list(filter.voice.iter().map(voice_word))),
        ("certainty", list(filter.certainty.iter().map(|it| it.word().to_owned()))),
        ("origin", list(filter.origin.iter().map(|it| it.word().to_owned()))),
        ("topic", list(filter.topic.iter().map(|topic| encode(topic)))),
        ("editor", if state.editor { String::new() } else { "off".to_owned() }),
        ("if", state.trial.now.text()),
        ("ties", state.sight.kinds()),
        ("reach", state.sight.reach_word().to_owned()),
        ("steps", state.sight.steps_word()),
        ("to", state.sight.to.as_deref().map(encode).unwrap_or_default()),
        ("tour", state.tour.map(|step| step.saturating_add(1).to_string()).unwrap_or_default()),
    ];
    for (key, value) in parts.iter().filter(|(_, value)| !value.is_empty()) {
        address.extend([";", key, "=", value]);
    }
    address
}

/// The state of an address, with a leading `#` or without; whatever is not understood is left out.
pub fn parse(address: &str) -> State {
    let address = address.strip_prefix('#').unwrap_or(address);
    let (path, parts) = address.split_once(';').unwrap_or((address, ""));
    let (view, selected) = path.split_once('/').unwrap_or((path, ""));
    let selected = Some(decode(selected)).filter(|id| !id.is_empty());
    let mut state = State { view: View::from_word(&decode(view)).unwrap_or_default(), selected, ..State::default() };
    for (key, value) in parts.split(';').filter_map(|part| part.split_once('=')) {
        read(&mut state, key, value);
    }
    state
}

fn read(state: &mut State, key: &str, value: &str) {
    let Filter { party, voice, certainty, origin, topic } = &mut state.filter;
    match key {
        "part" => state.part = Some(decode(value)).filter(|id| !id.is_empty()),
        "as" if value == MATRIX => state.form = Form::Matrix,
        "q" => state.query = decode(value),
        "party" => *party = set(value, |id| Some(decode(id))),
        "voice" => *voice = set(value, |id| Some(read_voice(id))),
        "certainty" => *certainty = set(value, |word| choice(Certainty::ALL, Certainty::word, word)),
        "origin" => *origin = set(value, |word| choice(Origin::ALL, Origin::word, word)),
        "topic" => *topic = set(value, |topic| Some(decode(topic))),
        "editor" => state.editor = value != "off",
        "if" => state.trial.now = Supposed::parse(value),
        "ties" => state.sight.read_kinds(value),
        "reach" => state.sight.read_reach(value),
        "steps" => state.sight.read_steps(value),
        "to" => state.sight.to = Some(decode(value)).filter(|id| !id.is_empty()),
        "tour" => state.tour = value.parse::<usize>().ok().and_then(|step| step.checked_sub(1)),
        _ => {}
    }
}

fn list(values: impl Iterator<Item = String>) -> String {
    joined(&values.gather(), ",")
}

fn set<T: Ord>(value: &str, read: impl Fn(&str) -> Option<T>) -> Few<T> {
    value.split(',').filter(|value| !value.is_empty()).filter_map(read).collect()
}

fn choice<T: Copy>(all: &[T], word_of: fn(T) -> &'static str, word: &str) -> Option<T> {
    let word = decode(word);
    all.iter().copied().find(|choice| word_of(*choice) == word)
}

fn voice_word(voice: &VoiceChoice) -> String {
    match voice {
        VoiceChoice::Own => OWN.to_owned(),
        VoiceChoice::Actor(id) => match id.strip_prefix('_') {
            Some(rest) => format!("%5F{}", encode(rest)),
            None => encode(id),
        },
    }
}

fn read_voice(word: &str) -> VoiceChoice {
    if word == OWN { VoiceChoice::Own } else { VoiceChoice::Actor(decode(word)) }
}
