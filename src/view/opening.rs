//! Opening a document in slices: reading it, judging it, and making its search, while the page lives.

use super::markup::html;
use js_sys::Uint8Array;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::app::asked;
use super::scene::Shared;
use super::store::{Change, LARGE, Shown, Store, Trouble};
use crate::deal::{Deal, Opening, Refusal, Trial};
use crate::dom::faults;
use crate::dom::fold::fold;
use crate::dom::later::{next_task, now, slice};
use crate::query::SearchIndex;
use crate::words::Words;

/// What takes no longer is not told of, in milliseconds.
const PATIENCE: f64 = 500.0;

/// How often it is told how far it is, in milliseconds.
const NEWS: f64 = 200.0;

/// So many hundredths of the way are the reading; the rest is the judging.
const READING: usize = 80;

type Dispatcher = UseReducerDispatcher<Store>;

/// What a document that came changes; nothing where it is not wanted any more.
pub(super) async fn opened(
    text: Uint8Array,
    address: String,
    part: Option<String>,
    permalink: bool,
    store: &Dispatcher,
    is_wanted: &impl Fn() -> bool,
) -> Option<Change> {
    Some(match read(&text, store, is_wanted).await? {
        Ok(deal) => {
            // The search is made when the rest of the module is there.
            let (index, preparation) = (None, Shared::default());
            // What is wanted of a part is known already.
            let state = if part.is_none() { asked(permalink) } else { None };
            let shown = Shown { deal, index, preparation, text: Shared::new(text), address, part };
            Change::Came(Shared::new(shown), state)
        }
        Err(refusal) => Change::Failed(Trouble::Refused(refusal, faults::of(&text).await)),
    })
}

async fn read(text: &Uint8Array, store: &Dispatcher, is_wanted: &impl Fn() -> bool) -> Option<Result<Deal, Refusal>> {
    let mut told = now() + PATIENCE;
    let mut tell = |percent: usize| {
        if now() > told {
            told = now() + NEWS;
            store.dispatch(Change::Read(percent as u32));
        }
    };
    // A window of it at a time: all of it in the module's own memory would stay there, as that never shrinks.
    let fetch = |from: usize, room: &mut [u8]| {
        text.subarray(from as u32, (from + room.len()) as u32).copy_to(room);
    };
    let mut opening = Opening::new(text.length() as usize, &fetch);
    while slice(|| opening.go_on()) {
        let (done, of) = opening.progress();
        tell(done / (of / READING).max(1));
        next_task().await;
        if !is_wanted() {
            return None;
        }
    }
    let document = match opening.document() {
        Ok(document) => document,
        Err(refusal) => return Some(Err(refusal)),
    };
    next_task().await;
    let mut trial = Trial::new(document);
    while slice(|| trial.go_on()) {
        tell(READING + trial.progress() * (100 - READING) / 100);
        next_task().await;
        if !is_wanted() {
            return None;
        }
    }
    Some(trial.deal().ok_or(Refusal::Faulty))
}

/// Makes the search of a deal where that has not begun, in a large one in slices.
pub(super) fn prepare(shown: &Shown, store: Dispatcher) {
    if shown.preparation.replace(true) {
        return;
    }
    let deal = shown.deal.clone();
    if deal.len() > LARGE {
        let still = shown.preparation.weak();
        spawn_local(async move { prepare_slowly(deal, &store, &|| still.strong_count() > 0).await });
    } else {
        let index = SearchIndex::new(&deal, fold);
        store.dispatch(Change::Indexed(deal, index));
    }
}

async fn prepare_slowly(deal: Deal, store: &Dispatcher, is_wanted: &impl Fn() -> bool) {
    let mut index = SearchIndex::begin(fold);
    let mut told = now();
    // First the deal is drawn.
    next_task().await;
    while slice(|| index.go_on(&deal)) {
        if now() > told + NEWS {
            told = now();
            let percent = index.progress() * 100 / deal.len();
            store.dispatch(Change::Preparing(deal.clone(), percent as u32));
        }
        next_task().await;
        if !is_wanted() {
            return;
        }
    }
    store.dispatch(Change::Indexed(deal, index));
}

/// That a document is being opened; of a large one how much is read, and the way to stop.
pub(super) fn progress(words: &Words, store: &Store, stop: Callback<MouseEvent>) -> Html {
    let percent = store.read.map(|percent| percent.to_string());
    let text = percent.as_ref().map_or_else(|| words.loading.to_owned(), |percent| (words.large.reading)(percent));
    html! {
        <p class="status">
            <span role="status">{ text }</span>{ " " }
            { for percent.map(|_| html! { <button type="button" class="plain-button" onclick={stop}>{ words.what_if.stop }</button> }) }
        </p>
    }
}
