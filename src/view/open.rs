//! Open questions: what is in doubt, what does not sit easily together, what is not said.

use super::markup::html;
use crate::deal::gather::Gather;
use crate::deal::sort::sort_by_key;
use yew::prelude::*;

use super::scene::Scene;
use super::statement::statement;
use crate::deal::{DoubtKind, Item, ItemId, Kind, Role};
use crate::query::passage;
use crate::words::sentence;

/// The view.
pub(crate) fn open(scene: &Scene) -> Html {
    let words = scene.words();
    let parts = [doubts(scene), tensions(scene), gaps(scene)];
    if scene.deal.document().doubts.is_empty()
        && scene.deal.document().tensions.is_empty()
        && scene.deal.document().gaps.is_empty()
    {
        return html! { <p class="empty">{ words.empty_view }</p> };
    }
    html! { <>{ for parts }</> }
}

fn doubts(scene: &Scene) -> Html {
    let words = scene.words();
    let of_kind = |kind: DoubtKind| {
        scene
            .deal
            .of_kind(Kind::Doubt)
            .filter(move |id| matches!(scene.deal.item(*id), Some(Item::Doubt(doubt)) if doubt.kind == kind))
    };
    let group = |kind: &DoubtKind| {
        let members: Vec<Html> = of_kind(*kind).map(|id| entry(scene, id)).gather();
        (!members.is_empty()).then(|| {
            html! { <div key={kind.word()}>{ scene.heading(2, "sublabel", (words.doubt)(*kind)) }{ for members }</div> }
        })
    };
    section(scene, words.doubts, None, DoubtKind::ALL.iter().filter_map(group).gather())
}

/// A doubt with what it is about.
fn entry(scene: &Scene, id: ItemId) -> Html {
    html! {
        <div class="entry" key={scene.id(id)}>
            { statement(scene, id) }
            { about(scene, id) }
        </div>
    }
}

/// What an item is about, in a line.
pub(crate) fn about(scene: &Scene, id: ItemId) -> Html {
    let words = scene.words();
    let mut labels: Vec<String> =
        scene.deal.targets(id, Role::About).map(|target| sentence::listed(&scene.tongue, &scene.deal, target)).gather();
    if names_the_deal(scene, id) {
        labels.insert(0, words.about_the_deal.to_owned());
    }
    let text = (!labels.is_empty()).then(|| (words.about)(&labels.join("; ")));
    html! { <p class="note">{ text }</p> }
}

fn names_the_deal(scene: &Scene, id: ItemId) -> bool {
    match scene.deal.item(id) {
        Some(Item::Doubt(doubt)) => doubt.about.iter().any(|about| about == "deal"),
        Some(Item::Gap(gap)) => gap.about == "deal",
        Some(Item::Remark(remark)) => remark.about.iter().any(|about| about == "deal"),
        _ => false,
    }
}

fn tensions(scene: &Scene) -> Html {
    let words = scene.words();
    let tension = |id: ItemId| {
        html! {
            <div class="entry" key={scene.id(id)}>
                { statement(scene, id) }
                <ul class="pair">{ for scene.deal.targets(id, Role::Between).map(|side| quoted(scene, id, side)) }</ul>
            </div>
        }
    };
    let note = Some(words.tensions_note);
    section(scene, words.tensions, note, scene.deal.of_kind(Kind::Tension).map(tension).gather())
}

/// A side of a tension: the source's words first, where they are there, then what they prove.
fn quoted(scene: &Scene, tension: ItemId, side: ItemId) -> Html {
    let quote = passage(&scene.deal, tension, side).map(|evidence| evidence.quote.clone());
    html! {
        <li key={scene.id(side)}>
            { for quote.map(|quote| html! { <q lang={scene.deal_language()}>{ quote }</q> }) }
            { statement(scene, side) }
        </li>
    }
}

/// Gaps, gathered under what they are about.
fn gaps(scene: &Scene) -> Html {
    let words = scene.words();
    let mut groups: Vec<(String, Vec<ItemId>)> = Vec::new();
    for id in scene.deal.of_kind(Kind::Gap) {
        let about = scene.deal.targets(id, Role::About).next();
        let named = |about: ItemId| sentence::listed(&scene.tongue, &scene.deal, about);
        let heading = about.map_or_else(|| words.about_the_deal.to_owned(), named);
        match groups.iter_mut().find(|(other, _)| *other == heading) {
            Some((_, members)) => members.push(id),
            None => groups.push((heading, vec![id])),
        }
    }
    if groups.is_empty() {
        return html! { <section></section> };
    }
    // What is said of the whole comes first.
    sort_by_key(&mut groups, |(heading, _)| heading != words.about_the_deal);
    let slot = |id: &ItemId| match scene.deal.item(*id) {
        Some(Item::Gap(gap)) => (words.gap)(gap.slot),
        _ => "",
    };
    let member =
        |id: &ItemId| html! { <li key={scene.id(*id)}><p class="kind">{ slot(id) }</p>{ statement(scene, *id) }</li> };
    let group = |(heading, members): &(String, Vec<ItemId>)| {
        html! {
            <div class="gap-group" key={heading.clone()}>
                <div lang={scene.deal_language()}>{ scene.heading(2, "sublabel", heading.clone()) }</div>
                <ul class="gaps">{ for members.iter().map(member) }</ul>
            </div>
        }
    };
    section(
        scene,
        words.gaps,
        Some(words.gaps_note),
        vec![html! { <div class="gap-groups">{ for groups.iter().map(group) }</div> }],
    )
}

fn section(scene: &Scene, heading: &'static str, note: Option<&'static str>, content: Vec<Html>) -> Html {
    if content.is_empty() {
        return html! { <section></section> };
    }
    html! {
        <section>
            { scene.heading(1, "label", heading) }
            { for note.map(|note| html! { <p class="note">{ note }</p> }) }
            { for content }
        </section>
    }
}
