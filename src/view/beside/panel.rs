//! The passages of the article and what they support: a quiet list, with a way to walk through them by keyboard.

use yew::prelude::*;

use super::Beside;
use super::desk::{Desk, Move};
use crate::deal::{Item, ItemId, Kind};
use crate::dom::article::held::Held;
use crate::query::{Passage, Silences};
use crate::view::markup::{Markup, class, html};
use crate::view::rich::rich;
use crate::view::scene::Scene;
use crate::view::statement::sureness;

/// The panel; nothing where the host names no article.
pub(crate) fn panel(scene: &Scene) -> Html {
    let Some(beside) = &scene.beside else { return html! { <div></div> } };
    let desk = &*beside.desk;
    let words = scene.words();
    let listed = desk.listed();
    let groups = listed.iter().filter_map(|at| Some((*at, desk.passage(*at)?)));
    html! {
        <section part="passages" class={class("beside", (!listed.is_empty()).then_some("listed"))} aria-label={scene.landmark(words.beside().passages)}>
            <p class="sr" role="status">{ told(scene, desk) }</p>
            <div class="walk">
                <span class="quiet">{ place(scene, desk) }</span>
                { beside.button(words.beside().previous_passage, Move::Step(-1)) }
                { beside.button(words.beside().next_passage, Move::Step(1)) }
                <span>{ for (!desk.lit().is_empty()).then(|| beside.button(words.beside().close, Move::Dismiss)) }</span>
            </div>
            <div>{ for groups.map(|(at, passage)| group(scene, beside, at, passage)) }</div>
            <div>{ for desk.held.as_ref().and_then(|held| Some(coverage(scene, beside, held, held.silences.as_ref()?))) }</div>
        </section>
    }
}

/// What a screen reader is told: which words are marked, and where.
fn told(scene: &Scene, desk: &Desk) -> String {
    let words = scene.words();
    if let (Some(place), Some(held)) = (desk.sentence(), &desk.held) {
        return (words.beside().marked_in_article)(&held.words(place));
    }
    let passage = desk.shown().filter(|_| !desk.is_chosen());
    passage.map(|passage| (words.beside().marked_in_paragraph)(passage.paragraph, &passage.words)).unwrap_or_default()
}

/// How many passages there are, and at which one the reader is.
fn place(scene: &Scene, desk: &Desk) -> String {
    let (words, count) = (scene.words(), desk.passages().len());
    match *desk.lit() {
        [at] => (words.beside().passage_of)(at + 1, count),
        _ => scene.tongue.counted(words.beside().passages_found, count),
    }
}

impl Beside {
    /// A button that does one thing.
    pub(super) fn button(&self, label: &'static str, step: Move) -> Html {
        let beside = self.clone();
        let onclick = Callback::from(move |_: MouseEvent| beside.act(step.clone()));
        html! { <button type="button" class="plain-button" {onclick}>{ label }</button> }
    }
}

/// One passage and the statements that rest on it.
fn group(scene: &Scene, beside: &Beside, at: usize, passage: &Passage) -> Html {
    let items = passage.items.iter().filter(|item| scene.is_visible(**item));
    html! {
        <div class="group" key={at}>
            <p class="note">{ (scene.words().beside().words_support)(&passage.words) }</p>
            <ul>{ for items.map(|item| row(scene, beside, *item)) }</ul>
        </div>
    }
}

/// A statement, with all that hedges it, as a way to where it lives.
fn row(scene: &Scene, beside: &Beside, item: ItemId) -> Html {
    let Some((it, statement)) = scene.deal.item(item).and_then(|it| Some((it, it.statement()?))) else {
        return html! { <li></li> };
    };
    let name = matches!(it.kind(), Kind::Actor | Kind::Place).then(|| Item::label(it));
    let (select, beside) = (scene.selects(item), beside.clone());
    let onclick = Callback::from(move |event: MouseEvent| {
        beside.act(Move::Opened(item, false));
        select.emit(event);
    });
    html! {
        <li key={&statement.id}>
            <button type="button" class="row" {onclick}>
                { for name.map(|name| Markup::element("b", "", format!("{name}: "))) }
                { rich(scene, &statement.text, statement.hedge.as_deref()) }
                { sureness(scene, item, &statement.text) }
            </button>
        </li>
    }
}

/// The sentences of the article that nothing rests on, for an editor.
fn coverage(scene: &Scene, beside: &Beside, held: &Held, silences: &Silences) -> Html {
    let words = scene.words();
    let summary = (words.beside().silent_sentences)(
        &scene.tongue.format.number(silences.silent.len() as f64),
        &scene.tongue.format.number(silences.sentences as f64),
    );
    let sentence = |(at, place)| {
        html! {
            <li key={at}>
                <span class="words" lang={scene.deal_language()}>{ held.words(place) }</span>{ " " }
                { beside.button(words.beside().show, Move::Sentence(at)) }
            </li>
        }
    };
    html! {
        <details class="coverage">
            <summary>{ summary }</summary>
            <ol>{ for silences.silent.iter().enumerate().map(sentence) }</ol>
        </details>
    }
}
