//! What hangs together.

/// The parts that no tie connects: lists of nodes, each in the order of a walk outwards from its best connected node, the
/// part of that node's neighbours first; the parts in the order of size, equal ones in the order given.
///
/// Ends that are no nodes are passed over.
pub(super) fn parts(count: usize, ties: &[(u32, u32)]) -> Vec<Vec<u32>> {
    let near = Neighbours::new(count, ties);
    let mut seeds: Vec<u32> = (0..count as u32).collect();
    seeds.sort_by_key(|node| std::cmp::Reverse(near.of(*node).len()));
    let mut seen = vec![false; count];
    let mut parts: Vec<Vec<u32>> = Vec::new();
    for seed in seeds {
        if !mark(&mut seen, seed) {
            continue;
        }
        let mut part = vec![seed];
        let mut at = 0;
        while let Some(node) = part.get(at).copied() {
            at += 1;
            for next in near.of(node) {
                if mark(&mut seen, *next) {
                    part.push(*next);
                }
            }
        }
        parts.push(part);
    }
    parts.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.iter().min().cmp(&b.iter().min())));
    parts
}

/// Whether it was not marked yet.
fn mark(seen: &mut [bool], node: u32) -> bool {
    seen.get_mut(node as usize).is_some_and(|seen| !std::mem::replace(seen, true))
}

/// Who is tied to whom, in one array.
pub(super) struct Neighbours {
    starts: Vec<u32>,
    nodes: Vec<u32>,
}

impl Neighbours {
    pub(super) fn new(count: usize, ties: &[(u32, u32)]) -> Self {
        let ends = || {
            let sound = ties.iter().filter(|(from, to)| from != to && (*from.max(to) as usize) < count);
            sound.flat_map(|(from, to)| [(*from, *to), (*to, *from)])
        };
        let mut starts = vec![0_u32; count + 1];
        for (from, _) in ends() {
            if let Some(start) = starts.get_mut(from as usize + 1) {
                *start += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut nodes = vec![0; sum as usize];
        let mut next = starts.clone();
        for (from, to) in ends() {
            let Some(next) = next.get_mut(from as usize) else { continue };
            if let Some(place) = nodes.get_mut(*next as usize) {
                *place = to;
            }
            *next += 1;
        }
        Self { starts, nodes }
    }

    /// How many ties lie between a node and each other; 0 for whom no way leads to.
    pub(super) fn ways(&self, from: u32) -> Vec<u32> {
        let mut ways = vec![0; self.starts.len() - 1];
        let mut seen = vec![false; ways.len()];
        mark(&mut seen, from);
        let mut queue = vec![from];
        let mut at = 0;
        while let Some(node) = queue.get(at).copied() {
            at += 1;
            let way = ways.get(node as usize).copied().unwrap_or(0) + 1;
            for next in self.of(node) {
                if mark(&mut seen, *next) {
                    queue.push(*next);
                    if let Some(slot) = ways.get_mut(*next as usize) {
                        *slot = way;
                    }
                }
            }
        }
        ways
    }

    pub(super) fn of(&self, node: u32) -> &[u32] {
        let bound = |at: usize| self.starts.get(at).copied().unwrap_or_default() as usize;
        self.nodes.get(bound(node as usize)..bound(node as usize + 1)).unwrap_or_default()
    }
}
