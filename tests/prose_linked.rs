//! The deal as linked data: nothing lost, no hedge dropped, nothing that could end the element that it stands in.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::rc::Rc;

use deal_explorer::deal::{Deal, Item, Origin, read};
use deal_explorer::prose::{linked, linked_script};
use deal_explorer::words::plain::Plain;
use deal_explorer::words::{ENGLISH, Tongue};
use serde_json::Value;

const ALL: [&str; 3] = [
    include_str!("../seeds/us-russia-syria-2016.json"),
    include_str!("deals/harbour.json"),
    include_str!("deals/arabic.json"),
];

fn tongue() -> Tongue {
    Tongue { words: &ENGLISH, format: Rc::new(Plain) }
}

fn deal(text: &str) -> Deal {
    read(text.as_bytes()).deal.expect("a sound deal")
}

/// The claim that has an item's anchor.
fn claim<'v>(data: &'v Value, item: Item<'_>) -> &'v Value {
    let anchor = format!("#deal-{}", item.id());
    let claims = data["hasPart"].as_array().expect("claims");
    let mut found = claims.iter().filter(|claim| claim["@id"] == anchor.as_str());
    let claim = found.next().unwrap_or_else(|| panic!("no claim {anchor}"));
    assert!(found.next().is_none(), "{anchor} stands twice");
    claim
}

#[test]
fn every_statement_is_a_claim_with_its_hedge_its_voice_and_its_quotes() {
    for deal in ALL.map(deal) {
        let data = linked(&deal, &tongue());
        let mut statements = 0;
        for (id, item) in deal.items() {
            let Some(statement) = item.statement() else { continue };
            statements += 1;
            let claim = claim(&data, item);
            assert_eq!(claim["text"], statement.text.as_str());
            let description = claim["description"].as_str().expect("how firmly, and by whom");
            if matches!(item, Item::Gap(_)) || statement.origin() == Origin::Editor {
                assert!(description == ENGLISH.gap_statement || description == ENGLISH.editor_statement);
                continue;
            }
            assert!(description.contains(statement.hedge.as_deref().unwrap_or_default()), "{description}");
            for voice in statement.voice.iter().filter_map(|voice| deal.get(voice)) {
                assert!(description.contains(voice.label()), "{description} names {}", voice.label());
            }
            let quotes: Vec<&str> =
                claim["citation"].as_array().into_iter().flatten().filter_map(|it| it["text"].as_str()).collect();
            let expected: Vec<&str> = deal.evidence(id).map(|evidence| evidence.quote.as_str()).collect();
            assert_eq!(quotes, expected);
        }
        assert_eq!(data["hasPart"].as_array().map(Vec::len), Some(statements));
    }
}

#[test]
fn claims_lead_to_the_sources_and_the_sources_are_described() {
    let deal = deal(ALL[0]);
    let data = linked(&deal, &tongue());
    let source = &data["mentions"][0];
    assert_eq!(source["@type"], "NewsArticle");
    assert_eq!(source["publisher"]["name"], "CBS News");
    assert_eq!(data["isBasedOn"][0]["@id"], source["@id"]);
    assert!(source["url"].as_str().unwrap().starts_with("https://www.cbsnews.com/news/"));
    let cited = data["hasPart"].as_array().unwrap().iter().filter_map(|claim| claim["citation"].as_array());
    let cited: Vec<&Value> = cited.flatten().collect();
    assert!(cited.len() > 200);
    assert!(cited.iter().all(|quotation| quotation["isPartOf"]["@id"] == source["@id"]));
}

#[test]
fn in_a_page_it_cannot_end_its_element_and_nothing_is_rated() {
    let text = ALL[0].replacen("\"title\": \"", "\"title\": \"</script><b>", 1);
    let script = linked_script(&deal(&text), &tongue());
    let data = script.strip_prefix("<script type=\"application/ld+json\">").and_then(|it| it.strip_suffix("</script>"));
    let data = data.expect("one element");
    assert!(!data.contains('<'));
    let back: Value = serde_json::from_str(data).expect("JSON");
    assert!(back["name"].as_str().unwrap().starts_with("</script><b>"));
    assert!(!data.contains("Rating") && !data.contains("ClaimReview"));
}
