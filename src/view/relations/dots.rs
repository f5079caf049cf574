//! The picture of many actors: dots and lines on a canvas, laid out in slices, with its progress and a way to stop it.
//! What it shows the lists have as well.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

use super::album::note;
use super::stage::{MOVE, sizes, zoomed};
use crate::deal::gather::Gather;
use crate::deal::sort::heaviest;
use crate::deal::{Deal, ItemId};
use crate::dom::canvas::Cloud;
use crate::dom::later::{next_task, now, slice};
use crate::dom::listener::Listener;
use crate::dom::place::Held;
use crate::dom::resized::Resized;
use crate::dom::{drawing, place, sights};
use crate::picture::dots::nearest;
use crate::picture::lettering::wrap;
use crate::query::{Circle, TieKind};
use crate::state::Action;
use crate::view::keep::keep;
use crate::view::markup::html;
use crate::view::memory::{Kept, Memory, remember};
use crate::view::scene::Scene;
use crate::words::relations::spoken;

/// How often a picture in the making is shown, in milliseconds.
const NEWS: f64 = 400.0;
/// Ticks of the layout: it begins well, and has settled by then.
const TICKS: u32 = 150;
/// So many ties of a dot are told.
const TOLD: usize = 6;
/// So many actors may be named in the picture, those with the most ties; a name is cut at this width, in its letters.
const NAMED: usize = 400;
const LONGEST: f64 = 16.0;

/// A layout, in the making or made.
pub(super) struct Dots {
    circle: Circle,
    /// Those that are neither of the others, those of support, hostile ones.
    lines: [Vec<(u32, u32)>; 3],
    /// Those with the most ties, by name.
    names: Vec<(u32, String)>,
    places: RefCell<Vec<f32>>,
    size: Cell<(f64, f64)>,
    /// What works it out, once it was begun, to stand in frames of another shape as well.
    swarm: RefCell<Option<drawing::Swarm>>,
    /// Whether its places are for an upright frame.
    upright: Cell<bool>,
    canvas: NodeRef,
    /// How large the canvas was when it was last painted; and what has it painted anew when it is of another size.
    painted: Cell<(i32, i32)>,
    resized: RefCell<Option<Resized>>,
    /// Has it painted anew when the reader's wish for light or dark changes: not every browser has transitions then.
    wished: RefCell<Option<Listener>>,
    begun: Cell<bool>,
    done: Cell<bool>,
    stopped: Cell<bool>,
    /// By how many sizes it is larger than it begins: what the layout tells while it works must not undo it.
    zoom: Cell<i8>,
    /// The dot that the keyboard is at.
    at: Cell<Option<u32>>,
    /// Whether it is going to be painted on the next task.
    due: Cell<bool>,
}

impl Dots {
    pub(super) fn new(deal: &Deal, circle: &Circle) -> Self {
        let at = |actor: ItemId| circle.actors.binary_search(&actor).unwrap_or_default() as u32;
        let lines = [None, Some(TieKind::Support), Some(TieKind::Hostile)].map(|kind| {
            let is_meant = |of: TieKind| match kind {
                Some(kind) => of == kind,
                None => of != TieKind::Support && of != TieKind::Hostile,
            };
            circle.ties.iter().filter(|tie| is_meant(tie.kind)).map(|tie| (at(tie.from), at(tie.to))).gather()
        });
        let mut counts = vec![0_usize; circle.actors.len()];
        for end in circle.ties.iter().flat_map(|tie| [at(tie.from), at(tie.to)]) {
            if let Some(count) = counts.get_mut(end as usize) {
                *count += 1;
            }
        }
        let ties_of = |actor: ItemId| counts.get(at(actor) as usize).copied().unwrap_or_default();
        let named = heaviest(&circle.actors, NAMED, &ties_of).into_iter();
        let name = |actor: ItemId| {
            let name = wrap(deal.item(actor)?.label(), LONGEST, 1).pop()?;
            Some((at(actor), name))
        };
        Self {
            circle: circle.clone(),
            lines,
            names: named.filter_map(name).gather(),
            places: RefCell::default(),
            size: Cell::default(),
            swarm: RefCell::default(),
            upright: Cell::default(),
            canvas: NodeRef::default(),
            painted: Cell::default(),
            resized: RefCell::default(),
            wished: RefCell::default(),
            begun: Cell::default(),
            done: Cell::default(),
            stopped: Cell::default(),
            zoom: Cell::default(),
            at: Cell::default(),
            due: Cell::default(),
        }
    }

    pub(super) fn is_of(&self, circle: &Circle) -> bool {
        self.circle == *circle
    }

    fn actor(&self, dot: u32) -> Option<ItemId> {
        self.circle.actors.get(dot as usize).copied()
    }

