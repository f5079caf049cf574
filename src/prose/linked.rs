//! The deal as linked data for machines that read pages: JSON-LD in the terms of schema.org.
//!
//! Sources are `NewsArticle` or `CreativeWork`, statements are `Claim`s that appear in them, evidence is `Quotation`s.
//! A claim never stands without its hedge: `text` is the statement as the document has it, and `description` says how
//! firmly and by whom. What the document's author infers names no source, and says so. Nothing is rated: this is no
//! fact check.

use serde_json::{Map, Value, json};

use crate::deal::{Certainty, Deal, Evidence, Item, ItemId, Kind, Origin, Source, SourceKind, Statement};
use crate::words::{Tongue, sentence};

/// The deal as one JSON-LD document; each claim has the anchor of its statement in the prose.
pub fn linked(deal: &Deal, tongue: &Tongue) -> Value {
    let document = deal.document();
    let sources = deal.of_kind(Kind::Source).filter_map(|id| match deal.item(id) {
        Some(Item::Source(it)) => Some(source(it)),
        _ => None,
    });
    let sources: Vec<Value> = sources.collect();
    let claims = deal.items().filter_map(|(id, item)| Some(claim(deal, tongue, id, item, item.statement()?)));
    let claims: Vec<Value> = claims.collect();
    let about: Vec<Value> = document.sources.iter().map(|it| json!({ "@id": id_of(it) })).collect();
    json!({
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "name": document.title,
        "abstract": document.summary,
        "inLanguage": document.language,
        "dateModified": document.as_of,
        "isBasedOn": about,
        "hasPart": claims,
        "mentions": sources,
    })
}

/// The same for standing in HTML: no `<` that could end or open an element.
pub fn linked_script(deal: &Deal, tongue: &Tongue) -> String {
    let data = linked(deal, tongue).to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{data}</script>")
}

/// The identity of a source: its anchor in the prose. Its address, which is far longer, stands once.
fn id_of(source: &Source) -> String {
    format!("#deal-{}", source.id)
}

fn source(source: &Source) -> Value {
    let kind = if source.kind == SourceKind::Article { "NewsArticle" } else { "CreativeWork" };
    let mut entry = Map::new();
    let mut put = |key: &str, value: Option<Value>| entry.extend(value.map(|value| (key.to_owned(), value)));
    put("@type", Some(kind.into()));
    put("@id", Some(id_of(source).into()));
    put("headline", Some(source.title.clone().into()));
    put("url", source.url.clone().map(Value::from));
    put("publisher", Some(json!({ "@type": "Organization", "name": source.publisher })));
    put("author", source.author.as_ref().map(|name| json!({ "@type": "Person", "name": name })));
    put("dateModified", source.updated.clone().map(Value::from));
    Value::Object(entry)
}

fn claim(deal: &Deal, tongue: &Tongue, id: ItemId, item: Item<'_>, statement: &Statement) -> Value {
    let mut entry = Map::new();
    entry.insert("@type".to_owned(), "Claim".into());
    entry.insert("@id".to_owned(), format!("#deal-{}", item.id()).into());
    entry.insert("text".to_owned(), statement.text.clone().into());
    entry.insert("description".to_owned(), standing(deal, tongue, item, statement).into());
    let quotations: Vec<Value> = deal.evidence(id).filter_map(|evidence| quotation(deal, evidence)).collect();
    if !quotations.is_empty() {
        let mut sources: Vec<String> = deal.evidence(id).filter_map(|it| deal.source(it)).map(id_of).collect();
        sources.dedup();
        let sources: Vec<Value> = sources.into_iter().map(|id| json!({ "@id": id })).collect();
        entry.insert("appearance".to_owned(), sources.into());
        entry.insert("citation".to_owned(), quotations.into());
    }
    Value::Object(entry)
}

/// How firmly it is said, and by whom.
pub(crate) fn standing(deal: &Deal, tongue: &Tongue, item: Item<'_>, statement: &Statement) -> String {
    let words = tongue.words;
    if matches!(item, Item::Gap(_)) {
        return words.gap_statement.to_owned();
    }
    if statement.origin() == Origin::Editor {
        return words.editor_statement.to_owned();
    }
    let mut parts = Vec::new();
    if statement.certainty() != Certainty::Certain {
        parts.push((words.how_firmly)((words.certainty)(statement.certainty())));
    }
    parts.extend(statement.hedge.as_deref().map(|hedge| (words.hedged)(hedge)));
    parts.push(sentence::voices(tongue, deal, statement));
    parts.join(" · ")
}

fn quotation(deal: &Deal, evidence: &Evidence) -> Option<Value> {
    let source = deal.source(evidence)?;
    let mut entry = Map::new();
    entry.insert("@type".to_owned(), "Quotation".into());
    entry.insert("text".to_owned(), evidence.quote.clone().into());
    entry.insert("isPartOf".to_owned(), json!({ "@id": id_of(source) }));
    entry.insert("position".to_owned(), evidence.paragraph.into());
    Some(Value::Object(entry))
}
