//! A spanning tree whose branches are known by number, so that one look says on which side of an arrow a piece is.
//!
//! Each branch has the numbers from `low` of its root to the root's own, in the order in which a walk leaves the pieces
//! (Gansner and others call the latter `lim`). What pulls at a branch is the sum over its pieces of arrows out less
//! arrows in, since those within it cancel: the cut value is that sum, or its negative, by the direction of the arrow.

use super::lists::{Lists, at, put};

/// No piece.
const NONE: u32 = u32::MAX;

/// What is known of a piece.
#[derive(Clone, Copy)]
struct Node {
    parent: u32,
    /// The first of its children, and its neighbours among those of its parent.
    child: u32,
    next: u32,
    before: u32,
    low: u32,
    own: u32,
    /// Whether the arrow to its parent leads there.
    leads_up: bool,
    /// Arrows out less arrows in, of the piece and of its branch.
    pull: i32,
    sum: i32,
}

impl Default for Node {
    fn default() -> Self {
        let (pull, sum) = (0, 0);
        Self { parent: NONE, child: NONE, next: NONE, before: NONE, low: 0, own: 0, leads_up: false, pull, sum }
    }
}

/// The tree.
pub(super) struct Tree {
    nodes: Vec<Node>,
    /// The pieces by their numbers.
    order: Vec<u32>,
    /// How many pieces were numbered so far.
    pub(super) work: u64,
}

impl Tree {
    /// Of these arrows, whose ends stand in layers that follow each other, with the first piece as its root.
    pub(super) fn of(arrows: &[(u32, u32)], pulls: Vec<i32>, ranks: &[i32]) -> Self {
        let nodes: Vec<Node> = pulls.into_iter().map(|pull| Node { pull, ..Node::default() }).collect();
        let mut both = Vec::with_capacity(arrows.len() * 2);
        for (one, other) in arrows {
            both.extend([(*one, *other), (*other, *one)]);
        }
        let (beside, order) = (Lists::of(nodes.len(), &both), vec![0; nodes.len()]);
        let mut tree = Self { nodes, order, work: 0 };
        let mut waiting = vec![0];
        while let Some(node) = waiting.pop() {
            let parent = tree.node(node).parent;
            for child in beside.list(node).iter().filter(|child| **child != parent) {
                tree.hang(*child, node, at(ranks, *child) < at(ranks, node));
                waiting.push(*child);
            }
        }
        tree.number(0);
        tree
    }

    fn node(&self, node: u32) -> Node {
        at(&self.nodes, node)
    }

    fn change(&mut self, node: u32, change: impl FnOnce(&mut Node)) {
        if let Some(node) = self.nodes.get_mut(node as usize) {
            change(node);
        }
    }

    /// How many arrows more go with the arrow to the parent than against it, over the cut that it makes.
    pub(super) fn cut(&self, node: u32) -> i32 {
        let node = self.node(node);
        match (node.parent == NONE, node.leads_up) {
            (true, _) => 0,
            (_, true) => node.sum,
            (_, false) => -node.sum,
        }
    }

    pub(super) fn leads_up(&self, node: u32) -> bool {
        self.node(node).leads_up
    }

    /// Whether a piece is in a branch.
    pub(super) fn is_within(&self, node: u32, branch: u32) -> bool {
        let (own, branch) = (self.node(node).own, self.node(branch));
        branch.low <= own && own <= branch.own
    }

    /// Whether a branch is the smaller side of its cut.
    pub(super) fn is_small(&self, branch: u32) -> bool {
        let branch = self.node(branch);
        (branch.own - branch.low) as usize <= self.nodes.len() / 2
    }

    /// The pieces of a branch, or all others.
    pub(super) fn side(&self, branch: u32, inside: bool) -> [&[u32]; 2] {
        let branch = self.node(branch);
        let (low, end) = (branch.low as usize, branch.own as usize + 1);
        let part = |range: std::ops::Range<usize>| self.order.get(range).unwrap_or_default();
        if inside { [part(low..end), &[]] } else { [part(0..low), part(end..self.order.len())] }
    }

    /// Hangs a branch, by the piece of it that is `inside`, to one that is not, by an arrow of the other direction.
    pub(super) fn exchange(&mut self, branch: u32, inside: u32, outside: u32) {
        let (mut node, mut parent) = (inside, outside);
        let mut leads_up = !self.leads_up(branch);
        let mut top = self.node(branch).parent;
        // What was above the new root of the branch hangs below it now.
        loop {
            let old = self.node(node);
            self.take_off(node);
            self.hang(node, parent, leads_up);
            if node == branch {
                break;
            }
            (parent, node, leads_up) = (node, old.parent, !old.leads_up);
        }
        while top != NONE && !self.is_within(outside, top) {
            top = self.node(top).parent;
        }
        self.number(top);
    }

    fn hang(&mut self, node: u32, parent: u32, leads_up: bool) {
        let next = self.node(parent).child;
        self.change(node, |node| {
            (node.parent, node.leads_up, node.next, node.before) = (parent, leads_up, next, NONE);
        });
        self.change(next, |next| next.before = node);
        self.change(parent, |parent| parent.child = node);
    }

    fn take_off(&mut self, node: u32) {
        let Node { parent, next, before, .. } = self.node(node);
        self.change(next, |next| next.before = before);
        if before == NONE {
            self.change(parent, |parent| parent.child = next);
        } else {
            self.change(before, |before| before.next = next);
        }
    }

    /// Numbers a branch anew, and sums up what pulls at its branches. It has the same pieces as before.
    fn number(&mut self, top: u32) {
        let (mut node, mut number) = (top, self.node(top).low);
        loop {
            // Down to the first leaf …
            loop {
                self.change(node, |node| (node.low, node.sum) = (number, node.pull));
                let child = self.node(node).child;
                if child == NONE {
                    break;
                }
                node = child;
            }
            // … and up until there is something beside.
            loop {
                self.change(node, |node| node.own = number);
                put(&mut self.order, number, node);
                number += 1;
                self.work += 1;
                if node == top || number as usize > self.order.len() {
                    return;
                }
                let Node { parent, next, sum, .. } = self.node(node);
                self.change(parent, |parent| parent.sum += sum);
                if next != NONE {
                    node = next;
                    break;
                }
                node = parent;
            }
        }
    }
}
