//! What is shown of a large matrix, and the ways to the rest of it.

use crate::deal::gather::Gather;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::picture::matrix::{COLUMNS, Group, Matrix, WINDOW, groups};
use crate::view::markup::html;
use crate::view::memory::{Kept, Memory};
use crate::view::scene::Scene;

/// The title of a group: its section, its topic.
pub(super) fn name(scene: &Scene, group: &Group) -> String {
    let section = group.section.and_then(|section| scene.deal.item(section)).map(|item| item.label().to_owned());
    let parts: Vec<String> = section.into_iter().chain(group.topic.clone()).gather();
    parts.join(" · ")
}

/// Where the window stands, and the buttons that move it; nothing where all is shown.
pub(super) fn pages(scene: &Scene, kept: &Kept, matrix: &Matrix) -> Html {
    let words = &scene.words().matrix;
    let number = |count: usize| scene.tongue.format.number(count as f64);
    let (from, all) = matrix.rows;
    let (first, columns) = matrix.of;
    let to = |row: usize, column: usize| moves(kept, (row, column));
    let rows = (all > matrix.len()).then(|| {
        let last = from + matrix.len();
        html! {
            <p class="pages" key="rows">
                <span role="status">{ (words.rows)(&number(from + 1), &number(last), &number(all)) }</span>
                { for (from > 0).then(|| step(words.rows_before, to(from.saturating_sub(WINDOW), 0))) }
                { for (last < all).then(|| step(words.rows_after, to(last, 0))) }
                { jump(scene, kept, from) }
            </p>
        }
    });
    let columns = (columns > COLUMNS).then(|| {
        let last = first + matrix.columns.len();
        html! {
            <p class="pages" key="columns">
                <span role="status">{ (words.columns)(&number(first + 1), &number(last), &number(columns)) }</span>
                { for (first > 0).then(|| step(words.columns_before, to(from, first.saturating_sub(COLUMNS)))) }
                { for (last < columns).then(|| step(words.columns_after, to(from, last))) }
            </p>
        }
    });
    html! { <>{ for rows }{ for columns }</> }
}

fn step(label: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="line-button" key={label} {onclick}>{ label }</button> }
}

fn moves(kept: &Kept, from: (usize, usize)) -> Callback<MouseEvent> {
    let kept = kept.clone();
    Callback::from(move |_| kept.set(Memory { from, cell: None, told: None, ..*kept }))
}

/// A choice of the groups; nothing where there is only one.
fn jump(scene: &Scene, kept: &Kept, from: usize) -> Html {
    let mut start = 0;
    let starts = groups(&scene.deal, &|id| scene.is_visible(id)).into_iter().map(|group| {
        let at = start;
        start += group.conditions.len();
        (at, name(scene, &group))
    });
    let starts: Vec<(usize, String)> = starts.gather();
    if starts.len() < 2 {
        return html! { <span></span> };
    }
    let current = starts.iter().rposition(|(start, _)| *start <= from).unwrap_or_default();
    let onchange = {
        let kept = kept.clone();
        Callback::from(move |event: Event| {
            let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            let row = select.and_then(|select| select.value().parse().ok()).unwrap_or_default();
            kept.set(Memory { from: (row, 0), cell: None, told: None, ..*kept });
        })
    };
    let option = |(at, (start, name)): (usize, &(usize, String))| {
        html! { <option value={start.to_string()} selected={(at == current).then_some("selected")}>{ name.as_str() }</option> }
    };
    let options: Vec<Html> = starts.iter().enumerate().map(option).gather();
    let label = scene.words().matrix.go_to;
    yew::html! { <label>{ label }{ " " }<select class="box" {onchange}>{ for options }</select></label> }
}
