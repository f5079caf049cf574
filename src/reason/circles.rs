//! Which pieces hang on each other in a circle, and in what order the circles come.

use crate::deal::gather::Gather;
use crate::deal::pace::Pace;

use super::graph::{Graph, Node};
use super::verdict::Verdict;
use super::why::Rule;

/// Numbers the circles, where their order matters: where a piece that may hold without being set turns another over.
/// Else all pieces are one circle, which the order of rules cannot change.
pub(super) async fn find(graph: &mut Graph, pace: &Pace) {
    let live = |graph: &Graph, from: u32| graph.begin(from) == Verdict::Holds;
    if !graph.edges.iter().any(|edge| edge.rule == Rule::Prevent && live(graph, edge.from)) {
        return;
    }
    let count = number(graph, pace).await;
    graph.tangled = vec![false; count as usize];
    for edge in &graph.edges {
        let circle = graph.circle_of(edge.from);
        let within = circle == graph.circle_of(edge.to);
        if edge.rule == Rule::Prevent
            && within
            && live(graph, edge.from)
            && let Some(tangled) = graph.tangled.get_mut(circle as usize)
        {
            *tangled = true;
        }
    }
    seat(graph);
    pace.passed(graph.edges.len()).await;
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

/// Gives each piece the number of its circle, a smaller one than of what its rules lead to beyond; how many there are.
///
/// Strongly connected components along one path, without recursion (Gabow, "Path-based depth-first search for strong and
/// biconnected components", Information Processing Letters 74, 2000). They are found with what rules lead to before what
/// they come from, so they are numbered from the end.
async fn number(graph: &mut Graph, pace: &Pace) -> u32 {
    const NEW: u32 = u32::MAX;
    let count = graph.len() as u32;
    // Those not done are numbered as they are met; done ones have circles from the end, which are no less than `count`.
    let mut place = vec![NEW; graph.len()];
    let (mut met, mut done) = (0, 0);
    let (mut path, mut open, mut borders): (Vec<(Node, u32)>, Vec<Node>, Vec<u32>) = Default::default();
    let mut roots = 0..count;
    pace.until(&mut || {
        let Some((node, next)) = path.pop() else {
            let root = roots.find(|root| at(&place, *root) == NEW);
            path.extend(root.map(|root| (root, 0)));
            return root.is_some();
        };
        if next == 0 {
            put(&mut place, node, met);
            borders.push(met);
            open.push(node);
            met += 1;
        }
        let Some(to) = graph.leads_to(node, next) else {
            // All that leads on is done. Where nothing led back before it, its circle is whole.
            if borders.last() == Some(&at(&place, node)) {
                borders.pop();
                while let Some(member) = open.pop() {
                    pace.pay(1);
                    put(&mut place, member, NEW - 1 - done);
                    if member == node {
                        break;
                    }
                }
                done += 1;
            }
            return true;
        };
        path.push((node, next + 1));
        match at(&place, to) {
            NEW => path.push((to, 0)),
            circle if circle >= NEW - done => {}
            // It leads back: what was met since is in one circle with it.
            back => {
                while borders.last().is_some_and(|border| *border > back) {
                    borders.pop();
                }
            }
        }
        true
    })
    .await;
    for place in &mut place {
        *place = done - (NEW - *place);
    }
    graph.circle = place;
    done
}

fn at(places: &[u32], node: Node) -> u32 {
    places.get(node as usize).copied().unwrap_or(0)
}

fn put(places: &mut [u32], node: Node, number: u32) {
    if let Some(place) = places.get_mut(node as usize) {
        *place = number;
    }
}
