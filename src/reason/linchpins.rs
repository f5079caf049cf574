//! Linchpins: what would go with each piece if it alone went, and who would lose by it.

use std::cell::RefCell;
use std::rc::Rc;

use super::scenario::Scenario;
use super::verdict::{Setting, Verdict, is_settable};
use crate::deal::gather::Gather;
use crate::deal::pace::{Pace, Paced, until};
use crate::deal::{Deal, Few, ItemId, Kind, Role};

/// What goes if one piece alone goes: it fails, or, of a doubt, it comes true.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linchpin {
    /// The piece.
    pub item: ItemId,
    /// What is supposed of it.
    pub setting: Setting,
    /// How many conditions, exchanges, aims and events fail with it, itself not counted.
    pub fail: u32,
    /// How many lose their support.
    pub unsupported: u32,
    /// How many are no longer owed.
    pub no_longer_owed: u32,
    /// The actors who lose by it: for whom something was to be done, whose aim it was, who was to get it in exchange.
    pub losers: Few<ItemId>,
}

impl Linchpin {
    /// How much goes in all.
    pub fn total(&self) -> u32 {
        self.fail + self.unsupported + self.no_longer_owed
    }
}

/// The search for linchpins, in as many shares as the caller likes, so that a page never waits for it.
#[derive(Debug)]
pub struct Linchpins {
    work: Paced<()>,
    known: Rc<RefCell<Known>>,
    of: usize,
}

/// What is known so far.
#[derive(Debug, Default)]
struct Known {
    tried: usize,
    found: Vec<Linchpin>,
}

impl Linchpins {
    /// Begins; nothing is computed yet but the deal as reported.
    pub fn new(deal: &Deal, editor: bool) -> Self {
        Self::beside(deal, &Scenario::new(deal, editor))
    }

    /// Begins beside a scenario of the same deal, whatever is set in it. That spares the work of a new one, which for a
    /// large deal takes longer than a frame.
    pub fn beside(deal: &Deal, scenario: &Scenario) -> Self {
        let (deal, mut scenario) = (deal.clone(), scenario.clone());
        let kinds = || Kind::ALL.iter().copied().filter(|kind| is_settable(*kind));
        let of = kinds().map(|kind| deal.range(kind).len()).sum();
        let known: Rc<RefCell<Known>> = Rc::default();
        let shared = known.clone();
        let work = Paced::new(|pace| async move {
            let resets = scenario.resets();
            until(&mut scenario.changing(resets, &pace)).await;
            let mut items = kinds().flat_map(|kind| deal.range(kind)).map(ItemId);
            let mut trial = Trial::default();
            until(&mut || {
                while let Some(item) = trial.item.take().or_else(|| items.next()) {
                    if !trial.go_on(&deal, &mut scenario, item, &shared, &pace) {
                        trial.item = Some(item);
                        return false;
                    }
                }
                true
            })
            .await;
        });
        Self { work, known, of }
    }

    /// Goes on with so many steps, of at most some microseconds each; whether there are more. It also rests in the
    /// middle of a piece on which very much hangs.
    pub fn go_on(&mut self, steps: u32) -> bool {
        self.work.go_on(steps).is_none() && self.progress().0 < self.of
    }

    /// How many pieces are done, of how many.
    pub fn progress(&self) -> (usize, usize) {
        (self.known.borrow().tried, self.of)
    }

    /// What was found so far, that with which most goes first, equals in the format's order; so many at the most.
    pub fn ranked(&self, most: usize) -> Vec<Linchpin> {
        let weight = |pin: &Linchpin| (pin.total(), pin.fail, pin.unsupported);
        let known = self.known.borrow();
        let mut best: Vec<&Linchpin> = Vec::new();
        for pin in &known.found {
            let at = best.partition_point(|other| weight(other) >= weight(pin));
            if at < most {
                best.insert(at, pin);
                best.truncate(most);
            }
        }
        best.into_iter().cloned().gather()
    }
}

/// The trial of one piece after the other.
#[derive(Default)]
struct Trial {
    /// That which is being tried.
    item: Option<ItemId>,
    /// What is known of it; nothing before it is supposed.
    linchpin: Option<Linchpin>,
    /// What it changes, and how much of that is looked at.
    changed: Vec<ItemId>,
    at: usize,
}

impl Trial {
    /// Goes on with a piece; whether that is done.
    fn go_on(
        &mut self,
        deal: &Deal,
        scenario: &mut Scenario,
        item: ItemId,
        known: &RefCell<Known>,
        pace: &Pace,
    ) -> bool {
        if self.linchpin.is_none() {
            let setting = deal.kind(item).map_or(Setting::Fails, Setting::lost);
            let Some(changed) = scenario.suppose_on(item, Some(setting), pace) else { return false };
            (self.changed, self.at) = (changed, 0);
            let (fail, unsupported, no_longer_owed) = (0, 0, 0);
            let losers = Few::new();
            self.linchpin = Some(Linchpin { item, setting, fail, unsupported, no_longer_owed, losers });
        }
        if let Some(linchpin) = &mut self.linchpin {
            while let Some(lost) = self.changed.get(self.at).copied() {
                if !pace.step() {
                    return false;
                }
                self.at += 1;
                count(deal, scenario, lost, linchpin);
            }
        }
        if scenario.suppose_on(item, None, pace).is_none() {
            return false;
        }
        let mut known = known.borrow_mut();
        known.tried += 1;
        known.found.extend(self.linchpin.take().filter(|linchpin| linchpin.total() > 0));
        true
    }
}

/// Counts one piece that is lost.
fn count(deal: &Deal, scenario: &Scenario, lost: ItemId, linchpin: &mut Linchpin) {
    if !matches!(deal.kind(lost), Some(Kind::Condition | Kind::Exchange | Kind::Aim | Kind::Event)) {
        return;
    }
    let count = match scenario.verdict(lost) {
        Some(Verdict::Fails) => &mut linchpin.fail,
        Some(Verdict::Unsupported) => &mut linchpin.unsupported,
        Some(Verdict::NoLongerOwed) => &mut linchpin.no_longer_owed,
        _ => return,
    };
    *count += u32::from(lost != linchpin.item);
    for loser in losers(deal, lost) {
        linchpin.losers.insert(loser);
    }
}

/// Who loses by the loss of a piece.
fn losers(deal: &Deal, lost: ItemId) -> Vec<ItemId> {
    let mut losers: Vec<ItemId> = deal.targets(lost, Role::For).chain(deal.targets(lost, Role::Of)).gather();
    for (own, other) in [(Role::Gives, Role::Gets), (Role::Gets, Role::Gives)] {
        for exchange in deal.sources_of(lost, own) {
            for piece in deal.targets(exchange, other) {
                deal.targets(piece, Role::By).add_to(&mut losers);
            }
        }
    }
    losers
}
