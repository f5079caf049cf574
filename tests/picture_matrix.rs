//! The matrix of conditions and actors: nothing lost, nothing made up, and an order that is never worse than the
//! document's.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::fmt::Write as _;

use deal_explorer::deal::{Deal, Item, ItemId, Kind, Role, read};
use deal_explorer::picture::matrix::*;
use proptest::prelude::*;
use serde_json::{Value, json};

const BUILT_IN: &str = "seeds/us-russia-syria-2016.json";
const DEALS: [&str; 5] = [
    BUILT_IN,
    "tests/deals/arabic.json",
    "tests/deals/harbour.json",
    "tests/deals/no-exchange.json",
    "tests/deal/small.json",
];

fn deal(path: &str) -> Deal {
    let reading = read(&std::fs::read(path).unwrap());
    reading.deal.unwrap_or_else(|| panic!("{path}: {:?}", reading.issues))
}

fn matrix(deal: &Deal, wish: Wish) -> Matrix {
    Matrix::of(deal, &|_| true, wish)
}

fn name(deal: &Deal, id: ItemId) -> &str {
    deal.item(id).map_or("", Item::id)
}

/// The matrix as lines: what a reader takes from it.
fn outline(deal: &Deal, matrix: &Matrix) -> String {
    let mut text = String::new();
    for row in matrix.shown() {
        write!(text, "{}{}:", if row.agreed { "" } else { "~" }, name(deal, row.condition)).unwrap();
        for actor in &matrix.columns {
            let Some(cell) = row.cell(*actor) else { continue };
            write!(text, " {}", name(deal, *actor)).unwrap();
            cell.parts.iter().for_each(|it| write!(text, " {:?}", it.part).unwrap());
            text.push(';');
        }
        text.push('\n');
    }
    text
}

#[test]
fn the_built_in_deal() {
    let deal = deal(BUILT_IN);
    insta::assert_snapshot!(outline(&deal, &matrix(&deal, Wish::default())));
}

#[test]
fn who_pays_for_a_joint_deed_with_its_own_gets_it_as_well() {
    let deal = deal(BUILT_IN);
    let id = |id: &str| deal.find(id).unwrap();
    let parts = |condition: &str, actor: &str| -> Vec<Part> {
        let row = Row::of(&deal, id(condition));
        row.cell(id(actor)).map(|cell| cell.parts.iter().map(|it| it.part).collect()).unwrap_or_default()
    };
    assert_eq!(parts("cooperate-militarily", "russia"), [Part::Does, Part::Gets]);
    assert_eq!(parts("cooperate-militarily", "united-states"), [Part::Does, Part::Pays]);
    assert_eq!(parts("press-assad", "russia"), [Part::Presses, Part::Pays]);
    assert_eq!(parts("press-assad", "united-states"), [Part::Gets]);
    assert_eq!(parts("press-assad", "bashar-al-assad"), [Part::IsPressed]);
    assert_eq!(parts("stop-bombing-civilians", "bashar-al-assad"), [Part::PressedTo]);
    assert_eq!(parts("ground-air-force", "assads-air-force"), [Part::Fought]);
}

#[test]
fn every_reference_to_an_actor_is_a_part_and_every_part_has_its_item() {
    for path in DEALS {
        let deal = deal(path);
        for condition in deal.of_kind(Kind::Condition) {
            let row = Row::of(&deal, condition);
            for role in [Role::By, Role::For, Role::Against, Role::Pressing] {
                for actor in deal.targets(condition, role) {
                    let fits = |it: &Entry| match role {
                        Role::By => it.part.bears(),
                        Role::For => it.part == Part::Gains,
                        Role::Against => matches!(it.part, Part::Fought | Part::Spared),
                        _ => matches!(it.part, Part::IsPressed | Part::Spared),
                    };
                    let cell = row.cell(actor).unwrap_or_else(|| panic!("{path}: no cell"));
                    assert!(
                        cell.parts.iter().any(fits),
                        "{path}: {} in {}",
                        name(&deal, actor),
                        name(&deal, condition)
                    );
                }
            }
            for entry in row.cells.iter().flat_map(|cell| &cell.parts) {
                let kind = deal.item(entry.proof).unwrap().kind();
                match entry.part {
                    Part::Pays | Part::Gets => assert_eq!(kind, Kind::Exchange),
                    Part::Checks => assert!(kind == Kind::Condition && entry.proof != condition),
                    _ => assert_eq!(entry.proof, condition),
                }
            }
        }
    }
}

