//! D05: references lead to an item, and to one of the right kind.

use std::ops::Range;

use crate::deal::issue::Fault;
use crate::deal::item::{Item, Kind};
use crate::deal::nearest::nearest;
use crate::deal::path::Path;
use crate::deal::reference::{RawReference, each_shown};

use super::{Clerk, Court};

/// How many ids are compared in search of hints. A document with more slips than that has another problem, and a
/// reader must not wait for it.
const COMPARISONS: usize = 200_000;

pub(super) fn check(court: &Court<'_, impl Clerk>, items: Range<usize>) {
    let mut comparisons = 0;
    let is_last = items.end == court.len();
    let mut visit = |reference: RawReference<'_>| {
        if reference.is_whole() {
            return;
        }
        match court.find(reference.target).and_then(|id| court.item(id)).map(Item::kind) {
            Some(found) if reference.fits(found) => {}
            Some(found) => {
                let id = || reference.target.to_owned();
                let fault = || Fault::WrongKind { id: id(), found, allowed: reference.allowed };
                court.report(|| reference.path(), fault);
            }
            None if can_judge(court, reference.allowed) => {
                comparisons += court.len();
                let hint = comparisons <= COMPARISONS || comparisons == court.len();
                let nearest = || hint.then(|| nearest_id(court, &reference)).flatten();
                let fault = || Fault::UnknownId { id: reference.target.to_owned(), nearest: nearest() };
                court.report(|| reference.path(), fault);
            }
            None => {}
        }
    };
    court.each_reference(items, &mut visit);
    if is_last {
        each_shown(court.document(), visit);
    }
}

/// Whether the lists that the target could stand in were read: if not, any id may be in them.
fn can_judge(court: &Court<'_, impl Clerk>, allowed: &[Kind]) -> bool {
    let read = |kind: &Kind| court.was_read(|| Path::default().key(kind.list()));
    if allowed.is_empty() { Kind::ALL.iter().all(read) } else { allowed.iter().all(read) }
}

fn nearest_id(court: &Court<'_, impl Clerk>, reference: &RawReference<'_>) -> Option<String> {
    let candidates = court.items(0..court.len()).map(|(_, item)| item).filter(|item| reference.fits(item.kind()));
    nearest(reference.target, candidates.map(Item::id)).map(str::to_owned)
}
