//! The conditions as a matrix: a row for each, a column for everyone who has a part in it, and in the cells which.
//!
//! It is a plain table. The parts in its cells are buttons that open the words that prove them in a row below; the
//! tabulator leads to one of them, the arrow keys from there to the others. Where there is no room for columns, the
//! same table reads as a list: under each condition who has which part.

mod cell;
mod pages;

use std::rc::Rc;

use crate::deal::gather::Gather;
use yew::prelude::*;

use super::glyph::glyph;
use super::markup::{class, html};
use super::memory::{Kept, remember, toggle};
use super::rich::rich;
use super::scene::Scene;
use super::statement::said;
use crate::deal::{Duty, Item, ItemId, Kind};
use crate::dom::place;
use crate::picture::matrix::{FEW, Group, Matrix, Row, Step, Wish};
use crate::view::memory::Memory;

/// The matrix, with what can be done with it.
pub(super) fn matrix(scene: &Scene) -> Html {
    if !scene.deal.of_kind(Kind::Condition).any(|id| scene.is_visible(id)) {
        return html! { <p class="empty">{ scene.words().empty_view }</p> };
    }
    let scene = scene.clone();
    remember("matrix", move |kept| draw(&scene, kept))
}

fn draw(scene: &Scene, kept: &Kept) -> Html {
    let words = &scene.words().matrix;
    let wish = Wish { as_written: kept.open, row: kept.from.0, column: kept.from.1 };
    let matrix = Rc::new(Matrix::of(&scene.deal, &|id| scene.is_visible(id), wish));
    let arrange = (matrix.rows.1 <= FEW).then(|| {
        let label = if kept.open { words.arrange } else { words.as_written };
        html! { <p class="doings"><button type="button" class="plain-button" onclick={toggle(kept)}>{ label }</button></p> }
    });
    let windowed = matrix.rows.1 > matrix.len();
    let count = windowed.then(|| (matrix.rows.1 + 1).to_string());
    html! {
        <div class="parts-matrix">
            { scene.heading(1, "label", words.title) }
            <div>{ pages::pages(scene, kept, &matrix) }</div>
            <table role="table" aria-rowcount={count} onkeydown={on_key(scene, kept, &matrix)} onclick={on_click(scene, kept)}>
                <caption class="note">{ caption(scene, &matrix) }</caption>
                <thead role="rowgroup"><tr role="row" aria-rowindex={windowed.then_some("1")}>
                    <th role="columnheader" scope="col">{ words.condition }</th>
                    { for matrix.columns.iter().map(|actor| head(scene, *actor)) }
                </tr></thead>
                { for body(scene, kept, &matrix, windowed) }
            </table>
            <div>{ for arrange }</div>
        </div>
    }
}

/// What the matrix says as a whole, in words.
fn caption(scene: &Scene, matrix: &Matrix) -> String {
    let (words, tongue) = (&scene.words().matrix, &scene.tongue);
    let rows: Vec<&Row> = matrix.shown().gather();
    let extent =
        (words.extent)(&tongue.counted(words.conditions, matrix.rows.1), &tongue.counted(words.actors, matrix.of.1));
    let whole = matrix.rows.1 == rows.len();
    let parts = |actor: &ItemId| rows.iter().filter(|row| row.cell(*actor).is_some()).count();
    let most = matrix.columns.iter().map(|actor| (*actor, parts(actor))).max_by_key(|(_, parts)| *parts);
    let alone = |(_, most): &(ItemId, usize)| matrix.columns.iter().filter(|actor| parts(actor) == *most).count() == 1;
    let most = most.filter(|it| whole && it.1 > 1 && alone(it)).map(|(actor, parts)| {
        let (number, plural) = tongue.count(parts);
        (words.most)(scene.deal.item(actor).map_or("", Item::label), &number, plural)
    });
    let count = |fits: fn(&Row) -> bool, words: fn(&str, crate::words::Plural) -> String| {
        let count = rows.iter().filter(|row| fits(row)).count();
        (count > 0).then(|| tongue.counted(words, count))
    };
    let (nobodys, unagreed) = (count(Row::is_nobodys, words.nobodys), count(|row| !row.agreed, words.unagreed));
    let order = if matrix.arranged { words.arranged } else { words.written };
    let order = (matrix.rows.1 <= FEW).then(|| order.to_owned());
    let all = std::iter::once(Some(extent)).chain([most, nobodys, unagreed, order, Some(words.keys.to_owned())]);
    all.flatten().gather().join(" ")
}