#[test]
fn every_condition_and_actor_stands_once_in_any_order() {
    for path in DEALS {
        let deal = deal(path);
        let written = matrix(&deal, Wish { as_written: true, ..Wish::default() });
        let arranged = matrix(&deal, Wish::default());
        assert!(arranged.arranged && !written.arranged);
        let rows = |matrix: &Matrix| matrix.shown().map(|row| row.condition).collect::<Vec<_>>();
        let sorted = |mut items: Vec<ItemId>| {
            items.sort_unstable();
            items
        };
        assert_eq!(sorted(rows(&arranged)), deal.of_kind(Kind::Condition).collect::<Vec<_>>(), "{path}");
        assert_eq!(sorted(arranged.columns.clone()), written.columns, "{path}: columns as written are sorted");
        assert_eq!(arranged.of, (0, arranged.columns.len()));
        // Block by block of the same standing, and no block's way is longer than as written.
        let way = |matrix: &Matrix| -> Vec<u32> {
            let blocks = by_standing(&deal, &matrix.columns);
            assert_eq!(blocks.concat().len(), matrix.columns.len());
            let profiles =
                |block: &Vec<ItemId>| block.iter().map(|it| profile(&matrix.groups, *it)).collect::<Vec<_>>();
            blocks.iter().map(|block| length(&profiles(block))).collect()
        };
        assert_eq!(by_standing(&deal, &arranged.columns).concat(), arranged.columns, "{path}");
        assert!(way(&arranged).iter().zip(way(&written)).all(|(ours, theirs)| *ours <= theirs), "{path}");
        // The sections keep their order, and their rows.
        let groups = |matrix: &Matrix| matrix.groups.iter().map(|(group, _)| group.clone()).collect::<Vec<_>>();
        assert_eq!(groups(&arranged), groups(&written));
    }
}

#[test]
fn without_an_exchange_the_rows_stand_under_their_sections() {
    let deal = deal("tests/deals/no-exchange.json");
    let matrix = matrix(&deal, Wish::default());
    let sections: Vec<&str> = matrix.groups.iter().map(|(group, _)| name(&deal, group.section.unwrap())).collect();
    assert_eq!(sections, ["lamps-and-signs", "marsh-and-measuring"]);
}

#[test]
fn what_is_forbidden_against_someone_spares_it() {
    let mut document: Value = serde_json::from_slice(&std::fs::read(BUILT_IN).unwrap()).unwrap();
    let conditions = document["conditions"].as_array_mut().unwrap();
    let ground = conditions.iter_mut().find(|it| it["id"] == "ground-air-force").unwrap();
    ground["duty"] = json!("mustNot");
    let deal = read(document.to_string().as_bytes()).deal.unwrap();
    let row = Row::of(&deal, deal.find("ground-air-force").unwrap());
    let cell = row.cell(deal.find("assads-air-force").unwrap()).unwrap();
    assert_eq!(cell.parts[0].part, Part::Spared);
}

#[test]
fn from_every_cell_every_step_leads_to_a_cell_that_is_shown_and_all_are_reached() {
    for path in DEALS {
        let deal = deal(path);
        let matrix = matrix(&deal, Wish::default());
        let mut reached = vec![matrix.first().unwrap()];
        let mut at = 0;
        while at < reached.len() {
            for step in [Step::Up, Step::Down, Step::Back, Step::Forward, Step::First, Step::Last] {
                let Some(next) = matrix.step(reached[at], step) else { continue };
                assert!(matrix.has(next), "{path}");
                if !reached.contains(&next) {
                    reached.push(next);
                }
            }
            at += 1;
        }
        let cells: usize = matrix.shown().map(|row| row.cells.len()).sum();
        assert_eq!(reached.len(), cells, "{path}");
    }
}

