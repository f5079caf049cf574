//! What if: what is supposed, what would follow in a sentence and in a picture, why, and what most hangs on.

pub(crate) mod desk;
mod hunt;
mod linchpins;
mod pieces;
mod setter;
mod sketch;
mod stage;
mod steps;
mod story;
pub(crate) mod told;
pub(crate) mod works;

use std::rc::Rc;

use super::markup::html;
use yew::prelude::*;

use super::copy::{copy, copy_made};
use super::pen::{self, Pen};
use super::rich::rich;
use super::scene::{Scene, Shared};
use crate::deal::{ItemId, Kind};
use crate::dom::address;
use crate::reason::{Scenario, Verdict, is_settable};
use crate::state::{self, Action, Supposed, View};
use crate::words::account::account;
use crate::words::scenario::{status, summary, title};
use story::Story;

/// The view. While it is worked out what follows, what can be done already stands there.
pub(crate) fn what_if(scene: &Scene) -> Html {
    let ready = scene.scenario.as_ref().zip(scene.told.clone());
    let scenario = ready.as_ref().map(|(scenario, _)| *scenario);
    let story = ready.as_ref().map(|(_, told)| Rc::new(Story::of(scene, told.clone())));
    let begins = scene.state.trial.now.is_empty();
    let hunt = story.as_ref().map(|_| linchpins::linchpins(scene));
    // The list is in the order of the picture.
    let drawn = story.as_ref().filter(|_| scene.pen != Pen::Away);
    html! {
        <div class="what-if">
            { head(scene, scenario) }
            { setter::setters(scene) }
            { presets(scene, scenario) }
            <div>{ for hunt.clone().filter(|_| begins) }</div>
            { if story.is_some() { pen::pen(scene) } else { html! { <div class="pen"></div> } } }
            <div>{ for drawn.map(|story| stage::stage(scene, story)) }</div>
            <div>{ for scenario.zip(story.as_ref()).map(|(scenario, story)| steps::steps(scene, scenario, story)) }</div>
            <div>{ for hunt.filter(|_| !begins) }</div>
            <div>{ for drawn.map(|story| pieces::pieces(scene, story)) }</div>
        </div>
    }
}

/// What is supposed, and what follows in a sentence; it is told when it changes.
fn head(scene: &Scene, scenario: Option<&Shared<Scenario>>) -> Html {
    let supposed = &scene.state.trial.now;
    let heading = title(&scene.tongue, &scene.deal, supposed);
    html! {
        <header class="supposing" tabindex="-1">
            { scene.heading(1, "page-title", rich(scene, &heading, None)) }
            <p class="lede" role="status">{ follows(scene, scenario) }</p>
            <div>{ for scenario.is_none().then(|| turn(scene)) }</div>
            <p class="note">{ (!supposed.is_empty()).then_some(scene.words().what_if().supposition) }</p>
        </header>
    }
}

/// What follows, or how much of it is worked out.
fn follows(scene: &Scene, scenario: Option<&Shared<Scenario>>) -> String {
    let words = scene.words().what_if();
    if let Some(scenario) = scenario {
        return summary(&scene.tongue, &scene.deal, scenario, &scene.state.trial.now);
    }
    match scene.desk.progress() {
        (_, true) => words.working_stopped.to_owned(),
        (percent, false) => (words.working)(&percent.to_string()),
    }
}

/// The way to stop that, and to go on.
fn turn(scene: &Scene) -> Html {
    let words = scene.words().what_if();
    let (_, stopped) = scene.desk.progress();
    let (desk, ready) = (scene.desk.clone(), scene.ready.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        desk.turn_works();
        ready.emit(());
    });
    html! { <button type="button" class="plain-button" {onclick}>{ if stopped { words.go_on } else { scene.words().stop } }</button> }
}

/// Where to begin, and the way back.
fn presets(scene: &Scene, scenario: Option<&Shared<Scenario>>) -> Html {
    let (words, trial) = (scene.words().what_if(), &scene.state.trial);
    let (undo, redo) = trial.ways();
    let button = |label: &'static str, action: Action, disabled: bool| {
        html! { <button type="button" class="line-button" {disabled} onclick={scene.does(action)}>{ label }</button> }
    };
    let editor = if scene.state.editor { words.editors_on } else { words.editors_off };
    let link = || address::link(&state::format(&scene.state));
    let text = scenario.filter(|_| !trial.now.is_empty()).map(|scenario| {
        let (scene, scenario, tongue) = (scene.clone(), scenario.clone(), scene.tongue.clone());
        let text = move || account(&scene.tongue, &scene.deal, &scenario, &scene.state.trial.now);
        copy_made(words.copy_text, Rc::new(text), &tongue)
    });
    html! {
        <div class="presets doings">
            { button(words.as_reported, Action::Try(Supposed::default()), trial.now.is_empty()) }
            { button(words.suppose_all, Action::Try(Supposed::all()), trial.now == Supposed::all()) }
            { button(words.undo, Action::Undo, !undo) }
            { button(words.redo, Action::Redo, !redo) }
            <button type="button" class="plain-button" onclick={scene.does(Action::ShowEditor(!scene.state.editor))}>{ editor }</button>
            <span>{ for (scene.permalink && !trial.now.is_empty()).then(|| copy(words.copy_scenario, link(), &scene.tongue)) }</span>
            <span>{ for text }</span>
        </div>
    }
}

/// On every other view, while something is supposed: that it is, what follows, and the way out.
pub(crate) fn notice(scene: &Scene) -> Html {
    let (words, supposed) = (scene.words().what_if(), &scene.state.trial.now);
    if supposed.is_empty() || scene.state.view == View::WhatIf {
        return html! { <div></div> };
    }
    html! {
        <aside class="supposed" aria-label={scene.landmark(words.you_suppose)}>
            <p class="say"><b>{ title(&scene.tongue, &scene.deal, supposed) }{ "." }</b>{ " " }{ follows(scene, scene.scenario.as_ref()) }</p>
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
    let words = scene.words().what_if();
    is_settable(kind).then(|| {
        html! {
            <button type="button" class="plain-button" onclick={scene.does(Action::WhatIf(scene.id(item)))}>{ (words.what_if_lost)(kind) }</button>
        }
    })
}
