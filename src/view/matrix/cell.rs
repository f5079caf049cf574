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

/// So many statements are told of an open cell.
const TOLD: usize = 40;

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

/// The same part in the same condition, as often as it is one.
struct Share {
    part: Part,
    /// Whether it is the editor's.
    editor: bool,
    count: usize,
}

/// Each part once, with how often it is one: a condition may stand in hundreds of exchanges.
fn shares(scene: &Scene, parts: &[Entry]) -> Vec<Share> {
    let mut shares: Vec<Share> = Vec::new();
    for it in parts {
        let (part, editor) = (it.part, !scene.is_source(it.proof));
        // The same parts stand side by side: what is the editor's may stand among them.
        match shares.iter_mut().rev().take(2).find(|share| share.part == part && share.editor == editor) {
            Some(share) => share.count += 1,
            None => shares.push(Share { part, editor, count: 1 }),
        }
    }
    shares
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
    let whose = scene.deal.item(actor).map_or("", Item::label);
    html! {
        <td role="cell" {key}>
            <button type="button" class={class("part-cell", editors.then_some("editor"))} {tabindex} data-cell={mark(scene, here)} aria-expanded={(kept.told == Some(here)).to_string()}>
                <span class="whose" lang={scene.deal_language()}>{ whose }{ ": " }</span>
                { for shares(scene, &parts).iter().enumerate().map(|(at, it)| draw_part(scene, it, at)) }
            </button>
        </td>
    }
}

fn draw_part(scene: &Scene, it: &Share, at: usize) -> Html {
    let editor = it.editor.then_some(scene.words().editor_mark);
    html! {
        <span class="part" key={at}>
            { for (at > 0).then(|| html! { <span class="sr">{ ", " }</span> }) }
            <i class={class("glyph", Some(it.part.word()))} aria-hidden="true"></i>
            <span>{ name(scene, it) }{ for editor.map(|mark| html! { <small>{ " " }{ mark }</small> }) }</span>
        </span>
    }
}

/// A part in words, with how often it is one where that is more than once.
fn name(scene: &Scene, it: &Share) -> String {
    let word = (scene.words().matrix().part)(it.part);
    if it.count == 1 {
        return word.to_owned();
    }
    [word, " × ", &scene.tongue.format.number(it.count as f64)].concat()
}

/// What proves the parts of the open cell, in a row of its own; `None` where none of this row is open.
pub(super) fn told(scene: &Scene, kept: &Kept, matrix: &Matrix, row: &Row) -> Option<Html> {
    let (_, actor) =
        kept.told.filter(|(condition, actor)| *condition == row.condition && matrix.columns.contains(actor))?;
    let parts = parts(scene, row.cell(actor)?);
    let words: Vec<String> = shares(scene, &parts).iter().map(|it| name(scene, it)).gather();
    let mut proofs: Vec<ItemId> = parts.iter().map(|it| it.proof).gather();
    proofs.dedup();
    let cut = (proofs.len() > TOLD).then(|| (scene.words().large.only_first)(&scene.tongue.format.number(TOLD as f64)));
    proofs.truncate(TOLD);
    let whose = scene.deal.item(actor).map_or("", Item::label);
    let columns = (matrix.columns.len() + 1).to_string();
    let pressing = parts.iter().any(|it| it.part == Part::PressedTo).then_some(scene.words().pressed_not_party);
    Some(html! {
        <tr role="row" class="told" key="told"><td role="cell" colspan={columns}>
            <p><b lang={scene.deal_language()}>{ whose }</b>{ ": " }{ words.join(", ") }{ for pressing.map(|note| html! { <small class="quiet">{ " (" }{ note }{ ")" }</small> }) }</p>
            { for proofs.iter().map(|id| shown(scene, *id)) }
            { for cut.map(|note| html! { <p class="note">{ note }</p> }) }
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
