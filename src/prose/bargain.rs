//! The bargain in sentences: what each side gives, in exchange for what, what that is to bring about, what is unsaid.

use super::html::Html;
use super::scribe::Scribe;
use super::sentence::lead;
use super::statement::{mention, mention_as, said};
use crate::deal::{Item, ItemId, LinkKind, Standing};
use crate::picture::bargain::{Branch, Deed, Ledger, Side, Tie, Trade};
use crate::words::sentence;

/// The ledger: every exchange, then the conditions outside all of them.
pub(super) fn write(scribe: &Scribe<'_>, html: &mut Html) {
    let (ledger, words) = (Ledger::of(scribe.deal), scribe.words);
    if !ledger.trades.is_empty() {
        scribe.section(html, "", words.the_bargain, |html| {
            ledger.trades.iter().for_each(|it| trade(scribe, html, it));
        });
    }
    if !ledger.others.is_empty() {
        let state = scribe.deal.document().state;
        let heading = if ledger.trades.is_empty() { words.who_is_to_do_what } else { (words.other_terms)(state) };
        scribe.section(html, "", heading, |html| {
            ledger
                .others
                .iter()
                .for_each(|it| html.element("div", &[("class", "trade")], |html| branch(scribe, html, it)));
        });
    }
}

/// One exchange, with its own statement and proof at its end.
fn trade(scribe: &Scribe<'_>, html: &mut Html, trade: &Trade) {
    let Some(Item::Exchange(exchange)) = scribe.deal.item(trade.exchange) else { return };
    html.element("div", &[("class", "trade"), ("id", &scribe.anchor(trade.exchange))], |html| {
        trade.gives.iter().for_each(|it| branch(scribe, html, it));
        let label = exchange.words.as_deref().unwrap_or(scribe.words.in_exchange_for);
        html.element("p", &[("class", "tie")], |html| {
            html.text(label);
            two_readings(scribe, html, exchange.ambiguous);
        });
        trade.gets.iter().for_each(|it| branch(scribe, html, it));
        said(scribe, html, trade.exchange);
    });
}

fn branch(scribe: &Scribe<'_>, html: &mut Html, branch: &Branch) {
    side(scribe, html, &branch.side);
    for it in &branch.ties {
        tie(scribe, html, it);
        html.element("div", &[("class", "then")], |html| it.to.iter().for_each(|to| self::branch(scribe, html, to)));
    }
}

/// The link's own words where one link says them, else what such links do.
fn tie(scribe: &Scribe<'_>, html: &mut Html, tie: &Tie) {
    let words = scribe.words;
    let Some((first, rest)) = tie.links.split_first() else { return };
    let Some(Item::Link(link)) = scribe.deal.item(*first) else { return };
    let printed = link.words.as_deref().filter(|_| rest.is_empty()).map(|printed| format!("“{printed}”"));
    let label = match (printed, tie.kind) {
        (Some(printed), LinkKind::Enables | LinkKind::Causes) => printed,
        (_, LinkKind::Enables) => words.so_that.to_owned(),
        (_, kind) => (words.link)(kind).to_owned(),
    };
    html.element("p", &[("class", "tie")], |html| {
        mention_as(scribe, html, &tie.links, &label);
        two_readings(scribe, html, link.ambiguous);
    });
}

fn two_readings(scribe: &Scribe<'_>, html: &mut Html, ambiguous: Option<bool>) {
    if ambiguous == Some(true) {
        html.text(" ");
        scribe.own(html, "small", "", scribe.words.two_readings);
    }
}

fn side(scribe: &Scribe<'_>, html: &mut Html, side: &Side) {
    let class = if side.is_party(scribe.deal) { "side" } else { "side unagreed" };
    html.element("div", &[("class", class)], |html| {
        if !side.bearers.is_empty() {
            bearers(scribe, html, side);
        }
        html.element("ul", &[], |html| side.deeds.iter().for_each(|it| deed(scribe, html, side, it)));
        for gap in &side.gaps {
            html.element("p", &[("class", "unsaid")], |html| mention(scribe, html, *gap));
        }
    });
}

/// The bearers' names with their standing in words.
fn bearers(scribe: &Scribe<'_>, html: &mut Html, side: &Side) {
    let words = scribe.words;
    let note = match side.standing(scribe.deal) {
        Some(Standing::Pressed) => words.pressed_not_party,
        Some(Standing::Party) if side.bearers.len() > 1 => words.parties_note,
        Some(standing) => (words.standing)(standing),
        None => "",
    };
    html.element("p", &[("class", "who")], |html| {
        html.line("b", &[], &sentence::names(scribe.tongue, scribe.deal, side.bearers.iter().copied()));
        html.text(" ");
        scribe.own(html, "small", "", note);
    });
}

/// One deed: the act after its duty. Where nobody is named the whole statement stands, for an act needs an actor.
fn deed(scribe: &Scribe<'_>, html: &mut Html, side: &Side, deed: &Deed) {
    let id: ItemId = deed.condition;
    let Some(Item::Condition(condition)) = scribe.deal.item(id) else { return };
    html.element("li", &[], |html| {
        if side.bearers.is_empty() {
            mention_as(scribe, html, &[id], &condition.statement.text);
        } else {
            scribe.say(html, lead(scribe, id));
            html.text(" ");
            mention_as(scribe, html, &[id], &condition.act);
        }
        let scope = if deed.scope_follows { String::new() } else { sentence::scope(scribe.tongue, scribe.deal, id) };
        scribe.own(html, "p", "scope", &scope);
    });
}
