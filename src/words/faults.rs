//! The faults of a document in English: what is wrong, and what would be right.
//!
//! These are words for authors, who work in the format's own English keys; they are not translated.

use crate::deal::gather::Gather;
use crate::deal::{Fault, Form, Held, Issue, Kind, Severity, Shape};

/// What is said of a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// What is wrong, and with what: one sentence.
    pub message: String,
    /// What would be right, where it can be known.
    pub hint: Option<String>,
}

/// The words for a fault.
pub fn fault(fault: &Fault) -> Text {
    let (message, hint) = match fault {
        Fault::TooLarge { limit } => (
            format!("The document is larger than {} MiB, and this reader takes no more.", limit >> 20),
            Some("Split it into several deals.".to_owned()),
        ),
        Fault::TooDeep { limit } => (
            format!("The document nests values more than {limit} deep."),
            Some("The format itself needs seven levels. Flatten what stands under an “x-” key.".to_owned()),
        ),
        Fault::NotUtf8 { valid_up_to } => (
            format!("The document is not UTF-8: byte {} begins no character.", valid_up_to + 1),
            Some("Save the file with the encoding UTF-8.".to_owned()),
        ),
        Fault::NotJson { message } => (format!("This is not JSON: {message}."), json_hint(message)),
        Fault::TwiceKey { key } => (
            format!("The key {} stands twice in the same object.", quoted(key)),
            Some("Keep one of the two.".to_owned()),
        ),
        Fault::UnknownKey { key, nearest } => (
            format!("{} is not a key of the format.", quoted(key)),
            Some(match nearest {
                Some(nearest) => format!("Did you mean “{nearest}”?"),
                None => format!("To keep it for your own use, begin it with “x-”: {}.", quoted(&format!("x-{key}"))),
            }),
        ),
        Fault::MissingKey { key } => {
            (format!("The key “{key}” is missing."), Some(format!("Add “{key}” to this object.")))
        }
        Fault::WrongType { expected, found } => {
            (format!("This is {}; it should be {}.", shape(*found), shape(*expected)), type_hint(*expected, *found))
        }
        Fault::NotOneOf { word, allowed, nearest } => (
            format!("{} is not among the words that may stand here.", quoted(word)),
            Some(match nearest {
                Some(nearest) => format!("Did you mean “{nearest}”? Allowed: {}.", listed(allowed)),
                None => format!("Allowed: {}.", listed(allowed)),
            }),
        ),
        Fault::OtherFormat { found: 0 } => ("There is no format 0.".to_owned(), Some("Write “format”: 1.".to_owned())),
        Fault::OtherFormat { found } => (
            format!("The document is written in format {found}; this reader knows format 1."),
            Some("Use a newer version of the explorer, or write the document in format 1.".to_owned()),
        ),
        Fault::NotWellFormed { text, form } => {
            (format!("{} is not {}.", quoted(text), form_name(*form)), Some(form_hint(*form, text)))
        }
        Fault::TooFew { least } => (
            format!("This list needs {} or more ids.", number(*least)),
            Some("Name every item that takes part.".to_owned()),
        ),
        Fault::OutOfRange { most } => {
            (format!("This number is larger than {most}."), Some("0 not begun, 1 begun, 2 halfway, 3 done.".to_owned()))
        }
        Fault::NotSlug { id } => (format!("{} cannot be an id.", quoted(id)), Some(slug_hint(id))),
        Fault::ReservedId => (
            "“deal” cannot be the id of an item: it means the deal as a whole.".to_owned(),
            Some("Choose another id.".to_owned()),
        ),
        Fault::TwiceId { id, first } => (
            format!("The id {} stands twice; it stands first at {first}.", quoted(id)),
            Some("Give one of the two another id, and mend what refers to it.".to_owned()),
        ),
        Fault::UnknownId { id, nearest } => unknown_id(id, nearest.as_deref()),
        Fault::WrongKind { id, found, allowed } => (
            format!("{} is {}, which cannot stand here.", quoted(id), kind(*found)),
            Some(format!("Here stands the id of {}.", kinds(allowed))),
        ),
        Fault::NoEvidence => (
            "This is said to be the source's statement, but no words of the source prove it.".to_owned(),
            Some("Add “evidence”, or, if it is your own inference, “origin”: “editor”.".to_owned()),
        ),
        Fault::NeedlessEvidence => (
            "There is evidence here, but this is not a statement of the source's.".to_owned(),
            Some(
                "An editor's statement and a gap have no evidence: remove it, or remove “origin”: “editor”.".to_owned(),
            ),
        ),
        Fault::LongQuote { words } => (
            format!("This quote has {words} words; a quote has at most 15."),
            Some("Quote the phrase that proves the statement, not the sentence.".to_owned()),
        ),
        Fault::EmptyQuote => (
            "This quote is empty.".to_owned(),
            Some("Quote the words that prove the statement, exactly as printed.".to_owned()),
        ),
        Fault::NoParagraph { paragraph, paragraphs } => (
            format!("There is no paragraph {paragraph} in this source."),
            Some(match paragraphs {
                0 => "By its “paragraphs” the source has none.".to_owned(),
                _ => format!("Its paragraphs, the non-empty lines, are counted from 1 to {paragraphs}."),
            }),
        ),
        Fault::AgreedWithoutEvidence => (
            "This is said to be agreed, but no words of the source prove it.".to_owned(),
            Some("Add “evidence”, or write “agreed”: “unsaid”.".to_owned()),
        ),
        Fault::AgreedWhileForming => (
            "This is said to be agreed, but the deal is still forming.".to_owned(),
            Some("Write “prospective” for what would be agreed under the deal, or “unsaid”.".to_owned()),
        ),
        Fault::FulfilledWhileForming => (
            "Nothing can be fulfilled of a deal that is still forming.".to_owned(),
            Some("Remove “fulfilment”, or mend the “state” of the deal.".to_owned()),
        ),
        Fault::DerivedWithoutRule => (
            "The source does not print this date, and nothing says how it was worked out.".to_owned(),
            Some(
                "Add “derived” with the rule and the time zone, such as “the Sunday after the last update, EDT”."
                    .to_owned(),
            ),
        ),
        Fault::Circle { ids } => {
            (circle(ids), Some("Remove “partOf” from the one that contains the others.".to_owned()))
        }
        Fault::SelfReference => (
            "Here an item is set against itself.".to_owned(),
            Some("Name another item, or remove this one.".to_owned()),
        ),
        Fault::Orphan { quote, matches, held } => orphan(quote, *matches, *held),
        Fault::Unused => (
            "Nothing refers to this, and no words prove it.".to_owned(),
            Some("Refer to it where it plays a part, or remove it.".to_owned()),
        ),
    };
    Text { message, hint }
}

