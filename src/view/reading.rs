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
#[derive(Clone, PartialEq)]
enum Lit {
    /// A quote of a paragraph.
    Quote(u32, usize),
    /// An item beside a paragraph.
    Item(u32, ItemId),
}

#[component]
fn ReadSource(props: &ReadSourceProps) -> Html {
    let scene = &props.scene;
    let lit = use_state_eq(|| None::<Lit>);
    let light = {
        let lit = lit.clone();
        Callback::from(move |next: Option<Lit>| lit.set(next))
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
                { for paragraphs.map(|paragraph| draw_paragraph(scene, paragraph, lit.as_ref(), &light)) }
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

fn draw_paragraph(scene: &Scene, paragraph: &Paragraph, lit: Option<&Lit>, light: &Callback<Option<Lit>>) -> Html {
    let words = scene.words();
    let number = paragraph.number;
    let items: Vec<ItemId> = paragraph.items.iter().copied().filter(|id| scene.is_visible(*id)).collect();
    let is_lit = |id: ItemId| match lit {
        Some(Lit::Quote(at, quote)) if *at == number => {
            paragraph.quotes.get(*quote).is_some_and(|quote| quote.items.contains(&id))
        }
        _ => false,
    };
    // With a phrase chosen, only what it supports is listed; else all, behind a count.
    let chosen = matches!(lit, Some(Lit::Quote(at, _)) if *at == number);
    let listed: Vec<ItemId> =
        if chosen { items.iter().copied().filter(|id| is_lit(*id)).collect() } else { items.clone() };
    let summary = if items.is_empty() {
        words.no_statement.to_owned()
    } else {
        scene.tongue.counted(words.supports, listed.len())
    };
    let row = |id: ItemId| {
        let (enter, leave) = (light_on(light, Lit::Item(number, id)), light_off(light));
        let focus = light_on(light, Lit::Item(number, id)).reform(|_: FocusEvent| ());
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

fn light_on(light: &Callback<Option<Lit>>, lit: Lit) -> Callback<()> {
    let light = light.clone();
    Callback::from(move |()| light.emit(Some(lit.clone())))
}

fn light_off(light: &Callback<Option<Lit>>) -> Callback<()> {
    let light = light.clone();
    Callback::from(move |()| light.emit(None))
}

/// The digest with its phrases as buttons; a phrase lights up while a statement that rests on it is pointed at.
fn retold(paragraph: &Paragraph, lit: Option<&Lit>, light: &Callback<Option<Lit>>) -> Html {
    let Some(digest) = paragraph.digest.as_deref() else { return html! { <p></p> } };
    let supports = |quote: &QuoteMark| match lit {
        Some(Lit::Item(at, id)) if *at == paragraph.number => quote.items.contains(id),
        _ => false,
    };
    let piece = |piece: crate::query::Piece| {
        let text = digest.get(piece.range.clone()).unwrap_or_default().to_owned();
        let Some(first) = piece.quotes.first().copied() else {
            return html! { <span key={piece.range.start}>{ text }</span> };
        };
        let glowing = piece.quotes.iter().filter_map(|at| paragraph.quotes.get(*at)).any(supports);
        let chosen = piece.quotes.iter().any(|at| lit == Some(&Lit::Quote(paragraph.number, *at)));
        let next = (!chosen).then_some(Lit::Quote(paragraph.number, first));
        let light = light.clone();
        let press = Callback::from(move |()| light.emit(next.clone()));
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
