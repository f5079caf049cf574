//! The picture of events in time, above their list: each leads to its entry there.
//!
//! Drawn twice, with the bars beside the names and below them; the style sheet shows the one that fits.

use std::rc::Rc;

use yew::prelude::*;

use super::keep::keep;
use super::markup::html;
use super::memory::{Kept, Memory, remember};
use super::scene::Scene;
use super::walked;
use crate::deal::{Edtf, EventState, Item, ItemId};
use crate::picture::timeline::{BAR, Bar, Frame, Group, MANY, NAME, NOTE, Row, Tick, Timeline, groups, number};
use crate::query::{About, timeline as in_order};
use crate::state::Action;
use crate::words::{Moment, dates};

/// A name's lines are as far apart.
const LINE: f64 = 17.0;

type Events = [(ItemId, Option<Edtf>)];

/// The picture; nothing where no event has a date.
pub(super) fn timeline(scene: &Scene) -> Html {
    let mut events = in_order(&scene.deal);
    events.retain(|(id, _)| scene.is_visible(*id));
    if !events.iter().any(|(_, date)| date.is_some()) {
        return html! { <div></div> };
    }
    let scene = scene.clone();
    remember("timeline", move |kept| figure(&scene, &events, kept))
}

fn figure(scene: &Scene, events: &Events, kept: &Kept) -> Html {
    let many = events.len() > MANY;
    let (groups, years) = if many { groups(events) } else { (Vec::new(), 1) };
    let (mut pictures, mut broken) = (Vec::new(), false);
    for (class, width) in [("wide", 700.0), ("narrow", 290.0)] {
        let drawing = if many {
            Timeline::of_groups(&groups, width, scene.is_from_right(), &|group| group_name(scene, group))
        } else {
            draw(scene, events, width, class == "wide")
        };
        broken |= !drawing.breaks.is_empty();
        pictures.push(picture(scene, kept, &Rc::new(drawing), class));
    }
    html! {
        <figure class="stage from-48 timeline">
            <div>{ pictures }</div>
            <figcaption class="note">
                <span>{ caption(scene, events, years, broken) }</span>{ " " }
                <span class="keys">{ (!many).then_some(scene.words().timeline().keys) }</span>{ " " }
                { keep(scene, "timeline") }
            </figcaption>
        </figure>
    }
}

/// How many can be dated, and how the drawing is to be read.
fn caption(scene: &Scene, events: &Events, years: i32, broken: bool) -> String {
    let words = scene.words().timeline();
    let text = |count: usize| scene.tongue.format.number(count as f64);
    let dated = events.iter().filter(|(_, date)| date.is_some()).count();
    let mut said = (words.dated)(&text(dated), &scene.tongue.counted(words.events, events.len()));
    let years = usize::try_from(years).unwrap_or_default();
    let grouped = if years > 1 { (words.grouped)(&text(years)) } else { words.grouped_by_year.to_owned() };
    let many = events.len() > MANY;
    let sentences =
        [(many, &*grouped), (!many && dated < events.len(), words.undated), (!many && broken, words.breaks)];
    for (_, sentence) in sentences.iter().filter(|(holds, _)| *holds) {
        said.push(' ');
        said.push_str(sentence);
    }
    said
}

fn group_name(scene: &Scene, group: &Group) -> String {
    let words = scene.words().timeline();
    let years = group.years.map(|(from, to)| (words.years)(&from.to_string(), &to.to_string()));
    let count = scene.tongue.counted(words.events, group.count);
    [&*years.unwrap_or_else(|| words.no_date.to_owned()), ": ", &count].concat()
}

fn draw(scene: &Scene, events: &Events, width: f64, beside: bool) -> Timeline {
    let as_of = &scene.deal.document().as_of;
    let moment = Moment::parse(as_of);
    let words = moment.map(|it| (scene.words().as_of)(&scene.tongue.format.day(it.year, it.month, it.day)));
    let words = words.unwrap_or_default();
    let now = moment.and_then(|it| {
        let day = crate::deal::Day::new(it.year, it.month, it.day)?;
        Some((number(day) + (f64::from(it.hour) * 60.0 + f64::from(it.minute)) / 1440.0, &*words))
    });
    Timeline::of(
        &scene.deal,
        events,
        &Frame {
            width,
            beside,
            mirrored: scene.is_from_right(),
            name: &|id| (name(scene, id), note(scene, id)),
            date: &|date| dates::date(&scene.tongue, date),
            now,
        },
    )
}

