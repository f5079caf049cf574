//! Linchpins: what would go with each piece if it alone went, and who would lose by it.

use super::scenario::Scenario;
use super::verdict::{Setting, Verdict};
use crate::deal::gather::Gather;
use crate::deal::{Deal, Few, Item, ItemId, Kind, Role};

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

/// The search for linchpins, in as many pieces as the caller likes, so that a page never waits for it.
#[derive(Debug, Clone)]
pub struct Linchpins {
    deal: Deal,
    scenario: Scenario,
    pieces: Vec<ItemId>,
    next: usize,
    found: Vec<Linchpin>,
}

impl Linchpins {
    /// Begins; nothing is computed yet but the deal as reported.
    pub fn new(deal: &Deal, editor: bool) -> Self {
        Self::with(deal, Scenario::new(deal, editor))
    }

    /// Begins beside a scenario of the same deal, whatever is set in it. That spares the work of a new one, which for a
    /// large deal takes longer than a frame.
    pub fn beside(deal: &Deal, scenario: &Scenario) -> Self {
        let mut scenario = scenario.clone();
        scenario.reset();
        Self::with(deal, scenario)
    }

    fn with(deal: &Deal, scenario: Scenario) -> Self {
        let pieces = deal.items().map(|(id, _)| id).filter(|id| scenario.is_settable(*id)).gather();
        Self { deal: deal.clone(), scenario, pieces, next: 0, found: Vec::new() }
    }

    /// Goes on with so many pieces; whether there are more.
    pub fn go_on(&mut self, pieces: usize) -> bool {
        let end = self.next.saturating_add(pieces).min(self.pieces.len());
        for item in self.pieces.get(self.next..end).unwrap_or_default() {
            let Some(kind) = self.deal.item(*item).map(Item::kind) else { continue };
            let setting = Setting::lost(kind);
            let changed = self.scenario.suppose(*item, Some(setting));
            let linchpin = judged(&self.deal, &self.scenario, *item, setting, &changed);
            self.scenario.suppose(*item, None);
            if linchpin.total() > 0 {
                self.found.push(linchpin);
            }
        }
        self.next = end;
        end < self.pieces.len()
    }

    /// How many pieces are done, of how many.
    pub fn progress(&self) -> (usize, usize) {
        (self.next, self.pieces.len())
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

fn judged(deal: &Deal, scenario: &Scenario, item: ItemId, setting: Setting, changed: &[ItemId]) -> Linchpin {
    let (fail, unsupported, no_longer_owed) = (0, 0, 0);
    let mut linchpin = Linchpin { item, setting, fail, unsupported, no_longer_owed, losers: Few::new() };
    for lost in changed.iter().copied() {
        let counts =
            matches!(deal.item(lost).map(Item::kind), Some(Kind::Condition | Kind::Exchange | Kind::Aim | Kind::Event));
        if !counts {
            continue;
        }
        let count = match scenario.verdict(lost) {
            Some(Verdict::Fails) => &mut linchpin.fail,
            Some(Verdict::Unsupported) => &mut linchpin.unsupported,
            Some(Verdict::NoLongerOwed) => &mut linchpin.no_longer_owed,
            _ => continue,
        };
        *count += u32::from(lost != item);
        for loser in losers(deal, lost) {
            linchpin.losers.insert(loser);
        }
    }
    linchpin
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
