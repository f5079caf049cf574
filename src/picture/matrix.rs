//! The matrix of conditions and actors: who has which part in what is to be done.
//!
//! Sparse and made row by row: a document may have a hundred thousand conditions, of which a reader sees forty.

mod groups;
mod order;
mod part;

use crate::deal::gather::Gather;
use crate::deal::sort::sort_by_key;
use crate::deal::{Deal, Item, ItemId, Standing};

pub use groups::{Group, groups};
pub use order::{Profile, length, order};
pub use part::{Cell, Entry, Part, Row};

/// Up to so many rows all are shown at once, and put in the order that shows the pattern; of more, a window.
pub const FEW: usize = 60;
/// So many rows a window has.
pub const WINDOW: usize = 40;
/// So many columns fit beside each other; of more, those of the actors with the most parts come first.
pub const COLUMNS: usize = 10;

/// What is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wish {
    /// In the order of the document, rather than in the one that shows the pattern.
    pub as_written: bool,
    /// The first row of the window, counted over all groups from 0.
    pub row: usize,
    /// The first column, counted from 0.
    pub column: usize,
}

/// The rows and columns that are shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    /// Every group with the rows that are shown of it; groups of which none is shown are left out.
    pub groups: Vec<(Group, Vec<Row>)>,
    /// Whose column stands where.
    pub columns: Vec<ItemId>,
    /// The first row that is shown, counted from 0, of how many.
    pub rows: (usize, usize),
    /// The first column that is shown, counted from 0, of how many that have a part in these rows.
    pub of: (usize, usize),
    /// Whether rows and columns were put in the order that shows the pattern.
    pub arranged: bool,
}

/// A step from cell to cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// Towards the first column, and from there to the end of the row above.
    Back,
    /// Towards the last column, and from there to the beginning of the row below.
    Forward,
    /// To the first of the row.
    First,
    /// To the last of the row.
    Last,
}

impl Matrix {
    /// The matrix of the conditions that `shows` lets through.
    pub fn of(deal: &Deal, shows: &dyn Fn(ItemId) -> bool, wish: Wish) -> Self {
        Self::of_groups(deal, &groups(deal, shows), wish)
    }

    /// The same of these groups, which are the same for every wish and need be made only once.
    pub fn of_groups(deal: &Deal, groups: &[Group], wish: Wish) -> Self {
        let total: usize = groups.iter().map(|group| group.conditions.len()).sum();
        let few = total <= FEW;
        let from = if few { 0 } else { wish.row.min(total.saturating_sub(1)) / WINDOW * WINDOW };
        let mut window = if few { (0, total) } else { (from, WINDOW) };
        let mut shown: Vec<(Group, Vec<Row>)> = Vec::new();
        for group in groups {
            let skip = window.0.min(group.conditions.len());
            let rows = group.conditions.iter().skip(skip).take(window.1);
            let rows: Vec<Row> = rows.map(|condition| Row::of(deal, *condition)).gather();
            window = (window.0 - skip, window.1 - rows.len());
            if !rows.is_empty() {
                shown.push((group.clone(), rows));
            }
        }
        let arranged = few && !wish.as_written;
        let mut columns = actors(&shown);
        let many = columns.len() > COLUMNS;
        if many || !few {
            let parts = |actor: &ItemId| rows(&shown).filter(|row| row.cell(*actor).is_some()).count();
            let mut counted: Vec<(usize, ItemId)> = columns.iter().map(|actor| (parts(actor), *actor)).gather();
            sort_by_key(&mut counted, |(parts, _)| usize::MAX - parts);
            columns = counted.iter().map(|(_, actor)| *actor).gather();
        }
        if arranged {
            for (_, rows) in &mut shown {
                *rows = put(rows, &order(&rows.iter().map(Row::profile).gather()));
            }
            if !many {
                for block in by_standing(deal, &std::mem::take(&mut columns)) {
                    let profiles: Vec<Profile> = block.iter().map(|actor| profile(&shown, *actor)).gather();
                    columns.extend(put(&block, &order(&profiles)));
                }
            }
        }
        let first = if many { wish.column.min(columns.len().saturating_sub(1)) / COLUMNS * COLUMNS } else { 0 };
        let of = (first, columns.len());
        let columns = columns.into_iter().skip(first).take(COLUMNS).gather();
        Self { groups: shown, columns, rows: (from, total), of, arranged }
    }

