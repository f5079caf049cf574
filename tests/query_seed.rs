//! What `query` answers about the built-in deal. Where the seed is not in the tree, there is nothing to ask.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "query_fixture.rs"]
mod fixture;

use deal_explorer::deal::{Deal, DoubtKind, Kind, read};
use deal_explorer::query::{
    DoubleRole, Fill, Profile, SearchIndex, chain, double_roles, every_double_role, hinges, read_back, slots, timeline,
};
use fixture::{fold, id, name, names};

fn seed() -> Option<Deal> {
    let text = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/us-russia-syria-2016.json")).ok()?;
    Some(read(&text).deal.expect("the seed keeps every rule"))
}

#[test]
fn russia_presses_for_civilians_whom_its_forces_besiege() {
    let Some(deal) = seed() else { return };
    let roles = double_roles(&deal, id(&deal, "russia"));
    let DoubleRole::GuarantorAndAttacker { of, guards, attacks } = &roles[0] else { panic!("{roles:?}") };
    assert_eq!(name(&deal, *of), "civilians");
    assert_eq!((name(&deal, guards[0].item).as_str(), guards[0].via), ("press-assad", None));
    assert_eq!(name(&deal, attacks[0].item), "russian-forces-trap-civilians");
    assert_eq!((attacks[0].via, attacks[0].toward), (deal.find("russian-forces"), deal.find("trapped-civilians")));
    let DoubleRole::BackerAndPresser { of, .. } = &roles[1] else { panic!("{roles:?}") };
    assert_eq!(name(&deal, *of), "bashar-al-assad");
    let others = every_double_role(&deal).into_iter().filter(|(actor, _)| *actor != id(&deal, "russia"));
    let others: Vec<_> = others.map(|(actor, role)| (name(&deal, actor), role)).collect();
    assert!(matches!(&others[..], [(actor, DoubleRole::VoiceAndParty { .. })] if actor == "united-states"));
}

#[test]
fn assad_is_pressed_and_gives_nothing() {
    let Some(deal) = seed() else { return };
    let assad = Profile::of(&deal, id(&deal, "bashar-al-assad")).unwrap();
    assert!(assad.gives.is_empty() && assad.returns.is_empty());
    let pressed: Vec<_> = assad.pressed_to.iter().map(|it| it.condition).collect();
    assert_eq!(names(&deal, &pressed), ["stop-bombing-civilians", "allow-humanitarian-aid"]);
    let russia = Profile::of(&deal, id(&deal, "russia")).unwrap();
    assert_eq!(names(&deal, &russia.returns[0].gives), ["press-assad"]);
    assert_eq!(names(&deal, &russia.returns[0].gets), ["cooperate-militarily", "cooperate-on-intelligence"]);
}

#[test]
fn four_hinges_are_of_four_kinds() {
    let Some(deal) = seed() else { return };
    let four = hinges(&deal, 4);
    assert_eq!((name(&deal, four[0].doubt).as_str(), four[0].kind), ("putin-keeps-his-end", DoubtKind::OpenQuestion));
    let mut kinds: Vec<_> = four.iter().map(|hinge| hinge.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds.len(), 4);
}

#[test]
fn nobody_is_said_to_check_or_to_have_agreed() {
    let Some(deal) = seed() else { return };
    for condition in deal.of_kind(Kind::Condition) {
        let slots = slots(&deal, condition).unwrap();
        assert_eq!((&slots[7].fill, names(&deal, &slots[7].gaps)), (&Fill::Unsaid, vec!["gap-check".to_owned()]));
    }
    let bombing = slots(&deal, id(&deal, "stop-bombing-civilians")).unwrap();
    assert_eq!((&bombing[6].fill, bombing[6].gaps.len()), (&Fill::Unsaid, 1));
}

#[test]
fn the_article_the_events_and_the_voices() {
    let Some(deal) = seed() else { return };
    for source in read_back(&deal) {
        let paragraphs: Vec<_> = (0..source.len()).map(|at| source.paragraph(&deal, at).unwrap()).collect();
        let mut quotes = paragraphs.iter().flat_map(|paragraph| &paragraph.quotes);
        assert!(quotes.all(|quote| quote.range.is_some()), "every quote stands once in its digest");
    }
    let events: Vec<_> = timeline(&deal).into_iter().map(|(event, _)| event).collect();
    assert_eq!(names(&deal, &events[events.len() - 2..]), ["obama-putin-meeting", "obama-erdogan-meeting"]);
    let feared = chain(&deal, id(&deal, "solidifies-assads-power")).unwrap();
    assert_eq!(names(&deal, &feared.voices), ["cbs-news", "syrian-opposition-sources"]);
    assert!(feared.publishers.is_empty(), "the publisher is not named twice");
    let hits = SearchIndex::new(&deal, fold).search("erdogan");
    assert_eq!(name(&deal, hits[0].item), "recep-tayyip-erdogan");
}
