//! Judging the pieces of one circle: what rests on a change is taken back, and the rules are spread anew from there.
//!
//! A tangled circle is judged in several layers, each with a guess of what holds; else there is one, without a guess.

use crate::deal::gather::Gather;
use crate::deal::pace::Pace;

use super::graph::{Edge, Graph, Node};
use super::spread::{Ground, Spread, is_gone};
use super::verdict::{Setting, Verdict};
use super::why::Rule;

/// Where a circle is judged.
#[derive(Debug, Clone, Copy)]
pub(super) struct Layer {
    pub(super) circle: u32,
    /// The layer that is written; the first one holds the verdicts, those behind it what follows from a guess.
    pub(super) own: usize,
    /// The layer that is the guess; `None` for the guess that nothing holds.
    pub(super) guess: Option<usize>,
}

/// How far a circle is judged; empty while none is.
#[derive(Debug, Default)]
pub(super) struct Judging {
    stage: u8,
    /// The next piece of those that the stage goes through.
    at: usize,
    /// How many of those touched were taken back.
    taken: usize,
    touched: Vec<Node>,
    waiting: Vec<Node>,
}

impl Spread {
    /// Judges dirty pieces of a circle anew, and what hangs on them there. Gives all that was touched with its verdict
    /// before; `None` where it pauses.
    pub(super) fn judge(
        &mut self,
        graph: &Graph,
        layer: Layer,
        dirty: &[Node],
        work: &mut Judging,
        pace: &Pace,
    ) -> Option<Vec<(Node, Verdict)>> {
        if work.stage == 0 {
            // Before anything is written: what still has its ground keeps all that rests on it.
            dirty.iter().copied().filter(|node| !self.stands(graph, layer, *node)).add_to(&mut work.waiting);
            pace.pay(dirty.len());
            work.stage = 1;
        }
        if work.stage == 1 {
            if !self.take_back(graph, layer, work, pace) {
                return None;
            }
            work.taken = work.touched.len();
            work.waiting.extend_from_slice(&work.touched);
            work.stage = 2;
        }
        while work.stage == 2 {
            let again = match work.at.checked_sub(work.taken) {
                Some(at) => dirty.get(at),
                None => work.touched.get(work.at),
            };
            let Some(node) = again.copied() else {
                (work.stage, work.at) = (3, 0);
                break;
            };
            if !pace.step() {
                return None;
            }
            work.at += 1;
            for (at, edge) in graph.rules_to(node) {
                self.apply(graph, layer, at, edge, work);
                pace.pay(1);
            }
        }
        while let Some(node) = work.waiting.get(work.at).copied() {
            if !pace.step() {
                return None;
            }
            work.at += 1;
            for (at, edge) in graph.rules_from(node).filter(|(_, edge)| graph.circle_of(edge.to) == layer.circle) {
                self.apply(graph, layer, at, edge, work);
                pace.pay(1);
            }
        }
        (work.stage, work.at) = (0, 0);
        work.waiting.clear();
        pace.pay(work.touched.len());
        let before = |node: Node| Some((node, self.before.get_mut(node as usize)?.take()?));
        Some(work.touched.drain(..).filter_map(before).gather())
    }

    /// Whether what the verdict rests on is still there.
    fn stands(&self, graph: &Graph, layer: Layer, node: Node) -> bool {
        let Some(piece) = self.piece(layer.own, node) else { return true };
        let ruled = self.setting(node).is_none();
        match piece.ground() {
            Ground::Given => piece.verdict == self.given(node),
            Ground::Supports => ruled && graph.supports(node) == piece.gone(),
            Ground::Edge(at) => {
                let gives = |edge: &Edge| self.follows(edge, self.read(graph, layer, edge)) >= Some(piece.verdict);
                ruled && graph.edges.get(at as usize).is_some_and(gives)
            }
        }
    }

