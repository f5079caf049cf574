//! The statement: the fields that every item of a deal has.

use serde::Serialize;

use super::quick::Quick;
use super::reader::{Fields, Reader};
use super::record::{Absent, choice, record};
use super::text::Text;
use super::value::List;

choice! {
    /// How firmly the innermost voice puts a statement: `FactBank`'s values (Saurí and Pustejovsky, 2009).
    Certainty {
        /// `FactBank` CT.
        Certain = "certain",
        /// `FactBank` PR.
        Probable = "probable",
        /// `FactBank` PS.
        Possible = "possible",
        /// `FactBank` U: the voice does not commit itself.
        Unknown = "unknown",
    }
}

choice! {
    /// Whose statement it is.
    Origin {
        /// The source's: proved by its words.
        Source = "source",
        /// The document's author's: an inference, shown as such, without evidence.
        Editor = "editor",
    }
}

record! {
    /// The words that prove a statement: a `TextQuoteSelector` (W3C Web Annotation Data Model, 4.2.4) and a paragraph.
    Evidence {
        /// The source's id.
        source "source": Text,
        /// The paragraph: the non-empty lines of the source counted from 1.
        paragraph "paragraph": u32,
        /// At most 15 words, exact but for white space.
        quote "quote": Text,
        /// What stands right before the quote, where the quote alone stands more than once.
        prefix "prefix": Option<Text>,
        /// What stands right after the quote.
        suffix "suffix": Option<Text>,
    }
}

/// Who says so, how firmly, and the words that prove it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Statement {
    /// A slug, unique in the whole document; addresses in links are made of it.
    pub id: Text,
    /// One plain sentence in the author's own words; it never hardens the source's hedge.
    pub text: Text,
    /// Ids of the actors who say so, outermost first; empty: the source's own voice.
    #[serde(skip_serializing_if = "Absent::is_absent")]
    pub voice: List<Text>,
    #[serde(skip_serializing_if = "Absent::is_absent")]
    certainty: Option<Certainty>,
    /// The source's own hedging words.
    #[serde(skip_serializing_if = "Absent::is_absent")]
    pub hedge: Option<Text>,
    /// The words that prove it.
    #[serde(skip_serializing_if = "Absent::is_absent")]
    pub evidence: List<Evidence>,
    #[serde(skip_serializing_if = "Absent::is_absent")]
    origin: Option<Origin>,
}

impl Statement {
    pub(crate) const KEYS: &[&str] = &["id", "text", "voice", "certainty", "hedge", "evidence", "origin"];

    pub(crate) fn from_fields(fields: &mut Fields, reader: &mut Reader) -> Self {
        Self {
            id: fields.take("id", reader),
            text: fields.take("text", reader),
            voice: fields.take("voice", reader),
            certainty: fields.take("certainty", reader),
            hedge: fields.take("hedge", reader),
            evidence: fields.take("evidence", reader),
            origin: fields.take("origin", reader),
        }
    }

    /// The field of the key at this place.
    pub(crate) fn field(&mut self, at: usize) -> Option<&mut dyn Quick> {
        Some(match at {
            0 => &mut self.id,
            1 => &mut self.text,
            2 => &mut self.voice,
            3 => &mut self.certainty,
            4 => &mut self.hedge,
            5 => &mut self.evidence,
            6 => &mut self.origin,
            _ => return None,
        })
    }

    /// How firmly the innermost voice puts it; certain where the document does not say.
    pub fn certainty(&self) -> Certainty {
        self.certainty.unwrap_or_default()
    }

    /// Whose statement it is; the source's where the document does not say.
    pub fn origin(&self) -> Origin {
        self.origin.unwrap_or_default()
    }
}
