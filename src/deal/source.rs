//! The sources that report the deal.

use super::record::{choice, record};
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
        id "id": String,
        /// What it is.
        kind "kind": SourceKind,
        /// Who published it.
        publisher "publisher": String,
        /// Its title as printed.
        title "title": String,
        /// Who wrote it.
        author "author": Option<String>,
        /// Its address (http or https).
        url "url": Option<String>,
        /// When it was last updated, as printed.
        updated "updated": Option<String>,
        /// The place and agency line that opens it, as printed.
        dateline "dateline": Option<String>,
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
        id "id": String,
        /// Its title as printed.
        title "title": String,
        /// Its length as printed.
        duration "duration": Option<String>,
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
        text "text": String,
    }
}
