//! The first screen: the bargain, what it hangs on, what is said of it, who is in it.

use super::markup::html;
use crate::deal::gather::Gather;
use crate::deal::sort::{heaviest, sort_and_dedup};
use yew::prelude::*;

use super::bargain::{bargain, ledger};
use super::glyph::glyph;
use super::library;
use super::long::{Entry, long, wanted};
use super::rest::{self, Rest, doors};
use super::scene::Scene;
use super::statement::statement;
use crate::deal::{Deal, DoubtKind, Item, ItemId, Kind, RemarkKind, Standing};
use crate::picture::bargain::Ledger;
use crate::picture::strip::{LINES, WHOLE};
use crate::query::hinges;
use crate::state::{Action, View, home_of};

/// So many of each standing are all named in the brief; of more, half as many.
const CAST: usize = 40;

/// Of very much that is said of the whole in one way, so many stand in the brief.
const SAID: usize = 10;

/// When a deal has come, so many conditions are drawn at once, about two windows full, and all else in the next task.
const AT_ONCE: usize = 16;

/// What the brief of a deal shows. It hangs on nothing that a reader does.
#[derive(Default)]
pub(super) struct Digest {
    ledger: Ledger,
    hinges: Vec<(ItemId, DoubtKind)>,
    cast: Vec<Cast>,
    remarks: Vec<(RemarkKind, Vec<ItemId>)>,
}

/// Those of one standing who are named, and whether these are all.
struct Cast {
    standing: Standing,
    members: Vec<ItemId>,
    all: bool,
}

impl Digest {
    pub(super) fn of(deal: &Deal) -> Self {
        let hinges = hinges(deal, 4).iter().map(|hinge| (hinge.doubt, hinge.kind)).gather();
        Self { ledger: ledger(deal), hinges, cast: cast_of(deal), remarks: remarks_of(deal) }
    }
}

