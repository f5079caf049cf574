//! A citation of a statement in the forms that other programs take.

use super::markup::html;
use yew::prelude::*;

use super::copy::Copy;
use super::scene::Scene;
use crate::deal::ItemId;
use crate::query::Citation;

#[derive(Properties, PartialEq)]
pub(crate) struct CiteProps {
    pub(crate) scene: Scene,
    pub(crate) item: ItemId,
}

/// A button that opens the citation as plain text, BibTeX and CSL-JSON.
#[component]
pub(crate) fn Cite(props: &CiteProps) -> Html {
    let open = use_state_eq(|| false);
    let onclick = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let words = props.scene.words();
    let forms = || {
        let citation = Citation::of(&props.scene.deal, props.item)?;
        let csl = serde_json::to_string_pretty(&citation.csl_json()).unwrap_or_default();
        Some([(words.cite_plain, Some(citation.plain())), ("BibTeX", citation.bibtex()), ("CSL-JSON", Some(csl))])
    };
    let form = |(name, text): (&'static str, Option<String>)| {
        let text = text?;
        Some(html! {
            <div key={name} class="citation">
                <p class="form">{ name }{ " " }{ yew::html! { <Copy label={words.copy} text={text.clone()} tongue={props.scene.tongue.clone()} /> } }</p>
                <pre tabindex="0">{ text }</pre>
            </div>
        })
    };
    html! {
        <>
            <button type="button" class="plain-button" aria-expanded={open.to_string()} {onclick}>{ words.cite_this }</button>
            <div class="citation">{ if *open { html! { <>{ for forms().into_iter().flatten().filter_map(form) }</> } } else { html! {} } }</div>
        </>
    }
}
