//! D08: nothing is shown as agreed or done that the deal's state does not bear.

use std::ops::Range;

use crate::deal::condition::Agreed;
use crate::deal::document::DealState;
use crate::deal::issue::Fault;
use crate::deal::item::Item;
use crate::deal::path::Path;

use super::{Clerk, Court};

pub(super) fn check(court: &Court<'_, impl Clerk>, items: Range<usize>) {
    let forming = court.document().state == DealState::Forming && court.was_read(|| Path::default().key("state"));
    for (spot, item) in court.items(items) {
        let Item::Condition(condition) = item else { continue };
        if condition.agreed == Some(Agreed::Yes) {
            let proved = !condition.statement.evidence.is_empty() || !court.was_read(|| spot.path().key("evidence"));
            if !proved {
                court.report(|| spot.path().key("agreed"), || Fault::AgreedWithoutEvidence);
            }
            if forming {
                court.report(|| spot.path().key("agreed"), || Fault::AgreedWhileForming);
            }
        }
        if condition.fulfilment.is_some() && forming {
            court.report(|| spot.path().key("fulfilment"), || Fault::FulfilledWhileForming);
        }
    }
}
