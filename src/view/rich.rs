//! Text with the source's hedge and the reader's search hits marked in it.

use crate::deal::find::find;
use crate::deal::gather::Gather;
use crate::deal::sort::sort_and_dedup;
use std::ops::Range;

use super::markup::html;
use yew::prelude::*;

use super::rest::doors;
use super::scene::Scene;
use crate::dom::fold::fold;
use crate::query::mark;

/// The text; `hedge` is set off where it stands in it word for word.
pub(crate) fn rich(scene: &Scene, text: &str, hedge: Option<&str>) -> Html {
    let key = scene.rest.key().filter(|_| !scene.state.query.is_empty());
    let hits = key.map(|key| doors::hits(key, scene, text)).unwrap_or_default();
    let hedge = hedge.filter(|hedge| !hedge.is_empty());
    let hedged = hedge.and_then(|hedge| find(text, hedge).map(|start| start..start + hedge.len()));
    let lang = scene.deal_language();
    html! { <span class="words" {lang}>{ for segments(text, hedged.as_ref(), &hits) }</span> }
}

/// Where the text has what is searched for.
pub(super) fn hits(scene: &Scene, text: &str) -> Vec<Range<usize>> {
    mark(text, &scene.state.query, fold)
}

/// The text cut wherever a mark begins or ends.
fn segments(text: &str, hedge: Option<&Range<usize>>, hits: &[Range<usize>]) -> Vec<Html> {
    let mut cuts = vec![0, text.len()];
    hits.iter().chain(hedge).flat_map(|range| [range.start, range.end]).add_to(&mut cuts);
    sort_and_dedup(&mut cuts);
    let within = |range: &Range<usize>, start: usize| range.contains(&start);
    let piece = |start: usize, end: usize| {
        let words = text.get(start..end).unwrap_or_default();
        let marked = if hits.iter().any(|hit| within(hit, start)) {
            html! { <mark class="hit">{ words }</mark> }
        } else {
            html! { { words } }
        };
        if hedge.is_some_and(|hedge| within(hedge, start)) {
            html! { <em class="hedge">{ marked }</em> }
        } else {
            marked
        }
    };
    cuts.iter().zip(cuts.iter().skip(1)).map(|(start, end)| piece(*start, *end)).gather()
}
