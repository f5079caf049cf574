//! The bargain as a ledger: what each side gives and gets, what that is to bring about, and what else is to be done.
//!
//! It is computed from `exchanges`, `conditions`, `links` and `gaps`; another document gives another ledger. Every
//! condition stands in it exactly once, so that nothing is lost and nothing is counted twice.

mod side;

use crate::deal::gather::Gather;
use crate::deal::sort::heaviest;
use crate::deal::{Deal, Item, ItemId, Kind, LinkKind, Role};

pub use side::{Deed, Side};

/// The whole ledger.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ledger {
    /// One for each exchange of the document.
    pub trades: Vec<Trade>,
    /// Conditions outside every exchange, each with what follows from it.
    pub others: Vec<Branch>,
}

/// One exchange: two columns and the words between them.
#[derive(Debug, Clone, PartialEq)]
pub struct Trade {
    /// The exchange.
    pub exchange: ItemId,
    /// What is given, with what follows from it.
    pub gives: Vec<Branch>,
    /// What is got, with what follows from it.
    pub gets: Vec<Branch>,
}

/// A side of the ledger, and where its conditions lead.
#[derive(Debug, Clone, PartialEq)]
pub struct Branch {
    /// Who does what.
    pub side: Side,
    /// What the conditions of this side act on.
    pub ties: Vec<Tie>,
}

/// A link of the document, drawn as an arrow to a further side.
#[derive(Debug, Clone, PartialEq)]
pub struct Tie {
    /// The links that it stands for: they share their kind.
    pub links: Vec<ItemId>,
    /// How the one side acts on the other.
    pub kind: LinkKind,
    /// What it leads to.
    pub to: Vec<Branch>,
}

impl Ledger {
    /// The ledger of a deal.
    pub fn of(deal: &Deal) -> Self {
        Self::leaving_out(deal, vec![false; deal.len()])
    }

    /// The ledger of about `most` conditions of a larger deal, by how many statements refer to them: one half in the
    /// weightiest exchanges, which are always whole, the other outside of every exchange. A deal that has not more is
    /// not shortened.
    pub fn weightiest(deal: &Deal, most: usize) -> Self {
        if deal.document().conditions.len() <= most {
            return Self::of(deal);
        }
        let weight = |id: ItemId| deal.referrers(id).len();
        let mut left_out = vec![false; deal.len()];
        let mut leave = |id: ItemId, out: bool| {
            if let Some(slot) = left_out.get_mut(id.index()) {
                *slot = out;
            }
        };
        deal.of_kind(Kind::Condition).for_each(|id| leave(id, true));
        let mut outside: Vec<ItemId> = deal.of_kind(Kind::Condition).gather();
        outside.retain(|id| !deal.referrers(*id).iter().any(|it| matches!(it.role, Role::Gives | Role::Gets)));
        let sides = |exchange: ItemId| deal.references(exchange).iter().filter(|it| is_side(it.role)).map(|it| it.item);
        let mut exchanges: Vec<ItemId> = deal.of_kind(Kind::Exchange).gather();
        // Each has a side at least, so no more of them can be needed.
        exchanges = heaviest(&exchanges, most, &|id| sides(id).map(weight).sum());
        outside = heaviest(&outside, most, &weight);
        let mut shown = 0;
        for exchange in exchanges {
            if shown >= most / 2 {
                break;
            }
            shown += sides(exchange).count();
            sides(exchange).for_each(|id| leave(id, false));
        }
        outside.into_iter().take(most.saturating_sub(shown)).for_each(|id| leave(id, false));
        let mut ledger = Self::leaving_out(deal, left_out);
        // Of an exchange that was not chosen one side may stand elsewhere, and the other nowhere.
        ledger.trades.retain(|trade| !trade.gives.is_empty() && !trade.gets.is_empty());
        ledger
    }

    /// The ledger without these conditions.
    fn leaving_out(deal: &Deal, placed: Vec<bool>) -> Self {
        let mut builder = Builder { deal, placed };
        let trades = deal
            .of_kind(Kind::Exchange)
            .map(|exchange| {
                let gives = builder.claim(deal.targets(exchange, Role::Gives));
                let gets = builder.claim(deal.targets(exchange, Role::Gets));
                (exchange, gives, gets)
            })
            .gather();
        // What an exchange names has its place there, even if a link from elsewhere leads to it.
        let sides = deal.of_kind(Kind::Exchange).flat_map(|exchange| deal.references(exchange));
        sides.filter(|it| is_side(it.role)).for_each(|it| {
            builder.place(it.item);
        });
        let trades = trades
            .into_iter()
            .map(|(exchange, gives, gets)| Trade {
                exchange,
                gives: builder.branches(&gives, 0),
                gets: builder.branches(&gets, 0),
            })
            .gather();
        let others = builder.rest();
        Self { trades, others }
    }

