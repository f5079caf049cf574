//! Spreading: from what is set to what follows, at a cost that goes with what changes.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};
use std::rc::Rc;

use super::graph::{Edge, Graph, Node};
use super::tangle;
use super::verdict::{Setting, Verdict};
use super::why::Rule;

/// What a verdict rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ground {
    /// What it began with, or what the reader set.
    Given,
    /// The rule with this number.
    Edge(u32),
    /// That nothing is left of what supports it.
    Supports,
}

/// All that is kept of one piece.
#[derive(Debug, Clone, Copy)]
struct Piece {
    setting: Option<Setting>,
    verdict: Verdict,
    ground: Ground,
    /// How many rules support it, and from how many of them nothing is to be had any more.
    supports: u32,
    gone: u32,
    /// The verdict before the present change, while it is being judged anew.
    before: Option<Verdict>,
}

/// The settings and verdicts of all pieces.
#[derive(Debug, Clone)]
pub(super) struct Spread {
    pub(super) graph: Rc<Graph>,
    pieces: Vec<Piece>,
}

impl Spread {
    /// Nothing set: as reported.
    pub(super) fn new(graph: Rc<Graph>) -> Self {
        let piece = |node: Node| {
            let supports = graph.rules_to(node).filter(|(_, edge)| edge.rule == Rule::Support).count() as u32;
            let (setting, verdict, before) = (None, graph.begin(node), None);
            Piece { setting, verdict, ground: Ground::Given, supports, gone: 0, before }
        };
        let pieces = (0..graph.len() as Node).map(piece).collect();
        let mut spread = Self { graph, pieces };
        spread.settle(0..spread.pieces.len() as Node);
        spread
    }

    pub(super) fn verdict(&self, node: Node) -> Verdict {
        self.pieces.get(node as usize).map_or(Verdict::Open, |piece| piece.verdict)
    }

    pub(super) fn setting(&self, node: Node) -> Option<Setting> {
        self.pieces.get(node as usize)?.setting
    }

    /// What a piece has without any rule.
    pub(super) fn given(&self, node: Node) -> Verdict {
        self.setting(node).map_or_else(|| self.graph.begin(node), Verdict::from)
    }

    /// Sets a piece, or leaves it to the rules; gives the pieces whose verdict that changes.
    pub(super) fn put(&mut self, node: Node, setting: Option<Setting>) -> Vec<Node> {
        match self.pieces.get_mut(node as usize) {
            Some(piece) if piece.setting != setting => piece.setting = setting,
            _ => return Vec::new(),
        }
        self.settle([node])
    }

    /// Judges these pieces anew, and whatever hangs on them, circle by circle.
    fn settle(&mut self, nodes: impl IntoIterator<Item = Node>) -> Vec<Node> {
        let graph = Rc::clone(&self.graph);
        let mut waiting: BinaryHeap<Reverse<(u32, Node)>> =
            nodes.into_iter().map(|node| Reverse((graph.circle_of(node), node))).collect();
        let mut changed = Vec::new();
        while let Some(Reverse((circle, node))) = waiting.pop() {
            let mut dirty = vec![node];
            while let Some(Reverse((_, node))) = waiting.peek().copied().filter(|Reverse((next, _))| *next == circle) {
                waiting.pop();
                dirty.push(node);
            }
            let touched = if graph.tangled.get(circle as usize) == Some(&true) {
                self.judge_tangle(&graph, circle)
            } else {
                self.judge(&graph, circle, dirty)
            };
            for node in touched {
                let before = self.pieces.get_mut(node as usize).and_then(|piece| piece.before.take());
                let other = before != Some(self.verdict(node));
                // A threat or doubt reads the setting itself: one that is set acts otherwise with the same verdict.
                let acts = |edge: &Edge| other || matches!(edge.rule, Rule::Threat | Rule::Doubt);
                let beyond = graph.rules_from(node).map(|(_, edge)| edge).filter(|edge| acts(edge));
                let beyond = beyond.map(|edge| Reverse((graph.circle_of(edge.to), edge.to)));
                waiting.extend(beyond.filter(|Reverse((other, _))| *other != circle));
                if other {
                    changed.push(node);
                }
            }
        }
        changed
    }

    /// Takes back what rests on the dirty pieces, and spreads what the rules then give. Gives all that was touched.
    fn judge(&mut self, graph: &Graph, circle: u32, dirty: Vec<Node>) -> Vec<Node> {
        let mut touched = self.take_back(graph, circle, dirty);
        let mut waiting = VecDeque::new();
        for node in touched.clone() {
            for (at, edge) in graph.rules_to(node) {
                self.apply(graph, at, edge);
            }
            waiting.push_back(node);
        }
        while let Some(node) = waiting.pop_front() {
            for (at, edge) in graph.rules_from(node).filter(|(_, edge)| graph.circle_of(edge.to) == circle) {
                let before = self.verdict(edge.to);
                if self.apply(graph, at, edge) {
                    if self.note(edge.to, before) {
                        touched.push(edge.to);
                    }
                    waiting.push_back(edge.to);
                }
            }
        }
        touched
    }

