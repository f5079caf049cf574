//! D11: a quote stands once in the digest of its paragraph, where the source has one.

use std::collections::HashMap;

use crate::deal::evidence::{Match, fold, locate_in_digest};
use crate::deal::issue::Fault;
use crate::deal::item::Item;

use super::Court;

pub(super) fn check(court: &Court<'_>) {
    let mut digests: HashMap<(&str, u32), String> = HashMap::new();
    for source in &court.document.sources {
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
    for (spot, item) in &court.items {
        let own = item.statement().map(|statement| (spot.path(), &statement.evidence));
        let done = match item {
            Item::Condition(condition) => condition.fulfilment.as_ref(),
            _ => None,
        };
        let done = done.map(|done| (spot.path().key("fulfilment"), &done.evidence));
        for (holder, list) in own.into_iter().chain(done) {
            for (index, evidence) in list.iter().enumerate() {
                let path = || holder.key("evidence").index(index);
                let digest = digests.get(&(evidence.source.as_str(), evidence.paragraph));
                let ground =
                    || ["source", "paragraph", "prefix", "suffix"].iter().all(|key| court.was_read(|| path().key(key)));
                let Some(digest) = digest.filter(|_| !evidence.quote.trim().is_empty() && ground()) else { continue };
                if let Match::Orphan { count } = locate_in_digest(digest, evidence) {
                    let fault = Fault::Orphan { quote: evidence.quote.clone(), matches: count };
                    court.report(path().key("quote"), fault);
                }
            }
        }
    }
}
