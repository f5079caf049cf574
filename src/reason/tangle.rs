//! A circle in which something that may hold turns its own ground over: the well-founded verdicts.
//!
//! Spread the rules with a guess of what holds: the more is guessed to hold, the more is turned over. Beginning with
//! the guess that nothing holds, each result is the next guess; the results close in from both sides on what is certain
//! to be so grave and what could be (Van Gelder, "The alternating fixpoint of logic programs with negation", J. Computer
//! and System Sciences 47(1), 1993). Where the two meet, that is the verdict; where they do not, it stays open, or as
//! grave as it is certain to be.
//!
//! What a piece rests on may be that others do not prevent it, and they may rest on it: the verdicts alone do not show
//! which came first. The guesses do. So the first few are kept, each in a layer of its own, and a change goes from layer
//! to layer as far as each of them differs from before. Guesses beyond those kept go on in the last two layers, from
//! what turned between one and the next; they are taken back before the next change.

use crate::deal::gather::Gather;
use crate::deal::pace::Pace;

use super::graph::{Graph, Node, in_order};
use super::judge::{Judging, Layer};
use super::spread::{Ground, Spread};
use super::verdict::Verdict;
use super::why::Rule;

/// How many guesses are kept; even, and four at least. The odd ones are what is certain, the even ones what is possible.
pub(super) const KEPT: usize = 8;

/// What goes on beyond the guesses kept.
#[derive(Debug, Clone, Default)]
pub(super) struct Tail {
    /// What turns others over in the last guess kept, and did not two guesses before, or the other way round; in order.
    ahead: Vec<Node>,
    /// What was written in the last two layers since, to be taken back.
    log: Vec<Undo>,
}

/// What stood in a layer.
pub(super) type Undo = (usize, Node, Verdict, Ground);

/// How far a tangled circle is judged; empty while none is.
#[derive(Debug, Default)]
pub(super) struct Tangling {
    /// Which guess is judged, counted from 1; 0 before them.
    guess: usize,
    /// Whether the circle is judged for the first time.
    first: bool,
    /// What the guess is judged by, once that is known.
    anew: Option<Vec<Node>>,
    /// What the guess before turned over, or does no longer.
    turned: Vec<Node>,
    touched: Vec<Node>,
    tail: Tail,
}

impl Spread {
    /// Judges dirty pieces of a tangled circle anew, and what hangs on them there. Gives what has changed with its
    /// verdict before; `None` where it pauses.
    pub(super) fn judge_tangle(
        &mut self,
        graph: &Graph,
        circle: u32,
        dirty: &[Node],
        (work, judging): (&mut Tangling, &mut Judging),
        pace: &Pace,
    ) -> Option<Vec<(Node, Verdict)>> {
        let place = self.tails.partition_point(|(other, _)| *other < circle);
        if work.guess == 0 {
            work.first = self.tails.get(place).is_none_or(|(other, _)| *other != circle);
            if work.first {
                self.tails.insert(place, (circle, Tail::default()));
            }
            work.tail = self.tails.get_mut(place).map(|(_, tail)| std::mem::take(tail)).unwrap_or_default();
            work.touched = dirty.to_vec();
            pace.pay(work.tail.log.len());
            while let Some((own, node, verdict, ground)) = work.tail.log.pop() {
                self.write(graph, Layer { circle, own, guess: None }, node, verdict, ground);
                work.touched.push(node);
            }
            work.guess = 1;
        }
        // Beyond those kept, until nothing turns.
        while work.guess <= KEPT || !work.turned.is_empty() || work.anew.is_some() {
            let (own, before) = (kept(work.guess), work.guess - 1);
            let layer = Layer { circle, own, guess: (before > 0).then(|| kept(before)) };
            let anew = work.anew.take().unwrap_or_else(|| match work.guess {
                2..=KEPT if work.first => self.begin_with_last_but_one(graph, layer, dirty, pace),
                1..=KEPT => work.turned.iter().chain(dirty).copied().gather(),
                _ => std::mem::take(&mut work.turned),
            });
            let Some(changes) = self.judge(graph, layer, &anew, judging, pace) else {
                work.anew = Some(anew);
                return None;
            };
            work.turned = self.turned(graph, layer, &changes, pace);
            if work.guess + 2 >= KEPT {
                changes.iter().map(|(node, _)| *node).add_to(&mut work.touched);
            }
            if work.guess == KEPT {
                let Tail { ahead, log } = &mut work.tail;
                ahead.extend_from_slice(&work.touched);
                pace.pay(ahead.len());
                ahead.retain(|node| self.holds(KEPT, *node) != self.holds(KEPT - 2, *node));
                *ahead = in_order(std::mem::take(ahead), graph.len());
                work.turned = ahead.iter().flat_map(|node| overturned(graph, circle, *node)).gather();
                self.log = Some(std::mem::take(log));
            }
            work.guess += 1;
        }
        let Tangling { mut tail, touched, .. } = std::mem::take(work);
        tail.log = self.log.take().unwrap_or_default();
        if let Some((_, place)) = self.tails.get_mut(place) {
            *place = tail;
        }
        pace.pay(touched.len());
        Some(self.conclude(graph, circle, touched))
    }

