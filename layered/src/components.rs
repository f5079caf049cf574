//! What no arrow connects is drawn apart.

use super::lists::{Lists, at, put};
use super::{Arrow, Extent, Flow, Pair};

/// An arrow within a component.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thread {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) label: Option<Pair>,
}

/// Pieces that hang together, and their arrows; all numbers are within it.
#[derive(Debug, Default)]
pub(super) struct Component {
    /// The pieces' places in the whole list.
    pub(super) nodes: Vec<usize>,
    pub(super) sizes: Vec<Pair>,
    pub(super) arrows: Vec<Thread>,
    /// The arrows' places in the whole list.
    pub(super) names: Vec<usize>,
}

/// The components, in the order of their first pieces.
pub(super) fn of(nodes: &[Extent], arrows: &[Arrow], flow: Flow) -> Vec<Component> {
    let known = |arrow: &&Arrow| arrow.from < nodes.len() && arrow.to < nodes.len();
    let mut pairs = Vec::new();
    for arrow in arrows.iter().filter(known) {
        pairs.extend([(arrow.from as u32, arrow.to as u32), (arrow.to as u32, arrow.from as u32)]);
    }
    let beside = Lists::of(nodes.len(), &pairs);
    let mut components: Vec<Component> = Vec::new();
    // For each piece its component, counted from 1, and its number within it.
    let mut home = vec![(0_u32, 0_u32); nodes.len()];
    for first in 0..nodes.len() as u32 {
        if at(&home, first).0 > 0 {
            continue;
        }
        let mut component = Component::default();
        let number = components.len() as u32 + 1;
        let mut waiting = vec![first];
        put(&mut home, first, (number, 0));
        while let Some(node) = waiting.pop() {
            for other in beside.list(node) {
                if at(&home, *other).0 == 0 {
                    put(&mut home, *other, (number, 0));
                    waiting.push(*other);
                }
            }
            component.nodes.push(node as usize);
        }
        // In the order given, whatever way they were found.
        component.nodes.sort_unstable();
        for (local, global) in component.nodes.iter().enumerate() {
            put(&mut home, *global as u32, (number, local as u32));
            component.sizes.extend(nodes.get(*global).map(|extent| Pair::of(*extent, flow)));
        }
        components.push(component);
    }
    for (name, arrow) in arrows.iter().enumerate().filter(|(_, arrow)| known(arrow)) {
        let (number, from) = at(&home, arrow.from as u32);
        let (_, to) = at(&home, arrow.to as u32);
        if let Some(component) = components.get_mut((number as usize).wrapping_sub(1)) {
            let label = arrow.label.map(|label| Pair::of(label, flow));
            component.arrows.push(Thread { from, to, label });
            component.names.push(name);
        }
    }
    components
}
