//! What a line looks like: each sort of tie has a line and a mark at its end, and none is told by colour alone.

use yew::prelude::*;

use crate::picture::web::{Course, Point};
use crate::query::TieKind;
use crate::view::markup::html;

/// The length of a mark.
const MARK: f64 = 10.0;

/// The mark at the end of a line that comes from a point: a filled arrow for support, a bar across for hostility, two
/// hooks for pressure, an empty arrow for conditions, one hook for contact, a lozenge for belonging.
pub(super) fn mark(kind: TieKind, from: Point, tip: Point) -> String {
    let (dx, dy) = (tip.x - from.x, tip.y - from.y);
    let length = (dx * dx + dy * dy).sqrt().max(1.0);
    let (ux, uy) = (dx / length, dy / length);
    // So far back along the line, so far aside.
    let at = |back: f64, aside: f64| pair(tip.x - ux * back - uy * aside, tip.y - uy * back + ux * aside);
    let tip = || at(1.0, 0.0);
    let hook =
        |back: f64| ["M", &at(back + MARK, 5.0), "L", &at(back + 1.0, 0.0), "L", &at(back + MARK, -5.0)].concat();
    match kind {
        TieKind::Support | TieKind::Condition => ["M", &tip(), "L", &at(MARK, 5.0), "L", &at(MARK, -5.0), "z"].concat(),
        TieKind::Hostile => {
            ["M", &at(1.0, 8.0), "L", &at(1.0, -8.0), "L", &at(5.0, -8.0), "L", &at(5.0, 8.0), "z"].concat()
        }
        TieKind::Pressure => [hook(0.0), hook(6.0)].concat(),
        TieKind::Contact => hook(0.0),
        TieKind::Part => ["M", &tip(), "L", &at(7.0, 5.0), "L", &at(13.0, 0.0), "L", &at(7.0, -5.0), "z"].concat(),
    }
}

/// The line.
pub(super) fn way(course: &Course) -> String {
    let Course { from, over, to, .. } = course;
    ["M", &pair(from.x, from.y), "Q", &pair(over.x, over.y), " ", &pair(to.x, to.y)].concat()
}

/// A line with its mark, beside the word for it.
pub(super) fn sample(kind: TieKind) -> Html {
    let (from, to) = (Point { x: 2.0, y: 9.0 }, Point { x: 40.0, y: 9.0 });
    html! {
        <svg class="tie-sample" width="42" height="18" viewBox="0 0 42 18" aria-hidden="true">
            <g class={["tie ", kind.word()].concat()}><path class="way" d="M2 9H38" /><path class="mark" d={mark(kind, from, to)} /></g>
        </svg>
    }
}

fn pair(x: f64, y: f64) -> String {
    // Tenths of a pixel, without the printing of fractions, which is not in the module.
    [(x.round() as i32).to_string(), (y.round() as i32).to_string()].join(" ")
}
