//! Actors and what ties them, drawn: a box for each with its name and standing, and lines with words.

use crate::deal::gather::Gather;
use crate::deal::{Deal, Item, ItemId, Standing};
use crate::query::{Circle, Tie, TieKind};

use super::diagram::{LINE, NAME, NOTE, PAD};
use super::lettering::{BOLD, width, wrap};

pub use deal_network::{Arrangement, Bond, Course, Extent, Frame, Place, Point, wire};

/// The most actors that are drawn with names and words; more are dots.
pub const FEW: usize = 100;
/// The most that a line of a name takes.
const NAME_ROOM: f64 = 132.0;
/// The most that words on a line take.
const WORDS_ROOM: f64 = 104.0;

/// An actor in its box.
#[derive(Debug, Clone, PartialEq)]
pub struct Knot {
    /// The actor.
    pub actor: ItemId,
    /// Where its box stands.
    pub place: Place,
    /// Its standing in a word; empty for one without.
    pub note: String,
    /// Its first standing.
    pub standing: Option<Standing>,
    /// Its name, line by line.
    pub name: Vec<String>,
}

/// A line for all ties of one sort from one actor to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Strand {
    /// The ties; all have the same ends.
    pub ties: Vec<Tie>,
    /// Its way.
    pub course: Course,
    /// Its words, line by line; where there is no room for them, the list has them.
    pub words: Vec<String>,
}

impl Strand {
    /// What sort of tie it is.
    pub fn kind(&self) -> Option<TieKind> {
        self.ties.first().map(|tie| tie.kind)
    }

    /// Whether it holds both ways.
    pub fn is_mutual(&self) -> bool {
        self.ties.iter().any(|tie| tie.mutual)
    }
}

/// The drawing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Web {
    /// In CSS pixels.
    pub width: f64,
    /// In CSS pixels.
    pub height: f64,
    /// The actors, in the document's order.
    pub knots: Vec<Knot>,
    /// The ties.
    pub strands: Vec<Strand>,
}

/// How things are called in it.
pub struct Names<'a> {
    /// An actor's standing.
    pub note: &'a dyn Fn(ItemId) -> String,
    /// What a line for these ties says.
    pub tie: &'a dyn Fn(&[Tie]) -> String,
}

/// What gives the places: `deal_network::arrange`, or another program that has it.
pub type Draw<'a> = &'a dyn Fn(&[Extent], &[Bond], Frame) -> Option<Arrangement>;

impl Web {
    /// Draws the actors and ties in this frame; `None` where nothing draws them.
    pub fn of(deal: &Deal, circle: &Circle, frame: Frame, names: &Names<'_>, draw: Draw<'_>) -> Option<Self> {
        let mut knots: Vec<Knot> = circle.actors.iter().map(|actor| knot(deal, *actor, names)).gather();
        let bundles = bundles(&circle.ties);
        let words: Vec<Vec<String>> =
            bundles.iter().map(|ties| wrap(&(names.tie)(ties), WORDS_ROOM / NOTE, 5)).gather();
        let at = |actor: ItemId| circle.actors.binary_search(&actor).unwrap_or(usize::MAX);
        let bond = |(ties, words): (&Vec<Tie>, &Vec<String>)| {
            let tie = ties.first()?;
            Some(Bond { from: at(tie.from), to: at(tie.to), length: length(tie.kind), label: room(words) })
        };
        let bonds: Vec<Bond> = bundles.iter().zip(&words).filter_map(bond).gather();
        let sizes: Vec<Extent> =
            knots.iter().map(|knot| Extent { width: knot.place.width, height: knot.place.height }).gather();
        let drawn = draw(&sizes, &bonds, frame)?;
        for (knot, place) in knots.iter_mut().zip(drawn.boxes) {
            knot.place = place;
        }
        let lines = bundles.into_iter().zip(words).zip(drawn.courses);
        let strands = lines.filter_map(|((ties, words), course)| Some(Strand { ties, course: course?, words }));
        Some(Self { width: drawn.width, height: drawn.height, knots, strands: strands.gather() })
    }

    /// The actor that an arrow key leads to: of those tied to this one the nearest in that direction, else the nearest of
    /// all there. `dx` and `dy` are −1, 0 or 1.
    pub fn toward(&self, from: ItemId, dx: f64, dy: f64) -> Option<ItemId> {
        let here = self.knots.iter().find(|knot| knot.actor == from)?.place.center();
        let is_tied = |actor: ItemId| {
            let ends = self.strands.iter().filter_map(|strand| strand.ties.first());
            ends.into_iter().any(|tie| (tie.from, tie.to) == (from, actor) || (tie.from, tie.to) == (actor, from))
        };
        let mut best: Option<(f64, ItemId)> = None;
        for knot in self.knots.iter().filter(|knot| knot.actor != from) {
            let there = knot.place.center();
            let (x, y) = (there.x - here.x, there.y - here.y);
            let (along, aside) = (x * dx + y * dy, (x * dy - y * dx).abs());
            // Within a right angle around the direction.
            if along <= 0.0 || aside > along {
                continue;
            }
            let far = along + 2.0 * aside + if is_tied(knot.actor) { 0.0 } else { 1e6 };
            if best.is_none_or(|(least, _)| far < least) {
                best = Some((far, knot.actor));
            }
        }
        best.map(|(_, actor)| actor)
    }
}

/// Friends and what belongs together stand near each other, who fights at a distance.
fn length(kind: TieKind) -> f64 {
    match kind {
        TieKind::Part => 0.8,
        TieKind::Support => 1.0,
        TieKind::Contact | TieKind::Pressure => 1.2,
        TieKind::Hostile | TieKind::Condition => 1.5,
    }
}

/// The ties in lists of the same ends, sort and part, each where the first of it stands.
fn bundles(ties: &[Tie]) -> Vec<Vec<Tie>> {
    let same = |a: &Tie, b: &Tie| (a.from, a.to, a.kind, a.role, a.mutual) == (b.from, b.to, b.kind, b.role, b.mutual);
    let mut bundles: Vec<Vec<Tie>> = Vec::new();
    for tie in ties {
        match bundles.iter_mut().find(|bundle| bundle.first().is_some_and(|first| same(first, tie))) {
            Some(bundle) => bundle.push(*tie),
            None => bundles.push(vec![*tie]),
        }
    }
    bundles
}

fn knot(deal: &Deal, actor: ItemId, names: &Names<'_>) -> Knot {
    let (label, standing) = match deal.item(actor) {
        Some(Item::Actor(it)) => (it.name.as_str(), it.standing.first().copied()),
        _ => ("", None),
    };
    let note = (names.note)(actor);
    let name = wrap(label, NAME_ROOM / NAME / BOLD, 3);
    let lines = name.iter().map(|line| width(line) * NAME * BOLD);
    let wide = lines.fold(width(&note) * NOTE, f64::max) + 2.0 * PAD;
    let lines = name.len() as f64 + f64::from(u8::from(!note.is_empty()));
    let place = Place { width: wide, height: lines * LINE + 10.0, ..Place::default() };
    Knot { actor, place, note, standing, name }
}

fn room(words: &[String]) -> Option<Extent> {
    let wide = words.iter().map(|line| width(line) * NOTE).fold(0.0, f64::max);
    (!words.is_empty()).then_some(Extent { width: wide + 4.0, height: words.len() as f64 * (NOTE + 3.0) })
}
