//! What if: what is supposed, what would follow in a sentence and in a picture, why, and what most hangs on.

pub(crate) mod hunt;
mod linchpins;
mod pieces;
pub(crate) mod scenario;
mod setter;
pub(crate) mod sketch;
mod stage;
mod steps;
mod story;

use std::rc::Rc;

use super::markup::html;
use yew::prelude::*;

use super::copy::copy;
use super::pen::{self, Pen};
use super::rich::rich;
use super::scene::Scene;
use crate::deal::{ItemId, Kind};
use crate::dom::address;
use crate::reason::{Scenario, Verdict, is_settable};
use crate::state::{self, Action, Supposed, View};
use crate::words::account::account;
use crate::words::scenario::{status, summary, title};
use story::Story;

/// The view.
pub(crate) fn what_if(scene: &Scene) -> Html {
    let Some((scenario, book)) = scene.scenario.clone().zip(scene.book.clone()) else {
        return html! { <p class="empty">{ scene.words().empty_view }</p> };
    };
    let story = Rc::new(Story::of(scene, &scenario, book));
    let begins = scene.state.trial.now.is_empty();
    let hunt = linchpins::linchpins(scene);
    // The list is in the order of the picture.
    let drawn = scene.pen != Pen::Away;
    html! {
        <div class="what-if">
            { head(scene, &scenario) }
            { setter::setters(scene, &scenario) }
            { presets(scene, &scenario) }
            <div>{ for begins.then(|| hunt.clone()) }</div>
            { pen::pen(scene) }
            <div>{ for drawn.then(|| stage::stage(scene, &story)) }</div>
            { steps::steps(scene, &scenario, &story) }
            <div>{ for (!begins).then_some(hunt) }</div>
            <div>{ for drawn.then(|| pieces::pieces(scene, &story)) }</div>
        </div>
    }
}

/// What is supposed, and what follows in a sentence; it is told when it changes.
fn head(scene: &Scene, scenario: &Scenario) -> Html {
    let supposed = &scene.state.trial.now;
    let heading = title(&scene.tongue, &scene.deal, supposed);
    let text = summary(&scene.tongue, &scene.deal, scenario, supposed);
    html! {
        <header class="supposing">
            { scene.heading(1, "page-title", rich(scene, &heading, None)) }
            <p class="lede" role="status">{ text }</p>
            <p class="note">{ (!supposed.is_empty()).then_some(scene.words().what_if.supposition) }</p>
        </header>
    }
}

/// Where to begin, and the way back.
fn presets(scene: &Scene, scenario: &Scenario) -> Html {
    let (words, trial) = (&scene.words().what_if, &scene.state.trial);
    let (undo, redo) = trial.ways();
    let button = |label: &'static str, action: Action, disabled: bool| {
        html! { <button type="button" class="line-button" {disabled} onclick={scene.does(action)}>{ label }</button> }
    };
    let editor = if scene.state.editor { words.editors_on } else { words.editors_off };
    let link = || address::link(&state::format(&scene.state));
    let text = || account(&scene.tongue, &scene.deal, scenario, &trial.now);
    html! {
        <div class="presets doings">
            { button(words.as_reported, Action::Try(Supposed::default()), trial.now.is_empty()) }
            { button(words.suppose_all, Action::Try(Supposed::all()), trial.now == Supposed::all()) }
            { button(words.undo, Action::Undo, !undo) }
            { button(words.redo, Action::Redo, !redo) }
            <button type="button" class="plain-button" onclick={scene.does(Action::ShowEditor(!scene.state.editor))}>{ editor }</button>
            <span>{ for (scene.permalink && !trial.now.is_empty()).then(|| copy(words.copy_scenario, link(), &scene.tongue)) }</span>
            <span>{ for (!trial.now.is_empty()).then(|| copy(words.copy_text, text(), &scene.tongue)) }</span>
        </div>
    }
}

/// On every other view, while something is supposed: that it is, what follows, and the way out.
pub(crate) fn notice(scene: &Scene) -> Html {
    let (words, supposed) = (&scene.words().what_if, &scene.state.trial.now);
    let shown = scene.scenario.clone().filter(|_| !supposed.is_empty() && scene.state.view != View::WhatIf);
    let Some(scenario) = shown else { return html! { <div></div> } };
    html! {
        <aside class="supposed" aria-label={scene.landmark(words.you_suppose)}>
            <p class="say"><b>{ title(&scene.tongue, &scene.deal, supposed) }{ "." }</b>{ " " }{ summary(&scene.tongue, &scene.deal, &scenario, supposed) }</p>
            <p class="note">{ words.supposition }</p>
            <div class="doings">
                <button type="button" class="plain-button" onclick={scene.does(Action::Show(View::WhatIf))}>{ words.see_what_follows }</button>
                <button type="button" class="plain-button" onclick={scene.does(Action::Try(Supposed::default()))}>{ words.as_reported }</button>
            </div>
        </aside>
    }
}

/// What a supposition makes of an item, where it makes something of it; an empty element elsewhere.
pub(crate) fn outcome(scene: &Scene, item: ItemId) -> Html {
    let Some(scenario) = scene.scenario.as_ref().filter(|_| !scene.state.trial.now.is_empty()) else {
        return html! {};
    };
    let other = scenario.verdict(item) != scenario.reported(item) || scenario.setting(item).is_some();
    // Where it can be set, that it is set stands beside it.
    let here = scene.state.view == View::WhatIf && scenario.setting(item).is_some();
    let Some(verdict) = scenario.verdict(item).filter(|_| other && !here) else { return html! {} };
    html! { <>{ " " }<span class={mark(verdict)}>{ status(&scene.tongue, &scene.deal, scenario, item) }</span></> }
}

/// The class of the mark of a verdict.
fn mark(verdict: Verdict) -> String {
    format!("outcome {}", verdict.word())
}

/// The button that asks what would follow if the item failed; nothing where that cannot be asked.
pub(crate) fn ask(scene: &Scene, item: ItemId) -> Option<Html> {
    let kind: Kind = scene.deal.item(item)?.kind();
    let words = &scene.words().what_if;
    is_settable(kind).then(|| {
        html! {
            <button type="button" class="plain-button" onclick={scene.does(Action::WhatIf(scene.id(item)))}>{ (words.what_if_lost)(kind) }</button>
        }
    })
}
