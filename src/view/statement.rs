//! A statement: its words, the mark that opens its proof, and the proof in place.

use super::markup::{self, html};
use crate::deal::gather::{Gather, joined};
use yew::prelude::*;
use yew::virtual_dom::Key;

use super::proof::proof;
use super::rest::doors;
use super::rich::rich;
use super::scene::Scene;
use crate::deal::find::find;
use crate::deal::{Certainty, Item, ItemId, Origin};
use crate::state::Action;

/// The statement with its own text.
pub(crate) fn statement(scene: &Scene, item: ItemId) -> Html {
    let text = scene.deal.statement(item).map(|statement| statement.text.clone()).unwrap_or_default();
    said(scene, item, None, &text)
}

/// The same where another one may take its place, and then its elements, too: with every letter of a search most of what
/// was found is found elsewhere, and to change words costs less than to make elements anew.
pub(super) fn found(scene: &Scene, item: ItemId) -> Html {
    let text = scene.deal.statement(item).map(|statement| statement.text.clone()).unwrap_or_default();
    keyed(scene, item, None, &text, "".into())
}

/// Several statements under one text, each with its own mark and proof: links that share an arrow.
pub(crate) fn said_together(scene: &Scene, items: &[ItemId], text: &str) -> Html {
    let is_open = |id: &&ItemId| scene.state.is_open(&scene.id(**id));
    let marks =
        items.iter().map(|id| html! { <span key={scene.id(*id)}>{ " " }{ mark(scene, *id, is_open(&id)) }</span> });
    html! {
        <div class="statement">
            <p class="say"><span class="words">{ text }</span>{ for marks }</p>
            <div>{ for items.iter().filter(is_open).map(|id| html! { <div key={scene.id(*id)}>{ proof(scene, *id) }</div> }) }</div>
        </div>
    }
}

/// The statement with a shorter text in its place, such as a condition's act, and words before it.
pub(crate) fn said(scene: &Scene, item: ItemId, lead: Option<&str>, text: &str) -> Html {
    keyed(scene, item, lead, text, scene.id(item).into())
}

fn keyed(scene: &Scene, item: ItemId, lead: Option<&str>, text: &str, key: Key) -> Html {
    let Some(statement) = scene.deal.statement(item) else { return html! { <span></span> } };
    let open = scene.state.is_open(&statement.id);
    html! {
        <div class="statement" key={key} data-item={&statement.id} tabindex="-1">
            <p class="say">
                { for lead.map(|lead| html! { <span class="duty">{ lead }{ " " }</span> }) }
                { rich(scene, text, statement.hedge.as_deref()) }
                { sureness(scene, item, text) }
                { scene.rest.key().map_or_else(|| html! {}, |key| doors::outcome(key, scene, item)) }
                { " " }{ mark(scene, item, open) }
            </p>
            <div>{ if open { proof(scene, item) } else { html! {} } }</div>
        </div>
    }
}

/// How firmly it is said, in a word, unless it is said as certain; and the source's hedge where the text shown does not
/// carry it.
pub(crate) fn sureness(scene: &Scene, item: ItemId, text: &str) -> Html {
    let Some(statement) = scene.deal.statement(item) else { return html! {} };
    let certainty = Some(statement.certainty()).filter(|certainty| *certainty != Certainty::Certain);
    let hedge =
        statement.hedge.as_deref().filter(|hedge| find(text, hedge).is_none()).map(|hedge| format!("“{hedge}”"));
    let parts: Vec<String> =
        certainty.map(|it| (scene.words().certainty)(it).to_owned()).into_iter().chain(hedge).gather();
    if parts.is_empty() {
        html! {}
    } else {
        html! { <>{ " " }<span class="tag">{ joined(&parts, " · ") }</span></> }
    }
}

/// The mark: the paragraph that proves it, or what stands in the proof's place.
fn mark(scene: &Scene, item: ItemId, open: bool) -> Html {
    let (Some(statement), words) = (scene.deal.statement(item), scene.words()) else { return html! {} };
    let paragraph = statement.evidence.first().map(|evidence| evidence.paragraph);
    let (class, short, long) = match (scene.deal.item(item), statement.origin(), paragraph) {
        (Some(Item::Gap(_)), ..) => (Some("gap"), words.gap_mark.to_owned(), words.show_gap.to_owned()),
        (_, Origin::Editor, _) | (_, _, None) => {
            (Some("editor"), words.editor_mark.to_owned(), words.show_editor.to_owned())
        }
        (_, _, Some(number)) => (None, format!("¶{number}"), (words.show_proof)(number)),
    };
    let onclick = scene.does(Action::ToggleProof(statement.id.own()));
    html! {
        // A name, and no words out of sight: those took half of what a page of statements takes to be laid out.
        <button type="button" class={markup::class("cite", class)} aria-label={long} aria-expanded={open.to_string()} {onclick}>{ short }</button>
    }
}
