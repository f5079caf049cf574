//! The first screen: the bargain, what it hangs on, what is said of it, who is in it.

use super::markup::html;
use crate::deal::gather::Gather;
use crate::deal::sort::{heaviest, sort_and_dedup};
use yew::prelude::*;

use super::bargain::bargain;
use super::glyph::glyph;
use super::library;
use super::rest::{self, doors};
use super::scene::Scene;
use super::statement::statement;
use crate::deal::{Item, ItemId, Kind, RemarkKind, Standing};
use crate::query::{Hinge, hinges};
use crate::state::{Action, View, home};

/// So many of each standing are named in the brief.
const CAST: usize = 40;

/// The brief.
pub(crate) fn brief(scene: &Scene) -> Html {
    html! {
        <>
            { contents(scene) }
            <div>{ for (!scene.deal.document().conditions.is_empty()).then(|| bargain(scene)) }</div>
            { hangs_on(scene) }
            { cast(scene) }
            { remarks(scene) }
        </>
    }
}

/// The first parts of a library; an empty element elsewhere.
fn contents(scene: &Scene) -> Html {
    if !library::has_parts(&scene.deal) {
        return html! { <section></section> };
    }
    scene.rest.key().map_or_else(|| rest::waiting(scene), |key| doors::contents(key, scene))
}

fn hangs_on(scene: &Scene) -> Html {
    let (hinges, words) = (hinges(&scene.deal, 4), scene.words());
    if hinges.is_empty() {
        return html! { <section></section> };
    }
    let hinge = |hinge: &Hinge| {
        html! { <li key={scene.id(hinge.doubt)}><p class="kind">{ (words.doubt)(hinge.kind) }</p>{ statement(scene, hinge.doubt) }</li> }
    };
    html! {
        <section>
            { scene.heading(1, "label", words.it_hangs_on) }
            <ul class="hinges">{ for hinges.iter().map(hinge) }</ul>
            <p><button type="button" class="plain-button" onclick={scene.does(Action::Show(View::WhatIf))}>{ words.what_if.question }</button></p>
        </section>
    }
}

/// Everyone with a standing of their own, in the order of standings; voices are left to the view of parties.
fn cast(scene: &Scene) -> Html {
    let words = scene.words();
    let stands = |standing: Standing| {
        scene.deal.of_kind(Kind::Actor).filter(move |id| match scene.deal.item(*id) {
            Some(Item::Actor(actor)) => actor.standing.first() == Some(&standing) && actor.part_of.is_none(),
            _ => false,
        })
    };
    let shown = Standing::ALL.iter().filter(|standing| **standing != Standing::Voice);
    let member = |standing: Standing, id: ItemId| {
        let name = scene.deal.item(id).map(Item::label).unwrap_or_default().to_owned();
        html! {
            <li key={scene.id(id)}>
                { glyph(Some(standing)) }
                <button type="button" onclick={scene.selects(id)} lang={scene.deal_language()}>
                    { name }<span class="sr">{ format!(", {}", (words.standing)(standing)) }</span>
                </button>
            </li>
        }
    };
    let group = |standing: &Standing| {
        let (members, all) = weightiest(scene, stands(*standing).gather());
        let members: Vec<Html> = members.into_iter().map(|id| member(*standing, id)).gather();
        (!members.is_empty()).then(|| {
            html! {
                <div class="cast-group" key={standing.word()}>
                    <p class="kind">{ (words.standings)(*standing) }</p>
                    <ul class="cast">{ for members }</ul>
                    <p>{ for (!all).then(|| html! {
                        <button type="button" class="plain-button" onclick={scene.does(Action::Show(View::Parties))}>{ words.all_parties }</button>
                    }) }</p>
                </div>
            }
        })
    };
    let groups: Vec<Html> = shown.filter_map(group).gather();
    if groups.is_empty() {
        return html! { <section></section> };
    }
    html! {
        <section>
            { scene.heading(1, "label", words.who_is_in_it) }
            <div class="cast-groups">{ for groups }</div>
        </section>
    }
}

/// Of very many, those whom most statements name, in the order of the document; and whether these are all.
fn weightiest(scene: &Scene, mut members: Vec<ItemId>) -> (Vec<ItemId>, bool) {
    let all = members.len() <= CAST;
    if !all {
        members = heaviest(&members, CAST, &|id| scene.deal.referrers(id).len());
        sort_and_dedup(&mut members);
    }
    (members, all)
}

fn remarks(scene: &Scene) -> Html {
    let words = scene.words();
    let of_kind = |kind: RemarkKind| {
        scene.deal.of_kind(Kind::Remark).filter(move |id| match scene.deal.item(*id) {
            // What is said of one actor or of a film stands with it.
            Some(Item::Remark(remark)) if remark.kind == kind => {
                home(&scene.deal, &remark.statement.id) == Some(View::Brief)
            }
            _ => false,
        })
    };
    let group = |kind: &RemarkKind| {
        let said: Vec<Html> = of_kind(*kind).map(|id| statement(scene, id)).gather();
        (!said.is_empty()).then(|| {
            html! { <div key={kind.word()}>{ scene.heading(2, "sublabel", (words.said_of_it)(*kind)) }{ for said }</div> }
        })
    };
    let groups: Vec<Html> = RemarkKind::ALL.iter().filter_map(group).gather();
    if groups.is_empty() {
        return html! { <section></section> };
    }
    html! {
        <section>
            { scene.heading(1, "label", words.said_of_the_whole) }
            <div class="columns">{ for groups }</div>
        </section>
    }
}
