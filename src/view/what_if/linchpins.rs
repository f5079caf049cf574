//! What most hangs on: for each piece, how much would go with it if it alone went.

use yew::prelude::*;

use super::hunt::MOST;
use crate::reason::Linchpin;
use crate::state::Action;
use crate::view::markup::html;
use crate::view::memory::{Kept, remember, toggle};
use crate::view::scene::Scene;
use crate::words::{scenario, sentence};

/// How many are shown before the reader asks for more.
const FIRST: usize = 5;

/// The list, as far as it is known.
pub(super) fn linchpins(scene: &Scene) -> Html {
    let scene = scene.clone();
    remember("linchpins", move |kept| draw(&scene, kept))
}

fn draw(scene: &Scene, kept: &Kept) -> Html {
    let words = scene.words().what_if();
    let hunt = scene.desk.found(kept);
    let (begun, stopped) = (hunt.is_some(), hunt.as_ref().is_some_and(|hunt| hunt.stopped));
    let (found, (done, of)) = hunt.map(|hunt| (hunt.found, hunt.progress)).unwrap_or_default();
    let turn = {
        let (desk, ready) = (scene.desk.clone(), scene.ready.clone());
        Callback::from(move |_| {
            desk.turn_hunt();
            ready.emit(());
        })
    };
    let number = |count: usize| scene.tongue.format.number(count as f64);
    let most = found.first().map_or(1, Linchpin::total);
    let shown = if kept.open { MOST } else { FIRST };
    html! {
        <section class="linchpins" tabindex="-1">
            { scene.heading(2, "label", words.linchpins) }
            <p class="note">{ if begun && done == of && found.is_empty() { words.no_linchpins } else { words.linchpins_note } }</p>
            <div>{ if done < of {
                html! {
                    <p class="doings" role="status">
                        <span>{ if stopped { words.stopped.to_owned() } else { (words.searching)(&number(done), &number(of)) } }</span>
                        <button type="button" class="plain-button" onclick={turn}>{ if stopped { words.go_on } else { scene.words().stop } }</button>
                    </p>
                }
            } else {
                html! {}
            } }</div>
            <ol class="pins">{ for found.iter().take(shown).map(|pin| linchpin(scene, pin, most)) }</ol>
            { for (found.len() > FIRST).then(|| html! {
                <button type="button" class="plain-button" aria-expanded={kept.open.to_string()} onclick={toggle(kept)}>{ if kept.open { words.fewer } else { scene.words().show_more } }</button>
            }) }
        </section>
    }
}

fn linchpin(scene: &Scene, pin: &Linchpin, most: u32) -> Html {
    let (words, tongue, deal) = (scene.words().what_if(), &scene.tongue, &scene.deal);
    let share = (pin.total() * 100).div_ceil(most.max(1)).to_string();
    let losers = sentence::names(tongue, deal, pin.losers.iter().copied());
    html! {
        <li key={scene.id(pin.item)}>
            <button type="button" class="row" onclick={scene.does(Action::WhatIf(scene.id(pin.item)))}>
                <span lang={scene.deal_language()}>{ scenario::supposition(tongue, deal, pin.item, pin.setting) }</span>
                <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><path class="all" d="M0 0h100v8H0z" /><path d={format!("M0 0h{share}v8H0z")} /></svg>
                <small>{ tongue.counted(words.goes_with_it, pin.total() as usize) }</small>
                <small>{ (!losers.is_empty()).then(|| (words.losers)(&losers)) }</small>
            </button>
        </li>
    }
}
