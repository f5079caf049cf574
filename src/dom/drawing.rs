//! The module that draws (`drawing/`): fetched when a reader first looks at a picture that has to be worked out. Once it
//! is there it answers at once.

use std::cell::RefCell;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use super::ask::{Fetch, ask};
use crate::picture::layered::{Arrow, Extent, Flow, Layered, wire};
use crate::picture::web;

thread_local! {
    static FETCH: Fetch = const { RefCell::new(None) };
    static DRAWING: RefCell<Option<Drawing>> = const { RefCell::new(None) };
}

#[wasm_bindgen]
extern "C" {
    /// What the module exports.
    #[derive(Clone)]
    type Drawing;

    #[wasm_bindgen(method, catch)]
    fn layered(this: &Drawing, graph: &[f64]) -> Result<Vec<f64>, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn save(
        this: &Drawing,
        picture: &Element,
        kind: &str,
        name: &str,
        title: &str,
        lines: Vec<String>,
        dots: &[f64],
        names: Vec<String>,
    ) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn arrange(this: &Drawing, network: &[f64]) -> Result<Vec<f64>, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn swarm(this: &Drawing, nodes: u32, ties: &[u32], ticks: u32) -> Result<Swarm, JsValue>;

    /// A network of many in the making.
    pub(crate) type Swarm;

    /// Works a little; whether there is more to do.
    #[wasm_bindgen(method)]
    pub(crate) fn step(this: &Swarm) -> bool;

    /// How much is done, from 0 to 1.
    #[wasm_bindgen(method)]
    pub(crate) fn progress(this: &Swarm) -> f64;

    /// Where every node is, across and down; the last two are the size of the whole.
    #[wasm_bindgen(method)]
    pub(crate) fn positions(this: &Swarm, wide: f64) -> Vec<f32>;
}

/// The function of the shell that fetches the module and gives a promise of what it exports.
pub(crate) fn draw_with(fetch: Function) {
    FETCH.set(Some(fetch));
}

/// Has the module there; whether it could be had.
pub(crate) async fn fetch() -> bool {
    if DRAWING.with_borrow(Option::is_some) {
        return true;
    }
    let drawing: Option<Drawing> = ask(&FETCH).await.map(JsCast::unchecked_into);
    let came = drawing.is_some();
    DRAWING.set(drawing);
    came
}

/// The layered drawing; `None` where the module is not there.
pub(crate) fn layered(nodes: &[Extent], arrows: &[Arrow], flow: Flow) -> Option<Layered> {
    let drawing = DRAWING.with_borrow(Clone::clone)?;
    let answer = drawing.layered(&wire::graph(nodes, arrows, flow)).ok()?;
    wire::read_drawing(&answer, nodes, arrows.len())
}

/// Hands a picture of the page to the reader as a file: `svg` or `png`, with a title and lines below it, and with what is
/// painted on its canvas, if it has one; whether it could.
pub(crate) fn save(
    picture: &Element,
    kind: &str,
    name: &str,
    title: &str,
    lines: Vec<String>,
    (dots, names): (Vec<f64>, Vec<String>),
) -> bool {
    let drawing = DRAWING.with_borrow(Clone::clone);
    drawing.is_some_and(|drawing| drawing.save(picture, kind, name, title, lines, &dots, names).is_ok())
}

/// The drawing of a network of few; `None` where the module is not there.
pub(crate) fn arrange(sizes: &[web::Extent], bonds: &[web::Bond], frame: web::Frame) -> Option<web::Arrangement> {
    let drawing = DRAWING.with_borrow(Clone::clone)?;
    let answer = drawing.arrange(&web::wire::network(sizes, bonds, frame)).ok()?;
    web::wire::read_drawing(&answer, sizes, bonds)
}

/// A network of many in the making; `None` where the module is not there.
pub(crate) fn swarm(nodes: u32, ties: &[u32], ticks: u32) -> Option<Swarm> {
    DRAWING.with_borrow(Clone::clone)?.swarm(nodes, ties, ticks).ok()
}
