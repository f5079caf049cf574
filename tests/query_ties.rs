//! Who is tied to whom in the built-in deal, by hand, and in a deal of chance, by brute force.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "query_fixture.rs"]
mod fixture;

use deal_explorer::deal::{Deal, Few, ItemId, Role, read};
use deal_explorer::query::{Asked, Circle, Reach, Tie, TieKind, ties};
use fixture::{id, name, names};
use proptest::prelude::*;

fn seed() -> Deal {
    read(include_bytes!("../seeds/us-russia-syria-2016.json")).deal.expect("the seed keeps every rule")
}

fn hidden(kinds: &[TieKind]) -> Few<TieKind> {
    kinds.iter().copied().collect()
}

/// Support and hostility alone.
fn sides() -> Few<TieKind> {
    hidden(&[TieKind::Pressure, TieKind::Condition, TieKind::Contact, TieKind::Part])
}

fn ask(deal: &Deal, asked: &Asked) -> Circle {
    Circle::of(&ties(deal), deal.len(), asked)
}

fn said(deal: &Deal, circle: &Circle) -> Vec<String> {
    circle.ties.iter().map(|tie| name(deal, tie.via)).collect()
}

#[test]
fn every_relation_is_a_tie_and_conditions_tie_each_bearer_to_each_other() {
    let deal = seed();
    let all = ties(&deal);
    assert_eq!(all.iter().filter(|tie| tie.role == Role::RelationTo).count(), deal.document().relations.len());
    let of = |condition: &str| {
        let of = all.iter().filter(|tie| tie.via == id(&deal, condition));
        of.map(|tie| (name(&deal, tie.from), name(&deal, tie.to), tie.kind)).collect::<Vec<_>>()
    };
    let pair = |from: &str, to: &str, kind| (from.to_owned(), to.to_owned(), kind);
    assert_eq!(of("press-assad"), [pair("russia", "bashar-al-assad", TieKind::Pressure)]);
    assert_eq!(of("stop-bombing-civilians"), [pair("bashar-al-assad", "civilians", TieKind::Condition)]);
    assert_eq!(of("cooperate-militarily").len(), 4);
    // Nobody is named who would ground the air force.
    assert_eq!(of("ground-air-force"), []);
    // That its forces are Iran's a relation says; that Russia's are Russia's only the actor does.
    let parts = |actor: &str| all.iter().filter(|tie| tie.role == Role::PartOf && tie.from == id(&deal, actor)).count();
    assert_eq!((parts("iranian-forces"), parts("russian-forces")), (0, 1));
}

#[test]
fn russia_stands_with_assad_and_against_those_whom_it_would_fight() {
    let deal = seed();
    let russia = Some(id(&deal, "russia"));
    let one = ask(&deal, &Asked { actor: russia, steps: Some(1), hidden: sides(), ..Asked::default() });
    let expected = [
        "us-would-cooperate-with-russia",
        "russia-supports-assad",
        "russia-would-fight-al-qaeda",
        "russia-would-fight-isis-linked",
    ];
    assert_eq!(said(&deal, &one), expected);
    let actors = ["united-states", "russia", "bashar-al-assad", "al-qaeda", "isis-linked-terrorists"];
    assert_eq!(names(&deal, &one.actors), actors);
    // To Assad lead Russia and Iran, and who belongs to him shows between actors that are there.
    let assad = Some(id(&deal, "bashar-al-assad"));
    let to = ask(&deal, &Asked { actor: assad, reach: Reach::To, steps: Some(1), hidden: sides(), ..Asked::default() });
    assert_eq!(said(&deal, &to), ["russia-supports-assad", "iran-patron-of-assad"]);
    let from =
        ask(&deal, &Asked { actor: assad, reach: Reach::From, steps: Some(1), hidden: sides(), ..Asked::default() });
    assert_eq!(said(&deal, &from), ["assad-bombs-civilians"]);
}

#[test]
fn who_belongs_to_whom_shows_between_those_who_are_there() {
    let deal = seed();
    let all = ask(&deal, &Asked { hidden: sides(), ..Asked::default() });
    let parts: Vec<&Tie> = all.ties.iter().filter(|tie| tie.kind == TieKind::Part).collect();
    let parts: Vec<String> = parts.iter().map(|tie| name(&deal, tie.via)).collect();
    assert_eq!(parts, ["air-force-belongs-to-assad", "trapped-civilians", "russian-forces"]);
    assert!(!names(&deal, &all.actors).contains(&"iranian-military-advisers".to_owned()));
    let with = ask(&deal, &Asked { hidden: hidden(&[]), ..Asked::default() });
    assert!(names(&deal, &with.actors).contains(&"iranian-military-advisers".to_owned()));
}

