//! Spreading: from what is set to what follows, at a cost that goes with what changes.

use crate::deal::gather::Gather;
use crate::deal::pace::Pace;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::rc::Rc;

use super::graph::{Edge, Graph, Node, by_node, in_order};
use super::judge::Layer;
use super::tangle::{self, Tail, Undo};
use super::verdict::{Setting, Verdict};
use super::why::Rule;

/// What a verdict rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    /// What it began with, or what the reader set.
    Given,
    /// The rule with this number.
    Edge(u32),
    /// That nothing is left of what supports it.
    Supports,
}

/// What is kept of one piece in one layer, in eight bytes: of a large deal there are millions.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub(super) verdict: Verdict,
    /// Three bytes of a number: each rule that supports is a link, and a document has room for a few million.
    gone: [u8; 3],
    /// The number of a rule, or one that no rule has.
    ground: u32,
}

impl Piece {
    const GIVEN: u32 = u32::MAX;
    const SUPPORTS: u32 = u32::MAX - 1;

    fn new(verdict: Verdict) -> Self {
        Self { verdict, gone: [0; 3], ground: Self::GIVEN }
    }

    /// What the verdict rests on.
    pub(super) fn ground(self) -> Ground {
        match self.ground {
            Self::GIVEN => Ground::Given,
            Self::SUPPORTS => Ground::Supports,
            at => Ground::Edge(at),
        }
    }

    pub(super) fn rest_on(&mut self, ground: Ground) {
        self.ground = match ground {
            Ground::Given => Self::GIVEN,
            Ground::Supports => Self::SUPPORTS,
            Ground::Edge(at) => at,
        };
    }

    /// From how many of the rules that support it nothing is to be had any more.
    pub(super) fn gone(self) -> u32 {
        let [low, middle, high] = self.gone;
        u32::from_le_bytes([low, middle, high, 0])
    }

    /// One more of them is gone, or is there again.
    pub(super) fn count(&mut self, is_gone: bool) {
        let gone = self.gone();
        let [low, middle, high, _] = if is_gone { gone + 1 } else { gone.saturating_sub(1) }.to_le_bytes();
        self.gone = [low, middle, high];
    }
}

/// The settings and verdicts of all pieces.
#[derive(Debug, Clone)]
pub(super) struct Spread {
    pub(super) graph: Rc<Graph>,
    pub(super) settings: Vec<Option<Setting>>,
    /// The verdicts; behind them, where there are tangled circles, those of their guesses, by the seats of their pieces.
    pub(super) layers: Vec<Vec<Piece>>,
    /// What goes on beyond the guesses kept, for each tangled circle, in order.
    pub(super) tails: Vec<(u32, Tail)>,
    /// What is written over, while it is to be taken back.
    pub(super) log: Option<Vec<Undo>>,
    /// While a layer is judged anew: the verdict before, of each piece that is touched.
    pub(super) before: Vec<Option<Verdict>>,
    /// How often a piece was judged so far.
    pub(super) effort: u64,
}

impl Spread {
    /// Nothing set: as reported.
    pub(super) async fn new(graph: Rc<Graph>, pace: &Pace) -> Self {
        let count = graph.len();
        let mut pieces: Vec<Piece> = Vec::with_capacity(count);
        (0..count as Node).map(|node| Piece::new(graph.begin(node))).add_to(&mut pieces);
        let seated = pieces.iter().zip(&graph.seats).filter(|(_, seat)| seat.is_some()).map(|(piece, _)| *piece);
        let seated: Vec<Piece> = seated.gather();
        pace.pay(count);
        let mut layers = vec![seated; if graph.seats.is_empty() { 0 } else { tangle::KEPT }];
        layers.insert(0, pieces);
        let (settings, before) = (vec![None; count], vec![None; count]);
        let mut spread = Self { graph, settings, layers, tails: Vec::new(), log: None, before, effort: 0 };
        spread.begin(pace).await;
        spread
    }

    /// Judges all pieces for the first time, circle by circle.
    async fn begin(&mut self, pace: &Pace) {
        let graph = Rc::clone(&self.graph);
        let (starts, nodes) = by_node(graph.tangled.len(), graph.len(), &|at| graph.circle_of(at as Node));
        for (circle, ends) in (0..).zip(starts.windows(2)) {
            if let [start, end] = ends {
                let members = nodes.get(*start as usize..*end as usize).unwrap_or_default();
                self.judge_circle(&graph, circle, members, pace).await;
            }
        }
    }

