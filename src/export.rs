//! The deal as files for other tools: tables for spreadsheets, a brief for an editor, linked data, a network.
//!
//! JSON is not among them: the document itself is that. Each of these is made for tools that know nothing of it, and
//! under one rule: a statement never goes without its voice, its certainty, its hedge, its origin and the words that
//! prove it. The room is plain text in, plain text out, and stands in the second module (`faults/`), so that readers who
//! take nothing along do not load it.

mod cell;
mod csv;
mod fields;
mod graphml;
mod jsonld;
mod markdown;

use crate::deal::{Deal, Kind};
use crate::words::Tongue;

/// What a deal can be written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Export {
    /// A table (RFC 4180) of one list of the document, or of all statements.
    Csv(Option<Kind>),
    /// A brief for people (`CommonMark`).
    Markdown,
    /// Linked data (JSON-LD 1.1) in the terms of schema.org.
    JsonLd,
    /// The network (`GraphML`).
    GraphMl,
}

impl Export {
    /// The export of this name, for tables with the name of a list in the document; `None` where there is none.
    pub fn parse(kind: &str, list: Option<&str>) -> Option<Self> {
        match (kind, list) {
            ("csv", None) => Some(Self::Csv(None)),
            ("csv", Some(list)) => Kind::ALL.iter().find(|kind| kind.list() == list).map(|kind| Self::Csv(Some(*kind))),
            ("markdown", None) => Some(Self::Markdown),
            ("jsonld", None) => Some(Self::JsonLd),
            ("graphml", None) => Some(Self::GraphMl),
            _ => None,
        }
    }

    /// The deal so written. The same deal gives the same text, to the byte.
    pub fn write(self, deal: &Deal, tongue: &Tongue) -> String {
        match self {
            Self::Csv(list) => csv::write(deal, list),
            Self::Markdown => markdown::write(deal, tongue),
            Self::JsonLd => jsonld::write(deal, tongue),
            Self::GraphMl => graphml::write(deal, tongue),
        }
    }
}
