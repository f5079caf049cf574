//! The pieces of a deal and the rules between them, as flat arrays.

use std::ops::Range;

use super::begin::begin;
use super::verdict::Verdict;
use super::why::Rule;
use crate::deal::gather::Gather;
use crate::deal::sort::sort_and_dedup;
use crate::deal::{Deal, Item, ItemId, Kind, LinkKind, Origin, Role};

/// A piece: the number of its item; or beyond those, one of three parts of an exchange that must be told apart: its fate
/// by its own links alone, what it gives, and what it gets.
pub(super) type Node = u32;

const PARTS: u32 = 3;

/// No more are sorted by comparing them.
const FEW: usize = 2000;

/// A rule from one piece to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Edge {
    pub(super) from: Node,
    pub(super) to: Node,
    pub(super) rule: Rule,
    /// Whether a threat or doubt keeps it open: not what is reported as a fact.
    pub(super) opens: bool,
    /// The link, exchange or doubt that says so.
    pub(super) via: ItemId,
}

impl Edge {
    fn new(from: Node, to: Node, rule: Rule, via: ItemId) -> Self {
        Self { from, to, rule, opens: matches!(rule, Rule::Threat | Rule::Doubt), via }
    }
}

/// The rules of a deal, sorted by where they come from and by where they lead.
#[derive(Debug, Default)]
pub(super) struct Graph {
    /// What each piece begins with; `None` for items that take no part.
    pub(super) begins: Vec<Option<Verdict>>,
    /// How many of the pieces are items; behind them come the parts of the exchanges.
    pub(super) items: Node,
    exchanges: Vec<ItemId>,
    pub(super) edges: Vec<Edge>,
    out_starts: Vec<u32>,
    into_starts: Vec<u32>,
    into_edges: Vec<u32>,
    /// How many rules support each piece.
    supports: Vec<u32>,
    /// The circle that each piece lies in, numbered so that no rule leads back to a smaller number; empty where all is one.
    pub(super) circle: Vec<u32>,
    /// Circles in which something that may hold turns something over.
    pub(super) tangled: Vec<bool>,
    /// Of the pieces in such circles, which of them each is; empty where there are none.
    pub(super) seats: Vec<Option<u32>>,
}

impl Graph {
    /// The pieces of a deal, and the rules between the parts of exchanges.
    #[inline(never)]
    pub(super) fn begun(deal: &Deal, editor: bool) -> Self {
        let state = deal.document().state;
        let exchanges: Vec<ItemId> = deal.of_kind(Kind::Exchange).gather();
        // What is as long as this does not grow by doubling: the memory of that stays with the page.
        let mut begins: Vec<Option<Verdict>> = Vec::with_capacity(deal.len() + exchanges.len() * PARTS as usize);
        deal.items().map(|(_, item)| begin(item, state)).add_to(&mut begins);
        let mut edges = Vec::new();
        for exchange in &exchanges {
            let whole = begins.len() as Node;
            begins.resize(begins.len() + PARTS as usize, Some(Verdict::Holds));
            bargain(deal, *exchange, whole, counts(deal, *exchange, editor), &mut edges);
        }
        edges.reserve_exact(deal.range(Kind::Link).len() + deal.range(Kind::Doubt).len());
        Self { begins, items: deal.len() as Node, exchanges, edges, tangled: vec![false], ..Self::default() }
    }

    /// What acts on an exchange acts on its fate as a whole.
    fn target(&self, id: ItemId) -> Node {
        self.exchanges.binary_search(&id).map_or(id.0, |at| self.items + at as Node * PARTS)
    }

    /// The rule of a link, of those that count.
    pub(super) fn add_link(&mut self, deal: &Deal, id: ItemId, editor: bool) {
        let rule = if counts(deal, id, editor) { self.link(deal, id) } else { None };
        self.edges.extend(rule);
    }

