//! The brief: an independent reader of Markdown sees every text, hedge, voice and quote in it, and no markup of theirs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "export/support.rs"]
mod support;

use deal_explorer::deal::{Deal, Origin};
use deal_explorer::words::ENGLISH;
use proptest::prelude::*;
use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};
use support::{ALL, deal, with_texts, written};

/// The brief as a reader sees it, its white space folded; a break where a block or an item of a list ends.
fn shown(markdown: &str) -> String {
    let mut out = String::new();
    for event in Parser::new(markdown) {
        match event {
            Event::Text(text) => out.push_str(&text),
            Event::Code(id) => out.extend(["`", &*id, "`"]),
            Event::SoftBreak | Event::HardBreak => out.push(' '),
            Event::Start(Tag::Item) | Event::End(TagEnd::Item | TagEnd::Paragraph | TagEnd::Heading(_)) => {
                out.push('\n');
            }
            Event::Html(html) | Event::InlineHtml(html) => panic!("HTML: {html}"),
            Event::Start(Tag::Link { link_type: LinkType::Autolink, .. }) => {}
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_) | Tag::BlockQuote(_))
            | Event::Rule => {
                panic!("markup out of a text: {event:?} in\n{markdown}")
            }
            _ => {}
        }
    }
    out
}

fn folded(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    text.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect()
}

/// The lines of the statement's entry: its own, and those under it.
fn entry<'s>(shown: &'s str, id: &str) -> &'s str {
    let start = shown.find(&format!(" `{id}`\n")).unwrap_or_else(|| panic!("{id} is missing"));
    let start = shown[..start].rfind('\n').map_or(0, |at| at + 1);
    let rest = &shown[start..];
    // Entries are apart by an empty line at least.
    &rest[..rest.find("\n\n\n").unwrap_or(rest.len())]
}

fn holds_everything(deal: &Deal, shown: &str) {
    for (_, item) in deal.items() {
        let Some(statement) = item.statement() else { continue };
        let entry = entry(shown, item.id());
        let holds =
            |text: &str| assert!(entry.contains(&folded(text)), "{}: {text:?} is missing in\n{entry}", item.id());
        holds(&statement.text);
        holds(statement.hedge.as_deref().unwrap_or_default());
        for evidence in &statement.evidence {
            holds(&evidence.quote);
            holds(&(ENGLISH.paragraph)(evidence.paragraph));
        }
        for voice in statement.voice.iter().filter_map(|voice| deal.get(voice)) {
            holds(voice.label());
        }
        if statement.certainty() != deal_explorer::deal::Certainty::Certain {
            holds((ENGLISH.certainty)(statement.certainty()));
        }
        if statement.origin() == Origin::Editor && item.kind().list() != "gaps" {
            holds(ENGLISH.editor_statement);
        }
    }
}

#[test]
fn every_statement_stands_with_its_hedge_its_voice_and_its_quotes() {
    for text in ALL {
        let (deal, shown) = (deal(text), shown(&written(text, "markdown", None)));
        holds_everything(&deal, &shown);
        let document = deal.document();
        for said in [&document.title, &document.summary, (ENGLISH.deal_state)(document.state)] {
            assert!(shown.contains(&folded(said)), "{said}");
        }
        for source in &document.sources {
            assert!(
                shown.contains(&folded(&source.title)) && shown.contains(source.url.as_deref().unwrap_or_default())
            );
        }
    }
}

#[test]
fn the_bargain_stands_first_and_says_who_is_only_pressed() {
    let shown = shown(&written(ALL[0], "markdown", None));
    let bargain = shown.find(ENGLISH.the_bargain).expect("the bargain");
    let conditions = shown.find("\nConditions\n").expect("the conditions");
    assert!(bargain < conditions);
    let told = &shown[bargain..conditions];
    assert!(told.contains("in exchange for") && told.contains(ENGLISH.pressed_not_party), "{told}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_becomes_markup(
        texts in prop::array::uniform4("[-+*_`#>|~=!\\[\\]()<>&;:$1.\\\\ \n\ta“é]{1,16}")
    ) {
        let Some(document) = with_texts(&texts) else { return Err(TestCaseError::reject("no sound deal")) };
        holds_everything(&deal(&document), &shown(&written(&document, "markdown", None)));
    }
}
