//! Below a picture: the buttons that save it as a file, with the words that belong to it.

use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

use super::markup::html;
use super::memory::{Kept, Memory, remember};
use super::rest::{doors, key};
use super::scene::Scene;
use crate::deal::Text;
use crate::deal::gather::Gather;
use crate::dom::{drawing, place, rest};
use crate::words::Moment;
use crate::words::scenario::{summary, title};
use crate::words::sentence::publishers;

/// So many addresses of sources stand below a picture.
const ADDRESSES: usize = 4;

/// The buttons. What is saved is the `data-picture` that is seen in the figure around them.
pub(crate) fn keep(scene: &Scene, name: &'static str) -> Html {
    let scene = scene.clone();
    remember(name, move |kept| {
        let words = scene.words();
        let button = |label: &'static str, kind: &'static str| {
            let onclick = save(&scene, kept, name, kind);
            html! { <button type="button" class="plain-button" {onclick}>{ label }</button> }
        };
        html! {
            <span class="doings">
                { button(words.save_svg, "svg") }{ " " }{ button(words.save_png, "png") }
                <span role="status">{ (kept.copied == Some(false)).then_some(words.not_saved) }</span>
            </span>
        }
    })
}

fn save(scene: &Scene, kept: &Kept, name: &'static str, kind: &'static str) -> Callback<MouseEvent> {
    let (scene, kept) = (scene.clone(), kept.clone());
    Callback::from(move |event: MouseEvent| {
        let Some(picture) = place::picture(&event) else { return };
        let (scene, kept) = (scene.clone(), kept.clone());
        spawn_local(async move {
            let came = rest::fetch().await && drawing::fetch().await;
            let saved = key().is_some_and(|key| came && doors::keep(key, &scene, &picture, name, kind));
            kept.set(Memory { copied: Some(saved), ..*kept });
        });
    })
}

/// Hands the picture to the reader; whether that could be. Not while it is worked out what follows from what is supposed,
/// which is said below it.
pub(super) fn hand(scene: &Scene, picture: &Element, name: &str, kind: &str) -> bool {
    if scene.scenario.is_none() && !scene.state.trial.now.is_empty() {
        return false;
    }
    let document = scene.deal.document();
    let dots = scene.album.as_ref().and_then(|album| album.told(picture)).unwrap_or_default();
    drawing::save(picture, kind, &[&document.id, "-", name].concat(), &document.title, said(scene), dots)
}

/// What is said below a saved picture: what is supposed in it, if anything, and by whose report of when it is.
fn said(scene: &Scene) -> Vec<String> {
    let (document, words, tongue) = (scene.deal.document(), scene.words(), &scene.tongue);
    let mut lines = Vec::new();
    let supposed = &scene.state.trial.now;
    if let Some(scenario) = scene.scenario.as_ref().filter(|_| !supposed.is_empty()) {
        let follows = summary(tongue, &scene.deal, scenario, supposed);
        lines.push([&title(tongue, &scene.deal, supposed), ". ", &follows].concat());
        lines.push(words.what_if().supposition.to_owned());
    }
    let as_of = Moment::parse(&document.as_of).map_or_else(|| document.as_of.own(), |it| tongue.format.moment(&it));
    let publishers = publishers(tongue, &scene.deal);
    if !publishers.is_empty() {
        lines.push((words.reported_by)(&publishers));
    }
    lines.push((words.as_of)(&as_of));
    document.sources.iter().filter_map(|source| source.url.as_ref().map(Text::own)).take(ADDRESSES).add_to(&mut lines);
    lines
}
