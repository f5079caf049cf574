//! What `query` answers about a small deal.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "query_fixture.rs"]
mod fixture;

use deal_explorer::deal::{Agreed, Certainty, Duty, Origin};
use deal_explorer::query::*;
use fixture::{deal, fold, id, name, names};

fn found(query: &str) -> Vec<String> {
    let deal = deal();
    let hits = SearchIndex::new(&deal, fold).search(query);
    hits.iter().map(|hit| name(&deal, hit.item)).collect()
}

#[test]
fn folds_accents_quotes_dashes_and_spaces_and_finds_the_way_back() {
    let text = "a\u{A0}‘Café’ — Nu\u{301}n\u{303}ez … ﷺ Ö";
    let folded = FoldedText::new(text, fold);
    assert_eq!(folded.as_str(), "a 'cafe' - nunez ... ﷺ o");
    let marked = |query: &str| mark(text, query, fold).into_iter().map(|range| &text[range]).collect::<Vec<_>>();
    assert_eq!(marked("cafe"), ["Café"]);
    assert_eq!(marked("NUÑEZ"), ["Nu\u{301}n\u{303}ez"]);
    assert_eq!(marked("nun"), ["Nu\u{301}n\u{303}ez"]);
    assert_eq!(marked("."), ["…"]);
    assert_eq!(marked("—"), ["—"]);
    assert!(marked("").is_empty());
}

#[test]
fn whole_words_are_marked_where_words_have_spaces() {
    let marked = |text: &'static str, query: &str| -> Vec<&str> {
        mark(text, query, fold).into_iter().map(|range| &text[range]).collect()
    };
    let text = "Raids; aides said that first aid, the cease-fire’s 1,200 tons, ended in 2016.";
    assert_eq!(marked(text, "aid"), ["aides", "aid"]);
    assert_eq!(marked(text, "said tha"), ["said", "that"]);
    assert_eq!(marked(text, "ceas"), ["cease"]);
    assert_eq!(marked(text, "ease"), ["cease"], "found inside of it");
    assert_eq!(marked(text, "2"), ["200", "2016"]);
    assert_eq!(marked(text, "cease-f"), ["cease-fire"]);
    assert_eq!(marked("يضغط على الأسد", "الأ"), ["الأسد"], "its letters stay joined");
    assert_eq!(marked("俄罗斯向阿萨德施压", "阿萨德"), ["阿萨德"], "no spaces, no words");
}

#[test]
fn search_needs_every_word_and_ranks_names_first() {
    assert_eq!(found("nunez"), ["minister"]);
    assert_eq!(found("harbour jose"), ["minister"]);
    assert_eq!(found("NORÐR"), ["north"]);
    assert!(found("harbour north").is_empty());
    let strait = found("strait");
    assert_eq!(&strait[..3], ["herald-1", "film", "strait-place"], "names and titles first, in the format's order");
    assert!(strait.contains(&"patrol".to_owned()));
    assert!(found("aid").is_empty(), "a short word is not found inside of another: raids, said");
    assert!(found("atrol").contains(&"patrol".to_owned()));
    assert!(found("").is_empty() && found(" \u{AD}").is_empty());
}

#[test]
fn a_hit_points_into_the_text_that_shows_it() {
    let deal = deal();
    let index = SearchIndex::new(&deal, fold);
    let hit = &index.search("cafe")[0];
    let reason = index.reason(&deal, hit.item, "cafe").unwrap();
    assert_eq!((name(&deal, hit.item).as_str(), reason.field), ("herald-1", Field::Digest));
    let text = field_text(&deal, hit.item, reason.field, reason.at).unwrap();
    assert_eq!(&text[reason.ranges[0].clone()], "café");
}

#[test]
fn a_filter_fits_what_concerns_an_actor() {
    let deal = deal();
    let fits =
        |filter: &Filter| names(&deal, &statements(&deal).filter(|item| filter.fits(&deal, *item)).collect::<Vec<_>>());
    let mut filter = Filter::default();
    assert_eq!(fits(&filter).len(), statements(&deal).count());
    filter.toggle(FacetValue::Party("fishers".to_owned()));
    let left = fits(&filter);
    for item in ["fishers", "crews", "stop-raids", "let-boats", "navy-fires", "pressing-stops", "boats", "no-bearer"] {
        assert!(left.contains(&item.to_owned()), "{item} concerns the fishers, or a part of them");
    }
    for item in ["north", "patrol", "swap", "open-port"] {
        assert!(!left.contains(&item.to_owned()), "{item} does not");
    }
    filter.toggle(FacetValue::Origin(Origin::Editor));
    assert_eq!(fits(&filter), ["stop-lets"]);
    filter.toggle(FacetValue::Origin(Origin::Editor));
    filter.toggle(FacetValue::Topic("safety".to_owned()));
    assert!(fits(&filter).contains(&"raid".to_owned()), "a doubt about a condition has its topic");
    let voice = Filter { voice: [VoiceChoice::Actor("witness".to_owned())].into(), ..Filter::default() };
    assert_eq!(fits(&voice), ["keep"]);
    let own = Filter { voice: [VoiceChoice::Own].into(), ..Filter::default() };
    let own = fits(&own);
    assert!(own.contains(&"patrol".to_owned()) && !own.contains(&"no-check".to_owned()));
    assert!(!own.contains(&"stop-lets".to_owned()) && !own.contains(&"keep".to_owned()));
}

