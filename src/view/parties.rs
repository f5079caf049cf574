//! Parties: everyone, gathered by standing, and the page of the one that is chosen.

use super::markup::{class, html};
use crate::deal::gather::Gather;
use yew::prelude::*;

use super::glyph::glyph;
use super::long::{Entry, long};
use super::party::{all_double_roles, party};
use super::rich::rich;
use super::scene::Scene;
use crate::deal::{Item, ItemId, Kind, Standing};
use crate::picture::strip::LINES;
use crate::state::Action;

/// The view.
pub(crate) fn parties(scene: &Scene) -> Html {
    let words = scene.words();
    let chosen = scene.state.selected.as_deref().and_then(|id| page_of(scene, id));
    html! {
        <div class={class("split", chosen.map(|_| "chosen"))}>
            <nav class="roll-side" aria-label={scene.landmark(words.parties)}>{ roll(scene, chosen) }</nav>
            <div class="page-side">
                { if let Some(id) = chosen {
                    html! {
                        <div key={scene.id(id)}>
                            <p class="back"><button type="button" class="plain-button" onclick={scene.does(Action::Deselect)}>{ words.all_parties }</button></p>
                            { party(scene, id) }
                        </div>
                    }
                } else {
                    html! { <div key="all"><p class="note">{ words.choose_party }</p>{ all_double_roles(scene) }</div> }
                } }
            </div>
        </div>
    }
}

/// The actor whose page shows an item: itself, or the first that a relation or an aim names.
fn page_of(scene: &Scene, id: &str) -> Option<ItemId> {
    let deal = &scene.deal;
    let id = deal.find(id)?;
    let is_actor = |id: &ItemId| matches!(deal.item(*id), Some(Item::Actor(_)));
    if is_actor(&id) {
        return Some(id);
    }
    deal.references(id).iter().filter(|r| r.role != crate::deal::Role::Voice).map(|r| r.item).find(is_actor)
}

/// Everyone once, under the first of their standings; those without one under who they belong to.
fn roll(scene: &Scene, chosen: Option<ItemId>) -> Html {
    let words = scene.words();
    let all: Vec<Option<Standing>> = Standing::ALL.iter().copied().map(Some).chain([None]).gather();
    let mut members: Vec<Vec<ItemId>> = vec![Vec::new(); all.len()];
    for id in scene.deal.of_kind(Kind::Actor) {
        let Some(Item::Actor(actor)) = scene.deal.item(id) else { continue };
        let first = actor.standing.first().copied();
        if let Some(group) = all.iter().position(|standing| *standing == first).and_then(|at| members.get_mut(at)) {
            group.push(id);
        }
    }
    let group = |(standing, members): (Option<Standing>, Vec<ItemId>)| {
        let heading = standing.map_or(words.no_standing, |standing| (words.standings)(standing));
        (!members.is_empty()).then(|| {
            html! {
                <div key={heading}>
                    { scene.heading(1, "sublabel", heading) }
                    { list(scene, heading, members, standing, chosen) }
                </div>
            }
        })
    };
    html! { <>{ for all.into_iter().zip(members).filter_map(group) }</> }
}

fn list(scene: &Scene, key: &str, members: Vec<ItemId>, standing: Option<Standing>, chosen: Option<ItemId>) -> Html {
    let (it, count) = (scene.clone(), members.len());
    let at = chosen.and_then(|chosen| members.iter().position(|id| *id == chosen));
    let draw = move |place: Entry| {
        let id = members.get(place.at)?;
        Some(entry(&it, *id, standing, chosen, place))
    };
    long(scene, key, ("ul", "roll", LINES), count, at, draw)
}

fn entry(scene: &Scene, id: ItemId, standing: Option<Standing>, chosen: Option<ItemId>, place: Entry) -> Html {
    let Some(Item::Actor(actor)) = scene.deal.item(id) else { return html! { <li></li> } };
    let words = scene.words();
    let whole = actor.part_of.as_deref().and_then(|id| scene.deal.get(id)).map(|item| item.label().to_owned());
    let note = match (actor.named, whole) {
        (Some(false), _) => words.unnamed.to_owned(),
        (_, Some(whole)) => whole,
        (_, None) => (words.actor_kind)(actor.kind).to_owned(),
    };
    html! {
        <li key={&actor.statement.id} aria-posinset={place.place} aria-setsize={place.of}>
            <button type="button" aria-current={(chosen == Some(id)).then_some("true")} onclick={scene.selects(id)}>
                { glyph(standing) }
                <span><span class="name">{ rich(scene, &actor.name, None) }</span>{ " " }<span class="quiet">{ note }</span></span>
            </button>
        </li>
    }
}