#[test]
fn a_shortest_way_has_its_statements() {
    let deal = seed();
    let (from, to) = (Some(id(&deal, "turkish-troops")), Some(id(&deal, "russia")));
    let way = ask(&deal, &Asked { actor: from, other: to, hidden: sides(), ..Asked::default() });
    let expected =
        ["turkish-troops-battle-kurdish-fighters", "us-supports-kurdish-fighters", "us-would-cooperate-with-russia"];
    assert_eq!(said(&deal, &way), expected);
    // Without any sort of tie there is no way, and both ends are there all the same.
    let none = ask(&deal, &Asked { actor: from, other: to, hidden: hidden(&TieKind::ALL), ..Asked::default() });
    assert!(none.ties.is_empty() && none.actors.len() == 2);
}

#[test]
fn groups_hold_every_tie_once_by_who_acts() {
    let deal = seed();
    let all = ask(&deal, &Asked::default());
    let groups = all.groups();
    assert_eq!(groups.iter().map(|(_, ties)| ties.len()).sum::<usize>(), all.ties.len());
    assert!(groups.windows(2).all(|pair| pair[0].0 < pair[1].0));
    assert!(groups.iter().all(|(actor, ties)| ties.iter().all(|tie| tie.from == *actor)));
}

proptest! {
    #[test]
    fn distances_and_ways_are_those_of_brute_force(
        pairs in proptest::collection::vec((0_usize..8, 0_usize..8, any::<bool>()), 0..16),
        ends in (0_usize..8, 0_usize..8),
        steps in proptest::option::of(1_u32..4),
        which in 0_usize..3,
    ) {
        let deal = seed();
        let actors: Vec<ItemId> = deal.of_kind(deal_explorer::deal::Kind::Actor).take(8).collect();
        let reach = [Reach::Both, Reach::From, Reach::To][which];
        let made: Vec<Tie> = pairs.iter().filter(|(from, to, _)| from != to).map(|(from, to, mutual)| Tie {
            from: actors[*from], to: actors[*to], kind: TieKind::Support, via: actors[*from], role: Role::RelationTo, mutual: *mutual,
        }).collect();
        // Bellman and Ford: every tie shortens, eight times over.
        let measure = |from: ItemId, reach: Reach| {
            let mut far = vec![u32::MAX; deal.len()];
            far[from.index()] = 0;
            for _ in 0..8 {
                for tie in &made {
                    let mut shorten = |a: ItemId, b: ItemId| {
                        far[b.index()] = far[b.index()].min(far[a.index()].saturating_add(1));
                    };
                    if tie.mutual || reach != Reach::To { shorten(tie.from, tie.to); }
                    if tie.mutual || reach != Reach::From { shorten(tie.to, tie.from); }
                }
            }
            far
        };
        let (from, to) = (actors[ends.0], actors[ends.1]);
        let far = measure(from, reach);
        let circle = Circle::of(&made, deal.len(), &Asked { actor: Some(from), reach, steps, ..Asked::default() });
        let is_near = |node: ItemId| far[node.index()] < steps.unwrap_or(u32::MAX);
        let expected: Vec<Tie> = made.iter().filter(|tie| match reach {
            Reach::From if !tie.mutual => is_near(tie.from),
            Reach::To if !tie.mutual => is_near(tie.to),
            _ => is_near(tie.from) || is_near(tie.to),
        }).copied().collect();
        prop_assert_eq!(&circle.ties, &expected);

        let far = measure(from, Reach::Both)[to.index()];
        let way = Circle::of(&made, deal.len(), &Asked { actor: Some(from), other: Some(to), ..Asked::default() });
        prop_assert_eq!(way.ties.len() as u32, if far == u32::MAX { 0 } else { far });
        let mut here = from;
        for tie in &way.ties {
            prop_assert!(tie.from == here || tie.to == here, "each step begins where the one before ends");
            here = if tie.from == here { tie.to } else { tie.from };
        }
        prop_assert!(way.ties.is_empty() || here == to);
    }
}
