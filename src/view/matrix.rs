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
use super::keep::keep;
use super::markup::{class, html};
use super::memory::{Kept, remember, toggle};
use super::rich::rich;
use super::scene::Scene;
use super::statement::said;
use super::walked;
use crate::deal::{Duty, Item, ItemId, Kind};
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
    let words = scene.words().matrix();
    let wish = Wish { as_written: kept.open, row: kept.from.0, column: kept.from.1 };
    let matrix = Rc::new(Matrix::of_groups(&scene.deal, &scene.lists.groups(scene), wish));
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
            <figure>
                <div data-picture="">
                    <table role="table" aria-rowcount={count} onkeydown={on_key(scene, kept, &matrix)} onclick={on_click(scene, kept)}>
                        <caption class="note">{ caption(scene, &matrix) }{ " " }<span class="keys" data-tool="">{ words.keys }</span></caption>
                        <thead role="rowgroup"><tr role="row" aria-rowindex={windowed.then_some("1")}>
                            <th role="columnheader" scope="col">{ words.condition }</th>
                            { for matrix.columns.iter().map(|actor| head(scene, *actor)) }
                        </tr></thead>
                        { body(scene, kept, &matrix, windowed) }
                    </table>
                </div>
                <figcaption class="note">{ keep(scene, "matrix") }</figcaption>
            </figure>
            <div>{ for arrange }</div>
        </div>
    }
}

/// What the matrix says as a whole, in words.
fn caption(scene: &Scene, matrix: &Matrix) -> String {
    let (words, tongue) = (scene.words().matrix(), &scene.tongue);
    let rows: Vec<&Row> = matrix.shown().gather();
    let (from, all) = matrix.rows;
    // What is counted is counted of the rows that are shown, so they are what it is said of.
    let conditions = if all == rows.len() {
        tongue.counted(words.conditions, all)
    } else {
        let number = |count: usize| tongue.format.number(count as f64);
        (words.rows)(&number(from + 1), &number(from + rows.len()), &number(all))
    };
    let mut said = vec![(words.extent)(&conditions, &tongue.counted(words.actors, matrix.of.1))];
    if all == rows.len() {
        said.extend(most(scene, matrix, &rows));
    }
    let (mut nobodys, mut unagreed) = (0, 0);
    for row in &rows {
        nobodys += usize::from(row.is_nobodys());
        unagreed += usize::from(!row.agreed);
    }
    for (count, sentence) in [(nobodys, words.nobodys), (unagreed, words.unagreed)] {
        if count > 0 {
            said.push(tongue.counted(sentence, count));
        }
    }
    if matrix.rows.1 <= FEW {
        said.push(if matrix.arranged { words.arranged } else { words.written }.to_owned());
    }
    said.join(" ")
}

/// Who has a part in more of the rows than anyone else.
fn most(scene: &Scene, matrix: &Matrix, rows: &[&Row]) -> Option<String> {
    let (mut most, mut who) = (1, None);
    for actor in &matrix.columns {
        let parts = rows.iter().filter(|row| row.cell(*actor).is_some()).count();
        if parts >= most {
            who = (parts > most).then_some(*actor);
            most = parts;
        }
    }
    let (number, plural) = scene.tongue.count(most);
    Some((scene.words().matrix().most)(scene.deal.item(who?)?.label(), &number, plural))
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
        let mut drawn: Vec<Html> = title(scene, matrix, group).into_iter().gather();
        for row in rows {
            number += 1;
            // The heads of the columns are the first row.
            let index = windowed.then(|| (number + 1).to_string());
            drawn.push(draw_row(scene, kept, matrix, row, index, at));
            cell::told(scene, kept, matrix, row).into_iter().add_to(&mut drawn);
        }
        bodies.push(html! { <tbody role="rowgroup" key={place}>{ drawn }</tbody> });
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
        <tr role="row" class={class("row-of-parts", (!row.agreed).then_some("unagreed"))} aria-rowindex={index} key={&condition.statement.id}>
            <th role="rowheader" scope="row">{ said(scene, row.condition, lead, &condition.act) }</th>
            { for matrix.columns.iter().map(|actor| cell::cell(scene, kept, row, *actor, at)) }
        </tr>
    }
}

/// Opens the cell that was clicked on, or closes it.
fn on_click(scene: &Scene, kept: &Kept) -> Callback<MouseEvent> {
    let (scene, kept) = (scene.clone(), kept.clone());
    let act = move |mark: String| {
        let cell = cell::read(&scene, &mark);
        kept.set(Memory { cell, told: cell.filter(|_| kept.told != cell), ..*kept });
    };
    walked::on_click("data-cell", Rc::new(act))
}

/// Walks from cell to cell.
fn on_key(scene: &Scene, kept: &Kept, matrix: &Rc<Matrix>) -> Callback<KeyboardEvent> {
    let (scene, kept, matrix) = (scene.clone(), kept.clone(), matrix.clone());
    let go = move |mark: String, key: &str| {
        let step = match (key, scene.is_from_right()) {
            ("ArrowUp", _) => Step::Up,
            ("ArrowDown", _) => Step::Down,
            ("ArrowLeft", false) | ("ArrowRight", true) => Step::Back,
            ("ArrowRight", _) | ("ArrowLeft", true) => Step::Forward,
            ("Home", _) => Step::First,
            ("End", _) => Step::Last,
            _ => return None,
        };
        let next = matrix.step(cell::read(&scene, &mark)?, step);
        if next.is_some() {
            kept.set(Memory { cell: next, ..*kept });
        }
        Some(next.map(|next| cell::mark(&scene, next)))
    };
    walked::on_key("data-cell", Rc::new(go))
}