    /// For later guesses, notes what is about to be written over.
    pub(super) fn keep(&mut self, layer: Layer, node: Node) {
        let piece = self.piece(layer.own, node).copied();
        if let (Some(log), Some(piece)) = (&mut self.log, piece) {
            log.push((layer.own, node, piece.verdict, piece.ground()));
        }
    }

    /// Where a circle is judged for the first time, each layer begins as the last but one ended: they are alike but for
    /// what their guesses turn over. Gives that.
    fn begin_with_last_but_one(&mut self, graph: &Graph, layer: Layer, nodes: &[Node], pace: &Pace) -> Vec<Node> {
        let before = layer.own.saturating_sub(2).max(1);
        let mut turned = Vec::new();
        pace.pay(nodes.len());
        for node in nodes.iter().copied() {
            let piece = self.piece(before, node).copied();
            if let (Some(place), Some(piece)) = (self.piece_mut(layer.own, node), piece) {
                *place = piece;
            }
            let held = before > 1 && self.holds(before - 1, node);
            if self.holds(layer.own - 1, node) != held {
                overturned(graph, layer.circle, node).add_to(&mut turned);
            }
        }
        turned
    }

    /// What the changes of a layer turn over, or do no longer, where it is the guess.
    fn turned(&self, graph: &Graph, layer: Layer, changes: &[(Node, Verdict)], pace: &Pace) -> Vec<Node> {
        pace.pay(changes.len());
        let turns = |(node, before): &&(Node, Verdict)| (*before == Verdict::Holds) != self.holds(layer.own, *node);
        changes.iter().filter(turns).flat_map(|(node, _)| overturned(graph, layer.circle, *node)).gather()
    }

    fn holds(&self, layer: usize, node: Node) -> bool {
        self.at(layer, node) == Verdict::Holds
    }

    /// Writes what the last two guesses come to.
    fn conclude(&mut self, graph: &Graph, circle: u32, touched: Vec<Node>) -> Vec<(Node, Verdict)> {
        let mut changed = Vec::new();
        for node in touched {
            let (certain, possible, before) = (self.at(KEPT - 1, node), self.at(KEPT, node), self.verdict(node));
            let verdict = if certain == possible { certain } else { Verdict::Open.max(certain) };
            if verdict != before {
                self.write(graph, Layer { circle, own: 0, guess: None }, node, verdict, Ground::Given);
                changed.push((node, before));
            }
        }
        changed
    }
}

/// The layer of a guess: those beyond the ones kept go on in the last two.
fn kept(guess: usize) -> usize {
    if guess <= KEPT { guess } else { KEPT - (guess - KEPT) % 2 }
}

/// What a piece turns over within its circle, where it holds.
fn overturned(graph: &Graph, circle: u32, node: Node) -> impl Iterator<Item = Node> {
    let edges = graph.rules_from(node).map(|(_, edge)| edge);
    edges.filter(move |edge| edge.rule == Rule::Prevent && graph.circle_of(edge.to) == circle).map(|edge| edge.to)
}
