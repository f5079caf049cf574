//! Events in time: one below the other, each with the stretch in which it lies, before and after the moment of the
//! report; those without a date in lists below. Labels have rows of their own, so that none can lie over another.

mod scale;

use crate::deal::gather::Gather;
use crate::deal::sort::sort_by_key;
use crate::deal::{Date, Deal, Edtf, EventState, Item, ItemId};
use crate::picture::lettering::{BOLD, width, wrap};

pub use scale::{Scale, number};

/// More events than so many are drawn in groups.
pub const MANY: usize = 40;
/// The size of names, and of what is noted below them.
pub const NAME: f64 = 13.0;
/// The size of notes.
pub const NOTE: f64 = 12.0;
/// From line to line.
const LINE: f64 = 17.0;
/// How high a bar is.
pub const BAR: f64 = 12.0;
const GAP: f64 = 12.0;
/// From entry to entry of a list: with its line each has the height of what a finger hits.
const CLOSE: f64 = 8.0;
/// Left free at the sides.
const EDGE: f64 = 8.0;
/// No bar is shorter.
const LEAST: f64 = 6.0;
/// The part of the scale that is left for what is open on a side.
const OPEN: f64 = 0.14;

/// Where the stretch of an event begins and ends, and how firmly.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// Its left edge.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// How long it is.
    pub width: f64,
    /// Whether it goes on to the left, nobody says how far; to the right.
    pub open: (bool, bool),
    /// Whether it counts events that have no date.
    pub undated: bool,
    /// Whether the date is written as approximate or uncertain.
    pub vague: bool,
}

/// An event, or several of the same years.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The event; of several the first.
    pub event: ItemId,
    /// What is past, goes on, or is to come; `None` for several.
    pub state: Option<EventState>,
    /// Where the row begins and ends, from the top.
    pub top: f64,
    /// Its end.
    pub bottom: f64,
    /// Its name in lines.
    pub name: Vec<String>,
    /// What is noted of it, in lines.
    pub note: Vec<String>,
    /// Its stretch; `None` where the document has no date.
    pub bar: Option<Bar>,
}

/// What stands over those events without a date that are past, go on, or are to come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Head {
    /// Its baseline.
    pub y: f64,
    /// Past, ongoing, or expected; what is scheduled stands with what is expected.
    pub state: EventState,
}

/// A day at the scale, with its words.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Where.
    pub x: f64,
    /// The middle of its words.
    pub middle: f64,
    /// Its words.
    pub words: String,
}

/// Events that are drawn as one bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The first year and the last; `None`: no date.
    pub years: Option<(i32, i32)>,
    /// The first of them.
    pub first: ItemId,
    /// How many.
    pub count: usize,
}

/// The drawing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Timeline {
    /// How wide it is.
    pub width: f64,
    /// How high.
    pub height: f64,
    /// The events: first those with a date.
    pub rows: Vec<Row>,
    /// What stands over those without.
    pub heads: Vec<Head>,
    /// Where what has a date ends, from the top.
    pub foot: f64,
    /// The days at the scale.
    pub ticks: Vec<Tick>,
    /// Where the scale changes.
    pub breaks: Vec<f64>,
    /// The moment of the report, with its words.
    pub now: Option<Tick>,
    /// Where names begin: their left edge, or from right to left their right one.
    pub edge: f64,
    /// Where the bars may be.
    pub stage: (f64, f64),
}

/// How it is to be drawn.
pub struct Frame<'a> {
    /// How wide.
    pub width: f64,
    /// Whether the bars stand beside the names, rather than below them.
    pub beside: bool,
    /// Whether time runs from right to left.
    pub mirrored: bool,
    /// The name of an event, and what is noted of it.
    pub name: &'a dyn Fn(ItemId) -> (String, String),
    /// A date in words.
    pub date: &'a dyn Fn(Date) -> String,
    /// The moment of the report, as a day and a part of it (see [`number`]), and in words.
    pub now: Option<(f64, &'a str)>,
}

