//! Search and filter together: what is left to show.

use crate::deal::gather::Gather;
use crate::deal::{Deal, Item, ItemId, Kind};

use super::census::Census;
use super::filter::Filter;
use super::search::{Hit, SearchIndex};

/// What a search and a filter leave.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// The statements: by rank where something was searched for, else in the format's order.
    pub items: Vec<ItemId>,
    /// Why each statement was found, in the same order; empty where nothing was searched for.
    pub hits: Vec<Hit>,
    /// Sources, media and sections that the search found beside the statements; none while a filter is set.
    pub beside: Vec<Hit>,
    /// How many statements the deal has in all.
    pub total: usize,
}

impl Selection {
    /// Whether the statement is among those left.
    pub fn contains(&self, item: ItemId) -> bool {
        self.place(item).is_some()
    }

    /// Why the statement was found.
    pub fn hit(&self, item: ItemId) -> Option<&Hit> {
        self.hits.get(self.place(item)?)
    }

    /// What a filter leaves of this.
    #[must_use]
    pub fn narrowed(&self, census: &Census, filter: &Filter) -> Self {
        let items = census.fitting(filter, &self.items);
        let mut next = items.iter().peekable();
        // Hits stand in the order of the statements.
        let hits = self.hits.iter().copied().filter(|hit| next.next_if_eq(&&hit.item).is_some()).gather();
        Self { items, hits, beside: Vec::new(), total: self.total }
    }

    fn place(&self, item: ItemId) -> Option<usize> {
        self.items.iter().position(|other| *other == item)
    }
}

/// Every statement of the deal.
pub fn statements(deal: &Deal) -> impl Iterator<Item = ItemId> + '_ {
    deal.items().filter(|(_, item)| Item::statement(*item).is_some()).map(|(id, _)| id)
}

/// The statements that answer the search and fit the filter.
pub fn select(deal: &Deal, index: &SearchIndex, query: &str, filter: &Filter) -> Selection {
    let mut selection = select_where(deal, index, query, |item| filter.fits(deal, item));
    if !filter.is_empty() {
        selection.beside.clear();
    }
    selection
}

/// The statements that answer the search and that `fits` lets through.
pub fn select_where(deal: &Deal, index: &SearchIndex, query: &str, fits: impl Fn(ItemId) -> bool) -> Selection {
    // By their numbers: to look at each of many hits would take longer than the search.
    let others = [Kind::Source, Kind::Medium, Kind::Section].map(|kind| deal.range(kind));
    let is_statement = |item: ItemId| !others.iter().any(|range| range.contains(&item.0));
    let total = deal.len() - others.iter().map(ExactSizeIterator::len).sum::<usize>();
    if !index.asks(query) {
        let items = (0..deal.len() as u32).map(ItemId).filter(|item| is_statement(*item) && fits(*item)).gather();
        return Selection { items, total, ..Selection::default() };
    }
    let mut selection = Selection { total, ..Selection::default() };
    let mut hits = index.search(query);
    hits.retain(|hit| {
        let listed = is_statement(hit.item);
        if !listed {
            selection.beside.push(*hit);
        } else if fits(hit.item) {
            selection.items.push(hit.item);
            return true;
        }
        false
    });
    Selection { hits, ..selection }
}
