//! A circle in which something that may hold turns its own ground over: the well-founded verdicts.
//!
//! Spread the rules with a guess of what holds: the more is guessed to hold, the more is turned over. Beginning with
//! the guess that nothing holds, each result is the next guess; the results close in from both sides on what is certain
//! to be so grave and what could be. Where the two meet, that is the verdict; where they do not, it stays open, or as
//! grave as it is certain to be.

use super::graph::{Graph, Node};
use super::spread::{Spread, is_gone};
use super::verdict::Verdict;
use super::why::Rule;

/// The verdicts of the pieces of a circle, in their order.
pub(super) fn judge(spread: &Spread, graph: &Graph, circle: u32, nodes: &[Node]) -> Vec<Verdict> {
    let all: Vec<Verdict> = (0..graph.len() as Node).map(|node| spread.verdict(node)).collect();
    let with = |guess: Verdict| {
        let mut all = all.clone();
        for node in nodes {
            put(&mut all, *node, guess);
        }
        all
    };
    // A guess too grave turns too little over, so what follows from it is certain.
    let mut certain = spread_with(spread, graph, circle, nodes, &with(Verdict::Fails));
    loop {
        let possible = spread_with(spread, graph, circle, nodes, &certain);
        let next = spread_with(spread, graph, circle, nodes, &possible);
        if next == certain {
            let pair = |node: &Node| (at(&certain, *node), at(&possible, *node));
            let verdict = |(certain, possible)| if certain == possible { certain } else { Verdict::Open.max(certain) };
            return nodes.iter().map(pair).map(verdict).collect();
        }
        certain = next;
    }
}

/// The least verdicts of the circle under the rules, where what turns over within it is read from the guess.
fn spread_with(spread: &Spread, graph: &Graph, circle: u32, nodes: &[Node], guess: &[Verdict]) -> Vec<Verdict> {
    let mut now = guess.to_vec();
    for node in nodes {
        put(&mut now, *node, spread.given(*node));
    }
    let mut waiting: Vec<Node> = nodes.to_vec();
    while let Some(node) = waiting.pop() {
        if spread.setting(node).is_some() {
            continue;
        }
        let (mut verdict, mut supports, mut gone) = (at(&now, node), 0, 0);
        for (_, edge) in graph.rules_to(node) {
            let guessed = edge.rule == Rule::Prevent && graph.circle_of(edge.from) == circle;
            let from = at(if guessed { guess } else { &now }, edge.from);
            verdict = spread.follows(edge, from).map_or(verdict, |follows| verdict.max(follows));
            supports += usize::from(edge.rule == Rule::Support);
            gone += usize::from(edge.rule == Rule::Support && is_gone(from));
        }
        if supports > 0 && supports == gone {
            verdict = verdict.max(Verdict::Unsupported);
        }
        if verdict > at(&now, node) {
            put(&mut now, node, verdict);
            waiting.extend(graph.rules_from(node).map(|(_, edge)| edge.to).filter(|to| graph.circle_of(*to) == circle));
        }
    }
    now
}

fn at(verdicts: &[Verdict], node: Node) -> Verdict {
    verdicts.get(node as usize).copied().unwrap_or(Verdict::Open)
}

fn put(verdicts: &mut [Verdict], node: Node, verdict: Verdict) {
    if let Some(place) = verdicts.get_mut(node as usize) {
        *place = verdict;
    }
}
