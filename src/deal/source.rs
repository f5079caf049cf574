//! The sources that report the deal.

use super::record::{choice, record};
use super::text::Text;
use super::value::List;

choice! {
    /// What a source is.
    SourceKind {
        /// A news article.
        Article = "article",
        /// An official or legal document.
        Document = "document",
        /// A letter.
        Letter = "letter",
        /// A database or its record.
        Dataset = "dataset",
    }
}

record! {
    /// A source.
    Source {
        /// A slug, unique in the whole document.
        id "id": Text,
        /// What it is.
        kind "kind": SourceKind,
        /// Who published it.
        publisher "publisher": Text,
        /// Its title as printed.
        title "title": Text,
        /// Who wrote it.
        author "author": Option<Text>,
        /// Its address (http or https).
        url "url": Option<Text>,
        /// When it was last updated, as printed.
        updated "updated": Option<Text>,
        /// The place and agency line that opens it, as printed.
        dateline "dateline": Option<Text>,
        /// How many paragraphs (non-empty lines) it has.
        paragraphs "paragraphs": u32,
        /// Pictures and films that stand in it.
        media "media": List<Medium>,
        /// Its paragraphs retold, with the quoted phrases inside quotation marks.
        digest "digest": List<Digest>,
    }
}

record! {
    /// A picture or film in a source.
    Medium {
        /// A slug, unique in the whole document.
        id "id": Text,
        /// Its title as printed.
        title "title": Text,
        /// Its length as printed.
        duration "duration": Option<Text>,
        /// The paragraph that it stands in.
        paragraph "paragraph": Option<u32>,
    }
}

record! {
    /// One paragraph of a source retold in the author's own words, carrying every phrase that is quoted from it.
    Digest {
        /// The paragraph, counted from 1.
        paragraph "paragraph": u32,
        /// The retelling.
        text "text": Text,
    }
}
