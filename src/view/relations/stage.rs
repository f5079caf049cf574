//! The picture of few actors: boxes that can be walked through and chosen, and lines with their words.
//!
//! It is drawn twice, for what is wide and for what is narrow; the style sheet shows the one that fits.

use std::rc::Rc;

use yew::prelude::*;

use super::album::{Album, Page, note};
use super::marks;
use crate::deal::gather::Gather;
use crate::deal::{Certainty, ItemId, Standing};
use crate::dom::place;
use crate::picture::diagram::{LINE, NAME, NOTE};
use crate::picture::web::{Knot, Strand, Web};
use crate::query::{Circle, Tie};
use crate::state::Action;
use crate::view::keep::keep;
use crate::view::markup::html;
use crate::view::memory::{Kept, Memory, remember};
use crate::view::scene::{Scene, Shared};
use crate::words::relations::spoken;

/// How large the picture can be made, in hundredths; the middle one is how it begins.
const SIZES: [i32; 7] = [40, 55, 75, 100, 130, 170, 220];
const FIRST: i8 = 3;
/// How far a key moves it, in CSS pixels.
pub(super) const MOVE: f64 = 60.0;

/// The picture with what makes it larger and smaller.
pub(super) fn stage(scene: &Scene, album: &Shared<Album>, circle: &Circle) -> Html {
    let (scene, page) = (scene.clone(), album.page(scene, circle));
    remember("ties", move |kept| figure(&scene, &page, kept))
}

fn figure(scene: &Scene, page: &Rc<Page>, kept: &Kept) -> Html {
    let words = scene.words().ties();
    if page.circle.actors.is_empty() {
        return html! { <figure></figure> };
    }
    html! {
        <figure class="stage web from-44">
            <div>{ for [(page.wide.as_ref(), "wide"), (page.narrow(), "narrow")].into_iter().filter_map(|(web, class)| Some(picture(scene, page, kept, web?, class))) }</div>
            <figcaption class="note">
                { sizes(scene, kept) }
                <span>{ words.hedged }</span>{ " " }<span class="keys">{ words.keys }</span>{ " " }<span>{ words.among }</span>{ " " }{ keep(scene, "relations") }
            </figcaption>
        </figure>
    }
}

/// What makes a picture larger and smaller.
pub(super) fn sizes(scene: &Scene, kept: &Kept) -> Html {
    let words = scene.words().ties();
    let zoom = |(label, by): (&'static str, i8)| {
        let next = zoomed(kept.zoom, by);
        let kept = kept.clone();
        let disabled = next == kept.zoom;
        let onclick = Callback::from(move |_: MouseEvent| kept.set(Memory { zoom: next, ..*kept }));
        html! { <button type="button" class="line-button" key={label} {disabled} {onclick}>{ label }</button> }
    };
    html! { <span class="doings">{ for [(words.larger, 1), (words.smaller, -1), (words.whole, 0)].into_iter().map(zoom) }</span> }
}

/// One size more, one less, or the first again.
pub(super) fn zoomed(zoom: i8, by: i8) -> i8 {
    if by == 0 { 0 } else { (zoom + by).clamp(-FIRST, SIZES.len() as i8 - 1 - FIRST) }
}

fn picture(scene: &Scene, page: &Rc<Page>, kept: &Kept, web: &Web, class: &'static str) -> Html {
    let at = current(scene, web, kept);
    let scale =
        f64::from(usize::try_from(kept.zoom + FIRST).ok().and_then(|at| SIZES.get(at)).copied().unwrap_or(100)) / 100.0;
    let view = ["0 0 ", &px(web.width), " ", &px(web.height)].concat();
    let wide = class == "wide";
    // How it begins it fits what is wide; a size that the reader chose is kept.
    let sized = (kept.zoom != 0).then_some("sized");
    html! {
        <div class={["drawing ", class, " ", sized.unwrap_or_default()].concat()} key={class} data-picture="">
            <svg viewBox={view} width={web.width * scale} height={web.height * scale} role="group" aria-label={scene.words().ties().picture}
                onclick={on_click(scene)} onkeydown={on_key(scene, kept, page, wide)} onmousemove={Callback::from(|event: MouseEvent| place::drag(&event))} lang={scene.deal_language()}>
                <g aria-hidden="true">{ for web.strands.iter().map(|strand| line(scene, strand)) }</g>
                <g aria-hidden="true">{ for web.strands.iter().map(words) }</g>
                <g>{ for web.knots.iter().map(|knot| node(scene, page, knot, at == Some(knot.actor))) }</g>
            </svg>
        </div>
    }
}

/// The actor that the tabulator leads to: where the keyboard was, the chosen one, or the first.
fn current(scene: &Scene, web: &Web, kept: &Kept) -> Option<ItemId> {
    let chosen = scene.state.selected.as_deref().and_then(|id| scene.deal.find(id));
    let wished = kept.at.into_iter().chain(chosen).chain(web.knots.first().map(|knot| knot.actor));
    wished.into_iter().find(|actor| web.knots.iter().any(|knot| knot.actor == *actor))
}