/// An issue as one line of plain text.
pub fn line(issue: &Issue) -> String {
    let Text { message, hint } = fault(&issue.fault);
    let severity = match issue.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let place =
        if issue.line == 0 { String::new() } else { format!(" (line {}, column {})", issue.line, issue.column) };
    let hint = hint.map_or_else(String::new, |hint| format!(" Hint: {hint}"));
    format!("{} {severity} at {}{place}: {message}{hint}", issue.rule().name(), issue.path)
}

/// How much of an author's text is shown back.
const SHOWN: usize = 60;

/// The text in quotation marks, cut where it is long, with nothing in it that would break the line.
fn quoted(text: &str) -> String {
    let flat = |c: char| if c.is_control() { '\u{FFFD}' } else { c };
    let shown: String = text.chars().take(SHOWN).map(flat).collect();
    let cut = if text.chars().nth(SHOWN).is_some() { "…" } else { "" };
    format!("“{shown}{cut}”")
}

/// `“a”, “b” or “c”`
fn listed(words: &[&str]) -> String {
    either(words.iter().map(|word| format!("“{word}”")))
}

/// `a, b or c`
fn either(words: impl Iterator<Item = String>) -> String {
    let mut words: Vec<String> = words.gather();
    match words.pop() {
        Some(last) if words.is_empty() => last,
        Some(last) => format!("{} or {last}", words.join(", ")),
        None => String::new(),
    }
}

fn number(number: usize) -> String {
    match number {
        1 => "one".to_owned(),
        2 => "two".to_owned(),
        _ => number.to_string(),
    }
}

fn times(number: usize) -> String {
    match number {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => format!("{number} times"),
    }
}

fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Object => "an object {…}",
        Shape::Array => "a list […]",
        Shape::String => "text in quotation marks",
        Shape::Number => "a number",
        Shape::Count => "a whole number from 0 up",
        Shape::Boolean => "true or false",
        Shape::Null => "null",
    }
}

fn type_hint(expected: Shape, found: Shape) -> Option<String> {
    let hint = match (expected, found) {
        (_, Shape::Null) => "Leave the key out where there is nothing to say.",
        (Shape::Array, _) => "Put it in square brackets, also where there is only one.",
        (Shape::Number | Shape::Count | Shape::Boolean, Shape::String) => "Write it without quotation marks.",
        (Shape::String, Shape::Number | Shape::Boolean) => "Write it in quotation marks.",
        _ => return None,
    };
    Some(hint.to_owned())
}

