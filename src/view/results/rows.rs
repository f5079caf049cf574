//! Rows that stay: with most letters of a word the same is found, and in it the same words are marked.

use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use crate::deal::{Deal, Few, Item, ItemId};
use crate::reason::Scenario;
use crate::state::View;
use crate::view::memory::{Alive, Draw};
use crate::view::rich;
use crate::view::scene::{Scene, Shared};
use crate::words::Tongue;

/// What draws the rows that are shown.
#[derive(Default)]
pub(in crate::view) struct Rows {
    of: Option<Of>,
    rows: Vec<Row>,
}

/// All that shows in a row besides its item and its marks.
#[derive(PartialEq)]
struct Of {
    deal: Deal,
    tongue: Tongue,
    view: View,
    opened: Few<String>,
    scenario: Option<Shared<Scenario>>,
}

struct Row {
    item: ItemId,
    marks: Marks,
    /// As long as the row is shown.
    draw: Alive,
}

/// What is marked in the name of the item and in its words.
type Marks = [Vec<Range<usize>>; 2];

impl Rows {
    /// Lets go of what is shown no longer, and of all where something else than the search has changed.
    pub(in crate::view) fn fit(&mut self, scene: &Scene) {
        let of = Of {
            deal: scene.deal.clone(),
            tongue: scene.tongue.clone(),
            view: scene.state.view,
            opened: scene.state.opened.clone(),
            scenario: scene.scenario.clone(),
        };
        let same = self.of.as_ref() == Some(&of);
        self.rows.retain(|row| same && row.draw.strong_count() > 0);
        self.of = Some(of);
    }

    /// What draws the row of an item: the same as before where it would draw the same. What an open proof shows hangs on
    /// more than is looked at here.
    pub(in crate::view) fn row(&mut self, scene: &Scene, id: ItemId, draw: impl Fn() -> Html + 'static) -> Draw {
        let item = scene.deal.item(id);
        let statement = item.and_then(Item::statement);
        let name = item.filter(|item| super::is_named(*item)).map(Item::label);
        let hits = |text: Option<&str>| text.map(|text| rich::hits(scene, text)).unwrap_or_default();
        let marks = [hits(name), hits(statement.map(|it| &*it.text))];
        let is_open = statement.is_some_and(|it| scene.state.is_open(&it.id));
        let known = self.rows.iter().find(|row| row.item == id && row.marks == marks && !is_open);
        known.and_then(|row| row.draw.upgrade()).unwrap_or_else(|| {
            let draw: Draw = Rc::new(move |_| draw());
            self.rows.push(Row { item: id, marks, draw: Rc::downgrade(&draw) });
            draw
        })
    }
}
