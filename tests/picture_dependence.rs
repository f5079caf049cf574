//! What hangs on what: its pieces and arrows, the two drawings of it, and walking through it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use deal_explorer::deal::{Deal, Item, ItemId, Kind, LinkKind, read};
use deal_explorer::picture::dependence::{Arrow, Dependence, Tie};
use deal_explorer::picture::diagram::{Diagram, Names};
use deal_explorer::picture::layered::{self, Extent, Place, Point};
use deal_explorer::picture::lettering::width;
use deal_explorer::picture::rail::rail;
use deal_explorer::picture::walk::{Pace, walk};

const DEALS: [&str; 4] = [
    include_str!("../seeds/us-russia-syria-2016.json"),
    include_str!("deals/harbour.json"),
    include_str!("deals/no-exchange.json"),
    include_str!("deals/arabic.json"),
];

fn built_in() -> Deal {
    read(DEALS[0].as_bytes()).deal.unwrap()
}

fn id(deal: &Deal, id: &str) -> ItemId {
    deal.find(id).unwrap_or_else(|| panic!("no {id}"))
}

/// Draws with names that are as long as those of readers.
fn with_names<T>(deal: &Deal, draw: impl FnOnce(&Names<'_>) -> T) -> T {
    draw(&Names {
        piece: &|id| deal.item(id).map(Item::label).unwrap_or_default().to_owned(),
        sort: &|id| {
            if deal.item(id).map(Item::kind) == Some(Kind::Condition) { String::new() } else { "sort".to_owned() }
        },
        arrow: &|arrow| {
            if matches!(arrow.tie, Tie::Gives | Tie::Gets) { String::new() } else { "brings about".to_owned() }
        },
    })
}

fn layers(deal: &Deal, part: &Dependence, mirrored: bool) -> Diagram {
    let draw = |nodes: &[Extent], arrows: &[layered::Arrow], flow| Some(layered::layered(nodes, arrows, flow));
    with_names(deal, |names| Diagram::of(part, mirrored, names, &draw)).unwrap()
}

#[test]
fn every_link_exchange_and_doubt_of_the_built_in_deal_is_an_arrow() {
    let deal = built_in();
    let whole = Dependence::of(&deal, true);
    let has = |from: &str, to: &str, tie: Tie| {
        whole.arrows.iter().any(|it| it.from == id(&deal, from) && it.to == id(&deal, to) && it.tie == tie)
    };
    assert!(has("press-assad", "stop-bombing-civilians", Tie::Link(LinkKind::Enables)));
    assert!(has("cooperate-militarily", "the-bargain", Tie::Gives) && has("press-assad", "the-bargain", Tie::Gets));
    assert!(has("all-diplomacy-failed", "the-bargain", Tie::Doubt));
    // A link says more than that a doubt is about something.
    assert!(has("iran-wildcard", "the-bargain", Tie::Link(LinkKind::Threatens)));
    assert!(
        !has("iran-wildcard", "the-bargain", Tie::Doubt) && !has("solidifies-assads-power", "the-bargain", Tie::Doubt)
    );
    let links: Vec<ItemId> = deal.of_kind(Kind::Link).collect();
    assert!(links.iter().all(|link| whole.arrows.iter().filter(|arrow| arrow.via == *link).count() == 1));
    assert!(deal.of_kind(Kind::Condition).all(|condition| whole.pieces.contains(&condition)));
    let own = Dependence::of(&deal, false);
    let editors = id(&deal, "putin-question-threatens-pressing");
    assert!(whole.arrows.iter().any(|it| it.via == editors) && own.arrows.iter().all(|it| it.via != editors));
}

#[test]
fn a_need_is_turned_round_so_that_what_is_needed_comes_first() {
    let text = include_str!("deal/small.json");
    let deal = read(text.as_bytes()).deal.unwrap();
    let arrow = Dependence::of(&deal, true).arrows.into_iter().find(|arrow| arrow.tie == Tie::Link(LinkKind::Needs));
    let Arrow { from, to, .. } = arrow.unwrap();
    assert_eq!((from, to), (id(&deal, "pay-ferry"), id(&deal, "run-ferry")));
}

#[test]
fn the_nearest_pieces_come_first_and_a_part_keeps_the_arrows_among_its_own() {
    let deal = built_in();
    let whole = Dependence::of(&deal, true);
    let pressing = id(&deal, "press-assad");
    let near = whole.nearest(&[pressing], 5);
    assert_eq!(near.len(), 5);
    assert_eq!(near[0], pressing);
    let tied = |one: ItemId| {
        whole.arrows.iter().any(|it| (it.from, it.to) == (one, pressing) || (it.from, it.to) == (pressing, one))
    };
    assert!(near[1..].iter().all(|piece| tied(*piece)), "all of the four are next to it");
    let part = whole.among(|piece| near.contains(&piece));
    assert_eq!(part.pieces.len(), 5);
    assert!(!part.arrows.is_empty());
    assert!(part.arrows.iter().all(|it| near.contains(&it.from) && near.contains(&it.to)));
    assert_eq!(whole.nearest(&[], 9), vec![]);
}

#[test]
fn walking_goes_along_the_arrows_and_through_the_order() {
    let deal = built_in();
    let whole = Dependence::of(&deal, true);
    let order = layers(&deal, &whole, false).order();
    assert_eq!(order.len(), whole.pieces.len());
    for piece in &order {
        let step = |pace| walk(&whole, &order, *piece, pace);
        let (next, before) = (step(Pace::Next), step(Pace::Previous));
        assert_eq!(next.and_then(|next| walk(&whole, &order, next, Pace::Previous)), next.map(|_| *piece));
        assert_eq!(before.is_none(), *piece == order[0]);
        let out = whole.arrows.iter().filter(|it| it.from == *piece && it.to != *piece).count();
        assert_eq!(step(Pace::Forward).is_some(), out > 0);
        if let Some(to) = step(Pace::Forward) {
            assert!(whole.arrows.iter().any(|it| it.from == *piece && it.to == to));
        }
        if let Some(from) = step(Pace::Back) {
            assert!(whole.arrows.iter().any(|it| it.from == from && it.to == *piece));
        }
    }
}

fn overlap(one: Place, other: Place) -> bool {
    one.x < other.x + other.width
        && other.x < one.x + one.width
        && one.y < other.y + other.height
        && other.y < one.y + one.height
}

fn inside(point: Point, drawing: &Diagram) -> bool {
    (0.0..=drawing.width).contains(&point.x) && (0.0..=drawing.height).contains(&point.y)
}

/// Whether a level or upright bit of an arrow runs through the inside of a box.
fn runs_through(from: Point, to: Point, place: Place) -> bool {
    let (left, right) = (from.x.min(to.x), from.x.max(to.x));
    let (top, bottom) = (from.y.min(to.y), from.y.max(to.y));
    left < place.x + place.width - 0.5
        && right > place.x + 0.5
        && top < place.y + place.height - 0.5
        && bottom > place.y + 0.5
}

#[test]
fn both_drawings_hold_every_piece_and_arrow_and_nothing_overlaps() {
    for text in DEALS {
        let deal = read(text.as_bytes()).deal.unwrap();
        let whole = Dependence::of(&deal, true);
        for mirrored in [false, true] {
            let layers = layers(&deal, &whole, mirrored);
            let rails = with_names(&deal, |names| rail(&whole, &layers.order(), mirrored, names));
            for drawing in [&layers, &rails] {
                assert_eq!((drawing.nodes.len(), drawing.lines.len()), (whole.pieces.len(), whole.arrows.len()));
                for (at, node) in drawing.nodes.iter().enumerate() {
                    let others = &drawing.nodes[at + 1..];
                    assert!(others.iter().all(|other| !overlap(node.place, other.place)), "{}", deal.document().id);
                    let room = node.place.width - 20.0;
                    assert!(node.name.iter().all(|line| width(line) * 12.5 <= room), "{:?}", node.name);
                }
                for line in &drawing.lines {
                    assert!(line.points.iter().chain(&line.head).all(|point| inside(*point, drawing)));
                    assert!(line.label.iter().all(|(point, words)| inside(*point, drawing) && !words.is_empty()));
                }
            }
            for line in &rails.lines {
                for bit in line.points.windows(2) {
                    let hit = rails.nodes.iter().find(|node| runs_through(bit[0], bit[1], node.place));
                    assert!(hit.is_none(), "{mirrored} {line:?} {hit:?}");
                }
            }
        }
    }
}

#[test]
fn on_rails_pieces_stand_below_each_other_and_a_mirror_changes_nothing_else() {
    let deal = built_in();
    let whole = Dependence::of(&deal, true);
    let order = layers(&deal, &whole, false).order();
    let [plain, mirrored] =
        [false, true].map(|mirrored| with_names(&deal, |names| rail(&whole, &order, mirrored, names)));
    assert_eq!(plain.nodes.iter().map(|node| node.piece).collect::<Vec<_>>(), order);
    assert!(plain.nodes.windows(2).all(|pair| pair[0].place.y + pair[0].place.height < pair[1].place.y));
    for (one, other) in plain.nodes.iter().zip(&mirrored.nodes) {
        assert!((one.place.x + other.place.x + one.place.width - plain.width).abs() < 1e-9);
    }
    assert_eq!((plain.width, plain.height), (mirrored.width, mirrored.height));
}

#[test]
fn without_what_draws_there_are_no_layers() {
    let deal = built_in();
    let whole = Dependence::of(&deal, true);
    assert!(with_names(&deal, |names| Diagram::of(&whole, false, names, &|_, _, _| None)).is_none());
}

#[test]
fn nothing_is_drawn_of_nothing() {
    let deal = built_in();
    let none = Dependence::default();
    let drawing = with_names(&deal, |names| rail(&none, &[], false, names));
    assert!(drawing.nodes.is_empty() && drawing.lines.is_empty());
    assert!(layers(&deal, &none, false).nodes.is_empty());
}