/// The events in groups of 1, 10, 100 … years, such that there are no more of them than [`MANY`]; and how many years.
pub fn groups(events: &[(ItemId, Option<Edtf>)]) -> (Vec<Group>, i32) {
    let year = |date: &Option<Edtf>| date.and_then(|date| date.earliest.or(date.latest)).map(|day| day.year);
    let mut sorted: Vec<(Option<i32>, ItemId)> = events.iter().map(|(id, date)| (year(date), *id)).gather();
    sort_by_key(&mut sorted, |(year, _)| (year.is_none(), *year));
    let mut step = 1;
    loop {
        let mut groups: Vec<Group> = Vec::new();
        for (year, id) in &sorted {
            let from = year.map(|year| year.div_euclid(step) * step);
            let years = from.map(|from| (from, from + step - 1));
            match groups.last_mut().filter(|group| group.years == years) {
                Some(group) => group.count += 1,
                None => groups.push(Group { years, first: *id, count: 1 }),
            }
        }
        if groups.len() <= MANY || step >= 10_000 {
            return (groups, step);
        }
        step *= 10;
    }
}

impl Timeline {
    /// Draws each of the events, from top to bottom as they come: those with a date on the scale, the others below it.
    pub fn of(deal: &Deal, events: &[(ItemId, Option<Edtf>)], frame: &Frame<'_>) -> Self {
        let now = frame.now.map(|(now, _)| now);
        // The day of the report as a whole: the hours of it would be a stretch of their own.
        let mut days: Vec<f64> = now.into_iter().flat_map(|now| [now.floor(), now.floor() + 1.0]).gather();
        let mut dates: Vec<(f64, Date)> = Vec::new();
        for date in events.iter().filter_map(|(_, date)| *date) {
            days.extend(date.earliest.map(number));
            days.extend(date.latest.map(|day| number(day) + 1.0));
            dates.extend(date.dates().map(|date| (number(date.first()), date)));
        }
        let scale = Scale::of(days);
        let (left, right) =
            if frame.beside { (frame.width * 0.46, frame.width - EDGE) } else { (EDGE, frame.width - EDGE) };
        let room = if frame.beside { frame.width * 0.42 } else { frame.width - 16.0 };
        let whole = right - left;
        let x = |place: f64| left + whole * (OPEN + (1.0 - 2.0 * OPEN) * place);
        let at = |day: f64| x(scale.place(day));
        let mut y = LINE * 2.0 + 14.0;
        let mut rows = Vec::new();
        for (id, date) in events {
            let (Some(Item::Event(event)), Some(date)) = (deal.item(*id), *date) else { continue };
            let (name, note) = (frame.name)(*id);
            let name = wrap(&name, room / NAME / BOLD, 3);
            let note = wrap(&note, room / NOTE, 3);
            let text = (name.len() + note.len()) as f64 * LINE;
            let here = now.map_or(x(0.5), at);
            let (from, to, open) = stretch(event.state, date, here, (left, right), &at);
            let bar = Bar {
                x: from,
                y: if frame.beside { y + (text - BAR) / 2.0 } else { y + text },
                width: (to - from).max(LEAST),
                open,
                undated: false,
                vague: date.dates().any(|date| date.approximate || date.uncertain),
            };
            let bottom = y + if frame.beside { text } else { text + BAR };
            rows.push(Row { event: *id, state: Some(event.state), top: y, bottom, name, note, bar: Some(bar) });
            y = bottom + GAP;
        }
        let foot = y;
        let heads = list(deal, events, frame, &mut rows, &mut y);
        let mut drawn = Self {
            width: frame.width,
            height: y,
            rows,
            heads,
            foot,
            ticks: ticks(dates, &at, (left, right), frame),
            breaks: scale.breaks.iter().map(|place| x(*place)).gather(),
            now: frame.now.map(|(day, words)| tick(at(day), words.to_owned(), (left, right))),
            edge: EDGE,
            stage: (left, right),
        };
        if frame.mirrored {
            drawn.mirror();
        }
        drawn
    }

    /// Draws groups: a bar for each, as long as it has events.
    pub fn of_groups(groups: &[Group], width: f64, mirrored: bool, name: &dyn Fn(&Group) -> String) -> Self {
        let (left, right) = (width * 0.5, width - 8.0);
        let most = groups.iter().map(|group| group.count).max().unwrap_or(1) as f64;
        let mut rows = Vec::new();
        let mut y = GAP;
        for group in groups {
            let name = wrap(&name(group), (left - 16.0) / NAME / BOLD, 2);
            let bottom = y + name.len() as f64 * LINE;
            let long = ((right - left) * group.count as f64 / most).max(LEAST);
            let y_bar = y + (bottom - y - BAR) / 2.0;
            let bar = Bar {
                x: left,
                y: y_bar,
                width: long,
                open: (false, false),
                undated: group.years.is_none(),
                vague: false,
            };
            rows.push(Row { event: group.first, state: None, top: y, bottom, name, note: Vec::new(), bar: Some(bar) });
            y = bottom + GAP / 2.0;
        }
        let stage = (left, right);
        let mut drawn = Self { width, height: y + GAP, rows, edge: EDGE, stage, ..Self::default() };
        if mirrored {
            drawn.mirror();
        }
        drawn
    }

