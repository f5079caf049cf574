//! Documents of any size and seed are sound, and nothing that the views ask of them or draw of them panics.

use deal_explorer::deal::{Deal, Item, ItemId, Kind, read};
use deal_explorer::export::Export;
use deal_explorer::picture::bargain::Ledger;
use deal_explorer::picture::dependence::Dependence;
use deal_explorer::picture::diagram::{Diagram, Names};
use deal_explorer::picture::layered::{self, Extent};
use deal_explorer::picture::rail::rail;
use deal_explorer::picture::walk::{Pace, walk};
use deal_explorer::query::{
    About, Census, Citation, FacetValue, Filter, Profile, SearchIndex, chain, concerned, every_double_role, facets,
    figures, hinges, media, people, plain_fold, read_back, select, slots, timeline, topics,
};
use deal_explorer::reason::{Linchpins, Scenario, Setting, against, steps};
use deal_explorer::state::{Action, State, View, format, home, parse, reduce};
use deal_explorer::words::plain::Plain;
use deal_explorer::words::{ENGLISH, Tongue, faults};
use deal_explorer::{prose, query};
use proptest::prelude::*;
use std::rc::Rc;

use super::random::Random;
use super::{Size, document};

fn sizes() -> impl Strategy<Value = Size> {
    (2_usize..40, 1_usize..90, 0_usize..20, any::<u64>()).prop_map(|(actors, conditions, sections, seed)| Size {
        actors,
        conditions,
        sections: sections.min(conditions),
        seed,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_document_is_sound_and_bears_every_question(size in sizes()) {
        let reading = read(document::of(size).to_string().as_bytes());
        let lines: Vec<String> = reading.issues.iter().take(5).map(faults::line).collect();
        prop_assert!(lines.is_empty(), "{lines:#?}");
        let Some(deal) = reading.deal else { return Err(TestCaseError::fail("no deal")) };
        let mut random = Random::new(size.seed ^ 1);
        ask(&deal, &mut random);
        search(&deal, &mut random);
        reason(&deal, &mut random);
        draw(&deal, &mut random);
        write(&deal);
        walk_about(&deal, &mut random);
    }
}

fn any_item(deal: &Deal, random: &mut Random) -> Option<ItemId> {
    let all: Vec<ItemId> = deal.items().map(|(id, _)| id).collect();
    all.get(random.below(all.len())).copied()
}

fn ask(deal: &Deal, random: &mut Random) {
    for (id, _) in deal.items() {
        let _ = (About::of(deal, id), Citation::of(deal, id).map(|it| it.plain()), chain(deal, id), slots(deal, id));
        let _ = (Profile::of(deal, id), concerned(deal, id), topics(deal, id));
    }
    let _ = (About::whole(deal), every_double_role(deal), hinges(deal, 4), timeline(deal), figures(deal), media(deal));
    let _ = people(deal);
    for source in read_back(deal) {
        let mut at = 0;
        while let Some(paragraph) = source.paragraph(deal, at) {
            let _ = (paragraph.pieces(), paragraph.is_silent());
            at += 1;
        }
    }
    let blocks: Vec<String> =
        deal.items().take(random.below(30)).map(|(_, item)| Item::label(item).to_owned()).collect();
    let _ = query::passages(deal, &blocks);
}

/// Queries are typed key by key, as a reader does, from words of the document; some are cut in the middle of a letter's
/// neighbourhood, some are of nothing.
fn search(deal: &Deal, random: &mut Random) {
    let index = SearchIndex::new(deal, plain_fold);
    for _ in 0..6 {
        let text =
            any_item(deal, random).and_then(|id| deal.item(id)).map(|it| it.label().to_owned()).unwrap_or_default();
        let typed: Vec<char> = text.chars().skip(random.below(12)).take(random.below(14)).collect();
        let mut hits = Vec::new();
        let mut words = String::new();
        for letter in typed {
            words.push(letter);
            hits = index.search(&words);
        }
        let among: Vec<ItemId> = hits.iter().map(|hit| hit.item).collect();
        let (census, mut filter) = (Census::new(deal), Filter::default());
        for _ in 0..3 {
            let all = facets(deal, &census, &filter, &among);
            let values: Vec<FacetValue> = [all.party, all.voice, all.certainty, all.origin, all.topic]
                .into_iter()
                .flatten()
                .map(|it| it.value)
                .collect();
            if let Some(value) = values.get(random.below(values.len())) {
                filter.toggle(value.clone());
            }
            let _ = select(deal, &index, &words, &filter);
        }
    }
}

fn reason(deal: &Deal, random: &mut Random) {
    let editor = random.chance(50);
    let mut scenario = Scenario::new(deal, editor);
    let mut set = Vec::new();
    for _ in 0..8 {
        let Some(item) = any_item(deal, random) else { continue };
        let setting = random.one(&[None, Some(0), Some(1), Some(2)]);
        let setting = setting.and_then(|at: usize| [Setting::Holds, Setting::Open, Setting::Fails].get(at).copied());
        scenario.suppose(item, setting);
        set.push(item);
        for changed in scenario.changes() {
            let _ = scenario.why(changed);
        }
        let _ = (steps(&scenario, 40), against(&scenario, &set));
    }
    let mut linchpins = Linchpins::beside(deal, &scenario);
    while linchpins.go_on(7) {}
    let _ = linchpins.ranked(5);
}

fn draw(deal: &Deal, random: &mut Random) {
    let ledger = Ledger::of(deal);
    let _ = ledger.conditions();
    let whole = Dependence::of(deal, random.chance(50));
    let Some(seed) = any_item(deal, random) else { return };
    let near = whole.nearest(&[seed], 30);
    let part = whole.among(|piece| near.contains(&piece));
    let label = |id: ItemId| deal.item(id).map(|it| it.label().to_owned()).unwrap_or_default();
    let names = Names { piece: &label, sort: &|_| String::new(), arrow: &|arrow| label(arrow.via) };
    for mirrored in [false, true] {
        let draw = |nodes: &[Extent], arrows: &[layered::Arrow], flow| Some(layered::layered(nodes, arrows, flow));
        let diagram = Diagram::of(&part, mirrored, &names, &draw);
        assert!(diagram.is_some(), "the layers are not drawn");
        let Some(diagram) = diagram else { continue };
        let order = diagram.order();
        assert!(diagram.width.is_finite() && diagram.height.is_finite());
        let _ = rail(&part, &order, mirrored, &names);
        for from in &order {
            for pace in [Pace::Forward, Pace::Back, Pace::Next, Pace::Previous] {
                let _ = walk(&part, &order, *from, pace);
            }
        }
    }
}

fn write(deal: &Deal) {
    let tongue = Tongue { words: &ENGLISH, format: Rc::new(Plain) };
    let _ = (prose::page(deal, &tongue, 1), prose::article(deal, &tongue, 2));
    let tables = Kind::ALL.iter().copied().map(Some).chain([None]).map(Export::Csv);
    for export in tables.chain([Export::Markdown, Export::JsonLd, Export::GraphMl]) {
        assert!(!export.write(deal, &tongue).is_empty(), "{export:?}");
    }
}

/// A reader's steps, each to an address and back.
fn walk_about(deal: &Deal, random: &mut Random) {
    let mut state = State::default();
    for _ in 0..20 {
        let id = any_item(deal, random).and_then(|id| deal.item(id)).map(|it| it.id().to_owned()).unwrap_or_default();
        let view = View::ALL.get(random.below(View::ALL.len())).copied().unwrap_or_default();
        let _ = home(deal, &id);
        let actions = [
            Action::Show(view),
            Action::Select(id.clone()),
            Action::Deselect,
            Action::Search(id.clone()),
            Action::ToggleFacet(FacetValue::Party(id)),
            Action::ShowEditor(random.chance(50)),
            Action::ClearAll,
        ];
        if let Some(action) = actions.get(random.below(actions.len())) {
            state = reduce(&state, action, deal);
        }
        let _ = parse(&format(&state)).settle(deal);
    }
}
