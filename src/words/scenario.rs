//! The sentences of a scenario: composed from what follows, true of any document, and never firmer than it.

use super::sentence;
use super::tongue::Tongue;
use super::what_if::Deed;
use crate::deal::gather::Gather;
use crate::deal::{Deal, Duty, Item, ItemId, Kind, LinkKind, Origin, Role};
use crate::picture::dependence::{Arrow, Tie};
use crate::reason::{Scenario, Setting, Step, Verdict, against};
use crate::state::Supposed;

/// What is supposed, as a heading.
pub fn title(tongue: &Tongue, deal: &Deal, supposed: &Supposed) -> String {
    let words = tongue.words.what_if();
    let settings: Vec<(&str, Setting)> = supposed.pieces().filter_map(|(id, it)| Some((id, it?))).gather();
    let heading = match settings.as_slice() {
        [] if supposed.is_all() => return words.all_holds.to_owned(),
        [] => return tongue.words.what_if_question.to_owned(),
        [(id, setting)] => deal.find(id).map(|id| supposition(tongue, deal, id, *setting)).unwrap_or_default(),
        several => tongue.counted(words.several, several.len()),
    };
    if supposed.is_all() { (words.all_else_holds)(&heading) } else { heading }
}

/// One supposition in a sentence without its full stop.
pub fn supposition(tongue: &Tongue, deal: &Deal, id: ItemId, setting: Setting) -> String {
    let words = tongue.words.what_if();
    let by = sentence::names(tongue, deal, deal.targets(id, Role::By));
    match deal.item(id) {
        // A sentence is only made of the act where both are of one language.
        Some(Item::Condition(condition)) if !by.is_empty() && is_of(tongue, deal) => {
            let many = deal.targets(id, Role::By).nth(1).is_some();
            let duty = condition.duty.unwrap_or(Duty::Must);
            (words.suppose_deed)(Deed { by: &by, many, duty, act: &condition.act }, setting)
        }
        Some(item) => (words.suppose)(item.kind(), setting, &sentence::listed(tongue, deal, id)),
        None => String::new(),
    }
}

/// Whether the document is in the language of the words.
fn is_of(tongue: &Tongue, deal: &Deal) -> bool {
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    primary(&deal.document().language) == primary(tongue.words.tag)
}

/// So many settings are held against the words, each by itself.
pub(crate) const HELD: usize = 100;

/// What follows, in a few sentences: what comes to which verdict, what was set against the words, and what stays open.
pub fn summary(tongue: &Tongue, deal: &Deal, scenario: &Scenario, supposed: &Supposed) -> String {
    let words = tongue.words.what_if();
    if supposed.is_empty() {
        let open = open(deal, scenario, &[Kind::Condition]).len();
        return if open == 0 { words.nothing_open_reported.to_owned() } else { tongue.counted(words.invitation, open) };
    }
    let changed = scenario.changes().into_iter().filter(|id| scenario.setting(*id).is_none());
    let changed: Vec<(ItemId, Verdict)> = changed.filter_map(|id| Some((id, scenario.verdict(id)?))).gather();
    let mut sentences = vec![match clauses(tongue, deal, &changed) {
        Some(clauses) => (words.then)(&clauses),
        None => words.nothing_follows.to_owned(),
    }];
    let set: Vec<ItemId> = supposed.settings(deal).into_iter().map(|(id, _)| id).take(HELD).gather();
    sentences.extend(clauses(tongue, deal, &against(scenario, &set)).map(|clauses| (words.against)(&clauses)));
    let open = open(deal, scenario, &[Kind::Condition, Kind::Exchange, Kind::Aim]);
    sentences.push(match counted(tongue, deal, &open) {
        Some((who, plural)) => with_first(&(words.stay_open)(&who, plural), |first| tongue.format.large(first)),
        None => words.nothing_open.to_owned(),
    });
    sentences.join(" ")
}

/// What comes to which verdict, the gravest first, as one list of clauses; `None` where nothing does.
fn clauses(tongue: &Tongue, deal: &Deal, found: &[(ItemId, Verdict)]) -> Option<String> {
    let words = tongue.words.what_if();
    let is_event = |id: &ItemId| deal.item(*id).is_some_and(|item| item.kind() == Kind::Event);
    let mut clauses = Vec::new();
    for verdict in [Verdict::Fails, Verdict::NoLongerOwed, Verdict::Unsupported, Verdict::Open, Verdict::Holds] {
        let with = found.iter().filter(|(_, other)| *other == verdict).map(|(id, _)| *id);
        let (fallen, others): (Vec<ItemId>, Vec<ItemId>) =
            with.partition(|id| verdict == Verdict::Fails && is_event(id));
        let others = counted(tongue, deal, &others).map(|(who, plural)| (words.come_to)(verdict, &who, plural));
        let fallen = counted(tongue, deal, &fallen).map(|(who, plural)| (words.fall_away)(&who, plural));
        others.into_iter().chain(fallen).add_to(&mut clauses);
    }
    (!clauses.is_empty()).then(|| tongue.format.list(&clauses))
}

/// What of these kinds is open now and was so as reported.
pub fn open(deal: &Deal, scenario: &Scenario, kinds: &[Kind]) -> Vec<ItemId> {
    let of_kinds = kinds.iter().flat_map(|kind| deal.of_kind(*kind));
    let unchanged =
        |id: &ItemId| scenario.verdict(*id) == Some(Verdict::Open) && scenario.reported(*id) == Some(Verdict::Open);
    of_kinds.filter(unchanged).gather()
}

