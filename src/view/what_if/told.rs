//! What is supposed and what follows, as the page around is told it: as JSON, since to put a hundred thousand words into an
//! object one by one takes the browser half a second.

use crate::deal::{Deal, Item};
use crate::reason::Scenario;
use crate::state::State;

/// Two objects: what is supposed, and what follows from it, each by the ids of the pieces.
pub(crate) fn told(deal: &Deal, scenario: Option<&Scenario>, state: &State) -> [String; 2] {
    let id = |item| deal.item(item).map(Item::id).unwrap_or_default();
    let settings = state.trial.now.settings(deal);
    let supposed = object(&mut settings.into_iter().map(|(item, setting)| (id(item), setting.word())));
    let follows = scenario.into_iter().flat_map(|scenario| {
        let changes = scenario.changes().into_iter().filter(|item| scenario.setting(*item).is_none());
        changes.filter_map(|item| Some((id(item), scenario.verdict(item)?.word())))
    });
    [supposed, object(&mut { follows })]
}

fn object(entries: &mut dyn Iterator<Item = (&str, &'static str)>) -> String {
    let mut text = String::from("{");
    for (id, word) in entries {
        let comma = if text.len() > 1 { "," } else { "" };
        // Neither needs to be escaped: ids are slugs.
        for part in [comma, "\"", id, "\":\"", word, "\""] {
            text += part;
        }
    }
    text + "}"
}