    /// Paints on the next task, once however often it is asked for until then.
    fn paint_soon(self: &Rc<Self>) {
        if !self.due.replace(true) {
            let dots = self.clone();
            spawn_local(async move {
                next_task().await;
                dots.due.set(false);
                dots.paint();
            });
        }
    }

    /// Where an arrow key leads: of the dots tied to this one to the nearest in that direction, else to the nearest of
    /// all; at first to the one with the most ties.
    fn toward(&self, toward: (f64, f64)) -> Option<u32> {
        let places = self.places.borrow();
        let ties = || self.lines.iter().flatten();
        let Some(from) = self.at.get() else { return self.names.first().map(|(dot, _)| *dot) };
        let mut tied = ties().filter_map(|(one, other)| match from {
            _ if *one == from => Some(*other),
            _ if *other == from => Some(*one),
            _ => None,
        });
        let found = nearest(&places, from, toward, &mut tied);
        found.or_else(|| nearest(&places, from, toward, &mut (0..self.circle.actors.len() as u32)))
    }

    /// Has something done with all that is painted.
    fn with<T>(&self, act: impl FnOnce(&Cloud<'_>) -> T) -> T {
        // Names that come and go while it is laid out could not be read.
        let names = if self.done.get() { &*self.names } else { &[] };
        let (places, size, ringed) = (&*self.places.borrow(), self.size.get(), self.at.get());
        act(&Cloud { places, size, lines: &self.lines, names, ringed })
    }

    fn paint(self: &Rc<Self>) {
        let Some(canvas) = self.canvas.cast::<Element>() else { return };
        let mut resized = self.resized.borrow_mut();
        if !resized.as_ref().is_some_and(|resized| resized.is_of(&canvas)) {
            let dots = Rc::downgrade(self);
            *resized = Resized::new(&canvas, move || {
                if let Some(dots) = dots.upgrade().filter(|dots| dots.extent() != Some(dots.painted.get())) {
                    dots.paint_soon();
                }
            });
        }
        let mut wished = self.wished.borrow_mut();
        if wished.is_none() {
            let dots = Rc::downgrade(self);
            *wished = sights::on_wish(move || {
                if let Some(dots) = dots.upgrade() {
                    dots.paint_soon();
                }
            });
        }
        self.painted.set(self.extent().unwrap_or_default());
        if self.upright.get() != is_upright(self.painted.get()) {
            self.take();
        }
        let _ = self.with(|cloud| cloud.paint(&canvas));
    }

    /// The width and the height of the canvas, in CSS pixels.
    fn extent(&self) -> Option<(i32, i32)> {
        let canvas = self.canvas.cast::<Element>()?;
        Some((canvas.client_width(), canvas.client_height()))
    }

    /// What is painted, where the canvas stands in a picture that is to be saved.
    pub(super) fn told(&self, picture: &Element) -> Option<(Vec<f64>, Vec<String>)> {
        let canvas = self.canvas.cast::<Element>().filter(|canvas| picture.contains(Some(canvas)))?;
        Some(self.with(|cloud| cloud.told(&canvas)))
    }

    /// Takes the places that the layout has now, for a frame like that of the canvas.
    fn take(&self) -> Option<()> {
        let upright = is_upright(self.extent()?);
        let mut places = self.swarm.borrow().as_ref()?.positions(if upright { 0.8 } else { 1.5 });
        let high = places.pop().unwrap_or_default();
        self.size.set((f64::from(places.pop().unwrap_or_default()), f64::from(high)));
        self.upright.set(upright);
        self.places.replace(places);
        Some(())
    }

    /// Lays out to the end, or until the reader stops it or leaves.
    async fn run(self: Rc<Self>, kept: Kept) {
        // What drew the view has taken its time already.
        next_task().await;
        let ends = self.lines.iter().flatten().flat_map(|(from, to)| [*from, *to]).gather();
        let Some(swarm) = drawing::swarm(self.circle.actors.len() as u32, &ends, TICKS) else { return };
        self.swarm.replace(Some(swarm));
        let step = || self.swarm.borrow().as_ref().is_some_and(drawing::Swarm::step);
        let mut told = now();
        loop {
            let more = slice(step);
            next_task().await;
            if self.canvas.cast::<Element>().is_none() {
                // Who comes back sees it begin anew.
                self.begun.set(false);
                return;
            }
            if !more || self.stopped.get() {
                break;
            }
            if now() - told > NEWS {
                told = now();
                self.take();
                self.paint_soon();
                let part = self.swarm.borrow().as_ref().map_or(0.0, drawing::Swarm::progress);
                self.tell(&kept, (part * 100.0) as i32);
            }
        }
        self.take();
        self.done.set(true);
        self.paint_soon();
        // What stops it goes.
        let held = Held::now();
        self.tell(&kept, 100);
        next_task().await;
        if let Some(held) = held {
            held.hand_on();
        }
    }

    fn tell(&self, kept: &Kept, part: i32) {
        kept.set(Memory {
            part,
            // Of another picture in the same place the same may have been told before.
            turn: kept.turn + 1,
            zoom: self.zoom.get(),
            at: self.at.get().and_then(|at| self.actor(at)),
            ..Memory::default()
        });
    }
}

/// Whether a canvas is rather high than wide. A layout is for one of these two shapes, so that it does not change with
/// every change of a size.
fn is_upright((wide, high): (i32, i32)) -> bool {
    high > wide
}

/// The picture.
pub(super) fn dots(scene: &Scene, dots: Rc<Dots>) -> Html {
    let scene = scene.clone();
    remember("dots", move |kept| draw(&scene, &dots, kept))
}

fn draw(scene: &Scene, dots: &Rc<Dots>, kept: &Kept) -> Html {
    let words = scene.words().ties();
    dots.zoom.set(kept.zoom);
    if dots.begun.replace(true) {
        // What was painted is gone with the canvas that it was painted on; the new one is there on the next task.
        dots.paint_soon();
    } else {
        spawn_local(dots.clone().run(kept.clone()));
    }
    let stop = {
        let dots = dots.clone();
        Callback::from(move |_: MouseEvent| dots.stopped.set(true))
    };
    let choose = {
        let (dots, scene) = (dots.clone(), scene.clone());
        Callback::from(move |event: MouseEvent| {
            if let Some(actor) = dots.with(|cloud| cloud.pressed(&event)).and_then(|at| dots.actor(at)) {
                scene.act.emit(Action::Actor(Some(scene.id(actor))));
            }
        })
    };
    // Its colours are the style sheet's: whatever changes them, the style sheet tells by the end of a transition.
    let recoloured = {
        let dots = dots.clone();
        Callback::from(move |_: TransitionEvent| dots.paint_soon())
    };
    let at = kept.at.map(|at| spoken(&scene.tongue, &scene.deal, &dots.circle, at, &note(scene, at), TOLD));
    let making = (!dots.done.get()).then(|| {
        let part = scene.tongue.format.number(f64::from(kept.part));
        html! {
            <p class="doings">
                <span class="status" role="status">{ (words.laying_out)(&part) }</span>
                <button type="button" class="line-button" onclick={stop}>{ words.stop }</button>
            </p>
        }
    });
    html! {
        <figure class="stage web" tabindex="-1">
            <div class={["drawing zoom", &kept.zoom.to_string()].concat()} data-picture="" tabindex="0" role="application" aria-label={words.picture} onkeydown={on_key(scene, dots, kept)} ontransitionend={recoloured}>
                <canvas ref={dots.canvas.clone()} class="dots" role="img" aria-label={words.picture} onclick={choose}></canvas>
            </div>
            <figcaption class="note"><p class="said-dot" role="status" lang={scene.deal_language()}>{ at }</p><div>{ for making }</div>{ sizes(scene, kept) }<p>{ words.dots }{ " " }<span class="keys">{ words.dots_keys }</span></p>{ keep(scene, "relations") }</figcaption>
        </figure>
    }
}

/// Walks from dot to dot, chooses one, and makes the picture larger and smaller.
fn on_key(scene: &Scene, dots: &Rc<Dots>, kept: &Kept) -> Callback<KeyboardEvent> {
    let (scene, dots, kept) = (scene.clone(), dots.clone(), kept.clone());
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let key = event.key();
        let toward = match key.as_str() {
            "ArrowRight" => (1.0, 0.0),
            "ArrowLeft" => (-1.0, 0.0),
            "ArrowDown" => (0.0, 1.0),
            "ArrowUp" => (0.0, -1.0),
            "Enter" | " " => {
                if let Some(actor) = dots.at.get().and_then(|at| dots.actor(at)) {
                    event.prevent_default();
                    scene.act.emit(Action::Actor(Some(scene.id(actor))));
                }
                return;
            }
            "+" | "=" | "-" | "−" | "0" => {
                event.prevent_default();
                let by = i8::from(matches!(&*key, "+" | "=")) - i8::from(matches!(&*key, "-" | "−"));
                kept.set(Memory { zoom: zoomed(kept.zoom, by), ..*kept });
                return;
            }
            _ => return,
        };
        event.prevent_default();
        if event.shift_key() {
            place::pan(&event, toward.0 * MOVE, toward.1 * MOVE);
        } else if let Some(next) = dots.toward(toward) {
            dots.at.set(Some(next));
            if let Some(canvas) = dots.canvas.cast::<Element>() {
                let _ = dots.with(|cloud| cloud.scroll_to(&canvas, next));
            }
            kept.set(Memory { at: dots.actor(next), ..*kept });
        }
    })
}