#[test]
fn facets_count_what_a_value_would_leave() {
    let deal = deal();
    let all: Vec<_> = statements(&deal).collect();
    let filter = Filter { certainty: [Certainty::Possible].into(), ..Filter::default() };
    let facets = facets(&deal, &Census::new(&deal), &filter, &all);
    let values = [&facets.party, &facets.voice, &facets.certainty, &facets.origin, &facets.topic];
    for counted in values.into_iter().flatten() {
        let alone = fixture::alone(&filter, &counted.value);
        let left = all.iter().filter(|item| alone.fits(&deal, **item)).count();
        assert_eq!(counted.count, left, "{:?}", counted.value);
        assert_eq!(counted.chosen, filter.contains(&counted.value));
    }
    let parties: Vec<_> = facets.party.iter().map(|it| it.value.clone()).collect();
    assert!(!parties.contains(&FacetValue::Party("witness".to_owned())), "who only speaks is no party");
}

#[test]
fn select_counts_statements_and_keeps_the_rest_beside() {
    let deal = deal();
    let index = SearchIndex::new(&deal, fold);
    let selection = select(&deal, &index, "strait", &Filter::default());
    assert_eq!(selection.total, statements(&deal).count());
    assert_eq!(selection.items.len(), selection.hits.len());
    assert_eq!(names(&deal, &selection.beside.iter().map(|hit| hit.item).collect::<Vec<_>>()), ["herald-1", "film"]);
    let everything = select(&deal, &index, "  ", &Filter::default());
    assert_eq!(everything.items.len(), everything.total);
}

#[test]
fn a_profile_keeps_giving_and_being_pressed_apart() {
    let deal = deal();
    let of = |actor: &str| Profile::of(&deal, id(&deal, actor)).unwrap();
    let north = of("north");
    assert_eq!(
        names(&deal, &north.gives.iter().map(|it| it.condition).collect::<Vec<_>>()),
        ["patrol", "press-rebels"]
    );
    assert_eq!(names(&deal, &north.gives[0].jointly), ["south"]);
    assert_eq!(north.gives[0].duty, Duty::Must);
    assert_eq!(names(&deal, &north.gains), ["open-port"]);
    assert_eq!(north.returns.len(), 1, "what it is to do alone it does not get");
    assert_eq!(names(&deal, &north.returns[0].gives), ["press-rebels"]);
    assert_eq!(names(&deal, &north.returns[0].gets), ["patrol"]);
    assert_eq!(name(&deal, north.presses[0].whom), "rebels");
    assert_eq!(names(&deal, &north.people), ["navy"]);
    assert!(north.pressed_to.is_empty() && north.pressed_by.is_empty());
    let rebels = of("rebels");
    assert!(rebels.gives.is_empty(), "pressed is not agreed");
    assert_eq!(names(&deal, &[rebels.pressed_to[0].condition]), ["stop-raids"]);
    assert_eq!(names(&deal, &rebels.pressed_to[0].by), ["press-rebels"]);
    assert_eq!(names(&deal, &rebels.doubts), ["raid"]);
    assert_eq!(names(&deal, &rebels.gaps), ["no-consent"]);
    assert_eq!(rebels.relations.len(), 2);
    assert!(rebels.relations.iter().all(|end| end.direction == Direction::In));
    assert_eq!(names(&deal, &of("pirates").target_of), ["patrol"]);
    assert_eq!(names(&deal, &of("witness").raises), ["keep"]);
    assert_eq!(of("minister").part_of, Some(id(&deal, "south")));
    assert!(Profile::of(&deal, id(&deal, "patrol")).is_none());
}

