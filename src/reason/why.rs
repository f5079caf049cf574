//! Why a verdict is as it is: the shortest chain of rules from what the reader set, or the document reports.

use super::graph::{Edge, Graph, Node, in_order};
use super::spread::{Ground, Spread};
use super::verdict::Verdict;
use crate::deal::ItemId;
use crate::deal::gather::Gather;
use crate::deal::pace::Pace;

/// A rule, by what it says; see the room's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// It needs the other.
    Need,
    /// The other is what makes it possible.
    Support,
    /// The other prevents it.
    Prevent,
    /// The other threatens it.
    Threat,
    /// The other leaves it in doubt.
    Doubt,
    /// It is given in exchange for the other.
    Exchange,
    /// The other is a side of it.
    Side,
    /// Its exchange as a whole. Only between parts of an exchange.
    Whole,
    /// The exchange that it belongs to fails as a whole.
    Void,
}

/// One step of a chain: because of those, by this rule, this has that verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What it follows from; several where all of them have to be gone.
    pub from: Vec<ItemId>,
    /// The rule.
    pub rule: Rule,
    /// The links, exchange or doubt that say so, whose evidence proves the step; as many as `from`, or one.
    pub via: Vec<ItemId>,
    /// What follows.
    pub to: ItemId,
    /// Its verdict.
    pub verdict: Verdict,
}

/// A piece that could have a part in a chain.
struct Stop {
    /// The last rule of its shortest chain; [`Ground::Given`] until one is found.
    ground: Ground,
    /// Whether its chain is found, or it needs none.
    reached: bool,
    /// So many of the rules that lead to it, from the first on, are known not to keep it waiting: a hub is not gone through
    /// anew for each of its supports.
    ready: u32,
    /// The last chain that the step to it is told in, counted from 1.
    told: u32,
}

/// The pieces that could have a part in the chains to some. What comes before a piece is the same whatever else there is,
/// so its chain is, too; and what comes before many is looked at once.
pub(super) struct Way<'s> {
    spread: &'s Spread,
    graph: &'s Graph,
    stops: Vec<Stop>,
    /// For each piece of the deal, its place among the stops, counted from 1; 0 for none. A table, as looking up in it
    /// is the most that is done here.
    places: Vec<u32>,
    /// How many chains were told.
    chains: u32,
    /// Whether all that could have a part is found; and what was met on the way.
    found: bool,
    waiting: Vec<Node>,
    next: usize,
    given: Vec<Node>,
}

impl<'s> Way<'s> {
    /// The way to some pieces, before it is gone.
    pub(super) fn to(spread: &'s Spread, goals: Vec<Node>) -> Self {
        let graph = &*spread.graph;
        let (stops, given, places) = (Vec::new(), Vec::new(), vec![0; graph.len()]);
        Self { spread, graph, stops, places, chains: 0, found: false, waiting: goals, next: 0, given }
    }

    /// Finds the rules of the shortest chain to each piece on it, breadth first from what is given; whether that is done.
    #[inline(never)]
    pub(super) fn go_on(&mut self, pace: &Pace) -> bool {
        let graph = self.graph;
        if !self.found {
            if !self.find(pace) {
                return false;
            }
            self.waiting = in_order(std::mem::take(&mut self.given), graph.len());
            self.found = true;
        }
        while let Some(node) = self.waiting.get(self.next).copied() {
            if !pace.step() {
                return false;
            }
            self.next += 1;
            let round = self.waiting.len();
            for (at, edge) in graph.rules_from(node) {
                pace.pay(1);
                if self.stop(edge.to).is_none_or(|stop| stop.reached) {
                    continue;
                }
                let ground = self.gives(at, edge).filter(|ground| self.is_ready(edge.to, *ground));
                if let Some((stop, ground)) = self.stop_mut(edge.to).zip(ground) {
                    stop.ground = ground;
                    self.waiting.push(edge.to);
                }
            }
            // Marked after its round, so that the order of rules does not make a chain longer.
            for at in round..self.waiting.len() {
                self.waiting.get(at).copied().into_iter().for_each(|node| self.reach(node));
            }
        }
        true
    }

    /// How many pieces there are in all.
    pub(super) fn len(&self) -> usize {
        self.graph.len()
    }

    /// The steps to the verdict of one of the goals, each after those that it follows from. Empty where it is given, and
    /// where a circle that turns itself over leaves it open.
    pub(super) fn chain(&mut self, goal: Node, pace: &Pace) -> Vec<Step> {
        self.chains += 1;
        let chain = self.chains;
        let mut steps = Vec::new();
        // Depth first without recursion: a piece is told once all that it follows from are.
        let mut stack = vec![(goal, false)];
        while let Some((node, told)) = stack.pop() {
            pace.pay(1);
            let ground = self.ground(node);
            let Some(stop) = self.stop_mut(node).filter(|stop| stop.told < chain && ground != Ground::Given) else {
                continue;
            };
            if told {
                stop.told = chain;
                steps.extend(self.step(node));
            } else {
                stack.push((node, true));
                self.sources(node).into_iter().rev().map(|from| (from, false)).add_to(&mut stack);
            }
        }
        steps
    }

