//! The bargain drawn: columns of who does what, and arrows that say what they mean.

use super::markup::{class, html};
use crate::deal::gather::Gather;
use yew::prelude::*;

use super::glyph::glyph;
use super::keep::keep;
use super::scene::Scene;
use super::statement::{said, said_together, statement};
use crate::deal::{Deal, Item, ItemId, LinkKind, Standing};
use crate::picture::bargain::{Branch, Deed, Ledger, Side, Tie, Trade};
use crate::picture::strip::WHOLE;
use crate::state::{Action, View};
use crate::words::sentence;

/// So many conditions of a large deal stand in the brief.
const SHOWN: usize = 40;

/// What of the bargain stands in the brief: all, or of a large deal the weightiest.
pub(super) fn ledger(deal: &Deal) -> Ledger {
    let whole = deal.document().conditions.len() <= WHOLE;
    if whole { Ledger::of(deal) } else { Ledger::weightiest(deal, SHOWN) }
}

/// A ledger with its headings, as far as it has so many conditions; and what stands under it, where that is all.
pub(crate) fn bargain(scene: &Scene, ledger: &Ledger, most: usize) -> Html {
    let shown = ledger.reaching(most);
    let more = shown != (ledger.trades.len(), ledger.others.len());
    let all = scene.deal.document().conditions.len();
    let whole = all <= WHOLE;
    let words = scene.words();
    let traded = !ledger.trades.is_empty();
    let others = match (traded, shown.1 == 0) {
        (_, true) => None,
        (true, false) => Some((words.other_terms)(scene.deal.document().state)),
        (false, false) => Some(words.who_is_to_do_what),
    };
    html! {
        <figure>
            <div class="ledger" data-picture="">
                { for traded.then(|| html! {
                    <section>
                        { scene.heading(1, "label", words.the_bargain) }
                        { for ledger.trades.iter().take(shown.0).map(|trade| draw_trade(scene, trade)) }
                    </section>
                }) }
                { for others.map(|heading| html! {
                    <section>
                        { scene.heading(1, "label", heading) }
                        { draw_others(scene, ledger.others.get(..shown.1).unwrap_or_default()) }
                    </section>
                }) }
                { for (!whole && !more).then(|| left_out(scene, ledger.conditions().len(), all)) }
            </div>
            { for (!more).then(|| html! { <figcaption>{ keep(scene, "bargain") }</figcaption> }) }
        </figure>
    }
}

/// Of a large deal only the weightiest conditions stand in the brief: how many, and the way to all.
fn left_out(scene: &Scene, shown: usize, all: usize) -> Html {
    let (words, number) = (&scene.words().large, |count: usize| scene.tongue.format.number(count as f64));
    html! {
        <p class="doings">
            <span class="note">{ (words.weightiest)(&number(shown), &number(all)) }</span>
            <button type="button" class="plain-button" onclick={scene.does(Action::Show(View::Conditions))}>{ words.all_conditions }</button>
        </p>
    }
}

fn draw_trade(scene: &Scene, trade: &Trade) -> Html {
    let words = scene.words();
    let Some(Item::Exchange(exchange)) = scene.deal.item(trade.exchange) else { return html! { <div></div> } };
    let label = exchange.words.as_deref().unwrap_or(words.in_exchange_for);
    html! {
        <div class="trade" key={scene.id(trade.exchange)}>
            <div>{ for trade.gives.iter().map(|branch| draw_branch(scene, branch)) }</div>
            <div class="tie">
                { arrows(true, true) }{ arrows(false, true) }
                { said_together(scene, &[trade.exchange], label) }
                { two_readings(scene, exchange.ambiguous) }
            </div>
            <div>{ for trade.gets.iter().map(|branch| draw_branch(scene, branch)) }</div>
        </div>
    }
}

/// Conditions outside the exchange: those that lead somewhere in a row of their own, the rest side by side.
fn draw_others(scene: &Scene, branches: &[Branch]) -> Html {
    let (leading, single): (Vec<_>, Vec<_>) = branches.iter().partition(|branch| !branch.ties.is_empty());
    html! {
        <div>
            { for leading.iter().map(|branch| match branch.ties.as_slice() {
                [tie] => html! {
                    <div class="trade" key={key_of(scene, branch)}>
                        <div>{ draw_side(scene, &branch.side) }</div>
                        { draw_tie(scene, tie, true) }
                        <div>{ for tie.to.iter().map(|to| draw_branch(scene, to)) }</div>
                    </div>
                },
                _ => draw_branch(scene, branch),
            }) }
            <div class="terms">{ for single.iter().map(|branch| draw_branch(scene, branch)) }</div>
        </div>
    }
}

fn key_of(scene: &Scene, branch: &Branch) -> String {
    branch.side.deeds.first().map(|deed| scene.id(deed.condition)).unwrap_or_default()
}

