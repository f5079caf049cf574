//! Which arrows are drawn against the flow, so that no circle is left.

use super::lists::{Lists, at, put};

/// Of each arrow, whether it is turned round: those that a walk, depth first, finds to lead back to where it came from.
/// They lie in circles, so no arrow between circles is turned.
pub(super) fn turned(count: usize, arrows: &[(u32, u32)]) -> Vec<bool> {
    let mut turned = vec![false; arrows.len()];
    let starts: Vec<(u32, u32)> = (0..).zip(arrows).map(|(name, (from, _))| (*from, name)).collect();
    let out = Lists::of(count, &starts);
    // 0: not reached, 1: on the way, 2: done.
    let mut state = vec![0_u8; count];
    for root in 0..count as u32 {
        if at(&state, root) > 0 {
            continue;
        }
        let mut way = vec![(root, 0_usize)];
        put(&mut state, root, 1);
        while let Some((node, next)) = way.last_mut() {
            let Some(name) = out.list(*node).get(*next).copied() else {
                put(&mut state, *node, 2);
                way.pop();
                continue;
            };
            *next += 1;
            let (_, to) = at(arrows, name);
            match at(&state, to) {
                0 => {
                    put(&mut state, to, 1);
                    way.push((to, 0));
                }
                1 => put(&mut turned, name, true),
                _ => {}
            }
        }
    }
    turned
}
