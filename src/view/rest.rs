//! What the brief does not need: a half of the module that comes when a reader first looks at more.
//!
//! Whoever calls into it does so through one of its [`doors`], and has to show a [`Key`], which there is only once the
//! half has come. `tools/split` divides the finished module at the doors.

pub(crate) mod doors;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::app::asked;
use super::library;
use super::markup::html;
use super::scene::Scene;
use super::store::{Change, Store};
use crate::deal::Deal;
use crate::dom::rest;
use crate::state::{State, View};

/// Proof that the half is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Key(());

/// Whether the half is there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Rest {
    /// Nothing has asked for it yet.
    #[default]
    Away,
    /// It was asked for.
    Wanted,
    /// It is there.
    Here(Key),
    /// It cannot be had.
    Broken,
}

impl Rest {
    /// How it is at the beginning: another explorer of the page may have fetched it.
    pub(crate) fn begin() -> Self {
        key().map_or_else(Self::default, Self::Here)
    }

    /// Whether a state of this deal can only be drawn once it has come, which it may still do. Of a library nothing is
    /// drawn before: its contents stand first, and would push away what stands there.
    pub(crate) fn is_awaited(self, state: &State, deal: &Deal) -> bool {
        matches!(self, Self::Away | Self::Wanted) && (needs(state) || library::has_parts(deal))
    }

    pub(crate) fn key(self) -> Option<Key> {
        if let Self::Here(key) = self { Some(key) } else { None }
    }

    /// Has the half fetched where something needs it; `always`: whatever the state is.
    pub(crate) fn follow(store: &UseReducerHandle<Store>, permalink: bool, always: bool) {
        // What the address asks for is known before the deal has come: both may come side by side.
        let soon = || store.shown.is_none() && asked(permalink).is_some_and(|state| needs(&state));
        let wanted = match store.rest {
            Rest::Away => always || needs(&store.state) || soon(),
            Rest::Wanted => true,
            Rest::Here(_) | Rest::Broken => false,
        };
        if !wanted {
            return;
        }
        let store = store.dispatcher();
        spawn_local(async move {
            let came = rest::fetch().await;
            if let Some(key) = key() {
                doors::dress(key);
            }
            store.dispatch(Change::Rest(key().filter(|_| came).map_or(Self::Broken, Self::Here)));
        });
    }
}

/// The key, once the half is there for any explorer of the page.
pub(crate) fn key() -> Option<Key> {
    rest::is_here().then_some(Key(()))
}

/// Whether a state shows more than the brief.
fn needs(state: &State) -> bool {
    state.view != View::Brief || state.is_searching() || state.tour.is_some() || !state.trial.now.is_empty()
}

/// What stands in the place of something that only the other half can show.
pub(super) fn waiting(scene: &Scene) -> Html {
    let words = scene.words();
    if scene.rest == Rest::Broken {
        return html! {
            <div class="status" role="status">
                <p>{ words.large.not_loaded }</p>
                <p><button type="button" class="line-button" onclick={scene.wants_rest()}>{ words.try_again }</button></p>
            </div>
        };
    }
    html! { <div class="status" role="status">{ words.large.more_loading }</div> }
}
