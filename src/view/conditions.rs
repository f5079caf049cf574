//! Conditions: each with all its questions answered or left open, what it is exchanged for, what it hangs on.

use super::markup::{class, html};
use crate::deal::gather::Gather;
use yew::prelude::*;

use super::glyph::glyph;
use super::library;
use super::long::{Entry, long, wanted};
use super::rich::rich;
use super::scene::Scene;
use super::sections;
use super::statement::{said, statement};
use super::what_if::ask;
use crate::deal::{Agreed, Item, ItemId, Kind, Role, Standing};
use crate::picture::strip::{LINES, TALL, WHOLE};
use crate::query::{About, ConditionSlot, Fill, LinkEnd, SlotName, own_slots};
use crate::state::{Action, Form};
use crate::words::sentence;

/// The view: the conditions as a list or as a matrix.
pub(crate) fn conditions(scene: &Scene) -> Html {
    let words = scene.words().matrix();
    let matrix = scene.state.form == Form::Matrix;
    let choice = |form: Form, label: &'static str| {
        let pressed = (scene.state.form == form).to_string();
        html! { <button type="button" aria-pressed={pressed} onclick={scene.does(Action::Arrange(form))}>{ label }</button> }
    };
    if scene.deal.document().conditions.is_empty() && !library::parts(scene).is_empty() {
        return library::contents(scene, true);
    }
    html! {
        <>
            { library::contents(scene, true) }
            <p class="forms">
                <span aria-hidden="true">{ words.shown }</span>
                <span class="choice" role="group" aria-label={words.shown}>{ choice(Form::List, words.as_list) }{ choice(Form::Matrix, words.as_matrix) }</span>
            </p>
            <div>{ if matrix { super::matrix::matrix(scene) } else { list(scene) } }</div>
        </>
    }
}

/// Every condition, in the document's order, under its section where it has one; of many conditions the sections are a
/// table of contents.
fn list(scene: &Scene) -> Html {
    if scene.deal.document().conditions.len() > WHOLE {
        return sections::sections(scene);
    }
    let all: Vec<ItemId> = scene.deal.of_kind(Kind::Condition).filter(|id| scene.is_visible(*id)).gather();
    if all.is_empty() {
        return html! { <p class="empty">{ scene.words().empty_view }</p> };
    }
    let (it, count, chosen) = (scene.clone(), all.len(), wanted(scene, &all));
    let draw = move |entry: Entry| {
        let id = *all.get(entry.at)?;
        let title_of = |id: ItemId| it.deal.target(id, Role::Section).and_then(|id| it.deal.item(id)).map(Item::label);
        let before = entry.at.checked_sub(1).and_then(|at| title_of(*all.get(at)?));
        let title = title_of(id).filter(|title| before != Some(title)).map(str::to_owned);
        Some(html! {
            <div key={it.id(id)}>
                { for title.map(|title| it.heading(1, "label", title)) }
                { card(&it, id) }
            </div>
        })
    };
    long(scene, "conditions", ("div", "cards", TALL), count, chosen, draw)
}

pub(super) fn card(scene: &Scene, id: ItemId) -> Html {
    let Some(Item::Condition(condition)) = scene.deal.item(id) else { return html! { <div></div> } };
    let agreed = matches!(condition.agreed, Some(Agreed::Yes | Agreed::Prospective));
    // What is unsaid of the whole deal stands under the open questions, not again with each condition.
    let slots: Vec<ConditionSlot<'_>> = own_slots(&scene.deal, id).into_iter().flatten().gather();
    let key = &condition.statement.id;
    html! {
        <article class={class("card", (!agreed).then_some("unagreed"))} data-page={key} tabindex="-1">
            { scene.heading(1, "card-title", rich(scene, &sentence::condition(&scene.tongue, &scene.deal, id), None)) }
            { statement(scene, id) }
            { fulfilment(scene, id) }
            <p class="doings">{ for ask(scene, id) }</p>
            <dl class="slots">{ for slots.iter().filter_map(|slot| draw_slot(scene, slot)) }{ unsaid(scene, &slots) }</dl>
            { bearing(scene, id, &slots) }
        </article>
    }
}

fn fulfilment(scene: &Scene, id: ItemId) -> Html {
    let level = match scene.deal.item(id) {
        Some(Item::Condition(condition)) => condition.fulfilment,
        _ => None,
    };
    html! { <p class="note">{ level.map(|level| (scene.words().terms().fulfilment)(level)) }</p> }
}

/// A question with its answer and what the document says is missing of it; `None` where neither is there. The act
/// stands in the title, so it is asked only for what is missing of it.
fn draw_slot(scene: &Scene, slot: &ConditionSlot<'_>) -> Option<Html> {
    let words = scene.words();
    let fill = match &slot.fill {
        Fill::Items(items) => html! { <>{ for items.iter().map(|id| named(scene, *id)) }</> },
        Fill::Words(_) if slot.name == SlotName::Act => html! {},
        Fill::Words(text) => html! { <span>{ format!("“{text}”") }</span> },
        Fill::Agreed(agreed) => html! { <span>{ (words.agreed)(*agreed) }</span> },
        Fill::Unsaid => html! {},
    };
    let name = (words.terms().slot)(slot.name);
    let answered = !matches!(slot.fill, Fill::Unsaid) && slot.name != SlotName::Act;
    (answered || !slot.gaps.is_empty()).then(|| {
        html! {
            <div key={name}>
                <dt>{ name }</dt>
                <dd>
                    { fill }
                    { for slot.gaps.iter().map(|gap| html! { <div class="slot-gap" key={scene.id(*gap)}>{ statement(scene, *gap) }</div> }) }
                </dd>
            </div>
        }
    })
}

