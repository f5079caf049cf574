//! The face of the deal: who reports it, as of when, its title, how far it is, and what it is.

use super::markup::{class, html};
use yew::prelude::*;

use super::rich::rich;
use super::scene::Scene;
use super::tour;
use crate::words::Moment;
use crate::words::sentence::publishers;

/// The face; the moment and the state are always on it.
pub(crate) fn face(scene: &Scene, whole: bool) -> Html {
    let (document, words) = (scene.deal.document(), scene.words());
    let moment = Moment::parse(&document.as_of);
    let as_of = moment.map_or_else(|| document.as_of.own(), |moment| scene.tongue.format.moment(&moment));
    html! {
        <header part="title" tabindex="-1" class={(!whole).then_some("short")}>
            <p class="meta">
                <span>{ (words.reported_by)(&publishers(&scene.tongue, &scene.deal)) }</span>
                <time datetime={&document.as_of}>{ (words.as_of)(&as_of) }</time>
            </p>
            { scene.heading(0, "title", rich(scene, &document.title, None)) }
            <p class="standing"><span class={class("state", Some(document.state.word()))}>{ (words.deal_state)(document.state) }</span>{ tour::start(scene) }</p>
            <div>{ if whole { html! { <p class="lede">{ rich(scene, &document.summary, None) }</p> } } else { html! {} } }</div>
        </header>
    }
}