    /// How many trades, and then how many of the others, have `most` conditions in them; all of them where there are
    /// fewer.
    pub fn reaching(&self, most: usize) -> (usize, usize) {
        let (mut reached, mut parts) = (Vec::new(), (0, 0));
        for trade in &self.trades {
            if reached.len() < most {
                trade.collect(&mut reached);
                parts.0 += 1;
            }
        }
        for branch in &self.others {
            if reached.len() < most {
                branch.collect(&mut reached);
                parts.1 += 1;
            }
        }
        parts
    }

    /// Every condition of the ledger, in the order of its drawing.
    pub fn conditions(&self) -> Vec<ItemId> {
        let mut all = Vec::new();
        self.trades.iter().for_each(|trade| trade.collect(&mut all));
        self.others.iter().for_each(|branch| branch.collect(&mut all));
        all
    }
}

impl Trade {
    fn collect(&self, all: &mut Vec<ItemId>) {
        self.gives.iter().chain(&self.gets).for_each(|branch| branch.collect(all));
    }
}

impl Branch {
    fn collect(&self, all: &mut Vec<ItemId>) {
        all.extend(self.side.deeds.iter().map(|deed| deed.condition));
        self.ties.iter().flat_map(|tie| &tie.to).for_each(|branch| branch.collect(all));
    }
}

/// So many steps deep what follows stands under what it follows from; what comes later stands by itself. Beyond that a
/// column has no room left, and a chain of thousands would be drawn by as many calls within each other.
const DEEPEST: usize = 8;

struct Builder<'d> {
    deal: &'d Deal,
    /// Which items have their place, by their number.
    placed: Vec<bool>,
}

impl Builder<'_> {
    /// Those that have no place yet; they have one now.
    fn claim(&mut self, conditions: impl Iterator<Item = ItemId>) -> Vec<ItemId> {
        conditions.filter(|condition| self.place(*condition)).gather()
    }

    /// Gives the item its place; false if it had one.
    fn place(&mut self, item: ItemId) -> bool {
        self.placed.get_mut(item.index()).is_some_and(|placed| !std::mem::replace(placed, true))
    }

    fn is_free(&self, item: ItemId) -> bool {
        self.placed.get(item.index()) == Some(&false)
    }

    fn branches(&mut self, conditions: &[ItemId], depth: usize) -> Vec<Branch> {
        let sides = Side::group(self.deal, conditions);
        sides.into_iter().map(|side| Branch { ties: self.ties(&side, depth), side }).gather()
    }

    /// Where the conditions of a side lead: links to conditions without a place, gathered by kind.
    fn ties(&mut self, side: &Side, depth: usize) -> Vec<Tie> {
        if depth == DEEPEST {
            return Vec::new();
        }
        let mut groups: Vec<(LinkKind, Vec<ItemId>, Vec<ItemId>)> = Vec::new();
        let deal = self.deal;
        for deed in &side.deeds {
            for link_id in deal.sources_of(deed.condition, Role::LinkFrom) {
                let Some(Item::Link(link)) = deal.item(link_id) else { continue };
                let Some(to) = deal.find(&link.to).filter(|to| is_condition(deal, *to)) else { continue };
                if link.kind == LinkKind::Needs || !self.place(to) {
                    continue;
                }
                match groups.iter_mut().find(|(kind, ..)| *kind == link.kind) {
                    Some((_, links, targets)) => {
                        links.push(link_id);
                        targets.push(to);
                    }
                    None => groups.push((link.kind, vec![link_id], vec![to])),
                }
            }
        }
        let tie = |(kind, links, targets): (_, Vec<ItemId>, Vec<ItemId>)| Tie {
            kind,
            links,
            to: self.branches(&targets, depth + 1),
        };
        groups.into_iter().map(tie).gather()
    }

    /// Conditions outside every exchange: first those that something follows from and nothing leads to.
    fn rest(&mut self) -> Vec<Branch> {
        let deal = self.deal;
        let free: Vec<ItemId> = deal.of_kind(Kind::Condition).filter(|id| self.is_free(*id)).gather();
        let leads = |id: ItemId, role: Role, other: Role| {
            deal.sources_of(id, role).any(|link| {
                let acts = matches!(deal.item(link), Some(Item::Link(link)) if link.kind != LinkKind::Needs);
                acts && deal.targets(link, other).any(|end| end != id && free.binary_search(&end).is_ok())
            })
        };
        let is_root =
            |id: &ItemId| leads(*id, Role::LinkFrom, Role::LinkTo) && !leads(*id, Role::LinkTo, Role::LinkFrom);
        let roots: Vec<ItemId> = free.iter().copied().filter(is_root).gather();
        let mut branches = Vec::new();
        for root in roots {
            let claimed = self.claim(std::iter::once(root));
            branches.extend(self.branches(&claimed, 0));
        }
        let left = self.claim(free.iter().copied());
        branches.extend(self.branches(&left, 0));
        branches
    }
}

fn is_condition(deal: &Deal, id: ItemId) -> bool {
    deal.item(id).is_some_and(|item| item.kind() == Kind::Condition)
}

fn is_side(role: Role) -> bool {
    matches!(role, Role::Gives | Role::Gets)
}
