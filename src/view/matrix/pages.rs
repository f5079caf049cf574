//! What is shown of a large matrix, and the ways to the rest of it.

use crate::deal::gather::Gather;
use yew::prelude::*;

use crate::dom::place;
use crate::picture::matrix::{COLUMNS, Group, Matrix, WINDOW};
use crate::view::markup::html;
use crate::view::memory::{Kept, Memory};
use crate::view::scene::Scene;

/// So many groups to go to at most, and the one that is shown.
const MOST: usize = 200;

/// The title of a group: its section, its topic.
pub(super) fn name(scene: &Scene, group: &Group) -> String {
    let section = group.section.and_then(|section| scene.deal.item(section)).map(|item| item.label().to_owned());
    let parts: Vec<String> = section.into_iter().chain(group.topic.clone()).gather();
    parts.join(" · ")
}

/// Where the window stands, and the buttons that move it; nothing where all is shown.
pub(super) fn pages(scene: &Scene, kept: &Kept, matrix: &Matrix) -> Vec<Html> {
    let words = scene.words().matrix();
    let number = |count: usize| scene.tongue.format.number(count as f64);
    let windows = [
        (words.rows, matrix.rows, matrix.len(), WINDOW, words.rows_before, words.rows_after),
        (words.columns, matrix.of, matrix.columns.len(), COLUMNS, words.columns_before, words.columns_after),
    ];
    let mut drawn = Vec::new();
    for (at, (sentence, (from, all), shown, size, before, after)) in windows.into_iter().enumerate() {
        if all <= shown {
            continue;
        }
        let last = from + shown;
        let to = |place: usize| if at == 0 { (place, 0) } else { (matrix.rows.0, place) };
        let mut ways = Vec::new();
        for (is, label, place) in [(from > 0, before, from.saturating_sub(size)), (last < all, after, last)] {
            if is {
                ways.push(step(label, moves(kept, to(place))));
            }
        }
        drawn.push(html! {
            <p class="pages" key={at}>
                <span role="status">{ sentence(&number(from + 1), &number(last), &number(all)) }</span>
                { ways }
                { for (at == 0).then(|| jump(scene, kept, from)) }
            </p>
        });
    }
    drawn
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
    let groups = scene.lists.groups(scene);
    let mut starts: Vec<(usize, &Group)> = Vec::new();
    let (mut current, mut start) = (0, 0);
    for group in groups.iter() {
        if start <= from {
            current = start;
        }
        starts.push((start, group));
        start += group.conditions.len();
    }
    // Of very many groups every so-manyth, and the one that is shown: a choice of thousands is slow, and no help.
    let apart = starts.len().div_ceil(MOST).max(1);
    let mut place = 0_usize..;
    starts.retain(|(start, _)| place.next().is_some_and(|at| at % apart == 0) || *start == current);
    if starts.len() < 2 {
        return html! { <span></span> };
    }
    let kept = kept.clone();
    let onchange = Callback::from(move |event: Event| {
        let row = place::chosen(&event).and_then(|row| row.parse().ok()).unwrap_or_default();
        kept.set(Memory { from: (row, 0), cell: None, told: None, ..*kept });
    });
    let option = |(start, group): &(usize, &Group)| {
        let selected = (*start == current).then_some("selected");
        html! { <option value={start.to_string()} {selected}>{ name(scene, group) }</option> }
    };
    let options: Vec<Html> = starts.iter().map(option).gather();
    html! { <label>{ scene.words().matrix().go_to }{ " " }<select class="box" {onchange}>{ options }</select></label> }
}
