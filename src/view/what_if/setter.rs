//! Supposing something of a piece: holds, open, fails; the chosen one again takes it back.

use crate::deal::gather::Gather;
use yew::prelude::*;

use crate::deal::sort::sort_and_dedup;
use crate::deal::{Item, ItemId};
use crate::reason::{Setting, is_settable};
use crate::state::Action;
use crate::view::markup::html;
use crate::view::scene::Scene;
use crate::view::statement::statement;
use crate::words::sentence;

/// The pieces that the reader set one by one, and the one that is looked at.
pub(super) fn setters(scene: &Scene) -> Html {
    let (deal, state) = (&scene.deal, &scene.state);
    let mut pieces: Vec<ItemId> = state.trial.now.pieces().filter_map(|(id, _)| deal.find(id)).gather();
    pieces.extend(state.selected.as_deref().and_then(|id| deal.find(id)));
    sort_and_dedup(&mut pieces);
    if pieces.is_empty() {
        return html! { <div></div> };
    }
    html! {
        <div class="setters">
            <div>{ for (!state.trial.now.is_empty()).then(|| scene.heading(2, "label", scene.words().what_if().you_suppose)) }</div>
            <div>{ for pieces.into_iter().map(|piece| setter(scene, piece)) }</div>
        </div>
    }
}

fn setter(scene: &Scene, piece: ItemId) -> Html {
    let (words, id) = (scene.words().what_if(), scene.id(piece));
    let Some(kind) = scene.deal.item(piece).map(Item::kind) else { return html! { <div></div> } };
    let name = sentence::listed(&scene.tongue, &scene.deal, piece);
    let now = scene.state.trial.now.get(&id, kind);
    let choice = |setting: &Setting| {
        let chosen = now == Some(*setting);
        let onclick = scene.does(Action::Suppose(id.clone(), Some(*setting).filter(|_| !chosen)));
        html! {
            <button type="button" key={setting.word()} class={setting.word()} aria-pressed={chosen.to_string()} {onclick}>
                { (words.setting)(kind, *setting) }
            </button>
        }
    };
    html! {
        <div class="setter" key={id.clone()} data-page={id.clone()} tabindex="-1">
            <div lang={scene.deal_language()}>{ statement(scene, piece) }</div>
            <div>{ for is_settable(kind).then(|| html! {
                <div class="choice" role="group" aria-label={(words.suppose_of)(&name)}>{ for Setting::ALL.iter().map(choice) }</div>
            }) }</div>
            <div>{ for now.is_some().then(|| html! {
                <button type="button" class="plain-button" onclick={scene.does(Action::Suppose(id.clone(), None))}>{ words.take_back }</button>
            }) }</div>
        </div>
    }
}
