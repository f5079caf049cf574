//! The picture of events in time, above their list: each leads to its entry there.
//!
//! Drawn twice, with the bars beside the names and below them; the style sheet shows the one that fits.

use std::rc::Rc;

use crate::deal::gather::Gather;
use yew::prelude::*;

use super::markup::html;
use super::memory::{Kept, Memory, remember};
use super::scene::Scene;
use crate::deal::{Edtf, EventState, Item, ItemId};
use crate::dom::place;
use crate::picture::timeline::{Bar, Frame, Group, MANY, NAME, NOTE, Row, Tick, Timeline, groups, number};
use crate::query::{About, timeline as in_order};
use crate::state::Action;
use crate::words::{Moment, dates};

/// A name's lines are as far apart.
const LINE: f64 = 17.0;

type Events = Rc<Vec<(ItemId, Option<Edtf>)>>;

/// The picture; nothing where no event has a date.
pub(super) fn timeline(scene: &Scene) -> Html {
    let events = in_order(&scene.deal).into_iter().filter(|(id, _)| scene.is_visible(*id)).gather();
    if !events.iter().any(|(_, date)| date.is_some()) {
        return html! { <div></div> };
    }
    let (scene, events) = (scene.clone(), Rc::new(events));
    remember("timeline", move |kept| figure(&scene, &events, kept))
}

fn figure(scene: &Scene, events: &Events, kept: &Kept) -> Html {
    let words = &scene.words().timeline;
    let many = events.len() > MANY;
    let (groups, years) = if many { groups(events) } else { (Vec::new(), 1) };
    let [wide, narrow] = [(700.0, true), (290.0, false)].map(|(width, beside)| {
        if many {
            Timeline::of_groups(&groups, width, scene.is_from_right(), &|group| group_name(scene, group))
        } else {
            draw(scene, events, width, beside)
        }
    });
    let text = |count: usize| scene.tongue.format.number(count as f64);
    let dated = events.iter().filter(|(_, date)| date.is_some()).count();
    let of = scene.tongue.counted(words.events, events.len());
    let sentences = [
        Some((words.dated)(&text(dated), &of)),
        (many && years > 1).then(|| (words.grouped)(&text(years.unsigned_abs() as usize))),
        (many && years == 1).then(|| words.grouped_by_year.to_owned()),
        (!many && dated < events.len()).then(|| words.undated.to_owned()),
        (!many && !wide.breaks.is_empty()).then(|| words.breaks.to_owned()),
        (!many).then(|| words.keys.to_owned()),
    ];
    html! {
        <figure class="stage from-48 timeline">
            <div>{ for [(wide, "wide"), (narrow, "narrow")].into_iter().map(|(drawing, class)| picture(scene, kept, &Rc::new(drawing), class)) }</div>
            <figcaption class="note">{ sentences.into_iter().flatten().gather().join(" ") }</figcaption>
        </figure>
    }
}

fn group_name(scene: &Scene, group: &Group) -> String {
    let words = &scene.words().timeline;
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
/// with their bounds.
fn note(scene: &Scene, id: ItemId) -> String {
    let (words, tongue) = (scene.words(), &scene.tongue);
    let Some(Item::Event(event)) = scene.deal.item(id) else { return String::new() };
    let date = event.date.as_deref().and_then(Edtf::parse).map(|date| dates::span(tongue, &date));
    let mut parts = vec![(words.event_state)(event.state).to_owned()];
    parts.push(date.unwrap_or_else(|| words.timeline.no_date.to_owned()));
    parts.extend(event.derived.as_ref().map(|_| words.timeline.derived.to_owned()));
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
    let at = kept.at.filter(|at| drawing.rows.iter().any(|row| row.event == *at));
    let at = at.or_else(|| drawing.rows.first().map(|row| row.event));
    let hatch = ["days-", class].concat();
    let view_box = ["0 0 ", &px(drawing.width), " ", &px(drawing.height)].concat();
    html! {
        <div class={["drawing ", class].concat()} key={class}>
            <svg viewBox={view_box} width={px(drawing.width)} height={px(drawing.height)} role="group" aria-label={scene.words().timeline.title}
                onclick={on_click(scene)} onkeydown={on_key(scene, kept, drawing)} lang={scene.deal_language()}>
                <defs><pattern id={hatch.clone()} width="6" height="6" patternTransform="rotate(45)" patternUnits="userSpaceOnUse"><path class="days" d="M0 0v6" /></pattern></defs>
                <g aria-hidden="true">{ for axis(drawing) }</g>
                <g>{ for drawing.rows.iter().map(|row| draw_row(scene, drawing, row, at == Some(row.event), &hatch)) }</g>
            </svg>
        </div>
    }
}

/// The scale with its days, its breaks, and the line of the report's moment.
fn axis(drawing: &Timeline) -> Vec<Html> {
    let mut parts = Vec::new();
    let words = |tick: &Tick, y: f64, class: &'static str| {
        html! { <text {class} key={[class, &*px(tick.x)].concat()} x={px(tick.middle)} y={px(y)} text-anchor="middle" font-size={px(NOTE)}>{ tick.words.as_str() }</text> }
    };
    let line = |key: &'static str, x: f64, from: f64, to: f64| {
        html! { <path class={key} key={[key, "-", &*px(x)].concat()} d={["M", &*px(x), " ", &*px(from), "V", &*px(to)].concat()} /> }
    };
    let Some(now) = &drawing.now else { return parts };
    let top = LINE * 2.0 + 4.0;
    parts.push(html! { <path class="scale" key="scale" d={["M", &*px(drawing.stage.0), " ", &*px(top), "H", &*px(drawing.stage.1)].concat()} /> });
    parts.push(words(now, NOTE, "now-words"));
    parts.push(line("now", now.x, top - 4.0, drawing.height));
    for tick in &drawing.ticks {
        parts.push(words(tick, top - 7.0, "tick-words"));
        parts.push(line("tick", tick.x, top - 4.0, top + 4.0));
    }
    for x in &drawing.breaks {
        let d = ["M", &*px(x - 4.0), " ", &*px(top + 5.0), "l3-10 3 10 3-10"].concat();
        parts.push(html! { <path class="break" key={["break-", &*px(*x)].concat()} {d} /> });
    }
    parts
}

