//! A button that copies a text, and says whether it could.

use std::rc::Rc;

use super::markup::html;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::memory::{Memory, remember};
use crate::dom::clipboard;
use crate::words::Tongue;

/// The button; where copying is not allowed, the text stands there to be taken by hand.
pub(crate) fn copy(label: &'static str, text: String, tongue: &Tongue) -> Html {
    copy_made(label, Rc::new(move || text.clone()), tongue)
}

/// The same of a text that is only made when it is copied.
pub(crate) fn copy_made(label: &'static str, text: Rc<dyn Fn() -> String>, tongue: &Tongue) -> Html {
    let words = tongue.words;
    remember("copy", move |kept| {
        let onclick = {
            let (text, kept) = (text.clone(), kept.clone());
            Callback::from(move |_: MouseEvent| {
                let (text, kept) = (text.clone(), kept.clone());
                spawn_local(async move { kept.set(Memory { copied: Some(clipboard::copy(&text()).await), ..*kept }) });
            })
        };
        html! {
            <span class="copy">
                <button type="button" class="plain-button" {onclick}>{ label }</button>
                <span role="status" class="quiet">
                    { match kept.copied {
                        Some(true) => format!(" {}", words.copied),
                        Some(false) => format!(" {} {}", words.copy_by_hand, text()),
                        None => String::new(),
                    } }
                </span>
            </span>
        }
    })
}
