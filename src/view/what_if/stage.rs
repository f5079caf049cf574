//! The picture of what hangs on what: boxes that can be walked through and chosen, and arrows with their words.
//!
//! It is drawn twice, from left to right (or right to left) and downwards; the style sheet shows the one that fits.

use std::rc::Rc;

use crate::deal::gather::Gather;
use yew::prelude::*;

use super::pieces::{Walk, on_click, on_key};
use super::story::Story;
use crate::deal::{Item, ItemId, Kind};
use crate::picture::diagram::{Diagram, LINE, Line, NAME, NOTE, Node, PAD};
use crate::picture::layered::{Flow, Point};
use crate::reason::{Scenario, Step, Verdict};
use crate::view::keep::keep;
use crate::view::markup::html;
use crate::view::memory::{Kept, remember, toggle};
use crate::view::scene::Scene;
use crate::words::scenario::{spoken, status};

/// The picture with its caption.
pub(super) fn stage(scene: &Scene, story: &Rc<Story>) -> Html {
    let (scene, story) = (scene.clone(), story.clone());
    remember("stage", move |kept| figure(&scene, &story, kept))
}

fn figure(scene: &Scene, story: &Story, kept: &Kept) -> Html {
    let words = scene.words().what_if();
    let sketch = story.drawn(scene, kept.open);
    let (shown, of) = (sketch.order.len(), story.told.book.whole.pieces.len());
    if shown == 0 {
        return html! { <figure></figure> };
    }
    let across = if scene.is_from_right() { Flow::Left } else { Flow::Right };
    let number = |count: usize| scene.tongue.format.number(count as f64);
    let cut = shown < of && (kept.open || story.touched.is_empty());
    let note = cut.then(|| (words.too_many)(&number(shown), &number(of)));
    let choice = (!story.touched.is_empty() && shown < of || kept.open).then(|| {
        let label = if kept.open { words.this_alone.to_owned() } else { scene.tongue.counted(words.whole_picture, of) };
        html! { <button type="button" class="plain-button" onclick={toggle(kept)}>{ label }</button> }
    });
    html! {
        <figure class={["stage ", fits(sketch.layers.as_ref())].concat()}>
            { scene.heading(2, "label", words.picture) }
            <div>{ for [(sketch.layers.as_ref(), across, "wide"), (Some(&sketch.rails), Flow::Down, "narrow")].into_iter().filter_map(|(diagram, flow, class)| {
                let walk = Walk { sketch: sketch.clone(), flow };
                Some(picture(scene, story, kept, diagram?, &walk, class))
            }) }</div>
            <figcaption class="note">
                <span class="keys">{ words.picture_keys }</span>{ " " }<span>{ note }</span>{ " " }{ for choice }{ " " }{ keep(scene, "what-if") }
            </figcaption>
        </figure>
    }
}

fn picture(scene: &Scene, story: &Story, kept: &Kept, diagram: &Diagram, walk: &Walk, class: &'static str) -> Html {
    let Some(scenario) = scene.scenario.clone() else { return html! { <div></div> } };
    let step = scene.state.step.and_then(|at| story.told.steps.get(at));
    let hot = |line: &Line| {
        let steps = step.map_or(story.told.steps.as_slice(), std::slice::from_ref);
        steps.iter().any(|step| leads(step, line))
    };
    let at = walk.current(scene, kept);
    let box_ = format!("0 0 {} {}", px(diagram.width), px(diagram.height));
    let hatch = format!("hatch-{class}");
    html! {
        <div class={["drawing ", class].concat()} key={class} data-picture="">
            <svg viewBox={box_} width={diagram.width} height={diagram.height} role="group" aria-label={scene.words().what_if().picture}
                onclick={on_click(scene)} onkeydown={on_key(scene, kept, walk)} lang={scene.deal_language()}>
                <defs><pattern id={hatch.clone()} width="7" height="7" patternTransform="rotate(45)" patternUnits="userSpaceOnUse"><path class="hatch" d="M0 0v7" /></pattern></defs>
                <g aria-hidden="true">{ for diagram.lines.iter().map(|line| arrow(scene, line, hot(line))) }</g>
                <g>{ for walk.sketch.order.iter().filter_map(|piece| diagram.nodes.iter().find(|node| node.piece == *piece)).map(|node| {
                    let told = step.is_some_and(|step| step.to == node.piece || step.from.contains(&node.piece));
                    piece(scene, &scenario, story, node, Look { focus: at == Some(node.piece), told, hatch: &hatch })
                }) }</g>
            </svg>
        </div>
    }
}

