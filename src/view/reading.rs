//! The article read back: paragraph by paragraph, what its phrases support.

use super::markup::{class, html};
use yew::prelude::*;

use super::scene::Scene;
use super::statement::statement;
use crate::deal::{Item, ItemId, Source};
use crate::query::{Paragraph, QuoteMark, ReadBack, read_back};
use crate::words::Moment;

/// The view: one reader a source.
pub(crate) fn reading(scene: &Scene) -> Html {
    let sources = read_back(&scene.deal);
    if sources.is_empty() {
        return html! { <p class="empty">{ scene.words().empty_view }</p> };
    }
    let draw = |back: ReadBack| yew::html! { <ReadSource key={scene.id(back.source)} scene={scene.clone()} source={back.source} /> };
    html! { <>{ for sources.into_iter().map(draw) }</> }
}

#[derive(Properties, PartialEq)]
struct ReadSourceProps {
    scene: Scene,
    source: ItemId,
}

/// What the reader points at: one side of the reading lights up the other.
#[derive(Clone, Copy, Default, PartialEq)]
struct Lit {
    /// The phrase that was chosen: its paragraph, and which of its quotes.
    phrase: Option<(u32, usize)>,
    /// The statement under the pointer or the focus, and the paragraph that it stands beside.
    item: Option<(u32, ItemId)>,
}

#[component]
fn ReadSource(props: &ReadSourceProps) -> Html {
    let scene = &props.scene;
    let lit = use_state_eq(Lit::default);
    let light = {
        let lit = lit.clone();
        Callback::from(move |next: Lit| lit.set(next))
    };
    let back = use_memo((scene.deal.clone(), props.source), |(deal, source)| {
        read_back(deal).into_iter().find(|back| back.source == *source)
    });
    let Some(Item::Source(source)) = scene.deal.item(props.source) else { return html! { <div></div> } };
    let paragraphs = back.iter().flat_map(|back| &back.paragraphs);
    html! {
        <section data-item={source.id.clone()} tabindex="-1">
            { imprint(scene, source) }
            <p class="note">{ scene.words().source_note }</p>
            <ol class="reading">
                { for paragraphs.map(|paragraph| draw_paragraph(scene, paragraph, *lit, &light)) }
            </ol>
        </section>
    }
}

fn imprint(scene: &Scene, source: &Source) -> Html {
    let words = scene.words();
    let link = source.url.clone().filter(|url| url.starts_with("https://") || url.starts_with("http://"));
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

fn draw_paragraph(scene: &Scene, paragraph: &Paragraph, lit: Lit, light: &Callback<Lit>) -> Html {
    let words = scene.words();
    let number = paragraph.number;
    let items: Vec<ItemId> = paragraph.items.iter().copied().filter(|id| scene.is_visible(*id)).collect();
    let phrase = lit.phrase.filter(|(at, _)| *at == number).and_then(|(_, quote)| paragraph.quotes.get(quote));
    let is_lit = |id: ItemId| phrase.is_some_and(|quote| quote.items.contains(&id));
    // With a phrase chosen, only what it supports is listed; else all, behind a count.
    let chosen = phrase.is_some();
    let listed: Vec<ItemId> =
        if chosen { items.iter().copied().filter(|id| is_lit(*id)).collect() } else { items.clone() };
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
        <li class="paragraph" key={number}>
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
