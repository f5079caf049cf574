//! A button that copies a text, and says whether it could.

use super::markup::html;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::dom::clipboard;
use crate::words::Tongue;

#[derive(Properties, PartialEq)]
pub(crate) struct CopyProps {
    pub(crate) label: &'static str,
    pub(crate) text: String,
    pub(crate) tongue: Tongue,
}

/// The button; where copying is not allowed, the text stands there to be taken by hand.
#[component]
pub(crate) fn Copy(props: &CopyProps) -> Html {
    let copied = use_state_eq(|| None::<bool>);
    let onclick = {
        let (text, copied) = (props.text.clone(), copied.clone());
        Callback::from(move |_: MouseEvent| {
            let (text, copied) = (text.clone(), copied.clone());
            spawn_local(async move { copied.set(Some(clipboard::copy(&text).await)) });
        })
    };
    let words = props.tongue.words;
    html! {
        <span class="copy">
            <button type="button" class="plain-button" {onclick}>{ props.label }</button>
            <span role="status" class="quiet">
                { match *copied {
                    Some(true) => format!(" {}", words.copied),
                    Some(false) => format!(" {} {}", words.copy_by_hand, props.text),
                    None => String::new(),
                } }
            </span>
        </span>
    }
}
