//! Faults of a document: a closed set of kinds, each with its rule, its place, and what would be right.

use super::item::Kind;
use super::json::Json;
use super::locate::Place;
use super::nearest::nearest;
use super::path::Path;

/// The rules of format 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Text that is no document at all.
    D01,
    /// A key that is not in the format.
    D02,
    /// A missing key or a value of the wrong type.
    D03,
    /// An id that is no slug or stands twice.
    D04,
    /// A reference to nothing, or to an item of the wrong kind.
    D05,
    /// Evidence missing, or where none may be.
    D06,
    /// A quote too long, or a paragraph outside the source.
    D07,
    /// Agreement or fulfilment that the deal's state does not bear.
    D08,
    /// A derived date without its rule.
    D09,
    /// A circle, or an item that refers to itself.
    D10,
    /// A quote that matches no place, or more than one.
    D11,
    /// An item that nothing refers to and nothing proves.
    D12,
}

impl Rule {
    /// `D01` … `D12`.
    pub fn name(self) -> &'static str {
        match self {
            Self::D01 => "D01",
            Self::D02 => "D02",
            Self::D03 => "D03",
            Self::D04 => "D04",
            Self::D05 => "D05",
            Self::D06 => "D06",
            Self::D07 => "D07",
            Self::D08 => "D08",
            Self::D09 => "D09",
            Self::D10 => "D10",
            Self::D11 => "D11",
            Self::D12 => "D12",
        }
    }
}

/// Whether a document with this fault can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It cannot.
    Error,
    /// It can.
    Warning,
}

/// The shape of a JSON value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// `{…}`
    Object,
    /// `[…]`
    Array,
    /// `"…"`
    String,
    /// Any number.
    Number,
    /// A whole number from 0 to 4,294,967,295.
    Count,
    /// `true` or `false`.
    Boolean,
    /// `null`
    Null,
}

impl Shape {
    /// The shape of `value`.
    pub fn of(value: &Json) -> Self {
        match value {
            Json::Null => Self::Null,
            Json::Bool(_) => Self::Boolean,
            Json::Number(_) => Self::Number,
            Json::String(_) => Self::String,
            Json::Array(_) => Self::Array,
            Json::Object(_) => Self::Object,
        }
    }
}

/// What is wrong. The words for it are in [`crate::words`].
#[expect(missing_docs, reason = "the fields say by their names what they hold")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// D01: larger than the reader's limit, in bytes. How large it is nobody waits to know.
    TooLarge { limit: usize },
    /// D01: nested deeper than the reader's limit.
    TooDeep { limit: usize },
    /// D01: not UTF-8; valid up to this byte.
    NotUtf8 { valid_up_to: usize },
    /// D01: not JSON; the parser's own words.
    NotJson { message: String },
    /// D02: a key that stands twice in one object.
    TwiceKey { key: String },
    /// D02
    UnknownKey { key: String, nearest: Option<String> },
    /// D03
    MissingKey { key: &'static str },
    /// D03
    WrongType { expected: Shape, found: Shape },
    /// D03
    NotOneOf { word: String, allowed: &'static [&'static str], nearest: Option<&'static str> },
    /// D03: a version of the format that this reader does not know.
    OtherFormat { found: u32 },
    /// D03: not an RFC 3339 moment, an EDTF date, a BCP 47 tag, an http(s) address or a slug.
    NotWellFormed { text: String, form: Form },
    /// D03: a list with fewer items than it must have.
    TooFew { least: usize },
    /// D03: a number above its range.
    OutOfRange { most: u32 },
    /// D04
    NotSlug { id: String },
    /// D04: `deal` means the whole deal wherever an item can be named.
    ReservedId,
    /// D04
    TwiceId { id: String, first: Path },
    /// D05
    UnknownId { id: String, nearest: Option<String> },
    /// D05
    WrongKind { id: String, found: Kind, allowed: &'static [Kind] },
    /// D06: a source statement without evidence.
    NoEvidence,
    /// D06: an editor's statement, or a gap, with evidence.
    NeedlessEvidence,
    /// D07
    LongQuote { words: usize },
    /// D07: nothing to match.
    EmptyQuote,
    /// D07
    NoParagraph { paragraph: u32, paragraphs: u32 },
    /// D08
    AgreedWithoutEvidence,
    /// D08
    AgreedWhileForming,
    /// D08
    FulfilledWhileForming,
    /// D09
    DerivedWithoutRule,
    /// D10: the ids on the circle.
    Circle { ids: Vec<String> },
    /// D10
    SelfReference,
    /// D11: how often the quote stands in the text that it was held against.
    Orphan { quote: String, matches: usize, held: Held },
    /// D12
    Unused,
}

/// The text that a quote was held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// The document's own digest of the paragraph.
    Digest,
    /// The paragraph of the article itself.
    Article,
}

