//! Opening a document in slices: reading it, judging it, and making its search, while the page lives.

use std::rc::Weak;

use super::markup::html;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::app::{Source, asked};
use super::scene::Shared;
use super::store::{Change, LARGE, Shown, Store, Trouble};
use crate::deal::{Deal, LIMIT_BYTES, Opening, Refusal, Trial};
use crate::dom::faults;
use crate::dom::fetch::{self, Incoming, Signal};
use crate::dom::fold::fold;
use crate::dom::later::{SLICE, after, next_task, now, slice};
use crate::query::SearchIndex;
use crate::words::{Tongue, Words};

/// What takes no longer is not told of, in milliseconds.
const PATIENCE: f64 = 500.0;

/// How often it is told how far it is, in milliseconds.
const NEWS: f64 = 200.0;

pub(super) type Dispatcher = UseReducerDispatcher<Store>;

/// Uses the time in which a document is on its way: the browser makes its first row of names, for which it takes 20 ms, so
/// that the first drawing need not. Then has the reader offered a way to stop, also where nothing comes, unless nobody
/// waits any more.
pub(super) fn wait(waits: Weak<Dispatcher>, tongue: Tongue) {
    spawn_local(async move {
        next_task().await;
        tongue.format.list(&[String::new(), String::new()]);
        // An element that is gone by then is not held on to.
        drop(tongue);
        after(PATIENCE as i32).await;
        if let Some(store) = waits.upgrade() {
            store.dispatch(Change::Read(0));
        }
    });
}

/// What a document changes once it has come; nothing where it is not wanted any more.
pub(super) async fn opened(
    source: Source,
    part: Option<String>,
    permalink: bool,
    store: &Dispatcher,
    signal: &Signal,
) -> Option<Change> {
    let (came, address) = match source {
        Source::Text(text) => (Incoming::given(&text), String::new()),
        Source::Address(src) => (Incoming::from(&src, signal).await, src),
    };
    let failed = |error| Some(Change::Failed(Trouble::Fetch(address, error)));
    let mut text = match came {
        Ok(text) => text,
        Err(error) => return failed(error),
    };
    let mut told = now() + PATIENCE;
    // A server that sends compressed does not say how many bytes are still to come.
    let mut tell = |bytes: usize| {
        let megabytes = bytes / 1_000_000;
        if megabytes > 0 && now() > told {
            told = now() + NEWS;
            store.dispatch(Change::Read(megabytes));
        }
    };
    let mut opening = Opening::new();
    let (mut comes, mut rest) = (true, now() + SLICE);
    // Of what is too large, which may have no end, that is all that is told.
    while comes && text.bytes <= LIMIT_BYTES || !opening.is_over() {
        let is_more = slice(|| opening.go_on());
        // What comes in small parts may be there at once, one after another.
        if is_more || now() > rest {
            tell(opening.progress());
            next_task().await;
            rest = now() + SLICE;
        }
        if signal.aborted() {
            text.cancel();
            return None;
        }
        if is_more || !comes {
            continue;
        }
        if let Some(bytes) = text.next() {
            opening.feed(bytes.length() as usize, &|room| bytes.copy_to(room));
            continue;
        }
        match text.more().await {
            Ok(true) => {}
            Ok(false) => {
                comes = false;
                opening.finish();
            }
            Err(error) => return failed(error),
        }
    }
    text.cancel();
    let refusal = match opening.document() {
        Ok(document) => {
            let mut trial = Trial::new(document);
            loop {
                next_task().await;
                if signal.aborted() {
                    return None;
                }
                if !slice(|| trial.go_on()) {
                    break;
                }
                tell(text.bytes);
            }
            match trial.deal() {
                Some(deal) => return Some(change(deal, text, part, permalink)),
                None => Refusal::Faulty,
            }
        }
        Err(refusal) => refusal,
    };
    let document = (text.bytes <= LIMIT_BYTES).then(|| fetch::joined(&text.parts));
    Some(Change::Failed(Trouble::Refused(refusal, faults::of(document).await)))
}

fn change(deal: Deal, text: Incoming, part: Option<String>, permalink: bool) -> Change {
    // The search is made when the rest of the module is there.
    let (index, preparation) = (None, Shared::default());
    // What is wanted of a part is known already.
    let state = if part.is_none() { asked(permalink) } else { None };
    let shown = Shown { deal, index, preparation, text: Shared::new(text.parts), address: text.address, part };
    Change::Came(Shared::new(shown), state)
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

/// That a document is being opened; where that takes long the way to stop, and of a large one how much is read.
pub(super) fn progress(words: &Words, store: &Store, stop: Callback<MouseEvent>) -> Html {
    let text = match store.read {
        None | Some(0) => words.loading.to_owned(),
        Some(megabytes) => (words.large.reading)(&megabytes.to_string()),
    };
    html! {
        <p class="status">
            <span role="status">{ text }</span>{ " " }
            { for store.read.map(|_| html! { <button type="button" class="plain-button" onclick={stop}>{ words.stop }</button> }) }
        </p>
    }
}
