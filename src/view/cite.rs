//! A citation of a statement in the forms that other programs take.

use yew::prelude::*;

use super::copy::Copy;
use super::scene::Scene;
use crate::deal::ItemId;
use crate::query::cite::{Style, citation};

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
    let styles = [(words.cite_plain, Style::Plain), ("BibTeX", Style::BibTex), ("CSL-JSON", Style::CslJson)];
    let form = |(name, style): (&'static str, Style)| {
        let text = citation(&props.scene.deal, props.item, style)?;
        Some(html! {
            <div key={name} class="citation">
                <h6>{ name }{ " " }<Copy label={words.copy} text={text.clone()} tongue={props.scene.tongue.clone()} /></h6>
                <pre tabindex="0">{ text }</pre>
            </div>
        })
    };
    html! {
        <>
            <button type="button" class="plain-button" aria-expanded={open.to_string()} {onclick}>{ words.cite_this }</button>
            <div class="citation">{ if *open { html! { <>{ for styles.into_iter().filter_map(form) }</> } } else { html! {} } }</div>
        </>
    }
}