/// A form that a string must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// RFC 3339 date and time with offset.
    Moment,
    /// EDTF (ISO 8601-2): a year, month or day, or an interval of them; see [`super::Edtf`].
    Date,
    /// BCP 47 language tag.
    Language,
    /// Address with scheme http or https.
    Address,
    /// Address with scheme http or https, or one that is relative to the document's.
    Reference,
    /// A word that groups things: `[a-z0-9-]{1,64}`.
    Slug,
}

impl Fault {
    pub(crate) fn not_one_of(word: &str, allowed: &'static [&'static str]) -> Self {
        Self::NotOneOf { word: word.to_owned(), allowed, nearest: nearest(word, allowed.iter().copied()) }
    }

    /// The rule that the fault breaks.
    pub fn rule(&self) -> Rule {
        match self {
            Self::TooLarge { .. } | Self::TooDeep { .. } | Self::NotUtf8 { .. } | Self::NotJson { .. } => Rule::D01,
            Self::TwiceKey { .. } | Self::UnknownKey { .. } => Rule::D02,
            Self::MissingKey { .. }
            | Self::WrongType { .. }
            | Self::NotOneOf { .. }
            | Self::OtherFormat { .. }
            | Self::NotWellFormed { .. }
            | Self::TooFew { .. }
            | Self::OutOfRange { .. } => Rule::D03,
            Self::NotSlug { .. } | Self::ReservedId | Self::TwiceId { .. } => Rule::D04,
            Self::UnknownId { .. } | Self::WrongKind { .. } => Rule::D05,
            Self::NoEvidence | Self::NeedlessEvidence => Rule::D06,
            Self::LongQuote { .. } | Self::EmptyQuote | Self::NoParagraph { .. } => Rule::D07,
            Self::AgreedWithoutEvidence | Self::AgreedWhileForming | Self::FulfilledWhileForming => Rule::D08,
            Self::DerivedWithoutRule => Rule::D09,
            Self::Circle { .. } | Self::SelfReference => Rule::D10,
            Self::Orphan { .. } => Rule::D11,
            Self::Unused => Rule::D12,
        }
    }
}

/// One fault of a document, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// What is wrong.
    pub fault: Fault,
    /// Where, as a path into the document.
    pub path: Path,
    /// The line in the text, counted from 1; 0 where the document did not come as text.
    pub line: u32,
    /// The column in characters, counted from 1; 0 likewise.
    pub column: u32,
}

impl Issue {
    pub(crate) fn new(fault: Fault, path: Path) -> Self {
        Self { fault, path, line: 0, column: 0 }
    }

    pub(crate) fn put(&mut self, place: Place) {
        (self.line, self.column) = (place.line, place.column);
    }

    pub(crate) fn at(mut self, place: Place) -> Self {
        self.put(place);
        self
    }

    /// The rule that it breaks.
    pub fn rule(&self) -> Rule {
        self.fault.rule()
    }

    /// Whether the document can be shown all the same.
    pub fn severity(&self) -> Severity {
        match self.rule() {
            Rule::D11 | Rule::D12 => Severity::Warning,
            _ => Severity::Error,
        }
    }
}