/// What is most often behind the parser's words.
fn json_hint(message: &str) -> Option<String> {
    let hint = [
        ("EOF", "The text ends too soon: a bracket or a quotation mark is not closed."),
        ("trailing comma", "Remove the comma before the closing bracket."),
        (
            "trailing characters",
            "The document ends before this place. Remove what follows, or a bracket too many before it.",
        ),
        ("key must be a string", "A key stands in straight quotation marks, and no comma stands after the last entry."),
        ("expected `:`", "A colon stands between a key and its value."),
        (
            "expected `,`",
            "A comma is missing before this place, or a quotation mark inside a text is not written as \\\".",
        ),
        ("control character", "Write a line break inside a text as \\n and a tab as \\t."),
        ("escape", "A backslash inside a text is written twice: \\\\."),
        ("surrogate", "A character beyond U+FFFF is written as two escapes, or simply as itself."),
        (
            "expected value",
            "A text stands in straight quotation marks; other values are numbers, true, false, lists and objects.",
        ),
        ("number", "A number has digits, and no leading zero or plus sign: 5, 0.5, -3."),
    ];
    hint.iter().find(|(part, _)| message.contains(part)).map(|(_, hint)| (*hint).to_owned())
}

fn form_name(form: Form) -> &'static str {
    match form {
        Form::Moment => "a moment by RFC 3339",
        Form::Date => "a date by EDTF",
        Form::Language => "a language tag by BCP 47",
        Form::Address => "a web address",
        Form::Reference => "a web address, nor one relative to this document",
        Form::Slug => "a plain word of the format",
    }
}

fn form_hint(form: Form, text: &str) -> String {
    let hint = match form {
        Form::Moment => "Write day, time and offset, such as “2016-09-03T23:16:00-04:00”.",
        Form::Date => {
            "Write “2016-09-04”, “2016-09”, “2016” or an interval such as “../2016-09-03”, with days that the calendar has."
        }
        Form::Language => "Write a tag such as “en”, “ar” or “pt-BR”.",
        Form::Address => "Write it in full, beginning with “https://” or “http://”.",
        Form::Reference => "Begin it with “https://”, or name a file beside this document.",
        Form::Slug => return slug_hint(text),
    };
    hint.to_owned()
}

/// What an id is made of, and the nearest one to what was written.
fn slug_hint(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars().map(|c| c.to_ascii_lowercase()) {
        if c.is_ascii_lowercase() || c.is_ascii_digit() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.get(..64).unwrap_or(&slug).trim_end_matches('-');
    let made_of = "It is made of 1 to 64 small letters a to z, digits and hyphens";
    if slug.is_empty() { format!("{made_of}.") } else { format!("{made_of}, such as “{slug}”.") }
}

fn orphan(quote: &str, matches: usize, held: Held) -> (String, Option<String>) {
    let text = match held {
        Held::Digest => "the digest of its paragraph",
        Held::Article => "its paragraph of the article",
    };
    let hint = match (matches, held) {
        (0, Held::Digest) => "A digest carries every quote of its paragraph, word for word.",
        (0, Held::Article) => {
            "Copy it exactly as printed: curly and straight quotation marks differ, and misprints stay."
        }
        (_, Held::Digest) => "Word the digest so that the quote stands in it once.",
        (_, Held::Article) => "Quote more words, or add a “prefix” or “suffix”.",
    };
    let often = if matches == 0 { "does not stand".to_owned() } else { format!("stands {}", times(matches)) };
    (format!("The quote {} {often} in {text}.", quoted(quote)), Some(hint.to_owned()))
}

fn unknown_id(id: &str, nearest: Option<&str>) -> (String, Option<String>) {
    if id == "deal" {
        let message = "“deal”, the deal as a whole, cannot stand here.".to_owned();
        return (message, Some("It may stand in “about” alone.".to_owned()));
    }
    let hint = nearest.map(|nearest| format!("Did you mean “{nearest}”?"));
    (format!("Nothing in the document has the id {}.", quoted(id)), hint)
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Source => "a source",
        Kind::Medium => "a picture or film of a source",
        Kind::Actor => "an actor",
        Kind::Place => "a place",
        Kind::Remark => "a remark",
        Kind::Section => "a section",
        Kind::Condition => "a condition",
        Kind::Exchange => "an exchange",
        Kind::Link => "a link",
        Kind::Relation => "a relation",
        Kind::Aim => "an aim",
        Kind::Doubt => "a doubt",
        Kind::Figure => "a figure",
        Kind::Event => "an event",
        Kind::Tension => "a tension",
        Kind::Gap => "a gap",
    }
}

fn kinds(allowed: &[Kind]) -> String {
    either(allowed.iter().map(|allowed| kind(*allowed).to_owned()))
}

fn circle(ids: &[String]) -> String {
    let ids: Vec<String> = ids.iter().map(|id| quoted(id)).gather();
    match ids.as_slice() {
        [only] => format!("{only} is said to be part of itself."),
        [first, .., last] if ids.len() > 8 => {
            format!("Here {} items are part of one another in a circle, from {first} to {last} and back.", ids.len())
        }
        [first, ..] => format!("These are part of one another in a circle: {} and again {first}.", ids.join(", ")),
        [] => "Here items are part of one another in a circle.".to_owned(),
    }
}
