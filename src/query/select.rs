//! Search and filter together: what is left to show.

use crate::deal::gather::Gather;
use crate::deal::{Deal, Item, ItemId};

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
    /// Where in `items` each of the deal's items stands.
    places: Vec<Option<usize>>,
}

impl Selection {
    fn new(items: Vec<ItemId>, hits: Vec<Hit>, beside: Vec<Hit>, total: usize) -> Self {
        let mut places = vec![None; items.iter().map(|item| item.index() + 1).max().unwrap_or(0)];
        for (at, item) in items.iter().enumerate() {
            if let Some(place) = places.get_mut(item.index()) {
                *place = Some(at);
            }
        }
        Self { items, hits, beside, total, places }
    }

    /// Whether the statement is among those left.
    pub fn contains(&self, item: ItemId) -> bool {
        self.place(item).is_some()
    }

    /// Why the statement was found.
    pub fn hit(&self, item: ItemId) -> Option<&Hit> {
        self.hits.get(self.place(item)?)
    }

    fn place(&self, item: ItemId) -> Option<usize> {
        self.places.get(item.index()).copied().flatten()
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
    let total = statements(deal).count();
    if !index.asks(query) {
        return Selection::new(statements(deal).filter(|item| fits(*item)).gather(), Vec::new(), Vec::new(), total);
    }
    let (hits, beside): (Vec<Hit>, Vec<Hit>) =
        index.search(query).into_iter().partition(|hit| deal.statement(hit.item).is_some());
    let hits: Vec<Hit> = hits.into_iter().filter(|hit| fits(hit.item)).gather();
    Selection::new(hits.iter().map(|hit| hit.item).gather(), hits, beside, total)
}
