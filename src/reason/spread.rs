//! Spreading: from what is set to what follows, at a cost that goes with what changes.

use crate::deal::gather::Gather;
use crate::deal::pace::Pace;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::rc::Rc;

use super::graph::{Edge, Graph, Node, by_node, in_order};
use super::judge::{Judging, Layer};
use super::tangle::{self, Tail, Tangling, Undo};
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
    /// The change that is under way.
    work: Pending,
}

/// A change that is under way. Nobody else goes on with it: a copy has none.
#[derive(Debug)]
struct Pending(Option<Box<Work>>);

impl Clone for Pending {
    fn clone(&self) -> Self {
        Self(None)
    }
}

/// How far a change is worked out.
#[derive(Debug, Default)]
struct Work {
    waiting: BinaryHeap<Reverse<(u32, Node)>>,
    changed: Vec<Node>,
    /// The circle that is judged, and what of it is dirty; nothing before and between circles.
    circle: u32,
    dirty: Vec<Node>,
    judging: Judging,
    tangling: Tangling,
}

/// All pieces by their circles, while they are judged for the first time.
#[derive(Debug, Default)]
pub(super) struct Beginning {
    starts: Vec<u32>,
    nodes: Vec<Node>,
    work: Work,
}

impl Spread {
    /// Nothing set, nothing judged yet.
    #[inline(never)]
    pub(super) fn new(graph: Rc<Graph>) -> Self {
        let count = graph.len();
        let mut pieces: Vec<Piece> = Vec::with_capacity(count);
        (0..count as Node).map(|node| Piece::new(graph.begin(node))).add_to(&mut pieces);
        let seated = pieces.iter().zip(&graph.seats).filter(|(_, seat)| seat.is_some()).map(|(piece, _)| *piece);
        let seated: Vec<Piece> = seated.gather();
        let mut layers = vec![seated; if graph.seats.is_empty() { 0 } else { tangle::KEPT }];
        layers.insert(0, pieces);
        let (settings, before) = (vec![None; count], vec![None; count]);
        Self { graph, settings, layers, tails: Vec::new(), log: None, before, effort: 0, work: Pending(None) }
    }

    /// What there is to judge for the first time.
    #[inline(never)]
    pub(super) fn beginning(&self) -> Beginning {
        let graph = &self.graph;
        let (starts, nodes) = by_node(graph.tangled.len(), graph.len(), &|at| graph.circle_of(at as Node));
        Beginning { starts, nodes, work: Work::default() }
    }

    /// Judges all pieces for the first time, circle by circle; whether that is done.
    #[inline(never)]
    pub(super) fn begin(&mut self, beginning: &mut Beginning, pace: &Pace) -> bool {
        let graph = Rc::clone(&self.graph);
        let Beginning { starts, nodes, work } = beginning;
        while let (Some(start), Some(end)) = (starts.get(work.circle as usize), starts.get(work.circle as usize + 1)) {
            let members = nodes.get(*start as usize..*end as usize).unwrap_or_default();
            if self.judge_circle(&graph, work.circle, members, (&mut work.tangling, &mut work.judging), pace).is_none()
            {
                return false;
            }
            work.circle += 1;
        }
        true
    }

    /// Gives what was touched with its verdict before; `None` where it pauses.
    fn judge_circle(
        &mut self,
        graph: &Graph,
        circle: u32,
        dirty: &[Node],
        work: (&mut Tangling, &mut Judging),
        pace: &Pace,
    ) -> Option<Vec<(Node, Verdict)>> {
        if graph.tangled.get(circle as usize) == Some(&true) {
            self.judge_tangle(graph, circle, dirty, work, pace)
        } else {
            self.judge(graph, Layer { circle, own: 0, guess: None }, dirty, work.1, pace)
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

    /// Sets a piece, or leaves it to the rules; gives the pieces whose verdict that changes, in order. Where it pauses,
    /// `None`: it goes on with the same.
    pub(super) fn put(&mut self, node: Node, setting: Option<Setting>, pace: &Pace) -> Option<Vec<Node>> {
        let graph = Rc::clone(&self.graph);
        let begun = self.work.0.take();
        if begun.is_none() {
            match self.settings.get_mut(node as usize) {
                Some(place) if *place != setting => *place = setting,
                _ => return Some(Vec::new()),
            }
        }
        let mut work = begun.unwrap_or_else(|| {
            let mut work = Box::<Work>::default();
            // These read the setting itself: with the same verdict, one that is set acts otherwise.
            let reads = |edge: &&Edge| matches!(edge.rule, Rule::Threat | Rule::Doubt | Rule::Prevent);
            let readers = graph.rules_from(node).map(|(_, edge)| edge).filter(reads).map(|edge| edge.to);
            readers.chain([node]).for_each(|node| {
                work.waiting.push(Reverse((graph.circle_of(node), node)));
                pace.pay(1);
            });
            work
        });
        if !self.settle(&graph, &mut work, pace) {
            self.work.0 = Some(work);
            return None;
        }
        pace.pay(work.changed.len());
        Some(in_order(work.changed, graph.len()))
    }

    /// Judges what waits anew, and whatever hangs on it, circle by circle; whether that is done.
    fn settle(&mut self, graph: &Graph, work: &mut Work, pace: &Pace) -> bool {
        let Work { waiting, changed, circle, dirty, judging, tangling } = work;
        loop {
            if dirty.is_empty() {
                let Some(Reverse((next, node))) = waiting.pop() else { return true };
                *circle = next;
                dirty.push(node);
                while let Some(Reverse((_, node))) = waiting.peek().copied().filter(|Reverse((it, _))| it == circle) {
                    waiting.pop();
                    if dirty.last() != Some(&node) {
                        dirty.push(node);
                    }
                }
            }
            let touched = self.judge_circle(graph, *circle, dirty, (&mut *tangling, &mut *judging), pace);
            let Some(touched) = touched else { return false };
            dirty.clear();
            for (node, _) in touched.into_iter().filter(|(node, before)| *before != self.verdict(*node)) {
                let beyond = graph.rules_from(node).map(|(_, edge)| Reverse((graph.circle_of(edge.to), edge.to)));
                beyond.filter(|Reverse((other, _))| other != circle).for_each(|there| waiting.push(there));
                changed.push(node);
                pace.pay(1);
            }
        }
    }
}

/// Whether nothing can be built on a piece any more. What is no longer owed may still be done.
pub(super) fn is_gone(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Unsupported | Verdict::Fails)
}
