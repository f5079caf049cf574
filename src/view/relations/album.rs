//! The ties of a deal, with the drawings of parts of them: made once each, however often they are looked at.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

use super::dots::Dots;
use crate::deal::{Deal, Item, ItemId, Standing};
use crate::dom::drawing;
use crate::dom::later::next_task;
use crate::picture::web::{Frame, Names, Web};
use crate::query::{Asked, Circle, Tie, ties};
use crate::view::scene::Scene;
use crate::words::{Tongue, relations};

/// The width of a drawing for what is wide, in CSS pixels, and for what is narrow.
const WIDE: f64 = 800.0;
const NARROW: f64 = 300.0;
/// So many drawings are kept.
const KEPT: usize = 6;
/// Of so many actors both drawings are made at once; of more, each takes a task.
const AT_ONCE: usize = 24;

/// All ties, and the drawings that were made of them.
pub(crate) struct Album {
    pub(crate) deal: Deal,
    pub(super) ties: Vec<Tie>,
    /// What was last asked, whether the editor's own ties were shown, and the answer.
    circle: RefCell<Option<(Asked, bool, Rc<Circle>)>>,
    pages: RefCell<Vec<Rc<Page>>>,
    dots: RefCell<Option<Rc<Dots>>>,
}

/// A drawing for a wide explorer, and one for a narrow one.
pub(super) struct Page {
    /// The words in it are of this language.
    tongue: Tongue,
    pub(super) circle: Circle,
    pub(super) wide: Option<Web>,
    narrow: OnceCell<Option<Web>>,
}

impl Page {
    /// The drawing for a narrow explorer; of more than a few actors it comes in a later task.
    pub(super) fn narrow(&self) -> Option<&Web> {
        self.narrow.get()?.as_ref()
    }
}

impl Album {
    pub(crate) fn new(deal: &Deal) -> Self {
        let (circle, pages, dots) = (RefCell::default(), RefCell::default(), RefCell::default());
        Self { deal: deal.clone(), ties: ties(deal), circle, pages, dots }
    }

    /// What is asked of the ties that the reader wants to see: the editor's own can be switched off. The last answer is
    /// kept.
    pub(super) fn circle(&self, scene: &Scene, asked: &Asked) -> Rc<Circle> {
        let (mut circle, editor) = (self.circle.borrow_mut(), scene.state.editor);
        let known = circle.take().filter(|(of, with, _)| of == asked && *with == editor);
        let answer = || {
            let mut ties = self.ties.clone();
            ties.retain(|tie| scene.is_visible(tie.via));
            (asked.clone(), editor, Rc::new(Circle::of(&ties, scene.deal.len(), asked)))
        };
        circle.insert(known.unwrap_or_else(answer)).2.clone()
    }

    /// The layout of many: the last one is kept.
    pub(super) fn dots(&self, circle: &Circle) -> Rc<Dots> {
        let mut dots = self.dots.borrow_mut();
        let known = dots.take().filter(|known| known.is_of(circle));
        dots.insert(known.unwrap_or_else(|| Rc::new(Dots::new(&self.deal, circle)))).clone()
    }

    /// What is painted in a picture of the page, where that is a layout of many.
    pub(crate) fn told(&self, picture: &Element) -> Option<(Vec<f64>, Vec<String>)> {
        self.dots.borrow().as_ref()?.told(picture)
    }

    /// The drawing of a part.
    pub(super) fn page(&self, scene: &Scene, circle: &Circle) -> Rc<Page> {
        let mut pages = self.pages.borrow_mut();
        if let Some(known) = pages.iter().find(|known| known.tongue == scene.tongue && known.circle == *circle) {
            return known.clone();
        }
        let narrow = OnceCell::new();
        let page =
            Page { tongue: scene.tongue.clone(), circle: circle.clone(), wide: draw(scene, circle, WIDE), narrow };
        let page = Rc::new(page);
        if circle.actors.len() <= AT_ONCE {
            let _ = page.narrow.set(draw(scene, circle, NARROW));
        } else {
            let (page, scene) = (page.clone(), scene.clone());
            spawn_local(async move {
                next_task().await;
                let _ = page.narrow.set(draw(&scene, &page.circle, NARROW));
                scene.ready.emit(());
            });
        }
        if pages.len() == KEPT {
            pages.remove(0);
        }
        pages.push(page.clone());
        page
    }
}

/// A drawing of this width.
fn draw(scene: &Scene, circle: &Circle, width: f64) -> Option<Web> {
    let (tongue, deal, mirrored) = (&scene.tongue, &scene.deal, scene.is_from_right());
    let names = Names { note: &|actor| note(scene, actor), tie: &|ties| relations::ties(tongue, deal, ties) };
    Web::of(deal, circle, Frame { width, mirrored }, &names, &drawing::arrange)
}

/// An actor's standing in a word.
pub(super) fn note(scene: &Scene, actor: ItemId) -> String {
    let standing = match scene.deal.item(actor) {
        Some(Item::Actor(actor)) => actor.standing.first().copied(),
        _ => None,
    };
    let words = scene.words();
    match standing {
        None | Some(Standing::Voice) => String::new(),
        Some(standing) => (words.standing)(standing).to_owned(),
    }
}