/// From which width of the explorer on the layers are shown: as soon as they fit, a little smaller if need be. What is
/// wider can be scrolled, where there is room enough to see how it goes on.
fn fits(layers: Option<&Diagram>) -> &'static str {
    let Some(Diagram { width, .. }) = layers else { return "" };
    match width {
        ..=736.0 => "from-44",
        ..=802.0 => "from-48",
        ..=852.0 => "from-51",
        _ => "from-54",
    }
}

/// Whether a step goes along an arrow: both its ends have a part in the step, and it is the arrow that says so.
fn leads(step: &Step, line: &Line) -> bool {
    let has = |piece: ItemId| step.to == piece || step.from.contains(&piece) || step.via.contains(&piece);
    step.via.contains(&line.arrow.via) && has(line.arrow.from) && has(line.arrow.to)
}

/// What the keyboard, the present step and the drawing make of a box.
#[derive(Clone, Copy)]
struct Look<'a> {
    focus: bool,
    told: bool,
    hatch: &'a str,
}

fn piece(scene: &Scene, scenario: &Scenario, story: &Story, node: &Node, look: Look<'_>) -> Html {
    let (tongue, deal) = (&scene.tongue, &scene.deal);
    let kind = deal.item(node.piece).map(Item::kind);
    let verdict = scenario.verdict(node.piece).map(Verdict::word).unwrap_or_default();
    let set = scenario.setting(node.piece).is_some();
    let changed = scenario.verdict(node.piece) != scenario.reported(node.piece);
    let parts = [
        ("node", true),
        (verdict, true),
        ("set", set),
        ("changed", changed && !set),
        ("doubt", kind == Some(Kind::Doubt)),
        ("told", look.told),
    ];
    let class: Vec<&str> = parts.into_iter().filter(|(_, is)| *is).map(|(class, _)| class).gather();
    let place = node.place;
    let (x, anchor) =
        if scene.is_from_right() { (place.x + place.width - PAD, "end") } else { (place.x + PAD, "start") };
    let anchor = if scene.is_from_right() { "start" } else { anchor };
    let sorted = f64::from(u8::from(!node.sort.is_empty()));
    let line = |at: f64| place.y + PAD + NAME + at * LINE - 2.0;
    let hatched = (verdict == "unsupported").then(|| format!("url(#{})", look.hatch));
    let tabindex = if look.focus { "0" } else { "-1" };
    html! {
        <g class={class.join(" ")} key={scene.id(node.piece)} data-node={scene.id(node.piece)} role="button" {tabindex}
            aria-label={spoken(tongue, deal, scenario, node.piece, story.told.follow)} aria-pressed={scene.is_selected(node.piece).to_string()}>
            { outline(kind, node, None) }
            { for hatched.map(|fill| outline(kind, node, Some(fill))) }
            { for (!node.sort.is_empty()).then(|| html! { <text class="sort" {x} y={line(0.0)} text-anchor={anchor} font-size={NOTE}>{ &node.sort }{ " " }</text> }) }
            { for node.name.iter().enumerate().map(|(at, words)| html! {
                <text class="name" key={at} {x} y={line(at as f64 + sorted)} text-anchor={anchor} font-size={NAME}>{ words }{ " " }</text>
            }) }
            <text class="fate" {x} y={line(node.name.len() as f64 + sorted)} text-anchor={anchor} font-size={NOTE}>{ status(tongue, deal, scenario, node.piece) }</text>
        </g>
    }
}

