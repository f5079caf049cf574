//! A party's page: what it gives and gets, whom it presses, how it stands to others, what is said and left unsaid.

use super::markup::html;
use crate::deal::gather::Gather;
use yew::prelude::*;

use super::conditions::{group, named};
use super::glyph::glyph;
use super::memory::remember;
use super::rich::rich;
use super::scene::Scene;
use super::statement::statement;
use crate::deal::{Actor, Item, ItemId, Standing};
use crate::query::{DoubleRole, Profile, Proof};

/// So many double roles are shown of all; each party's page has its own.
const MANY: usize = 40;

/// The page.
pub(crate) fn party(scene: &Scene, id: ItemId) -> Html {
    let Some(Item::Actor(actor)) = scene.deal.item(id) else { return html! { <div></div> } };
    let Some(profile) = Profile::of(&scene.deal, id) else { return html! { <div></div> } };
    let words = scene.words();
    let pressed: Vec<ItemId> = profile.pressed_to.iter().map(|pressed| pressed.condition).gather();
    // What somebody is only to be pressed to do is not listed among what it is to do.
    let gives: Vec<ItemId> = profile.gives.iter().map(|b| b.condition).filter(|id| !pressed.contains(id)).gather();
    let mut returns: Vec<ItemId> = profile.returns.iter().map(|in_return| in_return.exchange).gather();
    returns.dedup();
    let presses: Vec<ItemId> = profile.presses.iter().map(|p| p.condition).filter(|id| !gives.contains(id)).gather();
    let relations: Vec<ItemId> = profile.relations.iter().map(|end| end.relation).gather();
    html! {
        <article class="page" data-page={&actor.statement.id} tabindex="-1">
            { head(scene, actor) }
            { statement(scene, id) }
            { group(scene, words.gives, &gives) }
            { group(scene, words.gets_in_exchange, &returns) }
            { group(scene, words.gets, &profile.gains) }
            { group(scene, words.is_pressed_to, &pressed) }
            { group(scene, words.presses, &presses) }
            { group(scene, words.is_target_of, &profile.target_of) }
            { group(scene, words.party().wants, &profile.aims) }
            { group(scene, words.party().stands_to_others, &relations) }
            { double_roles(scene, &profile.double_roles) }
            { people(scene, &profile) }
            { group(scene, words.party().says, &profile.speaks) }
            { group(scene, words.party().doubts_about, &profile.doubts) }
            { group(scene, words.party().takes_part_in, &profile.events) }
            { group(scene, words.party().numbers_about, &profile.figures) }
            { group(scene, words.said_of_the_whole, &profile.remarks) }
            { group(scene, words.party().unsaid_about, &profile.gaps) }
        </article>
    }
}

fn head(scene: &Scene, actor: &Actor) -> Html {
    let words = scene.words();
    let mut notes: Vec<String> = actor.standing.iter().map(|standing| standing_of(scene, *standing)).gather();
    notes.push((words.actor_kind)(actor.kind).to_owned());
    if actor.named == Some(false) {
        notes.push(words.unnamed.to_owned());
    }
    notes.extend(actor.role.as_ref().map(|role| format!("“{role}”")));
    let printed: Vec<String> = actor.names.iter().map(|name| format!("“{name}”")).gather();
    let printed = (!printed.is_empty()).then(|| (words.party().printed_as)(&scene.tongue.format.list(&printed)));
    let title =
        html! { <>{ glyph(actor.standing.first().copied()) }<span>{ rich(scene, &actor.name, None) }</span></> };
    html! {
        <header>
            { scene.heading(1, "page-title", title) }
            <p class="note">{ notes.join(" · ") }</p>
            <p class="note">{ printed }</p>
        </header>
    }
}

fn standing_of(scene: &Scene, standing: Standing) -> String {
    match standing {
        Standing::Pressed => scene.words().pressed_not_party.to_owned(),
        other => (scene.words().standing)(other).to_owned(),
    }
}

fn people(scene: &Scene, profile: &Profile) -> Html {
    let words = scene.words();
    let part_of: Vec<ItemId> = profile.part_of.into_iter().gather();
    let list = |heading: &'static str, items: &[ItemId]| {
        if items.is_empty() {
            return html! { <div></div> };
        }
        html! { <div class="bearing">{ scene.heading(2, "sublabel", heading) }<div class="cast">{ for items.iter().map(|id| named(scene, *id)) }</div></div> }
    };
    html! { <>{ list(words.party().people, &profile.people) }{ list(words.belongs_to, &part_of) }</> }
}

/// Double roles: two lists of statements, each side with its own proof.
fn double_roles(scene: &Scene, roles: &[DoubleRole]) -> Html {
    let words = scene.words();
    if roles.is_empty() {
        return html! { <div></div> };
    }
    html! {
        <div class="bearing">
            { scene.heading(2, "sublabel", words.double_roles) }
            <p class="note">{ words.party().double_roles_note }</p>
            { for roles.iter().enumerate().map(|(at, role)| double_role(scene, at, None, role)) }
        </div>
    }
}

/// Everyone's double roles, actor by actor; nothing where there are none.
pub(super) fn all_double_roles(scene: &Scene) -> Html {
    let scene = scene.clone();
    remember("double-roles", move |kept| {
        let roles = scene.lists.roles(&scene.deal, kept).unwrap_or_default();
        first_double_roles(&scene, &roles)
    })
}

fn first_double_roles(scene: &Scene, roles: &[(ItemId, DoubleRole)]) -> Html {
    let words = scene.words();
    if roles.is_empty() {
        return html! { <div></div> };
    }
    let number = |count: usize| scene.tongue.format.number(count as f64);
    let draw = |(at, (actor, role)): (usize, &(ItemId, DoubleRole))| double_role(scene, at, Some(*actor), role);
    html! {
        <section class="double-roles">
            { scene.heading(1, "sublabel", words.double_roles) }
            <p class="note">{ words.party().double_roles_note }</p>
            { for roles.iter().take(MANY).enumerate().map(draw) }
            { for (roles.len() > MANY).then(|| html! { <p class="note">{ (words.party().double_roles_first)(&number(MANY), &number(roles.len())) }</p> }) }
        </section>
    }
}

/// One of them, with whose it is where that is not plain, and each side with its proof.
fn double_role(scene: &Scene, at: usize, actor: Option<ItemId>, role: &DoubleRole) -> Html {
    let words = scene.words();
    let side = |proofs: Vec<&Proof>| -> Vec<ItemId> {
        let mut items: Vec<ItemId> = proofs.iter().map(|proof| proof.item).filter(|id| scene.is_visible(*id)).gather();
        items.dedup();
        items
    };
    let [one, other] = role.sides().map(side);
    let show = |items: Vec<ItemId>| html! { <li>{ for items.iter().map(|id| statement(scene, *id)) }</li> };
    let label = |id: ItemId| scene.deal.item(id).map(|item| item.label().to_owned()).unwrap_or_default();
    html! {
        <div key={at}>
            <div>{ for actor.map(|id| named(scene, id)) }</div>
            <p class="kind">{ (words.party().double_role)(role, &label) }</p>
            <ul class="pair">{ show(one) }{ show(other) }</ul>
        </div>
    }
}