    /// Gives what was touched with its verdict before.
    async fn judge_circle(&mut self, graph: &Graph, circle: u32, dirty: &[Node], pace: &Pace) -> Vec<(Node, Verdict)> {
        if graph.tangled.get(circle as usize) == Some(&true) {
            self.judge_tangle(graph, circle, dirty, pace).await
        } else {
            self.judge(graph, Layer { circle, own: 0, guess: None }, dirty, pace).await
        }
    }

    pub(super) fn verdict(&self, node: Node) -> Verdict {
        self.at(0, node)
    }

    /// The verdict in one layer.
    pub(super) fn at(&self, layer: usize, node: Node) -> Verdict {
        self.piece(layer, node).map_or(Verdict::Open, |piece| piece.verdict)
    }

    pub(super) fn piece(&self, layer: usize, node: Node) -> Option<&Piece> {
        self.layers.get(layer)?.get(self.place(layer, node)?)
    }

    pub(super) fn piece_mut(&mut self, layer: usize, node: Node) -> Option<&mut Piece> {
        let place = self.place(layer, node)?;
        self.layers.get_mut(layer)?.get_mut(place)
    }

    /// Where a piece stands in a layer.
    fn place(&self, layer: usize, node: Node) -> Option<usize> {
        if layer == 0 { Some(node as usize) } else { self.graph.seat(node) }
    }

    pub(super) fn setting(&self, node: Node) -> Option<Setting> {
        self.settings.get(node as usize).copied().flatten()
    }

    /// What a piece has without any rule.
    pub(super) fn given(&self, node: Node) -> Verdict {
        self.setting(node).map_or_else(|| self.graph.begin(node), Verdict::from)
    }

    /// Sets a piece, or leaves it to the rules; gives the pieces whose verdict that changes, in order.
    pub(super) async fn put(&mut self, node: Node, setting: Option<Setting>, pace: &Pace) -> Vec<Node> {
        match self.settings.get_mut(node as usize) {
            Some(place) if *place != setting => *place = setting,
            _ => return Vec::new(),
        }
        // These read the setting itself: with the same verdict, one that is set acts otherwise.
        let graph = Rc::clone(&self.graph);
        let reads = |edge: &&Edge| matches!(edge.rule, Rule::Threat | Rule::Doubt | Rule::Prevent);
        let readers = graph.rules_from(node).map(|(_, edge)| edge).filter(reads).map(|edge| edge.to);
        let changed = self.settle(&graph, readers.chain([node]).gather(), pace).await;
        pace.pay(changed.len());
        in_order(changed, graph.len())
    }

    /// Judges these pieces anew, and whatever hangs on them, circle by circle.
    async fn settle(&mut self, graph: &Graph, nodes: Vec<Node>, pace: &Pace) -> Vec<Node> {
        let mut waiting = BinaryHeap::new();
        pace.pay(nodes.len());
        for node in nodes {
            waiting.push(Reverse((graph.circle_of(node), node)));
        }
        let mut changed = Vec::new();
        while let Some(Reverse((circle, node))) = waiting.pop() {
            let mut dirty = vec![node];
            while let Some(Reverse((_, node))) = waiting.peek().copied().filter(|Reverse((next, _))| *next == circle) {
                waiting.pop();
                if dirty.last() != Some(&node) {
                    dirty.push(node);
                }
            }
            let touched = self.judge_circle(graph, circle, &dirty, pace).await;
            for (node, _) in touched.into_iter().filter(|(node, before)| *before != self.verdict(*node)) {
                let beyond = graph.rules_from(node).map(|(_, edge)| Reverse((graph.circle_of(edge.to), edge.to)));
                beyond.filter(|Reverse((other, _))| *other != circle).for_each(|there| waiting.push(there));
                changed.push(node);
                pace.pay(1);
            }
        }
        changed
    }
}

/// Whether nothing can be built on a piece any more. What is no longer owed may still be done.
pub(super) fn is_gone(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Unsupported | Verdict::Fails)
}