    fn link(&self, deal: &Deal, id: ItemId) -> Option<Edge> {
        let Some(Item::Link(link)) = deal.item(id) else { return None };
        let (from, to) = (deal.target(id, Role::LinkFrom)?, deal.target(id, Role::LinkTo)?);
        let rule = match link.kind {
            // `from` is the one in need: the rule runs the other way.
            LinkKind::Needs => return Some(Edge::new(to.0, self.target(from), Rule::Need, id)),
            LinkKind::Enables | LinkKind::Causes | LinkKind::Completes => Rule::Support,
            LinkKind::Prevents => Rule::Prevent,
            LinkKind::Threatens => Rule::Threat,
        };
        Some(Edge::new(from.0, self.target(to), rule, id))
    }

    /// The rules of doubts; then all rules are there.
    #[inline(never)]
    pub(super) fn add_doubts(&mut self, deal: &Deal, editor: bool) {
        for id in deal.of_kind(Kind::Doubt).filter(|id| counts(deal, *id, editor)) {
            for about in deal.targets(id, Role::About) {
                let edge = Edge::new(id.0, self.target(about), Rule::Doubt, id);
                if self.begins.get(edge.to as usize).copied().flatten().is_some() {
                    self.edges.push(edge);
                }
            }
        }
        let begins = &self.begins;
        let is_fact = |to: Node| {
            deal.kind(ItemId(to)) == Some(Kind::Event) && begins.get(to as usize) == Some(&Some(Verdict::Holds))
        };
        for edge in self.edges.iter_mut().filter(|edge| is_fact(edge.to)) {
            edge.opens = false;
        }
    }

    /// The places of the rules by where they come from, or lead to.
    fn places(&self, from: bool) -> (Vec<u32>, Vec<u32>) {
        let end = |edge: &Edge| if from { edge.from } else { edge.to };
        by_node(self.len(), self.edges.len(), &|at| self.edges.get(at).map_or(0, end))
    }

    /// Notes which rules lead to each piece.
    pub(super) fn note_into(&mut self) {
        (self.into_starts, self.into_edges) = self.places(false);
    }

    /// Notes which rules come from each piece, and puts them in that order: side by side they are read most.
    #[inline(never)]
    pub(super) fn sort(&mut self) {
        let (out_starts, order) = self.places(true);
        self.out_starts = out_starts;
        let mut place = vec![0; self.edges.len()];
        let mut sorted: Vec<Edge> = Vec::with_capacity(self.edges.len());
        let mut supports = vec![0; self.len()];
        for (at, old) in (0..).zip(&order) {
            if let Some(place) = place.get_mut(*old as usize) {
                *place = at;
            }
            let Some(edge) = self.edges.get(*old as usize).copied() else { continue };
            sorted.push(edge);
            if let Some(supports) = supports.get_mut(edge.to as usize).filter(|_| edge.rule == Rule::Support) {
                *supports += 1;
            }
        }
        for at in &mut self.into_edges {
            *at = place.get(*at as usize).copied().unwrap_or(0);
        }
        (self.edges, self.supports) = (sorted, supports);
    }

    /// Rules that lead to a piece, with their numbers.
    pub(super) fn rules_to(&self, node: Node) -> impl Iterator<Item = (u32, &Edge)> {
        self.rules_to_after(node, 0)
    }

    /// The same but for the first ones.
    pub(super) fn rules_to_after(&self, node: Node, first: u32) -> impl Iterator<Item = (u32, &Edge)> {
        let Range { start, end } = range(&self.into_starts, node);
        (start + first..end).filter_map(|at| {
            let at = *self.into_edges.get(at as usize)?;
            Some((at, self.edges.get(at as usize)?))
        })
    }

    /// Rules that a piece has a part in, with their numbers.
    pub(super) fn rules_from(&self, node: Node) -> impl Iterator<Item = (u32, &Edge)> {
        range(&self.out_starts, node).filter_map(|at| Some((at, self.edges.get(at as usize)?)))
    }

    /// Where one of the rules leads that a piece has a part in, by its place among them.
    pub(super) fn leads_to(&self, node: Node, place: u32) -> Option<Node> {
        let at = range(&self.out_starts, node).nth(place as usize)?;
        self.edges.get(at as usize).map(|edge| edge.to)
    }

    /// What a piece begins with.
    pub(super) fn begin(&self, node: Node) -> Verdict {
        self.begins.get(node as usize).copied().flatten().unwrap_or(Verdict::Open)
    }

