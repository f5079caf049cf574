//! Opening a document in slices: reading it, judging it, and making its search, while the page lives.

use super::markup::html;
use js_sys::Uint8Array;
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
    let bytes = text.to_vec();
    Some(match read(&bytes, store, is_wanted).await? {
        Ok(deal) => {
            // In a large deal it is made in slices, after this.
            let large = deal.len() > LARGE;
            let index = Shared::new(if large { SearchIndex::begin(fold) } else { SearchIndex::new(&deal, fold) });
            // What is wanted of a part is known already.
            let state = if part.is_none() { asked(permalink) } else { None };
            let shown = Shown { deal, index, text: Shared::new(text), address, part };
            Change::Came(Shared::new(shown), state)
        }
        Err(refusal) => Change::Failed(Trouble::Refused(refusal, faults::of(&bytes).await)),
    })
}

async fn read(bytes: &[u8], store: &Dispatcher, is_wanted: &impl Fn() -> bool) -> Option<Result<Deal, Refusal>> {
    let mut told = now() + PATIENCE;
    let mut tell = |percent: usize| {
        if now() > told {
            told = now() + NEWS;
            store.dispatch(Change::Read(percent as u32));
        }
    };
    let mut opening = Opening::new(bytes);
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

/// Makes the search of a large deal.
pub(super) async fn prepare(deal: Option<Deal>, store: &Dispatcher, is_wanted: &impl Fn() -> bool) {
    let Some(deal) = deal.filter(|deal| deal.len() > LARGE) else { return };
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
