//! The article read back: paragraph by paragraph, what its phrases support.

use std::rc::Rc;

use super::markup::{class, html};
use crate::deal::gather::Gather;
use yew::prelude::*;

use super::beside::proof as beside;
use super::long::{Entry, long};
use super::memory::{Kept, Lit, Memory, remember};
use super::scene::Scene;
use super::statement::statement;
use super::take::take;
use crate::deal::{Item, ItemId, Source};
use crate::picture::strip::TALL;
use crate::query::{Paragraph, QuoteMark, ReadBack};
use crate::words::Moment;

/// The view: the data as files, above what may be long, and one reader a source.
pub(crate) fn reading(scene: &Scene) -> Html {
    let Some(sources) = scene.lists.backs(scene) else {
        return html! { <><div class="status" role="status">{ scene.words().large.more_loading }</div></> };
    };
    let draw = |back: &Rc<ReadBack>| {
        let (scene, back) = (scene.clone(), back.clone());
        remember(scene.id(back.source), move |kept| read_source(&scene, &back, kept))
    };
    let empty = sources.is_empty().then(|| html! { <p class="empty">{ scene.words().empty_view }</p> });
    html! { <>{ take(scene) }<div>{ for empty }</div><div>{ for sources.iter().map(draw) }</div></> }
}

fn read_source(scene: &Scene, back: &Rc<ReadBack>, kept: &Kept) -> Html {
    let light = {
        let (kept, scene, source) = (kept.clone(), scene.clone(), back.source);
        Callback::from(move |lit: Lit| {
            if let Some(phrase) = lit.phrase.filter(|phrase| kept.lit.phrase != Some(*phrase)) {
                show_beside(&scene, source, phrase);
            }
            kept.set(Memory { lit, ..*kept });
        })
    };
    let Some(Item::Source(source)) = scene.deal.item(back.source) else { return html! { <div></div> } };
    let (it, all, lit) = (scene.clone(), back.clone(), kept.lit);
    let draw = move |entry: Entry| {
        let paragraph = all.paragraph(&it.deal, entry.at)?;
        Some(draw_paragraph(&it, &paragraph, lit, &light, entry))
    };
    let paragraphs = long(scene, &source.id, ("ol", "reading", TALL), back.len(), None, draw);
    html! {
        <section data-item={&source.id} tabindex="-1">
            { imprint(scene, source) }
            <p class="note">{ scene.words().source_note }{ " " }{ scene.words().source_hint }</p>
            { paragraphs }
        </section>
    }
}

/// Lights the chosen phrase in the host's own article, too.
fn show_beside(scene: &Scene, source: ItemId, (number, at): (u32, usize)) {
    let sources = scene.lists.backs(scene).unwrap_or_default();
    let back = sources.iter().find(|back| back.source == source);
    let paragraph = back.and_then(|back| back.paragraph(&scene.deal, (number as usize).checked_sub(1)?));
    if let Some(quote) = paragraph.as_ref().and_then(|paragraph| paragraph.quotes.get(at)) {
        beside::phrase(scene, number, quote);
    }
}

fn imprint(scene: &Scene, source: &Source) -> Html {
    let words = scene.words();
    let link = source.url.as_ref().filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    html! {
        <div>
            { scene.heading(1, "source-title", html! { <span lang={scene.deal_language()}>{ &source.title }</span> }) }
            <p class="meta">
                <span>{ &source.publisher }</span>
                { for source.author.as_deref().map(|author| html! { <span>{ (words.by_author)(author) }</span> }) }
                { for source.dateline.as_deref().map(|dateline| html! { <span>{ dateline }</span> }) }
                { for source.updated.as_deref().map(|updated| html! { <span>{ (words.last_updated)(&moment(scene, updated)) }</span> }) }
            </p>
            { for link.map(|href| html! {
                <p><a {href} target="_blank" rel="noopener noreferrer">{ (words.read_at_publisher)(&source.publisher) }</a></p>
            }) }
        </div>
    }
}