/// A deal of `conditions` over `actors`, the `k`-th of which is in every `k`-th condition, in sections of 300 and topics.
fn large(conditions: usize, actors: usize) -> Deal {
    let editor = |id: String| json!({ "id": id, "text": "A sentence.", "origin": "editor" });
    let with = |mut item: Value, more: Value| {
        let fields = more.as_object().unwrap().clone();
        item.as_object_mut().unwrap().extend(fields);
        item
    };
    let actor = |at: usize| {
        with(editor(format!("a{at}")), json!({ "name": format!("Actor {at}"), "kind": "state", "standing": ["party"] }))
    };
    let condition = |at: usize| {
        let (by, for_) = (format!("a{}", at * at % actors), format!("a{}", at % 7 % actors));
        with(
            editor(format!("c{at}")),
            json!({ "act": "act", "by": [by], "for": [for_], "topic": format!("t{}", at % 5), "section": format!("s{}", at / 300) }),
        )
    };
    let section = |at: usize| json!({ "id": format!("s{at}"), "title": format!("Section {at}") });
    let mut document: Value = serde_json::from_slice(&std::fs::read(BUILT_IN).unwrap()).unwrap();
    for key in [
        "places",
        "remarks",
        "exchanges",
        "links",
        "relations",
        "aims",
        "doubts",
        "figures",
        "events",
        "tensions",
        "gaps",
        "tour",
    ] {
        document[key] = json!([]);
    }
    document["actors"] = (0..actors).map(actor).collect();
    document["conditions"] = (0..conditions).map(condition).collect();
    document["sections"] = (0..conditions.div_ceil(300)).map(section).collect();
    let reading = read(document.to_string().as_bytes());
    reading.deal.unwrap_or_else(|| panic!("{:?}", &reading.issues[..3]))
}

#[test]
fn a_large_deal_is_seen_through_a_window_and_every_row_and_column_in_one_of_them() {
    let deal = large(1_000, 200);
    let (mut rows, mut at) = (Vec::new(), 0);
    while at < 1_000 {
        let seen = matrix(&deal, Wish { row: at, ..Wish::default() });
        assert!(seen.len() <= WINDOW && !seen.arranged);
        assert_eq!(seen.rows, (at, 1_000));
        rows.extend(seen.shown().map(|row| row.condition));
        let mut columns = Vec::new();
        for column in (0..seen.of.1).step_by(COLUMNS) {
            let part = matrix(&deal, Wish { row: at, column, ..Wish::default() });
            assert!(part.columns.len() <= COLUMNS);
            columns.extend(part.columns);
        }
        let parts = |actor: &ItemId| seen.shown().filter(|row| row.cell(*actor).is_some()).count();
        assert!(columns.windows(2).all(|pair| parts(&pair[0]) >= parts(&pair[1])), "the most parts first");
        columns.sort_unstable();
        columns.dedup();
        assert_eq!(columns.len(), seen.of.1);
        at += WINDOW;
    }
    // Section by section, topic by topic.
    assert_eq!(rows.len(), 1_000);
    let place = |id: &ItemId| match deal.item(*id) {
        Some(Item::Condition(it)) => (it.section.clone(), it.topic.clone()),
        _ => panic!("no condition"),
    };
    let mut places: Vec<_> = rows.iter().map(place).collect();
    places.dedup();
    let count = places.len();
    places.sort();
    places.dedup();
    assert_eq!((count, places.len()), (20, 20), "every section's topic is one stretch");
    rows.sort_unstable();
    assert_eq!(rows, deal.of_kind(Kind::Condition).collect::<Vec<_>>());
}

fn profiles() -> impl Strategy<Value = Vec<Vec<(u32, Part)>>> {
    let part = prop::sample::select(&Part::ALL[..]);
    let profile = prop::collection::btree_set((0_u32..6, part), 0..6).prop_map(|set| set.into_iter().collect());
    prop::collection::vec(profile, 0..24)
}

proptest! {
    #[test]
    fn the_order_is_a_permutation_and_never_longer_than_the_documents(profiles in profiles()) {
        let found = order(&profiles);
        let mut sorted = found.clone();
        sorted.sort_unstable();
        prop_assert_eq!(sorted, (0..profiles.len()).collect::<Vec<_>>());
        let put: Vec<_> = found.iter().map(|at| profiles[*at].clone()).collect();
        prop_assert!(length(&put) <= length(&profiles));
        prop_assert_eq!(order(&profiles), found);
    }

    #[test]
    fn what_is_alike_stands_together(profiles in profiles(), times in 2_usize..4) {
        // Every profile several times over, as far apart as can be: a way that is not longer than that of each once.
        let many: Vec<_> = (0..times).flat_map(|_| profiles.clone()).collect();
        let put = |profiles: &Vec<Vec<(u32, Part)>>| -> Vec<_> { order(profiles).iter().map(|at| profiles[*at].clone()).collect() };
        prop_assert!(length(&put(&many)) <= length(&many));
    }
}