fn node(scene: &Scene, page: &Page, knot: &Knot, focus: bool) -> Html {
    let place = knot.place;
    let middle = place.x + place.width / 2.0;
    let noted = f64::from(u8::from(!knot.note.is_empty()));
    let line = |at: f64| place.y + 5.0 + LINE * (at + 0.75);
    let standing = knot.standing.map_or("", Standing::word);
    let id = scene.id(knot.actor);
    let chosen = scene.is_selected(knot.actor);
    let label = spoken(&scene.tongue, &scene.deal, &page.circle, knot.actor, &note(scene, knot.actor), usize::MAX);
    let class = ["node actor ", standing, if chosen { " chosen" } else { "" }].concat();
    let tabindex = if focus { "0" } else { "-1" };
    html! {
        <g {class} key={id.clone()} data-node={id} role="button" {tabindex} aria-label={label} aria-pressed={chosen.to_string()}>
            { border(knot) }
            { for knot.name.iter().enumerate().map(|(at, name)| html! {
                <text class="name" key={at} x={middle} y={line(at as f64)} text-anchor="middle" font-size={NAME}>{ name }{ " " }</text>
            }) }
            { for (noted > 0.0).then(|| html! {
                <text class="sort" x={middle} y={line(knot.name.len() as f64)} text-anchor="middle" font-size={NOTE}>{ &knot.note }</text>
            }) }
        </g>
    }
}

/// The border, by the standing: double for a target, round for who would gain, square for all others; the style sheet
/// makes it heavy for a party and broken for who is to be pressed.
fn border(knot: &Knot) -> Html {
    let place = knot.place;
    let round = if knot.standing == Some(Standing::Beneficiary) { 14.0 } else { 0.0 };
    let inner = (knot.standing == Some(Standing::Target)).then(|| {
        html! { <rect class="inner" x={place.x + 3.0} y={place.y + 3.0} width={place.width - 6.0} height={place.height - 6.0} /> }
    });
    html! {
        <>
            <rect class="border" x={place.x} y={place.y} width={place.width} height={place.height} rx={round} />
            { for inner }
        </>
    }
}

fn line(scene: &Scene, strand: &Strand) -> Html {
    let Some(kind) = strand.kind() else { return html! { <g></g> } };
    let course = &strand.course;
    let back = strand.is_mutual().then(|| marks::mark(kind, course.over, course.from));
    let certain = |tie: &Tie| scene.deal.statement(tie.via).is_none_or(|it| it.certainty() == Certainty::Certain);
    let hedged = if strand.ties.iter().all(certain) { "" } else { " hedged" };
    html! {
        <g class={["tie ", kind.word(), hedged].concat()}>
            <path class="way" d={marks::way(course)} />
            <path class="mark" d={marks::mark(kind, course.over, course.to)} />
            { for back.map(|d| html! { <path class="mark" {d} /> }) }
        </g>
    }
}

fn words(strand: &Strand) -> Html {
    let kind = strand.kind().map_or("", crate::query::TieKind::word);
    let place = strand.course.label;
    let lines: Vec<Html> = place
        .into_iter()
        .flat_map(|place| {
            let middle = place.x + place.width / 2.0;
            strand.words.iter().enumerate().map(move |(at, words)| {
                let y = place.y + (NOTE + 3.0) * (at as f64 + 0.8);
                html! { <text key={at} x={middle} {y} text-anchor="middle" font-size={NOTE}>{ words }</text> }
            })
        })
        .gather();
    html! { <g class={["tie ", kind].concat()}>{ for lines }</g> }
}

/// Chooses the actor that was clicked on; a click on the chosen one shows all again.
fn on_click(scene: &Scene) -> Callback<MouseEvent> {
    let (act, selected) = (scene.act.clone(), scene.state.selected.clone());
    Callback::from(move |event: MouseEvent| {
        if let Some(id) = place::marked(&event, "data-node") {
            act.emit(Action::Actor((selected.as_ref() != Some(&id)).then_some(id)));
        }
    })
}

/// Walks from actor to actor, chooses one, and makes the picture larger and smaller.
fn on_key(scene: &Scene, kept: &Kept, page: &Rc<Page>, wide: bool) -> Callback<KeyboardEvent> {
    let (scene, kept, page) = (scene.clone(), kept.clone(), page.clone());
    Callback::from(move |event: KeyboardEvent| {
        let Some(id) = place::marked(&event, "data-node") else { return };
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let Some(web) = (if wide { page.wide.as_ref() } else { page.narrow() }) else { return };
        let key = event.key();
        let (dx, dy) = match key.as_str() {
            "ArrowRight" => (1.0, 0.0),
            "ArrowLeft" => (-1.0, 0.0),
            "ArrowDown" => (0.0, 1.0),
            "ArrowUp" => (0.0, -1.0),
            _ => (0.0, 0.0),
        };
        let is_arrow = dx != 0.0 || dy != 0.0;
        if key == "Enter" || key == " " {
            event.prevent_default();
            let chosen = scene.state.selected.as_ref() == Some(&id);
            scene.act.emit(Action::Actor((!chosen).then_some(id)));
            return;
        }
        if let Some(by) =
            [("+", 1), ("=", 1), ("-", -1), ("−", -1), ("0", 0)].into_iter().find(|(name, _)| *name == key)
        {
            event.prevent_default();
            kept.set(Memory { zoom: zoomed(kept.zoom, by.1), ..*kept });
            return;
        }
        if is_arrow && event.shift_key() {
            event.prevent_default();
            place::pan(&event, dx * MOVE, dy * MOVE);
            return;
        }
        let here = scene.deal.find(&id);
        let next = match key.as_str() {
            "Home" => web.knots.first().map(|knot| knot.actor),
            "End" => web.knots.last().map(|knot| knot.actor),
            _ if is_arrow => here.and_then(|here| web.toward(here, dx, dy)),
            _ => return,
        };
        event.prevent_default();
        if let Some(next) = next {
            kept.set(Memory { at: Some(next), ..*kept });
            place::focus_near(&event, &["[data-node='", &scene.id(next), "']"].concat());
        }
    })
}

/// Whole pixels are fine enough, and the printing of fractions is not in the module.
fn px(length: f64) -> String {
    (length.round() as i32).to_string()
}
