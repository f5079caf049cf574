//! The picture of many actors: dots and lines on a canvas, laid out in slices, with its progress and a way to stop it.
//! What it shows the lists have as well.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

use super::stage::sizes;
use crate::deal::ItemId;
use crate::deal::gather::Gather;
use crate::dom::canvas::{Stroke, paint, pressed};
use crate::dom::drawing;
use crate::dom::later::{next_task, now, slice};
use crate::query::{Circle, TieKind};
use crate::state::Action;
use crate::view::keep::keep;
use crate::view::markup::html;
use crate::view::memory::{Kept, Memory, remember};
use crate::view::scene::Scene;

/// How often a picture in the making is shown, in milliseconds.
const NEWS: f64 = 400.0;
/// Ticks of the layout: it begins well, and has settled by then.
const TICKS: u32 = 150;

/// A layout, in the making or made.
pub(super) struct Dots {
    actors: Vec<ItemId>,
    lines: [Vec<(u32, u32)>; 3],
    places: RefCell<Vec<f32>>,
    size: Cell<(f64, f64)>,
    canvas: NodeRef,
    begun: Cell<bool>,
    done: Cell<bool>,
    stopped: Cell<bool>,
    /// By how many sizes it is larger than it begins: what the layout tells while it works must not undo it.
    zoom: Cell<i8>,
}

impl Dots {
    pub(super) fn new(circle: &Circle) -> Self {
        let at = |actor: ItemId| circle.actors.binary_search(&actor).unwrap_or_default() as u32;
        let lines = [Some(TieKind::Support), Some(TieKind::Hostile), None].map(|kind| {
            let is_meant = |of: TieKind| match kind {
                Some(kind) => of == kind,
                None => of != TieKind::Support && of != TieKind::Hostile,
            };
            circle.ties.iter().filter(|tie| is_meant(tie.kind)).map(|tie| (at(tie.from), at(tie.to))).gather()
        });
        Self {
            actors: circle.actors.clone(),
            lines,
            places: RefCell::default(),
            size: Cell::default(),
            canvas: NodeRef::default(),
            begun: Cell::default(),
            done: Cell::default(),
            stopped: Cell::default(),
            zoom: Cell::default(),
        }
    }

    pub(super) fn is_of(&self, circle: &Circle) -> bool {
        let lines: usize = self.lines.iter().map(Vec::len).sum();
        self.actors == circle.actors && lines == circle.ties.len()
    }

    fn paint(&self) {
        let Some(canvas) = self.canvas.cast::<Element>() else { return };
        let [support, hostile, other] = &self.lines;
        let strokes = [
            Stroke { colour: "text-decoration-color", dash: 0.0, lines: other },
            Stroke { colour: "outline-color", dash: 0.0, lines: support },
            Stroke { colour: "column-rule-color", dash: 6.0, lines: hostile },
        ];
        let _ = paint(&canvas, &self.places.borrow(), self.size.get(), &strokes);
    }

    /// Takes the places that the layout has now.
    fn take(&self, swarm: &drawing::Swarm) {
        let mut places = swarm.positions(1.5);
        let high = places.pop().unwrap_or_default();
        let wide = places.pop().unwrap_or_default();
        self.size.set((f64::from(wide), f64::from(high)));
        self.places.replace(places);
    }

    /// Lays out to the end, or until the reader stops it or leaves.
    async fn run(self: Rc<Self>, kept: Kept) {
        let ends = self.lines.iter().flatten().flat_map(|(from, to)| [*from, *to]).gather();
        let Some(swarm) = drawing::swarm(self.actors.len() as u32, &ends, TICKS) else { return };
        let mut told = now();
        loop {
            let more = slice(|| swarm.step());
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
                self.take(&swarm);
                self.paint();
                self.tell(&kept, (swarm.progress() * 100.0) as i32);
            }
        }
        self.take(&swarm);
        self.done.set(true);
        self.paint();
        self.tell(&kept, 100);
    }

    fn tell(&self, kept: &Kept, part: i32) {
        kept.set(Memory { part, zoom: self.zoom.get(), ..Memory::default() });
    }
}

/// The picture.
pub(super) fn dots(scene: &Scene, dots: Rc<Dots>) -> Html {
    let scene = scene.clone();
    remember("dots", move |kept| draw(&scene, &dots, kept))
}

fn draw(scene: &Scene, dots: &Rc<Dots>, kept: &Kept) -> Html {
    let words = &scene.words().relations_view;
    dots.zoom.set(kept.zoom);
    if dots.begun.replace(true) {
        // What was painted is gone with the canvas that it was painted on; the new one is there on the next task.
        let dots = dots.clone();
        spawn_local(async move {
            next_task().await;
            dots.paint();
        });
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
            let found = pressed(&event, &dots.places.borrow(), dots.size.get());
            if let Some(actor) = found.and_then(|at| dots.actors.get(at)) {
                scene.act.emit(Action::Actor(Some(scene.id(*actor))));
            }
        })
    };
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
        <figure class="stage web">
            <div class={["drawing zoom", &kept.zoom.to_string()].concat()} data-picture="" tabindex="0" role="group" aria-label={words.picture}>
                <canvas ref={dots.canvas.clone()} class="dots" role="img" aria-label={words.picture} onclick={choose}></canvas>
            </div>
            <figcaption class="note"><div>{ for making }</div>{ sizes(scene, kept) }<p>{ words.dots }</p>{ keep(scene, "relations") }</figcaption>
        </figure>
    }
}
