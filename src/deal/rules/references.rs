//! D05: references lead to an item, and to one of the right kind.

use crate::deal::issue::Fault;
use crate::deal::item::{Item, Kind};
use crate::deal::json::Path;
use crate::deal::nearest::nearest;
use crate::deal::reference::{RawReference, WHOLE_DEAL, each_reference};

use super::Court;

/// How many ids are compared in search of hints. A document with more slips than that has another problem, and a
/// reader must not wait for it.
const COMPARISONS: usize = 200_000;

pub(super) fn check(court: &Court<'_>) {
    let mut comparisons = 0;
    each_reference(court.document, |reference| {
        if reference.target == WHOLE_DEAL && reference.may_be_whole() {
            return;
        }
        match court.ids.get(reference.target).and_then(|id| court.item(*id)).map(Item::kind) {
            Some(found) if fits(found, &reference) => {}
            Some(found) => {
                let id = reference.target.to_owned();
                court.report(reference.path(), Fault::WrongKind { id, found, allowed: reference.allowed });
            }
            None if can_judge(court, reference.allowed) => {
                comparisons += court.items.len();
                let hint = comparisons <= COMPARISONS || comparisons == court.items.len();
                let nearest = hint.then(|| nearest_id(court, &reference)).flatten();
                court.report(reference.path(), Fault::UnknownId { id: reference.target.to_owned(), nearest });
            }
            None => {}
        }
    });
}

fn fits(kind: Kind, reference: &RawReference<'_>) -> bool {
    reference.allowed.is_empty() || reference.allowed.contains(&kind)
}

/// Whether the lists that the target could stand in were read: if not, any id may be in them.
fn can_judge(court: &Court<'_>, allowed: &[Kind]) -> bool {
    let read = |kind: &Kind| court.was_read(|| Path::default().key(kind.list()));
    if allowed.is_empty() { Kind::ALL.iter().all(read) } else { allowed.iter().all(read) }
}

fn nearest_id(court: &Court<'_>, reference: &RawReference<'_>) -> Option<String> {
    let candidates = court.items.iter().map(|(_, item)| *item).filter(|item| fits(item.kind(), reference));
    nearest(reference.target, candidates.map(Item::id)).map(str::to_owned)
}
