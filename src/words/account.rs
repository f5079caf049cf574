//! A scenario as plain text, to take along: what is supposed, what follows, why, and that it is no forecast.

use super::scenario::{because, summary, title};
use super::sentence::{listed, voices};
use super::tongue::Tongue;
use crate::deal::gather::Gather;
use crate::deal::{Deal, Item, ItemId, Kind, Origin, Text};
use crate::reason::{Scenario, Step, steps};
use crate::state::Supposed;

/// No more steps than this are told.
const TOLD: usize = 200;

/// The text: a paragraph for each thought, a numbered line for each step with the words that prove it.
pub fn account(tongue: &Tongue, deal: &Deal, scenario: &Scenario, supposed: &Supposed) -> String {
    let words = tongue.words.what_if();
    let mut lines = vec![
        deal.document().title.own(),
        format!("{}. {}", title(tongue, deal, supposed), summary(tongue, deal, scenario, supposed)),
        words.supposition.to_owned(),
        String::new(),
    ];
    for (number, step) in steps(scenario, TOLD).iter().enumerate() {
        let kind = deal.item(step.to).map_or(Kind::Remark, Item::kind);
        let before = scenario.reported(step.to).map(|verdict| (words.verdict)(kind, verdict)).unwrap_or_default();
        let turn = (words.turns)(before, (words.verdict)(kind, step.verdict));
        lines.push(format!("{}. {}: {turn}.", number + 1, listed(tongue, deal, step.to)));
        lines.push(format!("   {}. {}", because(tongue, deal, step), proofs(tongue, deal, step)));
    }
    lines.push(String::new());
    deal.document().sources.iter().filter_map(|source| source.url.as_ref().map(Text::own)).add_to(&mut lines);
    lines.join("\n")
}

/// The words that a step rests on, with who says them and where; or that the editor says so.
fn proofs(tongue: &Tongue, deal: &Deal, step: &Step) -> String {
    let proof = |via: &ItemId| {
        let statement = deal.statement(*via)?;
        if statement.origin() == Origin::Editor {
            return Some(format!("[{}]", tongue.words.editor_statement));
        }
        let evidence = statement.evidence.first()?;
        let place = (tongue.words.paragraph)(evidence.paragraph);
        Some(format!("[“{}” — {}, {place}]", evidence.quote, voices(tongue, deal, statement)))
    };
    step.via.iter().filter_map(proof).gather().join(" ")
}