#[test]
fn double_roles_come_with_both_sides() {
    let deal = deal();
    let north = double_roles(&deal, id(&deal, "north"));
    let DoubleRole::GuarantorAndAttacker { of, guards, attacks } = &north[0] else { panic!("{north:?}") };
    assert_eq!(name(&deal, *of), "fishers");
    assert_eq!(name(&deal, guards[0].item), "press-rebels");
    assert_eq!(guards[0].link, Some(id(&deal, "pressing-stops")));
    assert_eq!(name(&deal, attacks[0].item), "navy-fires");
    assert_eq!((attacks[0].via, attacks[0].toward), (deal.find("navy"), deal.find("crews")));
    let backs =
        |role: &DoubleRole| matches!(role, DoubleRole::BackerAndPresser { of, .. } if *of == id(&deal, "rebels"));
    assert!(north.iter().any(backs));
    assert!(!north.iter().any(|role| matches!(role, DoubleRole::PartyAndHostile { .. })), "told already");

    let south = double_roles(&deal, id(&deal, "south"));
    let DoubleRole::AllyAndOpponentOfAlly { ally, opponent, opposes, tie, .. } = &south[0] else { panic!("{south:?}") };
    assert_eq!((name(&deal, *ally), name(&deal, *opponent)), ("north".to_owned(), "rebels".to_owned()));
    assert_eq!(opposes[0].origin, Origin::Editor, "the editor's side is marked");
    assert_eq!(name(&deal, tie.item), "north-backs");
    let DoubleRole::VoiceAndParty { speaks, .. } = &south[1] else { panic!("{south:?}") };
    assert_eq!((name(&deal, speaks[0].item).as_str(), speaks[0].via), ("hard", deal.find("minister")));

    assert!(double_roles(&deal, id(&deal, "rebels")).is_empty(), "who is pressed to stop guards nobody");
    assert_eq!(every_double_role(&deal).len(), north.len() + south.len());
}

#[test]
fn events_come_in_order() {
    let deal = deal();
    let events = timeline(&deal);
    let order = names(&deal, &events.iter().map(|(event, _)| *event).collect::<Vec<_>>());
    assert_eq!(order, ["before", "shots", "siege", "hopes", "summit"]);
    assert_eq!(events[0].1.unwrap().earliest, None);
    assert_eq!(people(&deal)[0].role, Some("Harbour Minister"));
    assert_eq!((figures(&deal).len(), media(&deal).len()), (1, 1));
}

#[test]
fn slots_are_filled_or_unsaid() {
    let deal = deal();
    let of = |condition: &str| slots(&deal, id(&deal, condition)).unwrap();
    let raids = of("stop-raids");
    assert_eq!(raids.each_ref().map(|slot| slot.name), SlotName::ALL);
    assert_eq!(raids[0].fill, Fill::Items(vec![id(&deal, "rebels")]));
    assert_eq!(raids[1].fill, Fill::Words("stop raids"));
    assert_eq!((&raids[6].fill, names(&deal, &raids[6].gaps)), (&Fill::Unsaid, vec!["no-consent".to_owned()]));
    assert_eq!(names(&deal, &raids[7].gaps), ["no-check"], "what the deal leaves out, it leaves out here");
    assert!(raids[5].gaps.is_empty() && raids[5].fill == Fill::Unsaid);
    let patrol = of("patrol");
    assert_eq!(patrol[6].fill, Fill::Agreed(Agreed::Prospective));
    assert_eq!(patrol[7].fill, Fill::Items(vec![id(&deal, "watch")]));
    assert!(slots(&deal, id(&deal, "north")).is_none());
}

#[test]
fn about_collects_what_bears_on_an_item() {
    let deal = deal();
    let about = About::of(&deal, id(&deal, "press-rebels"));
    assert_eq!(names(&deal, &about.remarks), ["hard"]);
    assert_eq!(names(&deal, &about.tensions), ["press-and-fire"]);
    assert_eq!(
        (about.links[0].direction, name(&deal, about.links[0].other)),
        (Direction::Out, "stop-raids".to_owned())
    );
    assert_eq!(
        (about.exchanges[0].side, names(&deal, &about.exchanges[0].against)),
        (Side::Gets, vec!["patrol".to_owned()])
    );
    let whole = About::whole(&deal);
    assert_eq!(
        (names(&deal, &whole.remarks), names(&deal, &whole.gaps)),
        (vec!["near".to_owned()], vec!["no-check".to_owned()])
    );
}