/// The questions that nothing answers and no gap names, in one line.
fn unsaid(scene: &Scene, slots: &[ConditionSlot<'_>]) -> Html {
    let words = scene.words();
    let open = |slot: &&ConditionSlot<'_>| matches!(slot.fill, Fill::Unsaid) && slot.gaps.is_empty();
    let names: Vec<&str> = slots.iter().filter(open).map(|slot| (words.terms().slot)(slot.name)).gather();
    html! {
        <div class="unsaid-slot" key="unsaid">
            { for (!names.is_empty()).then(|| html! { <dt>{ words.article_does_not_say }</dt> }) }
            { for (!names.is_empty()).then(|| html! { <dd><span><b>{ names.join(" · ") }</b></span></dd> }) }
        </div>
    }
}

/// An actor or place by name, with its mark; an actor leads to its page.
pub(crate) fn named(scene: &Scene, id: ItemId) -> Html {
    let Some(item) = scene.deal.item(id) else { return html! { <span></span> } };
    let standing: Option<Standing> = match item {
        Item::Actor(actor) => actor.standing.first().copied(),
        _ => None,
    };
    html! {
        <div class="named" key={item.id().to_owned()}>
            { for standing.map(|standing| glyph(Some(standing))) }
            <button type="button" class="name" onclick={scene.selects(id)}>{ rich(scene, item.label(), None) }</button>
        </div>
    }
}

/// What bears on a condition: exchanges, links, doubts, figures, remarks, and gaps that answer to no question above.
fn bearing(scene: &Scene, id: ItemId, slots: &[ConditionSlot<'_>]) -> Html {
    let (about, words) = (About::of(&scene.deal, id), scene.words());
    let answered: Vec<ItemId> = slots.iter().flat_map(|slot| &slot.gaps).copied().gather();
    let exchanges: Vec<ItemId> = about.exchanges.iter().map(|end| end.exchange).gather();
    let gaps: Vec<ItemId> = about.gaps.iter().copied().filter(|gap| !answered.contains(gap)).gather();
    let rest: Vec<ItemId> = about.remarks.iter().chain(&about.figures).copied().gather();
    html! {
        <div class="bearing">
            { group(scene, words.exchanged, &exchanges) }
            { links(scene, &about.links) }
            { group(scene, words.in_doubt, &about.doubts) }
            { group(scene, words.tensions, &about.tensions) }
            { group(scene, words.said_of_the_whole, &rest) }
            { group(scene, words.unsaid, &gaps) }
        </div>
    }
}

/// A heading with statements under it; an empty element where there are none.
pub(crate) fn group(scene: &Scene, heading: &'static str, items: &[ItemId]) -> Html {
    group_at(scene, 2, heading, items)
}

/// The same, `depth` levels below the deal's title.
pub(crate) fn group_at(scene: &Scene, depth: u8, heading: &'static str, items: &[ItemId]) -> Html {
    let items: Vec<ItemId> = items.iter().copied().filter(|id| scene.is_visible(*id)).gather();
    if items.is_empty() {
        return html! { <div></div> };
    }
    html! {
        <div class="bearing">
            { scene.heading(depth, if depth == 1 { "label" } else { "sublabel" }, heading) }
            { listed(scene, heading, items) }
        </div>
    }
}

/// Statements one below the other, however many.
fn listed(scene: &Scene, key: &str, items: Vec<ItemId>) -> Html {
    let (it, count, chosen) = (scene.clone(), items.len(), wanted(scene, &items));
    let draw = move |entry: Entry| items.get(entry.at).map(|id| statement(&it, *id));
    long(scene, key, ("div", "statements", LINES), count, chosen, draw)
}

/// Links, each with how it acts seen from here, its other end, and its own proof.
fn links(scene: &Scene, ends: &[LinkEnd]) -> Html {
    let words = scene.words();
    let ends: Vec<&LinkEnd> = ends.iter().filter(|end| scene.is_visible(end.link)).gather();
    if ends.is_empty() {
        return html! { <div></div> };
    }
    let line = |end: &&LinkEnd| {
        let outward = matches!(end.direction, crate::query::Direction::Out);
        let how = if outward { (words.link)(end.kind) } else { (words.link_back)(end.kind) };
        let other = sentence::short(&scene.tongue, &scene.deal, end.other);
        // The link proves that the two hang together; what stands at its other end has a voice and a hedge of its own.
        html! {
            <div key={scene.id(end.link)} class="link">
                { said(scene, end.link, None, how) }
                { said(scene, end.other, None, &other) }
            </div>
        }
    };
    html! {
        <div class="bearing">{ scene.heading(2, "sublabel", words.hangs_together) }{ for ends.iter().map(line) }</div>
    }
}