fn name(scene: &Scene, id: ItemId) -> String {
    scene.deal.statement(id).map(|it| it.text.trim_end_matches('.').to_owned()).unwrap_or_default()
}

/// Whether it is past, its date in words, whether that was worked out, how firmly it is said, and the figures about it
/// with their bounds. Without a date it stands in a list, and what that is of is said above it.
fn note(scene: &Scene, id: ItemId) -> String {
    let (words, tongue) = (scene.words(), &scene.tongue);
    let Some(Item::Event(event)) = scene.deal.item(id) else { return String::new() };
    let date = event.date.as_deref().and_then(Edtf::parse).map(|date| dates::span(tongue, &date));
    let mut parts = Vec::new();
    if date.is_some() || matches!(event.state, EventState::Expected | EventState::Scheduled) {
        parts.push((words.event_state)(event.state).to_owned());
    }
    parts.extend(date);
    if event.derived.is_some() {
        parts.push(words.timeline().derived.to_owned());
    }
    let certainty = event.statement.certainty();
    if certainty != crate::deal::Certainty::Certain {
        parts.push((words.certainty)(certainty).to_owned());
    }
    for figure in About::of(&scene.deal, id).figures {
        if let Some(Item::Figure(figure)) = scene.deal.item(figure) {
            let value = (words.bound)(figure.bound, &tongue.format.number(figure.value));
            parts.push([&*value, " ", &figure.unit].concat());
        }
    }
    parts.join(" · ")
}

fn picture(scene: &Scene, kept: &Kept, drawing: &Rc<Timeline>, class: &'static str) -> Html {
    let first = drawing.rows.first().map(|row| row.event);
    let at = kept.at.filter(|at| drawing.rows.iter().any(|row| row.event == *at)).or(first);
    let hatch = ["days-", class].concat();
    let (width, height) = (drawing.width, drawing.height);
    let act = scene.act.clone();
    html! {
        <div class={["drawing ", class].concat()} key={class} data-picture="">
            <svg viewBox={course(&[("0 0 ", width), (" ", height)])} {width} {height} role="group" aria-label={scene.words().timeline().title}
                onclick={walked::on_click("data-node", Rc::new(move |id| act.emit(Action::Select(id))))} onkeydown={on_key(scene, kept, drawing)} lang={scene.deal_language()}>
                <defs><pattern id={hatch.clone()} width="6" height="6" patternTransform="rotate(45)" patternUnits="userSpaceOnUse"><path class="days" d="M0 0v6" /></pattern></defs>
                <g aria-hidden="true">{ axis(scene, drawing, class == "wide") }</g>
                <g>{ for drawing.rows.iter().map(|row| draw_row(scene, drawing, row, at == Some(row.event), &hatch)) }</g>
            </svg>
        </div>
    }
}

/// The scale with its days, its breaks, and the moment of the report: a line beside names, marks at the bars below them.
fn axis(scene: &Scene, drawing: &Timeline, beside: bool) -> Vec<Html> {
    let mut parts = Vec::new();
    let Some(now) = &drawing.now else { return parts };
    let top = LINE * 2.0 + 4.0;
    let (left, right) = drawing.stage;
    parts.push(stroke("scale", 0, course(&[("M", left), (" ", top), ("H", right)])));
    let mut mark = |tick: &Tick, class: &'static str, words: &'static str, y: f64, end: f64| {
        let at = parts.len();
        parts.push(stroke(class, at, course(&[("M", tick.x), (" ", top - 4.0), ("V", end)])));
        parts.push(line(words, at + 1, (tick.middle, y), "middle", &tick.words));
    };
    mark(now, "now", "now-words", NOTE, if beside { drawing.foot } else { top + 4.0 });
    for tick in &drawing.ticks {
        mark(tick, "tick", "tick-words", top - 7.0, top + 4.0);
    }
    for bar in drawing.rows.iter().filter_map(|row| row.bar).filter(|_| !beside) {
        let d = course(&[("M", now.x), (" ", bar.y - 2.0), ("V", bar.y + BAR + 2.0)]);
        parts.push(stroke("now", parts.len(), d));
    }
    for head in &drawing.heads {
        let words = (scene.words().timeline().undated_of)(head.state);
        parts.push(line("head", parts.len(), (drawing.edge, head.y), "start", words));
    }
    for x in &drawing.breaks {
        let d = [&course(&[("M", x - 4.0), (" ", top + 5.0)]), "l3-10 3 10 3-10"].concat();
        parts.push(stroke("break", parts.len(), d));
    }
    parts
}

