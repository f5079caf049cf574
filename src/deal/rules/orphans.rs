//! D11: a quote stands once in the digest of its paragraph, where the source has one.

use std::collections::HashMap;

use crate::deal::evidence::{Match, each_evidence, fold, locate_in_digest};
use crate::deal::issue::{Fault, Held};

use super::{Clerk, Court};

pub(super) fn check(court: &Court<'_, impl Clerk>) {
    let mut digests: HashMap<(&str, u32), String> = HashMap::new();
    for source in &court.document().sources {
        for digest in &source.digest {
            let text = digests.entry((&source.id, digest.paragraph)).or_default();
            // Two digests of one paragraph are read as one; the line break keeps a quote from running across.
            text.push('\n');
            text.push_str(&fold(&digest.text));
        }
    }
    if digests.is_empty() {
        return;
    }
    each_evidence(court.document(), |_, path, evidence| {
        let Some(digest) = digests.get(&(evidence.source.as_str(), evidence.paragraph)) else { return };
        let Match::Orphan { count } = locate_in_digest(digest, evidence) else { return };
        let ground = ["source", "paragraph", "prefix", "suffix"].iter().all(|key| court.was_read(|| path().key(key)));
        // An empty quote is a fault of its own.
        if ground && !evidence.quote.trim().is_empty() {
            let fault = || Fault::Orphan { quote: evidence.quote.own(), matches: count, held: Held::Digest };
            court.report(|| path().key("quote"), fault);
        }
    });
}