/// A moment in the reader's language; what is no moment, as it was printed.
fn moment(scene: &Scene, text: &str) -> String {
    Moment::parse(text).map_or_else(|| text.to_owned(), |moment| scene.tongue.format.moment(&moment))
}

fn draw_paragraph(scene: &Scene, paragraph: &Paragraph, lit: Lit, light: &Callback<Lit>, entry: Entry) -> Html {
    let words = scene.words();
    let number = paragraph.number;
    let items: Vec<ItemId> = paragraph.items.iter().copied().filter(|id| scene.is_visible(*id)).gather();
    let phrase = lit.phrase.filter(|(at, _)| *at == number).and_then(|(_, quote)| paragraph.quotes.get(quote));
    let is_lit = |id: ItemId| phrase.is_some_and(|quote| quote.items.contains(&id));
    // With a phrase chosen, only what it supports is listed; else all, behind a count.
    let chosen = phrase.is_some();
    let listed: Vec<ItemId> =
        if chosen { items.iter().copied().filter(|id| is_lit(*id)).gather() } else { items.clone() };
    let summary = if items.is_empty() {
        words.no_statement.to_owned()
    } else {
        scene.tongue.counted(words.supports, listed.len())
    };
    let row = |id: ItemId| {
        let here = Lit { item: Some((number, id)), ..lit };
        let (enter, leave) = (lights(light, here), lights(light, Lit { item: None, ..lit }));
        let focus = enter.reform(|_: FocusEvent| ());
        html! {
            <li key={scene.id(id)} class={is_lit(id).then_some("lit")} onmouseenter={enter.reform(|_| ())} onmouseleave={leave.reform(|_| ())} onfocusin={focus}>
                { statement(scene, id) }
            </li>
        }
    };
    html! {
        <li class="paragraph" key={number} aria-posinset={entry.place} aria-setsize={entry.of}>
            <p class="number">{ (words.paragraph)(number) }</p>
            <div class="retold" lang={scene.deal_language()}>{ retold(paragraph, lit, light) }</div>
            <details class="rests" open={chosen}>
                <summary>{ summary }</summary>
                <ul>{ for listed.into_iter().map(row) }</ul>
            </details>
        </li>
    }
}

fn lights(light: &Callback<Lit>, lit: Lit) -> Callback<()> {
    let light = light.clone();
    Callback::from(move |()| light.emit(lit))
}

/// The digest with its phrases as buttons; a phrase lights up while a statement that rests on it is pointed at.
fn retold(paragraph: &Paragraph, lit: Lit, light: &Callback<Lit>) -> Html {
    let Some(digest) = paragraph.digest.as_deref() else { return html! { <p></p> } };
    let pointed = lit.item.filter(|(at, _)| *at == paragraph.number);
    let supports = |quote: &QuoteMark| pointed.is_some_and(|(_, id)| quote.items.contains(&id));
    let piece = |piece: crate::query::Piece| {
        let text = digest.get(piece.range.clone()).unwrap_or_default().to_owned();
        let Some(first) = piece.quotes.first().copied() else {
            return html! { <span key={piece.range.start}>{ text }</span> };
        };
        let glowing = piece.quotes.iter().filter_map(|at| paragraph.quotes.get(*at)).any(supports);
        let chosen = piece.quotes.iter().any(|at| lit.phrase == Some((paragraph.number, *at)));
        let press = lights(light, Lit { phrase: (!chosen).then_some((paragraph.number, first)), item: None });
        let onkeydown = {
            let onclick = press.clone();
            Callback::from(move |event: KeyboardEvent| {
                if matches!(event.key().as_str(), "Enter" | " ") {
                    event.prevent_default();
                    onclick.emit(());
                }
            })
        };
        // A button of HTML never breaks across lines, and a phrase must.
        html! {
            <span key={piece.range.start} class={class("phrase", (glowing || chosen).then_some("lit"))} role="button" tabindex="0"
                aria-pressed={chosen.to_string()} onclick={press.reform(|_: MouseEvent| ())} {onkeydown}>{ text }</span>
        }
    };
    html! { <p>{ for paragraph.pieces().into_iter().map(piece) }</p> }
}
