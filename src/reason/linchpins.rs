//! Linchpins: what would go with each piece if it alone went, and who would lose by it.

use super::scenario::Scenario;
use super::verdict::{Setting, Verdict, is_settable};
use crate::deal::gather::Gather;
use crate::deal::pace::Pace;
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
    deal: Deal,
    scenario: Scenario,
    /// What is set and has to be left to the rules first.
    set: Vec<ItemId>,
    tried: usize,
    of: usize,
    trial: Trial,
    found: Vec<Linchpin>,
    pace: Pace,
}

fn kinds() -> impl Iterator<Item = Kind> {
    Kind::ALL.iter().copied().filter(|kind| is_settable(*kind))
}

impl Linchpins {
    /// Begins; nothing is computed yet but the deal as reported.
    pub fn new(deal: &Deal, editor: bool) -> Self {
        Self::beside(deal, &Scenario::new(deal, editor))
    }

    /// Begins beside a scenario of the same deal, whatever is set in it. That spares the work of a new one, which for a
    /// large deal takes longer than a frame.
    pub fn beside(deal: &Deal, scenario: &Scenario) -> Self {
        let (set, of) = (scenario.set(), kinds().map(|kind| deal.range(kind).len()).sum());
        let (deal, scenario, trial) = (deal.clone(), scenario.clone(), Trial::default());
        Self { deal, scenario, set, tried: 0, of, trial, found: Vec::new(), pace: Pace::default() }
    }

    /// Goes on with so many steps, of at most some microseconds each; whether there are more. It also rests in the
    /// middle of a piece on which very much hangs.
    pub fn go_on(&mut self, steps: u32) -> bool {
        self.pace.refill(steps);
        while let Some(item) = self.set.last() {
            if self.scenario.suppose_on(*item, None, &self.pace).is_none() {
                return true;
            }
            self.set.pop();
        }
        while self.pace.lasts()
            && let Some((item, setting)) = self.next()
            && let Some(linchpin) = self.trial.go_on(&self.deal, &mut self.scenario, item, setting, &self.pace)
        {
            self.tried += 1;
            self.found.extend(Some(linchpin).filter(|linchpin| linchpin.total() > 0));
        }
        self.tried < self.of
    }

    /// What is tried next.
    fn next(&self) -> Option<(ItemId, Setting)> {
        let mut before = self.tried as u32;
        for kind in kinds() {
            let range = self.deal.range(kind);
            let at = range.start + before;
            if at < range.end {
                return Some((ItemId(at), Setting::lost(kind)));
            }
            before -= range.end - range.start;
        }
        None
    }

    /// How many pieces are done, of how many.
    pub fn progress(&self) -> (usize, usize) {
        (self.tried, self.of)
    }

    /// What was found so far, that with which most goes first, equals in the format's order; so many at the most.
    pub fn ranked(&self, most: usize) -> Vec<Linchpin> {
        let weight = |pin: &Linchpin| (pin.total(), pin.fail, pin.unsupported);
        let mut best: Vec<&Linchpin> = Vec::new();
        for pin in &self.found {
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
#[derive(Debug, Default)]
struct Trial {
    /// What is known of the piece; nothing before it is supposed.
    linchpin: Option<Linchpin>,
    /// What it changes, and how much of that is looked at.
    changed: Vec<ItemId>,
    at: usize,
}

impl Trial {
    /// Goes on with a piece; gives what is known of it once that is all.
    fn go_on(
        &mut self,
        deal: &Deal,
        scenario: &mut Scenario,
        item: ItemId,
        setting: Setting,
        pace: &Pace,
    ) -> Option<Linchpin> {
        if self.linchpin.is_none() {
            self.changed = scenario.suppose_on(item, Some(setting), pace)?;
            self.at = 0;
        }
        let (fail, unsupported, no_longer_owed) = (0, 0, 0);
        let new = || Linchpin { item, setting, fail, unsupported, no_longer_owed, losers: Few::new() };
        let linchpin = self.linchpin.get_or_insert_with(new);
        while let Some(lost) = self.changed.get(self.at).copied() {
            if !pace.step() {
                return None;
            }
            self.at += 1;
            count(deal, scenario, lost, linchpin);
        }
        scenario.suppose_on(item, None, pace)?;
        self.linchpin.take()
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