    /// How many rules support a piece.
    pub(super) fn supports(&self, node: Node) -> u32 {
        self.supports.get(node as usize).copied().unwrap_or(0)
    }

    pub(super) fn circle_of(&self, node: Node) -> u32 {
        // Where all is one circle, it need not be looked up.
        if self.tangled.len() == 1 { 0 } else { self.circle.get(node as usize).copied().unwrap_or(0) }
    }

    /// Which of the pieces in tangled circles it is.
    pub(super) fn seat(&self, node: Node) -> Option<usize> {
        self.seats.get(node as usize).copied().flatten().map(|seat| seat as usize)
    }

    /// The item that a piece is, or is a part of.
    pub(super) fn item(&self, node: Node) -> ItemId {
        let part = node.checked_sub(self.items).map(|part| part / PARTS);
        part.and_then(|at| self.exchanges.get(at as usize)).copied().unwrap_or(ItemId(node))
    }

    /// Whether a piece is what an exchange gives or gets.
    pub(super) fn is_side(&self, node: Node) -> bool {
        node >= self.items && !(node - self.items).is_multiple_of(PARTS)
    }

    /// How many pieces there are, those that take no part included.
    pub(super) fn len(&self) -> usize {
        self.begins.len()
    }
}

/// Whether a statement counts, with or without what the editor inferred.
fn counts(deal: &Deal, id: ItemId, editor: bool) -> bool {
    editor || deal.statement(id).is_some_and(|it| it.origin() == Origin::Source)
}

fn bargain(deal: &Deal, exchange: ItemId, whole: Node, counts: bool, edges: &mut Vec<Edge>) {
    let edge = |from: Node, to: Node, rule: Rule| Edge::new(from, to, rule, exchange);
    edges.push(edge(whole, exchange.0, Rule::Whole));
    let (gives, gets) = (whole + 1, whole + 2);
    for (role, side, other) in [(Role::Gives, gives, gets), (Role::Gets, gets, gives)].into_iter().filter(|_| counts) {
        edges.push(edge(side, exchange.0, Rule::Side));
        // By way of the sides, so that the rules grow with the conditions and not with their pairs.
        for piece in deal.targets(exchange, role).map(|id| id.0) {
            edges.push(edge(piece, side, Rule::Side));
            edges.push(edge(other, piece, Rule::Exchange));
            edges.push(edge(whole, piece, Rule::Void));
        }
    }
}

/// The entries of each piece: where they begin, and the numbers of all, sorted by piece (counting sort, so it is stable).
pub(crate) fn by_node(count: usize, entries: usize, node: &dyn Fn(usize) -> Node) -> (Vec<u32>, Vec<u32>) {
    // First where those of the piece before begin: each is moved on while its entries are put in their places.
    let mut starts = vec![0; count + 2];
    for at in 0..entries {
        if let Some(start) = starts.get_mut(node(at) as usize + 2) {
            *start += 1;
        }
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut sorted = vec![0; entries];
    for at in 0..entries {
        let Some(free) = starts.get_mut(node(at) as usize + 1) else { continue };
        if let Some(place) = sorted.get_mut(*free as usize) {
            *place = at as u32;
        }
        *free += 1;
    }
    starts.pop();
    (starts, sorted)
}

/// So many pieces in order, each once; where they are a good part of all, by a table of those.
pub(super) fn in_order(mut nodes: Vec<Node>, count: usize) -> Vec<Node> {
    if nodes.len() < FEW {
        sort_and_dedup(&mut nodes);
        return nodes;
    }
    let mut is_in = vec![false; count];
    for node in nodes.drain(..) {
        if let Some(is_in) = is_in.get_mut(node as usize) {
            *is_in = true;
        }
    }
    (0..).zip(is_in).filter(|(_, is_in)| *is_in).map(|(node, _)| node).add_to(&mut nodes);
    nodes
}

fn range(starts: &[u32], node: Node) -> Range<u32> {
    let at = |index: usize| starts.get(index).copied().unwrap_or(0);
    at(node as usize)..at(node as usize + 1)
}