#[test]
fn the_article_reads_back() {
    let deal = deal();
    let read = &read_back(&deal)[0];
    let paragraphs: Vec<_> = (0..read.len()).map(|at| read.paragraph(&deal, at).unwrap()).collect();
    assert_eq!((paragraphs.len(), read.paragraph(&deal, 4)), (4, None));
    assert!(paragraphs[2].is_silent() && !paragraphs[0].is_silent());
    assert_eq!(names(&deal, &paragraphs[2].media), ["film"]);
    let second = &paragraphs[1];
    let digest = second.digest.as_deref().unwrap();
    let quote = second.quotes.iter().find(|quote| quote.quote == "would press the rebels").unwrap();
    assert_eq!(&digest[quote.range.clone().unwrap()], "would press the rebels");
    assert!(names(&deal, &quote.items).contains(&"press-rebels".to_owned()));
    let orphan = second.quotes.iter().find(|quote| quote.quote == "the rebels").unwrap();
    assert_eq!(orphan.range, None, "it stands twice in the digest: an orphan is not moved to one of them");
    for paragraph in &paragraphs {
        let whole: String =
            paragraph.pieces().iter().map(|it| &paragraph.digest.as_ref().unwrap()[it.range.clone()]).collect();
        assert_eq!(whole, paragraph.digest.clone().unwrap_or_default());
    }
}

#[test]
fn hinges_spread_over_kinds() {
    let deal = deal();
    let order = |most: usize| names(&deal, &hinges(&deal, most).iter().map(|it| it.doubt).collect::<Vec<_>>());
    assert_eq!(order(9), ["keep", "raid", "moving", "last"]);
    assert_eq!(order(2), ["keep", "raid"]);
    let keep = &hinges(&deal, 1)[0];
    assert_eq!(names(&deal, &keep.reach), ["patrol", "press-rebels", "stop-raids", "open-port", "let-boats"]);
}