    fn mirror(&mut self) {
        let width = self.width;
        for bar in self.rows.iter_mut().filter_map(|row| row.bar.as_mut()) {
            bar.x = width - bar.x - bar.width;
            bar.open = (bar.open.1, bar.open.0);
        }
        for tick in self.ticks.iter_mut().chain(&mut self.now) {
            (tick.x, tick.middle) = (width - tick.x, width - tick.middle);
        }
        self.breaks.iter_mut().for_each(|x| *x = width - *x);
        self.edge = width - self.edge;
        self.stage = (width - self.stage.1, width - self.stage.0);
    }
}

/// Lists the events without a date, what is past, what goes on and what is to come apart, as they come.
fn list(
    deal: &Deal,
    events: &[(ItemId, Option<Edtf>)],
    frame: &Frame<'_>,
    rows: &mut Vec<Row>,
    y: &mut f64,
) -> Vec<Head> {
    let mut heads: Vec<Head> = Vec::new();
    for (id, _) in events.iter().filter(|(_, date)| date.is_none()) {
        let Some(Item::Event(event)) = deal.item(*id) else { continue };
        let state = if event.state == EventState::Scheduled { EventState::Expected } else { event.state };
        if heads.last().is_none_or(|head| head.state != state) {
            *y += LINE;
            heads.push(Head { y: *y, state });
            *y += GAP;
        }
        let (name, note) = (frame.name)(*id);
        let room = frame.width - 2.0 * EDGE;
        let (name, note) = (wrap(&name, room / NAME, 6), wrap(&note, room / NOTE, 3));
        let bottom = *y + (name.len() + note.len()) as f64 * LINE;
        rows.push(Row { event: *id, state: Some(event.state), top: *y, bottom, name, note, bar: None });
        *y = bottom + CLOSE;
    }
    heads
}

/// Where a stretch begins and ends, and whether it goes on. What is past ends no later than the report's moment, and
/// what is to come begins no earlier: a date of whole days would say otherwise of the day of the report.
fn stretch(
    state: EventState,
    date: Edtf,
    now: f64,
    (left, right): (f64, f64),
    at: &dyn Fn(f64) -> f64,
) -> (f64, f64, (bool, bool)) {
    let from = date.earliest.map_or(left, |day| at(number(day)));
    let to = date.latest.map_or(right, |day| at(number(day) + 1.0));
    let open = (date.earliest.is_none(), date.latest.is_none());
    // Where all of it lies on the other side, the document is not made to agree with itself.
    let is_cut = from < now && now < to;
    match state {
        EventState::Past if is_cut => (from, now, (open.0, false)),
        EventState::Expected | EventState::Scheduled if is_cut => (now, to, (false, open.1)),
        _ => (from, to, open),
    }
}

fn tick(x: f64, words: String, (left, right): (f64, f64)) -> Tick {
    let half = width(&words) * NOTE / 2.0;
    Tick { x, middle: x.max(left + half).min((right - half).max(left + half)), words }
}

/// The days that have room for their words, from the first on.
fn ticks(mut dates: Vec<(f64, Date)>, at: &dyn Fn(f64) -> f64, room: (f64, f64), frame: &Frame<'_>) -> Vec<Tick> {
    crate::deal::sort::sort_by(&mut dates, |one, other| one.0.total_cmp(&other.0));
    let mut ticks: Vec<Tick> = Vec::new();
    for (day, date) in dates {
        let tick = tick(at(day), (frame.date)(date), room);
        let half = width(&tick.words) * NOTE / 2.0;
        let end = ticks.last().map_or(f64::MIN, |last| last.middle + width(&last.words) * NOTE / 2.0 + 8.0);
        if tick.middle - half >= end && tick.middle + half <= room.1 + 1.0 {
            ticks.push(tick);
        }
    }
    ticks
}
