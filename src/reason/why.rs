//! Why a verdict is as it is: the shortest chain of rules from what the reader set, or the document reports.

use crate::deal::gather::Gather;
use std::collections::{BTreeMap, VecDeque};

use super::graph::{Graph, Node};
use super::spread::Spread;
use super::verdict::Verdict;
use crate::deal::ItemId;

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

/// The rules by which a piece came to its verdict: one, or all its supports.
type Grounds = Vec<u32>;

/// The steps to the verdict of a piece, each after those that it follows from. Empty where it is given, and where a
/// circle that turns itself over leaves it open.
pub(super) fn why(spread: &Spread, node: Node) -> Vec<Step> {
    let graph = &*spread.graph;
    let grounds = shortest(spread, graph, node);
    let mut steps = Vec::new();
    let mut done = std::collections::BTreeSet::new();
    // Depth first without recursion: a piece is told once all that it follows from are.
    let mut stack = vec![(node, false)];
    while let Some((node, told)) = stack.pop() {
        let Some(edges) = grounds.get(&node) else { continue };
        if told {
            if done.insert(node) {
                steps.extend(step(spread, graph, node, edges, &grounds));
            }
        } else if !done.contains(&node) {
            stack.push((node, true));
            stack.extend(sources(graph, edges).into_iter().rev().map(|from| (from, false)));
        }
    }
    steps
}

fn sources(graph: &Graph, edges: &[u32]) -> Vec<Node> {
    edges.iter().filter_map(|at| graph.edges.get(*at as usize)).map(|edge| edge.from).gather()
}

/// For every piece on the way, the rules of its shortest chain: breadth first from what is given.
fn shortest(spread: &Spread, graph: &Graph, goal: Node) -> BTreeMap<Node, Grounds> {
    // What could have a part in it, and for each piece, the rules that give its very verdict.
    let mut candidates: BTreeMap<Node, Vec<Grounds>> = BTreeMap::new();
    let mut waiting = vec![goal];
    while let Some(node) = waiting.pop() {
        if candidates.contains_key(&node) {
            continue;
        }
        let found = candidates_of(spread, graph, node);
        waiting.extend(found.iter().flat_map(|edges| sources(graph, edges)));
        candidates.insert(node, found);
    }
    let mut waiting: VecDeque<Node> =
        candidates.iter().filter(|(_, found)| found.is_empty()).map(|(node, _)| *node).gather().into();
    let mut reached: std::collections::BTreeSet<Node> = waiting.iter().copied().collect();
    let mut grounds = BTreeMap::new();
    while let Some(node) = waiting.pop_front() {
        for (at, edge) in graph.rules_from(node).filter(|(_, edge)| !reached.contains(&edge.to)) {
            let Some(found) = candidates.get(&edge.to) else { continue };
            let ready = |edges: &&Grounds| {
                edges.contains(&at) && sources(graph, edges).iter().all(|from| reached.contains(from))
            };
            if let Some(edges) = found.iter().find(ready) {
                grounds.insert(edge.to, edges.clone());
                waiting.push_back(edge.to);
            }
        }
        // Marked after its round, so that the order of rules does not make a chain longer.
        for to in graph.rules_from(node).map(|(_, edge)| edge.to).filter(|to| grounds.contains_key(to)) {
            reached.insert(to);
        }
    }
    grounds
}

/// The rules that give a piece its very verdict; none where the verdict is given.
fn candidates_of(spread: &Spread, graph: &Graph, node: Node) -> Vec<Grounds> {
    let verdict = spread.verdict(node);
    if spread.setting(node).is_some() || verdict == spread.given(node) {
        return Vec::new();
    }
    let gives = |edge: &super::graph::Edge| spread.follows(edge, spread.verdict(edge.from)) == Some(verdict);
    let mut found: Vec<Grounds> = graph.rules_to(node).filter(|(_, edge)| gives(edge)).map(|(at, _)| vec![at]).gather();
    let supports = graph.supports(node);
    let gone = spread.piece(0, node).map_or(0, |piece| piece.gone);
    if verdict == Verdict::Unsupported && supports > 0 && supports == gone {
        let all = graph.rules_to(node).filter(|(_, edge)| edge.rule == Rule::Support);
        found.push(all.map(|(at, _)| at).gather());
    }
    found
}

/// The step to a piece. The sides of an exchange are passed over: a step leads from condition to condition.
fn step(spread: &Spread, graph: &Graph, node: Node, edges: &[u32], grounds: &BTreeMap<Node, Grounds>) -> Option<Step> {
    let first = graph.edges.get(*edges.first()? as usize)?;
    if graph.is_side(node) || first.rule == Rule::Whole {
        return None;
    }
    let through = |from: Node| match grounds.get(&from).filter(|_| graph.is_side(from)) {
        Some(edges) => sources(graph, edges),
        None => vec![from],
    };
    let from = sources(graph, edges).into_iter().flat_map(through).map(|from| graph.item(from)).gather();
    let via = edges.iter().filter_map(|at| graph.edges.get(*at as usize)).map(|edge| edge.via).gather();
    Some(Step { from, rule: first.rule, via, to: graph.item(node), verdict: spread.verdict(node) })
}
