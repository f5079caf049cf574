//! Relations: who stands with whom and against whom, as a picture, as sentences and as a table.

pub(crate) mod album;
mod dots;
mod lists;
mod marks;
mod stage;

use yew::prelude::*;

use super::markup::html;
use super::pen::{self, Pen};
use super::rich::rich;
use super::scene::Scene;
use crate::deal::gather::Gather;
use crate::deal::sort::{heaviest, sort_and_dedup};
use crate::deal::{Item, ItemId};
use crate::dom::place;
use crate::picture::web::FEW;
use crate::query::{Asked, Reach, TieKind};
use crate::state::{Action, Sight};
use crate::words::relations::caption;
use album::Album;

/// As many actors as a list to choose from can hold; those with the most ties.
const CHOICES: usize = 400;

/// The view.
pub(crate) fn relations(scene: &Scene) -> Html {
    let Some(album) = scene.album.clone() else { return html! { <div></div> } };
    let sight = sight(scene, &album);
    let asked = asked(scene, &sight);
    let circle = album.circle(scene, &asked);
    let words = scene.words().ties();
    let name = asked.actor.and_then(|actor| scene.deal.item(actor)).map(Item::label);
    let heading = name.map_or_else(|| words.picture.to_owned(), |name| (words.around)(name));
    let few = circle.actors.len() <= FEW;
    html! {
        <div class="relations">
            <header class="supposing">
                { scene.heading(1, "page-title", rich(scene, &heading, None)) }
                <p class="lede" role="status"><bdi>{ caption(&scene.tongue, &scene.deal, &circle, &asked) }</bdi></p>
            </header>
            { choices(scene, &album, &asked, &sight) }
            { pen::pen(scene) }
            <div key={if few { "few" } else { "many" }}>{ for (scene.pen == Pen::Here).then(|| {
                if few { stage::stage(scene, &album, &circle) } else { dots::dots(scene, album.dots(&circle)) }
            }) }</div>
            { lists::lists(scene, &circle) }
        </div>
    }
}

/// What the reader looks at; where a deal has none of the sorts of ties that show at first, all of them.
fn sight(scene: &Scene, album: &Album) -> Sight {
    let mut sight = scene.state.sight.clone();
    let usual = Sight::default().hidden;
    if sight.hidden == usual && album.ties.iter().all(|tie| usual.contains(&tie.kind)) {
        sight.hidden.clear();
    }
    sight
}

/// What the reader asks of the ties.
fn asked(scene: &Scene, sight: &Sight) -> Asked {
    let actor = |id: &String| scene.deal.find(id).filter(|id| matches!(scene.deal.item(*id), Some(Item::Actor(_))));
    let Sight { hidden, reach, steps, to } = sight;
    let actor_of = scene.state.selected.as_ref().and_then(actor);
    Asked {
        actor: actor_of,
        other: to.as_ref().and_then(actor).filter(|other| Some(*other) != actor_of),
        reach: *reach,
        steps: (*steps > 0).then_some(*steps),
        hidden: hidden.clone(),
    }
}

/// The actor, the way to another, how far, and which sorts of ties.
fn choices(scene: &Scene, album: &Album, asked: &Asked, sight: &Sight) -> Html {
    let words = scene.words().ties();
    let actors = actors(scene, album);
    let choose = {
        let act = scene.act.clone();
        Callback::from(move |id: Option<String>| act.emit(Action::Actor(id)))
    };
    let to = {
        let (act, sight) = (scene.act.clone(), sight.clone());
        Callback::from(move |to: Option<String>| act.emit(Action::Look(Sight { to, ..sight.clone() })))
    };
    let pressed = |label: &'static str, is: bool, sight: Sight| {
        html! { <button type="button" key={label} aria-pressed={is.to_string()} onclick={scene.does(Action::Look(sight))}>{ label }</button> }
    };
    let kinds = TieKind::ALL.iter().map(|kind| {
        let is_shown = !sight.hidden.contains(kind);
        html! {
            <button type="button" key={kind.word()} class="tie-kind" aria-pressed={is_shown.to_string()} onclick={scene.does(Action::Look(sight.toggled(*kind)))}>
                { marks::sample(*kind) }<span>{ (words.kind)(*kind) }</span>
            </button>
        }
    });
    let reaches = [Reach::Both, Reach::From, Reach::To].into_iter();
    let reaches =
        reaches.map(|reach| pressed((words.reach)(reach), sight.reach == reach, Sight { reach, ..sight.clone() }));
    let steps = [1, 2, 0].into_iter();
    let steps =
        steps.map(|steps| pressed((words.steps)(steps), sight.steps == steps, Sight { steps, ..sight.clone() }));
    let around = asked.actor.is_some() && asked.other.is_none();
    let page = asked.actor.and_then(|id| scene.deal.item(id)).map(|item| {
        let go = scene.does(Action::Select(item.id().to_owned()));
        html! { <button type="button" class="plain-button" onclick={go}>{ (words.page_of)(item.label()) }</button> }
    });
    html! {
        <div class="ties-choices">
            <div class="doings">
                { select(words.choose_actor, words.all_actors, &actors, scene.state.selected.as_ref(), choose) }
                <span>{ for asked.actor.map(|_| select(words.way_to, words.nobody, &actors, sight.to.as_ref(), to)) }</span>
                <span>{ for page }</span>
            </div>
            <div class="doings">
                { for around.then(|| html! { <span class="choice" role="group" key="reach" aria-label={words.reach_label}>{ for reaches }</span> }) }
                { for around.then(|| html! { <span class="choice" role="group" key="steps" aria-label={words.steps_label}>{ for steps }</span> }) }
            </div>
            <div class="tie-kinds" role="group" aria-label={words.kinds}>{ for kinds }</div>
        </div>
    }
}

/// Everyone who has a tie, by name, with the id.
fn actors(scene: &Scene, album: &Album) -> Vec<(String, String)> {
    let mut ties = vec![0; scene.deal.len()];
    for end in album.ties.iter().flat_map(|tie| [tie.from, tie.to]) {
        if let Some(ties) = ties.get_mut(end.index()) {
            *ties += 1;
        }
    }
    let count = |actor: ItemId| ties.get(actor.index()).copied().unwrap_or(0);
    let mut actors: Vec<ItemId> = (0..).map(ItemId).take(ties.len()).filter(|actor| count(*actor) > 0).gather();
    if actors.len() > CHOICES {
        actors = heaviest(&actors, CHOICES, &count);
        sort_and_dedup(&mut actors);
    }
    actors
        .into_iter()
        .filter_map(|actor| scene.deal.item(actor))
        .map(|item| (item.id().to_owned(), item.label().to_owned()))
        .gather()
}

fn select(
    label: &'static str,
    nothing: &'static str,
    actors: &[(String, String)],
    chosen: Option<&String>,
    act: Callback<Option<String>>,
) -> Html {
    let onchange = Callback::from(move |event: Event| act.emit(place::chosen(&event).filter(|id| !id.is_empty())));
    let option = |id: &str, name: &str| {
        let is_chosen = chosen.map_or("", String::as_str) == id;
        html! { <option key={id.to_owned()} value={id.to_owned()} selected={is_chosen}>{ name }</option> }
    };
    html! {
        <label class="ties-actor">
            <span>{ label }</span>{ " " }
            <select onchange={onchange}>
                { for [("", nothing)].into_iter().chain(actors.iter().map(|(id, name)| (id.as_str(), name.as_str()))).map(|(id, name)| option(id, name)) }
            </select>
        </label>
    }
}