fn draw_row(scene: &Scene, drawing: &Timeline, row: &Row, here: bool, hatch: &str) -> Html {
    let state = row.state.map_or("several", EventState::word);
    let class = ["event ", state, if row.bar.is_some_and(|bar| bar.vague) { " vague" } else { "" }].concat();
    let mut lines = Vec::new();
    let named = if row.bar.is_some() { "name" } else { "listed" };
    for (class, texts) in [(named, &row.name), ("noted", &row.note)] {
        for text in texts {
            let y = row.top + (lines.len() as f64 + 0.75) * LINE;
            // In an interface that runs from right to left a line starts at its right end.
            lines.push(line(class, lines.len(), (drawing.edge, y), "start", text));
        }
    }
    // What stands over a list is heard at each of its entries.
    let over = row.state.filter(|_| row.bar.is_none()).map(|state| (scene.words().timeline().undated_of)(state));
    let spoken = [&*row.name.join(" "), &row.note.join(" "), over.unwrap_or_default()].join(" ");
    let id = scene.id(row.event);
    html! {
        <g {class} key={id.clone()} role="button" tabindex={if here { "0" } else { "-1" }} data-node={id}
            aria-label={spoken} direction={scene.is_from_right().then_some("rtl")}>
            <rect class="ground" x="0" y={row.top - 4.0} width={drawing.width} height={row.bottom - row.top + 8.0} />
            { lines }
            { for row.bar.map(|it| bar(&it, hatch)) }
        </g>
    }
}

/// A stretch: closed by an edge where its end is known, an arrow where it goes on.
fn bar(bar: &Bar, hatch: &str) -> Html {
    let (x, y, right, bottom) = (bar.x, bar.y, bar.x + bar.width, bar.y + BAR);
    let middle = f64::midpoint(y, bottom);
    let inset = |open: bool| if open { 6.0 } else { 0.0 };
    let (start, end) = (x + inset(bar.open.0), right - inset(bar.open.1));
    // Where it is closed the tips lie on its edges.
    let ends = [("M", start), (" ", y), ("H", end), ("L", right), (" ", middle), ("L", end), (" ", bottom)];
    let back = [("H", start), ("L", x), (" ", middle)];
    let d = [&course(&ends), &*course(&back), "z"].concat();
    let fill = bar.undated.then(|| ["url(#", hatch, ")"].concat());
    html! { <path class={if bar.undated { "stretch undated" } else { "stretch" }} {d} {fill} /> }
}

/// A line of words.
#[inline(never)]
fn line(class: &'static str, key: usize, (x, y): (f64, f64), anchor: &'static str, words: &str) -> Html {
    let size = if matches!(class, "name" | "listed") { NAME } else { NOTE };
    html! { <text {class} {key} {x} {y} text-anchor={anchor} font-size={size}>{ words }{ " " }</text> }
}

#[inline(never)]
fn stroke(class: &'static str, key: usize, d: String) -> Html {
    html! { <path {class} {key} {d} /> }
}

/// Lengths, each after its letter. Whole pixels are fine enough, and the printing of fractions is not in the module.
#[inline(never)]
fn course(steps: &[(&str, f64)]) -> String {
    let mut course = String::new();
    for (letter, length) in steps {
        course.push_str(letter);
        course.push_str(&(length.round() as i32).to_string());
    }
    course
}

/// Walks from event to event, and chooses one.
fn on_key(scene: &Scene, kept: &Kept, drawing: &Rc<Timeline>) -> Callback<KeyboardEvent> {
    let (scene, kept, drawing) = (scene.clone(), kept.clone(), drawing.clone());
    let go = move |id: String, key: &str| {
        let here = scene.deal.find(&id)?;
        let at = drawing.rows.iter().position(|row| row.event == here)?;
        let next = match key {
            "Enter" | " " => {
                scene.act.emit(Action::Select(id));
                return Some(None);
            }
            "ArrowDown" => at + 1,
            "ArrowUp" => at.wrapping_sub(1),
            "Home" => 0,
            "End" => drawing.rows.len() - 1,
            _ => return None,
        };
        let next = drawing.rows.get(next).map(|row| row.event);
        if next.is_some() {
            kept.set(Memory { at: next, ..*kept });
        }
        Some(next.map(|next| scene.id(next)))
    };
    walked::on_key("data-node", Rc::new(go))
}
