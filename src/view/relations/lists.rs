//! The same ties as sentences, grouped by who acts, and as a table.

use yew::prelude::*;

use crate::deal::gather::Gather;
use crate::deal::{ItemId, Statement};
use crate::picture::strip::GROUPS;
use crate::query::{Circle, Tie};
use crate::state::Action;
use crate::view::glyph::glyph;
use crate::view::long::{Entry, long};
use crate::view::markup::html;
use crate::view::memory::{Kept, Memory, remember};
use crate::view::rich::rich;
use crate::view::scene::Scene;
use crate::view::statement::statement;
use crate::words::{relations, sentence};

/// So many ties are listed; who wants more chooses an actor.
const MOST: usize = 300;
/// So many are drawn at once, in columns; of more the first, and the others in later tasks.
const AT_ONCE: usize = 60;

/// The choice between the two, and the one that is chosen.
pub(super) fn lists(scene: &Scene, circle: &Circle) -> Html {
    let of = circle.ties.len();
    if of == 0 {
        return html! { <section></section> };
    }
    let mut circle = circle.clone();
    circle.ties.truncate(MOST);
    let scene = scene.clone();
    remember("tied", move |kept| draw(&scene, &circle, of, kept))
}

fn draw(scene: &Scene, circle: &Circle, of: usize, kept: &Kept) -> Html {
    let words = scene.words().ties();
    let shown = circle.ties.len();
    let number = |count: usize| scene.tongue.format.number(count as f64);
    let choice = |label: &'static str, open: bool| {
        let pressed = (kept.open == open).to_string();
        let kept = kept.clone();
        let onclick = Callback::from(move |_: MouseEvent| kept.set(Memory { open, ..*kept }));
        html! { <button type="button" aria-pressed={pressed} {onclick}>{ label }</button> }
    };
    html! {
        <section class="tied">
            <div class="doings" role="group" aria-label={words.as_what}>
                <span class="choice">{ choice(words.sentences, false) }{ choice(words.table, true) }</span>
                <span class="note">{ for (shown < of).then(|| (words.cut)(&number(shown), &number(of))) }</span>
            </div>
            <div key={if kept.open { "table" } else { "sentences" }}>{ if kept.open { table(scene, circle) } else { sentences(scene, circle) } }</div>
        </section>
    }
}

fn sentences(scene: &Scene, circle: &Circle) -> Html {
    let groups = circle.groups();
    let group = |scene: &Scene, (actor, ties): &(ItemId, Vec<Tie>)| {
        let mut said: Vec<ItemId> = ties.iter().map(|tie| tie.via).gather();
        said.dedup();
        html! {
            <div class="tied-group" key={scene.id(*actor)}>
                { scene.heading(2, "sublabel", actor_button(scene, *actor)) }
                <div class="statements">{ for said.iter().map(|via| statement(scene, *via)) }</div>
            </div>
        }
    };
    if circle.ties.len() <= AT_ONCE {
        return html! { <div class="columns">{ for groups.iter().map(|it| group(scene, it)) }</div> };
    }
    // What comes later stands below: nothing above what the reader chose.
    let chosen = scene.state.selected.as_ref().and_then(|id| scene.deal.find(id));
    let chosen = groups.iter().position(|(_, ties)| ties.iter().any(|tie| Some(tie.via) == chosen));
    let (count, of) = (groups.len(), scene.clone());
    long(scene, "tied", ("div", "tied-groups", GROUPS), count, Some(chosen.unwrap_or(0)), move |entry: Entry| {
        groups.get(entry.at).map(|it| group(&of, it))
    })
}

/// An actor by name; it puts the actor in the middle.
fn actor_button(scene: &Scene, actor: ItemId) -> Html {
    let item = scene.deal.item(actor);
    let standing = match item {
        Some(crate::deal::Item::Actor(actor)) => actor.standing.first().copied(),
        _ => None,
    };
    let label = item.map(crate::deal::Item::label).unwrap_or_default();
    html! {
        <span class="named">
            { glyph(standing) }
            <button type="button" class="name" onclick={scene.does(Action::Actor(Some(scene.id(actor))))}>{ rich(scene, label, None) }</button>
        </span>
    }
}

fn table(scene: &Scene, circle: &Circle) -> Html {
    let words = scene.words().ties();
    let (tongue, deal) = (&scene.tongue, &scene.deal);
    let row = |(at, tie): (usize, &Tie)| {
        let voices = deal.statement(tie.via).map(|said: &Statement| {
            let chain = sentence::voices(tongue, deal, said);
            if chain.is_empty() { scene.words().editor_mark.to_owned() } else { chain }
        });
        let both = tie.mutual.then(|| [" (", words.both_ways, ")"].concat());
        html! {
            <tr key={at}>
                <th scope="row">{ actor_button(scene, tie.from) }</th>
                <td lang={scene.deal_language()}>{ relations::tie(tongue, deal, tie) }{ both }</td>
                <td>{ actor_button(scene, tie.to) }</td>
                <td>{ voices }</td>
            </tr>
        }
    };
    html! {
        <div class="table-scroll" tabindex="0" role="group" aria-label={words.table}>
            <table>
                <thead><tr><th scope="col">{ words.from }</th><th scope="col">{ words.tie }</th><th scope="col">{ words.to }</th><th scope="col">{ words.who_says }</th></tr></thead>
                <tbody>{ for circle.ties.iter().enumerate().map(row) }</tbody>
            </table>
        </div>
    }
}
