//! The menu of views.

use super::markup::html;
use yew::prelude::*;

use super::scene::Scene;
use crate::state::{Action, View};
use crate::words::Words;

/// What a view is called.
pub(crate) fn name(words: &Words, view: View) -> &'static str {
    match view {
        View::Brief => words.brief,
        View::Parties => words.parties,
        View::Conditions => words.conditions,
        View::Relations => words.relations_view,
        View::WhatIf => words.what_if_view,
        View::Open => words.open_questions,
        View::Facts => words.facts,
        View::Source => words.source,
    }
}

/// The menu; `searching` while results stand in a view's place.
pub(crate) fn menu(scene: &Scene, searching: bool) -> Html {
    let words = scene.words();
    let entry = |view: &View| {
        let current = (*view == scene.state.view && !searching).then_some("page");
        html! {
            <li key={view.word()}>
                <button type="button" data-view={view.word()} aria-current={current} onclick={scene.does(Action::Show(*view))}>
                    { name(words, *view) }
                </button>
            </li>
        }
    };
    html! {
        <nav part="menu" class="menu" aria-label={scene.landmark(words.views)} onmouseenter={scene.wants_rest()} onfocusin={scene.wants_rest()}><ul>{ for View::ALL.iter().map(entry) }</ul></nav>
    }
}
