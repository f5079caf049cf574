//! The doors: the only functions through which what the brief does not need is called. Nothing else may stand here; each
//! takes the key, and none is inlined.

use std::ops::Range;

use web_sys::Element;
use yew::prelude::*;

use super::Key;
use crate::deal::{Deal, ItemId, RemarkKind};
use crate::dom::sheet;
use crate::reason::Scenario;
use crate::state::{State, View};
use crate::view::beside::{Beside, Move, Wanted, panel};
use crate::view::scene::Scene;
use crate::view::store::Store;
use crate::view::what_if::desk::WhatIf;
use crate::view::what_if::told::Then;
use crate::view::{
    brief, cite, conditions, facts, find, keep as kept_file, library, open, opening, parties, reading, relations,
    results, rich, tour, what_if,
};
use crate::words::{Tongue, account as accounts};

/// What a search and a filter left.
#[inline(never)]
pub(crate) fn results(_: Key, scene: &Scene) -> Html {
    results::results(scene)
}

/// A view.
#[inline(never)]
pub(crate) fn view(_: Key, scene: &Scene) -> Html {
    match scene.state.view {
        View::Brief => brief::brief(scene),
        View::Parties => parties::parties(scene),
        View::Conditions => conditions::conditions(scene),
        View::Relations => relations::relations(scene),
        View::WhatIf => what_if::what_if(scene),
        View::Open => open::open(scene),
        View::Facts => facts::facts(scene),
        View::Source => reading::reading(scene),
    }
}

/// The guided walk and what is supposed, above every view.
#[inline(never)]
pub(crate) fn notices(_: Key, scene: &Scene) -> Html {
    crate::view::markup::html! { <>{ tour::tour(scene) }{ what_if::notice(scene) }</> }
}

/// The passages of the article beside the explorer, below every view.
#[inline(never)]
pub(crate) fn passages(_: Key, scene: &Scene) -> Html {
    panel::panel(scene)
}

/// Above a part of a library, the way back.
#[inline(never)]
pub(crate) fn way_back(_: Key, scene: &Scene) -> Html {
    library::way_back(scene)
}

/// The first parts of a library.
#[inline(never)]
pub(crate) fn contents(_: Key, scene: &Scene) -> Html {
    library::contents(scene, false)
}

/// Very much that is said of the whole in one way.
#[inline(never)]
pub(crate) fn remarks(_: Key, scene: &Scene, kind: RemarkKind, said: &[ItemId]) -> Html {
    brief::many(scene, kind, said)
}

/// The choices to filter by.
#[inline(never)]
pub(crate) fn filters(_: Key, scene: &Scene) -> Html {
    find::filters(scene)
}

/// Nobody filters any more.
#[inline(never)]
pub(crate) fn forget_filters(_: Key, scene: &Scene) {
    scene.lists.forget_filters();
}

/// How much was found, or how far the search is.
#[inline(never)]
pub(crate) fn found(_: Key, scene: &Scene) -> String {
    find::found(scene)
}

/// What is filtered by.
#[inline(never)]
pub(crate) fn chips(_: Key, scene: &Scene) -> Html {
    find::chips(scene)
}

/// Where a text has what is searched for.
#[inline(never)]
pub(crate) fn hits(_: Key, scene: &Scene, text: &str) -> Vec<Range<usize>> {
    rich::hits(scene, text)
}

/// A citation in all its forms.
#[inline(never)]
pub(crate) fn citation(_: Key, scene: &Scene, item: ItemId) -> Html {
    cite::forms(scene, item)
}

/// What a supposition makes of an item.
#[inline(never)]
pub(crate) fn outcome(_: Key, scene: &Scene, item: ItemId) -> Html {
    what_if::outcome(scene, item)
}

/// Hands a picture to the reader as a file.
#[inline(never)]
pub(crate) fn keep(_: Key, scene: &Scene, picture: &Element, name: &str, kind: &str) -> bool {
    kept_file::hand(scene, picture, name, kind)
}

/// What follows from what is supposed, and what else the views are worked out from.
#[inline(never)]
pub(crate) fn work_out(_: Key, store: &Store) -> WhatIf {
    store.desk.work_out(store)
}

/// Goes on with what is worked out, and has the search made.
#[inline(never)]
pub(crate) fn follow(_: Key, store: &UseReducerHandle<Store>) {
    store.desk.follow(store);
    if let Some(shown) = &store.shown {
        opening::prepare(shown, store.dispatcher());
    }
}

/// What is supposed and what follows, as plain text.
#[inline(never)]
pub(crate) fn account(_: Key, tongue: &Tongue, store: &Store, deal: &Deal) -> Option<String> {
    let scenario = store.desk.at_once(deal, &store.state)?;
    Some(accounts::account(tongue, deal, &scenario, &store.state.trial.now))
}

/// Tells what is supposed and what follows, each as an object of words by the ids of items.
#[inline(never)]
pub(crate) fn supposed(_: Key, deal: &Deal, scenario: Option<&Scenario>, state: &State, then: Then) {
    what_if::told::told(deal, scenario, state, then);
}

/// The article in the same page, held against the deal from now on.
#[inline(never)]
pub(crate) fn beside(key: Key, root: Element, wanted: Wanted, deal: Deal, redraw: Box<dyn Fn()>) -> Beside {
    Beside::new(key, root, wanted, deal, redraw)
}

/// Something happens between the explorer and that article.
#[inline(never)]
pub(crate) fn point(_: Key, beside: &Beside, step: Move) {
    beside.take(step);
}

/// The styles of all this.
#[inline(never)]
pub(crate) fn dress(_: Key) {
    sheet::complete();
}
