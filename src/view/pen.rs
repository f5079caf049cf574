//! What draws: a module of its own, which comes when a reader first looks at a picture that has to be worked out.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::markup::html;
use super::scene::Scene;
use super::store::{Change, Store};
use crate::dom::drawing;
use crate::state::View;

/// Whether pictures can be worked out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Pen {
    /// The module was not asked for, or has not come yet.
    #[default]
    Away,
    /// It is there.
    Here,
    /// It cannot be had.
    Broken,
}

impl Pen {
    /// Has the module fetched where the view that is shown draws.
    pub(crate) fn follow(store: &UseReducerHandle<Store>) {
        if store.pen != Self::Away
            || store.shown.is_none()
            || !matches!(store.state.view, View::WhatIf | View::Relations)
        {
            return;
        }
        let store = store.dispatcher();
        spawn_local(async move {
            let pen = if drawing::fetch().await { Self::Here } else { Self::Broken };
            store.dispatch(Change::Pen(pen));
        });
    }
}

/// What stands where a picture is going to be, or above one that could be drawn in part only; an empty element where
/// all is well.
pub(crate) fn pen(scene: &Scene) -> Html {
    let words = scene.words();
    match scene.pen {
        Pen::Here => html! { <div class="pen"></div> },
        Pen::Away => html! { <div class="pen"><p class="status" role="status">{ words.drawing }</p></div> },
        Pen::Broken => html! {
            <div class="pen" role="status">
                <p>{ words.not_drawn }</p>
                <p><button type="button" class="line-button" onclick={scene.redraw.clone()}>{ words.try_again }</button></p>
            </div>
        },
    }
}
