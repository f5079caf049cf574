//! What a search or a filter left: statements in the order of their rank, or that nothing fits.

pub(super) mod rows;

use super::markup::html;
use yew::prelude::*;

use super::long::{Entry, long};
use super::memory::drawn;
use super::rich::rich;
use super::scene::Scene;
use super::statement;
use crate::deal::{Item, ItemId, Kind};
use crate::picture::strip::{BESIDE, FOUND};
use crate::query::field_text;
use crate::words::Words;

/// The results.
pub(crate) fn results(scene: &Scene) -> Html {
    let words = scene.words();
    let Some(selection) = scene.selection() else { return html! { <p class="note find-wait"></p> } };
    if scene.preparing.is_some() && selection.items.is_empty() {
        return html! { <p class="note find-wait"></p> };
    }
    if selection.items.is_empty() && selection.beside.is_empty() {
        return html! {
            <div class="empty"><p>{ words.nothing_found }</p><p class="note">{ words.find().nothing_found_hint }</p></div>
        };
    }
    let (it, found) = (scene.clone(), selection.clone());
    let beside = move |entry: Entry| {
        let item = found.beside.get(entry.at)?.item;
        let reason = it.index.as_ref().and_then(|index| index.reason(&it.deal, item, &it.state.query));
        let text = reason.and_then(|why| field_text(&it.deal, item, why.field, why.at)).unwrap_or_default();
        Some(html! {
            <li class="result" aria-posinset={entry.place} aria-setsize={entry.of}>{ self::entry(&it, item, text) }</li>
        })
    };
    scene.lists.fit_rows(scene);
    let (it, found) = (scene.clone(), selection.clone());
    let draw = move |entry: Entry| {
        let id = *found.items.get(entry.at)?;
        let row = it.lists.row(&it, id, {
            let it = it.clone();
            move || html! { <>{ kind_line(&it, id) }{ statement::found(&it, id) }</> }
        });
        Some(html! {
            <li class="result" aria-posinset={entry.place} aria-setsize={entry.of}>{ drawn("row", row) }</li>
        })
    };
    // Below less than fills the window it is seen at once; below more it begins empty.
    let (name, cut) =
        if selection.items.len() < FOUND.begin * FOUND.chunk { ("beside", FOUND) } else { ("below", BESIDE) };
    html! {
        <>
            { scene.heading(1, "label", words.results) }
            { for (!selection.items.is_empty()).then(|| long(scene, "results", ("ol", "", FOUND), selection.items.len(), None, draw)) }
            { for (!selection.beside.is_empty()).then(|| long(scene, name, ("ol", "", cut), selection.beside.len(), None, beside)) }
        </>
    }
}

/// What sort of statement it is, and the name where it has one, which leads to its page.
fn kind_line(scene: &Scene, id: ItemId) -> Html {
    let Some(item) = scene.deal.item(id) else { return html! { <p></p> } };
    let kind = kind_name(scene.words(), item.kind());
    let named = is_named(item);
    html! {
        <p class="kind">
            { kind }
            { for named.then(|| html! {
                <>{ " · " }<button type="button" class="plain-button" onclick={scene.selects(id)}>{ rich(scene, item.label(), None) }</button></>
            }) }
        </p>
    }
}

/// Whether it has a name besides what is said of it.
fn is_named(item: Item) -> bool {
    matches!(item.kind(), Kind::Actor | Kind::Place)
}

/// A hit in what is no statement: a source's digest, a film's title.
fn entry(scene: &Scene, id: ItemId, text: &str) -> Html {
    let label = scene.deal.item(id).map(Item::label).unwrap_or_default().to_owned();
    html! {
        <>
            <p class="kind"><button type="button" class="plain-button" onclick={scene.selects(id)}>{ label }</button></p>
            <p class="say">{ rich(scene, text, None) }</p>
        </>
    }
}

fn kind_name(words: &Words, kind: Kind) -> &'static str {
    let kinds = &words.find().kinds;
    match kind {
        Kind::Actor => kinds.actors,
        Kind::Place => kinds.places,
        Kind::Remark => kinds.remarks,
        Kind::Condition => kinds.conditions,
        Kind::Exchange => kinds.exchanges,
        Kind::Link => kinds.links,
        Kind::Relation => kinds.relations,
        Kind::Aim => kinds.aims,
        Kind::Doubt => kinds.doubts,
        Kind::Figure => kinds.figures,
        Kind::Event => kinds.events,
        Kind::Tension => kinds.tensions,
        Kind::Gap => kinds.gaps,
        Kind::Source | Kind::Medium | Kind::Section => words.source,
    }
}