fn draw_row(scene: &Scene, drawing: &Timeline, row: &Row, here: bool, hatch: &str) -> Html {
    let from_right = scene.is_from_right();
    // In an interface that runs from right to left a line starts at its right end.
    let anchor = "start";
    let x = px(drawing.edge);
    let line = |at: usize| px(row.top + (at as f64 + 0.75) * LINE);
    let lines = row.name.len();
    let state = row.state.map_or("several", EventState::word);
    let class = ["event ", state, if row.bar.vague { " vague" } else { "" }].concat();
    let spoken: Vec<String> = row.name.iter().chain(&row.note).cloned().gather();
    html! {
        <g {class} key={scene.id(row.event)} role="button" tabindex={if here { "0" } else { "-1" }} data-node={scene.id(row.event)}
            aria-label={spoken.join(" ")} direction={from_right.then_some("rtl")}>
            <rect class="ground" x="0" y={px(row.top - 4.0)} width={px(drawing.width)} height={px(row.bottom - row.top + 8.0)} />
            { for row.name.iter().enumerate().map(|(at, text)| html! { <text class="name" key={at} x={x.clone()} y={line(at)} text-anchor={anchor} font-size={px(NAME)}>{ text.as_str() }{ " " }</text> }) }
            { for row.note.iter().enumerate().map(|(at, text)| html! { <text class="noted" key={at + lines} x={x.clone()} y={line(at + lines)} text-anchor={anchor} font-size={px(NOTE)}>{ text.as_str() }{ " " }</text> }) }
            { bar(&row.bar, hatch) }
        </g>
    }
}

/// A stretch: closed by an edge where its end is known, an arrow where it goes on.
fn bar(bar: &Bar, hatch: &str) -> Html {
    let (x, y, right, bottom) = (bar.x, bar.y, bar.x + bar.width, bar.y + crate::picture::timeline::BAR);
    let middle = f64::midpoint(y, bottom);
    let mut points = Vec::new();
    let mut add = |x: f64, y: f64| points.push([&*px(x), " ", &*px(y)].concat());
    let inset = |open: bool| if open { 6.0 } else { 0.0 };
    let (start, end) = (x + inset(bar.open.0), right - inset(bar.open.1));
    add(start, y);
    add(end, y);
    if bar.open.1 {
        add(right, middle);
    }
    add(end, bottom);
    add(start, bottom);
    if bar.open.0 {
        add(x, middle);
    }
    let d = ["M", &points.join("L"), "z"].concat();
    let fill = bar.undated.then(|| ["url(#", hatch, ")"].concat());
    html! { <path class={if bar.undated { "stretch undated" } else { "stretch" }} {d} {fill} /> }
}

fn on_click(scene: &Scene) -> Callback<MouseEvent> {
    let act = scene.act.clone();
    Callback::from(move |event: MouseEvent| {
        if let Some(id) = place::marked(&event, "data-node") {
            act.emit(Action::Select(id));
        }
    })
}

/// Walks from event to event, and chooses one.
fn on_key(scene: &Scene, kept: &Kept, drawing: &Rc<Timeline>) -> Callback<KeyboardEvent> {
    let (scene, kept, drawing) = (scene.clone(), kept.clone(), drawing.clone());
    Callback::from(move |event: KeyboardEvent| {
        let Some(id) = place::marked(&event, "data-node") else { return };
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let rows = &drawing.rows;
        let here = scene.deal.find(&id).and_then(|id| rows.iter().position(|row| row.event == id));
        let next = match (event.key().as_str(), here) {
            ("Enter" | " ", _) => {
                event.prevent_default();
                scene.act.emit(Action::Select(id));
                return;
            }
            ("ArrowDown", Some(at)) => rows.get(at + 1),
            ("ArrowUp", Some(at)) => at.checked_sub(1).and_then(|at| rows.get(at)),
            ("Home", _) => rows.first(),
            ("End", _) => rows.last(),
            _ => return,
        };
        event.prevent_default();
        let Some(next) = next.map(|row| row.event) else { return };
        kept.set(Memory { at: Some(next), ..*kept });
        place::focus_near(&event, &["[data-node='", &scene.id(next), "']"].concat());
    })
}

/// Whole pixels are fine enough, and the printing of fractions is not in the module.
fn px(length: f64) -> String {
    (length.round() as i32).to_string()
}