/// "2 conditions and 1 aim"; the only exchange by its name. `None` where there is none.
fn counted(tongue: &Tongue, deal: &Deal, pieces: &[ItemId]) -> Option<(String, super::Plural)> {
    let words = tongue.words.what_if();
    let kinds = [Kind::Exchange, Kind::Condition, Kind::Aim, Kind::Event, Kind::Doubt, Kind::Remark];
    let mut parts = Vec::new();
    for kind in kinds {
        let of_kind: Vec<ItemId> =
            pieces.iter().copied().filter(|id| deal.item(*id).is_some_and(|item| item.kind() == kind)).gather();
        match of_kind.as_slice() {
            [] => {}
            [only] if kind == Kind::Exchange && deal.document().exchanges.len() == 1 => {
                let name = sentence::listed(tongue, deal, *only);
                parts.push(with_first(&name, |first| tongue.format.small(first)));
            }
            several => {
                let (number, plural) = tongue.count(several.len());
                parts.push((words.counted)(kind, &number, plural));
            }
        }
    }
    (!parts.is_empty()).then(|| (tongue.format.list(&parts), tongue.format.plural(pieces.len())))
}

/// The text with its first letter made small, as within a sentence, or large, as at its beginning.
fn with_first(text: &str, make: impl FnOnce(&str) -> String) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(String::from).unwrap_or_default();
    make(&first) + letters.as_str()
}

/// What comes of a piece, in a few words: what the reader set, or the verdict.
pub fn status(tongue: &Tongue, deal: &Deal, scenario: &Scenario, id: ItemId) -> String {
    let words = tongue.words.what_if();
    match (scenario.setting(id), scenario.verdict(id), deal.item(id)) {
        (Some(setting), _, Some(item)) => (words.you_set)((words.setting)(item.kind(), setting)),
        (None, Some(verdict), Some(item)) => (words.verdict)(item.kind(), verdict).to_owned(),
        _ => String::new(),
    }
}

/// What sort of piece it is; empty for a condition.
pub fn sort(tongue: &Tongue, deal: &Deal, id: ItemId) -> String {
    let words = tongue.words;
    match deal.item(id) {
        Some(Item::Doubt(doubt)) => (words.doubt)(doubt.kind).to_owned(),
        Some(Item::Remark(remark)) => (words.said_of_it)(remark.kind).to_owned(),
        Some(Item::Event(event)) => format!("{} · {}", words.what_if().event, (words.event_state)(event.state)),
        Some(Item::Aim(_)) => words.what_if().aim.to_owned(),
        Some(Item::Exchange(exchange)) => match &exchange.words {
            Some(printed) => format!("“{printed}”"),
            None => words.what_if().exchange.to_owned(),
        },
        _ => String::new(),
    }
}

/// What a screen reader says of a piece in the picture: its sort, its name, what comes of it, and how much follows from
/// what was set. It begins as what is to be seen, so that it can be called by it.
pub fn spoken(tongue: &Tongue, deal: &Deal, scenario: &Scenario, id: ItemId, follow: usize) -> String {
    let parts = [sort(tongue, deal, id), sentence::listed(tongue, deal, id), status(tongue, deal, scenario, id)];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).gather();
    parts.join(", ") + &follows(tongue, scenario, id, follow)
}

/// How much follows from a piece that was set: "; 3 things follow".
pub fn follows(tongue: &Tongue, scenario: &Scenario, id: ItemId, follow: usize) -> String {
    let told = scenario.setting(id).filter(|_| follow > 0);
    told.map(|_| format!("; {}", tongue.counted(tongue.words.what_if().things_follow, follow))).unwrap_or_default()
}

/// Why a step is taken: the rule, what it starts from, and whether the words can be read otherwise.
pub fn because(tongue: &Tongue, deal: &Deal, step: &Step) -> String {
    let rule = (tongue.words.what_if().because)(step.rule, step.verdict, step.from.len() > 1);
    let from: Vec<String> = step.from.iter().map(|id| sentence::listed(tongue, deal, *id)).gather();
    let because = format!("{rule}: {}", from.join("; "));
    if step.via.iter().any(|via| is_ambiguous(deal, *via)) {
        format!("{because} ({})", tongue.words.two_readings)
    } else {
        because
    }
}

/// Whether the source allows another reading of a link or an exchange.
fn is_ambiguous(deal: &Deal, id: ItemId) -> bool {
    match deal.item(id) {
        Some(Item::Link(link)) => link.ambiguous == Some(true),
        Some(Item::Exchange(exchange)) => exchange.ambiguous == Some(true),
        _ => false,
    }
}

/// What an arrow says: the source's own linking words where it has them, and whether they can be read otherwise; that
/// the link is the editor's.
pub fn tie(tongue: &Tongue, deal: &Deal, arrow: &Arrow) -> String {
    let words = tongue.words;
    let printed = match deal.item(arrow.via) {
        Some(Item::Link(link)) => link.words.as_deref(),
        _ => None,
    };
    let turned = arrow.tie == Tie::Link(LinkKind::Needs);
    let mut said = match printed.filter(|_| !turned) {
        Some(printed) => format!("“{printed}”"),
        None => (words.what_if().tie)(arrow.tie).to_owned(),
    };
    if said.is_empty() {
        return said;
    }
    if is_ambiguous(deal, arrow.via) {
        said.push_str(" (?)");
    }
    if deal.statement(arrow.via).is_some_and(|it| it.origin() == Origin::Editor) {
        said = format!("{said} ({})", words.editor_mark);
    }
    said
}
