//! What would follow, and why: what changed and only that, each with the rule and the words that lead there.

use yew::prelude::*;

use super::story::Story;
use crate::deal::{Item, ItemId, Kind};
use crate::reason::{Scenario, Step};
use crate::state::Action;
use crate::view::markup::{class, html};
use crate::view::memory::{Memory, remember};
use crate::view::scene::Scene;
use crate::view::statement::{said_together, statement, sureness};
use crate::words::scenario::{because, open};
use crate::words::sentence;

/// So much of what stays open is told.
const OPEN: usize = 30;

/// So many steps are drawn before the reader asks for more.
const DRAWN: usize = 200;

/// The steps, and what stays open.
pub(super) fn steps(scene: &Scene, scenario: &Scenario, story: &Story) -> Html {
    let words = scene.words().what_if();
    if scene.state.trial.now.is_empty() {
        return html! { <div></div> };
    }
    let at = scene.state.step.filter(|at| *at < story.told.steps.len());
    html! {
        <div>
            <div>{ for (!story.told.steps.is_empty()).then(|| html! {
                <section class="follows">
                    { scene.heading(2, "label", words.what_follows) }
                    { pacer(scene, story.told.steps.len(), at) }
                    { drawn(scene, story, at) }
                    <p class="note">{ rest(scene, scenario, story) }</p>
                    <p class="note">{ editors(scene, story) }</p>
                </section>
            }) }</div>
            { still_open(scene, scenario) }
        </div>
    }
}

/// One by one, or all at once.
fn pacer(scene: &Scene, of: usize, at: Option<usize>) -> Html {
    let words = scene.words().what_if();
    let to = |step: Option<usize>| scene.does(Action::Step(step));
    let (back, on) = match at {
        None => (None, Some(0)),
        Some(at) => (at.checked_sub(1), Some(at + 1).filter(|next| *next < of)),
    };
    html! {
        <div class="doings pacer">
            <button type="button" class="line-button" disabled={back.is_none()} onclick={to(back)}>{ words.previous_step }</button>
            <button type="button" class="line-button" disabled={on.is_none()} onclick={to(on)}>{ words.next_step }</button>
            <span role="status" class="quiet">{ at.map(|at| (words.step)(at + 1, of)) }</span>
            { for at.is_some().then(|| html! { <button type="button" class="plain-button" onclick={to(None)}>{ words.all_steps }</button> }) }
        </div>
    }
}

/// The first steps, and more of them as the reader asks or comes there.
fn drawn(scene: &Scene, story: &Story, at: Option<usize>) -> Html {
    let (scene, told) = (scene.clone(), story.told.clone());
    remember("steps", move |kept| {
        let shown = (DRAWN + kept.from.0).max(at.map_or(0, |at| at + 1));
        let more = {
            let kept = kept.clone();
            Callback::from(move |_: MouseEvent| kept.set(Memory { from: (kept.from.0 + DRAWN, 0), ..*kept }))
        };
        let steps = told.steps.iter().take(shown).enumerate();
        let draw = |(number, step): (usize, &Step)| Some(draw(&scene, scene.scenario.as_ref()?, step, number, at));
        html! {
            <div>
                <ol class="steps">{ for steps.filter_map(draw) }</ol>
                { for (shown < told.steps.len()).then(|| html! {
                    <button type="button" class="plain-button" onclick={more}>{ scene.words().show_more }</button>
                }) }
            </div>
        }
    })
}

fn draw(scene: &Scene, scenario: &Scenario, step: &Step, number: usize, at: Option<usize>) -> Html {
    let words = scene.words().what_if();
    let name = sentence::listed(&scene.tongue, &scene.deal, step.to);
    let kind = scene.deal.item(step.to).map_or(Kind::Remark, Item::kind);
    let before = scenario.reported(step.to).map(|verdict| (words.verdict)(kind, verdict)).unwrap_or_default();
    let now = at == Some(number);
    html! {
        <li key={scene.id(step.to)} class={class("step", now.then_some("now"))} aria-current={now.then_some("step")}>
            <p class="say"><span class="words" lang={scene.deal_language()}>{ name }</span></p>
            <p class={format!("outcome {}", step.verdict.word())}>{ (words.turns)(before, (words.verdict)(kind, step.verdict)) }</p>
            <div>
                { said_together(scene, &step.via, &because(&scene.tongue, &scene.deal, step)) }
                <p class="note">{ for step.via.iter().map(|via| sureness(scene, *via, "")) }</p>
            </div>
        </li>
    }
}

/// How much more follows than is told.
fn rest(scene: &Scene, scenario: &Scenario, story: &Story) -> Option<String> {
    let told = story.told.steps.iter().filter(|step| scenario.reported(step.to) != Some(step.verdict)).count();
    let more = story.told.follow.saturating_sub(told);
    (more > 0).then(|| scene.tongue.counted(scene.words().what_if().more_pieces, more))
}

/// Whether a step stands on a link of the editor's.
fn editors(scene: &Scene, story: &Story) -> String {
    let words = scene.words().what_if();
    let used = story.told.steps.iter().filter(|step| step.via.iter().any(|via| !scene.is_source(*via))).count();
    if used == 0 { words.editors_unused.to_owned() } else { scene.tongue.counted(words.editors_used, used) }
}

/// What nothing decides, as it was not decided before: the first of them, and how many more there are.
fn still_open(scene: &Scene, scenario: &Scenario) -> Html {
    let words = scene.words().what_if();
    let open: Vec<ItemId> = open(&scene.deal, scenario, &[Kind::Condition, Kind::Exchange, Kind::Aim]);
    if open.is_empty() {
        return html! { <section></section> };
    }
    let more = open.len().saturating_sub(OPEN);
    html! {
        <section>
            { scene.heading(2, "label", words.stays_open) }
            <div class="statements">{ for open.iter().take(OPEN).map(|id| statement(scene, *id)) }</div>
            <p class="note">{ (more > 0).then(|| scene.tongue.counted(words.more_pieces, more)) }</p>
        </section>
    }
}
