//! D04: ids are slugs and stand once, media and sections and sources included.

use std::ops::Range;

use crate::deal::form::is_slug;
use crate::deal::issue::Fault;
use crate::deal::path::Path;
use crate::deal::reference::WHOLE_DEAL;

use super::{Clerk, Court};

pub(super) fn check(court: &Court<'_, impl Clerk>, items: Range<usize>) {
    let document = court.document();
    if items.start == 0 && !is_slug(&document.id) {
        court.report(|| Path::default().key("id"), || Fault::NotSlug { id: document.id.own() });
    }
    for number in items {
        let Some((spot, item)) = court.entry(number) else { continue };
        let (id, path) = (item.id(), || spot.path().key("id"));
        if !is_slug(id) {
            court.report(path, || Fault::NotSlug { id: id.to_owned() });
        }
        if id == WHOLE_DEAL {
            court.report(path, || Fault::ReservedId);
        }
        let first = if court.index.twice { court.find(id) } else { None };
        let first = first.filter(|first| first.index() != number && !id.is_empty());
        if let Some((first, _)) = first.and_then(|first| court.entry(first.index())) {
            court.report(path, || Fault::TwiceId { id: id.to_owned(), first: first.path().key("id") });
        }
    }
}
