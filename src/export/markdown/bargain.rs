//! The bargain in words: what each side gives, in exchange for what, what follows from it, and what is unsaid.

use super::line::{Lines, beside, escaped};
use crate::deal::{Deal, Item, ItemId, LinkKind, Standing};
use crate::picture::bargain::{Branch, Ledger, Side, Tie, Trade};
use crate::words::{Tongue, sentence};

pub(super) fn write(deal: &Deal, tongue: &Tongue, lines: &mut Lines) {
    let (ledger, words) = (Ledger::of(deal), tongue.words);
    let mut bargain = Bargain { deal, tongue, lines };
    if !ledger.trades.is_empty() {
        bargain.lines.heading(2, words.the_bargain);
        ledger.trades.iter().for_each(|trade| bargain.trade(trade));
    }
    if !ledger.others.is_empty() {
        let others = (words.other_terms)(deal.document().state);
        bargain.lines.heading(2, if ledger.trades.is_empty() { words.who_is_to_do_what } else { others });
        ledger.others.iter().for_each(|branch| bargain.branch(branch, 0));
    }
}

struct Bargain<'d> {
    deal: &'d Deal,
    tongue: &'d Tongue,
    lines: &'d mut Lines,
}

impl Bargain<'_> {
    fn trade(&mut self, trade: &Trade) {
        let Some(Item::Exchange(exchange)) = self.deal.item(trade.exchange) else { return };
        let words = self.tongue.words;
        trade.gives.iter().for_each(|branch| self.branch(branch, 0));
        let tie = exchange.words.as_deref().map_or_else(|| words.in_exchange_for.to_owned(), |it| format!("“{it}”"));
        let mut notes = beside(self.deal, self.tongue, &exchange.statement);
        notes.extend((exchange.ambiguous == Some(true)).then(|| words.two_readings.to_owned()));
        self.lines.paragraph(&format!("*{}*{}", escaped(&tie), bracketed(&notes)));
        trade.gets.iter().for_each(|branch| self.branch(branch, 0));
    }

    fn branch(&mut self, branch: &Branch, depth: usize) {
        self.side(&branch.side, depth);
        for tie in &branch.ties {
            self.tie(tie, depth + 1);
            tie.to.iter().for_each(|to| self.branch(to, depth + 2));
        }
    }

    /// The bearers with their standing, and under them what they are to do.
    fn side(&mut self, side: &Side, depth: usize) {
        let words = self.tongue.words;
        let note = match side.standing(self.deal) {
            Some(Standing::Pressed) => words.pressed_not_party,
            Some(Standing::Party) if side.bearers.len() > 1 => words.parties_note,
            Some(standing) => (words.standing)(standing),
            None => "",
        };
        let names = sentence::names(self.tongue, self.deal, side.bearers.iter().copied());
        let name = if names.is_empty() { words.nobody_named } else { &names };
        let note = bracketed(&[note.to_owned()]);
        self.lines.item(depth, &format!("**{}**{note}", escaped(name)));
        for deed in &side.deeds {
            self.deed(deed.condition, side.bearers.is_empty(), depth + 1);
        }
        for gap in side.gaps.iter().filter_map(|gap| self.deal.statement(*gap)) {
            self.lines.item(depth + 1, &format!("{}: {}", escaped(words.unsaid), escaped(&gap.text)));
        }
    }

    /// The act after its duty; where nobody is named the whole statement, for an act needs an actor.
    fn deed(&mut self, id: ItemId, unnamed: bool, depth: usize) {
        let Some(Item::Condition(condition)) = self.deal.item(id) else { return };
        let said = if unnamed {
            condition.statement.text.own()
        } else {
            format!("{} {}", sentence::duty(self.tongue, self.deal, id), condition.act)
        };
        let scope = sentence::scope(self.tongue, self.deal, id);
        let scope = if scope.is_empty() { scope } else { format!(" · {}", escaped(&scope)) };
        let notes = beside(self.deal, self.tongue, &condition.statement);
        self.lines.item(depth, &format!("{}{}{scope}", escaped(&said), bracketed(&notes)));
    }

    /// The link's own words where one link says them, else what such links do.
    fn tie(&mut self, tie: &Tie, depth: usize) {
        let words = self.tongue.words;
        let links = tie.links.iter().filter_map(|id| match self.deal.item(*id) {
            Some(Item::Link(link)) => Some(link),
            _ => None,
        });
        let links: Vec<_> = links.collect();
        let printed = match *links {
            [only] => only.words.as_ref().map(|printed| format!("“{printed}”")),
            _ => None,
        };
        let said = match (printed, tie.kind) {
            (Some(printed), LinkKind::Enables | LinkKind::Causes) => printed,
            (_, LinkKind::Enables) => words.so_that.to_owned(),
            (_, kind) => (words.link)(kind).to_owned(),
        };
        // What several links say alike is said once.
        let mut each: Vec<_> = links.iter().map(|link| beside(self.deal, self.tongue, &link.statement)).collect();
        each.dedup();
        let mut notes = each.concat();
        notes.extend(links.iter().any(|it| it.ambiguous == Some(true)).then(|| words.two_readings.to_owned()));
        self.lines.item(depth, &format!("*{}*{}", escaped(&said), bracketed(&notes)));
    }
}

fn bracketed(notes: &[String]) -> String {
    let notes: Vec<String> = notes.iter().filter(|note| !note.is_empty()).map(|note| escaped(note)).collect();
    if notes.is_empty() { String::new() } else { format!(" ({})", notes.join("; ")) }
}
