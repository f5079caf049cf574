//! D04: ids are slugs and stand once, media and sections and sources included.

use crate::deal::form::is_slug;
use crate::deal::issue::Fault;
use crate::deal::json::Path;
use crate::deal::reference::WHOLE_DEAL;

use super::Court;

pub(super) fn check(court: &Court<'_>) {
    if !is_slug(&court.document.id) {
        court.report(Path::default().key("id"), Fault::NotSlug { id: court.document.id.clone() });
    }
    for (number, (spot, item)) in court.items.iter().enumerate() {
        let (id, path) = (item.id(), || spot.path().key("id"));
        if !is_slug(id) {
            court.report(path(), Fault::NotSlug { id: id.to_owned() });
        }
        if id == WHOLE_DEAL {
            court.report(path(), Fault::ReservedId);
        }
        let first = court.ids.get(id).filter(|first| first.index() != number && !id.is_empty());
        if let Some((first, _)) = first.and_then(|first| court.items.get(first.index())) {
            let first = first.path().key("id");
            court.report(path(), Fault::TwiceId { id: id.to_owned(), first });
        }
    }
}
