//! The guided walk: a few steps through the deal, each pointing at statements.

use super::markup::html;
use yew::prelude::*;

use super::rich::rich;
use super::scene::Scene;
use super::statement::statement;
use crate::state::{Action, TourMove};

/// The button that starts the walk, for the brief; an empty element where the document has none.
pub(crate) fn start(scene: &Scene) -> Html {
    let steps = scene.deal.document().tour.len();
    let button = || {
        html! {
            <button type="button" class="plain-button" onclick={scene.does(Action::Tour(TourMove::Start))}>
                { scene.tongue.counted(scene.words().tour_start, steps) }
            </button>
        }
    };
    html! { <span>{ for (steps > 0 && scene.state.tour.is_none()).then(button) }</span> }
}

/// The present step, where the walk is on.
pub(crate) fn tour(scene: &Scene) -> Html {
    let (words, steps) = (scene.words(), &scene.deal.document().tour);
    let present = scene.state.tour.and_then(|at| Some((at, steps.get(at)?)));
    let Some((at, step)) = present else { return html! { <div></div> } };
    let items = step.shows.iter().filter_map(|id| scene.deal.find(id)).filter(|id| scene.deal.statement(*id).is_some());
    let last = at + 1 == steps.len();
    html! {
        <section part="tour" class="tour" aria-label={scene.landmark(words.tour)} tabindex="-1">
            <p class="kind">{ format!("{} · {}", words.tour, (words.tour_step)(at + 1, steps.len())) }</p>
            { scene.heading(1, "tour-title", rich(scene, &step.title, None)) }
            <p class="say">{ rich(scene, &step.text, None) }</p>
            <div class="rests">{ for items.map(|item| statement(scene, item)) }</div>
            <p class="doings">
                <button type="button" class="line-button" disabled={at == 0} onclick={scene.does(Action::Tour(TourMove::Previous))}>{ words.tour_back }</button>
                <button type="button" class="line-button" disabled={last} onclick={scene.does(Action::Tour(TourMove::Next))}>{ words.tour_next }</button>
                <button type="button" class="plain-button" onclick={scene.does(Action::Tour(TourMove::End))}>{ words.tour_end }</button>
            </p>
        </section>
    }
}
