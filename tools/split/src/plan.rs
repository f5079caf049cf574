//! Who goes where.

use anyhow::{Result, ensure};
use std::collections::{BTreeMap, BTreeSet};

use crate::finished::Finished;
use crate::linked::Cold;

/// Which functions are in which half, and what each needs of the other.
pub(crate) struct Plan {
    /// Functions that leave the first half.
    pub(crate) leaving: BTreeSet<u32>,
    /// For each door that is called in the first half, the place in the table at which it will stand.
    pub(crate) doors: BTreeMap<u32, u32>,
    /// Functions of the first half that the second calls, imported ones too, and the places in the table at which they
    /// stand for it: cheaper than to export each under a name.
    pub(crate) shared: BTreeMap<u32, u32>,
    /// Globals that the second half uses.
    pub(crate) globals: BTreeSet<u32>,
    /// How many places the table of functions has with all of these.
    pub(crate) places: u64,
}

impl Plan {
    pub(crate) fn of(module: &Finished<'_>, cold: &Cold, doors: &str) -> Result<Self> {
        let shut = module.doors(doors);
        ensure!(!shut.is_empty(), "no door is left of it; do they have `#[inline(never)]`?");
        let staying = staying(module, cold, &shut)?;
        let mut plan = Self {
            leaving: module.functions().map(|(id, _)| id).filter(|id| !staying.contains(id)).collect(),
            doors: BTreeMap::new(),
            shared: BTreeMap::new(),
            globals: BTreeSet::new(),
            places: module.tables.first().map_or(0, |table| table.ty.initial),
        };
        let mut shared = BTreeSet::new();
        for (id, body) in module.functions() {
            let leaves = plan.leaving.contains(&id);
            for called in module.called(id)? {
                match (leaves, plan.leaving.contains(&called)) {
                    (true, false) => {
                        shared.insert(called);
                    }
                    (false, true) if !plan.doors.contains_key(&called) => {
                        plan.doors.insert(called, u32::try_from(plan.places)?);
                        plan.places += 1;
                    }
                    _ => {}
                }
            }
            if leaves {
                plan.globals.extend(Finished::globals_of(body)?);
            }
        }
        for id in shared {
            plan.shared.insert(id, u32::try_from(plan.places)?);
            plan.places += 1;
        }
        ensure!(plan.doors.keys().all(|id| shut.contains(id)), "a function leaves that is called without a door");
        Ok(plan)
    }
}

/// What is reached without passing a door, from the outside and through the table.
fn staying(module: &Finished<'_>, cold: &Cold, shut: &BTreeSet<u32>) -> Result<BTreeSet<u32>> {
    let through_table = module.slots.iter().filter(|(slot, _)| !cold.slots.contains(slot)).map(|(_, id)| *id);
    let mut next: Vec<u32> = module.exported().chain(module.start).chain(through_table).collect();
    let mut found = BTreeSet::new();
    while let Some(id) = next.pop() {
        if !shut.contains(&id) && found.insert(id) {
            next.extend(module.called(id)?);
        }
    }
    Ok(found)
}