    /// Sets the dirty pieces back to what they are given, with everything in the circle that rests on them.
    fn take_back(&mut self, graph: &Graph, circle: u32, dirty: Vec<Node>) -> Vec<Node> {
        let mut touched = Vec::new();
        let mut waiting = dirty;
        while let Some(node) = waiting.pop() {
            if !self.note(node, self.verdict(node)) {
                continue;
            }
            touched.push(node);
            self.write(graph, node, self.given(node), Ground::Given);
            for (at, edge) in graph.rules_from(node).filter(|(_, edge)| graph.circle_of(edge.to) == circle) {
                let rests = match self.pieces.get(edge.to as usize).map(|piece| piece.ground) {
                    Some(Ground::Edge(ground)) => ground == at,
                    Some(Ground::Supports) => edge.rule == Rule::Support,
                    _ => false,
                };
                if rests {
                    waiting.push(edge.to);
                }
            }
        }
        touched
    }

    /// Applies one rule; whether that made a verdict graver.
    fn apply(&mut self, graph: &Graph, at: u32, edge: &Edge) -> bool {
        let Some(to) = self.pieces.get(edge.to as usize).filter(|to| to.setting.is_none()) else { return false };
        let (follows, ground) = match edge.rule {
            Rule::Support => ((to.supports == to.gone).then_some(Verdict::Unsupported), Ground::Supports),
            _ => (self.follows(edge, self.verdict(edge.from)), Ground::Edge(at)),
        };
        match follows {
            Some(verdict) if verdict > to.verdict => {
                self.write(graph, edge.to, verdict, ground);
                true
            }
            _ => false,
        }
    }

    /// What one rule gives by itself, where its source has this verdict. Supports count together, so not here.
    pub(super) fn follows(&self, edge: &Edge, from: Verdict) -> Option<Verdict> {
        match edge.rule {
            Rule::Need | Rule::Side => match from {
                Verdict::Holds => None,
                Verdict::Open | Verdict::NoLongerOwed => Some(Verdict::Open),
                Verdict::Unsupported | Verdict::Fails => Some(from),
            },
            Rule::Whole => Some(from),
            Rule::Prevent => (from == Verdict::Holds).then_some(Verdict::Fails),
            Rule::Exchange | Rule::Void => (from == Verdict::Fails).then_some(Verdict::NoLongerOwed),
            Rule::Threat | Rule::Doubt => match self.setting(edge.from) {
                Some(Setting::Holds) if edge.rule == Rule::Threat => Some(Verdict::Fails),
                Some(Setting::Fails) => None,
                _ => edge.opens.then_some(Verdict::Open),
            },
            Rule::Support => None,
        }
    }

    /// How many rules support a piece, and how many of them are gone.
    pub(super) fn supports(&self, node: Node) -> (u32, u32) {
        self.pieces.get(node as usize).map_or((0, 0), |piece| (piece.supports, piece.gone))
    }

    /// A circle in which something turns itself over is judged as a whole.
    fn judge_tangle(&mut self, graph: &Graph, circle: u32) -> Vec<Node> {
        let nodes: Vec<Node> = (0..graph.len() as Node).filter(|node| graph.circle_of(*node) == circle).collect();
        let verdicts = tangle::judge(self, graph, circle, &nodes);
        for (node, verdict) in nodes.iter().zip(verdicts) {
            self.note(*node, self.verdict(*node));
            self.write(graph, *node, verdict, Ground::Given);
        }
        nodes
    }

    /// Notes the verdict before the change, once; whether it was not noted yet.
    fn note(&mut self, node: Node, verdict: Verdict) -> bool {
        match self.pieces.get_mut(node as usize) {
            Some(piece) if piece.before.is_none() => {
                piece.before = Some(verdict);
                true
            }
            _ => false,
        }
    }

    /// Writes a verdict, and counts what it leaves of the support of others.
    fn write(&mut self, graph: &Graph, node: Node, verdict: Verdict, ground: Ground) {
        let Some(piece) = self.pieces.get_mut(node as usize) else { return };
        let before = piece.verdict;
        (piece.verdict, piece.ground) = (verdict, ground);
        if is_gone(before) == is_gone(verdict) {
            return;
        }
        for (_, edge) in graph.rules_from(node).filter(|(_, edge)| edge.rule == Rule::Support) {
            if let Some(piece) = self.pieces.get_mut(edge.to as usize) {
                piece.gone = if is_gone(verdict) { piece.gone + 1 } else { piece.gone.saturating_sub(1) };
            }
        }
    }
}

/// Whether nothing can be built on a piece any more. What is no longer owed may still be done.
pub(super) fn is_gone(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Unsupported | Verdict::Fails)
}
