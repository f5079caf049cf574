//! What hangs on what in a deal, with the drawings of its parts: made once each, however often they are looked at.

use std::cell::RefCell;
use std::rc::Rc;

use crate::deal::ItemId;
use crate::dom::drawing;
use crate::picture::dependence::{Dependence, Ends};
use crate::picture::diagram::{Diagram, Names};
use crate::picture::rail::rail;
use crate::view::pen::Pen;
use crate::view::scene::Scene;
use crate::words::{Tongue, scenario, sentence};

/// So many drawings are kept; going back and forth between a few is what readers do.
const KEPT: usize = 8;

/// All that hangs together, and the drawings that were made of it.
#[derive(Default)]
pub(crate) struct Sketchbook {
    pub(super) whole: Dependence,
    pub(super) ends: Ends,
    sketches: RefCell<Vec<Rc<Sketch>>>,
}

/// A part of it, drawn.
pub(super) struct Sketch {
    /// The words in it are of this language.
    tongue: Tongue,
    /// What was to be drawn.
    wanted: Vec<ItemId>,
    pub(super) part: Dependence,
    /// From layer to layer, where that could be drawn.
    pub(super) layers: Option<Diagram>,
    /// One below the other.
    pub(super) rails: Diagram,
    /// The pieces as they are read in both.
    pub(super) order: Vec<ItemId>,
}

impl Sketchbook {
    pub(super) fn new(whole: Dependence, ends: Ends) -> Self {
        Self { whole, ends, sketches: RefCell::default() }
    }

    /// The drawing of these few pieces, which are in order.
    pub(super) fn sketch(&self, scene: &Scene, wanted: Vec<ItemId>) -> Rc<Sketch> {
        let mut sketches = self.sketches.borrow_mut();
        let known = sketches.iter().find(|known| {
            let whole = known.layers.is_some() || scene.pen != Pen::Here;
            whole && known.tongue == scene.tongue && known.wanted == wanted
        });
        if let Some(known) = known {
            return known.clone();
        }
        let sketch = Rc::new(Sketch::new(scene, self.ends.among(&self.whole, &wanted), wanted));
        if sketches.len() == KEPT {
            sketches.remove(0);
        }
        sketches.push(sketch.clone());
        sketch
    }
}

impl Sketch {
    fn new(scene: &Scene, part: Dependence, wanted: Vec<ItemId>) -> Self {
        let (tongue, deal, mirrored) = (&scene.tongue, &scene.deal, scene.is_from_right());
        let names = Names {
            piece: &|id| sentence::listed(tongue, deal, id),
            sort: &|id| scenario::sort(tongue, deal, id),
            arrow: &|arrow| scenario::tie(tongue, deal, arrow),
        };
        let layers = Diagram::of(&part, mirrored, &names, &drawing::layered);
        let order = layers.as_ref().map_or_else(|| part.pieces.clone(), Diagram::order);
        let rails = rail(&part, &order, mirrored, &names);
        Self { tongue: tongue.clone(), wanted, part, layers, rails, order }
    }
}
