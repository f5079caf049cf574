//! Search and filters: the box, the choices, and what is chosen as chips that go when they are pressed.

use super::markup::html;
use crate::deal::gather::Gather;
use crate::deal::sort::{heaviest, sort_and_dedup};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::memory::{Kept, Memory, remember, toggle};
use super::rest::{self, doors};
use super::scene::Scene;
use crate::deal::{Item, ItemId, Origin};
use crate::query::{FacetCount, FacetValue, Facets, VoiceChoice};
use crate::state::Action;

/// So many values of a facet are shown before the reader asks for more.
const CHOICES: usize = 40;

/// The box, the filters behind a button, the chips, and the count as a live announcement.
pub(crate) fn find(scene: &Scene) -> Html {
    let scene = scene.clone();
    remember("find", move |kept| draw(&scene, kept))
}

fn draw(scene: &Scene, kept: &Kept) -> Html {
    let (words, state) = (scene.words(), &scene.state);
    let oninput = {
        let act = scene.act.clone();
        Callback::from(move |event: InputEvent| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            if let Some(input) = input {
                act.emit(Action::Search(input.value()));
            }
        })
    };
    if let Some(key) = scene.rest.key().filter(|_| !kept.open && state.filter.is_empty()) {
        doors::forget_filters(key, scene);
    }
    let searching = is_searching(scene);
    let status = scene.rest.key().filter(|_| searching).map(|key| doors::found(key, scene));
    html! {
        <search part="search" aria-label={scene.landmark(words.search)} onfocusin={scene.wants_rest()}>
            <form class="find" onsubmit={Callback::from(|event: SubmitEvent| event.prevent_default())}>
                { yew::html! {
                    <input class="box" type="search" value={state.query.clone()} {oninput} aria-label={words.search}
                        placeholder={words.search_hint} autocomplete="off" spellcheck="false" enterkeyhint="search" />
                } }
                <button type="button" class="line-button" aria-expanded={kept.open.to_string()} onclick={scene.with_rest(toggle(kept))}>{ words.filters }</button>
                <div class="filters-place">{ if kept.open { more(scene) } else { html! {} } }</div>
            </form>
            <div class="chips">
                <span role="status" class="count">{ status }</span>
                { for scene.rest.key().filter(|_| !state.filter.is_empty()).map(|key| doors::chips(key, scene)) }
                { for (!state.editor).then(|| html! {
                    <button key="editor" type="button" class="chip" onclick={scene.does(Action::ShowEditor(true))}>{ words.editor_hidden }</button>
                }) }
                { for (state.is_narrowed()).then(|| html! {
                    <button key="all" type="button" class="plain-button" onclick={scene.does(Action::ClearAll)}>{ words.clear_all }</button>
                }) }
                { for (searching && state.selected.is_some()).then(|| html! {
                    <button key="back" type="button" class="plain-button" onclick={scene.does(Action::Deselect)}>{ words.back_to_results }</button>
                }) }
            </div>
        </search>
    }
}

/// How much was found, or how far the search is.
pub(super) fn found(scene: &Scene) -> String {
    match scene.preparing.filter(|_| !scene.state.query.trim().is_empty()) {
        Some(percent) => (scene.words().large.preparing)(&percent.to_string()),
        None => match scene.selection() {
            Some(selection) => scene.tongue.counted(scene.words().find().found, selection.items.len()),
            None => scene.words().large.counting.to_owned(),
        },
    }
}

/// Whether results stand in a view's place: something is searched for or filtered by.
pub(crate) fn is_searching(scene: &Scene) -> bool {
    scene.state.is_searching()
}

/// What a value of a facet is called.
fn label(scene: &Scene, value: &FacetValue) -> String {
    let words = scene.words();
    let name = |id: &str| scene.deal.get(id).map_or_else(|| id.to_owned(), |item| Item::label(item).to_owned());
    match value {
        FacetValue::Party(id) | FacetValue::Voice(VoiceChoice::Actor(id)) => name(id),
        FacetValue::Voice(VoiceChoice::Own) => words.find().sources_own_voice.to_owned(),
        FacetValue::Certainty(certainty) => (words.certainty)(*certainty).to_owned(),
        FacetValue::Origin(Origin::Source) => words.find().origin_source.to_owned(),
        FacetValue::Origin(Origin::Editor) => words.find().origin_editor.to_owned(),
        FacetValue::Topic(topic) => topic.replace('-', " "),
    }
}

/// The facet that a value belongs to.
fn facet(scene: &Scene, value: &FacetValue) -> &'static str {
    let words = scene.words();
    match value {
        FacetValue::Party(_) => words.find().filter_party,
        FacetValue::Voice(_) => words.find().filter_voice,
        FacetValue::Certainty(_) => words.find().filter_certainty,
        FacetValue::Origin(_) => words.find().filter_origin,
        FacetValue::Topic(_) => words.find().filter_topic,
    }
}

