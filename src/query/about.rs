//! Everything that bears on an item.

use crate::deal::gather::Gather;
use crate::deal::{Deal, Item, ItemId, Kind, LinkKind, Reference, Role};

/// Which way an arrow points, seen from the item in question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// From this item to the other.
    Out,
    /// From the other to this item.
    In,
    /// Both ways: a mutual relation.
    Both,
}

/// A link that begins or ends at the item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkEnd {
    /// The link.
    pub link: ItemId,
    /// How it acts; of `needs`, the one in need is at its beginning.
    pub kind: LinkKind,
    /// Whether it begins (`Out`) or ends (`In`) here.
    pub direction: Direction,
    /// What stands at its other end.
    pub other: ItemId,
}

/// One side of an exchange.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// It is given.
    Gives,
    /// It is got.
    Gets,
}

/// An exchange that the item is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExchangeEnd {
    /// The exchange.
    pub exchange: ItemId,
    /// On which side the item stands.
    pub side: Side,
    /// The conditions on its other side.
    pub against: Vec<ItemId>,
}

/// What bears on one item, each list in the format's order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// Doubts about it.
    pub doubts: Vec<ItemId>,
    /// What the sources do not say of it.
    pub gaps: Vec<ItemId>,
    /// Remarks about it.
    pub remarks: Vec<ItemId>,
    /// Figures that measure it.
    pub figures: Vec<ItemId>,
    /// Tensions that it is in.
    pub tensions: Vec<ItemId>,
    /// Links that begin or end at it.
    pub links: Vec<LinkEnd>,
    /// Exchanges that it is in.
    pub exchanges: Vec<ExchangeEnd>,
    /// Whoever else refers to it, and how.
    pub others: Vec<Reference>,
}

impl About {
    /// Collects what refers to the item.
    pub fn of(deal: &Deal, item: ItemId) -> Self {
        let mut about = Self::default();
        for &reference in deal.referrers(item) {
            let other = reference.item;
            let kind = deal.item(other).map(Item::kind);
            match (reference.role, kind) {
                (Role::About, Some(Kind::Doubt)) => about.doubts.push(other),
                (Role::About, Some(Kind::Gap)) => about.gaps.push(other),
                (Role::About, Some(Kind::Remark)) => about.remarks.push(other),
                (Role::About, Some(Kind::Figure)) => about.figures.push(other),
                (Role::Between, _) => about.tensions.push(other),
                (Role::LinkFrom, _) => about.links.extend(link_end(deal, other, Direction::Out)),
                (Role::LinkTo, _) => about.links.extend(link_end(deal, other, Direction::In)),
                (Role::Gives, _) => about.exchanges.push(exchange_end(deal, other, Side::Gives)),
                (Role::Gets, _) => about.exchanges.push(exchange_end(deal, other, Side::Gets)),
                _ => about.others.push(reference),
            }
        }
        about
    }

    /// What bears on the deal as a whole.
    pub fn whole(deal: &Deal) -> Self {
        let mut about = Self::default();
        for (id, item) in deal.items().filter(|(_, item)| super::concern::is_about_whole(*item)) {
            match item.kind() {
                Kind::Doubt => about.doubts.push(id),
                Kind::Gap => about.gaps.push(id),
                Kind::Remark => about.remarks.push(id),
                _ => about.figures.push(id),
            }
        }
        about
    }
}

fn link_end(deal: &Deal, link: ItemId, direction: Direction) -> Option<LinkEnd> {
    let Some(Item::Link(it)) = deal.item(link) else { return None };
    let far = if direction == Direction::Out { Role::LinkTo } else { Role::LinkFrom };
    Some(LinkEnd { link, kind: it.kind, direction, other: deal.targets(link, far).next()? })
}

pub(super) fn exchange_end(deal: &Deal, exchange: ItemId, side: Side) -> ExchangeEnd {
    let far = if side == Side::Gives { Role::Gets } else { Role::Gives };
    ExchangeEnd { exchange, side, against: deal.targets(exchange, far).gather() }
}