    /// Finds what could have a part in the chains, and what of it is given; whether that is done.
    fn find(&mut self, pace: &Pace) -> bool {
        let graph = self.graph;
        while pace.step() {
            let Some(node) = self.waiting.pop() else { return true };
            if self.stop(node).is_some() {
                continue;
            }
            self.stops.push(Stop { ground: Ground::Given, reached: false, ready: 0, told: 0 });
            if let Some(place) = self.places.get_mut(node as usize) {
                *place = self.stops.len() as u32;
            }
            let known = self.waiting.len();
            for (at, edge) in graph.rules_to(node) {
                if self.gives(at, edge).is_some() {
                    self.waiting.push(edge.from);
                }
                pace.pay(1);
            }
            if self.waiting.len() == known {
                self.given.push(node);
                self.reach(node);
            }
        }
        false
    }

    fn stop_mut(&mut self, node: Node) -> Option<&mut Stop> {
        let place = self.places.get(node as usize)?.checked_sub(1)?;
        self.stops.get_mut(place as usize)
    }

    fn stop(&self, node: Node) -> Option<&Stop> {
        let place = self.places.get(node as usize)?.checked_sub(1)?;
        self.stops.get(place as usize)
    }

    fn ground(&self, node: Node) -> Ground {
        self.stop(node).map_or(Ground::Given, |stop| stop.ground)
    }

    fn reach(&mut self, node: Node) {
        if let Some(stop) = self.stop_mut(node) {
            stop.reached = true;
        }
    }

    /// What a rule is for the piece that it leads to, if it gives the very verdict of that: its ground by itself, or with
    /// all other supports.
    fn gives(&self, at: u32, edge: &Edge) -> Option<Ground> {
        let (spread, to) = (self.spread, edge.to);
        let verdict = spread.verdict(to);
        if spread.setting(to).is_some() || verdict == spread.given(to) {
            return None;
        }
        if edge.rule == Rule::Support {
            let gone = spread.piece(0, to).map_or(0, |piece| piece.gone());
            let all = verdict == Verdict::Unsupported && self.graph.supports(to) == gone;
            return all.then_some(Ground::Supports);
        }
        (spread.follows(edge, spread.verdict(edge.from)) == Some(verdict)).then_some(Ground::Edge(at))
    }

    /// Whether all that the ground of a piece is made of is reached; one rule is followed from where that is so.
    fn is_ready(&mut self, node: Node, ground: Ground) -> bool {
        if ground != Ground::Supports {
            return true;
        }
        let mut ready = self.stop(node).map_or(0, |stop| stop.ready);
        let graph = self.graph;
        let mut rules = graph.rules_to_after(node, ready);
        let waits = rules.any(|(_, edge)| {
            ready += 1;
            edge.rule == Rule::Support && !self.stop(edge.from).is_some_and(|stop| stop.reached)
        });
        if let Some(stop) = self.stop_mut(node) {
            // What it waits for is looked at again.
            stop.ready = ready - u32::from(waits);
        }
        !waits
    }

    /// The rules of the last step to a piece: one, or all its supports.
    fn rules(&self, node: Node) -> Vec<&Edge> {
        match self.ground(node) {
            Ground::Given => Vec::new(),
            Ground::Edge(at) => self.graph.edges.get(at as usize).into_iter().gather(),
            Ground::Supports => {
                let supports = self.graph.rules_to(node).map(|(_, edge)| edge);
                supports.filter(|edge| edge.rule == Rule::Support).gather()
            }
        }
    }

    /// What the last step to a piece comes from.
    fn sources(&self, node: Node) -> Vec<Node> {
        self.rules(node).into_iter().map(|edge| edge.from).gather()
    }

    /// The step to a piece. The sides of an exchange are passed over: a step leads from condition to condition.
    fn step(&self, node: Node) -> Option<Step> {
        let graph = self.graph;
        let rules = self.rules(node);
        let rule = rules.first()?.rule;
        if graph.is_side(node) || rule == Rule::Whole {
            return None;
        }
        let mut from = Vec::new();
        for edge in &rules {
            let through = if graph.is_side(edge.from) { self.sources(edge.from) } else { Vec::new() };
            if through.is_empty() {
                from.push(graph.item(edge.from));
            }
            through.into_iter().map(|node| graph.item(node)).add_to(&mut from);
        }
        let via = rules.iter().map(|edge| edge.via).gather();
        Some(Step { from, rule, via, to: graph.item(node), verdict: self.spread.verdict(node) })
    }
}
