//! The proof of a statement: the words, who says them, how firmly, where they stand, and what can be done with them.

use super::markup::{self, html};
use yew::prelude::*;

use super::beside::proof as beside;
use super::cite::cite;
use super::copy::copy;
use super::menu;
use super::scene::Scene;
use super::what_if::ask;
use crate::deal::{Certainty, Evidence, Item, ItemId, Origin, Statement};
use crate::dom::address;
use crate::query::text_fragment_url;
use crate::state::{self, State};
use crate::words::sentence;

/// The proof in place; always one element.
pub(crate) fn proof(scene: &Scene, item: ItemId) -> Html {
    let words = scene.words();
    let Some(statement) = scene.deal.statement(item) else { return html! { <div></div> } };
    let is_gap = matches!(scene.deal.item(item), Some(Item::Gap(_)));
    if is_gap || statement.origin() == Origin::Editor {
        let (class, text) = if is_gap { ("gap", words.gap_statement) } else { ("editor", words.editor_statement) };
        return html! {
            <div part="proof" key={&statement.id} class={markup::class("proof", Some(class))}><p>{ text }</p>{ doings(scene, item, None) }</div>
        };
    }
    html! {
        <div part="proof" key={&statement.id} class="proof">
            { for statement.evidence.iter().enumerate().map(|(at, evidence)| html! {
                <p key={at}>{ words_of(scene, statement, evidence) }{ beside::orphan(scene, item, at) }</p>
            }) }
            { for statement.hedge.as_deref().map(|hedge| html! { <p class="quiet">{ (words.hedged)(hedge) }</p> }) }
            { for (statement.certainty() != Certainty::Certain).then(|| html! {
                <p class="quiet">{ (words.how_firmly)((words.certainty)(statement.certainty())) }</p>
            }) }
            { doings(scene, item, statement.evidence.first()) }
        </div>
    }
}

fn words_of(scene: &Scene, statement: &Statement, evidence: &Evidence) -> Html {
    let words = scene.words();
    let source = scene.deal.source(evidence);
    let chain = sentence::voices(&scene.tongue, &scene.deal, statement);
    let paragraph = (words.paragraph)(evidence.paragraph);
    html! {
        <>
            <q lang={scene.deal_language()} cite={source.and_then(|source| source.url.as_ref())}>{ &evidence.quote }</q>
            <span class="chain">{ format!(" — {chain}, {paragraph}.") }</span>
            { if scene.deal.is_orphan(evidence) {
                html! { <span class="orphan">{ " " }{ words.orphan }</span> }
            } else {
                html! { <span></span> }
            } }
        </>
    }
}

fn doings(scene: &Scene, item: ItemId, evidence: Option<&Evidence>) -> Html {
    let words = scene.words();
    let id = scene.id(item);
    let article = evidence.and_then(|evidence| {
        let url = scene.deal.source(evidence)?.url.as_deref()?;
        text_fragment_url(url, &evidence.quote, evidence.prefix.as_deref(), evidence.suffix.as_deref())
    });
    let view = state::home(&scene.deal, &id);
    let link = || {
        let part = scene.state.part.clone();
        let here = State { part, view: view.unwrap_or_default(), selected: Some(id.clone()), ..State::default() };
        address::link(&state::format(&here))
    };
    html! {
        <div class="doings" data-tool="">
            { for article.map(|href| html! {
                <a {href} target="_blank" rel="noopener noreferrer">{ words.read_in_article }</a>
            }) }
            { beside::show(scene, item) }
            { for scene.permalink.then(|| copy(words.copy_link, link(), &scene.tongue)) }
            { for evidence.is_some().then(|| cite(scene, item)) }
            { for ask(scene, item) }
            { for view.filter(|_| !scene.is_selected(item)).map(|view| html! {
                <button type="button" class="plain-button" onclick={scene.selects(item)}>
                    { (words.open_in)(menu::name(words, view)) }
                </button>
            }) }
        </div>
    }
}