fn draw_branch(scene: &Scene, branch: &Branch) -> Html {
    html! {
        <div class="branch" key={key_of(scene, branch)}>
            { draw_side(scene, &branch.side) }
            { for branch.ties.iter().map(|tie| html! {
                <div key={tie.links.first().map(|link| scene.id(*link)).unwrap_or_default()}>
                    { draw_tie(scene, tie, false) }
                    { for tie.to.iter().map(|to| draw_branch(scene, to)) }
                </div>
            }) }
        </div>
    }
}

/// The arrow of a link with the source's own linking words, which open the link's proof.
fn draw_tie(scene: &Scene, tie: &Tie, across: bool) -> Html {
    let words = scene.words();
    let Some(first) = tie.links.first().copied() else { return html! { <div></div> } };
    let Some(Item::Link(link)) = scene.deal.item(first) else { return html! { <div></div> } };
    let printed = link.words.as_deref().filter(|_| tie.links.len() == 1).map(|printed| format!("“{printed}”"));
    let label = match (printed, tie.kind) {
        (Some(printed), LinkKind::Enables | LinkKind::Causes) => printed,
        (_, LinkKind::Enables) => words.so_that.to_owned(),
        (_, kind) => (words.link)(kind).to_owned(),
    };
    html! {
        <div class="tie">
            { for across.then(|| arrows(true, false)) }{ arrows(false, false) }
            { said_together(scene, &tie.links, &label) }
            { two_readings(scene, link.ambiguous) }
        </div>
    }
}

fn two_readings(scene: &Scene, ambiguous: Option<bool>) -> Html {
    let note = (ambiguous == Some(true)).then_some(scene.words().two_readings);
    html! { <small>{ note }</small> }
}

fn draw_side(scene: &Scene, side: &Side) -> Html {
    let unagreed = !side.is_party(&scene.deal);
    html! {
        <div class={class("side", unagreed.then_some("unagreed"))}>
            <div>{ if side.bearers.is_empty() { html! {} } else { draw_bearers(scene, side) } }</div>
            { for side.deeds.iter().map(|deed| draw_deed(scene, side, deed)) }
            { for side.gaps.iter().map(|gap| html! {
                <div class="gap-line" key={scene.id(*gap)}><span>{ gap_text(scene, *gap) }</span></div>
            }) }
        </div>
    }
}

fn gap_text(scene: &Scene, gap: ItemId) -> Html {
    let text = scene.deal.statement(gap).map(|gap| gap.text.clone()).unwrap_or_default();
    super::rich::rich(scene, &text, None)
}

/// The bearers' names with their standing in words.
fn draw_bearers(scene: &Scene, side: &Side) -> Html {
    let words = scene.words();
    let name = |id: &ItemId| scene.deal.item(*id).map(|item| item.label().to_owned());
    let names: Vec<String> = side.bearers.iter().filter_map(name).gather();
    let standing = side.standing(&scene.deal);
    let note = match standing {
        Some(Standing::Pressed) => words.pressed_not_party,
        Some(Standing::Party) if side.bearers.len() > 1 => words.parties_note,
        Some(standing) => (words.standing)(standing),
        None => "",
    };
    html! {
        <p class="who">{ glyph(standing) }<span lang={scene.deal_language()}>{ scene.tongue.format.list(&names) }</span><small>{ note }</small></p>
    }
}

/// One deed: the act after its duty. Where nobody is named the whole statement stands, for an act needs an actor.
fn draw_deed(scene: &Scene, side: &Side, deed: &Deed) -> Html {
    let Some(Item::Condition(condition)) = scene.deal.item(deed.condition) else { return html! { <div></div> } };
    let sentence = if side.bearers.is_empty() {
        statement(scene, deed.condition)
    } else {
        said(scene, deed.condition, Some(sentence::duty(&scene.tongue, &scene.deal, deed.condition)), &condition.act)
    };
    let scope =
        if deed.scope_follows { String::new() } else { sentence::scope(&scene.tongue, &scene.deal, deed.condition) };
    html! {
        <div class="deed" key={&condition.statement.id}>
            { sentence }
            <p class="scope" lang={scene.deal_language()}>{ scope }</p>
        </div>
    }
}

/// An arrow, across or down, to one end or to both.
fn arrows(across: bool, both: bool) -> Html {
    let path = match (across, both) {
        (true, true) => "M3 11h24m-6-6 6 6-6 6M29 21H5m6 6-6-6 6-6",
        (false, true) => "M11 3v24m-6-6 6 6 6-6M21 29V5m-6 6 6-6 6 6",
        (true, false) => "M3 16h24m-7-7 7 7-7 7",
        (false, false) => "M16 3v24m-7-7 7 7 7-7",
    };
    let dashes = (!both).then_some("4 3");
    html! {
        <svg class={if across { "h" } else { "v" }} viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray={dashes} aria-hidden="true">
            <path d={path} />
        </svg>
    }
}