#[test]
fn citations_keep_the_hedge_and_escape() {
    let deal = deal();
    let keep = Citation::of(&deal, id(&deal, "keep")).unwrap();
    insta::assert_snapshot!(keep.plain(), @"Will North keep it? [possible; A witness] — Ana García, A deal in the strait & beyond, The Herald, 2020-05-02, ¶ 2: “would press the rebels”, https://example.org/strait");
    let patrol = Citation::of(&deal, id(&deal, "patrol")).unwrap();
    insta::assert_snapshot!(patrol.bibtex().unwrap(), @r"
    @misc{strait-herald-1-patrol,
      author = {{Ana García}},
      title = {{A deal in the strait \& beyond}},
      publisher = {The Herald},
      date = {2020-05-02},
      year = {2020},
      url = {https://example.org/strait},
      note = {Both would patrol the strait. [probable; “would”] — ¶ 1: “patrol the strait”},
    }
    ");
    let csl: serde_json::Value = serde_json::from_str(&patrol.csl_json()).unwrap();
    assert_eq!(csl[0]["issued"]["date-parts"], serde_json::json!([[2020, 5, 2]]));
    assert!(csl[0]["note"].as_str().unwrap().contains("probable; “would”"));
    let editors = Citation::of(&deal, id(&deal, "stop-lets")).unwrap();
    assert_eq!(editors.plain(), "The stop lets boats leave. [editor] — The Strait deal");
    assert_eq!((editors.bibtex(), editors.csl_json().trim()), (None, "[]"));
}

#[test]
fn text_fragments_follow_the_draft() {
    let url = |url, quote, prefix, suffix| text_fragment_url(url, quote, prefix, suffix).unwrap();
    assert_eq!(
        url("https://a.org/b", "U.S.-backed, &\u{A0}so", None, None),
        "https://a.org/b#:~:text=U.S.%2Dbacked%2C%20%26%20so"
    );
    assert_eq!(url("http://a.org/#top", "x", Some("p-"), Some("s")), "http://a.org/#top:~:text=p%2D-,x,-s");
    assert_eq!(url("http://a.org/#:~:text=y", "é", None, Some(" ")), "http://a.org/#:~:text=y&text=%C3%A9");
    assert_eq!(text_fragment_url("javascript:alert(1)//://", "x", None, None), None);
    assert_eq!(text_fragment_url("ftp://a.org", "x", None, None), None);
    assert_eq!(text_fragment_url("https://a.org", " ", None, None), None);
}

#[test]
fn voices_begin_with_the_publisher() {
    let deal = deal();
    let keep = chain(&deal, id(&deal, "keep")).unwrap();
    assert_eq!(
        (names(&deal, &keep.publishers), names(&deal, &keep.voices)),
        (vec!["herald-1".to_owned()], vec!["witness".to_owned()])
    );
    let editors = chain(&deal, id(&deal, "stop-lets")).unwrap();
    assert_eq!((editors.publishers.len(), editors.voices.len(), editors.origin), (0, 0, Origin::Editor));
    assert!(chain(&deal, id(&deal, "herald-1")).is_none());
}

#[test]
fn every_question_can_be_put_to_every_item() {
    let deal = deal();
    for (item, _) in deal.items() {
        let is_actor = Profile::of(&deal, item).is_some();
        assert!(is_actor || double_roles(&deal, item).is_empty());
        assert_eq!(Citation::of(&deal, item).is_some(), chain(&deal, item).is_some());
        let about = About::of(&deal, item);
        let told =
            about.doubts.len() + about.gaps.len() + about.remarks.len() + about.figures.len() + about.others.len();
        let told = told + about.tensions.len() + about.links.len() + about.exchanges.len();
        assert_eq!(told, deal.referrers(item).len(), "nothing that refers to an item is left out");
        assert!(slots(&deal, item).is_none() || Filter::default().fits(&deal, item));
    }
}

#[test]
fn a_source_as_long_as_all_the_rest_is_prepared_for_searching_in_many_steps() {
    let mut document = fixture::document();
    let source = &mut document["sources"][0];
    let before = u32::try_from(source["paragraphs"].as_u64().unwrap()).unwrap();
    source["paragraphs"] = (before + 2000).into();
    let long =
        (0..2000).map(|at| serde_json::json!({ "paragraph": before + 1 + at, "text": format!("Café number{at}.") }));
    match source["digest"].as_array_mut() {
        Some(digest) => digest.extend(long),
        None => source["digest"] = long.collect(),
    }
    let deal = deal_explorer::deal::read(document.to_string().as_bytes()).deal.expect("a deal");
    let mut index = SearchIndex::begin(fold);
    let mut steps = 1;
    while index.go_on(&deal) {
        steps += 1;
    }
    assert!(steps >= deal.len() + 3, "{steps} steps for {} items", deal.len());
    assert_eq!(index.progress(), deal.len());
    for word in ["number0", "number511", "number512", "number1999"] {
        let hits = index.search(word);
        assert_eq!(hits.iter().map(|hit| name(&deal, hit.item)).collect::<Vec<_>>(), ["herald-1"], "{word}");
        let reason = index.reason(&deal, hits[0].item, word).unwrap();
        let text = field_text(&deal, hits[0].item, reason.field, reason.at).unwrap();
        assert!(reason.answers && text.contains(word), "{text}");
    }
}

#[test]
fn of_several_sources_each_is_read_back_with_what_rests_on_it_alone() {
    let mut document = fixture::document();
    let mut second = document["sources"][0].clone();
    second["id"] = "gazette".into();
    second["paragraphs"] = 2.into();
    second["media"][0]["id"] = "second-film".into();
    second["media"][0]["paragraph"] = 2.into();
    second["digest"] = serde_json::json!([{ "paragraph": 2, "text": "They “would keep the strait open” together." }]);
    document["sources"].as_array_mut().unwrap().push(second);
    // One statement rests on both, on the new one twice.
    let evidence = document["conditions"][0]["evidence"].as_array_mut().unwrap();
    let more = serde_json::json!({ "source": "gazette", "paragraph": 2, "quote": "would keep the strait open" });
    evidence.insert(0, more.clone());
    evidence.push(serde_json::json!({ "source": "gazette", "paragraph": 2, "quote": "together" }));
    let first = document["conditions"][0]["id"].as_str().unwrap().to_owned();
    let reading = deal_explorer::deal::read(document.to_string().as_bytes());
    let deal = reading.deal.unwrap_or_else(|| panic!("{:#?}", reading.issues));
    let before = read_back(&fixture::deal());
    let after = read_back(&deal);
    assert_eq!((before.len(), after.len()), (1, 2));
    for at in 0..4 {
        let of = |deal, back: &ReadBack| back.paragraph(deal, at).unwrap();
        let (old, new) = (of(&fixture::deal(), &before[0]), of(&deal, &after[0]));
        assert_eq!(
            (names(&fixture::deal(), &old.items), old.quotes.len()),
            (names(&deal, &new.items), new.quotes.len())
        );
    }
    let (silent, only) = (after[1].paragraph(&deal, 0).unwrap(), after[1].paragraph(&deal, 1).unwrap());
    assert!(silent.is_silent() && after[1].paragraph(&deal, 2).is_none());
    assert_eq!((names(&deal, &only.items), names(&deal, &only.media)), (vec![first], vec!["second-film".to_owned()]));
    assert_eq!(only.quotes.len(), 2);
}