    /// Sets pieces back to what they are given, with everything in the circle that rests on them; whether that is done.
    fn take_back(&mut self, graph: &Graph, layer: Layer, work: &mut Judging, pace: &Pace) -> bool {
        while let Some(node) = work.waiting.last().copied() {
            if !pace.step() {
                return false;
            }
            work.waiting.pop();
            if !self.note(layer, node) {
                continue;
            }
            work.touched.push(node);
            self.write(graph, layer, node, self.given(node), Ground::Given);
            for (at, edge) in graph.rules_from(node).filter(|(_, edge)| graph.circle_of(edge.to) == layer.circle) {
                let rests = match self.piece(layer.own, edge.to).map(|piece| piece.ground()) {
                    // What is guessed does not change with this layer.
                    Some(Ground::Edge(ground)) => ground == at && !(edge.rule == Rule::Prevent && layer.own > 0),
                    Some(Ground::Supports) => edge.rule == Rule::Support,
                    _ => false,
                };
                if rests {
                    work.waiting.push(edge.to);
                }
                pace.pay(1);
            }
        }
        true
    }

    /// Applies one rule. Where that makes a verdict graver, the piece is touched, and waits to act on others.
    fn apply(&mut self, graph: &Graph, layer: Layer, at: u32, edge: &Edge, work: &mut Judging) {
        let Some(to) = self.piece(layer.own, edge.to).filter(|_| self.setting(edge.to).is_none()) else { return };
        let (follows, ground) = match edge.rule {
            Rule::Support => ((graph.supports(edge.to) == to.gone()).then_some(Verdict::Unsupported), Ground::Supports),
            _ => (self.follows(edge, self.read(graph, layer, edge)), Ground::Edge(at)),
        };
        if let Some(verdict) = follows.filter(|verdict| *verdict > to.verdict) {
            if self.note(layer, edge.to) {
                work.touched.push(edge.to);
            }
            self.write(graph, layer, edge.to, verdict, ground);
            work.waiting.push(edge.to);
        }
    }

    /// The verdict on a rule's source, as this layer has it: from outside of the circle it is settled, and what turns
    /// over within it is read from the guess.
    fn read(&self, graph: &Graph, layer: Layer, edge: &Edge) -> Verdict {
        if layer.own == 0 || graph.circle_of(edge.from) != layer.circle {
            return self.verdict(edge.from);
        }
        match (edge.rule, self.setting(edge.from)) {
            // What is set is no guess.
            (Rule::Prevent, Some(setting)) => setting.into(),
            (Rule::Prevent, None) => layer.guess.map_or(Verdict::Fails, |guess| self.at(guess, edge.from)),
            _ => self.at(layer.own, edge.from),
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

    /// Notes the verdict before the change, once; whether it was not noted yet.
    fn note(&mut self, layer: Layer, node: Node) -> bool {
        let verdict = self.at(layer.own, node);
        let Some(before) = self.before.get_mut(node as usize).filter(|before| before.is_none()) else { return false };
        *before = Some(verdict);
        self.effort += 1;
        self.keep(layer, node);
        true
    }

    /// Writes a verdict, and counts what it leaves of the support of others: within its own layer, and where the verdict
    /// is settled, in all layers of the circles beyond.
    pub(super) fn write(&mut self, graph: &Graph, layer: Layer, node: Node, verdict: Verdict, ground: Ground) {
        let Some(piece) = self.piece_mut(layer.own, node) else { return };
        let before = piece.verdict;
        piece.verdict = verdict;
        piece.rest_on(ground);
        if is_gone(before) == is_gone(verdict) {
            return;
        }
        for (_, edge) in graph.rules_from(node).filter(|(_, edge)| edge.rule == Rule::Support) {
            let beyond = graph.circle_of(edge.to) != layer.circle;
            let layers = match (layer.own, beyond) {
                (0, true) => 0..self.layers.len(),
                (_, true) => continue,
                (own, false) => own..own + 1,
            };
            for layer in layers {
                if let Some(piece) = self.piece_mut(layer, edge.to) {
                    piece.count(is_gone(verdict));
                }
            }
        }
    }
}
