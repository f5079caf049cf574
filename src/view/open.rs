//! Open questions: what is in doubt, what does not sit easily together, what is not said.

use super::markup::html;
use crate::deal::gather::Gather;
use crate::deal::sort::sort_by_key;
use yew::prelude::*;

use super::long::{Entry, long, wanted};
use super::scene::Scene;
use super::statement::statement;
use crate::deal::{DoubtKind, Item, ItemId, Kind, Role};
use crate::picture::strip::{ENTRIES, LINES};
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
        let members: Vec<ItemId> = of_kind(*kind).gather();
        (!members.is_empty()).then(|| {
            html! { <div key={kind.word()}>{ scene.heading(2, "sublabel", (words.doubt)(*kind)) }{ entries(scene, kind.word(), members, entry) }</div> }
        })
    };
    section(scene, words.doubts, None, DoubtKind::ALL.iter().filter_map(group).gather())
}

fn entries(scene: &Scene, key: &str, items: Vec<ItemId>, draw: fn(&Scene, ItemId) -> Html) -> Html {
    let (it, count, chosen) = (scene.clone(), items.len(), wanted(scene, &items));
    long(scene, key, ("div", "entries", ENTRIES), count, chosen, move |entry: Entry| {
        let id = items.get(entry.at)?;
        Some(draw(&it, *id))
    })
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
    let all: Vec<ItemId> = scene.deal.of_kind(Kind::Tension).gather();
    let some = (!all.is_empty()).then(|| entries(scene, "tensions", all, tension));
    section(scene, words.tensions, Some(words.tensions_note), some.into_iter().gather())
}

fn tension(scene: &Scene, id: ItemId) -> Html {
    html! {
        <div class="entry" key={scene.id(id)}>
            { statement(scene, id) }
            <ul class="pair">{ for scene.deal.targets(id, Role::Between).map(|side| quoted(scene, id, side)) }</ul>
        </div>
    }
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
    // What is said of the whole comes first, the rest in the order in which something is first unsaid of it.
    let mut gaps: Vec<(Option<ItemId>, ItemId)> =
        scene.deal.of_kind(Kind::Gap).map(|id| (scene.deal.target(id, Role::About), id)).gather();
    let mut first: Vec<Option<ItemId>> = vec![None; scene.deal.len()];
    for (about, id) in &gaps {
        if let Some(slot) = about.and_then(|about| first.get_mut(about.index())) {
            slot.get_or_insert(*id);
        }
    }
    sort_by_key(&mut gaps, |(about, id)| (about.and_then(|about| first.get(about.index()).copied().flatten()), *id));
    let mut groups: Vec<(Option<ItemId>, Vec<ItemId>)> = Vec::new();
    for (about, id) in gaps {
        match groups.last_mut() {
            Some((other, members)) if *other == about => members.push(id),
            _ => groups.push((about, vec![id])),
        }
    }
    if groups.is_empty() {
        return html! { <section></section> };
    }
    let first: Vec<ItemId> = groups.iter().filter_map(|(about, members)| about.or(members.first().copied())).gather();
    let chosen = scene.state.selected.as_deref().and_then(|id| scene.deal.find(id));
    let at = chosen.and_then(|id| groups.iter().position(|(_, members)| members.contains(&id)));
    let (it, count) = (scene.clone(), groups.len());
    let draw = move |entry: Entry| {
        let ((about, members), key) = groups.get(entry.at).zip(first.get(entry.at))?;
        Some(gap_group(&it, *about, *key, members))
    };
    section(
        scene,
        words.gaps,
        Some(words.gaps_note),
        vec![long(scene, "gaps", ("div", "gap-groups", ENTRIES), count, at, draw)],
    )
}

fn gap_group(scene: &Scene, about: Option<ItemId>, key: ItemId, members: &[ItemId]) -> Html {
    let words = scene.words();
    let named = |about: ItemId| sentence::listed(&scene.tongue, &scene.deal, about);
    let heading = about.map_or_else(|| words.about_the_deal.to_owned(), named);
    // Of the whole deal there may be thousands.
    let (it, all, chosen) = (scene.clone(), members.to_vec(), wanted(scene, members));
    let member = move |entry: Entry| {
        let id = *all.get(entry.at)?;
        let slot = match it.deal.item(id) {
            Some(Item::Gap(gap)) => (it.words().gap)(gap.slot),
            _ => "",
        };
        Some(
            html! { <li key={it.id(id)} aria-posinset={entry.place} aria-setsize={entry.of}><p class="kind">{ slot }</p>{ statement(&it, id) }</li> },
        )
    };
    let name = ["gaps ", &*scene.id(key)].concat();
    html! {
        <div class="gap-group" key={scene.id(key)}>
            <div lang={scene.deal_language()}>{ scene.heading(2, "sublabel", heading) }</div>
            { long(scene, &name, ("ul", "gaps", LINES), members.len(), chosen, member) }
        </div>
    }
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
