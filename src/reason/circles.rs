//! Which pieces hang on each other in a circle, and in what order the circles come.

use crate::deal::gather::Gather;
use crate::deal::pace::Pace;

use super::graph::{Edge, Graph, Node};
use super::verdict::Verdict;
use super::why::Rule;

/// Whether their order matters: where a piece that may hold without being set turns another over. Else all pieces are one
/// circle, which the order of rules cannot change.
pub(super) fn matter(graph: &Graph) -> bool {
    graph.edges.iter().any(|edge| turns(graph, edge))
}

fn turns(graph: &Graph, edge: &Edge) -> bool {
    edge.rule == Rule::Prevent && graph.begin(edge.from) == Verdict::Holds
}

/// Takes over the numbers of the circles, once all have one.
#[inline(never)]
pub(super) fn take(graph: &mut Graph, numbers: &mut Numbers) {
    let Numbers { place, done, .. } = std::mem::take(numbers);
    graph.circle = place;
    for place in &mut graph.circle {
        *place = done - (NEW - *place);
    }
    let mut tangled = vec![false; done as usize];
    for edge in graph.edges.iter().filter(|edge| turns(graph, edge)) {
        let circle = at(&graph.circle, edge.from);
        if circle == at(&graph.circle, edge.to)
            && let Some(tangled) = tangled.get_mut(circle as usize)
        {
            *tangled = true;
        }
    }
    graph.tangled = tangled;
    seat(graph);
}

/// Numbers the pieces that lie in tangled circles: guesses are kept for no others, which may be nearly all.
fn seat(graph: &mut Graph) {
    if !graph.tangled.contains(&true) {
        return;
    }
    let mut next = 0..;
    let is_tangled = |node: Node| graph.tangled.get(graph.circle_of(node) as usize) == Some(&true);
    let mut seats = Vec::with_capacity(graph.len());
    (0..graph.len() as Node).map(|node| if is_tangled(node) { next.next() } else { None }).add_to(&mut seats);
    graph.seats = seats;
}

/// Not met yet.
const NEW: u32 = u32::MAX;

/// The circles as far as they are numbered.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    /// Those not done are numbered as they are met; done ones have circles from the end, which are no less than there
    /// are pieces.
    place: Vec<u32>,
    root: Node,
    met: u32,
    done: u32,
    path: Vec<(Node, u32)>,
    open: Vec<Node>,
    borders: Vec<u32>,
}

impl Numbers {
    /// Of so many pieces.
    pub(super) fn of(count: usize) -> Self {
        Self { place: vec![NEW; count], ..Self::default() }
    }
}

/// Gives each piece the number of its circle, a smaller one than of what its rules lead to beyond; whether that is done.
///
/// Strongly connected components along one path, without recursion (Gabow, "Path-based depth-first search for strong and
/// biconnected components", Information Processing Letters 74, 2000). They are found with what rules lead to before what
/// they come from, so they are numbered from the end.
#[inline(never)]
pub(super) fn number(graph: &Graph, numbers: &mut Numbers, pace: &Pace) -> bool {
    let Numbers { place, root, met, done, path, open, borders } = numbers;
    while pace.step() {
        let Some((node, next)) = path.pop() else {
            let new = (*root..place.len() as Node).find(|root| at(place, *root) == NEW);
            let Some(new) = new else { return true };
            *root = new + 1;
            path.push((new, 0));
            continue;
        };
        if next == 0 {
            put(place, node, *met);
            borders.push(*met);
            open.push(node);
            *met += 1;
        }
        let Some(to) = graph.leads_to(node, next) else {
            // All that leads on is done. Where nothing led back before it, its circle is whole.
            if borders.last() == Some(&at(place, node)) {
                borders.pop();
                while let Some(member) = open.pop() {
                    pace.pay(1);
                    put(place, member, NEW - 1 - *done);
                    if member == node {
                        break;
                    }
                }
                *done += 1;
            }
            continue;
        };
        path.push((node, next + 1));
        match at(place, to) {
            NEW => path.push((to, 0)),
            circle if circle >= NEW - *done => {}
            // It leads back: what was met since is in one circle with it.
            back => {
                while borders.last().is_some_and(|border| *border > back) {
                    borders.pop();
                }
            }
        }
    }
    false
}

fn at(places: &[u32], node: Node) -> u32 {
    places.get(node as usize).copied().unwrap_or(0)
}

fn put(places: &mut [u32], node: Node, number: u32) {
    if let Some(place) = places.get_mut(node as usize) {
        *place = number;
    }
}