    /// The rows that are shown, from top to bottom.
    pub fn shown(&self) -> impl Iterator<Item = &Row> {
        rows(&self.groups)
    }

    /// How many rows are shown.
    pub fn len(&self) -> usize {
        self.shown().count()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// The first cell that is filled, from the top.
    pub fn first(&self) -> Option<(ItemId, ItemId)> {
        self.cells().first().map(|cell| (cell.0, cell.1))
    }

    /// Whether the cell is filled and shown.
    pub fn has(&self, at: (ItemId, ItemId)) -> bool {
        self.cells().iter().any(|cell| (cell.0, cell.1) == at)
    }

    /// The next filled cell that way; `None` where there is none. Up and down it is that of the same column, or where
    /// the column has none any more, the nearest of the row next to it.
    pub fn step(&self, from: (ItemId, ItemId), step: Step) -> Option<(ItemId, ItemId)> {
        let cells = self.cells();
        let at = cells.iter().position(|cell| (cell.0, cell.1) == from)?;
        let (before, rest) = cells.split_at(at);
        let (here, after) = rest.split_first()?;
        let next = match step {
            Step::Forward => after.first(),
            Step::Back => before.last(),
            Step::First => cells.iter().find(|cell| cell.0 == from.0),
            Step::Last => cells.iter().rfind(|cell| cell.0 == from.0),
            Step::Up | Step::Down => {
                let up = step == Step::Up;
                let mut way = if up { before.to_vec() } else { after.to_vec() };
                if up {
                    way.reverse();
                }
                way.retain(|cell| cell.0 != from.0);
                let row = way.first()?.0;
                let same = way.iter().find(|cell| cell.1 == from.1);
                let beside = || way.iter().filter(|cell| cell.0 == row);
                let next = same.or_else(|| beside().min_by_key(|cell| (cell.2.abs_diff(here.2), cell.2)));
                return next.map(|cell| (cell.0, cell.1));
            }
        };
        next.map(|cell| (cell.0, cell.1))
    }

    /// The cells that are filled, as they are read: whose condition, whose actor, in which column.
    #[inline(never)]
    fn cells(&self) -> Vec<(ItemId, ItemId, usize)> {
        let mut cells = Vec::new();
        for row in self.shown() {
            for (column, actor) in self.columns.iter().enumerate() {
                if row.cell(*actor).is_some() {
                    cells.push((row.condition, *actor, column));
                }
            }
        }
        cells
    }
}

/// The actors block by block: parties first, and so on in the order of standings; who has none last.
pub fn by_standing(deal: &Deal, actors: &[ItemId]) -> Vec<Vec<ItemId>> {
    let standing = |actor: &ItemId| match deal.item(*actor) {
        Some(Item::Actor(it)) => Standing::ALL.iter().position(|standing| it.standing.first() == Some(standing)),
        _ => None,
    };
    let mut sorted = actors.to_vec();
    sort_by_key(&mut sorted, |actor| standing(actor).unwrap_or(usize::MAX));
    sorted.chunk_by(|one, other| standing(one) == standing(other)).map(<[ItemId]>::to_vec).gather()
}

/// What two columns are compared by: in which row the actor has which part.
pub fn profile(groups: &[(Group, Vec<Row>)], actor: ItemId) -> Profile {
    let mut parts = Vec::new();
    for (row, at) in rows(groups).zip(0..) {
        parts.extend(row.cell(actor).into_iter().flat_map(|cell| &cell.parts).map(|it| (at, it.part)));
    }
    parts
}

fn rows(groups: &[(Group, Vec<Row>)]) -> impl Iterator<Item = &Row> {
    groups.iter().flat_map(|(_, rows)| rows)
}

/// Everyone with a part, in the format's order.
fn actors(groups: &[(Group, Vec<Row>)]) -> Vec<ItemId> {
    let mut actors = rows(groups).flat_map(|row| &row.cells).map(|cell| cell.actor).gather();
    crate::deal::sort::sort_and_dedup(&mut actors);
    actors
}

fn put<T: Clone>(items: &[T], order: &[usize]) -> Vec<T> {
    order.iter().filter_map(|at| items.get(*at).cloned()).gather()
}
