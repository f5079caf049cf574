//! Every piece as a list: the picture's equal, in its order and with its keys.

use std::rc::Rc;

use yew::prelude::*;

use super::sketch::Sketch;
use super::story::Story;
use crate::deal::ItemId;
use crate::picture::layered::Flow;
use crate::picture::walk::{Pace, walk};
use crate::reason::{Scenario, Verdict};
use crate::state::Action;
use crate::view::markup::html;
use crate::view::memory::{Kept, Memory, remember};
use crate::view::scene::Scene;
use crate::view::walked;
use crate::words::scenario::{follows, sort, status};
use crate::words::sentence;

/// What can be walked through, and which way it runs.
#[derive(Clone)]
pub(super) struct Walk {
    pub(super) sketch: Rc<Sketch>,
    pub(super) flow: Flow,
}

impl Walk {
    /// The piece that the tabulator leads to: where the keyboard was, what is looked at, what is set, or the first.
    pub(super) fn current(&self, scene: &Scene, kept: &Kept) -> Option<ItemId> {
        let (deal, state) = (&scene.deal, &scene.state);
        let selected = state.selected.as_deref().and_then(|id| deal.find(id));
        let set = state.trial.now.pieces().filter_map(|(id, _)| deal.find(id));
        let wished = kept.at.into_iter().chain(selected).chain(set);
        wished.chain(self.sketch.order.first().copied()).find(|piece| self.sketch.order.contains(piece))
    }

    fn pace(&self, key: &str) -> Option<Pace> {
        let (forward, back, next, previous) = match self.flow {
            Flow::Right => ("ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"),
            Flow::Left => ("ArrowLeft", "ArrowRight", "ArrowDown", "ArrowUp"),
            Flow::Down => ("ArrowDown", "ArrowUp", "ArrowRight", "ArrowLeft"),
        };
        let paces = [(forward, Pace::Forward), (back, Pace::Back), (next, Pace::Next), (previous, Pace::Previous)];
        paces.into_iter().find(|(name, _)| *name == key).map(|(_, pace)| pace)
    }

    fn step(&self, from: ItemId, key: &str) -> Option<ItemId> {
        match key {
            "Home" => self.sketch.order.first().copied(),
            "End" => self.sketch.order.last().copied(),
            _ => walk(&self.sketch.part, &self.sketch.order, from, self.pace(key)?),
        }
    }
}

/// Chooses the piece that was clicked on.
pub(super) fn on_click(scene: &Scene) -> Callback<MouseEvent> {
    let act = scene.act.clone();
    walked::on_click("data-node", Rc::new(move |id| act.emit(Action::Piece(id))))
}

/// Walks from piece to piece, and chooses one.
pub(super) fn on_key(scene: &Scene, kept: &Kept, walk: &Walk) -> Callback<KeyboardEvent> {
    let (scene, kept, walk) = (scene.clone(), kept.clone(), walk.clone());
    let go = move |id: String, key: &str| {
        // A button of the page's own kind does that by itself.
        if key == "Enter" || key == " " {
            scene.act.emit(Action::Piece(id));
            return Some(None);
        }
        let next = walk.step(scene.deal.find(&id)?, key)?;
        kept.set(Memory { at: Some(next), ..*kept });
        Some(Some(scene.id(next)))
    };
    walked::on_key("data-node", Rc::new(go))
}

/// The list.
pub(super) fn pieces(scene: &Scene, story: &Rc<Story>) -> Html {
    if story.told.book.whole.pieces.is_empty() {
        return html! { <section></section> };
    }
    let (scene, story) = (scene.clone(), story.clone());
    remember("pieces", move |kept| {
        let list = scene.scenario.as_ref().map(|scenario| draw_list(&scene, scenario, &story, kept));
        list.unwrap_or_else(|| html! { <section></section> })
    })
}

fn draw_list(scene: &Scene, scenario: &Scenario, story: &Story, kept: &Kept) -> Html {
    let (words, tongue, deal) = (scene.words().what_if(), &scene.tongue, &scene.deal);
    let flow = if scene.is_from_right() { Flow::Left } else { Flow::Right };
    let walk = Walk { sketch: story.drawn(scene, true), flow };
    let at = walk.current(scene, kept);
    let row = |id: &ItemId| {
        let tabindex = if at == Some(*id) { "0" } else { "-1" };
        let verdict = scenario.verdict(*id).map(Verdict::word).unwrap_or_default();
        let sort = Some(sort(tongue, deal, *id)).filter(|sort| !sort.is_empty());
        html! {
            <li key={scene.id(*id)}>
                <button type="button" class="row" {tabindex} data-node={scene.id(*id)} aria-pressed={scene.is_selected(*id).to_string()}>
                    <span lang={scene.deal_language()}>{ sentence::listed(tongue, deal, *id) }</span>{ " " }
                    <small>{ sort }</small>{ " " }
                    <span class={format!("outcome {verdict}")}>{ status(tongue, deal, scenario, *id) }<span class="sr">{ follows(tongue, scenario, *id, story.told.follow) }</span></span>
                </button>
            </li>
        }
    };
    html! {
        <section>
            { scene.heading(2, "label", words.pieces) }
            <p class="note">{ words.pieces_note }</p>
            <ul class="rows" onclick={on_click(scene)} onkeydown={on_key(scene, kept, &walk)}>{ for walk.sketch.order.iter().map(row) }</ul>
        </section>
    }
}
