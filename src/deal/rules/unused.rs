//! D12: an actor, condition or section is referred to, or at least proved; or it lies in a file of its own.

use crate::deal::issue::Fault;
use crate::deal::item::{Item, Kind};
use crate::deal::reference::{RawReference, Referrer, each_shown};

use super::{Clerk, Court};

pub(super) fn check(court: &Court<'_, impl Clerk>) {
    let mut used = vec![false; court.len()];
    let mut visit = |reference: RawReference<'_>| {
        let Some(target) = court.find(reference.target) else { return };
        let by_itself = matches!(reference.from, Referrer::Item(from, _) if from == target);
        if let Some(used) = used.get_mut(target.index()).filter(|_| !by_itself) {
            *used = true;
        }
    };
    court.each_reference(0..court.len(), &mut visit);
    each_shown(court.document(), visit);
    for (number, ((spot, item), used)) in court.items(0..court.len()).zip(used).enumerate() {
        let asked = matches!(item.kind(), Kind::Actor | Kind::Condition | Kind::Section);
        let apart = matches!(item, Item::Section(section) if section.url.is_some());
        let proved = item.statement().is_some_and(|statement| !statement.evidence.is_empty());
        if !asked || used || proved || apart {
            continue;
        }
        // Who bears an id that stands twice may be meant by any reference to it.
        let only = court.find(item.id()).is_some_and(|first| first.index() == number);
        if only && ["id", "evidence"].iter().all(|key| court.was_read(|| spot.path().key(key))) {
            court.report(|| spot.path(), || Fault::Unused);
        }
    }
}