/// The brief.
pub(crate) fn brief(scene: &Scene) -> Html {
    let digest = scene.lists.digest(&scene.deal);
    // What the reader chose may stand anywhere in it.
    let anywhere = scene.state.selected.is_some() || scene.state.tour.is_some();
    let all = scene.begun || anywhere;
    let nothing = Digest::default();
    let rest = if all { &*digest } else { &nothing };
    html! {
        <>
            { contents(scene) }
            <div>{ for (!scene.deal.document().conditions.is_empty()).then(|| {
                bargain(scene, &digest.ledger, if all { usize::MAX } else { AT_ONCE })
            }) }</div>
            { hangs_on(scene, &rest.hinges) }
            { cast(scene, &rest.cast) }
            { remarks(scene, &rest.remarks) }
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

fn hangs_on(scene: &Scene, hinges: &[(ItemId, DoubtKind)]) -> Html {
    let words = scene.words();
    if hinges.is_empty() {
        return html! { <section></section> };
    }
    let hinge = |(doubt, kind): &(ItemId, DoubtKind)| {
        html! { <li key={scene.id(*doubt)}><p class="kind">{ (words.doubt)(*kind) }</p>{ statement(scene, *doubt) }</li> }
    };
    html! {
        <section>
            { scene.heading(1, "label", words.it_hangs_on) }
            <ul class="hinges">{ for hinges.iter().map(hinge) }</ul>
            <p><button type="button" class="plain-button" onclick={scene.does(Action::Show(View::WhatIf))}>{ words.what_if_question }</button></p>
        </section>
    }
}

/// Everyone with a standing of their own, in the order of standings; voices are left to the view of parties.
fn cast_of(deal: &Deal) -> Vec<Cast> {
    let stands = |standing: Standing| {
        deal.of_kind(Kind::Actor).filter(move |id| match deal.item(*id) {
            Some(Item::Actor(actor)) => actor.standing.first() == Some(&standing) && actor.part_of.is_none(),
            _ => false,
        })
    };
    let group = |standing: &Standing| {
        let (members, all) = weightiest(deal, stands(*standing).gather());
        (!members.is_empty()).then_some(Cast { standing: *standing, members, all })
    };
    Standing::ALL.iter().filter(|standing| **standing != Standing::Voice).filter_map(group).gather()
}

fn cast(scene: &Scene, groups: &[Cast]) -> Html {
    let words = scene.words();
    if groups.is_empty() {
        return html! { <section></section> };
    }
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
    let group = |group: &Cast| {
        let standing = group.standing;
        html! {
            <div class="cast-group" key={standing.word()}>
                <p class="kind">{ (words.standings)(standing) }</p>
                <ul class="cast">{ for group.members.iter().map(|id| member(standing, *id)) }</ul>
                <p>{ for (!group.all).then(|| html! {
                    <button type="button" class="plain-button" onclick={scene.does(Action::Show(View::Parties))}>{ words.all_parties }</button>
                }) }</p>
            </div>
        }
    };
    html! {
        <section>
            { scene.heading(1, "label", words.who_is_in_it) }
            <div class="cast-groups">{ for groups.iter().map(group) }</div>
        </section>
    }
}

/// Of very many, those whom most statements name, in the order of the document; and whether these are all.
fn weightiest(deal: &Deal, mut members: Vec<ItemId>) -> (Vec<ItemId>, bool) {
    let all = members.len() <= CAST;
    if !all {
        members = heaviest(&members, CAST / 2, &|id| deal.referrers(id).len());
        sort_and_dedup(&mut members);
    }
    (members, all)
}

fn remarks_of(deal: &Deal) -> Vec<(RemarkKind, Vec<ItemId>)> {
    let of_kind = |kind: RemarkKind| {
        deal.of_kind(Kind::Remark).filter(move |id| match deal.item(*id) {
            // What is said of one actor or of a film stands with it.
            Some(Item::Remark(remark)) if remark.kind == kind => home_of(deal, *id) == Some(View::Brief),
            _ => false,
        })
    };
    let groups = RemarkKind::ALL.iter().map(|kind| (*kind, of_kind(*kind).gather()));
    groups.filter(|(_, said): &(RemarkKind, Vec<ItemId>)| !said.is_empty()).gather()
}

fn remarks(scene: &Scene, groups: &[(RemarkKind, Vec<ItemId>)]) -> Html {
    let words = scene.words();
    if groups.is_empty() {
        return html! { <section></section> };
    }
    let group = |(kind, said): &(RemarkKind, Vec<ItemId>)| {
        let heading = scene.heading(2, "sublabel", (words.said_of_it)(*kind));
        html! { <div key={kind.word()}>{ heading }{ several(scene, *kind, said) }</div> }
    };
    // What is drawn only near the reader may not move from one column to the other.
    let columns = if groups.iter().any(|(_, said)| said.len() > WHOLE) { "" } else { "columns" };
    html! {
        <section>
            { scene.heading(1, "label", words.said_of_the_whole) }
            <div class={columns}>{ for groups.iter().map(group) }</div>
        </section>
    }
}

/// What is said of the whole in one way. Of very much only what is near the reader is drawn, by the other half of the
/// module; before that has come the first of it, and what the reader chose.
fn several(scene: &Scene, kind: RemarkKind, said: &[ItemId]) -> Html {
    let most = if said.len() > WHOLE { SAID } else { said.len() };
    if let Some(key) = scene.rest.key().filter(|_| most < said.len()) {
        return doors::remarks(key, scene, kind, said);
    }
    let chosen = scene.state.selected.as_deref().and_then(|id| scene.deal.find(id));
    let first = said.iter().enumerate().filter(|(at, id)| *at < most || chosen == Some(**id));
    html! {
        <>
            { for first.map(|(_, id)| statement(scene, *id)) }
            { for (most < said.len()).then(|| match scene.rest {
                Rest::Away => html! {
                    <p><button type="button" class="plain-button" onclick={scene.wants_rest()}>{ scene.words().show_more }</button></p>
                },
                _ => rest::waiting(scene),
            }) }
        </>
    }
}

/// The same, as a long list.
pub(super) fn many(scene: &Scene, kind: RemarkKind, said: &[ItemId]) -> Html {
    let (it, all) = (scene.clone(), said.to_vec());
    let draw = move |entry: Entry| {
        let id = *all.get(entry.at)?;
        Some(html! {
            <li key={it.id(id)} aria-posinset={entry.place} aria-setsize={entry.of}>{ statement(&it, id) }</li>
        })
    };
    let name = ["said-", kind.word()].concat();
    long(scene, &name, ("ul", "", LINES), said.len(), wanted(scene, said), draw)
}
