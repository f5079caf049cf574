//! A citation of a statement in the forms that other programs take.

use super::markup::html;
use yew::prelude::*;

use super::copy::copy;
use super::memory::{remember, toggle};
use super::rest::{self, doors};
use super::scene::Scene;
use crate::deal::ItemId;
use crate::query::Citation;

/// A button that opens the citation as plain text, BibTeX and CSL-JSON.
pub(crate) fn cite(scene: &Scene, item: ItemId) -> Html {
    let scene = scene.clone();
    remember("cite", move |kept| {
        html! {
            <>
                <button type="button" class="plain-button" aria-expanded={kept.open.to_string()} onclick={scene.with_rest(toggle(kept))}>{ scene.words().cite_this }</button>
                <div class="citation">{ if kept.open { more(&scene, item) } else { html! {} } }</div>
            </>
        }
    })
}

fn more(scene: &Scene, item: ItemId) -> Html {
    scene.rest.key().map_or_else(|| rest::waiting(scene), |key| doors::citation(key, scene, item))
}

/// The citation in each form.
pub(super) fn forms(scene: &Scene, item: ItemId) -> Html {
    let words = scene.words();
    let Some(citation) = Citation::of(&scene.deal, item) else { return html! {} };
    let forms = [
        (words.cite_plain, Some(citation.plain())),
        ("BibTeX", citation.bibtex()),
        ("CSL-JSON", Some(citation.csl_json())),
    ];
    let form = |(name, text): (&'static str, Option<String>)| {
        let text = text?;
        Some(html! {
            <div key={name} class="citation">
                <p class="form">{ name }{ " " }{ copy(words.copy, text.clone(), &scene.tongue) }</p>
                <pre tabindex="0">{ text }</pre>
            </div>
        })
    };
    html! { <>{ for forms.into_iter().filter_map(form) }</> }
}