fn head(scene: &Scene, id: ItemId) -> Html {
    let Some(Item::Actor(actor)) = scene.deal.item(id) else { return html! { <th></th> } };
    let standing = actor.standing.first().copied();
    html! {
        <th role="columnheader" scope="col" key={scene.id(id)}>
            <button type="button" class="name" onclick={scene.selects(id)}>{ rich(scene, &actor.name, None) }</button>
            { for standing.map(|standing| html! { <small>{ glyph(Some(standing)) }{ " " }{ (scene.words().standing)(standing) }</small> }) }
        </th>
    }
}

/// A body for each group, under its section and topic.
fn body(scene: &Scene, kept: &Kept, matrix: &Rc<Matrix>, windowed: bool) -> Vec<Html> {
    let mut number = matrix.rows.0;
    let at = kept.cell.filter(|cell| matrix.has(*cell)).or_else(|| matrix.first());
    let mut bodies = Vec::new();
    for (place, (group, rows)) in matrix.groups.iter().enumerate() {
        let drawn = rows.iter().flat_map(|row| {
            number += 1;
            // The heads of the columns are the first row.
            let index = windowed.then(|| (number + 1).to_string());
            [Some(draw_row(scene, kept, matrix, row, index, at)), cell::told(scene, kept, matrix, row)]
        });
        let drawn: Vec<Html> = drawn.flatten().gather();
        bodies.push(
            html! { <tbody role="rowgroup" key={place}>{ for title(scene, matrix, group) }{ for drawn }</tbody> },
        );
    }
    bodies
}

/// The section and the topic of a group.
fn title(scene: &Scene, matrix: &Matrix, group: &Group) -> Option<Html> {
    let title = pages::name(scene, group);
    let columns = (matrix.columns.len() + 1).to_string();
    (!title.is_empty()).then(|| {
        html! { <tr role="row" key="title"><th role="rowheader" scope="rowgroup" class="sublabel" colspan={columns}>{ title }</th></tr> }
    })
}

fn draw_row(
    scene: &Scene,
    kept: &Kept,
    matrix: &Matrix,
    row: &Row,
    index: Option<String>,
    at: Option<(ItemId, ItemId)>,
) -> Html {
    let Some(Item::Condition(condition)) = scene.deal.item(row.condition) else { return html! { <tr></tr> } };
    // Where nobody is named the act stands alone, for what may be done needs one who may.
    let duty = condition.duty.filter(|duty| *duty != Duty::Must && !condition.by.is_empty());
    let lead = duty.map(|duty| (scene.words().duty)(duty, false, false));
    html! {
        <tr role="row" class={class("row-of-parts", (!row.agreed).then_some("unagreed"))} aria-rowindex={index} key={condition.statement.id.clone()}>
            <th role="rowheader" scope="row">{ said(scene, row.condition, lead, &condition.act) }</th>
            { for matrix.columns.iter().map(|actor| cell::cell(scene, kept, row, *actor, at)) }
        </tr>
    }
}

/// Opens the cell that was clicked on, or closes it.
fn on_click(scene: &Scene, kept: &Kept) -> Callback<MouseEvent> {
    let (scene, kept) = (scene.clone(), kept.clone());
    Callback::from(move |event: MouseEvent| {
        let Some(cell) = place::marked(&event, "data-cell").and_then(|text| cell::read(&scene, &text)) else { return };
        let told = Some(cell).filter(|_| kept.told != Some(cell));
        kept.set(Memory { cell: Some(cell), told, ..*kept });
    })
}

/// Walks from cell to cell.
fn on_key(scene: &Scene, kept: &Kept, matrix: &Rc<Matrix>) -> Callback<KeyboardEvent> {
    let (scene, kept, matrix) = (scene.clone(), kept.clone(), matrix.clone());
    Callback::from(move |event: KeyboardEvent| {
        let Some(cell) = place::marked(&event, "data-cell").and_then(|text| cell::read(&scene, &text)) else { return };
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let from_right = scene.is_from_right();
        let step = match event.key().as_str() {
            "ArrowUp" => Step::Up,
            "ArrowDown" => Step::Down,
            "ArrowLeft" if from_right => Step::Forward,
            "ArrowRight" if from_right => Step::Back,
            "ArrowLeft" => Step::Back,
            "ArrowRight" => Step::Forward,
            "Home" => Step::First,
            "End" => Step::Last,
            _ => return,
        };
        event.prevent_default();
        let Some(next) = matrix.step(cell, step) else { return };
        kept.set(Memory { cell: Some(next), ..*kept });
        place::focus_near(&event, &["[data-cell='", &cell::mark(&scene, next), "']"].concat());
    })
}