/// The border, by the sort of piece: a rectangle for what is to be done, a rounded one for a doubt, a cut one for an
/// event, a doubled one for an aim, a tag for what is exchanged.
fn outline(kind: Option<Kind>, node: &Node, fill: Option<String>) -> Html {
    let place = node.place;
    let (x, y, right, bottom) = (place.x, place.y, place.x + place.width, place.y + place.height);
    let (cut, middle) = (9.0, place.y + place.height / 2.0);
    let d = match kind {
        Some(Kind::Event) => {
            path(&[(x + cut, y), (right, y), (right, bottom - cut), (right - cut, bottom), (x, bottom), (x, y + cut)])
        }
        Some(Kind::Exchange) => path(&[
            (x + cut, y),
            (right - cut, y),
            (right, middle),
            (right - cut, bottom),
            (x + cut, bottom),
            (x, middle),
        ]),
        Some(Kind::Doubt) => {
            let (w, h) = (px(place.width - 28.0), px(place.height - 28.0));
            let start = pair(Point { x: x + 14.0, y });
            format!(
                "M{start}h{w}a14 14 0 0 1 14 14v{h}a14 14 0 0 1-14 14h-{w}a14 14 0 0 1-14-14v-{h}a14 14 0 0 1 14-14z"
            )
        }
        Some(Kind::Aim) => {
            let inner = path(&[
                (x + 4.0, y + 4.0),
                (right - 4.0, y + 4.0),
                (right - 4.0, bottom - 4.0),
                (x + 4.0, bottom - 4.0),
            ]);
            path(&[(x, y), (right, y), (right, bottom), (x, bottom)]) + &inner
        }
        _ => path(&[(x, y), (right, y), (right, bottom), (x, bottom)]),
    };
    html! { <path class={if fill.is_some() { "hatched" } else { "border" }} {d} {fill} /> }
}

/// The line through these points, closed.
fn path(points: &[(f64, f64)]) -> String {
    let points: Vec<String> = points.iter().map(|(x, y)| pair(Point { x: *x, y: *y })).gather();
    ["M", &points.join("L"), "z"].concat()
}

fn arrow(scene: &Scene, line: &Line, hot: bool) -> Html {
    let class = [Some("arrow"), hot.then_some("hot"), (!scene.is_source(line.arrow.via)).then_some("editor")];
    let class: Vec<&str> = class.into_iter().flatten().gather();
    let head = line.head.map(|point| (point.x, point.y));
    let middle = |at: usize, of: usize, y: f64| y + (at as f64 - (of as f64 - 1.0) / 2.0) * (NOTE + 3.0) + NOTE * 0.35;
    html! {
        <g class={class.join(" ")}>
            <path class="way" d={rounded(&line.points)} />
            <path class="head" d={path(&head)} />
            { for line.label.iter().flat_map(|(point, words)| words.iter().enumerate().map(move |(at, text)| html! {
                <text key={at} x={point.x} y={middle(at, words.len(), point.y)} text-anchor="middle" font-size={NOTE}>{ text }</text>
            })) }
        </g>
    }
}

fn pair(point: Point) -> String {
    [px(point.x), px(point.y)].join(" ")
}

/// The way with its corners rounded.
fn rounded(points: &[Point]) -> String {
    let [first, .., last] = points else { return String::new() };
    let mut parts = vec![pair(*first)];
    for corner in points.windows(3) {
        if let [before, point, after] = corner {
            let (from, to) = (pair(towards(*point, *before)), pair(towards(*point, *after)));
            parts.push([&from, "Q", &pair(*point), " ", &to].concat());
        }
    }
    parts.push(pair(*last));
    ["M", &parts.join("L")].concat()
}

/// A little way from one point to another, and half of it at the most.
fn towards(from: Point, to: Point) -> Point {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let part = (6.0 / (dx * dx + dy * dy).sqrt().max(1.0)).min(0.5);
    Point { x: from.x + dx * part, y: from.y + dy * part }
}

/// Whole pixels are fine enough, and the printing of fractions is not in the module.
fn px(length: f64) -> String {
    (length.round() as i32).to_string()
}
