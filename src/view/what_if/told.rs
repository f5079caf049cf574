//! What is supposed and what follows, as the page around is told it: objects of words by the ids of the pieces.
//!
//! They are made of JSON, since to put a hundred thousand words into an object one by one takes the browser half a second;
//! and of very many not in one task.

use js_sys::{JSON, Object};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

use crate::deal::gather::Gather;
use crate::deal::{Deal, Item, ItemId};
use crate::dom::later::next_task;
use crate::reason::Scenario;
use crate::state::State;

/// So many words are put into an object in one task: some milliseconds of work.
const SHARE: usize = 10_000;

/// What takes the two objects: what is supposed, and what follows from it.
pub(crate) type Then = Box<dyn FnOnce(Object, Object)>;

/// Tells it: at once, or some tasks later where it is very much.
pub(crate) fn told(deal: &Deal, scenario: Option<&Scenario>, state: &State, then: Then) {
    let settings = state.trial.now.settings(deal).into_iter();
    let supposed: Vec<Word> = settings.map(|(item, setting)| (item, setting.word())).gather();
    let follows = scenario.into_iter().flat_map(|scenario| {
        let changes = scenario.changes().into_iter().filter(|item| scenario.setting(*item).is_none());
        changes.filter_map(|item| Some((item, scenario.verdict(item)?.word())))
    });
    let follows: Vec<Word> = follows.gather();
    if supposed.len() + follows.len() <= SHARE {
        return then(object(deal, &supposed), object(deal, &follows));
    }
    let deal = deal.clone();
    spawn_local(async move {
        let wholes = [Object::new(), Object::new()];
        for (whole, words) in wholes.iter().zip([supposed, follows]) {
            for part in words.chunks(SHARE) {
                next_task().await;
                Object::assign(whole, &object(&deal, part));
            }
        }
        let [supposed, follows] = wholes;
        then(supposed, follows);
    });
}

/// A piece, and what is said of it.
type Word = (ItemId, &'static str);

fn object(deal: &Deal, words: &[Word]) -> Object {
    let mut text = String::from("{");
    for (item, word) in words {
        let comma = if text.len() > 1 { "," } else { "" };
        // Neither needs to be escaped: ids are slugs.
        for part in [comma, "\"", deal.item(*item).map(Item::id).unwrap_or_default(), "\":\"", word, "\""] {
            text += part;
        }
    }
    text.push('}');
    JSON::parse(&text).unwrap_or_default().unchecked_into()
}