/// What is filtered by.
pub(super) fn chips(scene: &Scene) -> Html {
    html! { <>{ for scene.state.filter.values().map(|value| chip(scene, value)) }</> }
}

fn chip(scene: &Scene, value: FacetValue) -> Html {
    let name = format!("{}: {}", facet(scene, &value), label(scene, &value));
    let hint = (scene.words().find().remove_filter)(&name);
    html! {
        <button key={name.clone()} type="button" class="chip" title={hint.clone()} aria-label={hint} onclick={scene.does(Action::ToggleFacet(value))}>
            { name }
        </button>
    }
}

fn more(scene: &Scene) -> Html {
    scene.rest.key().map_or_else(|| rest::waiting(scene), |key| doors::filters(key, scene))
}

/// The choices of every facet.
pub(super) fn filters(scene: &Scene) -> Html {
    let words = scene.words();
    if scene.index.is_none() {
        return rest::waiting(scene);
    }
    let Some(facets) = scene.lists.facets(scene) else {
        return html! { <div class="status" role="status">{ words.large.counting }</div> };
    };
    let editor = {
        let act = scene.act.clone();
        let shown = scene.state.editor;
        Callback::from(move |_: Event| act.emit(Action::ShowEditor(!shown)))
    };
    html! {
        <div class="filters">
            { choices(scene, words.find().filter_party, &facets, |all| &all.party) }
            { choices(scene, words.find().filter_voice, &facets, |all| &all.voice) }
            { choices(scene, words.find().filter_certainty, &facets, |all| &all.certainty) }
            { choices(scene, words.find().filter_topic, &facets, |all| &all.topic) }
            { choices(scene, words.find().filter_origin, &facets, |all| &all.origin) }
            <p><label>{ checkbox(scene.state.editor, editor) }<span>{ words.find().show_editor_statements }</span></label></p>
        </div>
    }
}

fn checkbox(checked: bool, onchange: Callback<Event>) -> Html {
    yew::html! { <input type="checkbox" {checked} {onchange} /> }
}

/// Takes one facet of all.
type Pick = fn(&Facets) -> &Vec<FacetCount>;

/// The values of a facet that would leave something, and the chosen ones; of very many those that leave most, and more
/// as the reader asks.
fn choices(scene: &Scene, heading: &'static str, facets: &Rc<Facets>, pick: Pick) -> Html {
    let counts = pick(facets).iter().enumerate();
    let left: Vec<ItemId> =
        counts.filter(|(_, it)| it.count > 0 || it.chosen).map(|(at, _)| ItemId(at as u32)).gather();
    if left.is_empty() {
        return html! { <div key={heading}></div> };
    }
    let (scene, facets) = (scene.clone(), facets.clone());
    remember(heading, move |kept| fieldset(&scene, heading, pick(&facets), &left, kept))
}

/// The values `left` are by their places among all of the facet.
fn fieldset(scene: &Scene, heading: &'static str, counts: &[FacetCount], left: &[ItemId], kept: &Kept) -> Html {
    let (words, of) = (&scene.words().large, left.len());
    let shown = CHOICES + kept.from.0;
    // What is chosen is always there.
    let weight = |at: ItemId| counts.get(at.index()).map_or(0, |it| if it.chosen { usize::MAX } else { it.count });
    let mut weightiest = heaviest(left, shown, &weight);
    sort_and_dedup(&mut weightiest);
    let choice = |count: &FacetCount| {
        let name = label(scene, &count.value);
        let act = scene.act.clone();
        let value = count.value.clone();
        let onchange = Callback::from(move |_: Event| act.emit(Action::ToggleFacet(value.clone())));
        let number = scene.tongue.format.number(count.count as f64);
        html! {
            <label key={name.clone()}>
                { checkbox(count.chosen, onchange) }
                <span>{ name }{ " " }<small>{ number }</small></span>
            </label>
        }
    };
    let more = {
        let kept = kept.clone();
        Callback::from(move |_: MouseEvent| kept.set(Memory { from: (kept.from.0 + CHOICES, 0), ..*kept }))
    };
    let number = |count: usize| scene.tongue.format.number(count as f64);
    html! {
        <fieldset>
            <legend>{ heading }</legend>
            { for weightiest.iter().filter_map(|at| counts.get(at.index())).map(choice) }
            { for (shown < of).then(|| html! {
                <p key="more">
                    <span class="note">{ (words.choices)(&number(shown), &number(of)) }</span>{ " " }
                    <button type="button" class="plain-button" aria-label={format!("{}: {heading}", scene.words().show_more)} onclick={more.clone()}>{ scene.words().show_more }</button>
                </p>
            }) }
        </fieldset>
    }
}
