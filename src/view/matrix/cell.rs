//! A cell of the matrix, and the words that prove what stands in it.

use crate::deal::gather::Gather;
use yew::prelude::*;

use crate::deal::{Item, ItemId};
use crate::picture::matrix::{Cell, Entry, Matrix, Part, Row};
use crate::view::markup::{class, html};
use crate::view::memory::Kept;
use crate::view::proof::proof;
use crate::view::rich::rich;
use crate::view::scene::Scene;
use crate::view::statement::sureness;

/// The name of a cell in the page: its condition's and its actor's.
pub(super) fn mark(scene: &Scene, (condition, actor): (ItemId, ItemId)) -> String {
    [&*scene.id(condition), "/", &*scene.id(actor)].concat()
}

/// The cell of this name.
pub(super) fn read(scene: &Scene, mark: &str) -> Option<(ItemId, ItemId)> {
    let (condition, actor) = mark.split_once('/')?;
    Some((scene.deal.find(condition)?, scene.deal.find(actor)?))
}

/// The parts that the reader wants to see: an exchange or a check may be the editor's.
fn parts(scene: &Scene, cell: &Cell) -> Vec<Entry> {
    cell.parts.iter().copied().filter(|it| scene.is_visible(it.proof)).gather()
}

/// The cell of an actor in a row; an empty one where it has no part.
pub(super) fn cell(scene: &Scene, kept: &Kept, row: &Row, actor: ItemId, at: Option<(ItemId, ItemId)>) -> Html {
    let parts = row.cell(actor).map(|cell| parts(scene, cell)).unwrap_or_default();
    let key = scene.id(actor);
    if parts.is_empty() {
        return html! { <td role="cell" {key}></td> };
    }
    let here = (row.condition, actor);
    let tabindex = if at == Some(here) { "0" } else { "-1" };
    let editors = parts.iter().all(|it| !scene.is_source(it.proof));
    let name = scene.deal.item(actor).map_or("", Item::label);
    html! {
        <td role="cell" {key}>
            <button type="button" class={class("part-cell", editors.then_some("editor"))} {tabindex} data-cell={mark(scene, here)} aria-expanded={(kept.told == Some(here)).to_string()}>
                <span class="whose" lang={scene.deal_language()}>{ name }{ ": " }</span>
                { for parts.iter().enumerate().map(|(at, it)| draw_part(scene, *it, at)) }
            </button>
        </td>
    }
}

fn draw_part(scene: &Scene, it: Entry, at: usize) -> Html {
    let editor = (!scene.is_source(it.proof)).then_some(scene.words().editor_mark);
    html! {
        <span class="part" key={at}>
            { for (at > 0).then(|| html! { <span class="sr">{ ", " }</span> }) }
            <i class={class("glyph", Some(it.part.word()))} aria-hidden="true"></i>
            <span>{ (scene.words().matrix.part)(it.part) }{ for editor.map(|mark| html! { <small>{ " " }{ mark }</small> }) }</span>
        </span>
    }
}

/// What proves the parts of the open cell, in a row of its own; `None` where none of this row is open.
pub(super) fn told(scene: &Scene, kept: &Kept, matrix: &Matrix, row: &Row) -> Option<Html> {
    let (_, actor) =
        kept.told.filter(|(condition, actor)| *condition == row.condition && matrix.columns.contains(actor))?;
    let parts = parts(scene, row.cell(actor)?);
    let words: Vec<String> = parts.iter().map(|it| (scene.words().matrix.part)(it.part).to_owned()).gather();
    let mut proofs: Vec<ItemId> = parts.iter().map(|it| it.proof).gather();
    proofs.dedup();
    let name = scene.deal.item(actor).map_or("", Item::label);
    let columns = (matrix.columns.len() + 1).to_string();
    let pressing = parts.iter().any(|it| it.part == Part::PressedTo).then_some(scene.words().pressed_not_party);
    Some(html! {
        <tr role="row" class="told" key="told"><td role="cell" colspan={columns}>
            <p><b lang={scene.deal_language()}>{ name }</b>{ ": " }{ words.join(", ") }{ for pressing.map(|note| html! { <small class="quiet">{ " (" }{ note }{ ")" }</small> }) }</p>
            { for proofs.iter().map(|id| shown(scene, *id)) }
        </td></tr>
    })
}

/// A statement with its proof, which is open as long as the cell is.
fn shown(scene: &Scene, id: ItemId) -> Html {
    let statement = scene.deal.statement(id);
    let text = statement.map(|it| it.text.clone()).unwrap_or_default();
    html! {
        <div class="statement" key={scene.id(id)}>
            <p class="say">{ rich(scene, &text, statement.and_then(|it| it.hedge.as_deref())) }{ sureness(scene, id, &text) }</p>
            { proof(scene, id) }
        </div>
    }
}
